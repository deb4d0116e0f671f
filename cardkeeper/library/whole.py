"""Every row of the library as plain values, and rows of another library into this one."""

from __future__ import annotations

from collections.abc import Iterator
from string import Template
from typing import Any, Final

from cardkeeper.errors import WrongInput
from cardkeeper.library.connection import Connection
from cardkeeper.library.joining import Joining
from cardkeeper.library.migrations import version_of
from cardkeeper.library.undo_log import NOUNS
from cardkeeper.translation import tr

_ALL: Final = Template("SELECT * FROM $table ORDER BY id")
_OF_NOBODY: Final = frozenset({"searches", "templates", "begun"})
"""Tables at which no other points, and which tell nothing of anybody where there is nobody."""

_ANY: Final = Template("SELECT EXISTS (SELECT 1 FROM $table)")


class Whole:
    """Reads and writes all that a person knows, table by table."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @property
    def version(self) -> int:
        """Of the tables."""
        return version_of(self._connection)

    @property
    def tables(self) -> tuple[str, ...]:
        return tuple(NOUNS)

    @property
    def empty(self) -> bool:
        """Whether nobody is kept here and nothing is told of anybody, so that rows can come under the ids they have."""
        return not any(
            self._connection.value(_ANY.substitute(table=table)) for table in NOUNS if table not in _OF_NOBODY
        )

    def rows(self, table: str) -> Iterator[dict[str, Any]]:
        """The rows of a table. Read them before anything changes."""
        names = self._columns(table)
        for row in self._connection.rows(_ALL.substitute(table=table)):
            yield dict(zip(names, row, strict=True))

    def joining(self, version: int, *, looking: bool = False, complete: bool = False) -> Joining:
        """For rows of another library, whose tables have this version. Raises WrongInput for one that is newer."""
        if version > self.version:
            raise WrongInput(
                tr("The archive was written by a newer version of Cardkeeper."), tr("Install the newest version.")
            )
        return Joining(self._connection, looking=looking, complete=complete)

    def _columns(self, table: str) -> tuple[str, ...]:
        return tuple(name for (name,) in self._connection.rows("SELECT name FROM pragma_table_info(?)", (table,)))
