"""What belongs together: whether two cards are the sides of one, and how many people are on a card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cardkeeper import review
from cardkeeper.errors import WorldError
from cardkeeper.model.cards import StoredCard
from cardkeeper.model.drafts import FieldName
from cardkeeper.translation import tr, trn
from ui import card_words, theme
from ui.flow import flowing
from ui.parts import Button, IconLabel, Label, Panel
from ui.picture_label import PictureLabel
from ui.pictures import Pictures
from ui.review.editing import Editing
from ui.review.sitting import Around
from ui.session import Session


class Asked(Enum):
    """What is asked about a card, or told of it."""

    SIDES = auto()
    COUPLE = auto()
    SHARED = auto()


@dataclass(frozen=True, slots=True)
class Question:
    """Something about a card that a person knows better."""

    asked: Asked
    cards: tuple[StoredCard, ...] = ()
    """For sides the front and the back; for a shared card those of the other people."""
    names: tuple[str, ...] = ()


class Belonging(QObject):
    """Asks about the card under review, and does what is answered: each answer is one step to undo."""

    changed = Signal()

    def __init__(self, session: Session, editing: Editing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._editing = session, editing
        self._around = Around()
        self._one_person: set[int] = set()

    def look_around(self, around: Around) -> None:
        """Take which cards stand beside the one on the desk."""
        self._around = around
        self.changed.emit()

    def question(self) -> Question | None:
        """What there is to ask or to tell; one thing at a time."""
        card = self._editing.card
        if card is None:
            return None
        if self._around.sharing:
            names = tuple(card_words.who(other) for other in self._around.sharing)
            return Question(Asked.SHARED, self._around.sharing, names)
        for front, back in review.likely_sides(_row(self._around, card)):
            if card.id in (front.id, back.id):
                return Question(Asked.SIDES, (front, back))
        both = review.couple(self._editing.draft.text(FieldName.NAME))
        if both and card.id not in self._one_person:
            return Question(Asked.COUPLE, names=both)
        return None

    def say_yes(self) -> None:
        """The two cards are one; there are two people."""
        question, card = self.question(), self._editing.card
        if question is None or card is None:
            return
        if question.asked is Asked.SIDES:
            front, back = question.cards
            self.pair(front.id, back.id)
        elif question.asked is Asked.COUPLE:
            self.add_person()

    def say_no(self) -> None:
        """The two cards are two; there is one person."""
        question, card = self.question(), self._editing.card
        if question is None or card is None:
            return
        self._editing.keep()
        cards = self._session.library.cards
        match question.asked:
            case Asked.SIDES:
                cards.sides.keep_apart(*(one.id for one in question.cards))
            case Asked.COUPLE:
                self._one_person.add(card.id)
                self.changed.emit()
            case Asked.SHARED:
                self._unite(card, question.cards)

    def add_person(self) -> None:
        """There is one more person on the card; theirs comes next."""
        card = self._editing.card
        if card is not None:
            self._editing.keep()
            self._session.library.cards.sharing.another(card.id)

    def pair(self, front_id: int, back_id: int) -> None:
        """Make two cards one, and say where that can't be."""
        self._editing.keep()
        try:
            self._session.library.cards.sides.pair(front_id, back_id)
        except WorldError as error:
            self._session.fail(error)

    def pair_with_last(self) -> None:
        """The card on the desk is the back of the one before it."""
        card = self._editing.card
        if card is not None and self._around.before is not None:
            self.pair(self._around.before.id, card.id)

    def has_next(self) -> bool:
        """Whether another card comes after this one, which has no back yet."""
        card, after = self._editing.card, self._around.after
        return card is not None and after is not None and card.back is None and after.back is None

    def pair_with_next(self) -> None:
        """The card after the one on the desk is its back."""
        card, after = self._editing.card, self._around.after
        if card is not None and after is not None and self.has_next():
            self.pair(card.id, after.id)

    def separate(self) -> None:
        """Front and back are two cards after all."""
        card = self._editing.card
        if card is not None:
            self._editing.keep()
            self._session.library.cards.sides.separate(card.id)

    def _unite(self, card: StoredCard, others: Sequence[StoredCard]) -> None:
        """The card on the desk, or the one of the others that was added last, is of the first person after all."""
        further = card if card.shares else max(others, key=lambda other: other.id)
        try:
            self._session.library.cards.sharing.unite(further.id)
        except WorldError as error:
            self._session.fail(error)


class BelongingNotice(Panel):
    """The question beside the form, with the card that it is about."""

    yes = Signal()
    no = Signal()

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent, ground="soft", edge="accent", margin=12)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._icon = IconLabel("card-multiple-outline", "accent", 20)
        self._picture = PictureLabel(pictures)
        self._strong = Label("", "strong", wrap=True)
        self._text = Label("", "small", "text2", wrap=True)
        self.yes_button = Button("", keys="Alt+Y", size="medium", shortcut=False)
        self.no_button = Button("", keys="Alt+N", size="medium", shortcut=False)
        self.yes_button.clicked.connect(self.yes)
        self.no_button.clicked.connect(self.no)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(4)
        for part in (self._strong, self._text, flowing(self.yes_button, self.no_button, spacing=6)):
            column.addWidget(part)
        row.addLayout(column, 1)
        row.addWidget(self._picture, alignment=Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.hide()
        theme.notifier().changed.connect(self._restyle)
        self._restyle()

    def show_question(self, question: Question | None, card: StoredCard | None) -> None:
        """Ask; None: there is nothing to ask."""
        self.setVisible(question is not None)
        if question is None or card is None:
            return
        strong, text, yes, no = _words(question, card)
        self._strong.set_text(strong)
        self._text.set_text(text)
        self._text.setVisible(bool(text))
        self.yes_button.set_text(yes)
        self.yes_button.setVisible(bool(yes))
        self.no_button.set_text(no)
        other = next((one for one in question.cards if one.id != card.id), None)
        sides = question.asked is Asked.SIDES and other is not None
        self._picture.setVisible(sides)
        if sides and other is not None:
            self._picture.show_picture(
                other.card.picture, card_words.who(other), other.card.height / max(1, other.card.width)
            )
        self._icon.set_icon("card-multiple-outline" if sides else "account-multiple-outline", "accent")
        self.setAccessibleName(self.message())

    def _restyle(self) -> None:
        self._picture.setFixedWidth(theme.px(96))

    def message(self) -> str:
        return f"{self._strong.text()} {self._text.text()}".strip()


def _row(around: Around, card: StoredCard) -> tuple[StoredCard, ...]:
    return tuple(one for one in (around.before, card, around.after) if one is not None)


def _words(question: Question, card: StoredCard) -> tuple[str, str, str, str]:
    """What is said strongly and what beside it, and the words for yes and no."""
    if question.asked is Asked.SIDES:
        front, back = question.cards
        text = (
            tr("{file} looks like the back of this card.", file=back.scan.name)
            if back.id != card.id
            else tr("This looks like the back of the card of {who}.", who=card_words.who(front))
        )
        return tr("Front and back of one card?"), text, tr("One card"), tr("Two cards")
    if question.asked is Asked.COUPLE:
        both = tr("{one} and {other}", one=question.names[0], other=question.names[1])
        return tr("Two people on this card?"), both, tr("Two people"), tr("One person")
    count = len(question.names) + 1
    return (
        trn("{count} person is on this card", "{count} people are on this card", count),
        tr("The other: {names}.", names=", ".join(question.names))
        if count == 2
        else tr("The others: {names}.", names=", ".join(question.names)),
        "",
        tr("It is one person"),
    )
