"""Every row of the library as plain values, and all of them back into a library that holds nobody yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from string import Template
from typing import Any, Final

import peewee

from cardkeeper.errors import UnreadableFile, WrongInput
from cardkeeper.library.connection import Connection
from cardkeeper.library.migrations import version_of
from cardkeeper.library.transactions import Transactions
from cardkeeper.library.undo_log import NOUNS
from cardkeeper.translation import tr

_ALL: Final = Template("SELECT * FROM $table ORDER BY id")
_ANY: Final = Template("SELECT EXISTS (SELECT 1 FROM $table)")


class Whole:
    """Reads and writes all that a person knows, table by table."""

    def __init__(self, connection: Connection, transactions: Transactions) -> None:
        self._connection = connection
        self._transactions = transactions

    @property
    def version(self) -> int:
        """Of the tables."""
        return version_of(self._connection)

    @property
    def tables(self) -> tuple[str, ...]:
        return tuple(NOUNS)

    @property
    def empty(self) -> bool:
        """Whether nothing at all is kept here."""
        return not any(self._connection.value(_ANY.substitute(table=table)) for table in NOUNS)

    def rows(self, table: str) -> Iterator[dict[str, Any]]:
        """The rows of a table. Read them before anything changes."""
        names = self._columns(table)
        for row in self._connection.rows(_ALL.substitute(table=table)):
            yield dict(zip(names, row, strict=True))

    def put(self, said: str, version: int, tables: Iterable[tuple[str, Iterable[Mapping[str, Any]]]]) -> None:
        """Take all rows, as one step. Raises WrongInput, UnreadableFile where the rows don't fit."""
        if not self.empty:
            raise WrongInput(tr("This library is not empty."))
        if version > self.version:
            raise WrongInput(
                tr("The archive was written by a newer version of Cardkeeper."), tr("Install the newest version.")
            )
        try:
            with self._transactions.transaction(said):
                self._connection.run("PRAGMA defer_foreign_keys = ON")
                for table, rows in tables:
                    self._put(table, rows)
        except peewee.IntegrityError as error:
            raise UnreadableFile(
                tr("The archive is damaged: what it holds doesn't fit together."), tr("Copy it here again.")
            ) from error

    def _put(self, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
        if table not in NOUNS:
            return
        known = set(self._columns(table))
        for row in rows:
            values = {name: value for name, value in row.items() if name in known}
            if values:
                self._connection.insert(table, values)

    def _columns(self, table: str) -> tuple[str, ...]:
        return tuple(name for (name,) in self._connection.rows("SELECT name FROM pragma_table_info(?)", (table,)))
