"""A card's picture on a page, front first; where the back came in too, it is one press away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cardkeeper.model.cards import StoredCard
from cardkeeper.model.geometry import Side
from cardkeeper.translation import tr
from ui.parts import Segments
from ui.picture_label import PictureLabel
from ui.pictures import Pictures


class BothSides(QWidget):
    """One card, `of` somebody."""

    def __init__(self, card: StoredCard, of: str, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card, self._of = card, of
        self.picture = PictureLabel(pictures)
        self.sides = Segments([(Side.FRONT, tr("Front"), ""), (Side.BACK, tr("Back"), "")], tr("Side of the card"))
        self.sides.setVisible(card.back is not None)
        self.sides.chosen.connect(lambda value: self._show(Side(value)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.picture)
        column.addWidget(self.sides, alignment=Qt.AlignmentFlag.AlignLeft)
        self._show(Side.FRONT)

    def _show(self, side: Side) -> None:
        cut = self._card.side(side)
        self.picture.show_picture(cut.picture, self._of, cut.height / max(1, cut.width))
