"""The columns of the table of people: what each says of a person, and by what it sorts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import IntEnum
from typing import Any, Final

from cardkeeper import days
from cardkeeper.keys import fold
from cardkeeper.model.overview import PersonRow
from cardkeeper.translation import tr
from ui import wording
from ui.wording import Said, Tone

SortKey = tuple[Any, ...]


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


AT_FIRST: Final = (Column.CHECK, Column.NAME, Column.WORK, Column.MET, Column.TALKED, Column.STEP, Column.OPEN)
"""The columns that are shown until a person chooses others."""

WIDTHS: Final = {
    Column.CHECK: 36,
    Column.NAME: 146,
    Column.WORK: 196,
    Column.MET: 148,
    Column.TALKED: 112,
    Column.STEP: 160,
    Column.OPEN: 56,
    Column.EMAIL: 210,
    Column.PHONE: 150,
    Column.TIER: 60,
    Column.TAGS: 150,
    Column.ADDED: 110,
}
"""Widths at 100 % text, in logical pixels."""


GROWING: Final = frozenset({Column.NAME, Column.WORK, Column.MET, Column.STEP, Column.EMAIL, Column.TAGS})
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
        Column.OPEN: tr("Open"),
        Column.EMAIL: tr("E-mail"),
        Column.PHONE: tr("Phone"),
        Column.TIER: tr("Tier"),
        Column.TAGS: tr("Tags"),
        Column.ADDED: tr("Added"),
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
    Column.NAME: lambda row, _today: row.name,
    Column.WORK: lambda row, _today: wording.work_words(row.title, row.company),
    Column.MET: lambda row, _today: wording.met_words(row.met),
    Column.EMAIL: lambda row, _today: row.email,
    Column.PHONE: lambda row, _today: row.phone,
    Column.TIER: lambda row, _today: row.tier.value if row.tier else "",
    Column.TAGS: lambda row, _today: ", ".join(row.tags),
    Column.ADDED: lambda row, today: wording.day(row.added_on, today) if row.added_on else "",
}


def sort_key(column: Column) -> Callable[[PersonRow], SortKey]:
    """By what a column puts people in order; who has nothing there comes last, equal ones go by name."""
    keys: dict[Column, Callable[[PersonRow], SortKey]] = {
        Column.NAME: lambda row: (not row.name, fold(row.name)),
        Column.WORK: lambda row: (not row.company, fold(row.company), fold(row.title)),
        Column.TALKED: lambda row: (row.last_talked or date.min,),
        Column.STEP: _step_key,
        Column.OPEN: lambda row: (row.open_loops,),
        Column.TIER: lambda row: (row.tier is None, row.tier or ""),
        Column.ADDED: lambda row: (row.added_on or date.min,),
    }
    if column in keys:
        return keys[column]
    return lambda row: (not (text := _plain(column, row, date.min)), fold(text))


def _step_key(row: PersonRow) -> SortKey:
    """Who has no next step comes first, then what is due, then what is done or dropped."""
    step = row.next_step
    if step is None:
        return (0, date.min)
    return (1 if step.open else 2, step.due or date.max)
