"""The rail at the left: search, the pages with what waits on each, what is being read, the drawer, the settings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cardkeeper.translation import tr, trn
from ui import theme
from ui.jobs import Progress
from ui.key_words import keys_in_words
from ui.language import number
from ui.main_window.rail_buttons import DrawerButton, PageButton, RailButton, ReadingButton, SearchButton
from ui.parts import Separator
from ui.parts.painting import draw_words, fill, mirrored, paint_focus
from ui.roles import NO_PARENT, Index

WIDE: Final = 208
NARROW: Final = 56
_ROW: Final = 36
_AROUND: Final = 72
"""Pixels for margins, gaps and lines between the rows."""
_NAME_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_COUNT_ROLE: Final = Qt.ItemDataRole.UserRole + 2
_ICON_ROLE: Final = Qt.ItemDataRole.UserRole + 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A page as the rail names it."""

    name: str
    text: str
    icon: str


class _Pages(QAbstractListModel):
    """The pages and how much waits on each."""

    def __init__(self, entries: Sequence[Entry], parent: QWidget) -> None:
        super().__init__(parent)
        self._entries = tuple(entries)
        self._counts: dict[str, int] = {}

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self._entries[index.row()]
        count = self._counts.get(entry.name, 0)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{entry.text}, {number(count)}" if count else entry.text
            case Qt.ItemDataRole.ToolTipRole:
                return f"{entry.text} ({keys_in_words(f'Ctrl+{index.row() + 1}')})"
            case _:
                return {_NAME_ROLE: entry.name, _COUNT_ROLE: count, _ICON_ROLE: entry.icon}.get(role)

    def row_of(self, name: str) -> int:
        return next((row for row, entry in enumerate(self._entries) if entry.name == name), -1)

    def count(self, name: str) -> int:
        return self._counts.get(name, 0)

    def set_count(self, name: str, count: int) -> None:
        if self._counts.get(name, 0) != count:
            self._counts[name] = count
            row = self.index(self.row_of(name))
            self.dataChanged.emit(row, row)


