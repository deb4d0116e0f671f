"""The lines of the page of what was done: each says what and when, and knows what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cardkeeper.library.history import Done
from cardkeeper.library.merges import Merge
from cardkeeper.library.trash import Removed
from ui import theme
from ui.delegates import draw_icon, draw_text, has
from ui.list_model import ListModel
from ui.parts.painting import paint_focus, turn
from ui.roles import OBJECT_ROLE, Index

_ROW: Final = 44


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what was done, when in words, and what it is about."""

    text: str
    when: str
    icon: str
    about: Done | Removed | Merge
    quiet: bool = False
    """Whether it is undone at the moment; the words say so too."""


class LineModel(ListModel[Line]):
    """The lines of one of the lists."""

    def text(self, line: Line) -> str:
        return line.text

    def spoken(self, line: Line) -> str:
        return f"{line.text}, {line.when}"

    def tip(self, line: Line) -> str:
        return line.text


class LineDelegate(QStyledItemDelegate):
    """An icon, what was done, and at the right when; the current line on a soft ground."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(OBJECT_ROLE)
        painter.save()
        turn(painter, option.rect, option.direction)
        area = option.rect
        selected = has(option, QStyle.StateFlag.State_Selected)
        if selected or has(option, QStyle.StateFlag.State_MouseOver):
            painter.fillRect(area, theme.color("soft" if selected else "hover"))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, theme.color("border"))
        if selected:
            painter.fillRect(area.left(), area.top(), 3, area.height() - 1, theme.color("accent"))
        view = option.widget
        if isinstance(view, QListView) and view.hasFocus() and view.currentIndex().row() == index.row():
            paint_focus(painter, area.adjusted(1, 1, -1, -2))
        inside = area.adjusted(theme.px(24), 0, -theme.px(24), 0)
        tint = "text3" if line.quiet else "text2"
        draw_icon(painter, QRect(inside.left(), inside.top(), theme.px(20), inside.height()), line.icon, tint, 18)
        words = inside.adjusted(theme.px(32), 0, 0, 0)
        right = Qt.AlignmentFlag.AlignRight
        taken = draw_text(painter, words, line.when, "small", "text2", align=right, tabular=True)
        words.setRight(words.right() - taken - theme.px(16))
        draw_text(painter, words, line.text, "body", "text3" if line.quiet else "text")
        painter.restore()
