"""One note a day, only where it is asked for, never in the quiet hours, and nothing where there is nothing to do."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardkeeper.model.overview import PersonRow
from cardkeeper.model.people import FollowUp, FollowUpKind, Stage
from cardkeeper.model.relationships import Matter
from cardkeeper.relationships.digest import is_quiet, may_come, note_of
from cardkeeper.relationships.items import Item, Section, SectionName
from cardkeeper.relationships.today import TodayList
from cardkeeper.relationships.week import Week
from cardkeeper.settings import Settings

TODAY = date(2026, 11, 19)
ON = Settings(digest="on")


def at(hour: int) -> datetime:
    return datetime(2026, 11, 19, hour, 5, tzinfo=UTC)


def day(*titles: str) -> TodayList:
    items = tuple(
        Item(
            Matter.INVITE, PersonRow(number, title), title, "",
            FollowUp(number, FollowUpKind.COFFEE, Stage.TO_INVITE, TODAY, TODAY), TODAY,
        )
        for number, title in enumerate(titles, start=7)
    )  # fmt: skip
    return TodayList((Section(SectionName.FIRST, items),) if items else (), Week(0, 10, 0))


def test_a_note_comes_only_where_it_is_asked_for() -> None:
    assert not may_come(Settings(), at(10))
    assert may_come(ON, at(10))


def test_a_note_comes_once_a_day() -> None:
    assert not may_come(Settings(digest="on", digest_shown="2026-11-19"), at(10))
    assert may_come(Settings(digest="on", digest_shown="2026-11-18"), at(10))


@pytest.mark.parametrize(
    ("hour", "begins", "ends", "quiet"),
    [(7, 18, 8, True), (8, 18, 8, False), (17, 18, 8, False), (18, 18, 8, True), (0, 18, 8, True), (12, 12, 14, True),
     (14, 12, 14, False), (3, 5, 5, False)],
)  # fmt: skip
def test_quiet_hours_may_go_over_midnight(hour: int, begins: int, ends: int, quiet: bool) -> None:
    assert is_quiet(hour, begins, ends) is quiet
    assert may_come(Settings(digest="on", quiet_from=begins, quiet_until=ends), at(hour)) is not quiet


@given(st.integers(0, 23), st.integers(0, 23))
def test_every_hour_is_either_quiet_or_not(begins: int, ends: int) -> None:
    assert sum(is_quiet(hour, begins, ends) for hour in range(24)) == (ends - begins) % 24


def test_the_note_says_what_there_is_and_opens_the_first() -> None:
    note = note_of(day("Invite Ann to coffee", "Thank Ben", "Call Cem", "Ask Dag again", "Thank Eva"))
    assert note is not None
    assert note.title == "5 things for today"
    assert note.text == "Invite Ann to coffee\nThank Ben\nCall Cem\nand 2 more"
    assert note.contact_id == 7


def test_nobody_is_disturbed_for_nothing() -> None:
    assert note_of(day()) is None
