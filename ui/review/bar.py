"""The bar under the form: accept, later, or skip on purpose, with what is left to look at beside it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cardkeeper.translation import tr
from ui import card_words, theme
from ui.flow import flowing
from ui.parts import Button, IconLabel, Label
from ui.questions import WordsQuestion


class ReviewBar(QWidget):
    """Three ways on from a card."""

    accepted = Signal()
    put_off = Signal()
    skipped = Signal(str)
    """A card that is left out on purpose, and why."""
    closed = Signal()
    """The question for a reason was taken back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.skip_button = Button(tr("Skip on purpose"), "quiet", keys="F8", shortcut=False)
        self.later_button = Button(tr("Later"), keys="F6", shortcut=False)
        self.accept_button = Button(tr("Accept and next"), "primary", icon="check", keys="Enter", shortcut=False)
        self._looks_icon = IconLabel("alert", "warn")
        self._looks = Label("", "small_strong", "warn")
        self.question: WordsQuestion | None = None
        self._lay_out()
        self.skip_button.clicked.connect(self.ask_reason)
        self.later_button.clicked.connect(self.put_off)
        self.accept_button.clicked.connect(self.accepted)

    def show_looks(self, count: int) -> None:
        """Say how many looks are left; accepting goes on all the same."""
        self._looks.set_text(card_words.looks_words(count) if count else "")
        self._looks_icon.setVisible(bool(count))
        self._looks.setVisible(bool(count))
        self.accept_button.setAccessibleDescription(card_words.looks_words(count))

    def show_last(self, *, last: bool) -> None:
        """Whether another card comes after this one."""
        self.accept_button.set_text(tr("Accept") if last else tr("Accept and next"))

    def ask_reason(self) -> None:
        """Ask why a card is left out, in the place of the buttons."""
        self.take_back()
        question = WordsQuestion(tr("Why leave it out?"), tr("Not a person, a double, no use"), tr("Skip"))
        question.given.connect(self._skip)
        question.cancelled.connect(self.take_back)
        self.question = question
        self._column.addWidget(question)
        self._buttons.hide()
        question.show()
        question.start()

    def take_back(self) -> None:
        """Close the question, where it is open."""
        question, self.question = self.question, None
        if question is not None:
            self._column.removeWidget(question)
            question.hide()
            question.deleteLater()
            self._buttons.show()
            self.closed.emit()

    def _skip(self, reason: str) -> None:
        self.take_back()
        self.skipped.emit(reason)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        painter.fillRect(0, 0, self.width(), 1, theme.color("border"))

    def _lay_out(self) -> None:
        looks = QWidget()
        row = QHBoxLayout(looks)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._looks_icon)
        row.addWidget(self._looks)
        self._buttons = flowing(self.skip_button, looks, self.later_button, self.accept_button, align_right=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 20, 12)
        self._column.addWidget(self._buttons)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
