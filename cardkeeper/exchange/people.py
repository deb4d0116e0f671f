"""A person with all that an export tells of them, and how they were met in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from cardkeeper.days import month
from cardkeeper.model.people import Contact, FollowUp, How, MetContext
from cardkeeper.translation import tr

FileOf = Callable[[str], bytes | None]
"""The bytes of a file of the library by its SHA-256; None when it is not there."""


@dataclass(frozen=True, slots=True)
class ExportedPerson:
    """Everything that is exported of one person."""

    contact: Contact
    met: tuple[MetContext, ...] = ()
    """How they were met, the first time first."""
    next_step: FollowUp | None = None
    added_on: date | None = None
    last_talked: date | None = None
    picture: str = ""
    """SHA-256 of the picture of their newest card; empty where there is none."""


def met_words(met: Sequence[MetContext]) -> str:
    """How somebody was met, a sentence or two for each time; for the notes of another program."""
    return "\n".join(words for context in met if (words := _words(context)))


def _words(met: MetContext) -> str:
    where = ", ".join(part for part in (met.event, met.place, _day(met.on)) if part)
    parts = [tr("Met: {where}.", where=where)] if where else []
    if met.through:
        parts.append(tr("Through {name}.", name=met.through))
    elif met.how is How.ONLINE:
        parts.append(tr("Online."))
    if met.about:
        parts.append(tr("Talked about: {about}.", about=met.about.rstrip(".")))
    return " ".join(parts)


def _day(day: date | None) -> str:
    return tr("{day} {month} {year}", day=day.day, month=month(day), year=day.year) if day else ""
