"""How the lines of lists and tables are drawn: always plain text, colours from the theme, words beside every colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.parts.painting import draw_pixmap, fill, paint_focus, reading_direction, turn, upright
from ui.roles import CELL_ROLE, Index
from ui.wording import Tone

LONGEST: Final = 400
"""More characters than fit in any line; elision need not look at the rest."""

_FLAGS: Final = {
    align: int(align | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine)
    for align in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter)
}

_TURNED: Final = {
    Qt.AlignmentFlag.AlignLeft: Qt.AlignmentFlag.AlignRight,
    Qt.AlignmentFlag.AlignRight: Qt.AlignmentFlag.AlignLeft,
    Qt.AlignmentFlag.AlignHCenter: Qt.AlignmentFlag.AlignHCenter,
}
"""Where words stand that stood there, once the whole line is turned around."""

TONES: Final = {Tone.PLAIN: "text", Tone.QUIET: "text3", Tone.WARN: "warn", Tone.LATE: "err", Tone.LINK: "accent"}
"""The colour of each tone."""


@dataclass(frozen=True, slots=True)
class Cell:
    """All that a cell of a table shows, handed over at once under CELL_ROLE."""

    text: str
    tone: Tone = Tone.PLAIN
    right: bool = False
    marked: bool = False
    """Whether the row that the cell belongs to is marked."""


def one_line(text: str) -> str:
    """A text as one line, whatever was typed or read."""
    return " ".join(text[:LONGEST].split())


@cache
def _type(role: str, tabular: bool) -> tuple[QFont, QFontMetrics]:
    """A role's font with its measures; making both for each cell would take half of the time that drawing takes."""
    font = theme.font(role, tabular=tabular)
    return font, QFontMetrics(font)


@cache
def _forget_type_with_the_theme() -> None:
    theme.notifier().changed.connect(_type.cache_clear)


def draw_text(
    painter: QPainter,
    area: QRect,
    text: str,
    role: str = "body",
    color: str = "text",
    *,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    tabular: bool = False,
) -> int:
    """One line of plain text, elided to the area; returns the width that it took."""
    _forget_type_with_the_theme()
    font, metrics = _type(role, tabular)
    shown = one_line(text)
    width = metrics.horizontalAdvance(shown)
    if width > area.width():
        shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, area.width())
        width = metrics.horizontalAdvance(shown)
    painter.setFont(font)
    painter.setPen(theme.color(color))
    with upright(painter, area) as turned:
        painter.setLayoutDirection(reading_direction(shown))
        painter.drawText(area, _FLAGS[_TURNED[align] if turned else align], shown)
    return width


