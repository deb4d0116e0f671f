"""The week's limit on invites and check-ins: who has room now, who waits for which week, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from cardkeeper.days import monday_of, plain_day
from cardkeeper.model.overview import Agenda, DayFacts
from cardkeeper.model.people import How
from cardkeeper.relationships.cadence import Fading
from cardkeeper.translation import tr, trn

_CLOSE: Final = {How.INTRODUCED: 0, How.TALKED: 1, How.EXCHANGED: 2}


@dataclass(frozen=True, slots=True)
class Week:
    """How full the week (Monday to Sunday) is: what was done, how much fits, how many wait for another week."""

    done: int
    limit: int
    waiting: int = 0

    @property
    def room(self) -> int:
        return max(0, self.limit - self.done)

    @property
    def line(self) -> str:
        """“7 of 10 invites and check-ins done”"""
        return tr("{done} of {limit} invites and check-ins done", done=self.done, limit=self.limit)

    @property
    def waiting_line(self) -> str:
        """“5 wait for next week”, empty when none does."""
        if not self.waiting:
            return ""
        if self.waiting > self.limit:
            return trn("{count} waits for another week", "{count} wait for another week", self.waiting)
        return trn("{count} waits for next week", "{count} wait for next week", self.waiting)


@dataclass(frozen=True, slots=True)
class Spread:
    """Invites and check-ins, those that have room in this week and those that wait, in their order."""

    invites: tuple[Agenda, ...]
    check_ins: tuple[Fading, ...]
    waiting: tuple[Agenda | Fading, ...]
    done: int


def spread(invites: Iterable[Agenda], check_ins: Sequence[Fading], facts: DayFacts, limit: int) -> Spread:
    """Share out the week: invites first, the oldest promise before the closer tie; then check-ins, in their order."""
    ordered = sorted(invites, key=oldest_promise)
    done = len(facts.set_up | facts.reached)
    room = max(0, limit - done)
    left = max(0, room - len(ordered))
    waiting: tuple[Agenda | Fading, ...] = (*ordered[room:], *check_ins[left:])
    return Spread(tuple(ordered[:room]), tuple(check_ins[:left]), waiting, done)


def oldest_promise(item: Agenda) -> tuple[date, str, int, int, date, int]:
    """The order of invites: due longest; then the closer tie: tier, how one met, what was talked about; then oldest."""
    met = item.met
    how = _CLOSE.get(met.how, 3) if met.how else 3
    return (
        item.follow_up.due or date.min,
        item.tier.value if item.tier else "E",
        how,
        0 if met.about else 1,
        met.on or item.follow_up.moved_on,
        item.follow_up.id,
    )


def why_waiting(place: int, week: Week, today: date) -> str:
    """Why the one at this place of those that wait has no room now, and which week has: from 0 on."""
    monday = monday_of(today) + timedelta(weeks=1 + place // max(1, week.limit))
    return tr("Waits for the week of {day}: a week holds {count}.", day=plain_day(monday, today), count=week.limit)


def waiting_order_words() -> str:
    """Who of those that wait goes first."""
    return tr("Waiting for another week: those due longest go first, then the closest")
