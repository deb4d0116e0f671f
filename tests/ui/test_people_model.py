"""The table of people holds still, sorts by what a column means and keeps check marks while filters change."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt

from cardkeeper.model.overview import PersonRow
from cardkeeper.model.people import FollowUp, FollowUpKind, MetContext, Stage, Tier
from ui.people.columns import Column
from ui.people.table_model import PeopleModel
from ui.roles import OBJECT_ROLE, TONE_ROLE
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


@pytest.fixture
def model() -> PeopleModel:
    model = PeopleModel(lambda: TODAY)
    model.set_people(PEOPLE)
    return model


def column(model: PeopleModel, column: Column) -> list[str]:
    return [model.index(line, column).data() for line in range(model.rowCount())]


def test_keeps_the_promises_of_a_model(model: PeopleModel, qtmodeltester: Any) -> None:
    qtmodeltester.check(model)
    model.narrow(lambda row: row.id > 2)
    model.sort(Column.TALKED, Qt.SortOrder.DescendingOrder)
    qtmodeltester.check(model)


def test_names_are_in_order_with_accents_folded_and_the_nameless_last(model: PeopleModel) -> None:
    assert column(model, Column.NAME) == ["Élisabeth Maréchal", "Frida Björklund", "Théodor Speer", ""]


def test_last_talked_puts_those_longest_ago_first(model: PeopleModel) -> None:
    model.sort(Column.TALKED)
    assert column(model, Column.TALKED) == ["never", "never", "26 days ago", "9 days ago"]


def test_a_late_step_says_so_in_words_and_tone(model: PeopleModel) -> None:
    line = model.row_of(3)
    cell = model.index(line, Column.STEP)
    assert (cell.data(), cell.data(TONE_ROLE)) == ("Coffee, 5 days late", Tone.LATE)
    assert model.index(model.row_of(1), Column.STEP).data() == "Next step not set"
    assert model.index(model.row_of(2), Column.STEP).data() == "Coffee, 20 Nov"


def test_sorting_keeps_the_current_person(model: PeopleModel) -> None:
    current = QPersistentModelIndex(model.index(model.row_of(3), Column.NAME))
    model.sort(Column.NAME, Qt.SortOrder.DescendingOrder)
    assert current.data(OBJECT_ROLE).id == 3


def test_check_marks_outlive_a_filter_and_go_with_their_person(model: PeopleModel) -> None:
    model.setData(model.index(model.row_of(1), Column.CHECK), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert model.all_checked() is Qt.CheckState.PartiallyChecked
    model.narrow(lambda row: row.id != 1)
    assert (model.all_checked(), model.checked()) == (Qt.CheckState.Unchecked, frozenset({1}))
    model.narrow(None)
    model.set_people(PEOPLE[1:])
    assert model.checked() == frozenset()


def test_a_screen_reader_hears_the_column_with_the_text(model: PeopleModel) -> None:
    cell = model.index(model.row_of(2), Column.MET)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "How you met: Founders’ Breakfast"


def test_a_tool_tip_shows_markup_as_text(model: PeopleModel) -> None:
    model.set_people((PersonRow(9, "<img src=x> & Sons"),))
    assert model.index(0, Column.NAME).data(Qt.ItemDataRole.ToolTipRole) == "<qt>&lt;img src=x&gt; &amp; Sons</qt>"