def paragraph(text: str, width: int, role: str = "body") -> QTextLayout:
    """A text broken into lines at words, and within words only where one is wider than the room; never markup.

    It stands at the side where the window begins, and is read as its own letters are.
    """
    side = QStyle.visualAlignment(QApplication.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
    option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(reading_direction(text))
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text.replace("\n", "\u2028"), theme.font(role))
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a line; what is marked is underlined and in the colour that is named."""

    text: str
    role: str = "body"
    marked: bool = False


def draw_pieces(painter: QPainter, area: QRect, pieces: Sequence[Piece], mark: str = "accent") -> None:
    """One line of plain text of several weights, elided to the area; in the order in which its writing is read."""
    whole = "".join(piece.text for piece in pieces).replace("\n", " ")[:LONGEST]
    layout = QTextLayout(whole, theme.font("strong"))
    shown = QFontMetrics(layout.font()).elidedText(whole, Qt.TextElideMode.ElideRight, area.width())
    layout.setText(shown)
    layout.setFormats(_formats(pieces, mark))
    with upright(painter, area) as turned:
        option = QTextOption(_TURNED[Qt.AlignmentFlag.AlignLeft] if turned else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(area.width())
        layout.endLayout()
        layout.draw(painter, QPointF(area.left(), area.top() + (area.height() - line.height()) / 2))


def _formats(pieces: Sequence[Piece], mark: str) -> list[QTextLayout.FormatRange]:
    formats = []
    at = 0
    for piece in pieces:
        one = QTextLayout.FormatRange()
        one.start, one.length = at, len(piece.text)
        font = theme.font(piece.role)
        font.setUnderline(piece.marked)
        one.format.setFont(font)
        one.format.setForeground(theme.color(mark if piece.marked else "text"))
        formats.append(one)
        at += len(piece.text)
    return formats


def draw_paragraph(painter: QPainter, area: QRect, words: QTextLayout) -> None:
    """A `paragraph` from the top of an area, which is as wide as the words were broken to."""
    with upright(painter, area):
        words.draw(painter, QPointF(area.topLeft()))


def draw_icon(painter: QPainter, area: QRect, name: str, color: str, size: int = 20) -> None:
    """An icon in the middle of an area; `size` in pixels at 100 %."""
    side = theme.px(size)
    place = QRect(area.center().x() - side // 2 + 1, area.center().y() - side // 2 + 1, side, side)
    draw_pixmap(painter, place, theme.pixmap(name, color, side))


def draw_check(painter: QPainter, area: QRect, state: Qt.CheckState) -> None:
    """A check box in the middle of an area."""
    side = theme.px(16)
    box = QRect(0, 0, side, side)
    box.moveCenter(area.center())
    if state is Qt.CheckState.Unchecked:
        fill(painter, box, "surface", "control", radius=4)
        return
    fill(painter, box, "accent", radius=4)
    draw_icon(painter, box, "check" if state is Qt.CheckState.Checked else "minus", "on_accent", 14)


def has(option: QStyleOptionViewItem, flag: QStyle.StateFlag) -> bool:
    return bool(option.state & flag)


class TableDelegate(QStyledItemDelegate):
    """A cell of a table: marked rows on a soft ground, a bar at the current row, what is late in words and colour.

    The row stands out as a whole: `strong_column` is set bold, `check_column` shows a box that a click anywhere in its
    cell turns.
    """

    def __init__(self, view: QAbstractItemView, *, strong_column: int, check_column: int) -> None:
        super().__init__(view)
        self._view = view
        self._strong = strong_column
        self._check = check_column

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = QFontMetrics(theme.font("body"))
        text = one_line(str(index.data() or ""))
        return QSize(metrics.horizontalAdvance(text) + theme.px(24), theme.px(36))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: Cell = index.data(CELL_ROLE)
        painter.save()
        turn(painter, option.rect, option.direction)
        self._paint_ground(painter, option, index, marked=cell.marked)
        if index.column() == self._check:
            draw_check(painter, option.rect, Qt.CheckState.Checked if cell.marked else Qt.CheckState.Unchecked)
        else:
            side = theme.px(8)
            self._paint_text(painter, option.rect.adjusted(side, 0, -side, 0), cell, index.column())
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, *, marked: bool) -> None:
        area, column, current = option.rect, index.column(), self._view.currentIndex()
        is_current = index.row() == current.row()
        if marked:
            painter.fillRect(area, theme.color("soft"))
        elif is_current or has(option, QStyle.StateFlag.State_MouseOver):
            painter.fillRect(area, theme.color("hover"))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, theme.color("border"))
        if is_current and column == self._check:
            painter.fillRect(area.left(), area.top(), 3, area.height() - 1, theme.color("accent"))
        if is_current and column == current.column() and self._view.hasFocus():
            paint_focus(painter, area.adjusted(1, 1, -1, -2))

    def _paint_text(self, painter: QPainter, area: QRect, cell: Cell, column: int) -> None:
        if cell.tone is Tone.WARN:
            draw_icon(painter, QRect(area.left(), area.top(), theme.px(16), area.height()), "alert", "warn", 14)
            area = area.adjusted(theme.px(20), 0, 0, 0)
        strong = column == self._strong or cell.tone in (Tone.LATE, Tone.LINK)
        align = Qt.AlignmentFlag.AlignRight if cell.right else Qt.AlignmentFlag.AlignLeft
        draw_text(painter, area, cell.text, "strong" if strong else "body", TONES[cell.tone], align=align, tabular=True)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click anywhere in the cell turns its box; a press alone only makes the row current."""
        if index.column() != self._check or not isinstance(event, QMouseEvent):
            return super().editorEvent(event, model, option, index)
        if event.type() != QEvent.Type.MouseButtonRelease or event.button() is not Qt.MouseButton.LeftButton:
            return False
        if not option.rect.contains(event.position().toPoint()):
            return False
        state = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
        turned = Qt.CheckState.Unchecked if state is Qt.CheckState.Checked else Qt.CheckState.Checked
        return index.model().setData(index, turned, Qt.ItemDataRole.CheckStateRole)