class _RowDelegate(QStyledItemDelegate):
    """A page: its icon, its name, how much waits there, and a bar at the left of the one that is shown."""

    narrow = False
    height = _ROW

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setLayoutDirection(option.direction)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        area = QRect(option.rect).adjusted(0, 1, 0, -1)
        if chosen:
            fill(painter, area, "soft")
            bar = QRect(area.left(), area.top() + 8, 3, area.height() - 16)
            fill(painter, mirrored(bar, area, option.direction), "accent", radius=1.5)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            fill(painter, area, "track")
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, area)
        tint = "accent" if chosen else "text2"
        side = theme.px(18)
        left = area.center().x() - side // 2 if self.narrow else area.left() + theme.px(10)
        top = area.top() + (area.height() - side) // 2
        icon = mirrored(QRect(left, top, side, side), area, option.direction)
        painter.drawPixmap(icon, theme.pixmap(index.data(_ICON_ROLE), tint, side))
        if not self.narrow:
            words = area.adjusted(theme.px(38), 0, -theme.px(10), 0)
            self._paint_words(painter, mirrored(words, area, option.direction), index, chosen=chosen)
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRect, index: Index, *, chosen: bool) -> None:
        count = int(index.data(_COUNT_ROLE))
        shown = number(count) if count else ""
        painter.setFont(theme.font("small_strong" if chosen else "small", tabular=True))
        painter.setPen(theme.color("accent" if chosen else "text2"))
        draw_words(painter, area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)
        taken = painter.fontMetrics().horizontalAdvance(shown) + 4
        # What is aligned to the right stands at the left where people write from right to left.
        flipped = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        area.adjust(taken if flipped else 0, 0, 0 if flipped else -taken, 0)
        painter.setFont(theme.font("strong" if chosen else "body"))
        painter.setPen(theme.color("accent" if chosen else "text"))
        words = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, area.width())
        draw_words(painter, area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


class _PageList(QListView):
    """The pages; arrow keys and the mouse choose."""

    moved = Signal(QModelIndex)
    """A key has chosen this page."""

    def __init__(self, model: _Pages, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = _RowDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self.rows)
        self.setAccessibleName(tr("Pages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Not `currentChanged`: a list that gets the keyboard chooses its first row by itself.
        before = self.currentIndex()
        super().keyPressEvent(event)
        chosen = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if chosen or self.currentIndex() != before:
            self.moved.emit(self.currentIndex())

    def usual_height(self) -> int:
        return theme.px(_ROW) * self.model().rowCount()

    def set_room(self, share: float) -> None:
        """As high as its rows, each of which takes this share of the usual height."""
        self.rows.height = int(theme.px(_ROW) * share)
        self.setFixedHeight(self.rows.height * self.model().rowCount())
        self.doItemsLayout()


class Rail(QWidget):
    """Where one is, what waits, and the ways to the rest."""

    chosen = Signal(str)
    """The name of a page that a person wants to see."""
    search = Signal()
    drawer = Signal()

    def __init__(self, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = False
        self._model = _Pages(entries, self)
        self.pages = _PageList(self._model, self)
        self.search_button = SearchButton(self)
        self.reading_button = ReadingButton(self)
        self.drawer_button = DrawerButton(self)
        self.settings_button = PageButton("cog-outline", tr("Settings"), self)
        self.help_button = PageButton("help-circle-outline", tr("Help"), self)
        self._buttons: tuple[RailButton, ...] = (
            self.search_button,
            self.reading_button,
            self.drawer_button,
            self.settings_button,
            self.help_button,
        )
        self._lines = (Separator(self), Separator(self))
        self._arrange()
        self.pages.clicked.connect(self._take)
        self.pages.moved.connect(self._take)
        self.search_button.clicked.connect(self.search)
        self.reading_button.clicked.connect(lambda: self.chosen.emit("inbox"))
        self.drawer_button.clicked.connect(self.drawer)
        self.settings_button.clicked.connect(lambda: self.chosen.emit("preferences"))
        self.help_button.clicked.connect(lambda: self.chosen.emit("help"))
        self.set_progress(None)
        self.set_drawer(0, 0)
        self._restyle()
        theme.notifier().changed.connect(self._restyle)

    def set_current(self, name: str) -> None:
        """Mark the page that is shown; one that the rail does not name marks none."""
        row = self._model.row_of(name)
        selection = self.pages.selectionModel()
        selection.blockSignals(True)
        if row < 0:
            selection.clear()
        else:
            selection.setCurrentIndex(self._model.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        selection.blockSignals(False)
        self.pages.viewport().update()
        self.settings_button.set_chosen(name == "preferences")
        self.help_button.set_chosen(name == "help")

    def set_count(self, name: str, count: int) -> None:
        self._model.set_count(name, count)

    def count(self, name: str) -> int:
        return self._model.count(name)

    def set_drawer(self, count: int, oldest_days: int) -> None:
        """How many people nobody followed up, and for how many days the oldest has been waiting."""
        if count:
            line = trn("The oldest for {count} day", "The oldest for {count} days", oldest_days)
            self.drawer_button.show_words(
                trn("{count} still in the drawer", "{count} still in the drawer", count), line
            )
        else:
            self.drawer_button.show_words(tr("Nobody in the drawer"), "")
        self.drawer_button.count = count

    def set_progress(self, progress: Progress | None) -> None:
        """How far the reading is; None when nothing is read."""
        self.reading_button.setVisible(progress is not None)
        self._lines[0].setVisible(progress is not None)
        self._fit_height()
        if progress is not None:
            self.reading_button.show_progress(progress)

    def set_narrow(self, narrow: bool) -> None:
        """Icons only."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("rail"))
        edge = mirrored(QRect(self.width() - 1, 0, 1, self.height()), self.rect(), self.layoutDirection())
        painter.fillRect(edge, theme.color("border"))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 9, 8)
        column.setSpacing(4)
        column.addWidget(self.search_button)
        column.addSpacing(8)
        column.addWidget(self.pages)
        column.addStretch(1)
        column.addWidget(self._lines[0])
        column.addWidget(self.reading_button)
        column.addWidget(self._lines[1])
        column.addWidget(self.drawer_button)
        column.addWidget(self.settings_button)
        column.addWidget(self.help_button)

    def _take(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(str(index.data(_NAME_ROLE)))

    def _restyle(self) -> None:
        # Icons need no wider rail at a larger text size; words do.
        self.setFixedWidth(max(NARROW, theme.px(NARROW)) if self._narrow else theme.px(WIDE))
        self.pages.rows.narrow = self._narrow
        for button in self._buttons:
            button.set_narrow(self._narrow)
        self._fit_height()
        self.update()

    def _fit_height(self) -> None:
        """With large text in a low window all rows are lower, so that none lies upon another."""
        shown = (button for button in self._buttons if not button.isHidden())
        usual = self.pages.usual_height() + sum(button.usual_height() for button in shown)
        share = min(1.0, max(0.5, (self.height() - _AROUND) / usual))
        self.pages.set_room(share)
        for button in self._buttons:
            button.set_room(share)
