"""Where one writes down what happened with a person: by what means, who reached out, on which day, in which words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from cardkeeper.model.people import Channel, Direction, Interaction
from cardkeeper.translation import tr
from ui import theme
from ui.day_field import DayField
from ui.delegates import paragraph
from ui.flow import flowing
from ui.parts import Button, Label, Segments
from ui.parts.painting import fill, keys_size, paint_keys


def channel_words(channel: Channel) -> str:
    """A means of being in touch, as a button names it."""
    return {
        Channel.MEETING: tr("Met"),
        Channel.CALL: tr("Call"),
        Channel.MAIL: tr("Mail"),
        Channel.MESSAGE: tr("Message"),
        Channel.NOTE: tr("Note"),
    }[channel]


def channel_icon(channel: Channel, direction: Direction = Direction.MINE) -> str:
    """The icon of something that happened."""
    if channel is Channel.CALL and direction is Direction.THEIRS:
        return "phone-incoming-outline"
    return {
        Channel.MEETING: "coffee-outline",
        Channel.CALL: "phone-outline",
        Channel.MAIL: "email-outline",
        Channel.MESSAGE: "message-outline",
        Channel.NOTE: "note-text-outline",
    }[channel]


class TextField(QPlainTextEdit):
    """A field for several lines that is as high as its text, within bounds; Ctrl+Enter hands the text on."""

    submitted = Signal()

    def __init__(self, hint: str, name: str, *, keys: str = "", least: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys, self._least = keys, least
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.textChanged.connect(self.updateGeometry)
        theme.notifier().changed.connect(self._restyle)
        self._restyle()

    def sizeHint(self) -> QSize:
        lines = max(self._least, min(8, round(self.document().size().height())), self._hint_lines())
        text = lines * QFontMetrics(theme.font("body")).lineSpacing()
        return QSize(theme.px(200), text + 2 * theme.px(8) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), self.sizeHint().height())

    def _hint_lines(self) -> int:
        """How many lines the hint takes while it shows."""
        room = self.viewport().width() - 2 * theme.px(8)
        if self.toPlainText() or room < theme.px(60):
            return 1
        return min(3, paragraph(self.placeholderText(), room).lineCount())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        fill(painter, self.viewport().rect(), "surface", "control")
        if self._keys and not self.hasFocus() and not self.toPlainText():
            caps = keys_size(self._keys)
            free = self.viewport().width() - caps.width() - theme.px(10)
            if free > QFontMetrics(self.font()).horizontalAdvance(self.placeholderText()) + theme.px(16):
                paint_keys(painter, self.viewport().rect().adjusted(free, 0, 0, 0), self._keys)
        painter.end()
        super().paintEvent(event)

    def _restyle(self) -> None:
        self.setFont(theme.font("body"))
        self.document().setDocumentMargin(theme.px(8))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        palette.setColor(QPalette.ColorRole.Text, theme.color("text"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme.color("text3"))
        palette.setColor(QPalette.ColorRole.Highlight, theme.color("accent"))
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.color("on_accent"))
        self.setPalette(palette)
        self.updateGeometry()


class LogBox(QWidget):
    """One line until somebody writes in it; then means, direction and day stand below, chosen already."""

    logged = Signal(object)
    """The `Interaction` to keep."""
    left = Signal()
    """Esc: the keyboard should go back to where it came from."""

    def __init__(self, today: date, *, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contact_id = 0
        self._entry_id = 0
        self._today = today
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.text = TextField(tr("What is going on in their world? What do they need?"), tr("What happened"), keys=keys)
        self.text.submitted.connect(self.log)
        self.text.textChanged.connect(self._unfold)
        self.text.installEventFilter(self)
        self.channel = Segments(
            [(channel.value, channel_words(channel), "") for channel in Channel], tr("By what means")
        )
        self.direction = Segments(
            [(Direction.MINE.value, tr("I reached out"), ""), (Direction.THEIRS.value, tr("They did"), "")],
            tr("Who reached out"),
        )
        self.day = DayField(today, name=tr("On which day"), optional=False)
        self.day.setMinimumWidth(theme.px(176))
        self.save = Button(tr("Log it"), "primary", keys="Ctrl+Enter", shortcut=False, size="medium")
        self.save.clicked.connect(self.log)
        self.discard = Button(tr("Cancel"), "quiet", size="medium")
        self.discard.clicked.connect(self.clear)
        self._more = flowing(self.channel, self.direction, self.day, self.save, self.discard)
        self._problem = Label("", "small", "err", wrap=True)
        self._problem.hide()
        column.addWidget(self.text)
        column.addWidget(self._problem)
        column.addWidget(self._more)
        self._more.hide()

    def set_person(self, contact_id: int, today: date) -> None:
        """Whom the words are about; words about somebody else are not carried over."""
        if contact_id != self._contact_id:
            self.clear()
        self._contact_id, self._today = contact_id, today

    def begin(self, channel: Channel = Channel.MEETING) -> None:
        """Put the keyboard into the text."""
        self.channel.set_value(channel.value)
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._more.show()

    def change(self, entry: Interaction) -> None:
        """Change an entry of the log instead of adding one."""
        self._entry_id = entry.id
        self.text.setPlainText(entry.text)
        self.channel.set_value(entry.channel.value)
        self.direction.set_value(entry.direction.value)
        self.day.set_day(entry.on)
        self.save.set_text(tr("Save"))
        self._more.show()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def log(self) -> None:
        """Hand on what was written; a day that is still to come can't have happened."""
        on = self.day.day() or self._today
        if on > self._today:
            self._refuse(tr("That day is still to come. Choose today or an earlier one."), self.day)
            return
        if not self.text.toPlainText().strip() and self.channel.value() == Channel.NOTE.value:
            self._refuse(tr("The note is empty. Write what to remember."), self.text)
            return
        said = Interaction(
            self._contact_id,
            on,
            Channel(self.channel.value()),
            Direction(self.direction.value()),
            self.text.toPlainText().strip(),
            id=self._entry_id,
        )
        self.clear()
        self.logged.emit(said)

    def _refuse(self, why: str, field: QWidget) -> None:
        self._problem.set_text(why)
        self._problem.show()
        field.setFocus()

    def clear(self) -> None:
        """Begin anew."""
        self._entry_id = 0
        self.save.set_text(tr("Log it"))
        self.text.clear()
        self.channel.set_value(Channel.MEETING.value)
        self.direction.set_value(Direction.MINE.value)
        self.day.set_day(self._today)
        self._problem.hide()
        self._more.hide()

    def _unfold(self) -> None:
        if self.text.toPlainText():
            self._more.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._more.isHidden():
            self.clear()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The choices show once the text has the keyboard."""
        if watched is self.text and event.type() == QEvent.Type.FocusIn:
            self._more.show()
        return super().eventFilter(watched, event)
