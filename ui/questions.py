"""Questions that stand in the page, in one line: a yes, a day, a reason; Esc takes each of them back."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QWidget

from cardkeeper.translation import tr
from ui import theme
from ui.flow import FlowLayout
from ui.parts import Button, IconButton, Label, LineField


class Question(QWidget):
    """The line of a question: its words, what can be answered, and a way back."""

    cancelled = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = FlowLayout(self, spacing=6)
        if words:
            self.row.addWidget(Label(words, "small_strong"))
        self.setAccessibleName(words)

    def add(self, widget: QWidget) -> None:
        self.row.addWidget(widget)

    def add_way_back(self) -> None:
        """A button that does what Esc does."""
        close = IconButton("close", tr("Cancel"), size="medium")
        close.clicked.connect(self.cancelled)
        self.row.addWidget(close)

    def start(self) -> None:
        """Put the keyboard on the first answer."""
        for child in self.findChildren(QWidget):
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus:
                child.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            return
        super().keyPressEvent(event)


class YesQuestion(Question):
    """Did it happen? Yes, in its own words, or not yet."""

    yes = Signal()

    def __init__(self, words: str, yes: str, no: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.sure = Button(yes, "primary", size="medium")
        self.sure.clicked.connect(self.yes)
        self.not_yet = Button(no or tr("Not yet"), size="medium")
        self.not_yet.clicked.connect(self.cancelled)
        self.add(self.sure)
        self.add(self.not_yet)


class DayQuestion(Question):
    """Which day? Some usual ones to press, or any that is typed."""

    chosen = Signal(object)
    """The day, a `date`."""

    def __init__(
        self,
        words: str,
        choices: tuple[tuple[str, date], ...],
        first: date,
        set_words: str,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self.choices = []
        for text, on in choices:
            button = Button(text, size="medium")
            button.clicked.connect(lambda _checked=False, on=on: self.chosen.emit(on))
            self.choices.append(button)
            self.add(button)
        self.day = day_field(first)
        self.day.setMinimumDate(to_qdate(first))
        self.add(self.day)
        self.set = Button(set_words, size="medium")
        self.set.clicked.connect(self._take)
        self.add(self.set)
        self.add_way_back()

    def _take(self) -> None:
        self.chosen.emit(to_date(self.day.date()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.day.hasFocus():
            self._take()
            return
        super().keyPressEvent(event)


class ReasonQuestion(Question):
    """Why? In a word or two, since a thing is given up only with a reason."""

    given = Signal(str)

    def __init__(self, words: str, hint: str, do: str, *, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.reason = LineField(hint=hint, name=words)
        self.reason.setMaxLength(300)
        self.reason.returnPressed.connect(self._give)
        self.do = Button(do, "primary", size="medium")
        self.do.clicked.connect(self._give)
        self.do.setEnabled(False)
        self.reason.textChanged.connect(lambda text: self.do.setEnabled(bool(text.strip())))
        self.add(self.reason)
        self.add(self.do)
        self.add_way_back()

    def _give(self) -> None:
        if self.reason.text().strip():
            self.given.emit(self.reason.text().strip())


def day_field(on: date, name: str = "") -> QDateEdit:
    """A field for a day with a calendar to unfold."""
    field = QDateEdit(to_qdate(on))
    field.setCalendarPopup(True)
    field.setDisplayFormat("d MMM yyyy")
    field.setAccessibleName(name or tr("Day"))
    field.setFont(theme.font("body"))
    return field


def to_date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())


def to_qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def row_of(*widgets: QWidget, spacing: int = 8, stretch_first: bool = False) -> QWidget:
    """Widgets side by side, without room around them."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    for number, widget in enumerate(widgets):
        row.addWidget(widget, 1 if stretch_first and number == 0 else 0)
    return holder
