"""Which backups stay, as a table; whatever the clock did."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from cardkeeper.library.thinning import ALWAYS_KEPT, to_keep

NOW = datetime(2026, 11, 19, 9, 30, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def every(step: timedelta, count: int, newest: datetime = NOW) -> dict[datetime, int]:
    return {newest - number * step: 1_000 for number in range(count)}


@pytest.mark.parametrize(
    ("made", "stay"),
    [
        ({}, 0),
        (every(HOUR, 5), 5),
        (every(HOUR, 8), 8),
        (every(HOUR, 30), 8 + 1),  # the newest eight, and one for the day before
        (every(DAY, 14), 14),
        (every(DAY, 100), 14 + 6 + 2),  # two weeks of days, weeks up to eight, months beyond
        (every(30 * DAY, 60), 8 + 16),  # no more than two years of months
    ],
)
def test_as_they_grow_old_one_stays_for_each_day_week_and_month(made: dict[datetime, int], stay: int) -> None:
    assert len(to_keep(made, NOW)) == stay


def test_the_newest_of_a_day_stays() -> None:
    yesterday = NOW - DAY
    made = every(HOUR, 8) | {yesterday: 1_000, yesterday - HOUR: 1_000, yesterday - 2 * HOUR: 1_000}
    assert {moment for moment in to_keep(made, NOW) if moment.date() == yesterday.date()} == {yesterday}


def test_whatever_stays_would_stay_again() -> None:
    kept = to_keep(every(7 * HOUR, 900), NOW)
    assert to_keep(dict.fromkeys(kept, 1_000), NOW) == kept


@pytest.mark.parametrize("years", [-5, 1, 14])
def test_a_clock_that_jumped_takes_nothing_away(years: int) -> None:
    made = every(DAY, 12)
    assert to_keep(made, NOW + years * 365 * DAY) >= (frozenset(made) if years > 0 else frozenset())
    there = NOW + years * 365 * DAY
    assert there in to_keep(made | {there: 1_000}, there)


def test_backups_from_ahead_of_the_clock_take_no_place_from_the_others() -> None:
    made = every(DAY, 12)
    ahead = every(HOUR, 50, NOW + 3000 * DAY)
    kept = to_keep(made | ahead, NOW)
    assert kept >= frozenset(made)
    assert len(kept - frozenset(made)) == 2


def test_large_ones_go_from_the_oldest_on_and_some_always_stay() -> None:
    made = dict.fromkeys(every(DAY, 12), 600)
    assert to_keep(made, NOW, most_bytes=6_000) == frozenset(sorted(made, reverse=True)[:10])
    assert to_keep(made, NOW, most_bytes=1) == frozenset(sorted(made, reverse=True)[:ALWAYS_KEPT])
