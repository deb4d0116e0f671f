"""Everything that goes with a person when they are removed: taken down row by row, and put back row by row.

Which rows those are is read from the foreign keys of the tables as they are, so a new table takes part by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from string import Template
from typing import Any, Final

import msgspec
import peewee

from cardkeeper.library.connection import Connection, Value

_OF: Final = Template("SELECT * FROM $table WHERE $column = ? ORDER BY id")
_IDS: Final = Template("SELECT id FROM $table WHERE $column = ? ORDER BY id")
_POINT: Final = Template("UPDATE $table SET $column = ? WHERE id = ? AND $column IS ?")
_THERE: Final = Template("SELECT count(*) FROM $table WHERE id = ?")

_REFERENCES: Final = """
    SELECT t.name, k."from", k."table", k.on_delete, c."notnull"
    FROM sqlite_schema t, pragma_foreign_key_list(t.name) k, pragma_table_info(t.name) c
    WHERE t.type = 'table' AND c.name = k."from" ORDER BY t.rowid, c.cid"""


class Link(msgspec.Struct, frozen=True):
    """One value that pointed at a row which went."""

    table: str
    column: str
    row_id: int
    value: int


class Parts(msgspec.Struct, frozen=True):
    """What went with a person: whole rows by their tables, and what pointed at them."""

    rows: dict[str, list[dict[str, str | int | float | None]]]
    links: list[Link]
    moved: list[Link] = []
    """Rows that did not go, since they belong to somebody else now."""

    def without(self, moved: list[Link]) -> Parts:
        """All but the rows that went on to belong to somebody else."""
        gone = {(link.table, link.row_id) for link in moved}
        left = {table: [row for row in rows if (table, row["id"]) not in gone] for table, rows in self.rows.items()}
        links = [link for link in self.links if link not in moved]
        return Parts({table: rows for table, rows in left.items() if rows}, links, moved)


@dataclass(frozen=True, slots=True)
class Reference:
    """A column that points at rows of another table."""

    table: str
    column: str
    target: str
    goes_along: bool
    """Whether the row goes when what it points at goes; otherwise it only forgets it."""
    needed: bool


class Belongings:
    """Finds what belongs to people."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        return tuple(
            Reference(table, column, target, action == "CASCADE", bool(needed))
            for table, column, target, action, needed in self._connection.rows(_REFERENCES)
        )

    def to(self, target: str) -> Iterator[Reference]:
        """All columns that point at rows of a table."""
        return (reference for reference in self.references if reference.target == target)

    def gather(self, contact_id: int) -> Parts:
        """All that would go with a person."""
        rows: dict[str, dict[int, dict[str, Value]]] = {}
        self._gather("contacts", "id", contact_id, rows)
        links = [link for table, found in rows.items() for row_id in found for link in self._links(table, row_id)]
        outside = [link for link in links if link.row_id not in rows.get(link.table, {})]
        return Parts({table: list(found.values()) for table, found in rows.items()}, outside)

    def put_back(self, parts: Parts) -> int:
        """Let the rows be as they were; return how many could not be, since what they need is gone."""
        left_out = 0
        self._connection.run("PRAGMA defer_foreign_keys = ON")
        here = {(table, row["id"]) for table, rows in parts.rows.items() for row in rows}
        for table, rows in parts.rows.items():
            left_out += sum(not self._put(table, row, here) for row in rows)
        for link in parts.links:
            self.point(link, link.value, None)
        return left_out

    def point(self, link: Link, to: int, was: int | None) -> bool:
        """Let a column of a row point at another row, if it still points where it did; whether it did."""
        statement = _POINT.substitute(table=link.table, column=link.column)
        return self._connection.run(statement, (to, link.row_id, was)) > 0

    def ids(self, reference: Reference, value: int) -> list[int]:
        """The rows in which a column has a value."""
        asked = _IDS.substitute(table=reference.table, column=reference.column)
        return [row_id for (row_id,) in self._connection.rows(asked, (value,))]

    def _gather(self, table: str, column: str, value: int, rows: dict[str, dict[int, dict[str, Value]]]) -> None:
        names = self._columns(table)
        for row in self._connection.rows(_OF.substitute(table=table, column=column), (value,)):
            values = dict(zip(names, row, strict=True))
            if values["id"] in rows.setdefault(table, {}):
                continue
            rows[table][values["id"]] = values
            for reference in self.to(table):
                if reference.goes_along:
                    self._gather(reference.table, reference.column, values["id"], rows)

    def _links(self, table: str, row_id: int) -> Iterator[Link]:
        for reference in self.to(table):
            if not reference.goes_along:
                for pointing in self.ids(reference, row_id):
                    yield Link(reference.table, reference.column, pointing, row_id)

    def _put(self, table: str, row: dict[str, Any], here: set[tuple[str, Any]]) -> bool:
        known = set(self._columns(table))
        values = {name: value for name, value in row.items() if name in known}
        if not values or self._is_there(table, values["id"]):
            return False
        for reference in self.references:
            value = values.get(reference.column)
            if reference.table != table or value is None or (reference.target, value) in here:
                continue
            if not self._is_there(reference.target, value):
                if reference.needed:
                    return False
                values[reference.column] = None
        try:
            with self._connection.part():
                self._connection.insert(table, values)
        except peewee.IntegrityError:
            return False
        return True

    def _is_there(self, table: str, row_id: Value) -> bool:
        return bool(self._connection.value(_THERE.substitute(table=table), (row_id,)))

    def _columns(self, table: str) -> list[str]:
        return [name for (name,) in self._connection.rows("SELECT name FROM pragma_table_info(?)", (table,))]
