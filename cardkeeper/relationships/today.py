"""The day's list: what is to be done with whom, why, and what waits because a week holds only so much."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from cardkeeper.days import days_to_follow_up
from cardkeeper.model.overview import Agenda, DayFacts, Partner, PersonRow
from cardkeeper.model.people import FollowUpKind, Stage
from cardkeeper.model.relationships import Matter
from cardkeeper.relationships import loop_lines
from cardkeeper.relationships.cadence import Fading, losing_touch
from cardkeeper.relationships.drawer import Drawer, open_drawer
from cardkeeper.relationships.followups import may_ask_again
from cardkeeper.relationships.items import Item, Key, Later, Section, SectionName
from cardkeeper.relationships.step_lines import title_of, why_of
from cardkeeper.relationships.week import Spread, Week, spread, why_waiting
from cardkeeper.settings import Settings
from cardkeeper.translation import trn

JUST_MET: Final = timedelta(days=7)
"""For so long after the meeting somebody counts as just met."""

MOST_NEEDS: Final = 5
"""So many needs come up in a day, those open longest first; each one that is met makes room for the next."""

MOST_PARTNERS: Final = 3

_FIRST: Final = (
    Matter.PROMISE,
    Matter.CALL_BACK,
    Matter.BOOKED,
    Matter.HEADS_UP,
    Matter.THANK_YOU,
    Matter.TELL_SOURCE,
)
"""What is to be done first, in this order."""

_RANK: Final = {
    matter: rank
    for rank, matter in enumerate(
        (
            *_FIRST,
            Matter.MET,
            Matter.INVITE,
            Matter.CALL,
            Matter.NOTE,
            Matter.ASK_AGAIN,
            Matter.LET_GO,
            Matter.INTRODUCTION,
            Matter.OUTCOME,
            Matter.NEED,
            Matter.LOSING_TOUCH,
            Matter.NOT_GIVEN,
        )
    )
}


@dataclass(frozen=True, slots=True)
class TodayList:
    """All that the page of the day shows. Sections without items are left out."""

    sections: tuple[Section, ...]
    week: Week
    waiting: Sequence[Item] = ()
    """Invites and check-ins over the week's limit, each with the reason, in the order in which they get room."""
    silent: tuple[PersonRow, ...] = ()
    """People met in the last 48 hours (working days) who have not heard from me: a short note to each is due."""
    drawer: Drawer = field(default_factory=Drawer)
    next_due: date | None = None
    """The first day after today on which something comes up; None when nothing is planned."""

    @property
    def count(self) -> int:
        """How many things are to be done now."""
        return sum(len(section.items) for section in self.sections)

    @property
    def items(self) -> tuple[Item, ...]:
        """Everything that is to be done now, in order."""
        return tuple(item for section in self.sections for item in section.items)


def list_today(facts: DayFacts, today: date, settings: Settings) -> TodayList:
    """The list for a day: what can't wait first, then people just met, then what keeps relationships up.

    Someone just met comes up even before the day, as long as that lies within 48 hours of the meeting (working days).
    Invites and check-ins beyond the week's limit wait; nothing else does. The same facts give the same list.
    """
    held = {(put_off.matter, put_off.contact_id, put_off.subject_id) for put_off in facts.put_offs}
    steps = [item for item in facts.agenda if item.follow_up.open and _comes_up(item, today)]
    invites = [item for item in steps if item.follow_up.stage is Stage.TO_INVITE]
    fading = [each for each in losing_touch(facts.rhythms, today, settings) if _key_of(each) not in held]
    shared = spread(invites, fading, facts, settings.weekly_limit)
    others = (item for item in steps if item.follow_up.stage is not Stage.TO_INVITE)
    items = [_step_item(item, facts, today) for item in (*shared.invites, *others)]
    items += _capped(item for item in _loops(facts, held, today) if item.key not in held)
    items += (loop_lines.fading_line(each, facts.people, today) for each in shared.check_ins)
    week = Week(shared.done, settings.weekly_limit, len(shared.waiting))
    return TodayList(
        _sections(items, today),
        week,
        Later(len(shared.waiting), _waiting(shared, week, facts, today)),
        tuple(facts.people[standing.contact_id] for standing in facts.silent if _is_new(standing.met_on, today)),
        open_drawer(facts.drawer, facts.people, today, settings.drawer_days),
        facts.next_due,
    )


def silent_words(count: int) -> str:
    """What is said of so many people to whom a short note is due."""
    return trn(
        "{count} person you just met has not heard from you: a short note within 48 hours",
        "{count} people you just met have not heard from you: a short note within 48 hours",
        count,
    )


def item_of(item: Agenda, facts: DayFacts, today: date) -> Item:
    """The line of one open next step, whether or not it comes up today."""
    return _step_item(item, facts, today)


# What comes up


def _comes_up(item: Agenda, today: date) -> bool:
    due, met_on = item.follow_up.due, item.met.on
    if due is None or due <= today:
        return True
    return _just_met(item, today) and met_on is not None and due <= days_to_follow_up(met_on, today)


