"""What the models of simple lists have alike: lines of one kind, said in text, and handed whole to their delegates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from ui.roles import NO_PARENT, OBJECT_ROLE, Index
from ui.wording import tool_tip

Line = TypeVar("Line")


class ListModel(QAbstractListModel, Generic[Line]):
    """Lines, one a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines instead of those that are shown."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def lines(self) -> tuple[Line, ...]:
        return self._lines

    def line_at(self, row: int) -> Line | None:
        """The line of a row, None where there is none."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    # What a kind of line says

    def text(self, line: Line) -> str:
        """The words of a line."""
        raise NotImplementedError

    def spoken(self, line: Line) -> str:
        """What a screen reader says of a line."""
        return self.text(line)

    def tip(self, line: Line) -> str:
        """What shows while the pointer rests on a line; empty: nothing does."""
        return ""

    # What Qt asks

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line_at(index.row()) if index.isValid() else None
        if line is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text(line)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.spoken(line)
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip(self.tip(line)) or None
        return line if role == OBJECT_ROLE else None
