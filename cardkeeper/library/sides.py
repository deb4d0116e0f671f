"""Front and back of one card in the library: the back is a row of its own that names its front, and no card itself."""

from __future__ import annotations

from cardkeeper import review
from cardkeeper.errors import WrongInput
from cardkeeper.library.card_rows import CardRows, draft_of, json_text, read_values
from cardkeeper.library.connection import Connection
from cardkeeper.library.transactions import Transactions
from cardkeeper.model.cards import CardState, ReadCard, StoredCard
from cardkeeper.model.drafts import Draft
from cardkeeper.translation import tr


class Sides:
    """Makes one card of two, and two of one. Raises WrongInput for cards that are not there (any more)."""

    def __init__(self, connection: Connection, transactions: Transactions, rows: CardRows) -> None:
        self._connection = connection
        self._transactions = transactions
        self._rows = rows

    def pair(self, front_id: int, back_id: int) -> None:
        """Make two cards of the inbox one. Its draft says what both sides say; the back keeps what was read on it.

        Raises WrongInput where one of them is not in the inbox, or is of two sides or of several people already.
        """
        with self._transactions.transaction(tr("Made front and back one card")):
            front, back = self._rows.get(front_id), self._rows.get(back_id)
            if front.id == back.id or not (self._is_single(front) and self._is_single(back)):
                raise WrongInput(
                    tr("These two cards can't be front and back of one card."),
                    tr("Both have to wait in the inbox, each with one side and one person."),
                )
            draft = review.joined(front.draft, back.draft, len(front.reading.lines))
            self._rows.change(back_id, {"front_id": front_id, "apart": 0})
            self._rows.change(front_id, {"draft": json_text(draft), "apart": 0})
            if back.differs and not front.differs:
                self._rows.change(front_id, {"context": json_text(back.context)})
            if back.step and not front.step:
                self._rows.change(front_id, {"step": json_text(back.step)})

    def separate(self, front_id: int) -> int:
        """Make two cards of the two sides of one, and return the id of the back; each keeps what was made of it."""
        with self._transactions.transaction(tr("Separated front and back")):
            front = self._rows.get(front_id)
            if front.back is None or front.state is not CardState.INBOX:
                raise WrongInput(tr("Card {id} has no back that could be separated.", id=front_id))
            lines = front.reading.front_lines
            back = review.back_of(front.draft, self._read(front.back.id), lines)
            for card in (front, *self._sharing(front_id)):
                self._rows.change(card.id, {"draft": json_text(review.front_of(card.draft, lines)), "apart": 1})
            self._rows.change(front.back.id, {"front_id": None, "draft": json_text(back), "apart": 1})
        return front.back.id

    def keep_apart(self, *card_ids: int) -> None:
        """Note that a person said that these are cards of their own."""
        with self._transactions.transaction(tr("Said that these are two cards")):
            for card_id in card_ids:
                self._rows.change(card_id, {"apart": 1})

    def turned(self, front_id: int, read: ReadCard) -> None:
        """Exchange what was read on the back of a card."""
        front = self._rows.get(front_id)
        if front.back is None:
            raise WrongInput(tr("Card {id} has no back.", id=front_id))
        lines = front.reading.front_lines
        before = review.back_of(front.draft, self._read(front.back.id), lines)
        fresh = review.with_typed(read.draft, before)
        draft = review.joined(review.front_of(front.draft, lines), fresh, lines)
        self._rows.change(front.back.id, read_values(read))
        self._rows.change(front_id, {"draft": json_text(draft)})

    def with_back(self, card: StoredCard, read: ReadCard) -> Draft:
        """The draft of a card whose front was read anew, with what its back says."""
        if card.back is None:
            return read.draft
        back = review.back_of(card.draft, self._read(card.back.id), card.reading.front_lines)
        return review.joined(read.draft, back, len(read.reading.lines))

    def pages(self, sha256: str) -> tuple[int, ...]:
        """For each page of a scan the card on it that can be paired by order; 0 where there is none or not just one."""
        pages: int | None = self._connection.value("SELECT pages FROM scans WHERE sha256 = ?", (sha256,))
        found = self._connection.rows(
            "SELECT k.page, max(k.id), count(*), min(k.state = 'inbox' AND k.apart = 0 AND k.front_id IS NULL)"
            " FROM cards k JOIN scans s ON s.id = k.scan_id WHERE s.sha256 = ? GROUP BY k.page",
            (sha256,),
        )
        ready = {page: card_id for page, card_id, count, free in found if count == 1 and free}
        return tuple(ready.get(page, 0) for page in range(1, (pages or 0) + 1))

    def _read(self, back_id: int) -> Draft:
        return draft_of(self._connection.value("SELECT draft FROM cards WHERE id = ?", (back_id,)))

    def _sharing(self, card_id: int) -> tuple[StoredCard, ...]:
        return self._rows.find("k.shares_id = ?", (card_id,), order="k.id")

    def _is_single(self, card: StoredCard) -> bool:
        waits = card.state is CardState.INBOX
        return waits and card.back is None and not card.shares and not self._sharing(card.id)
