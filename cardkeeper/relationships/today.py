"""The day's list: what is due with whom, why, and what waits because a week holds only so many meetings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from cardkeeper.days import ago, days_to_follow_up, full_day, monday_of, plain_day
from cardkeeper.model.overview import Agenda, PersonRow
from cardkeeper.model.people import FollowUp, FollowUpKind, How, MetContext, Stage
from cardkeeper.relationships.drawer import IDLE_DAYS, Drawer, look_into
from cardkeeper.translation import tr, trn

JUST_MET: Final = timedelta(days=7)
"""For so long after the meeting somebody counts as just met."""

WEEKLY_LIMIT: Final = 10
"""How many meetings one sets up in a week, unless a setting says otherwise."""


class SectionName(StrEnum):
    """The parts of the day's list, in their order."""

    FIRST = "do first"
    JUST_MET = "people you just met"
    KEEPING_UP = "keeping up"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to do: who and what in one line, why in another."""

    agenda: Agenda
    title: str
    why: str
    overdue_days: int = 0
    waits: str = ""
    """Why it waits for another week; empty for what is to be done now."""

    @property
    def overdue(self) -> str:
        """“Overdue by 1 day.”, empty for what is not."""
        if not self.overdue_days:
            return ""
        return trn("Overdue by {count} day.", "Overdue by {count} days.", self.overdue_days)

    @property
    def line(self) -> str:
        """The whole second line: overdue, why, and what it waits for."""
        return " ".join(part for part in (self.overdue, self.waits, self.why) if part)

    @property
    def phone(self) -> str:
        return self.agenda.phone

    @property
    def email(self) -> str:
        return self.agenda.email

    @property
    def follow_up(self) -> FollowUp:
        return self.agenda.follow_up


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the list; `title` is what stands above it."""

    name: SectionName
    items: tuple[Item, ...]

    @property
    def title(self) -> str:
        return {
            SectionName.FIRST: tr("Do first"),
            SectionName.JUST_MET: tr("People you just met"),
            SectionName.KEEPING_UP: tr("Keeping up"),
        }[self.name]


@dataclass(frozen=True, slots=True)
class Week:
    """How full the week (Monday to Sunday) is: meetings set up, how many fit, how many wait for another week."""

    done: int
    limit: int
    waiting: int = 0

    @property
    def room(self) -> int:
        return max(0, self.limit - self.done)

    @property
    def line(self) -> str:
        """“7 of 10 invites done”."""
        return tr("{done} of {limit} invites done", done=self.done, limit=self.limit)

    @property
    def waiting_line(self) -> str:
        """“5 wait for next week”, empty when none does."""
        if not self.waiting:
            return ""
        return trn("{count} waits for next week", "{count} wait for next week", self.waiting)


@dataclass(frozen=True, slots=True)
class TodayList:
    """All that the page of the day shows. Sections without items are left out."""

    sections: tuple[Section, ...]
    week: Week
    waiting: tuple[Item, ...] = ()
    drawer: Drawer = field(default_factory=Drawer)
    next_due: date | None = None
    """The first day after today on which something comes up; None when nothing is planned."""

    @property
    def count(self) -> int:
        """How many things are to be done now."""
        return sum(len(section.items) for section in self.sections)


def list_today(
    agenda: Iterable[Agenda],
    rows: Iterable[PersonRow],
    today: date,
    weekly_limit: int = WEEKLY_LIMIT,
    *,
    idle_days: int = IDLE_DAYS,
) -> TodayList:
    """The list for a day: overdue things first, then people just met, then the rest that is due.

    Someone just met comes up even before the day, as long as that lies within 48 hours of the meeting (working days).
    Invites to meetings beyond the week's limit wait; those due longest go first. Everything else never waits.
    """
    open_steps = [item for item in agenda if item.follow_up.open]
    people = tuple(rows)
    done = _done_this_week(open_steps, people, today)
    now = sorted((item for item in open_steps if _comes_up(item, today)), key=_oldest_promise)
    invites = [item for item in now if item.follow_up.stage is Stage.TO_INVITE]
    over = invites[max(0, weekly_limit - done) :]
    waiting = tuple(_waiting_item(item, today, weekly_limit) for item in over)
    waiting_ids = {id(item) for item in over}
    items = [_item(item, today) for item in now if id(item) not in waiting_ids]
    ahead = [item.follow_up.due for item in open_steps if item.follow_up.due and item.follow_up.due > today]
    return TodayList(
        _sections(items, today),
        Week(done, weekly_limit, len(waiting)),
        waiting,
        look_into(people, today, idle_days),
        min(ahead, default=None),
    )


def _sections(items: Sequence[Item], today: date) -> tuple[Section, ...]:
    parts: dict[SectionName, list[Item]] = {name: [] for name in SectionName}
    for item in items:
        parts[_section_of(item, today)].append(item)
    return tuple(Section(name, tuple(found)) for name, found in parts.items() if found)


def _section_of(item: Item, today: date) -> SectionName:
    if item.overdue_days:
        return SectionName.FIRST
    return SectionName.JUST_MET if _just_met(item.agenda, today) else SectionName.KEEPING_UP


def _just_met(item: Agenda, today: date) -> bool:
    met_on = item.met.on
    first = item.follow_up.stage in (Stage.TO_INVITE, Stage.TO_CALL, Stage.TO_SEND)
    return first and met_on is not None and today - JUST_MET <= met_on <= today


