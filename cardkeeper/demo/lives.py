"""What has happened with made-up people, and what comes next: every stage that a page may show, near and long ago."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from cardkeeper.days import days_to_follow_up, monday_of
from cardkeeper.demo import words
from cardkeeper.model.people import Channel, Direction, Event, FollowUpKind, How, MetContext, Stage, Tier

_EVENT_AGES: Final = (1, 5, 12, 26, 41, 75, 122, 180, 262, 351, 460, 640)
"""How many days ago the events were, newest first."""


@dataclass(frozen=True, slots=True)
class Happened:
    """An entry of the log."""

    on: date
    channel: Channel
    text: str
    direction: Direction = Direction.MINE


@dataclass(frozen=True, slots=True)
class Step:
    """A next step as it stands."""

    kind: FollowUpKind
    stage: Stage
    due: date | None
    moved_on: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Life:
    """How one person was met, what happened since, and what comes next (None: nobody thought of it)."""

    met: MetContext
    step: Step | None
    log: tuple[Happened, ...] = ()
    facts: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    tier: Tier | None = None


@dataclass(frozen=True, slots=True)
class _Role:
    """Somebody's part in these days: the event (0 is the newest), and a step due and moved so many days ago."""

    event: int
    kind: FollowUpKind = FollowUpKind.COFFEE
    stage: Stage | None = Stage.TO_INVITE
    due: int | None = 0
    """Days from today; None: as a review proposes."""
    moved: int = 0


_ROLES: Final = (
    _Role(0, due=None),
    _Role(1, due=-1, moved=4),
    _Role(1, stage=Stage.INVITED, due=5, moved=2),
    _Role(3, stage=None),
    _Role(2, stage=Stage.BOOKED, due=0, moved=3),
    _Role(2, FollowUpKind.CALL, Stage.TO_CALL, 0, 9),
    _Role(0, FollowUpKind.VIDEO, due=None),
    _Role(1, FollowUpKind.NOTE, Stage.TO_SEND, 0, 4),
    _Role(2, stage=Stage.MET, due=0, moved=1),
    _Role(2, stage=Stage.INVITED, due=0, moved=7),
    _Role(4, stage=Stage.TO_INVITE, due=-33, moved=36),
    _Role(0, FollowUpKind.LUNCH, due=None),
    _Role(1, FollowUpKind.CALL, Stage.TO_CALL, -2, 4),
    _Role(1, stage=Stage.INVITED, due=6, moved=1),
    _Role(0, due=None),
    _Role(3, FollowUpKind.WALK, Stage.BOOKED, 2, 2),
    _Role(0, FollowUpKind.NOTE, Stage.TO_SEND, 0, 0),
    _Role(3, stage=None),
    _Role(4, FollowUpKind.CALL, Stage.TALKED, 0, 1),
    _Role(0, FollowUpKind.WALK, due=None),
    _Role(2, FollowUpKind.COFFEE, Stage.INVITED, -1, 8),
    _Role(4, stage=None),
    _Role(0, due=None),
    _Role(5, stage=Stage.INVITED, due=-40, moved=47),
    _Role(3, FollowUpKind.NEXT_EVENT, Stage.TO_INVITE, 9, 20),
    _Role(4, stage=None),
)
"""The people of these days, in an order in which any number of the first ones make a lively week."""


