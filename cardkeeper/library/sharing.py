"""Several people on one card in the library: a row for each of them; they share the cut-out and its reading."""

from __future__ import annotations

from typing import Final

from cardkeeper import review
from cardkeeper.errors import WrongInput
from cardkeeper.library.card_rows import CardRows, json_text, missing
from cardkeeper.library.connection import Connection
from cardkeeper.library.transactions import Transactions
from cardkeeper.model.cards import CardState
from cardkeeper.model.drafts import Draft
from cardkeeper.translation import tr

_FIRST_NUMBER: Final = 1001
"""Further people have numbers that no card cut from a page comes to, since no page holds a thousand."""


class Sharing:
    """Adds people to a card, and takes them off. Raises WrongInput for cards that are not there (any more)."""

    def __init__(self, connection: Connection, transactions: Transactions, rows: CardRows) -> None:
        self._connection = connection
        self._transactions = transactions
        self._rows = rows

    def add(self, card_id: int, draft: Draft) -> int:
        """Put another person of a card into the inbox; return the id of the card that is theirs."""
        with self._transactions.transaction(tr("Added another person of a card")):
            first = self._rows.get(card_id).shares or card_id
            row = self._connection.row(
                "SELECT scan_id, batch_id, page, cut, picture, reading, context FROM cards WHERE id = ?", (first,)
            )
            if row is None:
                raise missing(card_id)
            scan_id, batch_id, page, cut, picture, reading, context = row
            number = self._connection.value(
                "SELECT coalesce(max(number) + 1, ?) FROM cards WHERE scan_id = ? AND page = ? AND number >= ?",
                (_FIRST_NUMBER, scan_id, page, _FIRST_NUMBER),
            )
            return self._connection.insert(
                "cards",
                {
                    "scan_id": scan_id,
                    "batch_id": batch_id,
                    "page": page,
                    "number": number,
                    "cut": cut,
                    "picture": picture,
                    "seconds": 0.0,
                    "reading": reading,
                    "draft": json_text(draft),
                    "context": context,
                    "shares_id": first,
                },
            )

    def another(self, card_id: int) -> int:
        """Say that one more person is on a card: their card begins with what people of one card share."""
        with self._transactions.transaction(tr("Added another person of a card")):
            card = self._rows.get(card_id)
            if card.state is not CardState.INBOX:
                raise WrongInput(tr("Card {id} is not in the inbox any more.", id=card_id))
            stays, theirs = review.another(card.draft)
            if stays != card.draft:
                self._rows.change(card_id, {"draft": json_text(stays)})
            return self.add(card_id, theirs)

    def unite(self, card_id: int) -> int:
        """Say that a further person of a card is the first one after all; return the id of the card that is left."""
        with self._transactions.transaction(tr("Made one person of two on a card")):
            other = self._rows.get(card_id)
            first = self._rows.get(other.shares) if other.shares else None
            if first is None or CardState.INBOX not in (first.state, other.state) or first.state is not other.state:
                raise WrongInput(tr("Card {id} can't be put together with another.", id=card_id))
            self._connection.delete("cards", card_id)
            self._rows.change(first.id, {"draft": json_text(review.one_again(first.draft, other.draft))})
        return first.id

    def all_of(self, card_id: int) -> tuple[int, ...]:
        """The ids of the cards of everyone on the same card, the first person's first."""
        first = self._rows.get(card_id).shares or card_id
        rows = self._connection.rows("SELECT id FROM cards WHERE shares_id = ? ORDER BY id", (first,))
        return (first, *(other for (other,) in rows))
