"""Beside the list of the day: the person whom the current line is about, with all that one needs on the phone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cardkeeper import days
from cardkeeper.library import Library
from cardkeeper.model.cards import StoredCard
from cardkeeper.model.people import Contact, Encounter, Interaction
from cardkeeper.model.relationships import Favour, Need, Promise
from cardkeeper.relationships.asking import could_ask
from cardkeeper.relationships.balance import balance_of
from cardkeeper.relationships.step_lines import met_line
from cardkeeper.translation import tr
from ui import links
from ui.fact_rows import FactRows
from ui.ground import Ground
from ui.log_box import LogBox
from ui.paragraph import Paragraph
from ui.parts import Button, Separator
from ui.picture_label import PictureLabel
from ui.pictures import Pictures
from ui.session import Session
from ui.value_line import ValueLine, empty


@dataclass(frozen=True, slots=True)
class Known:
    """What the library knows of one person, read once for the pane."""

    contact: Contact
    cards: tuple[StoredCard, ...]
    encounters: tuple[Encounter, ...]
    log: tuple[Interaction, ...]
    needs: tuple[Need, ...] = ()
    promises: tuple[Promise, ...] = ()
    favours: tuple[Favour, ...] = ()


def know(library: Library, contact_id: int) -> Known:
    return Known(
        library.people.get(contact_id),
        library.cards.of_contact(contact_id),
        library.people.encounters(contact_id),
        library.log.of(contact_id),
        tuple(need for need in library.needs.of(contact_id) if need.open),
        tuple(promise for promise in library.promises.of(contact_id) if promise.open),
        library.favours.of(contact_id),
    )


class Aside(QScrollArea):
    """Name, card, numbers to press or copy, how one met, what was said last, what to remember."""

    opens_person = Signal(int)
    logged = Signal(object)

    def __init__(self, session: Session, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._contact_id = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("The person of the current line"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = Ground("surface")
        self.setWidget(self._inside)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        self.name = Paragraph("", "section")
        self.work = Paragraph("", "body", "text2")
        self.picture = PictureLabel(pictures)
        self._numbers = QVBoxLayout()
        self._numbers.setSpacing(2)
        self.talked_title = Paragraph("", "small_strong", "text2")
        self.talked = Paragraph("")
        self._facts = FactRows()
        self.log_box = LogBox(session.today(), session.begun)
        self.log_box.logged.connect(self.logged)
        self.log_box.hide()
        self.ask_title = Paragraph(tr("You could ask"), "small_strong", "text2")
        self.ask = Paragraph("")
        self.open = Button(tr("Open person"), size="medium")
        self.open.clicked.connect(lambda: self.opens_person.emit(self._contact_id))
        column.addWidget(self.name)
        column.addWidget(self.work)
        column.addWidget(self.picture)
        column.addLayout(self._numbers)
        column.addWidget(Separator())
        column.addWidget(self.log_box)
        column.addWidget(self.talked_title)
        column.addWidget(self.talked)
        column.addWidget(self._facts)
        column.addWidget(Separator())
        column.addWidget(self.ask_title)
        column.addWidget(self.ask)
        column.addWidget(self.open, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._inside.hide()

    @property
    def contact_id(self) -> int:
        return self._contact_id

    def show_nobody(self) -> None:
        self._contact_id = 0
        self._inside.hide()

    def show_person(self, known: Known) -> None:
        """Show what the library knows of a person."""
        contact, today = known.contact, self._session.today()
        self._contact_id = contact.id
        self.name.set_text(contact.name or contact.company or tr("No name yet"))
        self.work.set_text("\n".join(part for part in (contact.title, contact.company) if part))
        self.work.setVisible(bool(contact.title or contact.company))
        self._show_picture(known)
        self._show_numbers(contact)
        self._show_talk(known.log, today)
        self._show_facts(known, today)
        met_contexts = (encounter.context for encounter in known.encounters)
        self.ask.set_text("\n".join(could_ask(known.needs, known.log, met_contexts, today)))
        self.log_box.set_person(contact.id, today)
        if self.log_box.writing:
            self.log_box.show()
        self._inside.show()

    def begin_log(self) -> None:
        """Write down a talk with this person."""
        if self._contact_id:
            self.log_box.show()
            self.ensureWidgetVisible(self.log_box)
            self.log_box.begin()

    def _show_picture(self, known: Known) -> None:
        newest = known.cards[-1] if known.cards else None
        self.picture.setVisible(newest is not None)
        if newest:
            card = newest.card
            self.picture.show_picture(card.picture, known.contact.name, card.height / max(1, card.width))

    def _show_numbers(self, contact: Contact) -> None:
        empty(self._numbers)
        for at, phone in enumerate(contact.phones[:3]):
            role = "section" if at == 0 else "body"
            self._add_number("phone-outline", phone.number, links.phone_url(phone), role)
        for mail in contact.emails[:2]:
            self._add_number("email-outline", mail, links.mail_url(mail))

    def _add_number(self, icon: str, text: str, url: QUrl, role: str = "body") -> None:
        self._numbers.addWidget(ValueLine(self._session, icon, text, url, role=role))

    def _show_talk(self, log: tuple[Interaction, ...], today: date) -> None:
        last = log[0] if log else None
        title = tr("Last talked {ago}", ago=days.ago(last.on, today)) if last else tr("Not talked yet")
        self.talked_title.set_text(title)
        self.talked.set_text(last.text if last else "")
        self.talked.setVisible(bool(last and last.text))

    def _show_facts(self, known: Known, today: date) -> None:
        contexts = [encounter.context for encounter in known.encounters]
        contact = known.contact
        self._facts.show_rows(
            (
                (tr("Needs"), [_need_words(need, today) for need in known.needs]),
                (tr("Promised"), [promise.text for promise in known.promises]),
                (tr("Offers"), (*contact.offers, *contact.doors)),
                (tr("Facts"), contact.facts),
                (tr("Favours"), [balance_of(known.favours).words] if known.favours else ()),
                (tr("How you met"), [met_line(context, today) for context in contexts]),
                (tr("About"), [context.about for context in contexts]),
                (tr("Notes"), (contact.notes,)),
            )
        )


def _need_words(need: Need, today: date) -> str:
    """“A bilingual site manager (for 16 days)”."""
    return tr("{what} (for {days})", what=need.text, days=days.span(max(0, (today - need.since).days)))
