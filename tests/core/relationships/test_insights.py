"""What is counted from a distance is what is there: the drawer by age, the pipeline, favours by month."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardkeeper.model.overview import PersonRow
from cardkeeper.model.people import FollowUp, FollowUpKind, Stage
from cardkeeper.model.relationships import Favour, FavourDirection, FavourKind
from cardkeeper.relationships.drawer import Drawer, InDrawer
from cardkeeper.relationships.insights import drawer_by_age, favours_by_month, first_of, pipeline, whom_i_help

TODAY = date(2026, 11, 19)


def drawer(*days: int) -> Drawer:
    return Drawer(tuple(InDrawer(PersonRow(at, f"P{at}"), age, "") for at, age in enumerate(days, start=1)))


def step(stage: Stage, due: date | None = None, moved: int = 0) -> FollowUp:
    return FollowUp(1, FollowUpKind.COFFEE, stage, due, TODAY - timedelta(days=moved))


def favour(on: date, direction: FavourDirection = FavourDirection.GIVEN, who: int = 1) -> Favour:
    return Favour(who, direction, FavourKind.ADVICE, on)


@pytest.mark.parametrize(
    ("days", "group"), [(0, 0), (1, 0), (2, 1), (6, 1), (7, 2), (13, 2), (14, 3), (27, 3), (28, 4)]
)
def test_each_age_has_its_bar(days: int, group: int) -> None:
    counts = drawer_by_age(drawer(days))
    assert [one.value for one in counts] == [int(at == group) for at in range(5)]
    assert counts[group].note == ("late" if group > 2 else "")


@given(st.lists(st.integers(0, 4000), max_size=30))
def test_nobody_in_the_drawer_is_left_out(days: list[int]) -> None:
    assert sum(one.value for one in drawer_by_age(drawer(*days))) == len(days)


def test_the_pipeline_tells_what_is_due_silent_and_next() -> None:
    steps = (
        step(Stage.TO_INVITE, TODAY), step(Stage.TO_CALL, TODAY + timedelta(days=3)),
        step(Stage.INVITED, moved=9), step(Stage.INVITED, moved=2),
        step(Stage.BOOKED, date(2026, 11, 24)), step(Stage.BOOKED, date(2026, 11, 17)), step(Stage.TALKED),
    )  # fmt: skip
    counts = pipeline(steps, 1, TODAY)
    assert [(one.value, one.note) for one in counts] == [
        (2, "1 is due"),
        (2, "1 without an answer for a week"),
        (2, "next: Tue 24 Nov"),
        (1, "not thanked yet"),
        (1, "this year"),
    ]


def test_favours_fall_into_their_months_also_over_the_new_year() -> None:
    favours = (
        favour(date(2025, 12, 31)), favour(date(2026, 1, 1)), favour(date(2026, 1, 31)),
        favour(date(2026, 1, 2), FavourDirection.ASKED), favour(date(2025, 11, 30)),
        favour(TODAY, FavourDirection.RECEIVED),
    )  # fmt: skip
    months = favours_by_month(favours, TODAY)
    assert [one.name for one in months][:2] == ["Dec", "Jan"]
    assert months[-1].first == date(2026, 11, 1)
    assert [(one.given, one.asked) for one in months][:3] == [(1, 0), (2, 1), (0, 0)]
    assert first_of(TODAY) == date(2025, 12, 1)
    assert first_of(date(2026, 1, 31), 3) == date(2025, 11, 1)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 40))
def test_months_follow_each_other_without_a_gap(today: date, count: int) -> None:
    months = [one.first for one in favours_by_month((), today, count)]
    assert len(months) == count
    assert months[-1] == today.replace(day=1)
    assert all((later - earlier).days in (28, 29, 30, 31) for earlier, later in pairwise(months))


def test_whom_one_helps_most_stands_first() -> None:
    people = {1: PersonRow(1, "Ann"), 2: PersonRow(2, "Ben")}
    favours = [
        favour(TODAY, who=2),
        favour(TODAY, who=2),
        favour(TODAY),
        favour(date(2020, 1, 1)),
        favour(TODAY, who=9),
    ]
    helped = whom_i_help([*favours, favour(TODAY, FavourDirection.ASKED, 2)], people, date(2026, 1, 1))
    assert [(one.name, one.value, one.note) for one in helped] == [("Ben", 2, "asked 1 time"), ("Ann", 1, "")]
