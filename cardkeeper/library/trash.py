"""People who were removed, kept for thirty days with all that went with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import msgspec

from cardkeeper.errors import WrongInput
from cardkeeper.library.connection import Connection
from cardkeeper.library.parts import Belongings, Parts
from cardkeeper.library.transactions import Transactions
from cardkeeper.translation import tr

DAYS_KEPT: Final = 30


@dataclass(frozen=True, slots=True)
class Removed:
    """Somebody in the trash."""

    id: int
    name: str
    removed_at: datetime
    contact_id: int


class Trash:
    """Who was removed of late. Undo brings people back, too; this does whatever was done since."""

    def __init__(self, connection: Connection, transactions: Transactions) -> None:
        self._connection = connection
        self._transactions = transactions
        self._belongings = Belongings(connection)

    def all(self) -> tuple[Removed, ...]:
        """Newest first."""
        rows = self._connection.rows(
            "SELECT id, name, removed_at, contact_id FROM trash ORDER BY removed_at DESC, id DESC"
        )
        return tuple(Removed(number, name, datetime.fromisoformat(at), person) for number, name, at, person in rows)

    def put(self, contact_id: int, name: str) -> None:
        """Remove a person, keeping all of them here; inside of a transaction."""
        parts = self._belongings.gather(contact_id)
        self._connection.insert(
            "trash",
            {
                "contact_id": contact_id,
                "name": name,
                "removed_at": self._transactions.now().isoformat(timespec="seconds"),
                "parts": msgspec.json.encode(parts).decode(),
            },
        )
        self._connection.delete("contacts", contact_id)

    def restore(self, trash_id: int) -> int:
        """Bring a person back with all that went with them; return their id. Raises WrongInput for one not here."""
        row = self._connection.row("SELECT contact_id, name, parts FROM trash WHERE id = ?", (trash_id,))
        if row is None:
            raise WrongInput(tr("This person is not in the trash any more."))
        contact_id, name, parts = row
        with self._transactions.transaction(tr("Brought back {name}", name=name)):
            self._belongings.put_back(msgspec.json.decode(parts, type=Parts))
            self._connection.delete("trash", trash_id)
        return int(contact_id)

    def let_go(self) -> None:
        """Forget those who were removed more than thirty days ago; that is no undo step."""
        before = (self._transactions.now() - timedelta(days=DAYS_KEPT)).isoformat(timespec="seconds")
        old = "FROM trash WHERE datetime(removed_at) < datetime(?)"
        if self._connection.value(f"SELECT count(*) {old}", (before,)):
            with self._transactions.housekeeping():
                self._connection.run(f"DELETE {old}", (before,))