def _just_met(item: Agenda, today: date) -> bool:
    met_on = item.met.on
    first = item.follow_up.stage in (Stage.TO_INVITE, Stage.TO_CALL, Stage.TO_SEND)
    return first and met_on is not None and today - JUST_MET <= met_on <= today


def _is_new(met_on: date | None, today: date) -> bool:
    """Whether somebody was met so lately that a short note still comes within 48 hours, counted in working days."""
    return met_on is not None and met_on <= today <= days_to_follow_up(met_on, met_on)


def _capped(items: Iterable[Item]) -> Iterator[Item]:
    """All of them, but only so many needs and partners as one can think of in a day; they come in their order."""
    room = {Matter.NEED: MOST_NEEDS, Matter.NOT_GIVEN: MOST_PARTNERS}
    for item in items:
        if item.matter in room:
            room[item.matter] -= 1
            if room[item.matter] < 0:
                continue
        yield item


def _loops(facts: DayFacts, held: AbstractSet[Key], today: date) -> Iterator[Item]:
    people = facts.people
    yield from _there(loop_lines.promise_line(promise, people, today) for promise in facts.promises)
    yield from (loop_lines.call_back_line(entry, people, today) for entry in facts.calls_back)
    yield from _there(loop_lines.referral_line(referral, people, today) for referral in facts.referrals)
    yield from (loop_lines.thank_you_line(thank_you, people, today) for thank_you in facts.thanks)
    yield from _there(loop_lines.introduction_line(each, people, today) for each in facts.introductions)
    for need, matches in facts.needs:
        fitting = tuple(match for match in matches if (Matter.NEED, match.contact_id, need.id) not in held)
        yield from _there([loop_lines.need_line(need, fitting, people)])
    yield from (
        loop_lines.partner_line(partner, facts.needs_of.get(partner.contact_id, ()), people, today)
        for partner in sorted(facts.partners, key=lambda partner: _most_in_need(partner, facts))
    )


def _most_in_need(partner: Partner, facts: DayFacts) -> tuple[bool, date, int]:
    """Partners with open needs first, then those who wait longest."""
    since = partner.last_given or partner.last_received
    return not facts.needs_of.get(partner.contact_id), since, partner.contact_id


def _there(items: Iterable[Item | None]) -> Iterator[Item]:
    return (item for item in items if item is not None)


def _key_of(fading: Fading) -> Key:
    return Matter.LOSING_TOUCH, fading.standing.contact_id, 0


def _step_item(item: Agenda, facts: DayFacts, today: date) -> Item:
    step, due = item.follow_up, item.follow_up.due
    late = (today - due).days if due and due < today else 0
    return Item(
        _matter_of(item),
        facts.people[step.contact_id],
        title_of(item),
        why_of(item, today),
        step,
        due or step.moved_on,
        late,
        agenda=item,
    )


def _matter_of(item: Agenda) -> Matter:
    step = item.follow_up
    match step.stage:
        case Stage.TO_INVITE:
            return Matter.INVITE
        case Stage.INVITED:
            return Matter.ASK_AGAIN if may_ask_again(step) else Matter.LET_GO
        case Stage.BOOKED:
            return Matter.BOOKED
        case Stage.MET | Stage.TALKED:
            return Matter.MET
        case _:
            return Matter.CALL if step.kind is FollowUpKind.CALL else Matter.NOTE


# Where it stands


def _sections(items: Iterable[Item], today: date) -> tuple[Section, ...]:
    parts: dict[SectionName, list[Item]] = {name: [] for name in SectionName}
    for item in items:
        parts[_section_of(item, today)].append(item)
    return tuple(Section(name, tuple(sorted(found, key=_order))) for name, found in parts.items() if found)


def _section_of(item: Item, today: date) -> SectionName:
    if item.overdue_days or item.matter in _FIRST:
        return SectionName.FIRST
    if item.agenda is not None and _just_met(item.agenda, today):
        return SectionName.JUST_MET
    return SectionName.KEEPING_UP


def _order(item: Item) -> tuple[int, date, int, int]:
    """By matter, then the oldest first; the rest only decides between things of the same day, always the same way."""
    rank = len(_FIRST) if item.agenda and item.matter not in _FIRST else _RANK[item.matter]
    return rank, item.day, item.subject_id, item.contact_id


def _waiting(shared: Spread, week: Week, facts: DayFacts, today: date) -> Callable[[int], Item]:
    def make(place: int) -> Item:
        waits = why_waiting(place, week, today)
        found = shared.waiting[place]
        if isinstance(found, Fading):
            made = loop_lines.fading_line(found, facts.people, today)
            return Item(made.matter, made.person, made.title, made.why, made.subject, made.day, waits=waits)
        made = _step_item(found, facts, today)
        return Item(
            made.matter, made.person, made.title, made.why, made.subject, made.day, waits=waits, agenda=made.agenda
        )

    return make
