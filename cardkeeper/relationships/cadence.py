"""How often one wants to be in touch with whom, and with whom one is losing touch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from cardkeeper import keys
from cardkeeper.days import ago
from cardkeeper.model.overview import Standing
from cardkeeper.model.people import Tier
from cardkeeper.settings import Settings
from cardkeeper.translation import tr, trn

_TAG_AND_DAYS: Final = re.compile(r"\s*(.*\S)\s+(\d+)\s*")
_NAMED: Final = MappingProxyType({61: 2, 91: 3, 182: 6})
"""Lengths that people call by months: their days, and how many months they are."""
_YEAR: Final = 365


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often, and who says so: the person's own setting, a tag, or the tier."""

    days: int
    own: bool = False
    tag: str = ""
    tier: Tier | None = None

    @property
    def words(self) -> str:
        """“Tier A, every 3 weeks”."""
        every = every_words(self.days)
        if self.own:
            return tr("You want to be in touch {every}", every=every)
        if self.tag:
            return tr("Tag “{tag}”, {every}", tag=self.tag, every=every)
        return tr("Tier {tier}, {every}", tier=self.tier.value if self.tier else "", every=every)


@dataclass(frozen=True, slots=True)
class Fading:
    """Somebody with whom one should have been in touch by a day."""

    standing: Standing
    cadence: Cadence
    due: date

    def why(self, today: date) -> str:
        """“Tier A, every 3 weeks. You were last in touch 26 days ago.”"""
        touched, added = self.standing.touched_on, self.standing.added_on
        last = ""
        if touched:
            last = tr("You were last in touch {ago}.", ago=ago(touched, today))
        elif added:
            last = tr("You have not been in touch since they were added {ago}.", ago=ago(added, today))
        return f"{self.cadence.words}. {last}"


def tier_days(tier: Tier, settings: Settings) -> int:
    """How many days a tier lets pass."""
    return {
        Tier.A: settings.cadence_a,
        Tier.B: settings.cadence_b,
        Tier.C: settings.cadence_c,
        Tier.D: settings.cadence_d,
    }[tier]


@lru_cache(maxsize=8)
def tag_days(text: str) -> Mapping[str, int]:
    """The cadences by folded tag of a setting such as “client 60, family 14”; what is not written so is left out."""
    found = (_TAG_AND_DAYS.fullmatch(part) for part in text.split(","))
    return MappingProxyType({keys.fold(match[1]): int(match[2]) for match in found if match and int(match[2])})


def cadence_of(tier: Tier | None, own_days: int | None, tags: Iterable[str], settings: Settings) -> Cadence | None:
    """How often one wants to be in touch; None: whenever it happens.

    What is set for the person holds before what is set for their tags (the shortest), and that before their tier.
    """
    if own_days:
        return Cadence(own_days, own=True)
    by_tag = tag_days(settings.tag_cadence)
    if by_tag:
        set_for = [(by_tag[folded], tag) for tag in tags if (folded := keys.fold(tag)) in by_tag]
        if set_for:
            days, tag = min(set_for)
            return Cadence(days, tag=tag)
    return Cadence(tier_days(tier, settings), tier=tier) if tier else None


def next_check_in(standing: Standing, settings: Settings) -> date | None:
    """The day by which one wants to be in touch again; any touch resets it. None without a cadence."""
    cadence = cadence_of(standing.tier, standing.cadence_days, standing.tags, settings)
    since = standing.touched_on or standing.added_on
    if cadence is None or since is None:
        return None
    return since + timedelta(days=cadence.days)


def losing_touch(standings: Iterable[Standing], today: date, settings: Settings) -> list[Fading]:
    """With whom it is time to be in touch again: the closest tier first, then those waiting longest."""
    known: dict[tuple[Tier | None, int | None, tuple[str, ...]], Cadence | None] = {}
    found = []
    for standing in standings:
        set_for = (standing.tier, standing.cadence_days, standing.tags)
        if set_for not in known:
            known[set_for] = cadence_of(*set_for, settings)
        cadence, since = known[set_for], standing.touched_on or standing.added_on
        if cadence is None or since is None or (today - since).days < cadence.days:
            continue
        found.append(Fading(standing, cadence, since + timedelta(days=cadence.days)))
    return sorted(found, key=_closest_first)


def every_words(days: int) -> str:
    """A cadence in words: “every 3 weeks”, “every 2 months”, “every year”, else in days."""
    if days == _YEAR:
        return tr("every year")
    if days in _NAMED:
        return trn("every {count} month", "every {count} months", _NAMED[days])
    if days % 7 == 0:
        return trn("every week", "every {count} weeks", days // 7)
    return trn("every day", "every {count} days", days)


def _closest_first(fading: Fading) -> tuple[str, date, int]:
    tier = fading.standing.tier
    return (tier.value if tier else "E", fading.due, fading.standing.contact_id)
