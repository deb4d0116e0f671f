"""What one can see from a distance: the drawer by age, the pipeline, what was given and asked, and whom one helps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from cardkeeper.days import short_day, short_month
from cardkeeper.model.overview import PersonRow
from cardkeeper.model.people import FollowUp, Stage
from cardkeeper.model.relationships import Favour, FavourDirection
from cardkeeper.relationships.drawer import Drawer
from cardkeeper.translation import tr, trn

MONTHS: Final = 12
MOST_HELPED: Final = 8

_AGES: Final = (2, 7, 14, 28)
"""Days at which the next group of the drawer begins; what is older than 14 is late."""
_LATE_FROM: Final = 14
_NO_ANSWER: Final = timedelta(days=7)
_TO_INVITE: Final = (Stage.TO_INVITE, Stage.TO_CALL, Stage.TO_SEND)


@dataclass(frozen=True, slots=True)
class Count:
    """So many of something, with a word beside the number."""

    name: str
    value: int
    note: str = ""
    late: bool = False


@dataclass(frozen=True, slots=True)
class MonthOfFavours:
    """What was given and asked in one month."""

    first: date
    given: int
    asked: int

    @property
    def name(self) -> str:
        return short_month(self.first)


def drawer_by_age(drawer: Drawer) -> tuple[Count, ...]:
    """The people in the drawer by the days since one met."""
    names = (
        tr("Under 2 days"),
        tr("2 to 7 days"),
        tr("1 to 2 weeks"),
        tr("2 to 4 weeks"),
        tr("Over 4 weeks"),
    )
    counts = Counter(sum(item.days >= age for age in _AGES) for item in drawer.people)
    late_from = _AGES.index(_LATE_FROM) + 1
    return tuple(
        Count(name, counts[at], tr("late") if at >= late_from and counts[at] else "", at >= late_from)
        for at, name in enumerate(names)
    )


def pipeline(steps: Sequence[FollowUp], thanked: int, today: date) -> tuple[Count, ...]:
    """The open next steps by how far they are, and how many were thanked for this year."""
    to_invite = [step for step in steps if step.stage in _TO_INVITE]
    invited = [step for step in steps if step.stage is Stage.INVITED]
    booked = [step for step in steps if step.stage is Stage.BOOKED]
    met = [step for step in steps if step.stage in (Stage.MET, Stage.TALKED)]
    due = sum(step.due is not None and step.due <= today for step in to_invite)
    silent = sum(step.moved_on <= today - _NO_ANSWER for step in invited)
    ahead = min((step.due for step in booked if step.due and step.due >= today), default=None)
    return (
        Count(tr("To invite"), len(to_invite), trn("{count} is due", "{count} are due", due) if due else ""),
        Count(tr("Invited"), len(invited), tr("{count} without an answer for a week", count=silent) if silent else ""),
        Count(tr("Booked"), len(booked), tr("next: {day}", day=short_day(ahead, today)) if ahead else ""),
        Count(tr("Met"), len(met), tr("not thanked yet") if met else ""),
        Count(tr("Thanked"), thanked, tr("this year") if thanked else ""),
    )


def favours_by_month(favours: Iterable[Favour], today: date, months: int = MONTHS) -> tuple[MonthOfFavours, ...]:
    """What was given and asked in each of the last months, the current one last."""
    counts: Counter[tuple[FavourDirection, date]] = Counter(
        (favour.direction, favour.happened_on.replace(day=1)) for favour in favours
    )
    return tuple(
        MonthOfFavours(first, counts[FavourDirection.GIVEN, first], counts[FavourDirection.ASKED, first])
        for first in _months_until(today, months)
    )


def whom_i_help(
    favours: Iterable[Favour], people: Mapping[int, PersonRow], since: date, most: int = MOST_HELPED
) -> tuple[Count, ...]:
    """Those to whom was given most since a day, with how often they were asked."""
    recent = [favour for favour in favours if favour.happened_on >= since and favour.contact_id in people]
    given = Counter(favour.contact_id for favour in recent if favour.direction is FavourDirection.GIVEN)
    asked = Counter(favour.contact_id for favour in recent if favour.direction is FavourDirection.ASKED)
    order = sorted(given, key=lambda who: (-given[who], people[who].name.casefold()))
    return tuple(
        Count(
            people[who].name or people[who].company,
            given[who],
            trn("asked {count} time", "asked {count} times", asked[who]) if asked[who] else "",
        )
        for who in order[:most]
    )


def first_of(today: date, months: int = MONTHS) -> date:
    """The first day of the first of the last months."""
    return _months_until(today, months)[0]


def _months_until(today: date, months: int) -> tuple[date, ...]:
    numbers = range(today.year * 12 + today.month - months, today.year * 12 + today.month)
    return tuple(date(number // 12, number % 12 + 1, 1) for number in numbers)
