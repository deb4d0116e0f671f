"""Nouns that are kept one row each, in columns named as their fields: reading, storing and removing them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import date, time
from enum import Enum
from string import Template
from typing import Any, ClassVar, Final, Generic, Protocol, TypeVar

import msgspec

from cardkeeper.errors import WrongInput
from cardkeeper.library.connection import Connection, Row, Value
from cardkeeper.translation import tr

_SELECT: Final = Template("SELECT $columns FROM $table $rest")


class Kept(Protocol):
    """A frozen dataclass whose `id` is 0 until it is stored."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def id(self) -> int: ...


Noun = TypeVar("Noun", bound=Kept)


class Shelf(Generic[Noun]):
    """One table of nouns. It knows no undo and no words: the repository around it opens the transactions."""

    def __init__(
        self, connection: Connection, table: str, noun: type[Noun], missing: Callable[[int], WrongInput]
    ) -> None:
        """`missing` makes the error for an id of which there is none."""
        self._connection = connection
        self._table = table
        self._noun = noun
        self._names: Final = tuple(field.name for field in fields(noun))
        self._missing = missing
        self._select: Final = Template(_SELECT.safe_substitute(columns=", ".join(self._names), table=table))

    def find(self, rest: str = "ORDER BY id", values: Sequence[Value] = ()) -> tuple[Noun, ...]:
        """Those that the end of a query names (`WHERE …`, `ORDER BY …`; literal text of ours)."""
        rows = self._connection.rows(self._select.substitute(rest=rest), values)
        return tuple(self._of(row) for row in rows)

    def get(self, noun_id: int) -> Noun:
        """One of them. Raises WrongInput when there is none of this id."""
        found = self.find("WHERE id = ?", (noun_id,))
        if not found:
            raise self._missing(noun_id)
        return found[0]

    def store(self, noun: Noun) -> int:
        """Add it, or change the one of its id; return the id. Raises WrongInput when that is not there."""
        values = {name: _plain(getattr(noun, name)) for name in self._names if name != "id"}
        if not noun.id:
            return self._connection.insert(self._table, values)
        if not self._connection.update(self._table, noun.id, values):
            raise self._missing(noun.id)
        return noun.id

    def remove(self, noun_id: int) -> None:
        """Raises WrongInput when it is not there."""
        if not self._connection.delete(self._table, noun_id):
            raise self._missing(noun_id)

    def _of(self, row: Row) -> Noun:
        return msgspec.convert(dict(zip(self._names, row, strict=True)), self._noun, strict=False)


def _plain(value: object) -> Value:
    """A value of the model as SQLite keeps it: days in ISO 8601, an enumeration by its words, yes and no as 1 and 0."""
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bool):
        return int(value)
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"a library keeps no {type(value).__name__}")


def name_of(connection: Connection, contact_id: int) -> str:
    """Who this is, for the words of an undo step. Raises WrongInput when there is no such person."""
    name: str | None = connection.value("SELECT name FROM contacts WHERE id = ?", (contact_id,))
    if name is None:
        raise no_person(contact_id)
    return name


def no_person(contact_id: int) -> WrongInput:
    return WrongInput(tr("There is no person {id}.", id=contact_id))
