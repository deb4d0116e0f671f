"""The table of people: sorted by a click on a heading, columns moved and chosen, people marked with boxes or keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHeaderView, QMenu, QTableView, QWidget

from cardkeeper.translation import tr
from ui import theme
from ui.delegates import TableDelegate, draw_check, draw_icon, draw_text
from ui.parts import open_below
from ui.people.columns import GROWING, WIDTHS, Column, Layout, heading
from ui.people.table_model import PeopleModel
from ui.roles import Index

FIRST_LAYOUT: Final = Layout()


class PeopleHeader(QHeaderView):
    """Headings: a box that marks everyone who is shown, and an arrow at the column that sorts."""

    def __init__(self, model: PeopleModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._people = model
        self._sorts: dict[Column, tuple[int, bool]] = {}
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(False)
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(tr("Headings of the table"))

    def show_sorts(self, sorts: Sequence[tuple[Column, bool]]) -> None:
        """Mark the columns that sort, with their rank where there are several."""
        self._sorts = {column: (rank, down) for rank, (column, down) in enumerate(sorts, start=1)}
        words = tr("A click sorts, with Shift also those who are equal")
        self.setToolTip(words)
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's
        painter.save()
        painter.fillRect(rect, theme.color("surface"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("border"))
        column = Column(logicalIndex)
        if column is Column.CHECK:
            draw_check(painter, rect, self._people.all_checked())
        else:
            self._paint_words(painter, rect.adjusted(theme.px(8), 0, -theme.px(8), 0), column)
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRect, column: Column) -> None:
        rank, down = self._sorts.get(column, (0, False))
        if rank:
            mark = QRect(area.right() - theme.px(14), area.top(), theme.px(14), area.height())
            room = theme.px(18 if len(self._sorts) == 1 else 28)
            taken = draw_text(painter, area.adjusted(0, 0, -room, 0), heading(column), "small_strong", "text")
            mark.moveLeft(min(area.left() + taken + theme.px(2), mark.left()))
            draw_icon(painter, mark, "arrow-down" if down else "arrow-up", "text", 14)
            if len(self._sorts) > 1:
                mark.translate(theme.px(14), 0)
                draw_text(painter, mark, str(rank), "small", "text2")
            return
        right = column is Column.OPEN
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        draw_text(painter, area, heading(column), "small_strong", "text2", align=side)


class PeopleTable(QTableView):
    """Enter or a double click opens a person, the space bar marks, Ctrl+A marks everyone who is shown."""

    opened = Signal(int)
    rearranged = Signal(bool)
    """The columns or the order were chosen anew; with whether it is the order."""

    def __init__(self, model: PeopleModel, layout: Layout = FIRST_LAYOUT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = model
        self._sorts = layout.sorts
        self._marked_last = -1
        self._lent: Column | None = None
        self._own_widths = False
        self._fitting = False
        self.headings = PeopleHeader(model, self)
        self.setHorizontalHeader(self.headings)
        self.setModel(model)
        self.setItemDelegate(TableDelegate(self, strong_column=Column.NAME, check_column=Column.CHECK))
        self.setAccessibleName(tr("People"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.headings.setStretchLastSection(False)
        self.headings.setSortIndicatorShown(True)
        self.headings.sectionClicked.connect(self._heading_clicked)
        self.headings.sectionMoved.connect(lambda: self.rearranged.emit(False))
        self.headings.sectionResized.connect(self._resized)
        self.doubleClicked.connect(self._open)
        self._fitting = True
        for column in Column:
            self.setColumnHidden(column, column not in layout.columns)
        self.headings.blockSignals(True)
        for place, column in enumerate(layout.columns):
            self.headings.moveSection(self.headings.visualIndex(column), place)
        self.headings.blockSignals(False)
        self._show_sorts()
        self._fit()
        theme.notifier().changed.connect(self._fit)

    # Columns

    def column_menu(self) -> QMenu:
        """Which columns show; the name always does."""
        menu = QMenu(self)
        for column in Column:
            if column in (Column.CHECK, Column.NAME):
                continue
            action = menu.addAction(heading(column))
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(column))
            action.toggled.connect(lambda shown, column=column: self._show_column(column, shown=shown))
        return menu

    def show_column_menu(self, button: QWidget) -> None:
        """Let a person choose the columns, below a button."""
        menu = self.column_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        open_below(menu, button)

    def arrangement(self) -> Layout:
        """Which columns are shown, from left to right, and by which the table is sorted."""
        places = sorted(Column, key=self.headings.visualIndex)
        own = (column for column in places if not self.isColumnHidden(column) and column is not self._lent)
        return Layout(tuple(own), self._sorts)

    def lend(self, column: Column | None) -> None:
        """Show a column for as long as what the table shows needs it, without making it one of the person's own."""
        if column is self._lent or (column is not None and self._lent is None and not self.isColumnHidden(column)):
            return
        if self._lent is not None:
            self.setColumnHidden(self._lent, True)
        self._lent = column
        if column is not None:
            self.setColumnHidden(column, False)
        self._share_width()

    def _heading_clicked(self, section: int) -> None:
        if section == Column.CHECK:
            everyone = self._people.all_checked() is not Qt.CheckState.Checked
            self._people.check(self._people.shown_ids(), on=everyone)
            return
        column = Column(section)
        also = bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
        known = dict(self._sorts)
        if also:
            known[column] = not known[column] if column in known else False
            self._sort(tuple(known.items()))
        else:
            self._sort(((column, self._sorts[0] == (column, False)),))

    def sort_by(self, column: Column, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the table in the order of a column."""
        self._sort(((column, order is Qt.SortOrder.DescendingOrder),))

    def _sort(self, sorts: tuple[tuple[Column, bool], ...]) -> None:
        self._sorts = sorts
        self._show_sorts()
        self.rearranged.emit(True)

    def _show_sorts(self) -> None:
        column, down = self._sorts[0]
        self.headings.setSortIndicator(column, Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder)
        self.headings.show_sorts(self._sorts)

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.px(36))
        self.headings.setFixedHeight(theme.px(30))
        self.headings.setMinimumSectionSize(theme.px(30))
        self._share_width()

    def _share_width(self) -> None:
        """Give what room is left to the columns of words, until a person has drawn a column wider or narrower."""
        if self._own_widths:
            return
        shown = [column for column in Column if not self.isColumnHidden(column)]
        free = self.viewport().width() - sum(theme.px(WIDTHS[column]) for column in shown)
        growing = [column for column in shown if column in GROWING]
        self._fitting = True
        for column in shown:
            share = max(0, free) // len(growing) if column in growing else 0
            self.setColumnWidth(column, theme.px(WIDTHS[column]) + share)
        self._fitting = False
        self.viewport().update()

    def _resized(self) -> None:
        drawn = bool(QApplication.mouseButtons() & Qt.MouseButton.LeftButton)
        self._own_widths = self._own_widths or (drawn and not self._fitting)

    def _show_column(self, column: Column, *, shown: bool) -> None:
        if column is self._lent:
            self._lent = None
        self.setColumnHidden(column, not shown)
        if self._own_widths:
            self.setColumnWidth(column, theme.px(WIDTHS[column]))
        self._share_width()
        self.rearranged.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    # People

    def current_id(self) -> int:
        """The person of the current line, 0 for nobody."""
        person = self._people.person_at(self.currentIndex().row())
        return person.id if person else 0

    def stand_on(self, contact_id: int) -> None:
        """Make a person's line current; the first one where they are not shown."""
        row = max(0, self._people.row_of(contact_id))
        if self._people.rowCount():
            index = self._people.index(row, Column.NAME)
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, flags)

    def _open(self, index: QModelIndex) -> None:
        person = self._people.person_at(index.row())
        if person and index.column() != Column.CHECK:
            self.opened.emit(person.id)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        row = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            self._open(self.currentIndex().sibling(row, Column.NAME))
        elif event.key() == Qt.Key.Key_Space:
            self._mark_to(row, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif control and event.key() == Qt.Key.Key_A:
            self._people.check(self._people.shown_ids(), on=True)
        elif event.key() == Qt.Key.Key_Escape and self._people.checked():
            self._people.check(self._people.checked(), on=False)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._mark_to(index.row(), extend=True)
                return
            if index.column() == Column.CHECK or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._marked_last = index.row()
        super().mousePressEvent(event)

    def _mark_to(self, row: int, *, extend: bool) -> None:
        """Turn the mark of a line, or mark all lines from the one that was marked last."""
        person = self._people.person_at(row)
        if person is None:
            return
        if extend and self._marked_last >= 0:
            first, last = sorted((self._marked_last, row))
            self._people.check(self._people.shown_ids()[first : last + 1], on=True)
        else:
            self._people.check((person.id,), on=person.id not in self._people.checked())
        self._marked_last = row
