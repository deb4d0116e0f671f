"""Panes side by side, or one above another, with one thin line between, which can be dragged."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from ui import theme


class _Line(QSplitterHandle):
    """The line between two panes."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.orientation() is Qt.Orientation.Horizontal:
            painter.fillRect(self.width() // 2, 0, 1, self.height(), theme.color("border"))
        else:
            painter.fillRect(0, self.height() // 2, self.width(), 1, theme.color("border"))


class Splitter(QSplitter):
    """Panes that can't be folded away by accident; the first one given as `stretch` takes what room is free."""

    def __init__(
        self,
        *panes: QWidget,
        stretch: int = 0,
        sizes: tuple[int, ...] = (),
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
    ) -> None:
        super().__init__(orientation)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(5)
        for pane in panes:
            self.addWidget(pane)
        for number in range(len(panes)):
            self.setStretchFactor(number, int(number == stretch))
        if sizes:
            self.setSizes([theme.px(size) for size in sizes])
        self._shares: tuple[float, ...] = ()
        # A pane that was just put in gets its size a moment later, and would get what it hints at.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._give)
        self.dragged = False
        """Whether a person has drawn the panes as wide as they are."""
        self.splitterMoved.connect(self._take_drag)

    def share(self, *shares: float) -> None:
        """Give each pane its share of the room, until a person drags the line; none: as they are."""
        self._shares = shares
        self._soon.start()

    def shares(self) -> tuple[float, ...]:
        """The part of the room that each pane has."""
        whole = sum(self.sizes()) or 1
        return tuple(size / whole for size in self.sizes())

    def _take_drag(self) -> None:
        self.dragged = True
        self.share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give()

    def _give(self) -> None:
        across = self.orientation() is Qt.Orientation.Horizontal
        extent = (self.width() if across else self.height()) - self.handleWidth()
        if self._shares:
            self.setSizes([round(extent * share) for share in self._shares])

    def createHandle(self) -> QSplitterHandle:
        return _Line(self.orientation(), self)
