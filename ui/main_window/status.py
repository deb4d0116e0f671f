"""The line at the bottom: what was done last, how to undo it, and the promise that nothing leaves this computer."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cardkeeper.library.changes import Changes
from cardkeeper.translation import tr
from ui import theme
from ui.parts import ElidedLabel, IconLabel, KeyCaps, Label, LinkButton

_GAP: Final = 6
_AROUND: Final = 72
"""Pixels at 100 % text that margins, icons and the dot take."""


class StatusLine(QWidget):
    """What was done last. Screen readers hear each new sentence without the keyboard going anywhere."""

    undo = Signal()
    redo = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("What was done last"))
        self._redoing = False
        self._check = IconLabel("check", "text2", 14)
        self.sentence = ElidedLabel("", "small", "text2")
        self.link = LinkButton(tr("Undo"), role="small_strong")
        self._undo_keys, self._redo_keys = KeyCaps("Ctrl+Z"), KeyCaps("Ctrl+Shift+Z")
        self.privacy = Label(tr("Everything stays on this computer"), "small", "text2")
        self.backup = Label("", "small", "text2")
        self._dot = Label("·", "small", "text2")
        self.set_backup("")
        self._arrange()
        self.link.clicked.connect(self._pressed)
        self.say("")
        self._restyle()
        theme.notifier().changed.connect(self._restyle)

    def show_changes(self, changes: Changes) -> None:
        """Say what was done and offer the way back, or forth again."""
        undone = changes.how == "undone"
        self.say(tr("Undone: {what}", what=changes.said) if undone else changes.said)
        self._redoing = undone
        self.link.set_text(tr("Redo") if undone else tr("Undo"))
        self.link.show()
        self._redo_keys.setVisible(undone)
        self._undo_keys.setVisible(not undone)
        self._fit()

    def say(self, sentence: str) -> None:
        """Say something that can't be undone."""
        self.sentence.set_text(sentence)
        self._check.setVisible(bool(sentence))
        for part in (self.link, self._undo_keys, self._redo_keys):
            part.hide()
        self._fit()
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def set_backup(self, words: str) -> None:
        """When the library was last backed up."""
        self.backup.set_text(words)
        self.backup.setVisible(bool(words))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("rail"))
        painter.fillRect(0, 0, self.width(), 1, theme.color("border"))

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 1, 12, 0)
        row.setSpacing(_GAP)
        row.addWidget(self._check)
        row.addWidget(self.sentence)
        for part in (self.link, self._undo_keys, self._redo_keys):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(IconLabel("harddisk", "text2", 14))
        for words in (self.privacy, self._dot, self.backup):
            row.addWidget(words)

    def _fit(self) -> None:
        """What was done last is told in full before what always holds."""
        parts = (self.sentence, self.link, self._undo_keys, self._redo_keys, self.privacy, self.backup)
        told = [part for part in parts if part is self.privacy or not part.isHidden()]
        needed = sum(part.sizeHint().width() + _GAP for part in told) + theme.px(_AROUND)
        has_room = needed <= self.width() or not self.sentence.whole_text()
        self.privacy.setVisible(has_room)
        self._dot.setVisible(has_room and not self.backup.isHidden())

    def _pressed(self) -> None:
        (self.redo if self._redoing else self.undo).emit()

    def _restyle(self) -> None:
        self.setFixedHeight(theme.px(28))
