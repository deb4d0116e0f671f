"""The people as a table model: all lines are loaded once, then narrowed and sorted as values, without a query."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from cardkeeper.model.overview import PersonRow
from cardkeeper.translation import tr
from ui.delegates import Cell
from ui.people.columns import Column, heading, said, sort_key
from ui.roles import CELL_ROLE, OBJECT_ROLE, SORT_ROLE, TONE_ROLE
from ui.wording import tool_tip

Index = QModelIndex | QPersistentModelIndex

NO_PARENT: Final = QModelIndex()


class PeopleModel(QAbstractTableModel):
    """The people that the filters leave, in the order of one column, with a check mark for each.

    Sorting and narrowing work on the loaded values: one pass over 20,000 people, where a proxy would call Python for
    each comparison.
    """

    checked_changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._all: tuple[PersonRow, ...] = ()
        self._kept: Callable[[PersonRow], bool] | None = None
        self._shown: list[PersonRow] = []
        self._checked: set[int] = set()
        self._sorted_by = Column.NAME
        self._order = Qt.SortOrder.AscendingOrder

    # What it holds

    def set_people(self, people: Iterable[PersonRow], keeps: Callable[[PersonRow], bool] | None = None) -> None:
        """Take the people as they are now, show those for whom `keeps` holds; marks of those who are gone go too."""
        self._all, self._kept = tuple(sorted(people, key=sort_key(Column.NAME))), keeps
        self._checked &= {row.id for row in self._all}
        self._show()

    def narrow(self, keeps: Callable[[PersonRow], bool] | None) -> None:
        """Show only people for whom this holds; None shows everyone."""
        self._kept = keeps
        self._show()

    def people(self) -> tuple[PersonRow, ...]:
        return self._all

    def shown_ids(self) -> tuple[int, ...]:
        return tuple(row.id for row in self._shown)

    def row_of(self, contact_id: int) -> int:
        """The line on which a person stands, -1 when the filters leave them out."""
        return next((number for number, row in enumerate(self._shown) if row.id == contact_id), -1)

    def person_at(self, line: int) -> PersonRow | None:
        return self._shown[line] if 0 <= line < len(self._shown) else None

    # Check marks

    def checked(self) -> frozenset[int]:
        """The marked people, also those whom the filters hide at the moment."""
        return frozenset(self._checked)

    def check(self, ids: Iterable[int], *, on: bool) -> None:
        """Set or take away the marks of some people."""
        before = len(self._checked)
        self._checked = self._checked | set(ids) if on else self._checked - set(ids)
        if len(self._checked) != before:
            self._marks_changed()

    def _marks_changed(self) -> None:
        if self._shown:
            last = self.index(len(self._shown) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.CheckStateRole])
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, Column.CHECK, Column.CHECK)
        self.checked_changed.emit()

    def all_checked(self) -> Qt.CheckState:
        """Whether all, some or none of the shown people are marked."""
        marked = sum(row.id in self._checked for row in self._shown)
        if not marked:
            return Qt.CheckState.Unchecked
        return Qt.CheckState.Checked if marked == len(self._shown) else Qt.CheckState.PartiallyChecked

    # What Qt asks

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return plain | Qt.ItemFlag.ItemIsUserCheckable if index.column() == Column.CHECK else plain

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.person_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        column = Column(index.column())
        if role == CELL_ROLE:
            words = said(column, row, self._today())
            return Cell(words.text, words.tone, column is Column.OPEN, row.id in self._checked)
        if role == Qt.ItemDataRole.DisplayRole:
            return said(column, row, self._today()).text
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(said(column, row, self._today()).text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(column, row, self._today())
        return self._value(column, row, role)

    def _value(self, column: Column, row: PersonRow, role: int) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole and column is Column.CHECK:
            return Qt.CheckState.Checked if row.id in self._checked else Qt.CheckState.Unchecked
        if role == OBJECT_ROLE:
            return row
        if role == SORT_ROLE:
            return sort_key(column)(row)
        if role == TONE_ROLE:
            return said(column, row, self._today()).tone
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.person_at(index.row()) if index.isValid() else None
        if row is None or role != Qt.ItemDataRole.CheckStateRole or index.column() != Column.CHECK:
            return False
        self.check((row.id,), on=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(Column):
            return None
        column = Column(section)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return heading(column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return heading(column) or tr("Select")
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column is Column.OPEN else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.CheckStateRole if column is Column.CHECK:
                return self.all_checked()
            case _:
                return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the shown people in the order of a column; whoever is current or selected stays so."""
        self._sorted_by, self._order = Column(column) if column > 0 else Column.NAME, order
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._shown[index.row()].id for index in before]
        self._shown = self._in_order(self._narrowed())
        lines = {row.id: line for line, row in enumerate(self._shown)} if before else {}
        after = [self.index(lines[key], index.column()) for key, index in zip(ids, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _show(self) -> None:
        self.beginResetModel()
        self._shown = self._in_order(self._narrowed())
        self.endResetModel()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, Column.CHECK, Column.CHECK)

    def _narrowed(self) -> Iterable[PersonRow]:
        kept = self._kept
        return self._all if kept is None else [row for row in self._all if kept(row)]

    def _in_order(self, rows: Iterable[PersonRow]) -> list[PersonRow]:
        """The rows, which come by name, in the order of the column; equal ones stay by name."""
        descending = self._order is Qt.SortOrder.DescendingOrder
        if self._sorted_by is Column.NAME:
            return list(rows)[:: -1 if descending else 1]
        return sorted(rows, key=sort_key(self._sorted_by), reverse=descending)


def _spoken(column: Column, row: PersonRow, today: date) -> str:
    if column is Column.CHECK:
        return tr("Select {name}", name=row.name)
    return tr("{heading}: {text}", heading=heading(column), text=said(column, row, today).text)
