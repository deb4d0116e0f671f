"""How the lines of the day are drawn: who and what, why, and the action that a line offers."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cardkeeper.relationships.drawer import InDrawer
from cardkeeper.relationships.items import Item
from cardkeeper.translation import tr
from ui import theme
from ui.delegates import draw_icon, draw_text, has
from ui.loops import item_action, item_icon
from ui.parts.painting import fill, paint_focus, turn
from ui.roles import OBJECT_ROLE, Index
from ui.today.model import CLEARED_AT_ONCE, DrawerLine, Heading, Line, title_of, why_of

ROW: Final = 54
HEADING: Final = 32
TEXT_LEFT: Final = 48
"""Where texts begin, from the left edge of a line, in pixels at 100 %."""


class TodayDelegate(QStyledItemDelegate):
    """Draws a line; the buttons of the current one are real widgets that the view puts over the room kept free here."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self.taken_right = 0
        """How much of the current line its buttons take, at the right."""
        self.taken_below = 0
        """How much higher the current line is for a question."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if isinstance(index.data(OBJECT_ROLE), Heading):
            return QSize(0, theme.px(HEADING))
        extra = self.taken_below if index.row() == self._view.currentIndex().row() else 0
        return QSize(0, theme.px(ROW) + extra)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(OBJECT_ROLE)
        painter.save()
        turn(painter, option.rect, option.direction)
        if isinstance(line, Heading):
            self._paint_heading(painter, option.rect, line)
        elif line is not None:
            self._paint_line(painter, option, index, line)
        painter.restore()

    def _paint_heading(self, painter: QPainter, area: QRect, line: Heading) -> None:
        words = area.adjusted(theme.px(12), 0, 0, -theme.px(4))
        words.setTop(words.bottom() - theme.px(20))
        draw_text(painter, words, line.text, "small_strong", "text2")

    def _paint_line(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, line: Line) -> None:
        current = index.row() == self._view.currentIndex().row()
        area = option.rect
        self._paint_ground(painter, option, index, line, current=current)
        top = QRect(area.left(), area.top(), area.width(), theme.px(ROW))
        self._paint_icon(painter, top, line, current=current)
        right = self.taken_right if current else self._paint_action(painter, top, line)
        words = top.adjusted(theme.px(TEXT_LEFT), 0, -right - theme.px(16), 0)
        middle = words.center().y()
        upper = QRect(words.left(), middle - theme.px(19), words.width(), theme.px(20))
        lower = QRect(words.left(), middle + theme.px(1), words.width(), theme.px(18))
        draw_text(painter, upper, title_of(line), "strong")
        self._paint_why(painter, lower, line)

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, line: Line, *, current: bool
    ) -> None:
        area = option.rect
        if current:
            fill(painter, area, "soft")
            if self._view.hasFocus():
                paint_focus(painter, area)
        elif isinstance(line, DrawerLine) or has(option, QStyle.StateFlag.State_MouseOver):
            fill(painter, area, "hover")
        elif self._is_followed(index):
            rule = QRect(area.left() + theme.px(TEXT_LEFT), area.bottom(), area.width() - theme.px(TEXT_LEFT + 8), 1)
            painter.fillRect(rule, theme.color("border"))

    def _is_followed(self, index: Index) -> bool:
        """Whether an ordinary line comes below, from which a rule separates."""
        below = index.row() + 1
        after = index.sibling(below, 0).data(OBJECT_ROLE)
        return isinstance(after, Item | InDrawer) and below != self._view.currentIndex().row()

    def _paint_icon(self, painter: QPainter, area: QRect, line: Line, *, current: bool) -> None:
        place = QRect(area.left() + theme.px(8), area.top(), theme.px(28), area.height())
        draw_icon(painter, place, icon_for(line), "accent" if current else "text2", 20)

    def _paint_action(self, painter: QPainter, area: QRect, line: Line) -> int:
        """The quiet action at the right of a line; returns the width that it takes."""
        text, icon = action_of(line)
        width = QFontMetrics(theme.font("strong")).horizontalAdvance(text)
        left = area.right() - theme.px(12) - width
        draw_text(painter, QRect(left, area.top(), width + 2, area.height()), text, "strong")
        draw_icon(painter, QRect(left - theme.px(24), area.top(), theme.px(20), area.height()), icon, "text", 16)
        return width + theme.px(36)

    def _paint_why(self, painter: QPainter, area: QRect, line: Line) -> None:
        why = why_of(line)
        if isinstance(line, Item) and line.overdue:
            taken = draw_text(painter, area, line.overdue, "small_strong", "err")
            area = area.adjusted(taken + theme.px(4), 0, 0, 0)
            why = why.removeprefix(line.overdue).strip()
        draw_text(painter, area, why, "small", "text2")


def icon_for(line: Line) -> str:
    """The icon at the left of a line."""
    if isinstance(line, Item):
        return item_icon(line)
    return "tray-full" if isinstance(line, DrawerLine) else "account-clock-outline"


def action_of(line: Line) -> tuple[str, str]:
    """The words and the icon of what Enter does on a line."""
    if isinstance(line, Item):
        action = item_action(line)
        return action.text, action.icon
    if isinstance(line, DrawerLine):
        return drawer_words(line), "chevron-up" if line.opened else "chevron-down"
    return tr("Invite to coffee"), "coffee-outline"


def drawer_words(line: DrawerLine) -> str:
    """What the line of the drawer offers."""
    if line.opened:
        return tr("Close the drawer")
    return tr("Clear three now") if line.drawer.count >= CLEARED_AT_ONCE else tr("Clear it now")
