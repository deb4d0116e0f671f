"""What is not to come up before a day, or never again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cardkeeper.errors import WrongInput
from cardkeeper.library.connection import Connection
from cardkeeper.library.shelf import Shelf, name_of
from cardkeeper.library.transactions import Transactions
from cardkeeper.model.relationships import PutOff
from cardkeeper.translation import tr


class PutOffs:
    """Finds and keeps what was put off; one entry for each matter with a person."""

    def __init__(self, connection: Connection, transactions: Transactions) -> None:
        self._connection = connection
        self._transactions = transactions
        self._shelf = Shelf(connection, "put_offs", PutOff, _missing)

    def of(self, contact_id: int) -> tuple[PutOff, ...]:
        """All that was put off with a person, the newest first."""
        return self._shelf.find("WHERE contact_id = ? ORDER BY id DESC", (contact_id,))

    def holding(self, today: date) -> tuple[PutOff, ...]:
        """All that is not to come up on a day."""
        return self._shelf.find("WHERE until IS NULL OR until > ? ORDER BY id", (today.isoformat(),))

    def save(self, put_off: PutOff) -> int:
        """Put something off, or off again; return the id. Raises WrongInput when there is no such person."""
        name = name_of(self._connection, put_off.contact_id)
        said = (
            tr("Put off until {day}: {name}", day=put_off.until.isoformat(), name=name)
            if put_off.until
            else tr("Let go: {name}", name=name)
        )
        with self._transactions.transaction(said):
            known = self._shelf.find(
                "WHERE contact_id = ? AND matter = ? AND subject_id = ?",
                (put_off.contact_id, put_off.matter.value, put_off.subject_id),
            )
            return self._shelf.store(replace(put_off, id=known[0].id if known else 0))

    def delete(self, put_off_id: int) -> None:
        """Let it come up again. Raises WrongInput when it is not there."""
        name = name_of(self._connection, self._shelf.get(put_off_id).contact_id)
        with self._transactions.transaction(tr("Let it come up again: {name}", name=name)):
            self._shelf.remove(put_off_id)


def _missing(put_off_id: int) -> WrongInput:
    return WrongInput(tr("There is nothing put off under {id}.", id=put_off_id))
