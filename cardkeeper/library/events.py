"""The occasions where people are met."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from cardkeeper import keys
from cardkeeper.errors import WrongInput
from cardkeeper.library.connection import Connection, Row
from cardkeeper.library.contact_rows import day_of, day_text
from cardkeeper.library.transactions import Transactions
from cardkeeper.model.overview import EventFunnel
from cardkeeper.model.people import Event
from cardkeeper.translation import tr

_FUNNELS: Final = """
    WITH met AS (SELECT DISTINCT event_id, contact_id FROM encounters WHERE event_id IS NOT NULL),
    stood AS (
        SELECT met.event_id, met.contact_id,
            (SELECT count(*) FROM follow_ups f WHERE f.contact_id = met.contact_id) AS steps,
            EXISTS (SELECT 1 FROM follow_ups f WHERE f.contact_id = met.contact_id AND (f.asked > 0
                OR f.stage IN ('invited', 'booked', 'met', 'talked', 'sent', 'thanked'))) AS invited,
            EXISTS (SELECT 1 FROM follow_ups f WHERE f.contact_id = met.contact_id AND f.stage = 'booked') AS booked,
            EXISTS (SELECT 1 FROM follow_ups f WHERE f.contact_id = met.contact_id
                AND f.stage IN ('to invite', 'to call', 'to send')) AS to_invite,
            EXISTS (SELECT 1 FROM follow_ups f WHERE f.contact_id = met.contact_id AND f.stage IN ('met', 'talked'))
                OR EXISTS (SELECT 1 FROM interactions i WHERE i.contact_id = met.contact_id
                    AND i.channel IN ('meeting', 'call') AND i.happened_on > coalesce(e.held_on, '')) AS met_since
        FROM met JOIN events e ON e.id = met.event_id
    ),
    came AS (
        SELECT met.event_id, count(*) AS referrals, sum(r.outcome = 'succeeded') AS succeeded
        FROM met JOIN referrals r ON r.source_id = met.contact_id GROUP BY met.event_id
    ),
    waits AS (
        SELECT json_extract(coalesce(c.context, b.context), '$.event') AS name,
            json_extract(coalesce(c.context, b.context), '$.on') AS held_on, count(*) AS cards
        FROM cards c JOIN batches b ON b.id = c.batch_id
        WHERE c.state = 'inbox' AND c.front_id IS NULL GROUP BY 1, 2
    )
    SELECT e.id, e.name, e.held_on, e.place, e.cost,
        coalesce((SELECT sum(w.cards) FROM waits w WHERE w.name = e.name AND w.held_on IS e.held_on), 0),
        count(s.contact_id), coalesce(sum(s.invited), 0), coalesce(sum(s.booked), 0), coalesce(sum(s.met_since), 0),
        coalesce(max(came.referrals), 0), coalesce(max(came.succeeded), 0),
        coalesce(sum(s.to_invite), 0), coalesce(sum(s.steps = 0), 0)
    FROM events e LEFT JOIN stood s ON s.event_id = e.id LEFT JOIN came ON came.event_id = e.id
    GROUP BY e.id ORDER BY e.held_on IS NULL, e.held_on DESC, e.id DESC"""
"""What came of each event, for `funnels`."""


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

    def funnels(self) -> tuple[EventFunnel, ...]:
        """What came of each event, newest first."""
        return tuple(EventFunnel(_event(row[:5]), *row[5:]) for row in self._connection.rows(_FUNNELS))

    def people(self, event_id: int) -> tuple[int, ...]:
        """The ids of those who were met at an event."""
        rows = self._connection.rows(
            "SELECT DISTINCT contact_id FROM encounters WHERE event_id = ? ORDER BY contact_id", (event_id,)
        )
        return tuple(contact_id for (contact_id,) in rows)

    def delete(self, event: Event) -> None:
        """Remove an event; those who were met there keep its name in how one met them."""
        with self._transactions.transaction(tr("Removed the event {name}", name=event.name)):
            self._connection.run(
                "UPDATE encounters SET event = ?1, met_on = coalesce(met_on, ?2),"
                " place = coalesce(nullif(place, ''), ?3) WHERE event_id = ?4",
                (event.name, day_text(event.on), event.place, event.id),
            )
            self._connection.delete("events", event.id)

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
