"""The occasions where people are met."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from cardkeeper import keys
from cardkeeper.errors import WrongInput
from cardkeeper.library.connection import Connection, Row
from cardkeeper.library.contact_rows import day_of, day_text
from cardkeeper.library.transactions import Transactions
from cardkeeper.model.people import Event
from cardkeeper.translation import tr


class Events:
    """Finds and keeps events."""

    def __init__(self, connection: Connection, transactions: Transactions) -> None:
        self._connection = connection
        self._transactions = transactions

    def all(self) -> tuple[Event, ...]:
        """Every event, newest first; those without a date last."""
        rows = self._connection.rows(
            "SELECT id, name, held_on, place, cost FROM events ORDER BY held_on IS NULL, held_on DESC, id DESC"
        )
        return tuple(_event(row) for row in rows)

    def named(self, name: str, on: date | None) -> Event | None:
        """The event of this name, however its case and accents are written, on this day; None where there is none."""
        row = self._connection.row(
            "SELECT id, name, held_on, place, cost FROM events WHERE name_key = ? AND held_on IS ? ORDER BY id LIMIT 1",
            (keys.fold(name), day_text(on)),
        )
        return _event(row) if row else None

    def save(self, event: Event) -> int:
        """Store an event and return its id; one with id 0 is new. Raises WrongInput for one that is not there."""
        values = {
            "name": event.name,
            "name_key": keys.fold(event.name),
            "held_on": day_text(event.on),
            "place": event.place,
            "cost": None if event.cost is None else str(event.cost),
        }
        with self._transactions.transaction(tr("Saved the event {name}", name=event.name)):
            if not event.id:
                return self._connection.insert("events", values)
            if not self._connection.update("events", event.id, values):
                raise WrongInput(tr("There is no event {id}.", id=event.id))
        return event.id


def _event(row: Row) -> Event:
    event_id, name, held_on, place, cost = row
    return Event(name, day_of(held_on), place, None if cost is None else Decimal(cost), event_id)
