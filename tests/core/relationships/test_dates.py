"""Days are right whatever the calendar brings: month ends, leap days, weekends, and clocks that are turned."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from cardkeeper.days import days_to_follow_up, monday_of, working_day_from
from cardkeeper.model.overview import Agenda, DayFacts, PersonRow, Standing
from cardkeeper.model.people import FollowUp, FollowUpKind, MetContext, Stage, Tier
from cardkeeper.model.relationships import Introduction, Promise
from cardkeeper.relationships import followups, introductions, promises
from cardkeeper.relationships.cadence import losing_touch, next_check_in, tier_days
from cardkeeper.relationships.today import list_today
from cardkeeper.relationships.week import Week, why_waiting
from cardkeeper.settings import Settings

DAYS = st.dates(date(2019, 1, 1), date(2033, 12, 31))
WEEKS = st.frozensets(st.integers(1, 7), min_size=1)
ZONES = st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu"])
SETTINGS = Settings()


@given(DAYS, DAYS, WEEKS)
def test_a_follow_up_falls_on_a_working_day_that_is_not_past(met: date, today: date, working: frozenset[int]) -> None:
    found = days_to_follow_up(met, today, working)
    assert found.isoweekday() in working
    assert found >= today
    assert found > met
    assert found - max(met + timedelta(2), today) < timedelta(7)


@given(DAYS, WEEKS)
def test_the_next_working_day_is_within_a_week(day: date, working: frozenset[int]) -> None:
    found = working_day_from(day, working)
    assert found.isoweekday() in working
    assert timedelta() <= found - day < timedelta(7)


@given(DAYS, st.sampled_from(list(Tier)))
def test_a_check_in_is_due_on_its_day_and_not_one_before(touched: date, tier: Tier) -> None:
    standing = Standing(1, touched, touched_on=touched, tier=tier)
    due = next_check_in(standing, SETTINGS)
    assert due == touched + timedelta(tier_days(tier, SETTINGS))
    assert losing_touch([standing], due - timedelta(1), SETTINGS) == []
    assert [fading.due for fading in losing_touch([standing], due, SETTINGS)] == [due]
    again = replace(standing, touched_on=due)
    assert losing_touch([again], due, SETTINGS) == []


@given(DAYS, ZONES, st.integers(0, 23))
def test_a_day_is_that_of_the_persons_own_clock_also_when_clocks_are_turned(day: date, zone: str, hour: int) -> None:
    """One day has 23 hours and another 25: counting hours would lose or double one; the program counts days."""
    now = datetime(day.year, day.month, day.day, hour, 30, tzinfo=ZoneInfo(zone))
    today = now.date()
    moved = followups.advance(step(Stage.TO_INVITE, today, today), Stage.INVITED, today).follow_up
    assert moved.due == today + followups.ASK_AGAIN_AFTER
    assert (moved.due - today).days == 7


@given(DAYS, st.integers(1, 400))
def test_a_snooze_comes_up_on_a_working_day_after_today(today: date, days: int) -> None:
    later = followups.snooze(step(Stage.TO_INVITE, today, today), today, days=days)
    assert later.due is not None
    assert later.due > today
    assert later.due.isoweekday() <= 5
    put_off = promises.put_off(Promise(1, "x", today), today + timedelta(days), today)
    assert put_off.due == today + timedelta(days)


@given(DAYS)
def test_after_a_week_and_not_before_one_asks_whether_they_talked(sent: date) -> None:
    one = Introduction(1, 2, "why", sent, sent_on=sent)
    assert introductions.due(one) == sent + timedelta(7)


@given(DAYS, st.integers(1, 20), st.integers(0, 200))
def test_what_waits_names_a_monday_ahead(today: date, limit: int, place: int) -> None:
    weeks = 1 + place // limit
    monday = monday_of(today) + timedelta(weeks=weeks)
    assert monday.isoweekday() == 1
    assert monday > today
    assert str(monday.day) in why_waiting(place, Week(0, limit, place + 1), today)


@given(DAYS, st.lists(st.tuples(st.integers(-40, 40), st.integers(0, 60)), max_size=40), st.integers(1, 12))
def test_the_list_of_any_day_is_stable_complete_and_never_over_the_limit(
    today: date, people: list[tuple[int, int]], limit: int
) -> None:
    agenda = tuple(
        Agenda(
            step(Stage.TO_INVITE, today + timedelta(due), today, number),
            f"P{number}",
            met=MetContext(on=today - timedelta(ago)),
        )
        for number, (due, ago) in enumerate(people, start=1)
    )
    rows = {item.follow_up.contact_id: PersonRow(item.follow_up.contact_id, item.name, met=item.met) for item in agenda}
    settings = Settings(weekly_limit=limit)
    day = list_today(DayFacts(rows, agenda=agenda), today, settings)
    assert day.count <= limit
    shown = [item.contact_id for item in (*day.items, *day.waiting)]
    assert len(shown) == len(set(shown))
    assert {number for number, (due, _) in enumerate(people, start=1) if due <= 0} <= set(shown)
    again = list_today(DayFacts(rows, agenda=tuple(reversed(agenda))), today, settings)
    assert [item.key for item in again.items] == [item.key for item in day.items]
    assert [item.key for item in again.waiting] == [item.key for item in day.waiting]


def step(stage: Stage, due: date, moved: date, number: int = 1) -> FollowUp:
    return FollowUp(number, FollowUpKind.COFFEE, stage, due, moved, id=number)
