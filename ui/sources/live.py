"""What a camera sees, with the cards on it outlined."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from cardkeeper.translation import tr, trn
from ui import theme
from ui.parts.painting import fill


class LiveView(QWidget):
    """The newest picture, as large as fits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QImage()
        self.outlines: tuple[QPolygonF, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("What the camera sees"))

    def show_picture(self, picture: QImage) -> None:
        self._picture = picture
        self.update()

    def show_outlines(self, outlines: Sequence[QPolygonF]) -> None:
        """Where cards are, as shares of the width and height of the picture."""
        self.outlines = tuple(outlines)
        self.setAccessibleDescription(trn("{count} card seen", "{count} cards seen", len(self.outlines)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(640), theme.px(400))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill(painter, self.rect(), "surface", "border", radius=8)
        if self._picture.isNull():
            return
        size = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        area = QRectF(
            (self.width() - size.width()) / 2, (self.height() - size.height()) / 2, size.width(), size.height()
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, self._picture)
        place = QTransform().translate(area.x(), area.y()).scale(area.width(), area.height())
        tint = QColor("#5bc4cc")
        painter.setPen(QPen(tint, 3))
        tint.setAlphaF(0.13)
        painter.setBrush(tint)
        for outline in self.outlines:
            painter.drawPolygon(place.map(outline))
