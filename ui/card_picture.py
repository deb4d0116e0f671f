"""A card's picture in a list: drawn as large as it fits, with something in its place while it is loaded."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from cardkeeper.model.cards import StoredCard
from cardkeeper.translation import tr
from ui.delegates import draw_text
from ui.parts.painting import draw_card, draw_pixmap, fill
from ui.pictures import Pictures


def paint_card(painter: QPainter, area: QRect, card: StoredCard, pictures: Pictures) -> None:
    """The picture of a card in an edge that also shows where a white card ends; asks for it when it is not there."""
    sha256 = card.card.picture
    loaded = pictures.get(sha256, area.size()) if sha256 else None
    if loaded is not None:
        _paint_loaded(painter, area, loaded)
        return
    fill(painter, area, "rail", "border", radius=4)
    if not sha256 or pictures.missing(sha256):
        draw_text(painter, area, tr("No picture"), "tiny", "text2", align=Qt.AlignmentFlag.AlignHCenter)


def _paint_loaded(painter: QPainter, area: QRect, picture: QPixmap) -> None:
    fill(painter, area, "rail", radius=4)
    size = picture.deviceIndependentSize().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio).toSize()
    target = QRect(area.topLeft(), size.expandedTo(QSize(1, 1)))
    target.moveCenter(area.center())
    if target.size() == area.size():
        draw_card(painter, area, picture)
        return
    draw_pixmap(painter, target, picture)
    fill(painter, area, line="border", radius=4)
