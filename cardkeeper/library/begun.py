"""Words that somebody began to write and did not keep yet, so that the end of the program loses none of them."""

from __future__ import annotations

from cardkeeper.library.connection import Connection
from cardkeeper.library.transactions import Transactions


class Begun:
    """Finds and keeps such words: one text for each place where one writes, and each person whom it is about."""

    def __init__(self, connection: Connection, transactions: Transactions) -> None:
        self._connection = connection
        self._transactions = transactions

    def words(self, place: str, contact_id: int = 0) -> str:
        """What was begun there; person 0 is nobody who is here yet."""
        found: str | None = self._connection.value(
            "SELECT text FROM begun WHERE place = ? AND contact_id IS ?", (place, contact_id or None)
        )
        return found or ""

    def keep(self, place: str, words: str, contact_id: int = 0) -> None:
        """Keep the words as they stand by now, or with none let them go. No undo step, and nobody hears of it.

        Those about a person who is not here any more are not kept. Raises LibraryError, StorageFull.
        """
        about = contact_id or None
        with self._transactions.housekeeping():
            self._connection.run("DELETE FROM begun WHERE place = ? AND contact_id IS ?", (place, about))
            if words:
                self._connection.run(
                    "INSERT INTO begun (place, contact_id, text) SELECT ?1, ?2, ?3"
                    " WHERE ?2 IS NULL OR EXISTS (SELECT 1 FROM contacts WHERE id = ?2)",
                    (place, about, words),
                )
