"""The one connection to a library's database: its settings, its thread, and its errors in the person's words."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import msgspec
import peewee

from cardkeeper.errors import LibraryError, ReadOnlyPlace, StorageFull
from cardkeeper.files import writable
from cardkeeper.library.key import Key
from cardkeeper.library.places import beside
from cardkeeper.translation import tr

try:
    from playhouse.sqlcipher_ext import SqlCipherDatabase as _Database
except ImportError:  # no wheel for this machine: Python's own SQLite does all but passwords
    from peewee import SqliteDatabase as _Database

# It would tell every value that is stored to whoever looks at what it does.
logging.getLogger("peewee").setLevel(logging.WARNING)

PASSWORDS: Final[bool] = _Database is not peewee.SqliteDatabase
"""Whether the SQLite that is used can open and make databases that have a password."""

APPLICATION_ID: Final = 0x43415244
"""Marks a SQLite file as a library of Cardkeeper: “CARD” in ASCII, as `PRAGMA application_id` keeps it."""

BUSY_SECONDS: Final = 4.0
"""How long to wait for another process that is just writing."""

_LARGE: Final = 128 << 20
"""Bytes of memory for pages while all of the database is written."""

Value = str | int | float | None
Row = tuple[Any, ...]

_WAL_IS_SAFE: Final = (((3, 44, 6), (3, 45)), ((3, 50, 7), (3, 51)), ((3, 51, 3), (99,)))
"""Versions of SQLite (from, below) without the WAL-reset bug, see docs/decisions."""


class LibraryDamaged(LibraryError):
    """What the database holds is not whole; a backup can be restored in its place."""


def wal_is_safe(version: tuple[int, ...]) -> bool:
    """Whether this version of SQLite keeps a WAL database whole when two connections write checkpoints at once."""
    return any(first <= version < end for first, end in _WAL_IS_SAFE)


class Connection:
    """SQLite as the library uses it: opened once, used by the thread that opened it, closed once.

    Raises LibraryError or StorageFull for what is the world's fault; anything else that SQLite says is a mistake of
    ours and comes through as it is. Writing needs an open `unit`.
    """

    def __init__(
        self,
        path: Path,
        *,
        key: Key | None = None,
        read_only: bool = False,
        create: bool = False,
        settled: bool = False,
    ) -> None:
        """`key`: of a sealed database, and tried on it before; None for a plain one. `settled`: the file lies where
        nothing can be written and nobody writes it, so SQLite needs no lock on it.
        """
        if key is not None and not PASSWORDS:
            raise no_passwords()
        mode = "rwc" if create else "ro" if read_only else "rw"
        self.path = path
        self.key = key
        self.read_only = read_only
        self._thread = threading.get_ident()
        self._broken: Exception | None = None
        self._inserts: dict[tuple[str, ...], str] = {}
        self._errors: tuple[type[Exception], ...] = (peewee.DatabaseError, UnicodeDecodeError)
        self._database: Any = _Database(
            f"{path.absolute().as_uri()}?mode={mode}{'&immutable=1' if settled else ''}",
            pragmas=_settings(read_only=read_only),
            timeout=BUSY_SECONDS,
            autoconnect=False,
            uri=True,
            **({} if key is None else {"passphrase": key.as_sql}),
        )
        self.open()
        # While rows are fetched, errors come as the driver says them, not as peewee does.
        self._errors += (self._driver.DatabaseError,)

    def open(self) -> None:
        """Open the database again after `close`; another file may lie in its place by then."""
        with self._worldly():
            self._database.connect()

    def close(self) -> None:
        self._database.close()

    @property
    def journal(self) -> str:
        """How SQLite keeps changes whole: “wal”, or “delete” where its version makes a mistake with that."""
        return str(self.value("PRAGMA journal_mode"))

    # Reading

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """All rows of a query."""
        with self._worldly():
            found: list[Row] = self._execute(sql, values).fetchall()
        return found

    def row(self, sql: str, values: Sequence[Value] = ()) -> Row | None:
        """The first row of a query, None where there is none."""
        with self._worldly():
            found: Row | None = self._execute(sql, values).fetchone()
        return found

    def value(self, sql: str, values: Sequence[Value] = ()) -> Any:
        """The first value of the first row, None where there is no row."""
        found = self.row(sql, values)
        return found[0] if found else None

    @contextmanager
    def making_sense(self) -> Iterator[None]:
        """What is read inside was stored as JSON, days and words of lists; where it is none of that, it is damaged.

        Raises LibraryDamaged.
        """
        try:
            yield
        except (msgspec.MsgspecError, ValueError) as error:
            raise damaged(self.path) from error

    # Writing

    def run(self, sql: str, values: Sequence[Value] = ()) -> int:
        """Run a statement that changes something; return how many rows it changed."""
        self._assert_writable()
        with self._worldly():
            count: int = self._execute(sql, values).rowcount
        return count

    def insert(self, table: str, values: Mapping[str, Value]) -> int:
        """Add a row; return its id."""
        self._assert_writable()
        with self._worldly():
            cursor = self._execute(self._insert_statement(table, tuple(values)), _clean(values.values()))
            new: int = cursor.lastrowid
        return new

    def insert_all(self, table: str, columns: Sequence[str], rows: Iterable[Iterable[Value]]) -> None:
        """Add rows whose ids nobody asks for, in a third of the time of one by one."""
        self._assert_writable()
        statement = self._insert_statement(table, tuple(columns))
        with self._worldly(), self._noticing():
            self._driver.executemany(statement, [_clean(row) for row in rows])

    def update(self, table: str, row_id: int, values: Mapping[str, Value]) -> bool:
        """Change a row; whether it was there."""
        target: Any = peewee.Table(table)
        sql, parameters = (
            target.update(
                {getattr(target.c, name): value for name, value in zip(values, _clean(values.values()), strict=True)}
            )
            .where(target.c.id == row_id)
            .bind(self._database)
            .sql()
        )
        return self.run(sql, parameters) > 0

    def delete(self, table: str, row_id: int) -> bool:
        """Remove a row; whether it was there."""
        target: Any = peewee.Table(table)
        sql, parameters = target.delete().where(target.c.id == row_id).bind(self._database).sql()
        return self.run(sql, parameters) > 0

    # The unit: all or nothing

    @property
    def in_unit(self) -> bool:
        """Whether a unit is open; also true when SQLite has rolled it back by itself and nobody has ended it yet."""
        return self._broken is not None or self._in_transaction

    @contextmanager
    def unit(self, *, exclusive: bool = False) -> Iterator[None]:
        """Store all that changes inside for good, or leave everything as it was.

        It waits for another process to finish writing. Raises the first error of a unit that SQLite has rolled back by
        itself, whatever was done in it since.
        """
        self._broken = None
        with self._worldly():
            self._execute("BEGIN EXCLUSIVE" if exclusive else "BEGIN IMMEDIATE")
        try:
            yield
            self._raise_if_broken()
            with self._worldly():
                self._execute("COMMIT")
        except BaseException:
            self._broken = None
            if self._in_transaction:
                with self._worldly():
                    self._execute("ROLLBACK")
            raise

    @contextmanager
    def part(self) -> Iterator[None]:
        """A part of a unit that is taken back alone when it fails, so that the caller may go on with the rest.

        Unless SQLite has rolled back the whole unit, as it does on a full disk: then nothing more can be done in it.
        """
        with self._worldly():
            self._execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            if self._broken is None and self._in_transaction:
                with self._worldly():
                    self._execute("ROLLBACK TO part")
                    self._execute("RELEASE part")
            raise
        self._raise_if_broken()
        with self._worldly():
            self._execute("RELEASE part")

    def back_up(self, target: Path) -> None:
        """Copy the database as it stands, also what only the write-ahead log holds, into a new file."""
        with self._worldly(), self._noticing():
            driver = type(self._driver)
            copy = driver(str(target))
            try:
                if self.key is not None:
                    copy.execute(f'PRAGMA key = "{self.key.as_sql}"')
                self._driver.backup(copy)
            finally:
                copy.close()

    # Inside

    @property
    def _driver(self) -> Any:
        return self._database.connection()

    @property
    def _in_transaction(self) -> bool:
        return bool(self._driver.in_transaction)

    def _execute(self, sql: str, values: Iterable[Value] = ()) -> Any:
        with self._noticing():
            return self._database.execute_sql(sql, tuple(values))

    @contextmanager
    def _noticing(self) -> Iterator[None]:
        """Note when SQLite ends the unit by itself, as on a full disk: what follows must not be stored alone."""
        if threading.get_ident() != self._thread:
            raise RuntimeError("the library is used from another thread than the one that opened it")
        self._raise_if_broken()
        began_inside = self._in_transaction
        try:
            yield
        except self._errors as error:
            if began_inside and not self._in_transaction:
                self._broken = _in_words(error, self.path) or error
            raise

    def _insert_statement(self, table: str, columns: tuple[str, ...]) -> str:
        key = (table, *columns)
        if key not in self._inserts:
            target: Any = peewee.Table(table)
            places = [getattr(target.c, name) for name in columns]
            statement = target.insert([(0,) * len(columns)], columns=places).bind(self._database)
            self._inserts[key] = statement.sql()[0]
        return self._inserts[key]

    def _assert_writable(self) -> None:
        if self.read_only:
            raise reading_only()
        if not self.in_unit:
            raise RuntimeError("the library is changed outside of a transaction")

    def _raise_if_broken(self) -> None:
        if self._broken is not None:
            raise self._broken

    @contextmanager
    def _worldly(self) -> Iterator[None]:
        try:
            yield
        except self._errors as error:
            words = _in_words(error, self.path)
            if words is None:
                raise
            raise words from error


@contextmanager
def at_large(connection: Connection) -> Iterator[None]:
    """Keep more of a database in memory while much of it is written: keys in no order touch all of its pages."""
    usual = connection.value("PRAGMA cache_size")
    connection.run(f"PRAGMA cache_size = -{_LARGE >> 10}")
    try:
        yield
    finally:
        connection.run(f"PRAGMA cache_size = {usual}")


def connect_read_only(path: Path, key: Key | None = None) -> Connection:
    """Read a database that another process may be writing to, also where nothing can be written."""
    return Connection(path, key=key, read_only=True, settled=lies_still(path))


def lies_still(path: Path) -> bool:
    """Whether a database lies where nothing can be written: SQLite can't even note there that it reads."""
    return _is_out_of_reach(path) and not _has_log(path)


