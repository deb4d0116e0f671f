"""By what people are sorted and narrowed in lists: the columns of `sortings`, made from a person's line."""

from __future__ import annotations

from datetime import date
from typing import Final

from cardkeeper.keys import company_key, fold
from cardkeeper.library.connection import Value
from cardkeeper.model.overview import PersonRow
from cardkeeper.model.people import FollowUp

SEPARATOR: Final = "\x1f"
"""ASCII unit separator, which no tag holds."""

_FAR: Final = "9999"
"""After every day there is."""

COLUMNS: Final = (
    "id", "name", "work", "met", "talked", "step", "open_loops", "email", "phone", "tier", "tagged", "added",
    "company", "event", "met_on", "due", "tags", "unsure",
)  # fmt: skip


def sorting_of(row: PersonRow) -> tuple[Value, ...]:
    """The values of COLUMNS for a person."""
    step = row.next_step
    return (
        row.id,
        _text(row.name),
        f"{_text(row.company)}{SEPARATOR}{fold(row.title)}",
        _text(row.met.event or row.met.place or row.met.through),
        _day(row.last_talked),
        _step(step),
        row.open_loops,
        _text(row.email),
        _text(row.phone),
        _text(row.tier.value if row.tier else ""),
        _text(" ".join(row.tags)),
        _day(row.added_on),
        company_key(row.company) if row.company else "",
        row.met.event,
        _day(row.met.on),
        _day(step.due) if step and step.open else "",
        f"{SEPARATOR}{SEPARATOR.join(row.tags)}{SEPARATOR}" if row.tags else "",
        len(row.unsure),
    )


def _text(text: str) -> str:
    return f"0{fold(text)}" if text else "1"


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _step(step: FollowUp | None) -> str:
    """Who has no next step comes first, then what is due, then what is done or dropped."""
    if step is None:
        return "0"
    return f"{1 if step.open else 2}{_day(step.due) or _FAR}"
