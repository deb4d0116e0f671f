"""Text of any length in a page: broken at words, and within a word only where it is wider than the room."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.delegates import paragraph
from ui.parts import Label


class Paragraph(Label):
    """A label that never asks for more width than there is, unlike Qt's, which is as wide as the longest word."""

    def __init__(self, text: str = "", role: str = "body", color: str = "text", parent: QWidget | None = None) -> None:
        self._layout: QTextLayout | None = None
        self._layout_width = 0
        super().__init__(text, role, color, wrap=True, parent=parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_text(self, text: str) -> None:
        self._layout = None
        super().set_text(text)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        lines = self._lines(width - margins.left() - margins.right())
        return math.ceil(lines.boundingRect().height()) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        longest = max((len(line) for line in self.text().split("\n")), default=0)
        metrics = QFontMetrics(self.font())
        width = min(metrics.averageCharWidth() * (longest + 2), theme.px(280))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(32), QFontMetrics(self.font()).height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme.color(self._color))
        inside = self.contentsRect()
        self._lines(inside.width()).draw(painter, QPointF(inside.left(), inside.top()))

    def _lines(self, width: int) -> QTextLayout:
        if self._layout is None or self._layout_width != width:
            self._layout, self._layout_width = paragraph(self.text(), width, self._role), width
        return self._layout

    def _restyle(self) -> None:
        self._layout = None
        super()._restyle()
        self.updateGeometry()


class Sentence(Paragraph):
    """As wide as it is in one line, where there is the room; more lines where there is not."""

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        width = max(map(metrics.horizontalAdvance, self.text().split("\n"))) + 2
        return QSize(width, self.heightForWidth(width))
