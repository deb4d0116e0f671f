"""Rows of another library on their way into this one: each is found here or added, and points at what is here.

A row is the same as one here when all that it says is the same; of scans, cards, events and the like what tells them
apart is enough. So the same rows once more add nothing. With `looking`, nothing is added: what would be, is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from string import Template
from types import MappingProxyType
from typing import Any, Final

import peewee

from cardkeeper.errors import UnreadableFile
from cardkeeper.library.connection import Connection, Value
from cardkeeper.model.relationships import Matter
from cardkeeper.translation import tr

OF_PEOPLE: Final = ("contacts", "positions", "phones", "details")
"""Tables of what a person is; where people are merged as values, their rows are left alone."""

_WITH_IDS_INSIDE: Final = ("merges", "trash")
"""Tables whose texts hold ids, so that they mean something beside the very same rows only."""

ALL: Final = (
    *("batches", "scans", *OF_PEOPLE, "events", "cards", "encounters", "follow_ups", "interactions", "promises"),
    *("needs", "leads", "referrals", "introductions", "favours", "thanks", "put_offs", "apart"),
    *("searches", "templates", "unsent_letters", "begun", *_WITH_IDS_INSIDE),
)
"""Every table, those that others point at first."""

BESIDE_PEOPLE: Final = tuple(table for table in ALL if table not in (*OF_PEOPLE, *_WITH_IDS_INSIDE))
"""What can join people who are here already."""

_KEYS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "batches": ("added_at", "context"),
        "scans": ("sha256",),
        "cards": ("scan_id", "page", "number"),
        "events": ("name_key", "held_on"),
        "encounters": ("contact_id", "event", "met_on", "place", "how", "through", "about"),
        "put_offs": ("contact_id", "matter", "subject_id"),
        "apart": ("first_id", "second_id"),
        "searches": ("name",),
        "templates": ("form", "tone", "language"),
        "unsent_letters": ("contact_id", "form"),
        "begun": ("place", "contact_id"),
    }
)
"""By which columns a row is known again; of other tables by all that point nowhere or at what came before."""

_SUBJECTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        Matter.PROMISE.value: "promises",
        Matter.CALL_BACK.value: "interactions",
        Matter.HEADS_UP.value: "referrals",
        Matter.OUTCOME.value: "referrals",
        Matter.TELL_SOURCE.value: "referrals",
        Matter.THANK_YOU.value: "thanks",
        Matter.INTRODUCTION.value: "introductions",
        Matter.NEED.value: "needs",
    }
)
"""At which table the subject of a put-off points, by its matter."""

_LARGEST: Final = 1 << 63
_MOST_ID: Final = 1 << 53
"""Ids above this leave too few for the rows to come."""

_FIND: Final = Template("SELECT id FROM $table WHERE $same ORDER BY id")
_THERE: Final = Template("SELECT EXISTS (SELECT 1 FROM $table WHERE id = ?)")
_OPEN: Final = "SELECT EXISTS (SELECT 1 FROM follow_ups WHERE contact_id = ? AND is_open = 1)"


@dataclass(frozen=True, slots=True)
class _Pointer:
    """A column that holds the id of another row."""

    column: str
    table: str
    needed: bool


@dataclass(frozen=True, slots=True)
class _Later:
    """A pointer at a row that comes after the one that points."""

    table: str
    row_id: int
    pointer: _Pointer
    there: int


@dataclass(slots=True)
class _Mapped:
    """A row with the ids of here."""

    values: dict[str, Value]
    compared: list[str]
    later: list[tuple[_Pointer, int]] = field(default_factory=list)
    beside_new: bool = False
    """Whether it points at something that is not here yet, so that it can't be here either."""


