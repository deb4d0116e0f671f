"""Everything that is open with one person, whether or not it comes up today; and how one knows them, in facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from cardkeeper.days import plain_day
from cardkeeper.model.overview import Standing
from cardkeeper.model.people import Interaction
from cardkeeper.model.relationships import Favour, Introduction, Need, Promise, Referral, ThankYou
from cardkeeper.relationships import loop_lines
from cardkeeper.relationships.cadence import cadence_of, next_check_in
from cardkeeper.relationships.items import Item
from cardkeeper.relationships.loop_lines import People
from cardkeeper.settings import Settings
from cardkeeper.translation import tr


@dataclass(frozen=True, slots=True)
class Between:
    """All that was given, asked, promised and needed between me and one person, open and closed."""

    needs: tuple[Need, ...] = ()
    promises: tuple[Promise, ...] = ()
    calls_back: tuple[Interaction, ...] = ()
    referrals: tuple[Referral, ...] = ()
    thanks: tuple[ThankYou, ...] = ()
    introductions: tuple[Introduction, ...] = ()
    favours: tuple[Favour, ...] = ()


def loops(between: Between, people: People, today: date) -> tuple[Item, ...]:
    """What is open with the person: what is to be done first, then by day."""
    return tuple(sorted(_lines(between, people, today), key=lambda item: (item.day > today, item.day, item.key)))


def cadence_words(standing: Standing, settings: Settings) -> str:
    """“Tier A, every 3 weeks”; empty where nobody set how often."""
    cadence = cadence_of(standing.tier, standing.cadence_days, standing.tags, settings)
    return cadence.words if cadence else ""


def check_in_words(standing: Standing, settings: Settings, today: date) -> str:
    """“next check-in by 1 December”; empty without a cadence."""
    due = next_check_in(standing, settings)
    if due is None:
        return ""
    if due <= today:
        return tr("check-in is due")
    return tr("next check-in by {day}", day=plain_day(due, today))


def _lines(between: Between, people: People, today: date) -> Iterator[Item]:
    open_promises = (promise for promise in between.promises if promise.open)
    yield from _there(loop_lines.promise_line(promise, people, today, always=True) for promise in open_promises)
    yield from (loop_lines.call_back_line(entry, people, today) for entry in between.calls_back)
    yield from _there(loop_lines.referral_line(referral, people, today, always=True) for referral in between.referrals)
    yield from (loop_lines.thank_you_line(owed, people, today) for owed in between.thanks if owed.open)
    yield from _there(loop_lines.introduction_line(each, people, today, always=True) for each in between.introductions)


def _there(items: Iterable[Item | None]) -> Iterator[Item]:
    return (item for item in items if item is not None)
