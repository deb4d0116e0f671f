"""The table of people holds still, reads only what one looks at, and keeps check marks while filters change."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt

from cardkeeper.model.overview import PersonRow
from cardkeeper.model.people import FollowUp, FollowUpKind, MetContext, Stage, Tier
from ui.people.columns import AT_FIRST, Column, Layout, layout_of
from ui.people.table_model import PeopleModel
from ui.roles import CELL_ROLE, TONE_ROLE
from ui.wording import Tone

TODAY = date(2026, 11, 19)


def coffee(contact_id: int, due: date | None, stage: Stage = Stage.TO_INVITE) -> FollowUp:
    return FollowUp(contact_id, FollowUpKind.COFFEE, stage, due, TODAY)


PEOPLE = (
    PersonRow(1, "Théodor Speer", "Managing director", "Röhricht", tier=Tier.A, last_talked=date(2026, 11, 10)),
    PersonRow(2, "Élisabeth Maréchal", "Project lead", "Cabinet Didier", met=MetContext(event="Founders’ Breakfast"),
              next_step=coffee(2, date(2026, 11, 20))),
    PersonRow(3, "Frida Björklund", company="Ali AB", last_talked=date(2026, 10, 24),
              next_step=coffee(3, date(2026, 11, 14)), open_loops=1),
    PersonRow(4, "", email="nobody@example.org"),
)  # fmt: skip


class Shelf:
    """Reads the lines of people, and counts how often it was asked."""

    def __init__(self, people: tuple[PersonRow, ...]) -> None:
        self.people = {row.id: row for row in people}
        self.asked = 0

    def __call__(self, ids: Sequence[int]) -> dict[int, PersonRow]:
        self.asked += 1
        return {person: self.people[person] for person in ids if person in self.people}


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(PEOPLE)


@pytest.fixture
def model(shelf: Shelf) -> PeopleModel:
    model = PeopleModel(shelf, lambda: TODAY)
    model.show_ids([2, 3, 1, 4])
    return model


def column(model: PeopleModel, column: Column) -> list[str]:
    return [model.index(line, column).data() for line in range(model.rowCount())]


def test_keeps_the_promises_of_a_model(model: PeopleModel, qtmodeltester: Any) -> None:
    qtmodeltester.check(model)
    model.show_ids([4, 3])
    qtmodeltester.check(model)


def test_only_lines_that_somebody_looks_at_are_read() -> None:
    shelf = Shelf(tuple(PersonRow(number, f"Person {number}") for number in range(1, 100_001)))
    model = PeopleModel(shelf, lambda: TODAY)
    model.show_ids(range(1, 100_001))
    assert model.rowCount() == 100_000
    assert shelf.asked == 0
    assert [model.index(line, Column.NAME).data() for line in range(50_000, 50_020)][-1] == "Person 50020"
    assert shelf.asked == 1
    assert model.row_of(77_777) == 77_776


def test_who_was_removed_a_moment_ago_leaves_an_empty_line(model: PeopleModel, shelf: Shelf) -> None:
    shelf.people.clear()
    model.show_ids([2, 3])
    assert model.index(0, Column.NAME).data() is None
    assert model.index(0, Column.NAME).data(CELL_ROLE).text == ""


def test_a_late_step_says_so_in_words_and_tone(model: PeopleModel) -> None:
    line = model.row_of(3)
    cell = model.index(line, Column.STEP)
    assert (cell.data(), cell.data(TONE_ROLE)) == ("Coffee, 5 days late", Tone.LATE)
    assert model.index(model.row_of(1), Column.STEP).data() == "Next step not set"
    assert model.index(model.row_of(2), Column.STEP).data() == "Coffee, 20 Nov"


def test_check_marks_outlive_a_filter_and_go_with_their_person(model: PeopleModel) -> None:
    model.setData(model.index(model.row_of(1), Column.CHECK), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert model.all_checked() is Qt.CheckState.PartiallyChecked
    model.show_ids([2, 3])
    assert (model.all_checked(), model.checked()) == (Qt.CheckState.Unchecked, frozenset({1}))
    model.check((2, 3), on=True)
    assert model.all_checked() is Qt.CheckState.Checked
    model.forget_marks([2, 4])
    assert model.checked() == frozenset({2})


@pytest.mark.parametrize(
    ("person", "said"),
    [
        (PersonRow(9, "", company="Lindgate Homes", email="office@lindgate.example"), "Lindgate Homes"),
        (PersonRow(9, "", email="office@lindgate.example"), "office@lindgate.example"),
        (PersonRow(9, ""), "No name yet"),
    ],
)
def test_somebody_without_a_name_is_called_by_what_is_known(person: PersonRow, said: str) -> None:
    model = PeopleModel(Shelf((person,)), lambda: TODAY)
    model.show_ids([9])
    assert model.index(0, Column.NAME).data() == said


def test_a_screen_reader_hears_the_column_with_the_text(model: PeopleModel) -> None:
    cell = model.index(model.row_of(2), Column.MET)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "How you met: Founders’ Breakfast"


def test_a_tool_tip_shows_markup_as_text() -> None:
    model = PeopleModel(Shelf((PersonRow(9, "<img src=x> & Sons"),)), lambda: TODAY)
    model.show_ids([9])
    assert model.index(0, Column.NAME).data(Qt.ItemDataRole.ToolTipRole) == "<qt>&lt;img src=x&gt; &amp; Sons</qt>"


@pytest.mark.parametrize(
    "layout",
    [
        Layout(),
        Layout((Column.CHECK, Column.STEP, Column.NAME), ((Column.TALKED, True), (Column.NAME, False))),
    ],
)
def test_a_layout_is_remembered_as_text(layout: Layout) -> None:
    assert layout_of(layout.text) == layout


@pytest.mark.parametrize("text", ["", ";", "nonsense", "nonsense,work;-nonsense", "work", "check,check"])
def test_a_layout_that_can_not_be_understood_is_the_usual_one(text: str) -> None:
    assert layout_of(text).columns == AT_FIRST
    assert layout_of(text).sorts == Layout().sorts
