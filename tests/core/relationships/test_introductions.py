"""Both sides are asked first, whichever comes first; then one mail to both, and a week later: did you two talk?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from cardkeeper.errors import WrongInput
from cardkeeper.model.relationships import Consent, Introduction, IntroductionStage
from cardkeeper.relationships import introductions

TODAY = date(2026, 11, 19)
WEEK = timedelta(days=7)


def begun() -> Introduction:
    return introductions.begin(1, 2, "Both build boats", TODAY)


@pytest.mark.parametrize("order", [(1, 2), (2, 1)])
def test_either_side_may_be_asked_first(order: tuple[int, int]) -> None:
    one, stages = begun(), []
    for side in order:
        one = introductions.ask(one, side, TODAY)
        stages.append(one.stage)
        one = introductions.answer(one, side, TODAY, agrees=True)
        stages.append(one.stage)
    stage = IntroductionStage
    assert stages == [stage.FIRST_ASKED, stage.FIRST_AGREED, stage.FIRST_AGREED, stage.BOTH_AGREED]
    one = introductions.send(one, TODAY)
    one = introductions.talked(one, TODAY + WEEK)
    assert introductions.thank(one, TODAY + WEEK).stage is stage.THANKED


def test_nothing_is_sent_before_both_have_agreed() -> None:
    one = introductions.answer(begun(), 1, TODAY, agrees=True)
    with pytest.raises(WrongInput, match="once both have agreed"):
        introductions.send(one, TODAY)
    assert introductions.next_to_ask(one) == 2


def test_one_who_would_rather_not_ends_it() -> None:
    one = introductions.answer(begun(), 2, TODAY, agrees=False)
    assert one.stage is IntroductionStage.DECLINED
    assert not one.open
    assert introductions.due(one) is None
    with pytest.raises(WrongInput):
        introductions.ask(one, 1, TODAY)


def test_who_was_asked_is_told_that_it_is_off_and_who_was_not_hears_nothing() -> None:
    asked = introductions.ask(begun(), 1, TODAY)
    declined = introductions.answer(asked, 2, TODAY + WEEK, agrees=False)
    assert (declined.to_tell, introductions.due(declined)) == (1, TODAY + WEEK)
    told = introductions.call_off(declined, TODAY + WEEK)
    assert told.stage is IntroductionStage.DECLINED
    assert (told.to_tell, introductions.due(told)) == (None, None)
    with pytest.raises(WrongInput):
        introductions.call_off(told, TODAY + WEEK)


def test_after_a_week_one_asks_whether_they_talked_and_a_week_later_again() -> None:
    one = begun()
    for side in (1, 2):
        one = introductions.answer(one, side, TODAY, agrees=True)
    one = introductions.send(one, TODAY)
    assert introductions.due(one) == TODAY + WEEK
    one = introductions.asked_whether_they_talked(one, TODAY + WEEK)
    assert introductions.due(one) == TODAY + 2 * WEEK


def test_an_answer_may_take_some_days() -> None:
    one = introductions.ask(begun(), 1, TODAY)
    assert introductions.due(one) == TODAY + introductions.ANSWER_AFTER
    one = introductions.answer(one, 1, TODAY + timedelta(1), agrees=True)
    assert introductions.due(one) == TODAY + timedelta(1)


def test_what_makes_no_sense_is_refused() -> None:
    one = begun()
    wrongs: tuple[Callable[[], Introduction], ...] = (
        lambda: introductions.begin(1, 1, "why", TODAY),
        lambda: introductions.begin(1, 2, " ", TODAY),
        lambda: introductions.ask(one, 3, TODAY),
        lambda: introductions.talked(one, TODAY),
        lambda: introductions.thank(one, TODAY),
        lambda: introductions.drop(one, " ", TODAY),
        lambda: introductions.ask(introductions.answer(one, 1, TODAY, agrees=True), 1, TODAY),
    )
    for wrong in wrongs:
        with pytest.raises(WrongInput):
            wrong()


def test_asked_again_counts_as_asked() -> None:
    one = introductions.ask(introductions.ask(begun(), 1, TODAY), 1, TODAY + WEEK)
    assert (one.first, one.first_on) == (Consent.ASKED, TODAY + WEEK)
