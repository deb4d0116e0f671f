"""What people are looking for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cardkeeper.errors import WrongInput
from cardkeeper.library.connection import Connection
from cardkeeper.library.shelf import Shelf, name_of
from cardkeeper.library.transactions import Transactions
from cardkeeper.model.relationships import Need, NeedState
from cardkeeper.translation import tr


class Needs:
    """Finds and keeps needs."""

    def __init__(self, connection: Connection, transactions: Transactions) -> None:
        self._connection = connection
        self._transactions = transactions
        self._shelf = Shelf(connection, "needs", Need, _missing)

    def get(self, need_id: int) -> Need:
        """One need. Raises WrongInput when there is none of this id."""
        return self._shelf.get(need_id)

    def of(self, contact_id: int) -> tuple[Need, ...]:
        """All needs of a person: open, then matched, then closed; the newest of each first."""
        order = "WHERE contact_id = ? ORDER BY state = 'closed', state = 'matched', since DESC, id DESC"
        return self._shelf.find(order, (contact_id,))

    def open(self) -> tuple[Need, ...]:
        """Every need for which nobody was found yet, the oldest first."""
        return self._shelf.find("WHERE state = 'open' ORDER BY since, id")

    def save(self, need: Need) -> int:
        """Store a need and return its id; one with id 0 is new. Raises WrongInput for what is not there."""
        name = name_of(self._connection, need.contact_id)
        said = tr("Changed what {name} needs", name=name) if need.id else tr("Noted what {name} needs", name=name)
        with self._transactions.transaction(said):
            return self._shelf.store(need)

    def delete(self, need_id: int) -> None:
        """Remove a need. Raises WrongInput when it is not there."""
        name = name_of(self._connection, self.get(need_id).contact_id)
        with self._transactions.transaction(tr("Removed a need of {name}", name=name)):
            self._shelf.remove(need_id)

    def move(self, need_id: int | None, state: NeedState, on: date) -> None:
        """Let a need follow what is done for it, inside of the transaction that does it; a closed one stays closed."""
        if need_id is None:
            return
        need = self.get(need_id)
        if need.state in (state, NeedState.CLOSED):
            return
        self.save(replace(need, state=state, closed_on=on if state is NeedState.CLOSED else None))


def _missing(need_id: int) -> WrongInput:
    return WrongInput(tr("There is no need {id}.", id=need_id))
