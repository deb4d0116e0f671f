"""A next step goes its way, and every move that means something leaves a line in the log."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cardkeeper.errors import WrongInput
from cardkeeper.model.people import Channel, FollowUp, FollowUpKind, NextStep, Stage
from cardkeeper.relationships import followups

TODAY = date(2026, 11, 19)  # a Thursday
FRIDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 23)
COFFEE = followups.begin(7, NextStep(FollowUpKind.COFFEE, FRIDAY), TODAY)


def at(stage: Stage, kind: FollowUpKind = FollowUpKind.COFFEE, due: date | None = TODAY) -> FollowUp:
    return FollowUp(7, kind, stage, due, TODAY, id=3)


class TestBeginning:
    @pytest.mark.parametrize(
        ("kind", "stage"),
        [
            (FollowUpKind.COFFEE, Stage.TO_INVITE),
            (FollowUpKind.NEXT_EVENT, Stage.TO_INVITE),
            (FollowUpKind.CALL, Stage.TO_CALL),
            (FollowUpKind.NOTE, Stage.TO_SEND),
        ],
    )
    def test_each_kind_has_its_first_stage(self, kind: FollowUpKind, stage: Stage) -> None:
        assert followups.begin(7, NextStep(kind, FRIDAY), TODAY) == FollowUp(7, kind, stage, FRIDAY, TODAY)

    def test_none_on_purpose_keeps_its_reason(self) -> None:
        begun = followups.begin(7, NextStep(FollowUpKind.NONE, reason=" A competitor "), TODAY)
        assert (begun.stage, begun.reason, begun.open, begun.due) == (Stage.NONE, "A competitor", False, None)

    @pytest.mark.parametrize("step", [NextStep(FollowUpKind.NONE, reason=" "), NextStep(FollowUpKind.COFFEE)])
    def test_nothing_is_left_open(self, step: NextStep) -> None:
        with pytest.raises(WrongInput):
            followups.begin(7, step, TODAY)


class TestMoving:
    def test_the_whole_way_of_a_coffee(self) -> None:
        step, said = COFFEE, []
        for stage in (Stage.INVITED, Stage.BOOKED, Stage.MET, Stage.THANKED):
            assert followups.moves(step)[0] is stage
            moved = followups.advance(step, stage, TODAY)
            step = moved.follow_up
            said.append(moved.happened.text if moved.happened else "")
        assert said == ["Invited to coffee", "", "Met over coffee", "Said thanks"]
        assert (step.open, step.due) == (False, None)

    @pytest.mark.parametrize(
        ("kind", "way"),
        [
            (FollowUpKind.CALL, [Stage.TALKED, Stage.THANKED]),
            (FollowUpKind.NOTE, [Stage.SENT]),
        ],
    )
    def test_the_whole_way_of_the_others(self, kind: FollowUpKind, way: list[Stage]) -> None:
        step = followups.begin(7, NextStep(kind, FRIDAY), TODAY)
        for stage in way:
            step = followups.advance(step, stage, TODAY).follow_up
        assert not step.open
        assert followups.moves(step) == ()

    def test_an_invite_without_an_answer_comes_up_in_a_week(self) -> None:
        assert followups.advance(COFFEE, Stage.INVITED, TODAY).follow_up.due == date(2026, 11, 26)

    def test_a_booked_meeting_comes_up_on_its_day(self) -> None:
        moved = followups.advance(at(Stage.INVITED), Stage.BOOKED, TODAY, due=MONDAY)
        assert moved.follow_up.due == MONDAY

    def test_thanks_are_due_on_the_next_working_day(self) -> None:
        assert followups.advance(at(Stage.BOOKED), Stage.MET, FRIDAY).follow_up.due == MONDAY

    def test_what_happened_may_be_told_in_own_words(self) -> None:
        moved = followups.advance(COFFEE, Stage.INVITED, TODAY, text="Rang her", channel=Channel.CALL)
        assert moved.happened is not None
        assert (moved.happened.text, moved.happened.channel, moved.happened.on) == ("Rang her", Channel.CALL, TODAY)

    def test_people_also_meet_by_chance(self) -> None:
        assert followups.advance(COFFEE, Stage.MET, TODAY).follow_up.stage is Stage.MET

    def test_what_fell_through_may_be_asked_anew(self) -> None:
        again = followups.advance(at(Stage.BOOKED), Stage.TO_INVITE, TODAY)
        assert (again.follow_up.stage, again.happened) == (Stage.TO_INVITE, None)

    @pytest.mark.parametrize("kind", [kind for kind in FollowUpKind if kind.is_meeting])
    def test_every_form_of_meeting_has_its_words(self, kind: FollowUpKind) -> None:
        invited = followups.advance(at(Stage.TO_INVITE, kind), Stage.INVITED, TODAY).happened
        met = followups.advance(at(Stage.BOOKED, kind), Stage.MET, TODAY).happened
        assert invited is not None
        assert met is not None
        assert len(invited.text.split()) > 1
        assert len(met.text.split()) > 1

    @pytest.mark.parametrize(
        ("step", "stage"),
        [
            (at(Stage.MET), Stage.INVITED),
            (at(Stage.THANKED), Stage.MET),
            (at(Stage.TO_INVITE), Stage.TALKED),
            (at(Stage.TO_INVITE), Stage.DROPPED),
            (at(Stage.TO_CALL, FollowUpKind.CALL), Stage.MET),
        ],
    )
    def test_other_moves_are_refused_in_words(self, step: FollowUp, stage: Stage) -> None:
        with pytest.raises(WrongInput, match=followups.stage_words(stage)):
            followups.advance(step, stage, TODAY)

    def test_every_stage_has_a_word(self) -> None:
        assert len({followups.stage_words(stage) for stage in Stage}) == len(Stage)


class TestLater:
    def test_snoozing_counts_from_the_day_it_would_come_up(self) -> None:
        assert followups.snooze(COFFEE, TODAY).due == MONDAY  # Friday and a day is a Saturday
        overdue = replace(COFFEE, due=date(2026, 11, 2))
        assert followups.snooze(overdue, TODAY, days=4).due == MONDAY

    def test_until_a_day(self) -> None:
        snoozed = followups.snooze(COFFEE, TODAY, until=date(2026, 12, 5))
        assert (snoozed.due, snoozed.moved_on, snoozed.stage) == (date(2026, 12, 5), TODAY, Stage.TO_INVITE)

    def test_not_into_the_past(self) -> None:
        with pytest.raises(WrongInput):
            followups.snooze(COFFEE, TODAY, until=TODAY)

    def test_dropping_needs_a_reason(self) -> None:
        dropped = followups.drop(COFFEE, " Moved away ", TODAY)
        assert (dropped.stage, dropped.reason, dropped.open) == (Stage.DROPPED, "Moved away", False)
        with pytest.raises(WrongInput):
            followups.drop(COFFEE, "  ", TODAY)

    def test_what_is_over_stays_over(self) -> None:
        with pytest.raises(WrongInput):
            followups.drop(at(Stage.THANKED), "No", TODAY)
        with pytest.raises(WrongInput):
            followups.snooze(at(Stage.THANKED), TODAY)

    def test_a_coffee_may_become_a_call(self) -> None:
        changed = followups.change(at(Stage.INVITED), NextStep(FollowUpKind.CALL, MONDAY), TODAY)
        assert changed == FollowUp(7, FollowUpKind.CALL, Stage.TO_CALL, MONDAY, TODAY, id=3)

    def test_another_day_keeps_the_stage(self) -> None:
        changed = followups.change(at(Stage.INVITED), NextStep(FollowUpKind.COFFEE, MONDAY), TODAY)
        assert (changed.stage, changed.due) == (Stage.INVITED, MONDAY)
