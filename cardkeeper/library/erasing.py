"""Takes a person out of the library for good: rows, pictures, the history that tells of them, and earlier backups."""

from __future__ import annotations

import logging
from typing import Final

import msgspec

from cardkeeper.errors import WrongInput
from cardkeeper.files import FileStore
from cardkeeper.library.connection import Connection
from cardkeeper.library.parts import Parts
from cardkeeper.library.transactions import Transactions
from cardkeeper.translation import tr

_logger: Final = logging.getLogger(__name__)

DERIVED: Final = (
    "DELETE FROM search WHERE rowid = ?",
    "DELETE FROM lookups WHERE contact_id = ?",
    "DELETE FROM listings WHERE id = ?",
    "DELETE FROM standings WHERE id = ?",
    "DELETE FROM sortings WHERE id = ?",
)
"""What is derived from a person, in a library of today; earlier ones have some of it."""


class Erasing:
    """Erases people who are in the trash."""

    def __init__(self, connection: Connection, transactions: Transactions, files: FileStore) -> None:
        self._connection = connection
        self._transactions = transactions
        self._files = files

    def erase(self, trash_id: int) -> None:
        """Erase a person from the trash, with their cards. Raises WrongInput for one who is not in it.

        What was done so far can't be undone any more, since undoing needs what was erased. Earlier backups lose them
        when the next backup is made.
        """
        row = self._connection.row("SELECT contact_id, parts FROM trash WHERE id = ?", (trash_id,))
        if row is None:
            raise WrongInput(tr("This person is not in the trash any more."))
        contact_id, text = row
        cards = {
            link.row_id
            for link in msgspec.json.decode(text, type=Parts).links
            if (link.table, link.column) == ("cards", "contact_id")
        }
        with self._transactions.housekeeping():
            pictures = self._remove_cards(cards)
            self._connection.run("DELETE FROM trash WHERE contact_id = ?", (contact_id,))
            self._connection.run("DELETE FROM merges WHERE merged_id = ?", (contact_id,))
            self._connection.run("DELETE FROM undo_steps")
            self._connection.run(
                "INSERT OR REPLACE INTO erased (contact_id, erased_at, pictures) VALUES (?, ?, ?)",
                (contact_id, self._transactions.now().isoformat(), msgspec.json.encode(sorted(pictures)).decode()),
            )
            # A word that is deleted stays in the search's own tables until these are written anew.
            self._connection.run("INSERT INTO search (search) VALUES ('optimize')")
        self._connection.value("PRAGMA wal_checkpoint(TRUNCATE)")
        for sha256 in pictures:
            self._files.discard(sha256)
        self._transactions.announce(tr("Erased a person for good"))
        _logger.info("a person was erased, with %d pictures", len(pictures))

    def _remove_cards(self, cards: set[int]) -> set[str]:
        """Remove these cards, unless they are somebody else's by now; return the files that nothing needs any more."""
        gone: set[str] = set()
        for card in sorted(cards):
            row = self._connection.row(
                "SELECT k.picture, s.id, s.sha256 FROM cards k JOIN scans s ON s.id = k.scan_id"
                " WHERE k.id = ? AND k.contact_id IS NULL",
                (card,),
            )
            if row is None:
                continue
            picture, scan_id, sha256 = row
            self._connection.delete("cards", card)
            gone.add(picture)
            if not self._connection.value("SELECT count(*) FROM cards WHERE scan_id = ?", (scan_id,)):
                self._connection.delete("scans", scan_id)
                gone.add(sha256)
        return {sha256 for sha256 in gone - {""} if not self._is_needed(sha256)}

    def _is_needed(self, sha256: str) -> bool:
        count: int = self._connection.value(
            "SELECT (SELECT count(*) FROM cards WHERE picture = ?1) + (SELECT count(*) FROM scans WHERE sha256 = ?1)",
            (sha256,),
        )
        return count > 0


def erase_in(connection: Connection, people: set[int]) -> bool:
    """Take people out of a backup of any version, opened for writing; whether anybody of them was in it."""
    tables = {name for (name,) in connection.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    asked = (msgspec.json.encode(sorted(people)).decode(),)
    there = connection.value("SELECT count(*) FROM contacts WHERE id IN (SELECT value FROM json_each(?))", asked)
    if "trash" in tables:
        there += connection.value(
            "SELECT count(*) FROM trash WHERE contact_id IN (SELECT value FROM json_each(?))", asked
        )
    if not there:
        return False
    with connection.unit():
        _take_out(connection, people, tables)
    connection.rows("VACUUM")
    connection.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    return True


def _take_out(connection: Connection, people: set[int], tables: set[str]) -> None:
    """Remove all rows about people, of which some of the `tables` of today may not be there yet."""
    asked = (msgspec.json.encode(sorted(people)).decode(),)
    scans = connection.value(
        "SELECT json_group_array(scan_id) FROM cards WHERE contact_id IN (SELECT value FROM json_each(?))", asked
    )
    connection.run("DELETE FROM cards WHERE contact_id IN (SELECT value FROM json_each(?))", asked)
    connection.run(
        "DELETE FROM scans WHERE id IN (SELECT value FROM json_each(?)) AND id NOT IN (SELECT scan_id FROM cards)",
        (scans,),
    )
    connection.run("DELETE FROM contacts WHERE id IN (SELECT value FROM json_each(?))", asked)
    if "trash" in tables:
        connection.run("DELETE FROM trash WHERE contact_id IN (SELECT value FROM json_each(?))", asked)
        connection.run("DELETE FROM merges WHERE merged_id IN (SELECT value FROM json_each(?))", asked)
    for statement in DERIVED:
        if statement.split()[2] in tables:
            for person in people:
                connection.run(statement, (person,))
    if "search" in tables:
        connection.run("INSERT INTO search (search) VALUES ('optimize')")
    connection.run("DELETE FROM undo_steps")
