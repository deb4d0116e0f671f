"""Given and asked: two bars, a gentle word before one asks again, and where a favour is written down."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from cardkeeper.model.relationships import Favour, FavourDirection, FavourKind
from cardkeeper.relationships.balance import Balance, balance_of
from cardkeeper.translation import tr, trc
from ui import theme
from ui.paragraph import Paragraph
from ui.parts import Button, Label, SectionTitle
from ui.parts.painting import fill
from ui.questions import AskingBar, WordsQuestion
from ui.session import Session


class Bar(QWidget):
    """A length that stands for a number beside it."""

    def __init__(self, color: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._color, self._share = color, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float) -> None:
        """How much of the whole length, 0 to 1."""
        self._share = share
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(80), theme.px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        high = theme.px(6)
        place = QRectF(0, (self.height() - high) / 2, self.width() * self._share, high)
        if self._share:
            fill(painter, place, self._color, radius=high / 2)


class FavourBar(AskingBar):
    """Writes down a favour that I gave, asked for, or received."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent=parent)
        self._contact_id = 0
        self._balance = Balance()
        self.gave = Button(tr("I gave"), size="small")
        self.asked = Button(tr("I ask"), size="small")
        self.got = Button(tr("They gave"), size="small")
        self.add_button(self.gave, lambda: self._ask(FavourDirection.GIVEN, tr("What did you give?")))
        self.add_button(self.asked, lambda: self._ask(FavourDirection.ASKED, self._before_asking()))
        self.add_button(self.got, lambda: self._ask(FavourDirection.RECEIVED, tr("What did they do for you?")))

    def set_person(self, contact_id: int, balance: Balance) -> None:
        if contact_id != self._contact_id:
            self.take_back()
        self._contact_id, self._balance = contact_id, balance

    def _before_asking(self) -> str:
        """The balance before an ask: a gentle word, and no more than that."""
        word = self._balance.before_asking(self.session.settings.favour_aim)
        return f"{word}\n{tr('What do you ask for?')}" if word else tr("What do you ask for?")

    def _ask(self, direction: FavourDirection, words: str) -> None:
        contact_id, today = self._contact_id, self.session.today()
        question = WordsQuestion(words, "", tr("Keep"))
        question.given.connect(
            lambda text: self.change(
                lambda: _keep(self.session, Favour(contact_id, direction, FavourKind.OTHER, today, text))
            )
        )
        self.ask(question)


def _keep(session: Session, favour: Favour) -> None:
    session.library.favours.save(favour)


class GivenPane(QWidget):
    """How often I gave and asked; never a score of the person."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionTitle(tr("Given and asked")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(1, 1)
        self._bars = {}
        self.numbers = {}
        for row, (direction, words, color) in enumerate(_lines()):
            self._bars[direction] = Bar(color)
            self.numbers[direction] = Label("0", "strong")
            grid.addWidget(Label(words, "small", "text2"), row, 0)
            grid.addWidget(self._bars[direction], row, 1)
            grid.addWidget(self.numbers[direction], row, 2, Qt.AlignmentFlag.AlignRight)
        column.addLayout(grid)
        self.word = Paragraph("", "small", "text2")
        self.bar = FavourBar(session)
        column.addWidget(self.word)
        column.addWidget(self.bar)

    def show_favours(self, contact_id: int, favours: tuple[Favour, ...]) -> None:
        """Show the ledger with one person."""
        balance = balance_of(favours)
        counts = {
            FavourDirection.GIVEN: balance.given,
            FavourDirection.ASKED: balance.asked,
            FavourDirection.RECEIVED: balance.received,
        }
        most = max(1, *counts.values())
        for direction, count in counts.items():
            self._bars[direction].set_share(count / most)
            self.numbers[direction].set_text(str(count))
        word = balance.before_asking(self._session.settings.favour_aim) if balance.asked else ""
        self.word.set_text(word)
        self.word.setVisible(bool(word))
        self.setAccessibleName(balance.words)
        self.bar.set_person(contact_id, balance)


def _lines() -> tuple[tuple[FavourDirection, str, str], ...]:
    return (
        (FavourDirection.GIVEN, tr("Given"), "chart"),
        (FavourDirection.ASKED, trc("a favour", "Asked"), "text3"),
        (FavourDirection.RECEIVED, tr("Received"), "text3"),
    )
