"""The table of people: sorted by a click on a heading, columns moved and chosen, people marked with boxes or keys."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHeaderView, QMenu, QTableView, QWidget

from cardkeeper.translation import tr
from ui import theme
from ui.delegates import TableDelegate, draw_check, draw_icon, draw_text
from ui.people.columns import AT_FIRST, GROWING, WIDTHS, Column, heading
from ui.people.table_model import Index, PeopleModel


class PeopleHeader(QHeaderView):
    """Headings: a box that marks everyone who is shown, and an arrow at the column that sorts."""

    def __init__(self, model: PeopleModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._people = model
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(False)
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(tr("Headings of the table"))

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
        sorts = self.sortIndicatorSection() == column and self.isSortIndicatorShown()
        if sorts:
            up = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
            arrow = QRect(area.right() - theme.px(14), area.top(), theme.px(14), area.height())
            taken = draw_text(painter, area.adjusted(0, 0, -theme.px(18), 0), heading(column), "small_strong", "text")
            arrow.moveLeft(min(area.left() + taken + theme.px(2), arrow.left()))
            draw_icon(painter, arrow, "arrow-up" if up else "arrow-down", "text", 14)
            return
        right = column is Column.OPEN
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        draw_text(painter, area, heading(column), "small_strong", "text2", align=side)


class PeopleTable(QTableView):
    """Enter or a double click opens a person, the space bar marks, Ctrl+A marks everyone who is shown."""

    opened = Signal(int)

    def __init__(self, model: PeopleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = model
        self._marked_last = -1
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
        self.headings.setSortIndicator(Column.NAME, Qt.SortOrder.AscendingOrder)
        self.headings.sectionClicked.connect(self._heading_clicked)
        self.headings.sectionResized.connect(self._resized)
        self.doubleClicked.connect(self._open)
        self._fitting = True
        for column in Column:
            self.setColumnHidden(column, column not in AT_FIRST)
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

    def _heading_clicked(self, section: int) -> None:
        if section == Column.CHECK:
            everyone = self._people.all_checked() is not Qt.CheckState.Checked
            self._people.check(self._people.shown_ids(), on=everyone)
            return
        ascending = not (
            self.headings.sortIndicatorSection() == section
            and self.headings.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        )
        self.sort_by(Column(section), Qt.SortOrder.AscendingOrder if ascending else Qt.SortOrder.DescendingOrder)

    def sort_by(self, column: Column, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the table in the order of a column."""
        self.headings.setSortIndicator(column, order)
        self._people.sort(column, order)

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
        self.setColumnHidden(column, not shown)
        if self._own_widths:
            self.setColumnWidth(column, theme.px(WIDTHS[column]))
        self._share_width()

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