class Joining:
    """Takes rows of one other library, table after table in the order of `ALL`."""

    def __init__(self, connection: Connection, *, looking: bool = False, complete: bool = False) -> None:
        """`complete`: everything comes, so a row that points at nothing is a sign of damage."""
        self._connection = connection
        self._looking = looking
        self._complete = complete
        self._ids: dict[str, dict[int, int | None]] = {table: {} for table in ALL}
        """What each row of there is here; None where it would be added."""
        self._met: dict[str, set[int]] = {table: set() for table in ALL}
        """Rows of here that a row of there is, so that two alike there are two here."""
        self._busy: set[int] = set()
        """People who had an open next step before; theirs holds."""
        self._later: list[_Later] = []
        self._columns: dict[str, tuple[str, ...]] = {}
        self._pointers: dict[str, tuple[_Pointer, ...]] = {}

    def know(self, there: int, here: int | None) -> None:
        """A person of there is this person here; None: would be added. Who is not told of, stays away."""
        self._ids["contacts"][there] = here
        if here is not None and self._connection.value(_OPEN, (here,)):
            self._busy.add(here)

    def people_of(self, table: str, row: Mapping[str, Any]) -> tuple[int, ...]:
        """The people of there that a row is about."""
        pointers = (pointer for pointer in self._pointers_of(table) if pointer.table == "contacts")
        return tuple(row[pointer.column] for pointer in pointers if row.get(pointer.column) is not None)

    def take(self, table: str, row: Mapping[str, Any], *, adding: bool = True) -> bool:
        """Let a row join; whether it was not here before. Rows about people who stay away do so, too.

        Without `adding` it is only looked for, so that others may point at it. Raises UnreadableFile for a row that
        can't be one.
        """
        there = row.get("id")
        if not isinstance(there, int) or not all(map(_fits, row.values())):
            raise damaged()
        mapped = self._mapped(table, row)
        if mapped is None:
            return False
        known = None if mapped.beside_new else self._find(table, mapped)
        if known is not None:
            self._ids[table][there] = known
            self._met[table].add(known)
        elif adding and not self._is_beside_the_point(table, mapped):
            self._ids[table][there] = None if self._looking else self._add(table, there, mapped)
            return True
        return False

    def connect(self, at_once: int) -> Iterator[int]:
        """Let rows point at what came after them, so many at a time."""
        for start in range(0, len(self._later), at_once):
            for each in self._later[start : start + at_once]:
                here = self._ids[each.pointer.table].get(each.there)
                if here is not None:
                    self._connection.update(each.table, each.row_id, {each.pointer.column: here})
            yield start

    def _mapped(self, table: str, row: Mapping[str, Any]) -> _Mapped | None:
        """The row as it would stand here; None where it is about somebody, or needs something, that stays away."""
        names = [name for name in self._columns_of(table) if name in row]
        compared = [name for name in _KEYS.get(table, names) if name in row]
        mapped = _Mapped({name: row[name] for name in names}, compared)
        for pointer in self._pointers_of(table):
            there = row.get(pointer.column)
            if there is None:
                continue
            if ALL.index(pointer.table) >= ALL.index(table):
                mapped.values[pointer.column] = None
                mapped.compared = [name for name in mapped.compared if name != pointer.column]
                mapped.later.append((pointer, there))
                continue
            known = there in self._ids[pointer.table]
            if self._complete and not known:
                raise damaged()
            here = self._ids[pointer.table].get(there)
            if not known and (pointer.needed or pointer.table == "contacts"):
                return None
            mapped.beside_new |= known and here is None
            mapped.values[pointer.column] = here
        return self._with_subject(table, mapped)

    def _with_subject(self, table: str, mapped: _Mapped) -> _Mapped | None:
        """Of what was put off, with the subject that it has here; of who is told apart, in the order of here."""
        subjects = _SUBJECTS.get(str(mapped.values.get("matter"))) if table == "put_offs" else None
        if subjects and mapped.values["subject_id"]:
            here = self._ids[subjects].get(int(str(mapped.values["subject_id"])))
            if here is None and not self._looking:
                return None
            mapped.beside_new |= here is None
            mapped.values["subject_id"] = here or 0
        if table == "apart" and not mapped.beside_new:
            first, second = sorted((int(str(mapped.values["first_id"])), int(str(mapped.values["second_id"]))))
            if first == second:
                return None
            mapped.values |= {"first_id": first, "second_id": second}
        same = table == "introductions" and not mapped.beside_new
        return None if same and mapped.values["first_id"] == mapped.values["second_id"] else mapped

    def _find(self, table: str, mapped: _Mapped) -> int | None:
        same = " AND ".join(f"{name} IS ?" for name in mapped.compared)
        values = [mapped.values[name] for name in mapped.compared]
        if not same:
            raise damaged()
        found = self._connection.rows(_FIND.substitute(table=table, same=same), values)
        return next((row_id for (row_id,) in found if row_id not in self._met[table]), None)

    def _is_beside_the_point(self, table: str, mapped: _Mapped) -> bool:
        """Whether it is an open next step of somebody who has one: theirs here holds."""
        contact = mapped.values.get("contact_id")
        return table == "follow_ups" and mapped.values.get("is_open") == 1 and contact in self._busy

    def _add(self, table: str, there: int, mapped: _Mapped) -> int:
        """Add a row, under the id that it had where that is free."""
        free = 0 < there < _MOST_ID and not self._connection.value(_THERE.substitute(table=table), (there,))
        try:
            row_id = self._connection.insert(table, {"id": there, **mapped.values} if free else mapped.values)
        except peewee.IntegrityError as error:
            raise damaged() from error
        self._met[table].add(row_id)
        self._later.extend(_Later(table, row_id, pointer, to) for pointer, to in mapped.later)
        return row_id

    def _columns_of(self, table: str) -> tuple[str, ...]:
        if table not in self._columns:
            names = self._connection.rows("SELECT name FROM pragma_table_info(?)", (table,))
            self._columns[table] = tuple(name for (name,) in names if name != "id")
        return self._columns[table]

    def _pointers_of(self, table: str) -> tuple[_Pointer, ...]:
        if table not in self._pointers:
            found = self._connection.rows(
                'SELECT f."from", f."table", c."notnull" FROM pragma_foreign_key_list(?1) f'
                ' JOIN pragma_table_info(?1) c ON c.name = f."from" ORDER BY f.id DESC',
                (table,),
            )
            self._pointers[table] = tuple(_Pointer(column, to, bool(needed)) for column, to, needed in found)
        return self._pointers[table]


def damaged() -> UnreadableFile:
    """What is said of rows that fit no table, or not together."""
    return UnreadableFile(tr("The archive is damaged: what it holds doesn't fit together."), tr("Copy it here again."))


def _fits(value: object) -> bool:
    """Whether a value can stand in a table."""
    if isinstance(value, int):
        return -_LARGEST <= value < _LARGEST
    return value is None or isinstance(value, str | float)