class Lives:
    """Tells lives; the same chance tells the same ones."""

    def __init__(self, chance: random.Random, today: date) -> None:
        self._chance = chance
        self._today = today
        self.events = tuple(self._event(number, age) for number, age in enumerate(_EVENT_AGES))

    def lives(self, names: list[str]) -> Iterator[Life]:
        """A life for each name, those of these days first; introductions are made by people of the same list."""
        for number, name in enumerate(names):
            others = [other for other in names[number + 1 : number + 40] if other != name]
            yield self._role(_ROLES[number]) if number < len(_ROLES) else self._kept(others)

    def _event(self, number: int, age: int) -> Event:
        names, places = words.EVENT_NAMES, words.EVENT_PLACES
        return Event(names[number % len(names)], self._ago(age), places[number % len(places)])

    def _role(self, role: _Role) -> Life:
        met = self._met_at(self.events[role.event])
        if role.stage is None:
            return self._told(met, None, ())
        moved = self._ago(role.moved)
        if role.stage in (Stage.INVITED, Stage.BOOKED, Stage.MET) and role.moved < 5:
            moved = max(moved, min(self._today, monday_of(self._today)))
        due = days_to_follow_up(met.on or self._today, self._today) if role.due is None else self._ago(-role.due)
        log = [Happened(moved, Channel.MEETING, self._note())] if role.stage is Stage.MET else []
        if role.stage in (Stage.INVITED, Stage.BOOKED):
            log.append(Happened(moved, Channel.MAIL, "Invited to coffee"))
        if role.stage is Stage.TALKED:
            log.append(Happened(moved, Channel.CALL, self._note()))
        return self._told(met, Step(role.kind, role.stage, due, moved), tuple(log))

    def _kept(self, others: list[str]) -> Life:
        """Somebody of earlier days, with whom most things are settled."""
        event = self.events[self._chance.choices(range(3, len(self.events)), range(4, len(self.events) + 1))[0]]
        met = self._met_at(event)
        if others and self._chance.random() < 0.15:
            met = MetContext("", event.on, event.place, How.INTRODUCED, self._chance.choice(others), met.about)
        since = (self._today - (met.on or self._today)).days
        fate = self._chance.random()
        if fate < 0.005:
            return self._told(self._met_at(self.events[self._chance.choice((3, 4))]), None, ())
        if fate < 0.03:
            ahead = self._ago(-self._chance.randint(3, 70))
            return self._told(met, Step(FollowUpKind.COFFEE, Stage.TO_INVITE, ahead, self._ago(min(since, 6))), ())
        if fate < 0.11:
            reason = self._chance.choice(words.NO_STEP_REASONS)
            return self._told(met, Step(FollowUpKind.NONE, Stage.NONE, None, self._ago(since - 1), reason), ())
        if fate < 0.2:
            reason = self._chance.choice(words.DROP_REASONS)
            return self._told(met, Step(FollowUpKind.COFFEE, Stage.DROPPED, None, self._ago(since // 2), reason), ())
        if fate < 0.35:
            sent = Happened(self._ago(since - 2), Channel.MAIL, "Sent a short note")
            return self._told(met, Step(FollowUpKind.NOTE, Stage.SENT, None, sent.on), (sent,))
        log = self._friendship(since)
        return self._told(met, Step(FollowUpKind.COFFEE, Stage.THANKED, None, log[2].on), log)

    def _friendship(self, since: int) -> tuple[Happened, ...]:
        """A coffee soon after they met, and some talks since."""
        first = max(1, since - self._chance.randint(6, 20))
        log = [
            Happened(self._ago(min(since, first + 5)), Channel.MAIL, "Invited to coffee"),
            Happened(self._ago(first), Channel.MEETING, self._note()),
            Happened(self._ago(first - 1), Channel.MAIL, "Said thanks"),
        ]
        for _ in range(self._chance.randrange(3)):
            direction = self._chance.choice(list(Direction))
            channel = self._chance.choice((Channel.CALL, Channel.MEETING, Channel.MESSAGE))
            log.append(Happened(self._ago(self._chance.randint(1, max(1, first))), channel, self._note(), direction))
        return tuple(log)

    def _told(self, met: MetContext, step: Step | None, log: tuple[Happened, ...]) -> Life:
        chance = self._chance
        facts = chance.sample(words.FACTS, chance.choice((0, 0, 1, 2)) if log else 0)
        offers = chance.sample(words.OFFERS, chance.choice((0, 1)) if log else 0)
        tags = chance.sample(words.TAGS, chance.choice((0, 0, 1, 2)))
        tier = chance.choice((None, None, None, *Tier)) if log else None
        return Life(met, step, log, tuple(facts), tuple(offers), tuple(tags), tier)

    def _met_at(self, event: Event) -> MetContext:
        how = self._chance.choice((How.TALKED, How.TALKED, How.TALKED, How.EXCHANGED, How.HEARD))
        about = self._chance.choice(words.TALKED_ABOUT) if how is How.TALKED else ""
        return MetContext(event.name, event.on, event.place, how, "", about)

    def _note(self) -> str:
        return self._chance.choice(words.LOG_NOTES)

    def _ago(self, days: int) -> date:
        return self._today - timedelta(days=days)
