"""The picture of a card on a page: as wide as there is room, at its own shape, loaded off the interface's thread."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cardkeeper.translation import tr
from ui import theme
from ui.delegates import draw_text
from ui.parts.painting import draw_card, fill
from ui.pictures import Pictures

_SHAPE: Final = 0.6
"""Height by width of a card whose picture is not there: ISO/IEC 7810 ID-1 is 53.98 × 85.60 mm, most cards are near."""
_TALLEST: Final = 1.2


class PictureLabel(QWidget):
    """One card's picture, never larger than the room it has."""

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._sha256 = ""
        self._ratio = _SHAPE
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        pictures.loaded.connect(self._loaded)
        theme.notifier().changed.connect(self.update)

    def show_picture(self, sha256: str, of: str, ratio: float = _SHAPE) -> None:
        """Show the picture of this hash; `of` says whose card it is, `ratio` is its height by its width."""
        self._sha256 = sha256
        self._ratio = min(max(ratio, 0.2), _TALLEST)
        self.setAccessibleName(tr("Card of {name}", name=of))
        self.updateGeometry()
        self.update()

    def picture(self) -> str:
        return self._sha256

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * self._ratio)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(240), self.heightForWidth(theme.px(240)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), theme.px(48))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = self.rect()
        loaded = self._pictures.get(self._sha256, area.size()) if self._sha256 else None
        if loaded is None:
            fill(painter, area, "rail", "border", radius=4)
            if self._pictures.missing(self._sha256):
                draw_text(painter, area, tr("No picture"), "small", "text2", align=Qt.AlignmentFlag.AlignHCenter)
        else:
            size = loaded.deviceIndependentSize().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio).toSize()
            target = QRect(area.topLeft(), size)
            target.moveTop(area.top() + (area.height() - size.height()) // 2)
            draw_card(painter, target, loaded)

    def _loaded(self, sha256: str) -> None:
        if sha256 == self._sha256:
            self.update()
