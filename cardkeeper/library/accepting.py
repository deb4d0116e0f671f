"""How a card becomes a person: contact, how they were met, and next step, in one step."""

from __future__ import annotations

from cardkeeper.errors import WrongInput
from cardkeeper.library.card_rows import CardRows, json_text
from cardkeeper.library.events import Events
from cardkeeper.library.follow_ups import FollowUps
from cardkeeper.library.people import People
from cardkeeper.library.transactions import Transactions
from cardkeeper.model.cards import CardState
from cardkeeper.model.overview import Accepted
from cardkeeper.model.people import NOTHING_SAID, Encounter, Event, MetContext, NextStep
from cardkeeper.relationships import followups
from cardkeeper.translation import tr


class Accepting:
    """Takes what a review decided. A part of `Cards`, through which it is used."""

    def __init__(
        self, transactions: Transactions, rows: CardRows, people: People, events: Events, follow_ups: FollowUps
    ) -> None:
        self._transactions = transactions
        self._rows = rows
        self._people = people
        self._events = events
        self._follow_ups = follow_ups

    def accept(self, card_id: int, accepted: Accepted) -> int:
        name = accepted.contact.name or accepted.contact.company
        with self._transactions.transaction(tr("Accepted {name}", name=name)):
            card = self._rows.get(card_id)
            if card.state is not CardState.INBOX:
                raise WrongInput(tr("Card {id} is not in the inbox any more.", id=card_id))
            contact_id = self._people.save(accepted.contact)
            self._meet(contact_id, card.id, accepted.context)
            self._follow_up(contact_id, accepted.step)
            own = json_text(accepted.context) if card.differs or accepted.context != card.context else None
            self._rows.change(card.id, {"state": CardState.ACCEPTED.value, "contact_id": contact_id, "context": own})
        return contact_id

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
