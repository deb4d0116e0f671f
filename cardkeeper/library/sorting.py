"""By what people are sorted and narrowed in lists: the columns of `sortings`, made from a person's line."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Final

from cardkeeper.keys import company_key, fold
from cardkeeper.library.connection import Value
from cardkeeper.model.overview import PersonRow
from cardkeeper.model.people import Contact, FollowUp
from cardkeeper.relationships.knowing import little_known

SEPARATOR: Final = "\x1f"
"""ASCII unit separator, which no tag holds."""

_FAR: Final = "9999"
"""After every day there is."""

COLUMNS: Final = (
    "id", "name", "work", "met", "talked", "step", "open_loops", "email", "phone", "tier", "tagged", "added",
    "company", "event", "met_on", "due", "tags", "unsure", "things",
)  # fmt: skip

THINGS: Final = (
    "email", "phone", "company", "title", "tag", "tier", "step", "look", "loop", "met", "event", "note", "card", "need",
    "promise", "website", "address", "fact", "offer", "little known",
)  # fmt: skip
"""What may be there of a person, each a bit of the column `things` by its place here."""


def sorting_of(row: PersonRow, contact: Contact, owned: Collection[str]) -> tuple[Value, ...]:
    """The values of COLUMNS for a person. `owned`: of the things those that lie in tables of their own."""
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
        _things(row, contact, owned),
    )


def bit_of(thing: str) -> int:
    """The bit of a thing; 0 where there is none of this name."""
    return 1 << THINGS.index(thing) if thing in THINGS else 0


def _things(row: PersonRow, contact: Contact, owned: Collection[str]) -> int:
    there: dict[str, object] = {
        "email": row.email,
        "phone": row.phone,
        "company": row.company,
        "title": fold(row.title),
        "tag": row.tags,
        "tier": row.tier,
        "step": row.next_step is not None and row.next_step.open,
        "look": row.unsure,
        "loop": row.open_loops,
        "met": row.met.on,
        "event": row.met.event,
        "note": contact.notes,
        "need": row.needs,
        "website": contact.websites,
        "address": contact.addresses,
        "fact": contact.facts,
        "offer": contact.offers,
        "little known": little_known(row),
    }
    return sum(bit_of(thing) for thing in THINGS if there.get(thing) or thing in owned)


def _text(text: str) -> str:
    return f"0{fold(text)}" if text else "1"


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _step(step: FollowUp | None) -> str:
    """Who has no next step comes first, then what is due, then what is done or dropped."""
    if step is None:
        return "0"
    return f"{1 if step.open else 2}{_day(step.due) or _FAR}"
