"""What can still be read out of a damaged library, person by person; the damaged files are not changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from cardkeeper.files import FileStore
from cardkeeper.library.connection import Connection, LibraryDamaged, Row, Value, damaged, lies_still
from cardkeeper.library.contact_rows import load_contacts
from cardkeeper.library.key import Key
from cardkeeper.library.people import load_met
from cardkeeper.library.places import DATABASE
from cardkeeper.library.seals import seal_key_in, store_in
from cardkeeper.model.people import Contact, MetContext

_MOST_TRIED: Final = 1_000_000
"""Ids that are tried one by one where the list of them can't be read."""


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What came out of a damaged library."""

    people: tuple[tuple[Contact, tuple[MetContext, ...]], ...]
    """Each with how they were met."""
    unreadable: int
    """How many places in the database could not be read; each may have held something of somebody."""
    files: FileStore
    """Where their pictures lie."""


def salvage(folder: Path, key: Key | None = None) -> Salvaged:
    """Everyone who can be read. Raises LibraryDamaged where that is nobody, LibraryError where there is no library."""
    path = folder / DATABASE
    connection = _Lenient(path, key=key, read_only=True, settled=lies_still(path))
    try:
        found = tuple(_people(connection))
        if not found:
            raise damaged(path)
        return Salvaged(found, connection.unreadable, store_in(folder, _seal_key(connection)))
    finally:
        connection.close()


def _seal_key(connection: Connection) -> bytes:
    """The key of the files; none where it can't be read any more."""
    try:
        return seal_key_in(connection)
    except LibraryDamaged:
        return b""


class _Lenient(Connection):
    """Gives the rows up to the place that can't be read, and counts such places."""

    unreadable = 0

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        found: list[Row] = []
        try:
            found.extend(self._execute(sql, values))
        except self._errors:
            self.unreadable += 1
            if self.key is not None:
                # After one page that does not fit its key, SQLCipher reads no other.
                self.close()
                self.open()
        return found


def _people(connection: _Lenient) -> Iterator[tuple[Contact, tuple[MetContext, ...]]]:
    for contact_id in _ids(connection):
        try:
            found = load_contacts(connection, [contact_id])
            met = load_met(connection, [contact_id])
        except (ValueError, TypeError, msgspec.MsgspecError):
            # What is stored there is no value that we ever wrote.
            connection.unreadable += 1
            continue
        for contact in found:
            yield contact, met.get(contact_id, ())


def _ids(connection: _Lenient) -> list[int]:
    """The ids of all people, from the beginning and from the end as far as the list goes, and what lies between."""
    first = [row[0] for row in connection.rows("SELECT id FROM contacts NOT INDEXED ORDER BY id")]
    if not connection.unreadable:
        return first
    last = [row[0] for row in connection.rows("SELECT id FROM contacts NOT INDEXED ORDER BY id DESC")]
    after = max(first, default=0)
    until = min(last, default=_last_given(connection) + 1)
    between = range(after + 1, min(until, after + _MOST_TRIED))
    return sorted({*first, *between, *last})


def _last_given(connection: _Lenient) -> int:
    rows = connection.rows("SELECT seq FROM sqlite_sequence WHERE name = 'contacts'")
    return int(rows[0][0]) if rows else 0
