"""Searches of people that somebody found worth keeping, under names of their own."""

from __future__ import annotations

from cardkeeper.errors import WrongInput
from cardkeeper.library.connection import Connection
from cardkeeper.library.shelf import Shelf
from cardkeeper.library.transactions import Transactions
from cardkeeper.model.overview import SavedSearch
from cardkeeper.translation import tr


class Searches:
    """Finds and keeps saved searches."""

    def __init__(self, connection: Connection, transactions: Transactions) -> None:
        self._shelf = Shelf(connection, "searches", SavedSearch, _missing)
        self._transactions = transactions

    def all(self) -> tuple[SavedSearch, ...]:
        """By name."""
        return tuple(sorted(self._shelf.find(), key=lambda search: (search.name.casefold(), search.id)))

    def save(self, search: SavedSearch) -> int:
        """Keep a search and return its id; one with id 0 is new. Raises WrongInput for one that is not there."""
        with self._transactions.transaction(tr("Saved the search “{name}”", name=search.name)):
            return self._shelf.store(search)

    def delete(self, search_id: int) -> None:
        """Raises WrongInput when it is not there."""
        name = self._shelf.get(search_id).name
        with self._transactions.transaction(tr("Removed the search “{name}”", name=name)):
            self._shelf.remove(search_id)


def _missing(search_id: int) -> WrongInput:
    return WrongInput(tr("There is no saved search {id}.", id=search_id))
