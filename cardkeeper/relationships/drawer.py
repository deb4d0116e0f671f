"""Still in the drawer: the people whom nobody followed up, and those with whom nothing moved for a month."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from cardkeeper.days import ago
from cardkeeper.model.overview import PersonRow
from cardkeeper.relationships.followups import stage_words
from cardkeeper.translation import tr, trn

IDLE_DAYS: Final = 30
"""After so many days without a move a follow-up counts as forgotten, unless a setting says otherwise."""


@dataclass(frozen=True, slots=True)
class InDrawer:
    """One person in the drawer, for how many days, and why in one sentence."""

    row: PersonRow
    days: int
    why: str


@dataclass(frozen=True, slots=True)
class Drawer:
    """The people in the drawer, oldest first."""

    people: tuple[InDrawer, ...] = ()

    @property
    def count(self) -> int:
        return len(self.people)

    @property
    def oldest_days(self) -> int:
        """For how many days the oldest has been there; 0 when it is empty."""
        return self.people[0].days if self.people else 0

    @property
    def title(self) -> str:
        return trn("{count} person is still in the drawer", "{count} people are still in the drawer", self.count)

    @property
    def line(self) -> str:
        """“Oldest: Dakshesh Batra, met 31 days ago and never followed up.”"""
        if not self.people:
            return ""
        oldest = self.people[0]
        return tr("Oldest: {name}, {why}", name=oldest.row.name or oldest.row.company, why=oldest.why)


def look_into(rows: Iterable[PersonRow], today: date, idle_days: int = IDLE_DAYS) -> Drawer:
    """Who is in the drawer on a day.

    A follow-up whose day is still ahead is waiting, not forgotten, however long ago it was set.
    """
    found = [item for row in rows if (item := _in_drawer(row, today, idle_days))]
    return Drawer(tuple(sorted(found, key=lambda item: (-item.days, item.row.id))))


def _in_drawer(row: PersonRow, today: date, idle_days: int) -> InDrawer | None:
    step = row.next_step
    if step is None:
        since = row.met.on or row.added_on
        if since is None:
            return InDrawer(row, 0, tr("never followed up."))
        when = ago(since, today)
        why = (
            tr("met {ago} and never followed up.", ago=when)
            if row.met.on
            else tr("added {ago} and never followed up.", ago=when)
        )
        return InDrawer(row, max(0, (today - since).days), why)
    idle = (today - step.moved_on).days
    if not step.open or idle < idle_days or (step.due is not None and step.due > today):
        return None
    why = tr("{stage} {ago}, nothing since.", stage=stage_words(step.stage), ago=ago(step.moved_on, today))
    return InDrawer(row, idle, why)
