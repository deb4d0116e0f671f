"""Where one writes down what happened with a person: by what means, who reached out, on which day, in which words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent, QTextCursor
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from cardkeeper.model.overview import Said, Worth
from cardkeeper.model.people import Channel, Direction, Interaction
from cardkeeper.translation import tr
from ui import theme
from ui.begun import LOG, Begun
from ui.day_field import DayField
from ui.flow import flowing
from ui.growing_text import GrowingText, WorthBar
from ui.parts import Button, Label, LineField, Segments


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


class LogBox(QWidget):
    """One line until somebody writes in it; then means, direction and day stand below, chosen already."""

    logged = Signal(object)
    """The `Said` to keep."""
    left = Signal()
    """Esc: the keyboard should go back to where it came from."""

    def __init__(
        self,
        today: date,
        begun: Begun | None = None,
        *,
        keys: str = "",
        one: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`begun`: where words wait that were begun, in this box or another.

        `one`: it is about one person, of whom lines may be kept as needs, offers, facts and promises.
        """
        super().__init__(parent)
        self._begun = begun
        self._contact_id = 0
        self._entry_id = 0
        self._today = today
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.text = GrowingText(
            tr("What is going on in their world? What do they need?"), tr("What happened"), keys=keys
        )
        self.text.submitted.connect(self.log)
        self.text.textChanged.connect(self._typed)
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
        self.waits = QCheckBox(tr("They wait for a call back"))
        self.need = LineField(hint=tr("What do they need?"), name=tr("What do they need?"))
        self.need.setMaxLength(300)
        self.need.returnPressed.connect(self.log)
        self.worth = WorthBar(self.text) if one else None
        self._more = QWidget()
        self._build_more()
        self._problem = Label("", "small", "err", wrap=True)
        self._problem.hide()
        column.addWidget(self.text)
        column.addWidget(self._problem)
        column.addWidget(self._more)
        self._more.hide()
        for enter in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(enter), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.log)
        self.channel.chosen.connect(lambda _value: self._fit())
        self.direction.chosen.connect(lambda _value: self._fit())
        self._fit()

    def _build_more(self) -> None:
        column = QVBoxLayout(self._more)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if self.worth is not None:
            column.addWidget(self.worth)
            column.addWidget(self.need)
        column.addWidget(flowing(self.channel, self.direction, self.day, self.waits, self.save, self.discard))

    def _fit(self) -> None:
        """After a meeting or a call one asks what they need; only who reached out can wait for an answer."""
        talked = self.channel.value() in (Channel.MEETING.value, Channel.CALL.value)
        theirs = self.direction.value() == Direction.THEIRS.value and self.channel.value() != Channel.MEETING.value
        self.need.setVisible(self.worth is not None and talked)
        self.waits.setVisible(theirs)
        if not theirs:
            self.waits.setChecked(False)

    def set_person(self, contact_id: int, today: date) -> None:
        """Whom the words are about; those begun about somebody else wait until that person is there again."""
        if contact_id != self._contact_id:
            self._contact_id = 0
            self._empty()
        self._contact_id, self._today = contact_id, today
        self._find_begun()

    @property
    def writing(self) -> bool:
        """Whether words stand in it that were not kept yet."""
        return bool(self.text.toPlainText().strip())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._find_begun()

    def _find_begun(self) -> None:
        """Show what was begun about this person; an entry that is being changed is something else."""
        if self._begun is not None and not self._entry_id:
            words = self._begun.words(LOG, self._contact_id)
            if words != self.text.toPlainText():
                self.text.setPlainText(words)
                self.text.moveCursor(QTextCursor.MoveOperation.End)

    def begin(self, channel: Channel = Channel.MEETING) -> None:
        """Put the keyboard into the text."""
        self.channel.set_value(channel.value)
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._fit()
        self._more.show()

    def change(self, entry: Interaction) -> None:
        """Change an entry of the log instead of adding one."""
        self._entry_id = entry.id
        self.text.setPlainText(entry.text)
        self.channel.set_value(entry.channel.value)
        self.direction.set_value(entry.direction.value)
        self.day.set_day(entry.on)
        self.waits.setChecked(entry.call_back)
        self._fit()
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
            self.waits.isChecked(),
            self._entry_id,
        )
        kept = self._kept()
        self.clear()
        self.logged.emit(Said(said, kept))

    def _kept(self) -> tuple[tuple[Worth, str], ...]:
        """The lines that were marked, and the answer to what they need."""
        marked = self.worth.marked() if self.worth is not None else ()
        need = self.need.text().strip() if self.need.isVisibleTo(self) else ""
        return (*marked, (Worth.NEED, need)) if need else marked

    def _refuse(self, why: str, field: QWidget) -> None:
        self._problem.set_text(why)
        self._problem.show()
        field.setFocus()

    def clear(self) -> None:
        """Begin anew; what was begun is let go. After an entry was changed, what was begun before is there again."""
        self._empty()
        self._find_begun()

    def _empty(self) -> None:
        self.text.clear()
        self._entry_id = 0
        self.save.set_text(tr("Log it"))
        self.need.clear()
        if self.worth is not None:
            self.worth.clear()
        self.channel.set_value(Channel.MEETING.value)
        self.direction.set_value(Direction.MINE.value)
        self.day.set_day(self._today)
        self.waits.setChecked(False)
        self._fit()
        self._problem.hide()
        self._more.hide()

    def _typed(self) -> None:
        words = self.text.toPlainText()
        if words:
            self._more.show()
        if self._begun is not None and self._contact_id and not self._entry_id:
            self._begun.put(LOG, words, self._contact_id)

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
