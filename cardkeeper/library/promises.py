"""What I promised to whom, by when."""

from __future__ import annotations

from cardkeeper.errors import WrongInput
from cardkeeper.library.connection import Connection
from cardkeeper.library.shelf import Shelf, name_of
from cardkeeper.library.transactions import Transactions
from cardkeeper.model.relationships import Promise, PromiseState
from cardkeeper.translation import tr


class Promises:
    """Finds and keeps promises."""

    def __init__(self, connection: Connection, transactions: Transactions) -> None:
        self._connection = connection
        self._transactions = transactions
        self._shelf = Shelf(connection, "promises", Promise, _missing)

    def get(self, promise_id: int) -> Promise:
        """One promise. Raises WrongInput when there is none of this id."""
        return self._shelf.get(promise_id)

    def of(self, contact_id: int) -> tuple[Promise, ...]:
        """All promises to a person, those that are open first, then the newest."""
        return self._shelf.find("WHERE contact_id = ? ORDER BY state <> 'open', id DESC", (contact_id,))

    def open(self) -> tuple[Promise, ...]:
        """Every promise still to be kept, due first."""
        return self._shelf.find("WHERE state = 'open' ORDER BY due IS NULL, due, id")

    def save(self, promise: Promise) -> int:
        """Store a promise and return its id; one with id 0 is new. Raises WrongInput for what is not there."""
        with self._transactions.transaction(self._said(promise)):
            return self._shelf.store(promise)

    def delete(self, promise_id: int) -> None:
        """Remove a promise as if it had never been made. Raises WrongInput when it is not there."""
        name = name_of(self._connection, self.get(promise_id).contact_id)
        with self._transactions.transaction(tr("Removed a promise to {name}", name=name)):
            self._shelf.remove(promise_id)

    def _said(self, promise: Promise) -> str:
        name = name_of(self._connection, promise.contact_id)
        if promise.state is PromiseState.KEPT:
            return tr("Kept a promise to {name}", name=name)
        if promise.state is PromiseState.DROPPED:
            return tr("Dropped a promise to {name}", name=name)
        if promise.id:
            return tr("Changed a promise to {name}", name=name)
        return tr("Promised something to {name}", name=name)


def _missing(promise_id: int) -> WrongInput:
    return WrongInput(tr("There is no promise {id}.", id=promise_id))