def has_lost_its_writer(path: Path) -> bool:
    """Whether the last changes stand in a log beside the database, where nothing can be written to take them up."""
    return _is_out_of_reach(path) and _has_log(path) and not beside(path, "-shm").exists()


def _is_out_of_reach(path: Path) -> bool:
    effective = os.access in os.supports_effective_ids
    return not os.access(path.parent, os.W_OK, effective_ids=effective)


def _has_log(path: Path) -> bool:
    log = beside(path, "-wal")
    return log.exists() and log.stat().st_size > 0


def _clean(values: Iterable[Value]) -> tuple[Value, ...]:
    """Without NULs in texts: SQLite's own statements, which undo is made of, end at one, and no word holds any.

    What else can't be stored, as in the names of some files, is made `writable`.
    """
    return tuple([writable(value.replace("\0", "")) if isinstance(value, str) else value for value in values])


def sqlite_version() -> tuple[int, ...]:
    """The version of SQLite that is used: that of sqlcipher3 where it is installed, else Python's own."""
    version: tuple[int, ...] = tuple(_Database.server_version)
    return version


def _settings(*, read_only: bool) -> dict[str, Value]:
    # First of all no word to standard error about keys.
    common: dict[str, Value] = {
        "cipher_log_level": "none",
        "busy_timeout": round(1000 * BUSY_SECONDS),
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "temp_store": "memory",
    }
    if read_only:
        return common
    journal = "wal" if wal_is_safe(sqlite_version()) else "delete"
    # What is deleted is overwritten, so that who was erased can't be read out of free pages.
    return {"journal_mode": journal, "synchronous": "full", "secure_delete": 1, **common}


