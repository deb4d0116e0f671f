"""What narrowed the table of people is there again the next time; the settings keep it without a word of any card."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from typing import Final, TypeVar

from cardkeeper.errors import WorldError
from cardkeeper.model.people import Tier
from ui.people.facts import Facts
from ui.people.filters import Filters, Talked, View
from ui.session import Session

_Choice = TypeVar("_Choice", View, Tier, Talked)
_SHOWN: Final = 16
"""Hexadecimal digits of a name's SHA-256 that are kept: enough to tell the names of one library apart."""


class KeptFilters:
    """Remembers filters, and gives those of the last time back once it is known which companies and tags exist."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._waiting = session.settings.people_filters

    def keep(self, filters: Filters) -> None:
        """These are the filters from now on."""
        self._waiting = ""
        if self._session.library.key is not None:
            # Who may not look into a library that has a password must not learn by guessing who is in it.
            filters = replace(filters, company="", tag="", event="")
        try:
            self._session.keep_filters(text_of(filters))
        except WorldError as error:
            self._session.fail(error)

    def recall(self, facts: Facts) -> Filters | None:
        """The filters of the last time; None where there were none, where they were told already, or others hold."""
        text, self._waiting = self._waiting, ""
        return filters_of(text, facts) if text else None


def text_of(filters: Filters) -> str:
    """As the settings keep it: “view=drawer;tier=A;tag=” and the digest of the tag; empty where nothing narrows."""
    kept = {
        "view": filters.view.value if filters.view is not View.EVERYONE else "",
        "company": _digest(filters.company),
        "tag": _digest(filters.tag),
        "tier": filters.tier.value if filters.tier else "",
        "event": _digest(filters.event),
        "talked": filters.talked.value if filters.talked else "",
    }
    return ";".join(f"{name}={value}" for name, value in kept.items() if value)


def filters_of(text: str, facts: Facts) -> Filters:
    """The filters that the settings keep; what can't be understood or is there no more narrows nothing."""
    kept = dict(part.split("=", 1) for part in text.split(";") if "=" in part)
    return Filters(
        view=_one_of(View, kept.get("view", "")) or View.EVERYONE,
        company=_named((row.name for row in facts.companies), kept.get("company", "")),
        tag=_named(facts.tags, kept.get("tag", "")),
        tier=_one_of(Tier, kept.get("tier", "")),
        event=_named(facts.events, kept.get("event", "")),
        talked=_one_of(Talked, kept.get("talked", "")),
    )


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:_SHOWN] if name else ""


def _named(names: Iterable[str], digest: str) -> str:
    return next((name for name in names if _digest(name) == digest), "") if digest else ""


def _one_of(kind: type[_Choice], value: str) -> _Choice | None:
    return next((one for one in kind if one.value == value), None)
