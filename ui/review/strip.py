"""The film strip under the card: the cards of this sitting and how each of them stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cardkeeper.model.drafts import Draft
from cardkeeper.translation import tr, trc, trn
from ui import card_words, theme
from ui.card_picture import paint_card
from ui.delegates import draw_icon, draw_text
from ui.list_model import ListModel
from ui.parts.painting import paint_focus, turn
from ui.pictures import Pictures
from ui.review.sitting import Entry, Standing
from ui.roles import OBJECT_ROLE, Index

_CELL: Final = (84, 70)
_PICTURE: Final = (76, 44)


class StripModel(ListModel[Entry]):
    """The entries of a sitting as lines."""

    current = 0
    """The id of the card under review."""

    def set_entries(self, entries: Sequence[Entry], current: int) -> None:
        """Take the sitting as it is now; only a sitting of another length begins anew."""
        self.current = current
        if len(entries) != len(self._lines):
            self.set_lines(entries)
            return
        self._lines = tuple(entries)
        if entries:
            self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))

    def row_of(self, card_id: int) -> int:
        return next((row for row, entry in enumerate(self._lines) if entry.card.id == card_id), -1)

    def text(self, line: Entry) -> str:
        words, _, _ = standing_words(line, now=line.card.id == self.current)
        return f"{card_words.who(line.card)}, {words}"


def standing_words(entry: Entry, *, now: bool) -> tuple[str, str, str]:
    """How a card stands: in a word, with an icon and the token of its colour."""
    if now:
        return tr("Now"), "arrow-up", "text"
    match entry.standing:
        case Standing.ACCEPTED:
            return tr("Accepted"), "check", "text2"
        case Standing.SKIPPED:
            return tr("Skipped"), "minus", "text2"
        case Standing.LATER:
            return tr("Later"), "timer-sand", "text2"
        case Standing.WAITING:
            return _waiting_words(entry.card.draft)


def _waiting_words(draft: Draft) -> tuple[str, str, str]:
    looks = card_words.looks_left(draft)
    if looks:
        return trn("{count} look", "{count} looks", looks), "alert", "warn"
    if not any(value.text.strip() for value in draft.values):
        return tr("Empty"), "alert", "warn"
    return trc("reads clearly", "Clear"), "check-circle-outline", "text2"


class FilmStrip(QListView):
    """The strip; a click or Enter opens a card."""

    picked = Signal(int)
    """The card that a person wants to see."""

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = StripModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_StripDelegate(pictures, self._model, self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Cards of this sitting"))
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._pick)
        self.activated.connect(self._pick)
        pictures.loaded.connect(self._repaint)
        theme.notifier().changed.connect(self._restyle)
        self._restyle()

    def show_entries(self, entries: Sequence[Entry], current: int) -> None:
        """Show a sitting, the card under review in sight."""
        self._model.set_entries(entries, current)
        self._show_current()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_current()

    def _show_current(self) -> None:
        row = self._model.row_of(self._model.current)
        if row >= 0:
            self.setCurrentIndex(self._model.index(row))
            self.scrollTo(self._model.index(row), QListView.ScrollHint.PositionAtCenter)

    def _repaint(self, picture: str) -> None:
        self.viewport().update()

    def _pick(self, index: QModelIndex) -> None:
        entry = self._model.line_at(index.row())
        if entry is not None and entry.card.id != self._model.current:
            self.picked.emit(entry.card.id)

    def _restyle(self) -> None:
        self.setFixedHeight(theme.px(_CELL[1] + 4))
        self.scheduleDelayedItemsLayout()


class _StripDelegate(QStyledItemDelegate):
    """A small picture with one word under it."""

    def __init__(self, pictures: Pictures, model: StripModel, parent: QListView) -> None:
        super().__init__(parent)
        self._pictures, self._model, self._view = pictures, model, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(_CELL[0]), theme.px(_CELL[1]))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(OBJECT_ROLE)
        if not isinstance(entry, Entry):
            return
        now = entry.card.id == self._model.current
        painter.save()
        turn(painter, option.rect, option.direction)
        picture = QRect(option.rect.left() + 4, option.rect.top() + 4, theme.px(_PICTURE[0]), theme.px(_PICTURE[1]))
        paint_card(painter, picture, entry.card, self._pictures)
        if now:
            paint_focus(painter, picture.adjusted(-2, -2, 2, 2))
        elif self._view.hasFocus() and index.row() == self._view.currentIndex().row():
            paint_focus(painter, picture.adjusted(-1, -1, 1, 1))
        words, icon, tint = standing_words(entry, now=now)
        side = theme.px(14)
        line = QRect(picture.left(), picture.bottom() + theme.px(5), picture.width(), theme.px(16))
        draw_icon(painter, QRect(line.left(), line.top(), side, line.height()), icon, tint, 12)
        draw_text(painter, line.adjusted(side + 2, 0, theme.px(4), 0), words, "tiny", tint)
        painter.restore()
