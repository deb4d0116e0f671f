"""The cards of the library: what comes in, what waits in the inbox, and how a card becomes a person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from cardkeeper import review
from cardkeeper.errors import WrongInput
from cardkeeper.library.accepting import Accepting
from cardkeeper.library.batches import Batches
from cardkeeper.library.card_rows import CardRows, json_text, read_values
from cardkeeper.library.connection import Connection
from cardkeeper.library.contact_rows import ids_as_json
from cardkeeper.library.events import Events
from cardkeeper.library.follow_ups import FollowUps
from cardkeeper.library.people import People
from cardkeeper.library.sharing import Sharing
from cardkeeper.library.sides import Sides
from cardkeeper.library.transactions import Transactions
from cardkeeper.model.cards import Batch, CardState, ReadCard, Scan, StoredCard
from cardkeeper.model.drafts import Draft, FieldName
from cardkeeper.model.geometry import Side
from cardkeeper.model.overview import Accepted
from cardkeeper.model.people import NOTHING_SAID, MetContext, NextStep
from cardkeeper.translation import tr

_IN_ORDER: Final = "k.batch_id, k.scan_id, k.page, coalesce(f.number, k.number), k.number"
"""Oldest drop first, in the order of the files and their pages, people of one card beside each other."""


class Cards:
    """Finds and keeps cards, the scans they are on, and the batches they came in with.

    Everything that names a card, a scan or a batch raises WrongInput when it is not there (any more).
    """

    def __init__(
        self,
        connection: Connection,
        transactions: Transactions,
        people: People,
        events: Events,
        follow_ups: FollowUps,
    ) -> None:
        self._connection = connection
        self._transactions = transactions
        self._rows = CardRows(connection)
        self._batches = Batches(connection, transactions)
        self.sides = Sides(connection, transactions, self._rows)
        self.sharing = Sharing(connection, transactions, self._rows)
        self._accepting = Accepting(transactions, self._rows, people, events, follow_ups)

    # Coming in

    def add_batch(self, context: MetContext = NOTHING_SAID) -> int:
        """Begin a drop and return its id; one that comes with its context needs no asking."""
        return self._batches.add(context)

    def batch(self, batch_id: int) -> Batch:
        return self._batches.get(batch_id)

    def batches_open(self) -> tuple[Batch, ...]:
        """The drops of which nobody has said yet where their people were met, nor put it off, oldest first.

        Those with cards in the inbox, and the newest one as long as no card has come of it.
        """
        return self._batches.unanswered()

    def answer(self, batch_id: int, context: MetContext) -> None:
        """Say for a whole drop where its people were met; cards with an answer of their own keep that."""
        self._batches.answer(batch_id, context)

    def put_off(self, batch_id: int) -> None:
        """Don't ask for this drop again."""
        self._batches.put_off(batch_id)

    def seen(self, sha256: str) -> date | None:
        """The day on which this file came in, when it was read to its end; else None."""
        return self._batches.seen(sha256)

    def hashes(self) -> frozenset[str]:
        """The hashes of all files that were read to their end."""
        return self._batches.hashes()

    def add_scan(self, batch_id: int, scan: Scan, number: int | None = None) -> None:
        """Keep a scan in a drop; one that was begun earlier and not read to its end goes on in this drop.

        `number`: files of a drop are kept in the order of their numbers, whichever comes first; without one it is last.
        """
        self._batches.add_scan(batch_id, scan, number)

    def finish_scan(self, sha256: str) -> None:
        """Note that a scan was read to its end."""
        self._batches.finish_scan(sha256)

    def add_card(self, batch_id: int, scan_sha256: str, read: ReadCard) -> int:
        """Put a card into the inbox and return its id; one that is there already (same scan, page, number) stays.

        A card that names several people, each with an e-mail of their own, becomes a card for each of them.
        """
        with self._transactions.transaction(tr("Added a card")):
            self._batches.get(batch_id)
            scan_id = self._batches.scan_id(scan_sha256)
            place = (scan_id, read.card.page, read.card.number)
            known: int | None = self._connection.value(
                "SELECT id FROM cards WHERE scan_id = ? AND page = ? AND number = ?", place
            )
            if known is not None:
                return known
            where = dict(zip(("scan_id", "page", "number"), place, strict=True))
            draft, *others = review.people_on(read.draft, read.reading)
            values = read_values(replace(read, draft=draft))
            card_id = self._connection.insert("cards", {**where, "batch_id": batch_id, **values})
            for other in others:
                self.sharing.add(card_id, other)
            return card_id

    def add_beside(self, card_id: int, read: ReadCard, side: Side = Side.FRONT) -> int:
        """Put a card into the inbox that a person found on the page of another one's side; return its id."""
        with self._transactions.transaction(tr("Added a card that was overlooked")):
            card = self.get(card_id)
            scan = card.file(side)
            number: int = self._connection.value(
                "SELECT coalesce(max(k.number), 0) + 1 FROM cards k JOIN scans s ON s.id = k.scan_id"
                " WHERE s.sha256 = ? AND k.page = ? AND k.shares_id IS NULL",
                (scan.sha256, read.card.page),
            )
            beside = replace(read, card=replace(read.card, number=number))
            return self.add_card(card.batch_id, scan.sha256, beside)

    # In the inbox

    def inbox(self) -> tuple[StoredCard, ...]:
        """The cards that wait for a review, oldest drop first, in the order of the files and their pages."""
        return self._rows.find("k.state = 'inbox'", order=_IN_ORDER)

    def skipped(self) -> tuple[StoredCard, ...]:
        """The cards that were left out on purpose, in the same order."""
        return self._rows.find("k.state = 'skipped'", order=_IN_ORDER)

    def get(self, card_id: int) -> StoredCard:
        return self._rows.get(card_id)

    def of_contact(self, contact_id: int) -> tuple[StoredCard, ...]:
        """The cards of a person, newest first."""
        return self._rows.find("k.contact_id = ?", (contact_id,), order="k.id DESC")

    def newest_pictures(self, ids: Iterable[int]) -> Mapping[int, str]:
        """The hash of the picture of the newest card of each of these people; those without a card are left out."""
        rows = self._connection.rows(
            "SELECT contact_id, picture, max(id) FROM cards WHERE picture <> ''"
            " AND contact_id IN (SELECT value FROM json_each(?)) GROUP BY contact_id",
            (ids_as_json(list(ids)),),
        )
        return {contact_id: picture for contact_id, picture, _ in rows}

    def counts(self) -> Mapping[CardState, int]:
        """How many cards there are in each state; front and back are one."""
        counted: dict[str, int] = dict(
            self._connection.rows("SELECT state, count(*) FROM cards WHERE front_id IS NULL GROUP BY state")
        )
        return {state: counted.get(state.value, 0) for state in CardState}

    def save_draft(self, card_id: int, draft: Draft) -> None:
        """Keep what a person made of a card's fields."""
        with self._transactions.transaction(_said_of(draft)):
            self._rows.change(card_id, {"draft": json_text(draft)})

    def save_context(self, card_id: int, context: MetContext | None) -> None:
        """Keep an answer of this card's own to where the person was met; None: that of its drop holds again."""
        with self._transactions.transaction(tr("Said how you met one person")):
            self._rows.change(card_id, {"context": None if context is None else json_text(context)})

    def save_step(self, card_id: int, step: NextStep | None) -> None:
        """Keep the next step that a person chose for a card before it is accepted; None: the usual one."""
        with self._transactions.transaction(tr("Chose a next step")):
            self._rows.change(card_id, {"step": None if step is None else json_text(step)})

    def reread(self, card_id: int, read: ReadCard, side: Side = Side.FRONT) -> None:
        """Exchange what was read on a side of a card, as after it was turned; what a person typed stays."""
        with self._transactions.transaction(tr("Read a card again")):
            if side is Side.BACK:
                self.sides.turned(card_id, read)
                return
            first, *others = (self.get(shown) for shown in self.sharing.all_of(card_id))
            mine, *theirs = review.people_on(read.draft, read.reading)
            draft = self.sides.with_back(first, replace(read, draft=mine if others else read.draft))
            self._rows.exchange(first, replace(read, draft=draft))
            for other in others:
                draft = theirs.pop(0) if theirs else review.another(read.draft)[1]
                self._rows.exchange(other, replace(read, draft=draft))

    def skip(self, card_id: int, reason: str) -> None:
        """Take a card out of the inbox on purpose."""
        with self._transactions.transaction(tr("Skipped a card")):
            self._rows.change(card_id, {"state": CardState.SKIPPED.value, "skip_reason": reason})

    def put_back(self, card_id: int) -> None:
        """Let a card that was left out wait in the inbox again. Raises WrongInput for one that was not."""
        with self._transactions.transaction(tr("Put a card back")):
            if self.get(card_id).state is not CardState.SKIPPED:
                raise WrongInput(tr("Card {id} was not skipped.", id=card_id))
            self._rows.change(card_id, {"state": CardState.INBOX.value, "skip_reason": ""})

    def accept(self, card_id: int, accepted: Accepted) -> int:
        """Make a card a person and return their id: contact, how they were met, and next step, in one step.

        The event is found by its folded name and day, or begun. Raises WrongInput when the card is not in the inbox,
        or the next step is not one.
        """
        return self._accepting.accept(card_id, accepted)


def _said_of(draft: Draft) -> str:
    name = draft.text(FieldName.NAME)
    return tr("Changed the card of {name}", name=name) if name else tr("Changed a card")
