"""Rows that hold several persons: “Contact 1 Name”, “Contact 1 Email”, “Contact 2 Name”, beside one company."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from cardkeeper.exchange.tables.headers import Column, What

_NAMING: Final = frozenset({What.NAME, What.GIVEN})
_BESIDE: Final = frozenset({What.EMAIL, What.PHONE, What.MOBILE, What.TITLE})
_OF_ONE: Final = _NAMING | _BESIDE | {What.FAMILY, What.PREFIX, What.SUFFIX, What.NICKNAME, What.BIRTHDAY, What.NOTES}
"""What belongs to one person, where it is numbered as the names are."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that says something, and what."""

    heading: str
    column: Column
    text: str


@dataclass(frozen=True, slots=True)
class Persons:
    """How many persons a row holds, and what is numbered for each of them."""

    numbers: tuple[int, ...] = ()
    numbered: frozenset[What] = frozenset()


def persons(columns: Sequence[Column]) -> Persons:
    """What the columns say of that: several names, each with a mail, phone or job of the same number."""
    named = {column.number for column in columns if column.what in _NAMING}
    reached = {column.number for column in columns if column.what in _BESIDE}
    numbers = sorted(named & reached)
    if len(numbers) < 2 or numbers != sorted(named):
        return Persons()
    numbered = {column.what for column in columns if column.number > 1 and column.what in _OF_ONE}
    return Persons(tuple(numbers), frozenset(numbered))


def apart(cells: Sequence[Cell], found: Persons) -> Iterator[Sequence[Cell]]:
    """The cells of each person of a row: their own, and those of nobody in particular."""
    if not found.numbers:
        yield cells
        return
    shared = [cell for cell in cells if cell.column.what not in found.numbered]
    for number in found.numbers:
        own = [cell for cell in cells if cell.column.what in found.numbered and cell.column.number == number]
        if own or (number == found.numbers[0] and shared):
            yield [*(replace(cell, column=replace(cell.column, number=1)) for cell in own), *shared]
