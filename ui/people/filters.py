"""What narrows the table of people: a view, a company and chips, each of which is a word that one could also type."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cardkeeper.library.asking import quoted
from cardkeeper.library.lists import HARDLY_KNOWN, IN_DRAWER, NEWLY_MET, NO_STEP, UNSURE
from cardkeeper.model.overview import ViewCounts
from cardkeeper.model.people import Tier
from cardkeeper.translation import tr


class View(StrEnum):
    """The questions that the list at the left answers with people."""

    EVERYONE = "everyone"
    DRAWER = "drawer"
    NEWLY_MET = "newly met"
    NO_STEP = "no step"
    HARDLY_KNOWN = "hardly known"
    LOOKS = "looks"


class Talked(StrEnum):
    """When one last talked with somebody."""

    WEEK = "week"
    MONTH = "month"
    OVER_MONTH = "over a month"
    OVER_HALF_YEAR = "over half a year"
    NEVER = "never"


_VIEWS: Final = {
    View.EVERYONE: "",
    View.DRAWER: IN_DRAWER,
    View.NEWLY_MET: NEWLY_MET,
    View.NO_STEP: NO_STEP,
    View.HARDLY_KNOWN: HARDLY_KNOWN,
    View.LOOKS: UNSURE,
}
_TALKED: Final = {
    Talked.WEEK: "talked:7d",
    Talked.MONTH: "talked:30d",
    Talked.OVER_MONTH: "talked:>30d",
    Talked.OVER_HALF_YEAR: "talked:>182d",
    Talked.NEVER: "talked:never",
}


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
    def words(self) -> str:
        """All of it as one would type it into the search."""
        asked = (
            _VIEWS[self.view],
            self.company and f"company:{quoted('=' + self.company)}",
            self.tag and f"tag:{quoted('=' + self.tag)}",
            self.tier and f"tier:{self.tier.value}",
            self.event and f"event:{quoted('=' + self.event)}",
            self.talked and _TALKED[self.talked],
        )
        return " ".join(word for word in asked if word)


def view_words(view: View) -> str:
    """A view as the list at the left names it."""
    return {
        View.EVERYONE: tr("Everyone"),
        View.DRAWER: tr("Still in the drawer"),
        View.NEWLY_MET: tr("Met in the last week"),
        View.NO_STEP: tr("Next step not set"),
        View.HARDLY_KNOWN: tr("You hardly know"),
        View.LOOKS: tr("Needs a look"),
    }[view]


def view_counts(counts: ViewCounts) -> dict[View, int]:
    """How many people each view holds."""
    return {
        View.EVERYONE: counts.everyone,
        View.DRAWER: counts.drawer,
        View.NEWLY_MET: counts.newly_met,
        View.NO_STEP: counts.no_step,
        View.HARDLY_KNOWN: counts.hardly_known,
        View.LOOKS: counts.unsure,
    }


def talked_words(talked: Talked) -> str:
    """When one last talked, as a chip says it."""
    return {
        Talked.WEEK: tr("in the last week"),
        Talked.MONTH: tr("in the last month"),
        Talked.OVER_MONTH: tr("over a month ago"),
        Talked.OVER_HALF_YEAR: tr("over half a year ago"),
        Talked.NEVER: tr("never"),
    }[talked]
