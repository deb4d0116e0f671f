"""What covers the window while files are dragged over it: one place to let go, wherever that is."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cardkeeper.translation import tr
from ui import theme
from ui.parts.painting import fill


class DropCover(QWidget):
    """Says that letting go here adds the cards."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self) -> None:
        """Lie over the whole window."""
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(theme.color("window"))
        veil.setAlpha(225)
        painter.fillRect(self.rect(), veil)
        edge = QPen(theme.color("accent"), 2, Qt.PenStyle.DashLine)
        painter.setPen(edge)
        painter.drawRoundedRect(self.rect().adjusted(16, 16, -16, -16), 10, 10)
        middle = self.rect().center()
        box = QRect(0, 0, theme.px(360), theme.px(120))
        box.moveCenter(middle)
        fill(painter, box, "surface", "accent", radius=10)
        side = theme.px(36)
        icon = theme.pixmap("tray-arrow-down", "accent", side)
        painter.drawPixmap(middle.x() - side // 2, box.top() + theme.px(20), icon)
        painter.setFont(theme.font("page"))
        painter.setPen(theme.color("text"))
        words = box.adjusted(0, theme.px(60), 0, -theme.px(12))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, tr("Let go to add these cards"))
