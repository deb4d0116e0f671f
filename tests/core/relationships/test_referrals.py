"""A name and a number is a cold call: who was asked, would they know you, where it came from, what came of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from cardkeeper.errors import WrongInput
from cardkeeper.model.overview import PersonRow
from cardkeeper.model.relationships import Consent, Outcome, Referral
from cardkeeper.relationships import referrals

TODAY = date(2026, 11, 19)
GIVEN = Referral(None, 2, 3, TODAY, id=1)
RECEIVED = Referral(2, None, 3, TODAY, id=1)


def test_details_are_handed_on_only_after_the_prospect_was_asked_and_agreed() -> None:
    with pytest.raises(WrongInput, match="until they agree"):
        referrals.hand_on(GIVEN, TODAY)
    with pytest.raises(WrongInput, match="until they agree"):
        referrals.hand_on(referrals.ask(GIVEN, TODAY), TODAY)
    agreed = referrals.confirm(referrals.ask(GIVEN, TODAY), TODAY)
    assert referrals.hand_on(agreed, TODAY).handed_on == TODAY


def test_a_referral_received_is_cold_until_the_source_confirms() -> None:
    assert RECEIVED.cold
    asked = referrals.ask(RECEIVED, TODAY)
    assert asked.cold
    assert referrals.due(asked) == TODAY + referrals.ANSWER_AFTER
    confirmed = referrals.confirm(asked, TODAY)
    assert not confirmed.cold
    assert referrals.outcome_words(confirmed, TODAY) == "expects the call"


def test_one_who_would_rather_not_is_not_named() -> None:
    declined = referrals.confirm(GIVEN, TODAY, agrees=False)
    assert not declined.open
    assert referrals.due(declined) is None
    with pytest.raises(WrongInput):
        referrals.hand_on(declined, TODAY)


def test_the_source_is_told_what_came_of_it() -> None:
    with pytest.raises(WrongInput, match="what came of it"):
        referrals.told(RECEIVED, TODAY)
    ended = referrals.conclude(RECEIVED, Outcome.SUCCEEDED, "became a client", TODAY)
    assert referrals.due(ended) == TODAY
    assert referrals.outcome_words(ended, TODAY) == "succeeded today: became a client"
    assert referrals.due(referrals.told(ended, TODAY)) is None
    reopened = referrals.conclude(ended, Outcome.OPEN, "", TODAY)
    assert (reopened.outcome_on, reopened.told_on) == (None, None)


@pytest.mark.parametrize(
    ("met", "last", "called", "thin"),
    [(1, 1, 0, True), (3, 9, 0, False), (3, 800, 0, True), (0, None, 0, True), (1, 30, 2, False), (5, 500, 2, True)],
)
def test_whether_they_would_know_me_is_told_by_facts(met: int, last: int | None, called: int, thin: bool) -> None:
    on = None if last is None else TODAY - timedelta(last)
    person = PersonRow(3, "Bobby Perry", last_talked=on, met_times=met, they_called=called)
    knowing = referrals.would_they_know(person, TODAY)
    assert knowing.thin is thin
    assert bool(knowing.warning) is thin


def test_a_thin_tie_says_what_to_do() -> None:
    person = PersonRow(3, "Bobby Perry", last_talked=TODAY - timedelta(1), met_times=1)
    knowing = referrals.would_they_know(person, TODAY)
    assert knowing.facts == "You met once and last talked yesterday."
    assert knowing.warning == "Call Bobby Perry first, so that nobody gets a cold call."


def family() -> list[Referral]:
    """Clelia (1) → Theodor (2) → Shane (3) → Kacper (4) and Ria (5); Clelia → Miranda (6)."""
    first = Referral(1, None, 2, TODAY - timedelta(90), id=1)
    second = Referral(2, None, 3, TODAY - timedelta(60), id=2, parent_id=1)
    third = Referral(3, None, 4, TODAY - timedelta(30), id=3, parent_id=2)
    fourth = Referral(3, None, 5, TODAY - timedelta(20), id=4, parent_id=2, outcome=Outcome.NOTHING)
    return [fourth, third, second, first, Referral(1, None, 6, TODAY, id=5)]


def test_a_chain_leads_to_its_source_over_any_number_of_stages() -> None:
    every = family()
    assert [each.id for each in referrals.chain(every[0], every)] == [1, 2, 4]


def test_a_source_has_a_tree_with_what_came_of_it() -> None:
    tree = referrals.tree_of(1, family())
    assert [node.referral.id for node in tree] == [1, 5]
    assert [node.referral.id for node in tree[0].children[0].children] == [3, 4]
    assert [each.outcome for each in referrals.everyone_in(tree)].count(Outcome.NOTHING) == 1
    assert [each.id for each in referrals.everyone_in(referrals.tree_of(2, family()))] == [2, 3, 4]


def test_a_circle_is_followed_once() -> None:
    first, second = replace(RECEIVED, id=1, parent_id=2), replace(RECEIVED, id=2, parent_id=1)
    assert [each.id for each in referrals.chain(first, [first, second])] == [2, 1]
    assert len(referrals.everyone_in(referrals.tree_of(2, [first, second]))) <= 2


def test_nothing_is_asked_twice_or_after_the_end() -> None:
    agreed = replace(GIVEN, heads_up=Consent.AGREED)
    with pytest.raises(WrongInput):
        referrals.ask(agreed, TODAY)
    with pytest.raises(WrongInput):
        referrals.hand_on(RECEIVED, TODAY)
    with pytest.raises(WrongInput):
        referrals.confirm(replace(GIVEN, outcome=Outcome.NOTHING), TODAY)
