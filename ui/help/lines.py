"""How a chapter stands in the list of chapters."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.delegates import draw_text
from ui.parts.painting import fill, paint_focus, turn
from ui.roles import Index

_ROW: Final = 32


class ChapterLines(QStyledItemDelegate):
    """A title; soft with a bar at its left where it is the one that is shown."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        turn(painter, option.rect, option.direction)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        area = QRect(option.rect).adjusted(0, 1, 0, -1)
        if chosen:
            fill(painter, area, "soft")
            fill(painter, QRect(area.left(), area.top() + 8, 3, area.height() - 16), "accent", radius=1.5)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            fill(painter, area, "hover")
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, area)
        room = area.adjusted(theme.px(12), 0, -theme.px(8), 0)
        draw_text(painter, room, index.data(), "strong" if chosen else "body", "accent" if chosen else "text")
        painter.restore()
