"""Panes side by side with one thin line between, which can be dragged."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from ui import theme


class _Line(QSplitterHandle):
    """The line between two panes."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.width() // 2, 0, 1, self.height(), theme.color("border"))


class Splitter(QSplitter):
    """Panes that can't be folded away by accident; the first one given as `stretch` takes what room is free."""

    def __init__(self, *panes: QWidget, stretch: int = 0, sizes: tuple[int, ...] = ()) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(5)
        for pane in panes:
            self.addWidget(pane)
        for number in range(len(panes)):
            self.setStretchFactor(number, int(number == stretch))
        if sizes:
            self.setSizes([theme.px(size) for size in sizes])

    def createHandle(self) -> QSplitterHandle:
        return _Line(self.orientation(), self)
