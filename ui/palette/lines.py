"""The lines of the palette as a model and how they are drawn."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cardkeeper.translation import tr
from ui import theme
from ui.delegates import Piece, draw_icon, draw_pieces, draw_text
from ui.list_model import ListModel
from ui.palette.results import Result, marked
from ui.parts import Command
from ui.parts.painting import fill, keys_size, paint_keys, turn
from ui.roles import OBJECT_ROLE, Index

_ROW, _PERSON_ROW, _HEADING_ROW = 36, 44, 32


class Lines(ListModel[Result]):
    """What is found, in the order of the list."""

    def text(self, line: Result) -> str:
        return line.text

    def spoken(self, line: Result) -> str:
        return ", ".join(part for part in (line.text + line.more, line.detail, line.keys) if part)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self._lines[index.row()].is_heading:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def next_choice(self, row: int, step: int) -> int:
        """The row of the next line that can be chosen, from `row` up (-1) or down (1); the same row at the end."""
        at = row + step
        while 0 <= at < len(self._lines):
            if not self._lines[at].is_heading:
                return at
            at += step
        return row


class LineDelegate(QStyledItemDelegate):
    """Draws a line: an icon, the words with what was found marked, and the keys that do the same."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.words = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: Result = index.data(OBJECT_ROLE)
        if line.is_heading:
            return QSize(0, theme.px(_HEADING_ROW))
        return QSize(0, theme.px(_PERSON_ROW if line.detail else _ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Result = index.data(OBJECT_ROLE)
        painter.save()
        turn(painter, option.rect, option.direction)
        if line.is_heading:
            area = option.rect.adjusted(theme.px(10), 0, 0, -theme.px(4))
            area.setTop(area.bottom() - theme.px(18))
            draw_text(painter, area, line.text, "small_strong", "text2")
        else:
            self._paint_line(painter, option, line)
        painter.restore()

    def _paint_line(self, painter: QPainter, option: QStyleOptionViewItem, line: Result) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            fill(painter, option.rect, "soft")
        elif option.state & QStyle.StateFlag.State_MouseOver:
            fill(painter, option.rect, "hover")
        side = theme.px(18)
        left = option.rect.left() + theme.px(12)
        top = option.rect.top() + (option.rect.height() - side) // 2
        draw_icon(painter, QRect(left, top, side, side), line.icon, "accent" if chosen else "text2", 18)
        area = option.rect.adjusted(theme.px(48), 0, -theme.px(12), 0)
        area.setRight(area.right() - self._paint_keys(painter, area, line, chosen=chosen))
        upper = QRect(area)
        if line.detail:
            upper.setHeight(area.height() // 2 + 1)
            lower = area.adjusted(0, area.height() // 2 + 1, 0, 0)
            lower.setHeight(theme.px(18))
            draw_text(painter, lower, line.detail, "small", "text2")
            upper.setTop(upper.bottom() - theme.px(18))
        self._paint_words(painter, upper, line)

    def _paint_words(self, painter: QPainter, area: QRect, line: Result) -> None:
        """What was typed is marked within the words: underlined and in the accent colour."""
        role = "strong" if line.detail else "body"
        pieces = [Piece(piece, role, found) for piece, found in marked(line.text, self.words)]
        pieces += [Piece(piece, "body", found) for piece, found in marked(line.more, self.words)]
        draw_pieces(painter, area, pieces)

    def _paint_keys(self, painter: QPainter, area: QRect, line: Result, *, chosen: bool) -> int:
        """Draws the keys at the right end; returns the width that they take."""
        keys = "Enter" if chosen else line.keys
        if not keys:
            return 0
        width = keys_size(keys).width()
        paint_keys(painter, QRect(area.right() - width, area.top(), width, area.height()), keys)
        if not chosen:
            return width + theme.px(8)
        words = tr("Do it") if isinstance(line.chosen, Command) else tr("Open")
        room = area.adjusted(0, 0, -width - theme.px(8), 0)
        taken = draw_text(painter, room, words, "small", "text2", align=Qt.AlignmentFlag.AlignRight)
        return width + theme.px(16) + taken
