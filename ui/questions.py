"""Questions that stand in the page, in one line: a yes, a day, a reason; Esc takes each of them back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from cardkeeper.errors import WorldError
from cardkeeper.translation import tr
from ui import theme
from ui.day_field import DayField
from ui.flow import FlowLayout, flowing
from ui.paragraph import Sentence
from ui.parts import Button, IconButton, LineField
from ui.session import Session


class Question(QWidget):
    """The line of a question: its words, what can be answered, and a way back."""

    cancelled = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = FlowLayout(self, spacing=6)
        for line in words.splitlines():
            self.row.addWidget(Sentence(line, "small_strong"))
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # The answer it gave was for this question, and not for the line that is current by now.
            event.accept()
            return
        super().keyPressEvent(event)


class YesQuestion(Question):
    """Did it happen? Yes, in its own words, or not yet."""

    yes = Signal()

    def __init__(
        self, words: str, yes: str, no: str = "", *, for_good: bool = False, parent: QWidget | None = None
    ) -> None:
        """`for_good`: nothing takes a yes back, so that the keyboard begins on the other answer."""
        super().__init__(words, parent)
        self._for_good = for_good
        self.sure = Button(yes, "primary", size="medium")
        self.sure.clicked.connect(self.yes)
        self.not_yet = Button(no or tr("Not yet"), size="medium")
        self.not_yet.clicked.connect(self.cancelled)
        self.add(self.sure)
        self.add(self.not_yet)

    def start(self) -> None:
        (self.not_yet if self._for_good else self.sure).setFocus(Qt.FocusReason.OtherFocusReason)


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
        self.day = DayField(first, name=words, optional=False)
        self.day.setMinimumDate(self.day.date())
        self.day.setMinimumWidth(theme.px(176))
        self.add(self.day)
        self.set = Button(set_words, size="medium")
        self.set.clicked.connect(self._take)
        self.add(self.set)
        self.add_way_back()

    def _take(self) -> None:
        self.chosen.emit(self.day.day())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.day.hasFocus():
            self._take()
            return
        super().keyPressEvent(event)


class ReasonQuestion(Question):
    """Why? In a word or two, since a thing is given up only with a reason."""

    given = Signal(str)
    _optional = False

    def __init__(self, words: str, hint: str, do: str, *, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.reason = LineField(hint=hint, name=words)
        self.reason.setMaxLength(300)
        self.reason.returnPressed.connect(self._give)
        self.do = Button(do, "primary", size="medium")
        self.do.clicked.connect(self._give)
        self.do.setEnabled(self._optional)
        self.reason.textChanged.connect(lambda text: self.do.setEnabled(self._optional or bool(text.strip())))
        self.add(self.reason)
        self.add(self.do)
        self.add_way_back()

    def _give(self) -> None:
        if self._optional or self.reason.text().strip():
            self.given.emit(self.reason.text().strip())


class WordsQuestion(ReasonQuestion):
    """Something to write down in a line, or to leave empty."""

    _optional = True


class AskingBar(QWidget):
    """Buttons in lines, and in their place the question that one of them asked."""

    asking_changed = Signal()
    """A question opened or closed: the bar needs more or less room."""

    def __init__(self, session: Session, *, align_right: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._question: Question | None = None
        self._return_to: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.buttons = flowing(spacing=4, align_right=align_right)
        self._column.addWidget(self.buttons)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add_button(self, button: Button, do: Callable[[], object]) -> None:
        button.clicked.connect(do)
        button.installEventFilter(self)
        layout = self.buttons.layout()
        if layout is not None:
            layout.addWidget(button)

    def clear(self) -> None:
        """Take all buttons away, for others; the keyboard does not go to whatever comes next in the window."""
        if self._has_keyboard(self) and self._return_to is not None:
            self._return_to.setFocus()
        layout = self.buttons.layout()
        while layout is not None and (item := layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The second half of a double click is not for us: by then the bar may stand for another person."""
        if event.type() == QEvent.Type.MouseButtonDblClick:
            return True
        return super().eventFilter(watched, event)

    @property
    def question(self) -> Question | None:
        """The question that is open, None while the buttons show."""
        return self._question

    def return_focus_to(self, widget: QWidget) -> None:
        """Where the keyboard goes when a question closes."""
        self._return_to = widget

    def ask(self, question: Question) -> None:
        """Put a question in the place of the buttons."""
        self.take_back()
        self._question = question
        question.cancelled.connect(self.take_back)
        self._column.addWidget(question)
        self.buttons.hide()
        question.show()
        self.asking_changed.emit()
        question.start()

    def take_back(self) -> None:
        """Close the open question without an answer."""
        question, self._question = self._question, None
        if question is None:
            return
        had_keyboard = self._has_keyboard(question)
        self._column.removeWidget(question)
        question.hide()
        question.deleteLater()
        self.buttons.show()
        if had_keyboard and self._return_to is not None:
            self._return_to.setFocus()
        self.asking_changed.emit()

    @staticmethod
    def _has_keyboard(part: QWidget) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and part.isAncestorOf(focus)

    def change(self, make: Callable[[], None]) -> None:
        """Do what was answered and close the question; what goes wrong is shown in the window and it stays open."""
        try:
            make()
        except WorldError as error:
            self.session.fail(error)
            return
        self.take_back()
