"""The cards that were left out on purpose: each with its reason, and the way back into the inbox."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cardkeeper.model.cards import StoredCard
from cardkeeper.translation import tr, trn
from ui import card_words, theme
from ui.card_picture import paint_card
from ui.delegates import draw_text
from ui.inbox.card_model import CardModel
from ui.parts import Button, Panel, SectionTitle
from ui.parts.painting import paint_row, turn
from ui.pictures import Pictures
from ui.roles import OBJECT_ROLE, Index

_ROW: Final = 60
_PICTURE: Final = (76, 44)


class SkippedPane(QWidget):
    """A list; Enter puts the chosen cards back."""

    put_back = Signal(object)
    """The ids of the cards that are to wait in the inbox again, a tuple."""
    left = Signal()
    """Back to the inbox."""

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = CardModel(self)
        self.list = _SkippedList(self.model, pictures)
        self.back_button = Button(tr("Inbox"), "quiet", icon="chevron-left", size="medium")
        self.put_button = Button(tr("Put back"), icon="undo-variant", keys="Enter", size="medium", shortcut=False)
        self._title = SectionTitle(tr("Skipped on purpose"))
        self.back_button.clicked.connect(self.left)
        self.put_button.clicked.connect(self._put_back)
        self.list.entered_on.connect(self._put_back)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._name_button())
        pictures.loaded.connect(self.model.picture_loaded)
        head = QHBoxLayout()
        head.addWidget(self.back_button)
        head.addWidget(self._title, 1)
        head.addWidget(self.put_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 16)
        column.setSpacing(8)
        column.addLayout(head)
        panel = Panel(margin=1)
        panel.body.addWidget(self.list)
        column.addWidget(panel, 1)

    def show_cards(self, cards: Sequence[StoredCard]) -> None:
        """Take the skipped cards as they are now."""
        self.model.set_cards(cards)
        self._title.set_detail(trn("{count} card", "{count} cards", len(cards)))
        if cards and not self.list.selectionModel().hasSelection():
            mark = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(self.model.index(0), mark)
        self._name_button()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _chosen(self) -> tuple[int, ...]:
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return tuple(card.id for row in rows if (card := self.model.card_at(row)))

    def _name_button(self) -> None:
        count = len(self._chosen())
        self.put_button.set_text(trn("Put back", "Put {count} back", count) if count else tr("Put back"))
        self.put_button.setEnabled(bool(count))

    def _put_back(self) -> None:
        chosen = self._chosen()
        if chosen:
            self.put_back.emit(chosen)


class _SkippedList(QListView):
    entered_on = Signal()
    """Enter was pressed, or a card clicked twice."""

    def __init__(self, model: CardModel, pictures: Pictures) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(_SkippedDelegate(pictures, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(tr("Skipped cards"))
        self.doubleClicked.connect(lambda _: self.entered_on.emit())
        theme.notifier().changed.connect(self.scheduleDelayedItemsLayout)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_on.emit()
            return
        super().keyPressEvent(event)


class _SkippedDelegate(QStyledItemDelegate):
    """Picture, whose card it is, where they work, and why it was left out."""

    def __init__(self, pictures: Pictures, view: QListView) -> None:
        super().__init__(view)
        self._pictures = pictures

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(200), theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = index.data(OBJECT_ROLE)
        if not isinstance(card, StoredCard):
            return
        painter.save()
        turn(painter, option.rect, option.direction)
        paint_row(painter, option)
        area = option.rect.adjusted(theme.px(12), 0, -theme.px(12), 0)
        picture = QRect(area.left(), area.top() + theme.px(8), theme.px(_PICTURE[0]), theme.px(_PICTURE[1]))
        paint_card(painter, picture, card, self._pictures)
        left = picture.right() + theme.px(12)
        words = QRect(left, area.top() + theme.px(10), (area.right() - left) // 2, theme.px(20))
        draw_text(painter, words, card_words.who(card), "strong")
        draw_text(painter, words.translated(0, theme.px(20)), card_words.where(card), "small", "text2")
        reason = QRect(area)
        reason.setLeft(words.right() + theme.px(12))
        draw_text(painter, reason, card.skip_reason or tr("No reason given"), "body", "text2")
        painter.restore()