def _comes_up(item: Agenda, today: date) -> bool:
    due, met_on = item.follow_up.due, item.met.on
    if due is None or due <= today:
        return True
    return _just_met(item, today) and met_on is not None and due <= days_to_follow_up(met_on, today)


def _oldest_promise(item: Agenda) -> tuple[date, date, int]:
    due = item.follow_up.due or date.min
    return due, item.met.on or item.follow_up.moved_on, item.follow_up.id


def _done_this_week(agenda: Iterable[Agenda], rows: Iterable[PersonRow], today: date) -> int:
    """Meetings that were set up or held since Monday, each counted once."""
    steps = [item.follow_up for item in agenda]
    steps += [row.next_step for row in rows if row.next_step]
    stages = (Stage.INVITED, Stage.BOOKED, Stage.MET, Stage.THANKED)
    monday = monday_of(today)
    return len(
        {
            (step.contact_id, step.id)
            for step in steps
            if step.kind.is_meeting and step.stage in stages and monday <= step.moved_on <= today
        }
    )


def _item(item: Agenda, today: date) -> Item:
    due = item.follow_up.due
    late = (today - due).days if due and due < today else 0
    return Item(item, title_of(item), why_of(item, today), late)


def _waiting_item(item: Agenda, today: date, limit: int) -> Item:
    waits = trn(
        "Waits for another week: {count} invite is the limit for this one.",
        "Waits for another week: {count} invites are the limit for this one.",
        limit,
    )
    return Item(item, title_of(item), why_of(item, today), waits=waits)


def title_of(item: Agenda) -> str:
    """Who and what: “Invite Rebecca Baxter to coffee”."""
    name = item.name or item.company or item.email
    match item.follow_up.stage:
        case Stage.TO_INVITE:
            return _invite_title(item.follow_up.kind, name)
        case Stage.INVITED:
            return tr("Ask {name} again", name=name)
        case Stage.BOOKED:
            return _meet_title(item.follow_up.kind, name)
        case Stage.TO_CALL:
            return tr("Call {name}", name=name)
        case Stage.TO_SEND:
            return tr("Send {name} a short note", name=name)
        case _:
            return tr("Thank {name}", name=name)


def _invite_title(kind: FollowUpKind, name: str) -> str:
    return {
        FollowUpKind.COFFEE: tr("Invite {name} to coffee", name=name),
        FollowUpKind.VIDEO: tr("Invite {name} to a video chat", name=name),
        FollowUpKind.WALK: tr("Invite {name} for a walk", name=name),
        FollowUpKind.LUNCH: tr("Invite {name} to a group lunch", name=name),
        FollowUpKind.NEXT_EVENT: tr("Ask {name} to meet at the next event", name=name),
    }[kind]


def _meet_title(kind: FollowUpKind, name: str) -> str:
    return {
        FollowUpKind.COFFEE: tr("Meet {name} over coffee", name=name),
        FollowUpKind.VIDEO: tr("Meet {name} in a video chat", name=name),
        FollowUpKind.WALK: tr("Meet {name} for a walk", name=name),
        FollowUpKind.LUNCH: tr("Meet {name} at the group lunch", name=name),
        FollowUpKind.NEXT_EVENT: tr("Meet {name} at the event", name=name),
    }[kind]


def why_of(item: Agenda, today: date) -> str:
    """Why it is on the list, in a sentence or two, from what is known and nothing else."""
    step = item.follow_up
    moved = ago(step.moved_on, today)
    match step.stage:
        case Stage.INVITED:
            return tr("Invited {ago}, no answer yet.", ago=moved)
        case Stage.BOOKED if step.due and step.due < today:
            return tr("It was planned for {day}. Did it happen?", day=full_day(step.due, today))
        case Stage.BOOKED:
            return tr("It is planned for {day}.", day=_day_of(step.due, today))
        case Stage.MET:
            return tr("You met {ago}.", ago=moved)
        case Stage.TALKED:
            return tr("You talked {ago}.", ago=moved)
        case _:
            return _why_first(item, today)


def _day_of(due: date | None, today: date) -> str:
    return tr("today") if due is None or due == today else full_day(due, today)


def _why_first(item: Agenda, today: date) -> str:
    parts = [met_line(item.met, today), _about(item.met)]
    if item.last_talked and item.last_talked != item.met.on:
        parts.append(tr("Last talked {ago}.", ago=ago(item.last_talked, today)))
    said = " ".join(part for part in parts if part)
    return said or tr("Nobody said yet where you met.")


def met_line(met: MetContext, today: date) -> str:
    """“Met yesterday at Founders’ Breakfast.”, with only what is known; empty when nothing is."""
    place = met.event or met.place
    when = _when(met.on, today) if met.on else ""
    through = tr("Introduced by {name}.", name=met.through) if met.through else ""
    if met.how is How.HEARD and not through:
        through = tr("You heard them speak.")
    if place and when:
        first = tr("Met {when} at {place}.", when=when, place=place)
    elif place:
        first = tr("Met at {place}.", place=place)
    elif when:
        first = tr("Met {when}.", when=when)
    else:
        first = ""
    return " ".join(part for part in (first, through) if part)


def _when(on: date, today: date) -> str:
    """Within a month by how long ago, further back by the day."""
    near = 0 <= (today - on).days <= 31
    return ago(on, today) if near else tr("on {day}", day=plain_day(on, today))


def _about(met: MetContext) -> str:
    about = met.about.strip().rstrip(".")
    return tr("You talked about {about}.", about=about) if about else ""
