"""What happened with a person, newest first: the day, the means, and the words, along a line."""

from __future__ import annotations

import math
from datetime import date
from typing import Final

from PySide6.QtCore import (
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QMenu,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cardkeeper.translation import tr
from ui import theme, wording
from ui.delegates import draw_icon, draw_paragraph, draw_text, paragraph
from ui.list_model import ListModel
from ui.parts.painting import fill, paint_focus, turn
from ui.person.happenings import Happened
from ui.roles import OBJECT_ROLE, Index

_DAY: Final = 66
_TEXT: Final = 102
"""Where the words begin, in pixels at 100 %."""
_LONGEST: Final = 1000
"""More characters of one entry are shown when it is opened to be changed."""


class TimelineModel(ListModel[Happened]):
    """What happened, one entry a line."""

    today = date.min

    def text(self, line: Happened) -> str:
        return line.title

    def spoken(self, line: Happened) -> str:
        parts = (self.day_words(line), self.year_words(line), line.title, line.text)
        return " ".join(part for part in parts if part)

    @staticmethod
    def day_words(entry: Happened) -> str:
        return wording.day(entry.on, entry.on) if entry.on else tr("No day")

    def year_words(self, entry: Happened) -> str:
        """The year, where it is not this one."""
        return str(entry.on.year) if entry.on and entry.on.year != self.today.year else ""


class TimelineDelegate(QStyledItemDelegate):
    """Draws an entry as high as its words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry: Happened = index.data(OBJECT_ROLE)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        return QSize(width, entry_height(entry, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Happened = index.data(OBJECT_ROLE)
        model = index.model()
        area = option.rect
        painter.save()
        turn(painter, option.rect, option.direction)
        view = option.widget
        if isinstance(view, QListView) and view.hasFocus() and view.currentIndex().row() == index.row():
            fill(painter, area.adjusted(0, 0, 0, -2), "soft")
            paint_focus(painter, area.adjusted(0, 0, 0, -2))
        top = area.top() + theme.px(4)
        if isinstance(model, TimelineModel):
            day = QRect(area.left() + theme.px(4), top, theme.px(_DAY), theme.px(20))
            draw_text(painter, day, model.day_words(entry), "small", "text2")
            draw_text(painter, day.translated(0, theme.px(16)), model.year_words(entry), "small", "text2")
        icon = QRect(area.left() + theme.px(_DAY + 4), top, theme.px(24), theme.px(20))
        draw_icon(painter, icon, entry.icon, "text2", 18)
        if index.row() + 1 < model.rowCount():
            below_icon = icon.bottom() + theme.px(3)
            line = QRect(icon.center().x() + 1, below_icon, 1, area.bottom() - below_icon)
            painter.fillRect(line, theme.color("control"))
        words = area.adjusted(theme.px(_TEXT), 0, -theme.px(8), 0)
        draw_text(painter, QRect(words.left(), top, words.width(), theme.px(20)), entry.title, "strong")
        painter.setPen(theme.color("text"))
        below = QRect(words.left(), top + theme.px(20), words.width(), area.height())
        draw_paragraph(painter, below, paragraph(entry.text[:_LONGEST], below.width()))
        painter.restore()


class Timeline(QListView):
    """As high as its entries; each can be changed or removed from its menu."""

    edited = Signal(object)
    """The `Interaction` that a person wants to change."""
    removed = Signal(object)
    """The `Interaction` that a person wants to remove."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights: dict[int, int] = {}
        self.entries = TimelineModel(self)
        self.setModel(self.entries)
        self.setItemDelegate(TimelineDelegate(self))
        self.setAccessibleName(tr("What happened"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.viewport().setAutoFillBackground(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.doubleClicked.connect(lambda index: self._edit(index.row()))
        theme.notifier().changed.connect(self._fit)

    def show_entries(self, entries: tuple[Happened, ...], today: date) -> None:
        """Show what happened."""
        at = self.currentIndex().row()
        self.entries.today = today
        self.entries.set_lines(entries)
        if 0 <= at < len(entries):
            self.setCurrentIndex(self.entries.index(at))
        self._fit()

    def menu_for(self, row: int) -> QMenu | None:
        """What can be done with an entry; None for how one met, which is changed with the person."""
        entry = self.entries.index(row).data(OBJECT_ROLE)
        if not isinstance(entry, Happened) or entry.interaction is None:
            return None
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(tr("Change"), lambda: self._edit(row))
        menu.addAction(tr("Remove"), lambda: self.removed.emit(entry.interaction))
        return menu

    def _show_menu(self, at: QPoint) -> None:
        index = self.indexAt(at) if self.indexAt(at).isValid() else self.currentIndex()
        menu = self.menu_for(index.row())
        if menu is not None:
            menu.popup(self.viewport().mapToGlobal(at))

    def _edit(self, row: int) -> None:
        entry = self.entries.index(row).data(OBJECT_ROLE)
        if isinstance(entry, Happened) and entry.interaction is not None:
            self.edited.emit(entry.interaction)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as all entries are at a width; kept, since layouts ask often."""
        if width not in self._heights:
            entries = self.entries.lines()
            self._heights = {width: sum(entry_height(entry, width) for entry in entries) + 4}
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return QSize(theme.px(240), self.heightForWidth(max(theme.px(240), self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(160), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def _fit(self) -> None:
        self._heights.clear()
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()


def entry_height(entry: Happened, width: int) -> int:
    """How high an entry is drawn at a width."""
    return theme.px(20) + _text_height(entry, width) + theme.px(12)


def _text_height(entry: Happened, width: int) -> int:
    if not entry.text:
        return 0
    room = max(60, width - theme.px(_TEXT) - theme.px(8))
    return math.ceil(paragraph(entry.text[:_LONGEST], room).boundingRect().height())
