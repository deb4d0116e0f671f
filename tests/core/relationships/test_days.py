"""Days are said as people say them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cardkeeper import days

TODAY = date(2026, 11, 19)


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (0, "today"),
        (1, "yesterday"),
        (2, "2 days ago"),
        (26, "26 days ago"),
        (31, "31 days ago"),
        (37, "5 weeks ago"),
        (120, "4 months ago"),
        (800, "2 years ago"),
        (-1, "20 November"),
    ],
)
def test_how_long_ago(before: int, words: str) -> None:
    assert days.ago(TODAY - timedelta(days=before), TODAY) == words


@pytest.mark.parametrize(
    ("after", "words"),
    [(0, "today"), (1, "tomorrow"), (4, "Monday"), (12, "Tuesday 1 December"), (-1, "yesterday")],
)
def test_how_far_ahead(after: int, words: str) -> None:
    assert days.ahead(TODAY + timedelta(days=after), TODAY) == words


def test_a_day_of_another_year_says_so() -> None:
    assert days.full_day(date(2026, 11, 20), TODAY) == "Friday 20 November"
    assert days.full_day(date(2025, 3, 12), TODAY) == "Wednesday 12 March 2025"
    assert days.short_day(date(2026, 11, 20), TODAY) == "Fri 20 Nov"
    assert days.short_day(date(2025, 3, 12), TODAY) == "12 Mar 2025"


def test_lengths_and_weeks() -> None:
    assert (days.span(1), days.span(31)) == ("1 day", "31 days")
    assert days.monday_of(TODAY) == date(2026, 11, 16)


def test_a_week_without_working_days_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="working day"):
        days.working_day_from(TODAY, ())
