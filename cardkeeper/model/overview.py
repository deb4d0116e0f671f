"""What lists show of people: light values read in one query each, and what a review hands to the library."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cardkeeper.model.people import NOTHING_SAID, Contact, FollowUp, MetContext, NextStep, Tier


@dataclass(frozen=True, slots=True)
class Accepted:
    """What a review decided about a card: the person (id 0: a new one), how they were met, and the next step."""

    contact: Contact
    context: MetContext
    step: NextStep


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person as a line of a table."""

    id: int
    name: str
    title: str = ""
    company: str = ""
    email: str = ""
    phone: str = ""
    tier: Tier | None = None
    tags: tuple[str, ...] = ()
    added_on: date | None = None
    met: MetContext = NOTHING_SAID
    """How they were first met; empty where nobody said."""
    last_talked: date | None = None
    """The day of the newest interaction."""
    next_step: FollowUp | None = None
    """The open follow-up due first; else the newest closed one; None when there never was one."""
    open_loops: int = 0
    """Follow-ups, promises, thank-yous and calls back that are still open."""
    unsure: tuple[str, ...] = ()
    """Fields (FieldName values) that were accepted while they still needed a look."""
    met_times: int = 0
    """On how many days one met: encounters and meetings."""
    they_called: int = 0
    needs: int = 0
    """How many open needs are known."""
    remembered: int = 0
    """How many facts, offers and doors are known."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """An open follow-up with what one needs to act on it."""

    follow_up: FollowUp
    name: str
    title: str = ""
    company: str = ""
    email: str = ""
    phone: str = ""
    met: MetContext = NOTHING_SAID
    last_talked: date | None = None
    card_picture: str = ""
    """SHA-256 of the newest card's picture; empty where there is none."""


@dataclass(frozen=True, slots=True)
class CompanyRow:
    """A company and how many known people work there."""

    name: str
    people: int


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """Words to search for that are worth keeping, under a name."""

    name: str
    words: str
    id: int = 0
