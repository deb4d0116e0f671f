"""The people as a table model: all ids in order, and only the lines that somebody looks at, read some at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from cardkeeper.model.overview import PersonRow
from cardkeeper.translation import tr
from ui.delegates import Cell
from ui.people.columns import Column, heading, said
from ui.roles import CELL_ROLE, NO_PARENT, OBJECT_ROLE, TONE_ROLE, Index
from ui.wording import tool_tip

_AT_ONCE: Final = 64
"""More lines than a screen shows; read in less than a millisecond."""
_MOST_KNOWN: Final = 4_096
"""So many lines are remembered, some 10 MB."""

Reader = Callable[[Sequence[int]], Mapping[int, PersonRow]]
"""Reads the lines of some people; those who are gone are left out."""


class PeopleModel(QAbstractTableModel):
    """The people whose ids it is given, in that order, with a check mark for each."""

    checked_changed = Signal()

    def __init__(self, read: Reader, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._today = today
        self._ids: list[int] = []
        self._known: dict[int, PersonRow] = {}
        self._checked: set[int] = set()
        self._state: Qt.CheckState | None = None

    # What it holds

    def show_ids(self, ids: Iterable[int], *, same_people: bool = False) -> None:
        """Show these people in this order; `same_people`: nothing about anybody has changed since the last time."""
        self.beginResetModel()
        self._ids = list(ids)
        if not same_people:
            self._known.clear()
        self._state = None
        self.endResetModel()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, Column.CHECK, Column.CHECK)

    def shown_ids(self) -> tuple[int, ...]:
        return tuple(self._ids)

    def row_of(self, contact_id: int) -> int:
        """The line on which a person stands, -1 when the filters leave them out."""
        try:
            return self._ids.index(contact_id)
        except ValueError:
            return -1

    def person_at(self, line: int) -> PersonRow | None:
        if not 0 <= line < len(self._ids):
            return None
        person = self._ids[line]
        if person not in self._known:
            self._learn(line)
        return self._known.get(person)

    def lines(self, ids: Sequence[int]) -> list[PersonRow]:
        """What is shown of these people, wherever they stand."""
        found = self._read(ids)
        return [found[person] for person in ids if person in found]

    def _learn(self, line: int) -> None:
        """Read the lines around one."""
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
        first = max(0, line - _AT_ONCE // 2)
        self._known.update(self._read(self._ids[first : first + _AT_ONCE]))

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

    def forget_marks(self, of_all_but: Iterable[int]) -> None:
        """Take the marks from everyone who is not among these: they are gone."""
        if self._checked:
            self._checked.intersection_update(of_all_but)
            self._state = None

    def _marks_changed(self) -> None:
        self._state = None
        if self._ids:
            last = self.index(len(self._ids) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.CheckStateRole])
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, Column.CHECK, Column.CHECK)
        self.checked_changed.emit()

    def all_checked(self) -> Qt.CheckState:
        """Whether all, some or none of the shown people are marked."""
        if self._state is None:
            marked = sum(person in self._checked for person in self._ids) if self._checked else 0
            some = Qt.CheckState.Checked if marked == len(self._ids) else Qt.CheckState.PartiallyChecked
            self._state = some if marked else Qt.CheckState.Unchecked
        return self._state

    # What Qt asks

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._ids)

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
            # Somebody who was removed a moment ago, and will be gone from the table in another.
            return Cell("") if role == CELL_ROLE else None
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


def _spoken(column: Column, row: PersonRow, today: date) -> str:
    if column is Column.CHECK:
        return tr("Select {name}", name=row.name)
    return tr("{heading}: {text}", heading=heading(column), text=said(column, row, today).text)
