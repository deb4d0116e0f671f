"""Three panes side by side where there is room, else the last below the first, else all in one column."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.ground import Ground

THREE: Final = 940
TWO: Final = 620
"""From so many pixels on (at 100 %) three panes stand side by side, or two."""
_SIDE: Final = 300
_SIDE_OF_FORM: Final = 380
_LAST: Final = 292
_ROOMY: Final = 1120
"""What is wider than this gives the panes at the sides a part of it, up to `_MORE` each."""
_MORE: Final = 96


class Column(QScrollArea):
    """Panes one below the other, scrolled together."""

    def __init__(self, ground: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = Ground(ground)
        self.setWidget(inside)
        self._panes = QVBoxLayout(inside)
        self._panes.setContentsMargins(20, 16, 20, 20)
        self._panes.setSpacing(16)
        self._panes.addStretch(1)

    def put(self, *panes: QWidget) -> None:
        """Hold these panes, in this order."""
        for number, pane in enumerate(panes):
            self._panes.insertWidget(number, pane)

    def exchange(self, old: QWidget, new: QWidget) -> None:
        """Put one pane in the place of another."""
        at = max(0, self._panes.indexOf(old))
        self._panes.removeWidget(old)
        old.hide()
        self._panes.insertWidget(at, new)
        new.show()

    def begin_at(self, pane: QWidget) -> None:
        """Scroll so far that this pane begins at the top, however long it is."""
        self.verticalScrollBar().setValue(pane.y() - self._panes.contentsMargins().top())

    def holds(self, pane: QWidget) -> bool:
        return self._panes.indexOf(pane) >= 0


class Columns(QWidget):
    """The panes of a page, arranged by its width."""

    def __init__(self, first: QWidget, middle: QWidget, last: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first, self._middle, self._last = first, middle, last
        self._shape = 0
        self._wide = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._columns = (Column("window"), Column("window"), Column("surface"))
        self._lines = [Ground("border"), Ground("border")]
        for number, column in enumerate(self._columns):
            row.addWidget(column, 1 if number == 1 else 0)
            if number < len(self._lines):
                self._lines[number].setFixedWidth(1)
                row.addWidget(self._lines[number])
        self._arrange()
        theme.notifier().changed.connect(self._arrange_anew)

    def put_first(self, pane: QWidget, *, wide: bool = False) -> None:
        """Put another pane in the place of the first one; a form needs it wider."""
        self._wide = wide
        self._set_widths()
        holder = next((column for column in self._columns if column.holds(self._first)), self._columns[0])
        old, self._first = self._first, pane
        holder.exchange(old, pane)
        QTimer.singleShot(0, pane, lambda: holder.begin_at(pane))

    def bring_up(self, part: QWidget) -> None:
        """Scroll to this part of a pane, once all panes have their place."""
        holder = next(column for column in self._columns if column.isAncestorOf(part))
        QTimer.singleShot(0, holder, lambda: holder.ensureWidgetVisible(part))

    def to_top(self) -> None:
        """Scroll all panes to their beginning."""
        for column in self._columns:
            column.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange_anew(self) -> None:
        self._shape = 0
        self._arrange()

    def _arrange(self) -> None:
        shape = 3 if self.width() >= theme.px(THREE) else 2 if self.width() >= theme.px(TWO) else 1
        if shape == self._shape:
            self._set_widths()
            return
        self._shape = shape
        one, two, three = self._columns
        if shape == 3:
            one.put(self._first)
            two.put(self._middle)
            three.put(self._last)
        elif shape == 2:
            one.put(self._last, self._first)
            two.put(self._middle)
        else:
            two.put(self._last, self._middle, self._first)
        one.setVisible(shape > 1)
        self._lines[0].setVisible(shape > 1)
        three.setVisible(shape == 3)
        self._lines[1].setVisible(shape == 3)
        self._set_widths()

    def _set_widths(self) -> None:
        more = min(theme.px(_MORE), max(0, self.width() - theme.px(_ROOMY)) // 3)
        self._columns[0].setFixedWidth(theme.px(_SIDE_OF_FORM if self._wide else _SIDE) + more)
        self._columns[2].setFixedWidth(theme.px(_LAST) + more)
