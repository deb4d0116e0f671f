"""The cards of the library: what comes in, what waits in the inbox, and how a card becomes a person."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from cardkeeper.errors import WrongInput
from cardkeeper.library.batches import Batches
from cardkeeper.library.card_rows import COLUMNS, card_of, json_text, read_values
from cardkeeper.library.connection import Connection
from cardkeeper.library.events import Events
from cardkeeper.library.follow_ups import FollowUps
from cardkeeper.library.people import People
from cardkeeper.library.transactions import Transactions
from cardkeeper.model.cards import Batch, CardState, ReadCard, Scan, StoredCard
from cardkeeper.model.drafts import Draft, FieldName
from cardkeeper.model.overview import Accepted
from cardkeeper.model.people import NOTHING_SAID, Encounter, Event, MetContext, NextStep
from cardkeeper.relationships import followups
from cardkeeper.translation import tr


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
        self._batches = Batches(connection, transactions)
        self._people = people
        self._events = events
        self._follow_ups = follow_ups

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

    def add_scan(self, batch_id: int, scan: Scan) -> None:
        """Keep a scan in a drop; one that was begun earlier and not read to its end goes on in this drop."""
        self._batches.add_scan(batch_id, scan)

    def finish_scan(self, sha256: str) -> None:
        """Note that a scan was read to its end."""
        self._batches.finish_scan(sha256)

    def add_card(self, batch_id: int, scan_sha256: str, read: ReadCard) -> int:
        """Put a card into the inbox and return its id; one that is there already (same scan, page, number) stays."""
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
            return self._connection.insert("cards", {**where, "batch_id": batch_id, **read_values(read)})

    # In the inbox

    def inbox(self) -> tuple[StoredCard, ...]:
        """The cards that wait for a review, oldest drop first, in the order of the files and their pages."""
        rows = self._connection.rows(
            COLUMNS + " WHERE k.state = 'inbox' ORDER BY k.batch_id, k.scan_id, k.page, k.number"
        )
        return tuple(card_of(row) for row in rows)

    def get(self, card_id: int) -> StoredCard:
        row = self._connection.row(COLUMNS + " WHERE k.id = ?", (card_id,))
        if row is None:
            raise _missing(card_id)
        return card_of(row)

    def of_contact(self, contact_id: int) -> tuple[StoredCard, ...]:
        """The cards of a person, newest first."""
        rows = self._connection.rows(COLUMNS + " WHERE k.contact_id = ? ORDER BY k.id DESC", (contact_id,))
        return tuple(card_of(row) for row in rows)

    def counts(self) -> Mapping[CardState, int]:
        """How many cards there are in each state."""
        counted: dict[str, int] = dict(self._connection.rows("SELECT state, count(*) FROM cards GROUP BY state"))
        return {state: counted.get(state.value, 0) for state in CardState}

    def save_draft(self, card_id: int, draft: Draft) -> None:
        """Keep what a person made of a card's fields."""
        with self._transactions.transaction(_said_of(draft)):
            self._change(card_id, {"draft": json_text(draft)})

    def save_context(self, card_id: int, context: MetContext | None) -> None:
        """Keep an answer of this card's own to where the person was met; None: that of its drop holds again."""
        with self._transactions.transaction(tr("Said how you met one person")):
            self._change(card_id, {"context": None if context is None else json_text(context)})

    def reread(self, card_id: int, read: ReadCard) -> None:
        """Exchange what was read on a card, as after it was turned."""
        with self._transactions.transaction(tr("Read a card again")):
            self._change(card_id, read_values(read))

    def skip(self, card_id: int, reason: str) -> None:
        """Take a card out of the inbox on purpose."""
        with self._transactions.transaction(tr("Skipped a card")):
            self._change(card_id, {"state": CardState.SKIPPED.value, "skip_reason": reason})

    def accept(self, card_id: int, accepted: Accepted) -> int:
        """Make a card a person and return their id: contact, how they were met, and next step, in one step.

        The event is found by its folded name and day, or begun. Raises WrongInput when the card is not in the inbox,
        or the next step is not one.
        """
        name = accepted.contact.name or accepted.contact.company
        with self._transactions.transaction(tr("Accepted {name}", name=name)):
            card = self.get(card_id)
            if card.state is not CardState.INBOX:
                raise WrongInput(tr("Card {id} is not in the inbox any more.", id=card_id))
            contact_id = self._people.save(accepted.contact)
            self._meet(contact_id, card_id, accepted.context)
            self._follow_up(contact_id, accepted.step)
            own = json_text(accepted.context) if card.differs or accepted.context != card.context else None
            self._change(card_id, {"state": CardState.ACCEPTED.value, "contact_id": contact_id, "context": own})
        return contact_id

    # Inside

    def _meet(self, contact_id: int, card_id: int, context: MetContext) -> None:
        if context == NOTHING_SAID:
            return
        event_id = None
        if context.event:
            event = self._events.named(context.event, context.on)
            event_id = event.id if event else self._events.save(Event(context.event, context.on, context.place))
        self._people.save_encounter(Encounter(contact_id, context, event_id, card_id))

    def _follow_up(self, contact_id: int, step: NextStep) -> None:
        """Begin the next step; one of the same kind that still waits takes the new day instead."""
        begun = followups.begin(contact_id, step, self._transactions.now().date())
        waiting = (
            known
            for known in self._follow_ups.of(contact_id)
            if known.open and known.kind is begun.kind and known.stage is begun.stage
        )
        known = next(waiting, None)
        self._follow_ups.save(begun if known is None else followups.change(known, step, begun.moved_on))

    def _change(self, card_id: int, values: Mapping[str, str | int | float | None]) -> None:
        if not self._connection.update("cards", card_id, values):
            raise _missing(card_id)


def _said_of(draft: Draft) -> str:
    name = draft.text(FieldName.NAME)
    return tr("Changed the card of {name}", name=name) if name else tr("Changed a card")


def _missing(card_id: int) -> WrongInput:
    return WrongInput(tr("There is no card {id}.", id=card_id))
