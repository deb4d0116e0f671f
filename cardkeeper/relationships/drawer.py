"""Still in the drawer: the people whom nobody followed up, and those with whom nothing moved for a month."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from cardkeeper.days import ago
from cardkeeper.model.overview import PersonRow, Standing
from cardkeeper.relationships.followups import stage_words
from cardkeeper.relationships.items import Later
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

    people: Sequence[InDrawer] = ()

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
    """Who of these people is in the drawer on a day.

    A follow-up whose day is still ahead is waiting, not forgotten, however long ago it was set.
    """
    by_id = {row.id: row for row in rows}
    return open_drawer((_standing_of(row) for row in by_id.values()), by_id, today, idle_days)


def open_drawer(
    standings: Iterable[Standing], people: Mapping[int, PersonRow], today: date, idle_days: int = IDLE_DAYS
) -> Drawer:
    """The same from what is known of many people in brief; `people` is asked only for those whom somebody looks at."""
    found = [(days, standing) for standing in standings if (days := _days_in(standing, today, idle_days)) is not None]
    found.sort(key=lambda each: (-each[0], each[1].contact_id))

    def make(at: int) -> InDrawer:
        days, standing = found[at]
        row = people[standing.contact_id]
        return InDrawer(row, days, _why(row, standing, today))

    return Drawer(Later(len(found), make))


def _days_in(standing: Standing, today: date, idle_days: int) -> int | None:
    """For how many days somebody has been in the drawer, None for those who are not."""
    if standing.steps == 0:
        since = standing.met_on or standing.added_on
        return max(0, (today - since).days) if since else 0
    moved = standing.open_moved_on
    if moved is None or (standing.open_due is not None and standing.open_due > today):
        return None
    idle = (today - moved).days
    return idle if idle >= idle_days else None


def _why(row: PersonRow, standing: Standing, today: date) -> str:
    if standing.steps and row.next_step:
        stage = stage_words(row.next_step.stage)
        return tr("{stage} {ago}, nothing since.", stage=stage, ago=ago(row.next_step.moved_on, today))
    if standing.met_on:
        return tr("met {ago} and never followed up.", ago=ago(standing.met_on, today))
    if standing.added_on:
        return tr("added {ago} and never followed up.", ago=ago(standing.added_on, today))
    return tr("never followed up.")


def _standing_of(row: PersonRow) -> Standing:
    step = row.next_step
    waits = step if step and step.open else None
    return Standing(
        row.id,
        row.added_on,
        row.met.on,
        row.last_talked,
        steps=0 if step is None else 1,
        open_moved_on=waits.moved_on if waits else None,
        open_due=waits.due if waits else None,
    )
