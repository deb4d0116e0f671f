"""Who is hardly known is told by facts, and each gets one step that fits what is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from cardkeeper.model.overview import PersonRow
from cardkeeper.model.people import FollowUp, FollowUpKind, MetContext, Stage
from cardkeeper.relationships.knowing import hardly_known, what_to_do

TODAY = date(2026, 11, 19)
LONG = TODAY - timedelta(days=400)
MET_ONCE = PersonRow(1, "Chris Riddle", email="c@example.org", met=MetContext(on=LONG), met_times=1)
PLANNED = FollowUp(1, FollowUpKind.COFFEE, Stage.TO_INVITE, TODAY, TODAY)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (MET_ONCE, "Call, and ask what they do: you met once, 1 year ago."),
        (replace(MET_ONCE, last_talked=LONG), "Check in and ask what they need: you talked 1 year ago."),
        (replace(MET_ONCE, next_step=PLANNED), "Something is planned: ask what they need when you talk."),
        (replace(MET_ONCE, met=MetContext("Fair")), "Call, and ask what they do: you met once."),
        (replace(MET_ONCE, met=MetContext(), met_times=0), "Invite them: you never met."),
        (
            PersonRow(1, "Nobody"),
            "You never met, and no way to reach them is known: find one, or let them go.",
        ),
    ],
)
def test_each_gets_one_step_that_fits(row: PersonRow, said: str) -> None:
    assert what_to_do(row, TODAY) == said


@pytest.mark.parametrize(
    "row",
    [
        replace(MET_ONCE, met_times=2),
        replace(MET_ONCE, needs=1),
        replace(MET_ONCE, remembered=1),
        replace(MET_ONCE, last_talked=TODAY - timedelta(days=89)),
        replace(MET_ONCE, met=MetContext(on=TODAY)),
    ],
)
def test_whoever_one_knows_something_of_is_no_stranger(row: PersonRow) -> None:
    assert not hardly_known(row, TODAY)
    assert what_to_do(row, TODAY) == ""
