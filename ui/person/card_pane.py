"""How one met, the card, and where a person can be reached; what still needs a look says so in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cardkeeper.model.drafts import FieldName
from cardkeeper.model.people import Phone, PhoneKind, Position
from cardkeeper.review import field_words
from cardkeeper.translation import tr
from ui import links, wording
from ui.both_sides import BothSides
from ui.paragraph import Paragraph
from ui.parts import Button, IconLabel, Label, LinkButton, SectionTitle, Separator
from ui.person.story import Story, look_at, met_sentences
from ui.pictures import Pictures
from ui.session import Session
from ui.value_line import ValueLine, empty

_MOST_CARDS = 6
_LONGEST = 400
"""Characters of how one met; all of it stands among what happened."""


class LookMark(QWidget):
    """Why a field needs a look, and the way to say that it is right."""

    settled = Signal(str)

    def __init__(self, field: FieldName, why: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconLabel("alert", "warn", 16))
        row.addWidget(Label(tr("{field}. {why}", field=field_words(field), why=why), "small", "warn", wrap=True), 1)
        right = LinkButton(tr("It is right"), role="small_strong")
        right.setAccessibleName(tr("{field} is right", field=field_words(field)))
        right.clicked.connect(lambda: self.settled.emit(field.value))
        row.addWidget(right)


class CardPane(QWidget):
    """Everything that the card says, and how it came."""

    edit_wanted = Signal()
    settled = Signal(str)
    """The field (a FieldName value) that needs no look any more."""

    def __init__(self, session: Session, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._pictures = session, pictures
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_story(self, story: Story) -> None:
        """Show a person anew."""
        empty(self._column)
        self._show_met(story)
        self._show_cards(story)
        self._column.addWidget(Separator())
        self._show_marks(story, (FieldName.NAME,))
        self._show_numbers(story)
        self._column.addWidget(Separator())
        self._show_positions(story)
        self._show_lines(tr("Also on the card") if story.cards else tr("Also known"), story.contact.other)
        self._show_lines(tr("Everything printed"), printed_lines(story))

    def _show_met(self, story: Story) -> None:
        title = SectionTitle(tr("How you met"))
        edit = Button(tr("Edit"), "quiet", icon="pencil-outline", keys="F2", size="small", shortcut=False)
        edit.clicked.connect(self.edit_wanted)
        title.add(edit)
        self._column.addWidget(title)
        said = False
        for line, about in met_sentences(story, self._session.today()):
            for text, color in ((line, "text2"), (about, "text")):
                if text:
                    self._column.addWidget(Paragraph(wording.short(text, _LONGEST), "body", color))
                    said = True
        if not said:
            self._column.addWidget(Paragraph(tr("Nobody said yet where you met."), "body", "text2"))

    def _show_cards(self, story: Story) -> None:
        for stored in story.cards[:_MOST_CARDS]:
            self._column.addWidget(BothSides(stored, story.name, self._pictures))

    def _show_numbers(self, story: Story) -> None:
        contact = story.contact
        for phone in contact.phones:
            self._add_line("phone-outline", phone.number, links.phone_url(phone), phone_words(phone))
        self._show_marks(story, (FieldName.PHONE,))
        for mail in contact.emails:
            self._add_line("email-outline", mail, links.mail_url(mail))
        self._show_marks(story, (FieldName.EMAIL,))
        for website in contact.websites:
            self._add_line("web", website, links.web_url(website))
        self._show_marks(story, (FieldName.WEBSITE,))
        for address in contact.addresses:
            self._add_text("map-marker-outline", address)
        self._show_marks(story, (FieldName.ADDRESS,))
        if not (contact.phones or contact.emails or contact.websites or contact.addresses):
            add = Button(tr("Add a phone or an e-mail"), size="medium", icon="plus")
            add.clicked.connect(self.edit_wanted)
            self._column.addWidget(add)

    def _add_line(self, icon: str, text: str, url: QUrl, kind: str = "") -> None:
        self._column.addWidget(ValueLine(self._session, icon, text, url, kind=kind))

    def _add_text(self, icon: str, text: str) -> None:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(10)
        row.addWidget(IconLabel(icon, "text2", 18))
        row.addWidget(Paragraph(text), 1)
        self._column.addWidget(line)

    def _show_positions(self, story: Story) -> None:
        contact = story.contact
        if contact.positions:
            self._column.addWidget(SectionTitle(tr("Positions")))
        for position in contact.positions:
            row = QHBoxLayout()
            what = position.title or position.department or position.company
            row.addWidget(Paragraph(what, "strong"), 1)
            row.addWidget(Label(years_words(position), "small", "text2"))
            self._column.addLayout(row)
            below = [part for part in (position.department, position.company) if part and part != what]
            if below:
                self._column.addWidget(Paragraph(", ".join(below), "small", "text2"))
        self._show_marks(story, (FieldName.TITLE, FieldName.DEPARTMENT, FieldName.COMPANY))

    def _show_lines(self, title: str, lines: tuple[str, ...]) -> None:
        if lines:
            self._column.addWidget(Separator())
            self._column.addWidget(SectionTitle(title))
            words = Paragraph("\n".join(lines), "small", "text2")
            self._column.addWidget(words)

    def _show_marks(self, story: Story, fields: tuple[FieldName, ...]) -> None:
        for field in fields:
            why = look_at(story, field)
            if why:
                mark = LookMark(field, why)
                mark.settled.connect(self.settled)
                self._column.addWidget(mark)


def phone_words(phone: Phone) -> str:
    """What a number is for."""
    return {
        PhoneKind.WORK: tr("Work"),
        PhoneKind.MOBILE: tr("Mobile"),
        PhoneKind.FAX: tr("Fax"),
        PhoneKind.OTHER: "",
    }[phone.kind]


def years_words(position: Position) -> str:
    """From when to when."""
    since, until = position.since, position.until
    if since and until:
        return f"{since.year}–{until.year}"
    if since:
        return tr("since {year}", year=since.year)
    return tr("until {year}", year=until.year) if isinstance(until, date) else ""


def printed_lines(story: Story) -> tuple[str, ...]:
    """Every line that was read on the newest card, as it was read."""
    newest = story.cards[0] if story.cards else None
    return tuple(line.text for line in newest.reading.lines) if newest else ()
