"""What waits in the inbox as a list model: the cards to review, then a place for each card that is being read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from cardkeeper.model.cards import StoredCard
from cardkeeper.translation import tr
from ui import card_words
from ui.roles import NO_PARENT, OBJECT_ROLE, Index


@dataclass(frozen=True, slots=True)
class Coming:
    """A card that is being read: the file's name, and which card of it where there are several."""

    name: str
    number: int = 0

    @property
    def words(self) -> str:
        return tr("{file}, card {number}", file=self.name, number=self.number) if self.number else self.name


class CardModel(QAbstractListModel):
    """Cards and what is coming. Lines that stay the same keep their place, so that a selection survives."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: list[StoredCard] = []
        self._coming: list[Coming] = []

    # What it holds

    def set_cards(self, cards: Sequence[StoredCard]) -> None:
        """Take the inbox as it is now."""
        kept = {card.id for card in cards}
        for line in reversed(range(len(self._cards))):
            if self._cards[line].id not in kept:
                self.beginRemoveRows(NO_PARENT, line, line)
                del self._cards[line]
                self.endRemoveRows()
        for line, card in enumerate(cards):
            self._place(line, card)

    def set_coming(self, coming: Sequence[Coming]) -> None:
        """Take what is being read at the moment."""
        if list(coming) == self._coming:
            return
        first = len(self._cards)
        before, now = len(self._coming), len(coming)
        if now < before:
            self.beginRemoveRows(NO_PARENT, first + now, first + before - 1)
            del self._coming[now:]
            self.endRemoveRows()
        elif now > before:
            self.beginInsertRows(NO_PARENT, first + before, first + now - 1)
            self._coming += coming[before:]
            self.endInsertRows()
        self._coming = list(coming)
        if now:
            self.dataChanged.emit(self.index(first), self.index(first + now - 1))

    def cards(self) -> tuple[StoredCard, ...]:
        return tuple(self._cards)

    def card_at(self, line: int) -> StoredCard | None:
        """The card on a line, None where one is being read or the list ends."""
        return self._cards[line] if 0 <= line < len(self._cards) else None

    def line_of(self, card_id: int) -> int:
        """The line of a card, -1 when it is not here."""
        return next((line for line, card in enumerate(self._cards) if card.id == card_id), -1)

    def picture_loaded(self, sha256: str) -> None:
        """Draw the lines again that show this picture."""
        for line, card in enumerate(self._cards):
            if card.card.picture == sha256:
                self.dataChanged.emit(self.index(line), self.index(line), [Qt.ItemDataRole.DecorationRole])

    # What Qt asks

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._cards) + len(self._coming)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = index.row()
        card = self.card_at(line)
        coming = None if card else self._coming[line - len(self._cards)]
        if role == OBJECT_ROLE:
            return card or coming
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _spoken(card) if card else tr("Reading {what}", what=coming.words if coming else "")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What is being read can't be chosen yet."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.card_at(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _place(self, line: int, card: StoredCard) -> None:
        """Bring a card to its line: as it stands there, in place of its older self, or as a new line."""
        here = self.card_at(line)
        if here is not None and here.id == card.id:
            if here != card:
                self._cards[line] = card
                self.dataChanged.emit(self.index(line), self.index(line))
            return
        elsewhere = self.line_of(card.id)
        if elsewhere >= 0:
            self.beginRemoveRows(NO_PARENT, elsewhere, elsewhere)
            del self._cards[elsewhere]
            self.endRemoveRows()
        self.beginInsertRows(NO_PARENT, line, line)
        self._cards.insert(line, card)
        self.endInsertRows()


def _spoken(card: StoredCard) -> str:
    """A card in one line, for screen readers and searches by typing."""
    words = (card_words.who(card), card_words.where(card), card_words.state(card).text)
    return ", ".join((*words, tr("front and back")) if card.back else words)
