"""The columns of the table of people: what each says of a person, by what it sorts, and which are shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Final

from cardkeeper import days
from cardkeeper.model.overview import Order, PersonRow, SortBy
from cardkeeper.relationships.knowing import what_to_do
from cardkeeper.translation import tr, trc
from ui import wording
from ui.wording import Said, Tone


class Column(IntEnum):
    """The columns in the order in which the table knows them; a person moves them as they like."""

    CHECK = 0
    NAME = 1
    WORK = 2
    MET = 3
    TALKED = 4
    STEP = 5
    OPEN = 6
    EMAIL = 7
    PHONE = 8
    TIER = 9
    TAGS = 10
    ADDED = 11
    TO_DO = 12


AT_FIRST: Final = (Column.CHECK, Column.NAME, Column.WORK, Column.MET, Column.TALKED, Column.STEP, Column.OPEN)
"""The columns that are shown until a person chooses others."""

WIDTHS: Final = {
    Column.CHECK: 36,
    Column.NAME: 178,
    Column.WORK: 196,
    Column.MET: 140,
    Column.TALKED: 108,
    Column.STEP: 140,
    Column.OPEN: 56,
    Column.EMAIL: 210,
    Column.PHONE: 150,
    Column.TIER: 60,
    Column.TAGS: 150,
    Column.ADDED: 110,
    Column.TO_DO: 260,
}
"""Widths at 100 % text, in logical pixels."""


GROWING: Final = frozenset({Column.NAME, Column.WORK, Column.MET, Column.STEP, Column.EMAIL, Column.TAGS, Column.TO_DO})
"""The columns of words, which take what room is left."""


def heading(column: Column) -> str:
    """The word over a column."""
    return {
        Column.CHECK: "",
        Column.NAME: tr("Name"),
        Column.WORK: tr("Title and company"),
        Column.MET: tr("How you met"),
        Column.TALKED: tr("Last talked"),
        Column.STEP: tr("Next step"),
        Column.OPEN: trc("open loops", "Open"),
        Column.EMAIL: tr("E-mail"),
        Column.PHONE: tr("Phone"),
        Column.TIER: tr("Tier"),
        Column.TAGS: tr("Tags"),
        Column.ADDED: tr("Added"),
        Column.TO_DO: tr("To know them better"),
    }[column]


def said(column: Column, row: PersonRow, today: date) -> Said:
    """What a column says of a person."""
    if column is Column.STEP:
        return wording.step_words(row.next_step, today)
    if column is Column.TALKED:
        return Said(days.ago(row.last_talked, today)) if row.last_talked else Said(tr("never"), Tone.QUIET)
    if column is Column.OPEN:
        return Said(str(row.open_loops), Tone.PLAIN if row.open_loops else Tone.QUIET)
    return Said(_plain(column, row, today))


def _plain(column: Column, row: PersonRow, today: date) -> str:
    return _TEXTS[column](row, today)


_TEXTS: Final[dict[Column, Callable[[PersonRow, date], str]]] = {
    Column.CHECK: lambda _row, _today: "",
    Column.NAME: lambda row, _today: row.name or row.company or row.email or tr("No name yet"),
    Column.WORK: lambda row, _today: wording.work_words(row.title, row.company),
    Column.MET: lambda row, _today: wording.met_words(row.met),
    Column.EMAIL: lambda row, _today: row.email,
    Column.PHONE: lambda row, _today: row.phone,
    Column.TIER: lambda row, _today: row.tier.value if row.tier else "",
    Column.TAGS: lambda row, _today: ", ".join(row.tags),
    Column.ADDED: lambda row, today: wording.day(row.added_on, today) if row.added_on else "",
    Column.TO_DO: what_to_do,
}


SORTS: Final = {
    Column.NAME: SortBy.NAME,
    Column.WORK: SortBy.WORK,
    Column.MET: SortBy.MET,
    Column.TALKED: SortBy.TALKED,
    Column.STEP: SortBy.STEP,
    Column.OPEN: SortBy.OPEN,
    Column.EMAIL: SortBy.EMAIL,
    Column.PHONE: SortBy.PHONE,
    Column.TIER: SortBy.TIER,
    Column.TAGS: SortBy.TAGS,
    Column.ADDED: SortBy.ADDED,
    Column.TO_DO: SortBy.TALKED,
}
"""By what each column sorts."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Which columns are shown, from left to right, and by which the table is sorted."""

    columns: tuple[Column, ...] = AT_FIRST
    sorts: tuple[tuple[Column, bool], ...] = ((Column.NAME, False),)
    """The first sorts, the next ones those who are equal there; with whether it goes down."""

    @property
    def orders(self) -> tuple[Order, ...]:
        return tuple(Order(SORTS[column], descending) for column, descending in self.sorts)

    @property
    def text(self) -> str:
        """As the settings keep it: “name,work,talked;-talked,name”."""
        shown = ",".join(column.name.lower() for column in self.columns if column is not Column.CHECK)
        sorts = ",".join(f"{'-' if down else ''}{column.name.lower()}" for column, down in self.sorts)
        return f"{shown};{sorts}"


def layout_of(text: str) -> Layout:
    """A layout as the settings keep it; what can't be understood there is left out."""
    named = {column.name.lower(): column for column in Column if column is not Column.CHECK}
    shown, _, sorts = text.partition(";")
    columns = tuple(dict.fromkeys(named[name] for name in shown.split(",") if name in named))
    orders = tuple(
        (named[name.removeprefix("-")], name.startswith("-"))
        for name in sorts.split(",")
        if name.removeprefix("-") in named
    )
    if Column.NAME not in columns:
        return Layout(sorts=orders or Layout().sorts)
    return Layout((Column.CHECK, *columns), orders or Layout().sorts)