_NAMES: Final = {
    "database or disk is full": "FULL",
    "disk I/O error": "IOERR",
    "unable to open database file": "CANTOPEN",
    "attempt to write a readonly database": "READONLY",
    "database disk image is malformed": "CORRUPT",
    "file is not a database": "NOTADB",
    "unsupported file format": "NOTADB",
    "malformed JSON": "CORRUPT",  # we store none
}
"""What SQLite says where the driver gives no name, as while a backup is made, or one that names anything."""


def _in_words(error: Exception, path: Path) -> LibraryError | None:
    """What a database error means for the person; None where it is our own mistake."""
    if isinstance(error, UnicodeDecodeError) or "Could not decode to UTF-8" in str(error):
        # A text in the file, or what SQLite says of it, is none. Nobody ever stored it so.
        return damaged(path)
    source = getattr(error, "orig", error)  # peewee keeps the driver's error, which knows SQLite's own name for it
    named = _NAMES.get(str(source), "") or str(getattr(source, "sqlite_errorname", ""))
    code = named.removeprefix("SQLITE_").split("_")[0]
    place = path.parent
    match code:
        case "FULL":
            return StorageFull(
                tr("The disk is full: nothing of this change was saved, and nothing saved before is lost."),
                tr("Make room on the disk of {place}, then try again.", place=place),
            )
        case "CORRUPT" | "NOTADB":
            return damaged(path)
        case "BUSY" | "LOCKED":
            return LibraryError(
                tr("Another program is writing to the library in {place}.", place=place), tr("Try again in a moment.")
            )
        case "READONLY" | "CANTOPEN" | "PERM" | "IOERR" | "PROTOCOL" | "AUTH" | "NOLFS":
            kind = ReadOnlyPlace if code in {"READONLY", "PERM"} else LibraryError
            return kind(
                tr("The library in {place} can't be read or written ({code}).", place=place, code=code),
                tr("Check that the disk is there and that you may write to this folder."),
            )
    return None


def reading_only() -> LibraryError:
    """What is said to whoever would change a library that is only read."""
    return LibraryError(
        tr("The library is open for reading only."), tr("See that its folder can be written, then open it again.")
    )


def no_passwords() -> LibraryError:
    """What is said where the SQLite of this machine knows no passwords."""
    return LibraryError(
        tr("Libraries with a password can’t be used on this machine: sqlcipher3 is not there for it."),
        tr("Open the library on another computer, and remove the password there to use it here."),
    )


def damaged(path: Path) -> LibraryDamaged:
    """What is said of a damaged database; nothing is ever written to one."""
    return LibraryDamaged(
        tr("The library in {place} is damaged and was left as it is.", place=path.parent),
        tr("Restore a backup; the damaged library is kept beside it."),
    )
