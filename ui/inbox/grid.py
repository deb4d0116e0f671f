"""The grid of cards in the inbox: opened by a click or Enter, several chosen with Ctrl or Shift."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from cardkeeper.translation import tr
from ui import theme
from ui.inbox.card_delegate import CELL, GAP, CardDelegate
from ui.inbox.card_model import CardModel
from ui.pictures import Pictures

_NARROWER: Final = 28
"""Pixels at 100 % text that all cells of a row together may give up so that one more has room."""


class CardGrid(QListView):
    """Shows the cards of a model."""

    opened = Signal(int)
    """The id of the card that a person wants to review."""
    chosen = Signal(object)
    """The ids of the cards that are chosen, in the order of the grid, a tuple."""

    def __init__(self, model: CardModel, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = model
        self.setModel(model)
        self.setItemDelegate(CardDelegate(pictures, self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Cards that are ready for review"))
        self.viewport().setAutoFillBackground(False)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.clicked.connect(self._open_clicked)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit(self.chosen_ids()))
        theme.notifier().changed.connect(self._spread)
        self._spread()

    def take_first(self) -> None:
        """Mark the first card where none is marked, so that Enter has something to open."""
        if self._cards.cards() and not self.currentIndex().isValid():
            mark = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self._cards.index(0), mark)

    def chosen_ids(self) -> tuple[int, ...]:
        """The ids of the cards that are chosen, in the order of the grid."""
        lines = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(card.id for line in lines if (card := self._cards.card_at(line)))

    def choose_current(self) -> None:
        """Choose none but the card with the mark."""
        mark = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self.currentIndex(), mark)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def _open_clicked(self, index: QModelIndex) -> None:
        """A click opens a card, unless it is one to choose several."""
        several = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if not QGuiApplication.keyboardModifiers() & several:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        card = self._cards.card_at(index.row()) if index.isValid() else None
        if card is not None:
            self.opened.emit(card.id)

    def _spread(self) -> None:
        """Share the width among as many columns as fit."""
        room = max(1, self.viewport().width() - 1)
        columns = max(1, (room + theme.px(_NARROWER)) // theme.px(CELL[0] + GAP))
        size = QSize(room // columns, theme.px(CELL[1] + GAP))
        if size != self.gridSize():
            self.setGridSize(size)
        self.setMinimumHeight(size.height())
