"""Where a library keeps the key of its sealed files: in its own database, which is sealed itself.

So another password means another key of the database alone, and a plain database never has anything to do with sealed
files. A library that has no password, and none just taken away, has no table for this.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cardkeeper.files import FileStore, storage_error
from cardkeeper.library.connection import Connection
from cardkeeper.library.key import Key
from cardkeeper.library.places import DISCARDED, FILES, MADE, SEALED, remove_database

if TYPE_CHECKING:
    from cardkeeper.sealing import Seal


@dataclass(frozen=True, slots=True)
class Form:
    """How a library is kept: with which keys for its database and for its files, or plain."""

    key: Key | None = None
    seal_key: bytes = field(default=b"", repr=False)


UNFINISHED: Final = "unfinished"
"""A file of this name lies in a folder of files that is only being made and that no database goes with yet."""

_TABLE: Final = "CREATE TABLE IF NOT EXISTS seal (key TEXT NOT NULL, leftover TEXT NOT NULL) STRICT"
_THERE: Final = "SELECT count(*) FROM sqlite_schema WHERE name = 'seal'"


def seal_key_in(connection: Connection) -> bytes:
    """The key of a library's files; empty where they are not sealed."""
    if connection.key is None or not connection.value(_THERE):
        return b""
    return bytes.fromhex(connection.value("SELECT key FROM seal") or "")


def leftover_in(connection: Connection) -> str:
    """What is still to be removed since the password was set or taken away; empty where there is nothing."""
    if not connection.value(_THERE):
        return ""
    return str(connection.value("SELECT leftover FROM seal") or "")


def write_seal(connection: Connection, key: bytes, leftover: str) -> None:
    """Keep the key of the files, and what is still to be removed, in a unit of their own; without both, nothing."""
    with connection.unit():
        connection.run(_TABLE)
        connection.run("DELETE FROM seal")
        if key or leftover:
            connection.run("INSERT INTO seal (key, leftover) VALUES (?, ?)", (key.hex(), leftover))
        else:
            connection.run("DROP TABLE seal")


def seal_of(key: bytes) -> Seal | None:
    """The seal with this key; None where there is none. What it takes is only loaded where there is a password."""
    if not key:
        return None
    seal: Seal = import_module("cardkeeper.sealing").Seal(key)
    return seal


def store_in(folder: Path, key: bytes = b"") -> FileStore:
    """The files of a library, or of its backups: sealed with this key, or plain where there is none."""
    return FileStore(folder / (SEALED if key else FILES), seal_of(key))


def discard(files: Path) -> None:
    """Remove a folder of files so that nothing of it is ever taken for one that counts. Raises OSError."""
    doomed = files.with_name(DISCARDED)
    if doomed.exists():
        shutil.rmtree(doomed)
    files.replace(doomed)
    shutil.rmtree(doomed)


def settle(folder: Path, connection: Connection) -> None:
    """Finish or take back what a change of the password left when it was stopped. Raises LibraryError, StorageFull.

    Files of the other form go only where the database says so, or where they were never finished: whoever has put a
    database there by hand keeps them.
    """
    key, leftover = seal_key_in(connection), leftover_in(connection)
    own, other = (folder / SEALED, folder / FILES) if key else (folder / FILES, folder / SEALED)
    try:
        # Of a library that keeps its password it would be all that it holds, for anyone to read.
        remove_database(folder / MADE)
        if other.exists() and (leftover == other.name or (other / UNFINISHED).exists()):
            discard(other)
        if (folder / DISCARDED).exists():
            shutil.rmtree(folder / DISCARDED)
        (own / UNFINISHED).unlink(missing_ok=True)
    except OSError as error:
        raise storage_error(folder, error) from error
    if leftover:
        write_seal(connection, key, "")
