"""How a library's database is found, made or refused; what is refused stays as it is, byte for byte."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from cardkeeper.errors import LibraryError
from cardkeeper.files import storage_error, sync_folder
from cardkeeper.library.archives import clear_up
from cardkeeper.library.backups import Backups, Reason
from cardkeeper.library.connection import (
    APPLICATION_ID,
    Connection,
    LibraryDamaged,
    connect_read_only,
    damaged,
    has_lost_its_writer,
)
from cardkeeper.library.derived import is_of_older_form
from cardkeeper.library.key import MAGIC, Key, fits, is_sealed, password_needed, unlock, wrong_password
from cardkeeper.library.migrations import migrate, steps, version_of
from cardkeeper.library.places import DATABASE, FILES, SEALED, beside
from cardkeeper.library.seals import seal_key_in, settle
from cardkeeper.translation import tr

# Places in the first page of a SQLite file, sqlite.org/fileformat.html section 1.3.
_PAGE_SIZE: Final = slice(16, 18)
_PAGE_COUNT: Final = slice(28, 32)
_USER_VERSION: Final = slice(60, 64)
_APPLICATION_ID: Final = slice(68, 72)
_HEADER_BYTES: Final = 100


_QUICK_CHECK: Final = """
    SELECT checked.quick_check FROM sqlite_schema AS named, pragma_quick_check(named.name) AS checked
    WHERE named.type = 'table' AND named.rootpage > 0"""
"""Every table that has pages. The search's own check takes ten times as long, and it can be made anew at any time."""


CHECKED_AT_ONCE: Final = 64 << 20
"""A larger file (bytes) would take seconds to check before it is opened; that is done beside the window instead."""


def open_database(folder: Path, texts: Sequence[str], now: datetime, key: Key | None = None) -> Connection:
    """Open the library in a folder for writing; make one where there is none; bring an older one up to date.

    Raises PasswordNeeded, WrongPassword; a key for a library that has no password is of no use and does no harm.
    """
    path = folder / DATABASE
    if not path.exists():
        _make(folder, texts)
    key = _look(path, len(texts), key)
    connection = Connection(path, key=key)
    try:
        _check(connection, len(texts))
        if version_of(connection) < len(texts):
            Backups(folder, key, seal_key_in(connection)).make(Reason.UPGRADE, now)
            migrate(connection, texts)
        settle(folder, connection)
        clear_up(folder)
    except BaseException:
        connection.close()
        raise
    return connection


def is_older(folder: Path, key: Key | None = None) -> bool:
    """Whether opening a library for writing brings it up to date first, which takes its time where there are many.

    False also where that can't be told: whoever opens it is told why.
    """
    path = folder / DATABASE
    try:
        connection = connect_read_only(path, _look(path, len(steps()), key))
    except LibraryError:
        return False
    try:
        return version_of(connection) < len(steps()) or is_of_older_form(connection)
    except LibraryError:
        return False
    finally:
        connection.close()


def has_password(folder: Path) -> bool:
    """Whether the library in a folder, if there is one, opens with a password only. Raises LibraryError."""
    path = folder / DATABASE
    return path.exists() and is_sealed(path)


def unlocked(folder: Path, password: str) -> Key | None:
    """The key that a password is to a library; None where it has none. For any thread, since it takes its time.

    Raises WrongPassword, LibraryError.
    """
    return unlock(folder / DATABASE, password) if has_password(folder) else None


def open_read_only(folder: Path, texts: Sequence[str], key: Key | None = None) -> Connection:
    """Open the library in a folder without ever changing it; another process may be writing to it meanwhile."""
    path = folder / DATABASE
    if not path.exists():
        raise LibraryError(
            tr("There is no library in {folder}.", folder=folder), tr("Name another folder, or add cards first.")
        )
    if has_lost_its_writer(path):
        raise LibraryError(
            tr(
                "The last changes of the library in {folder} stand beside it, and can't be taken up where nothing can "
                "be written.",
                folder=folder,
            ),
            tr("Copy the folder to a place of your own and open it there."),
        )
    connection = connect_read_only(path, _look(path, len(texts), key))
    try:
        _check(connection, len(texts))
        _refuse_older(connection, len(texts))
    except BaseException:
        connection.close()
        raise
    return connection


