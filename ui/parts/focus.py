"""The ring around the widget that has the keyboard: two pixels in the accent colour, one pixel off, on every style.

A field shows it always. A button shows it to those who use the keyboard: where a click of the mouse has led, nobody
looks for the ring until a key is pressed.
"""

from __future__ import annotations

from typing import Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWindow
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QTextBrowser,
    QTextEdit,
    QWidget,
)

from ui.parts.painting import RADIUS, paint_focus

_OFF: Final = 3
_FOLLOWED: Final = frozenset(
    {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ZOrderChange}
)
_PRESSES: Final = frozenset(
    {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.TouchBegin, QEvent.Type.TabletPress}
)
# These manage whatever child they are given, so a ring can't be one of their children.
_MANAGING: Final = (QSplitter, QStackedWidget)


class _Ring(QWidget):
    """A ring around one widget, above its neighbours, transparent for the mouse.

    It belongs to the nearest widget around that has room for it, and follows all that lies between.
    """

    def __init__(self, around: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._around, self._holder = around, parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        between: QWidget | None = around
        while between is not None and between is not parent:
            between.installEventFilter(self)
            between = between.parentWidget()
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOLLOWED:
            self._follow()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_focus(painter, self.rect(), RADIUS + _OFF - 1)

    def _follow(self) -> None:
        self.setGeometry(_place_in(self._around, self._holder))
        self.setVisible(self._around.isVisible())
        self.raise_()


def _place_in(around: QWidget, holder: QWidget) -> QRect:
    """Where the ring lies, in the coordinates of the widget that holds it."""
    corner = around.mapTo(holder, QPoint(0, 0))
    return QRect(corner, around.size()).adjusted(-_OFF, -_OFF, _OFF, _OFF)


def _holder_of(around: QWidget) -> QWidget | None:
    """The nearest widget around that has room for the ring and lets it lie anywhere.

    What is scrolled holds its own rings, or they would stay where they are while it moves.
    """
    holder = around.parentWidget()
    while holder is not None and not holder.isWindow():
        above = holder.parentWidget()
        fits = holder.rect().contains(_place_in(around, holder)) and not isinstance(holder, _MANAGING)
        if fits or above is None or isinstance(above.parentWidget(), QAbstractScrollArea):
            break
        holder = above
    return holder if not isinstance(holder, _MANAGING) else None


def _wants_ring(widget: QWidget, *, by_mouse: bool) -> bool:
    """Rows of views draw theirs inside; a button that the mouse has led to is known without one."""
    if widget.property("ring") is False:
        return False
    if isinstance(widget, QLineEdit | QComboBox | QPlainTextEdit | QTextEdit) and not isinstance(widget, QTextBrowser):
        return True
    if isinstance(widget, QAbstractItemView | QAbstractScrollArea):
        return False
    if isinstance(widget, QAbstractButton):
        return not by_mouse
    return isinstance(widget, QTabBar) or bool(widget.property("ring"))


class FocusRings(QObject):
    """Keeps one ring where the keyboard is. A widget opts out, or in, by its property `ring`."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._ring: _Ring | None = None
        self._by_mouse = False
        app.focusChanged.connect(self._move)
        app.focusWindowChanged.connect(self._watch)
        self._watch(app.focusWindow())

    def close(self) -> None:
        """Draw no more rings."""
        self._app.focusChanged.disconnect(self._move)
        self._app.focusWindowChanged.disconnect(self._watch)
        self._take_away()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether mouse or keyboard was used last, as the windows of the system hear it."""
        if event.type() in _PRESSES:
            self._by_mouse = True
        elif event.type() == QEvent.Type.KeyPress and self._by_mouse:
            self._by_mouse = False
            self._move(None, self._app.focusWidget())
        return super().eventFilter(watched, event)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def _move(self, old: QWidget | None, new: QWidget | None) -> None:
        self._take_away()
        if new is None:
            return
        # The line of an editable choice has the keyboard for all of it.
        above = new.parentWidget()
        place = above if isinstance(above, QComboBox) else new
        holder = _holder_of(place)
        if holder is not None and _wants_ring(place, by_mouse=self._by_mouse):
            self._ring = _Ring(place, holder)

    def _take_away(self) -> None:
        if self._ring is not None and shiboken6.isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None
