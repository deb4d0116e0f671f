"""The drops: which files came in together, which of them were read to the end, and where their people were met."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from cardkeeper.errors import WrongInput
from cardkeeper.library.card_rows import context_of, json_text
from cardkeeper.library.connection import Connection, Row
from cardkeeper.library.contact_rows import day_text
from cardkeeper.library.transactions import Transactions
from cardkeeper.model.cards import Batch, Scan
from cardkeeper.model.people import NOTHING_SAID, MetContext
from cardkeeper.translation import tr

_COLUMNS: Final = "SELECT id, added_at, context, answered FROM batches"

_OPEN: Final = """
    WHERE NOT answered AND NOT put_off AND (
        id IN (SELECT batch_id FROM cards WHERE state = 'inbox' AND front_id IS NULL)
        OR (id = (SELECT max(id) FROM batches) AND id NOT IN (SELECT batch_id FROM cards)))
    ORDER BY id"""


class Batches:
    """Finds and keeps batches and their scans. A part of `Cards`, through which it is used."""

    def __init__(self, connection: Connection, transactions: Transactions) -> None:
        self._connection = connection
        self._transactions = transactions
        self._before: dict[int, int] = {}
        """Drops that come in, each with the last row of scans that was there before it."""

    def add(self, context: MetContext) -> int:
        """Begin a drop; one that comes with its context is answered."""
        with self._transactions.transaction(tr("Added files")):
            return self._connection.insert(
                "batches",
                {
                    "added_at": self._transactions.now().isoformat(timespec="seconds"),
                    "context": json_text(context),
                    "answered": int(context != NOTHING_SAID),
                },
            )

    def get(self, batch_id: int) -> Batch:
        row = self._connection.row(_COLUMNS + " WHERE id = ?", (batch_id,))
        if row is None:
            raise _missing(batch_id)
        return _batch(row)

    def unanswered(self) -> tuple[Batch, ...]:
        return tuple(_batch(row) for row in self._connection.rows(_COLUMNS + _OPEN))

    def answer(self, batch_id: int, context: MetContext) -> None:
        with self._transactions.transaction(tr("Said where you met these people")):
            values: dict[str, str | int] = {"context": json_text(context), "answered": 1, "put_off": 0}
            if not self._connection.update("batches", batch_id, values):
                raise _missing(batch_id)

    def put_off(self, batch_id: int) -> None:
        with self._transactions.transaction(tr("Put off saying where you met these people")):
            if not self._connection.update("batches", batch_id, {"put_off": 1}):
                raise _missing(batch_id)

    def add_scan(self, batch_id: int, scan: Scan, number: int | None = None) -> None:
        """Keep a scan; one that was begun in an earlier drop and not read to its end goes on in this one."""
        with self._transactions.transaction(tr("Added {name}", name=scan.name)):
            self.get(batch_id)
            row = self._connection.row("SELECT id, finished, batch_id FROM scans WHERE sha256 = ?", (scan.sha256,))
            if row is None:
                values = self._scan_values(batch_id, scan)
                values["id"] = None if number is None else self._place(batch_id, number)
                self._connection.insert("scans", values)
            elif not row[1] and row[2] != batch_id:
                self._connection.update("scans", row[0], {"batch_id": batch_id})

    def _place(self, batch_id: int, number: int) -> int | None:
        """The row that keeps the files of a drop in the order of their numbers; None where it is taken."""
        if batch_id not in self._before:
            self._before[batch_id] = self._connection.value("SELECT coalesce(max(id), 0) FROM scans")
        place = self._before[batch_id] + number
        return None if self._connection.value("SELECT 1 FROM scans WHERE id = ?", (place,)) else place

    def finish_scan(self, sha256: str) -> None:
        with self._transactions.transaction(tr("Added files")):
            self._connection.update("scans", self.scan_id(sha256), {"finished": 1})

    def scan_id(self, sha256: str) -> int:
        """The row of a scan. Raises WrongInput when it is not there (any more: its drop may have been undone)."""
        found: int | None = self._connection.value("SELECT id FROM scans WHERE sha256 = ?", (sha256,))
        if found is None:
            raise WrongInput(tr("This file is not in the library."), tr("Add it again."))
        return found

    def seen(self, sha256: str) -> date | None:
        added_at = self._connection.value("SELECT added_at FROM scans WHERE sha256 = ? AND finished", (sha256,))
        return datetime.fromisoformat(added_at).date() if added_at else None

    def hashes(self) -> frozenset[str]:
        return frozenset(sha256 for (sha256,) in self._connection.rows("SELECT sha256 FROM scans WHERE finished"))

    def _scan_values(self, batch_id: int, scan: Scan) -> dict[str, str | int | None]:
        return {
            "sha256": scan.sha256,
            "batch_id": batch_id,
            "name": scan.name,
            "media_type": scan.media_type,
            "byte_size": scan.byte_size,
            "pages": scan.pages,
            "taken_on": day_text(scan.taken_on),
            "added_at": self._transactions.now().isoformat(timespec="seconds"),
        }


def _batch(row: Row) -> Batch:
    batch_id, added_at, context, answered = row
    return Batch(batch_id, datetime.fromisoformat(added_at), context_of(context), bool(answered))


def _missing(batch_id: int) -> WrongInput:
    return WrongInput(tr("The drop {id} is not in the library (any more).", id=batch_id), tr("Add the files again."))
