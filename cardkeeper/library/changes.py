"""What a change tells those who show the library: which kinds of thing changed, and in words what was done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


class Kind(StrEnum):
    """The kinds of thing that screens show."""

    CARDS = "cards"
    BATCHES = "batches"
    CONTACTS = "contacts"
    EVENTS = "events"
    FOLLOW_UPS = "follow-ups"
    INTERACTIONS = "interactions"
    PROMISES = "promises"
    NEEDS = "needs"
    REFERRALS = "referrals"
    """Leads too."""
    INTRODUCTIONS = "introductions"
    FAVOURS = "favours"
    THANKS = "thanks"
    PUT_OFFS = "put-offs"
    DUPLICATES = "duplicates"
    """Who was merged, and who was told apart."""
    TRASH = "trash"
    SEARCHES = "searches"
    LETTERS = "letters"
    """Templates too."""


@dataclass(frozen=True, slots=True)
class Changes:
    """One change of the library, after it was stored."""

    said: str
    """What was done, as it would be said to the person: “Accepted Norma R. Jones”."""
    kinds: frozenset[Kind]
    how: Literal["done", "undone", "redone", "for good"] = "done"
    """For good is what is no undo step, such as a backup that was restored."""