def _make(folder: Path, texts: Sequence[str]) -> None:
    """Make an empty library beside its place and rename it, so that a half-made one is never taken for one."""
    path = folder / DATABASE
    stray = [part for part in (beside(path, "-wal"), folder / FILES, folder / SEALED) if part.exists()]
    if stray:
        raise LibraryError(
            tr("{folder} holds the files of a library, but its database is gone.", folder=folder),
            tr("Put a backup of {name} there, or name another folder.", name=DATABASE),
        )
    temporary = folder / f"{DATABASE}.new"
    try:
        for part in (temporary, beside(temporary, "-wal"), beside(temporary, "-shm")):
            part.unlink(missing_ok=True)
        connection = Connection(temporary, create=True)
        try:
            migrate(connection, texts)
        finally:
            connection.close()
        temporary.replace(path)
        sync_folder(folder)
    except OSError as error:
        raise storage_error(folder, error) from error


def _look(path: Path, known: int, key: Key | None) -> Key | None:
    """Look at a file before SQLite touches it; the key, where it needs one. Raises LibraryError."""
    if is_sealed(path):
        if key is None:
            raise password_needed(path)
        if not fits(path, key):
            raise wrong_password()
        _peek(path, known, key)
        return key
    _look_at_header(path, known)
    if beside(path, "-wal").exists():
        # A newer version may have left its mark only in the log beside the file.
        _peek(path, known, None)
    return None


def _look_at_header(path: Path, known: int) -> None:
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
    except OSError as error:
        raise storage_error(path, error) from error
    if not header:
        raise LibraryDamaged(
            tr("{path} is empty: what it held is gone.", path=path),
            tr("Restore a backup. Only if there was nothing in it, move it away and begin anew."),
        )
    if len(header) < _HEADER_BYTES or not header.startswith(MAGIC):
        raise LibraryDamaged(
            tr("{path} is no library, or its beginning is damaged. It was left as it is.", path=path),
            tr("Name another folder, or restore a backup."),
        )
    if int.from_bytes(header[_APPLICATION_ID], "big") != APPLICATION_ID:
        raise _foreign(path)
    if int.from_bytes(header[_USER_VERSION], "big") > known:
        raise _newer(path)
    if not beside(path, "-wal").exists() and path.stat().st_size < _full_size(header):
        raise damaged(path)


def _peek(path: Path, known: int, key: Key | None) -> None:
    """Look at the marks of a database as SQLite reads them, before anything could change it."""
    peek = connect_read_only(path, key)
    try:
        if peek.value("PRAGMA application_id") != APPLICATION_ID:
            raise _foreign(path)
        if version_of(peek) > known:
            raise _newer(path)
    finally:
        peek.close()


def _full_size(header: bytes) -> int:
    """How many bytes the file should have, as long as no log beside it holds some of them."""
    page_size = int.from_bytes(header[_PAGE_SIZE], "big")
    return (65536 if page_size == 1 else page_size) * int.from_bytes(header[_PAGE_COUNT], "big")


def look_closely(folder: Path, key: Key | None = None) -> None:
    """Check a library that was too large to be checked when it was opened. Raises LibraryDamaged."""
    path = folder / DATABASE
    if path.stat().st_size > CHECKED_AT_ONCE:
        connection = connect_read_only(path, key)
        try:
            _check_pages(connection)
        finally:
            connection.close()


def _check(connection: Connection, known: int) -> None:
    if connection.path.stat().st_size <= CHECKED_AT_ONCE:
        _check_pages(connection)
    if version_of(connection) > known:
        raise _newer(connection.path)


def _check_pages(connection: Connection) -> None:
    if any(said != "ok" for (said,) in connection.rows(_QUICK_CHECK)):
        raise damaged(connection.path)


def _refuse_older(connection: Connection, known: int) -> None:
    if version_of(connection) < known:
        raise LibraryError(
            tr("The library in {folder} is of an older version.", folder=connection.path.parent),
            tr("Open it once for writing, which brings it up to date."),
        )


def _foreign(path: Path) -> LibraryError:
    return LibraryError(
        tr("{path} belongs to another program. It was left as it is.", path=path), tr("Name another folder.")
    )


def _newer(path: Path) -> LibraryError:
    return LibraryError(
        tr("The library in {folder} was written by a newer version of Cardkeeper.", folder=path.parent),
        tr("Install the newest version. Nothing was changed."),
    )
