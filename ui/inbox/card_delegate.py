"""How a card of the inbox is drawn: its picture, whose it is, where they work, and what needs a look."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cardkeeper.model.cards import StoredCard
from cardkeeper.translation import tr
from ui import card_words, theme
from ui.card_picture import paint_card
from ui.delegates import draw_icon, draw_text, has
from ui.inbox.card_model import Coming
from ui.parts.painting import fill, paint_focus, turn
from ui.pictures import Pictures
from ui.roles import OBJECT_ROLE, Index
from ui.wording import Tone

CELL: Final = (163, 160)
"""Width and height of a cell in pixels at 100 % text size."""
GAP: Final = 12
"""Pixels between two cells."""
_PICTURE_HEIGHT: Final = 88
_INSET: Final = 7


class CardDelegate(QStyledItemDelegate):
    """Draws cards, and a dashed place for each that is being read."""

    def __init__(self, pictures: Pictures, view: QListView) -> None:
        super().__init__(view)
        self._pictures, self._view = pictures, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._view.gridSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown = index.data(OBJECT_ROLE)
        painter.save()
        turn(painter, option.rect, option.direction)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        inset = theme.px(_INSET)
        cell = option.rect.adjusted(0, 0, -theme.px(GAP), -theme.px(GAP))
        picture = cell.adjusted(inset, inset, -inset, 0)
        picture.setHeight(theme.px(_PICTURE_HEIGHT))
        if isinstance(shown, StoredCard):
            _paint_ground(painter, option, cell)
            paint_card(painter, picture, shown, self._pictures)
            if shown.back is not None:
                _paint_back(painter, picture)
            _paint_words(painter, picture, shown)
        elif isinstance(shown, Coming):
            _paint_coming(painter, picture, shown)
        painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, cell: QRect) -> None:
    if has(option, QStyle.StateFlag.State_Selected):
        fill(painter, cell, "soft", "accent")
    elif has(option, QStyle.StateFlag.State_MouseOver):
        fill(painter, cell, "hover")
    if has(option, QStyle.StateFlag.State_HasFocus):
        paint_focus(painter, cell)


def _paint_back(painter: QPainter, picture: QRect) -> None:
    """A mark in the corner of the picture: this card has a back, too."""
    side = theme.px(22)
    corner = QRect(picture.right() - side - 3, picture.bottom() - side - 3, side, side)
    fill(painter, corner, "surface", "border", radius=4)
    draw_icon(painter, corner, "card-multiple-outline", "text2", 16)


def _paint_words(painter: QPainter, picture: QRect, card: StoredCard) -> None:
    line = theme.px(17)
    top = picture.bottom() + theme.px(7)
    area = QRect(picture.left(), top, picture.width(), theme.px(18))
    draw_text(painter, area, card_words.who(card), "strong")
    draw_text(painter, area.translated(0, line), card_words.where(card), "small", "text2")
    said = card_words.state(card)
    third = area.translated(0, 2 * line)
    warns = said.tone is Tone.WARN
    tint = "warn" if warns else "text2"
    side = theme.px(14)
    draw_icon(painter, QRect(third.left(), third.top(), side, third.height()), "alert" if warns else "check", tint, 14)
    draw_text(
        painter, third.adjusted(side + theme.px(4), 0, 0, 0), said.text, "small_strong" if warns else "small", tint
    )


def _paint_coming(painter: QPainter, area: QRect, coming: Coming) -> None:
    edge = QPen(theme.color("control"), 1, Qt.PenStyle.DashLine)
    painter.setPen(edge)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(0, 0, -1, -1), 4, 4)
    draw_icon(painter, area, "text-recognition", "text2", 24)
    words = QRect(area.left(), area.bottom() + theme.px(7), area.width(), theme.px(18))
    draw_text(painter, words, tr("Reading"), "body", "text2")
    draw_text(painter, words.translated(0, theme.px(17)), coming.words, "small", "text2")
