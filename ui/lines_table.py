"""A table of lines: a head, rows of cells, one row current; for whatever a page lists."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHeaderView, QTableView, QWidget

from ui import theme
from ui.delegates import Cell, TableDelegate, draw_text
from ui.roles import CELL_ROLE, NO_PARENT, OBJECT_ROLE, Index
from ui.wording import Tone

_LEAST: Final = 110
"""A column of words is at least so wide (pixels at 100 %); where the table is narrower, it scrolls sideways."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row: what it is about by its id, and its cells."""

    id: int
    cells: tuple[Cell, ...]


class LinesModel(QAbstractTableModel):
    """Rows of cells under a head."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._head: tuple[str, ...] = ()
        self._lines: tuple[Line, ...] = ()

    def show(self, head: Sequence[str], lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self._head, self._lines = tuple(head), tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._head)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.cells[index.column()].text
            case _:
                return {CELL_ROLE: line.cells[index.column()], OBJECT_ROLE: line.id}.get(role)

    def headerData(self, section: int, direction: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if direction is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._head[section]
        if direction is Qt.Orientation.Horizontal and role == CELL_ROLE:
            return bool(self._lines) and self._lines[0].cells[section].right
        return None

    def as_csv(self) -> str:
        """The table as a file that spreadsheets open; what would be a formula there is told apart by an apostrophe."""
        buffer = io.StringIO()
        writer = csv.writer(buffer)
        writer.writerow(self._head)
        for line in self._lines:
            writer.writerow([_safe(cell.text) for cell in line.cells])
        return buffer.getvalue()

    def row_of(self, line_id: int) -> int:
        return next((row for row, line in enumerate(self._lines) if line.id == line_id), -1)


class _Head(QHeaderView):
    """Names of columns on the table's own ground."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHighlightSections(False)

    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:  # noqa: N802, N803 - Qt's
        """As wide as the name is painted."""
        words = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal))
        width = QFontMetrics(theme.font("small_strong")).horizontalAdvance(words) + 2 * theme.px(8) + 2
        return QSize(width, super().sectionSizeFromContents(logicalIndex).height())

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's
        painter.save()
        painter.fillRect(rect, theme.color("surface"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("border"))
        right = bool(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal, CELL_ROLE))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        words = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal))
        area = rect.adjusted(theme.px(8), 0, -theme.px(8), 0)
        draw_text(painter, area, words, "small_strong", "text2", align=side)
        painter.restore()


class LinesView(QTableView):
    """A table of lines, of which one is current."""

    chosen = Signal(int)
    opened = Signal(int)
    """Enter or a double click."""
    acted = Signal(int)
    """What a cell offers to do (`Tone.LINK`) was clicked, or Enter was pressed on it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LinesModel(self)
        self._words: list[int] = []
        self.setModel(self.lines)
        self.setItemDelegate(TableDelegate(self, strong_column=0, check_column=-1))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.setHorizontalHeader(_Head(self))
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.clicked.connect(lambda index: self._act(index) if _is_link(index) else None)
        self.activated.connect(self._activate)
        self._restyle()
        theme.notifier().changed.connect(self._restyle)

    def show_lines(self, head: Sequence[str], lines: Sequence[Line]) -> None:
        """Show these; the current line stays where it is still there."""
        at = self.current()
        self.blockSignals(True)
        self.lines.show(head, lines)
        self._words = [column for column in range(len(head)) if not (lines and lines[0].cells[column].right)]
        for column in range(len(head)):
            if column not in self._words:
                self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self._fit()
        self.stand_on(at)
        self.blockSignals(False)

    def current(self) -> int:
        index = self.currentIndex()
        return int(index.data(OBJECT_ROLE)) if index.isValid() else 0

    def stand_on(self, line_id: int) -> None:
        row = self.lines.row_of(line_id)
        if row >= 0:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(self.lines.index(row, 0), flags)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Columns of words share what the numbers leave, or each has the least width there is."""
        head, least = self.horizontalHeader(), theme.px(_LEAST)
        numbers = sum(head.sectionSize(column) for column in range(head.count()) if column not in self._words)
        scrolls = self.viewport().width() - numbers < least * len(self._words)
        for column in self._words:
            mode = QHeaderView.ResizeMode.Fixed if scrolls else QHeaderView.ResizeMode.Stretch
            head.setSectionResizeMode(column, mode)
            if scrolls:
                head.resizeSection(column, least)

    def _activate(self, index: Index) -> None:
        if not _is_link(index):
            self.opened.emit(int(index.data(OBJECT_ROLE)))
        elif QApplication.mouseButtons() is Qt.MouseButton.NoButton:
            # The first click of two has done it already.
            self._act(index)

    def _act(self, index: Index) -> None:
        self.acted.emit(int(index.data(OBJECT_ROLE)))

    def _tell(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(int(index.data(OBJECT_ROLE)))

    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.px(36))
        self.horizontalHeader().setFixedHeight(theme.px(30))
        self._fit()


def _is_link(index: Index) -> bool:
    cell: Cell = index.data(CELL_ROLE)
    return cell.tone is Tone.LINK and bool(cell.text)


def _safe(text: str) -> str:
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
