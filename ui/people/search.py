"""The field that searches everything ever written of anybody, a moment after the last key."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cardkeeper.translation import tr
from ui import theme
from ui.delegates import draw_icon
from ui.parts import LineField
from ui.parts.fields import set_margins
from ui.parts.painting import keys_size, paint_keys, turn

_PAUSE_MS: Final = 30
"""Shorter than one notices; of keys that are held down or come at once only the last one asks."""

_EXAMPLES: Final = "company:lindgate  tag:partner  event:fair  met:2026  due:late  talked:>30d  has:card  -tag:vip"
"""Field words, as they are typed in every language."""


class SearchField(LineField):
    """Words to find; `asked` tells them when the typing rests, at once on Enter, and that there are none on Esc."""

    asked = Signal(str)
    left = Signal()
    """Enter or Esc: the keyboard should go to what was found."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(hint=tr("Search everything"), name=tr("Search everything"), parent=parent)
        self.setToolTip(
            tr(
                "Also: {fields}",
                fields="company:  title:  tag:  event:  met:2026  due:late  talked:>30d  has:card  -tag:",
            )
        )
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.textEdited.connect(self._rest)
        self._indent()
        theme.notifier().changed.connect(self._indent)

    def set_words(self, words: str) -> None:
        """Search these at once."""
        self.setText(words)
        self._ask()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(280), theme.px(32))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self._ask()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self._ask()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        turn(painter, self.rect(), self.layoutDirection())
        draw_icon(painter, QRect(theme.px(8), 0, theme.px(20), self.height()), "magnify", "text2", 18)
        if not self.text() and not self.hasFocus():
            caps = keys_size("Ctrl+F")
            left = self.width() - caps.width() - theme.px(8)
            words = QFontMetrics(self.font()).horizontalAdvance(self.placeholderText()) + theme.px(38)
            if left > words:
                paint_keys(painter, QRect(left, 0, caps.width(), self.height()), "Ctrl+F")

    def _rest(self) -> None:
        self._pause.start()

    def _ask(self) -> None:
        self._pause.stop()
        self.asked.emit(self.text().strip())

    def _indent(self) -> None:
        set_margins(self, theme.px(32), theme.px(10))
