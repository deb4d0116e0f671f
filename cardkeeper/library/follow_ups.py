"""The next steps with people, and the one list that Today is made of."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from cardkeeper.errors import WrongInput
from cardkeeper.library.connection import Connection, Value
from cardkeeper.library.contact_rows import day_text
from cardkeeper.library.listing import AGENDA, COMING_UP, OF_PERSON, agenda_of, follow_up_of
from cardkeeper.library.shelf import name_of
from cardkeeper.library.transactions import Transactions
from cardkeeper.model.overview import Agenda
from cardkeeper.model.people import FollowUp
from cardkeeper.translation import tr

_COLUMNS: Final = "SELECT id, contact_id, kind, stage, due, moved_on, reason, asked, at, place FROM follow_ups"


_SET_UP: Final = """
    SELECT DISTINCT contact_id FROM follow_ups WHERE moved_on BETWEEN ? AND ?
        AND kind NOT IN ('call', 'note', 'none') AND stage IN ('invited', 'booked', 'met', 'thanked')"""
_NEAR: Final = timedelta(days=7)


class FollowUps:
    """Finds and keeps follow-ups."""

    def __init__(self, connection: Connection, transactions: Transactions) -> None:
        self._connection = connection
        self._transactions = transactions

    def get(self, follow_up_id: int) -> FollowUp:
        """One follow-up. Raises WrongInput when there is none of this id."""
        row = self._connection.row(_COLUMNS + " WHERE id = ?", (follow_up_id,))
        if row is None:
            raise _missing(follow_up_id)
        return follow_up_of(row)

    def of(self, contact_id: int) -> tuple[FollowUp, ...]:
        """All follow-ups with a person, those that are open first, then the newest."""
        rows = self._connection.rows(_COLUMNS + " WHERE contact_id = ? ORDER BY is_open DESC, id DESC", (contact_id,))
        return tuple(follow_up_of(row) for row in rows)

    def save(self, follow_up: FollowUp) -> int:
        """Store a follow-up and return its id; one with id 0 is new. Raises WrongInput for one that is not there."""
        with self._transactions.transaction(self._said(follow_up)):
            if not follow_up.id:
                return self._connection.insert("follow_ups", _values(follow_up))
            if not self._connection.update("follow_ups", follow_up.id, _values(follow_up)):
                raise _missing(follow_up.id)
        return follow_up.id

    def agenda(self) -> tuple[Agenda, ...]:
        """Every open follow-up with what one needs to act on it, due first."""
        return agenda_of(self._connection.rows(AGENDA))

    def agenda_with(self, contact_id: int) -> tuple[Agenda, ...]:
        """The open follow-ups with one person, due first."""
        return agenda_of(self._connection.rows(OF_PERSON, (contact_id,)))

    def coming_up(self, today: date) -> tuple[Agenda, ...]:
        """The open follow-ups that may come up on a day: due by then, or within the days in which one is new."""
        return agenda_of(self._connection.rows(COMING_UP, ((today + _NEAR).isoformat(),)))

    def set_up(self, first: date, last: date) -> frozenset[int]:
        """The people with whom a meeting was set up or held from one day to another, both included."""
        rows = self._connection.rows(_SET_UP, (first.isoformat(), last.isoformat()))
        return frozenset(contact_id for (contact_id,) in rows)

    def open(self) -> tuple[FollowUp, ...]:
        """Every open follow-up by itself, due first."""
        return tuple(
            follow_up_of(row) for row in self._connection.rows(_COLUMNS + " WHERE is_open = 1 ORDER BY due, id")
        )

    def thanked_since(self, day: date) -> int:
        """How many next steps came to their end, with thanks, since a day."""
        sql = "SELECT count(*) FROM follow_ups WHERE stage = 'thanked' AND moved_on >= ?"
        return int(self._connection.value(sql, (day.isoformat(),)) or 0)

    def _said(self, follow_up: FollowUp) -> str:
        return tr("Changed the next step with {name}", name=name_of(self._connection, follow_up.contact_id))


def _values(follow_up: FollowUp) -> dict[str, Value]:
    return {
        "contact_id": follow_up.contact_id,
        "kind": follow_up.kind.value,
        "stage": follow_up.stage.value,
        "is_open": int(follow_up.open),
        "due": day_text(follow_up.due),
        "moved_on": follow_up.moved_on.isoformat(),
        "reason": follow_up.reason,
        "asked": follow_up.asked,
        "at": follow_up.at.isoformat("minutes") if follow_up.at else None,
        "place": follow_up.place,
    }


def _missing(follow_up_id: int) -> WrongInput:
    return WrongInput(tr("There is no next step {id}.", id=follow_up_id))
