"""What narrows the table of people: a view, a company, chips and found words, all decided on loaded values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from cardkeeper.model.overview import PersonRow
from cardkeeper.model.people import Tier
from cardkeeper.translation import tr


class View(StrEnum):
    """The questions that the list at the left answers with people."""

    EVERYONE = "everyone"
    DRAWER = "drawer"
    NEWLY_MET = "newly met"
    NO_STEP = "no step"
    LOOKS = "looks"


class Talked(StrEnum):
    """When one last talked with somebody."""

    WEEK = "week"
    MONTH = "month"
    OVER_MONTH = "over a month"
    OVER_HALF_YEAR = "over half a year"
    NEVER = "never"


_WEEK: Final = timedelta(days=7)
_MONTH: Final = timedelta(days=30)
_HALF_YEAR: Final = timedelta(days=182)


@dataclass(frozen=True, slots=True)
class Filters:
    """What a person must be for the table to show them; an empty value asks for nothing."""

    view: View = View.EVERYONE
    company: str = ""
    tag: str = ""
    tier: Tier | None = None
    event: str = ""
    talked: Talked | None = None

    @property
    def chips(self) -> bool:
        """Whether any chip narrows the table, apart from the view and the company."""
        return bool(self.tag or self.tier or self.event or self.talked)


def view_words(view: View) -> str:
    """A view as the list at the left names it."""
    return {
        View.EVERYONE: tr("Everyone"),
        View.DRAWER: tr("Still in the drawer"),
        View.NEWLY_MET: tr("Met in the last week"),
        View.NO_STEP: tr("Next step not set"),
        View.LOOKS: tr("Needs a look"),
    }[view]


def talked_words(talked: Talked) -> str:
    """When one last talked, as a chip says it."""
    return {
        Talked.WEEK: tr("in the last week"),
        Talked.MONTH: tr("in the last month"),
        Talked.OVER_MONTH: tr("over a month ago"),
        Talked.OVER_HALF_YEAR: tr("over half a year ago"),
        Talked.NEVER: tr("never"),
    }[talked]


def in_view(view: View, row: PersonRow, today: date, drawer: frozenset[int]) -> bool:
    """Whether a person belongs to a view; `drawer` are the people of whom nobody takes care."""
    match view:
        case View.EVERYONE:
            return True
        case View.DRAWER:
            return row.id in drawer
        case View.NEWLY_MET:
            return row.met.on is not None and timedelta() <= today - row.met.on <= _WEEK
        case View.NO_STEP:
            return row.next_step is None
        case View.LOOKS:
            return bool(row.unsure)


def counts(rows: Sequence[PersonRow], today: date, drawer: frozenset[int]) -> dict[View, int]:
    """How many people each view holds."""
    since = today - _WEEK
    return {
        View.EVERYONE: len(rows),
        View.DRAWER: len(drawer),
        View.NEWLY_MET: sum(row.met.on is not None and since <= row.met.on <= today for row in rows),
        View.NO_STEP: sum(row.next_step is None for row in rows),
        View.LOOKS: sum(bool(row.unsure) for row in rows),
    }


def predicate(
    filters: Filters,
    today: date,
    drawer: frozenset[int],
    found: frozenset[int] | None,
    companies: frozenset[str] = frozenset(),
) -> Callable[[PersonRow], bool]:
    """The one question that decides about each person.

    `found` are those who hold the searched words, `companies` the ways in which the company's name is written.
    """

    def keeps(row: PersonRow) -> bool:
        return (
            (found is None or row.id in found)
            and in_view(filters.view, row, today, drawer)
            and (not filters.company or row.company in companies)
            and (not filters.tag or filters.tag in row.tags)
            and (filters.tier is None or row.tier is filters.tier)
            and (not filters.event or row.met.event == filters.event)
            and (filters.talked is None or _talked(filters.talked, row.last_talked, today))
        )

    return keeps


def _talked(talked: Talked, last: date | None, today: date) -> bool:
    if last is None or talked is Talked.NEVER:
        return last is None and talked is Talked.NEVER
    gone = today - last
    return {
        Talked.WEEK: gone <= _WEEK,
        Talked.MONTH: gone <= _MONTH,
        Talked.OVER_MONTH: gone > _MONTH,
        Talked.OVER_HALF_YEAR: gone > _HALF_YEAR,
    }[talked]
