"""A box that lies over the dimmed window for a moment; Esc, or a click beside it, gives the keyboard back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from ui import theme
from ui.parts.painting import fill

_TOP: Final = 84
_MARGIN: Final = 16


class _Box(QFrame):
    def paintEvent(self, event: QPaintEvent) -> None:
        fill(QPainter(self), self.rect(), "surface", "button", radius=10)


class Overlay(QWidget):
    """Covers the whole window while it is open. What a subclass shows is laid out in `box`."""

    width_px = 640

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.over = window
        self.box = _Box(self)
        self._before: QWidget | None = None
        self.hide()

    def open_over(self, first: QWidget) -> None:
        """Open, with the keyboard in this field."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self.refit()
        self.raise_()
        self.show()
        first.setFocus()

    def close_it(self) -> None:
        """Give the keyboard back."""
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()

    def refit(self) -> None:
        """Lie over the window as large as it is now, the box as high as it needs to be."""
        self.setGeometry(self.over.rect())
        width = min(theme.px(self.width_px), self.over.width() - 2 * _MARGIN)
        top = min(theme.px(_TOP), max(_MARGIN, self.over.height() // 10))
        self.box.setGeometry(QRect((self.over.width() - width) // 2, top, width, self.fit(width, self.room(top))))

    def room(self, top: int) -> int:
        """How high the box may be at most."""
        return self.over.height() - top - _MARGIN

    def fit(self, width: int, room: int) -> int:
        """How high the box is to be."""
        column = self.box.layout()
        if column is None:
            return 0
        column.activate()
        needed = column.totalHeightForWidth(width) if column.hasHeightForWidth() else column.totalSizeHint().height()
        return min(needed, room)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own word
        """The Tab key stays within the box: what lies under it can't be used."""
        stops = list(self._stops())
        here = QApplication.focusWidget()
        if not stops:
            return False
        at = stops.index(here) if here in stops else -1
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        stops[(at + (1 if next else -1)) % len(stops)].setFocus(reason)
        return True

    def _stops(self) -> Iterator[QWidget]:
        part = self.nextInFocusChain()
        while part is not None and part is not self:
            takes_keys = part.isEnabled() and bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
            if takes_keys and self.isAncestorOf(part) and part.isVisible() and part.focusProxy() is None:
                yield part
            part = part.nextInFocusChain()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.box.geometry().contains(event.position().toPoint()):
            self.close_it()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.color("dim"))
