"""Beside the letter: the person, and what is known of them, each fact to be put into the letter by a click."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from cardkeeper.library import Library
from cardkeeper.messages.call_sheet import CallSheet
from cardkeeper.model.people import Contact
from cardkeeper.relationships.balance import Balance, balance_of
from cardkeeper.relationships.step_lines import met_line
from cardkeeper.translation import tr
from ui import links, theme
from ui.delegates import paragraph
from ui.fact_rows import FactRows
from ui.ground import Ground
from ui.paragraph import Paragraph
from ui.parts import Separator
from ui.parts.painting import fill
from ui.picture_label import PictureLabel
from ui.pictures import Pictures
from ui.session import Session
from ui.value_line import ValueLine, empty
from ui.wording import work_words


class FactButton(QPushButton):
    """A fact in as many lines as it needs; a press puts it into the letter."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setAutoDefault(True)
        self.setAccessibleName(text)
        self.setAccessibleDescription(tr("Puts it into the message"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.notifier().changed.connect(self.updateGeometry)

    def words(self) -> str:
        return self._text

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(theme.px(24), round(paragraph(self._text, width).boundingRect().height()) + theme.px(4))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(170), self.heightForWidth(theme.px(170)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(60), theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            fill(painter, self.rect(), "soft" if self.isDown() else "hover", radius=4)
        painter.setPen(theme.color("text"))
        paragraph(self._text, self.width()).draw(painter, QPointF(0, theme.px(2)))


class FactsPane(QScrollArea):
    """The pane at the right."""

    taken = Signal(str)
    """A fact that is wanted in the letter."""

    def __init__(self, session: Session, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("What is known of them"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = Ground("window")
        self.setWidget(inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        self.name = Paragraph("", "section")
        self.work = Paragraph("", "body", "text2")
        self.picture = PictureLabel(pictures)
        self._numbers = QVBoxLayout()
        self._facts = FactRows(self._button)
        self.favours = Paragraph("", "small", "text2")
        self._hint = Paragraph(tr("Click a fact to put it into the message."), "small", "text2")
        for part in (self.name, self.work, self.picture):
            column.addWidget(part)
        column.addLayout(self._numbers)
        column.addWidget(Separator())
        column.addWidget(self._facts)
        column.addWidget(self.favours)
        column.addStretch(1)
        column.addWidget(self._hint)

    def show_person(self, library: Library, contact: Contact, today: date) -> None:
        """Show what the library knows of a person."""
        self.name.set_text(contact.name or contact.company or tr("No name yet"))
        work = work_words(contact.title, contact.company)
        self.work.set_text(work)
        self.work.setVisible(bool(work))
        cards = library.cards.of_contact(contact.id)
        self.picture.setVisible(bool(cards))
        if cards:
            card = cards[-1].card
            self.picture.show_picture(card.picture, contact.name, card.height / max(1, card.width))
        empty(self._numbers)
        for phone in contact.phones[:2]:
            line = ValueLine(self._session, "phone-outline", phone.number, links.phone_url(phone), role="strong")
            self._numbers.addWidget(line)
        self._facts.show_rows(_facts(library, contact, today))
        balance = balance_of(library.favours.of(contact.id))
        self.favours.set_text(tr("No favours yet, either way") if balance == Balance() else balance.words)

    def facts(self) -> tuple[FactButton, ...]:
        return tuple(self.findChildren(FactButton))

    def _button(self, text: str) -> FactButton:
        fact = FactButton(text)
        fact.clicked.connect(lambda: self.taken.emit(text))
        return fact


def _facts(library: Library, contact: Contact, today: date) -> tuple[tuple[str, tuple[str, ...]], ...]:
    encounters = [encounter.context for encounter in library.people.encounters(contact.id)]
    log = library.log.of(contact.id)
    needs = tuple(need.text for need in library.needs.of(contact.id) if need.open)
    promises = tuple(promise.text for promise in library.promises.of(contact.id) if promise.open)
    return (
        (tr("How you met"), tuple(met_line(context, today) for context in encounters)),
        (tr("Talked"), tuple(context.about for context in encounters)),
        (tr("Last"), (log[0].text,) if log else ()),
        (tr("Needs"), needs),
        (tr("Promised"), promises),
        (tr("Facts"), contact.facts),
        (tr("Offers"), contact.offers),
        (tr("Notes"), (contact.notes,)),
    )


def sheet_of(library: Library, contact: Contact) -> CallSheet:
    """What a call sheet tells of a person."""
    log = library.log.of(contact.id)
    return CallSheet(
        contact,
        tuple(encounter.context for encounter in library.people.encounters(contact.id)),
        log[0] if log else None,
        tuple(need.text for need in library.needs.of(contact.id) if need.open),
        tuple(promise.text for promise in library.promises.of(contact.id) if promise.open),
    )
