"""What is given, asked and owed is kept, found, undone, and keeps itself in step."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from cardkeeper.errors import WrongInput
from cardkeeper.library import Changes, Kind, Library
from cardkeeper.model.people import Channel, Direction, Interaction
from cardkeeper.model.relationships import (
    Consent,
    Favour,
    FavourDirection,
    FavourKind,
    Handing,
    Introduction,
    IntroductionStage,
    Lead,
    LeadState,
    Matter,
    Need,
    NeedState,
    Occasion,
    Outcome,
    Promise,
    PromiseState,
    PutOff,
    Referral,
    ThankYou,
)
from tests.core.library.samples import TODAY, contact, dump

YESTERDAY = TODAY - timedelta(1)


@pytest.fixture
def three(library: Library) -> tuple[int, int, int]:
    """Ada, Ben and Cleo."""
    ada, ben, cleo = (library.people.save(contact(f"{name} Jones")) for name in ("Ada", "Ben", "Cleo"))
    return ada, ben, cleo


def test_a_promise_is_open_until_it_is_kept(library: Library, three: tuple[int, int, int]) -> None:
    ada, ben, _ = three
    plan = library.promises.save(Promise(ada, "send the plan", YESTERDAY, TODAY))
    library.promises.save(Promise(ben, "call his brother", YESTERDAY))
    assert [promise.text for promise in library.promises.open()] == ["send the plan", "call his brother"]
    assert library.people.rows()[0].open_loops == 1
    library.promises.save(replace(library.promises.get(plan), state=PromiseState.KEPT, closed_on=TODAY))
    assert library.history.can_undo == "Kept a promise to Ada Jones"
    assert [promise.text for promise in library.promises.open()] == ["call his brother"]
    assert not library.promises.of(ada)[0].open
    assert library.people.rows()[0].open_loops == 0


def test_people_are_found_by_what_they_need_and_what_was_promised(
    library: Library, three: tuple[int, int, int]
) -> None:
    ada, ben, cleo = three
    library.needs.save(Need(ada, "a structural engineer", YESTERDAY))
    library.promises.save(Promise(ben, "the acoustics report", TODAY))
    library.referrals.save(Referral(ada, None, cleo, TODAY, "pumps for Varberg"))
    library.introductions.save(Introduction(ben, cleo, "a survey", TODAY))
    assert library.people.find("structural") == (ada,)
    assert library.people.find("acoustics") == (ben,)
    assert set(library.people.find("varberg")) == {ada, cleo}
    assert set(library.people.find("survey")) == {ben, cleo}
    assert library.people.rows()[0].needs == 1
    assert library.check().ok


def test_whoever_gave_a_referral_is_thanked_and_again_when_it_succeeds(
    library: Library, three: tuple[int, int, int]
) -> None:
    ada, _, cleo = three
    number = library.referrals.save(Referral(ada, None, cleo, YESTERDAY))
    (first,) = library.thanks.open()
    assert (first.contact_id, first.text, first.occasion) == (ada, "Cleo Jones", Occasion.RECEIVED)
    library.thanks.save(replace(first, paid_on=TODAY))
    assert library.thanks.open() == ()
    won = replace(library.referrals.get(number), outcome=Outcome.SUCCEEDED, outcome_on=TODAY)
    library.referrals.save(won)
    library.referrals.save(replace(won, told_on=TODAY))
    (second,) = library.thanks.open()
    assert (second.occasion, second.opened_on) == (Occasion.SUCCEEDED, TODAY)
    assert [favour.direction for favour in library.favours.of(ada)] == [FavourDirection.RECEIVED]


def test_one_that_came_to_nothing_is_thanked_for_once(library: Library, three: tuple[int, int, int]) -> None:
    ada, _, cleo = three
    number = library.referrals.save(Referral(ada, None, cleo, YESTERDAY))
    library.referrals.save(replace(library.referrals.get(number), outcome=Outcome.NOTHING, outcome_on=TODAY))
    assert len(library.thanks.open()) == 1


def test_a_referral_given_stands_in_the_ledger_once_it_is_handed_on(
    library: Library, three: tuple[int, int, int]
) -> None:
    ada, ben, cleo = three
    need = library.needs.save(Need(ben, "a builder", YESTERDAY))
    number = library.referrals.save(Referral(None, ben, ada, YESTERDAY, need_id=need))
    assert library.favours.all() == ()
    assert library.needs.get(need).state is NeedState.MATCHED
    assert library.needs.open() == ()
    agreed = replace(library.referrals.get(number), heads_up=Consent.AGREED, heads_up_on=TODAY, handed_on=TODAY)
    library.referrals.save(agreed)
    library.referrals.save(agreed)
    (favour,) = library.favours.of(ben)
    assert (favour.direction, favour.kind, favour.text) == (FavourDirection.GIVEN, FavourKind.REFERRAL, "Ada Jones")
    assert library.thanks.open() == ()
    assert library.referrals.of(cleo) == ()
    assert library.referrals.of(ada) == library.referrals.of(ben) == library.referrals.open() == (agreed,)
    library.referrals.save(replace(agreed, heads_up=Consent.DECLINED))
    assert library.needs.get(need).state is NeedState.OPEN


def test_a_lead_grows_into_a_referral_and_keeps_its_history(library: Library, three: tuple[int, int, int]) -> None:
    ada, _, cleo = three
    number = library.leads.save(Lead(Handing.RECEIVED, ada, "Clinic in Calau", YESTERDAY, "Calau"))
    assert [owed.kind for owed in library.thanks.open()] == [FavourKind.LEAD]
    grown = library.leads.grow(number, Referral(ada, None, cleo, TODAY))
    lead = library.leads.get(number)
    assert (lead.state, lead.referral_id, lead.happened_on) == (LeadState.REFERRAL, grown, YESTERDAY)
    assert library.referrals.get(grown).lead_id == number
    assert library.leads.open() == ()
    with pytest.raises(WrongInput, match="already"):
        library.leads.grow(number, Referral(ada, None, cleo, TODAY))
    library.history.undo()
    assert library.leads.get(number).open
    assert library.referrals.all() == ()


def test_an_introduction_asks_either_side_first_and_is_given_to_both(
    library: Library, three: tuple[int, int, int]
) -> None:
    ada, ben, _ = three
    need = library.needs.save(Need(ada, "a surveyor", YESTERDAY))
    one = Introduction(ada, ben, "a survey", TODAY, need_id=need)
    one = replace(one, id=library.introductions.save(one))
    stages = [one.stage]
    for change in (
        {"second": Consent.ASKED, "second_on": TODAY},
        {"second": Consent.AGREED},
        {"first": Consent.AGREED, "first_on": TODAY},
        {"sent_on": TODAY},
        {"met_on": TODAY},
        {"thanked_on": TODAY},
    ):
        one = replace(one, **change)
        library.introductions.save(one)
        stages.append(library.introductions.get(one.id).stage)
    assert stages == [
        IntroductionStage.TO_ASK,
        IntroductionStage.FIRST_ASKED,
        IntroductionStage.FIRST_AGREED,
        IntroductionStage.BOTH_AGREED,
        IntroductionStage.SENT,
        IntroductionStage.MET,
        IntroductionStage.THANKED,
    ]
    assert [favour.text for favour in (*library.favours.of(ada), *library.favours.of(ben))] == [
        "Ben Jones",
        "Ada Jones",
    ]
    assert library.needs.get(need).state is NeedState.CLOSED
    assert library.introductions.open() == ()


def test_a_favour_that_was_asked_for_is_thanked_for_when_it_was_done(
    library: Library, three: tuple[int, int, int]
) -> None:
    ada, _, _ = three
    asked = Favour(ada, FavourDirection.ASKED, FavourKind.ADVICE, YESTERDAY, "on patents")
    number = library.favours.save(asked)
    assert library.thanks.open() == ()
    assert library.favours.open() == (replace(asked, id=number),)
    library.favours.save(replace(asked, id=number, granted_on=TODAY))
    assert [(owed.text, owed.opened_on) for owed in library.thanks.open()] == [("on patents", TODAY)]
    assert library.favours.open() == ()


def test_whoever_waits_for_a_call_back_waits_until_the_next_talk(library: Library, three: tuple[int, int, int]) -> None:
    ada, _, _ = three
    library.log.add(Interaction(ada, YESTERDAY, Channel.CALL, Direction.THEIRS, "left a message", call_back=True))
    library.log.add(Interaction(ada, TODAY, Channel.NOTE, text="back from Rome"))
    assert [entry.text for entry in library.log.open()] == ["left a message"]
    library.log.add(Interaction(ada, TODAY, Channel.CALL))
    assert library.log.open() == ()
    library.history.undo()
    assert len(library.log.open()) == 1
    assert library.people.rows()[0].they_called == 1


def test_what_is_put_off_comes_up_again_on_its_day(library: Library, three: tuple[int, int, int]) -> None:
    ada, _, _ = three
    until = TODAY + timedelta(3)
    library.put_offs.save(PutOff(ada, Matter.LOSING_TOUCH, 0, until, TODAY))
    library.put_offs.save(PutOff(ada, Matter.LOSING_TOUCH, 0, until + timedelta(1), TODAY, "on leave"))
    (held,) = library.put_offs.holding(until)
    assert held.reason == "on leave"
    assert library.put_offs.holding(until + timedelta(1)) == ()
    library.put_offs.delete(held.id)
    assert library.put_offs.of(ada) == ()


def test_a_person_who_is_removed_takes_along_what_was_between_you_and_comes_back_with_it(
    library: Library, three: tuple[int, int, int]
) -> None:
    ada, ben, cleo = three
    library.promises.save(Promise(ada, "send the plan", TODAY))
    first = library.referrals.save(Referral(ada, None, ben, YESTERDAY))
    library.referrals.save(Referral(ben, None, cleo, TODAY, parent_id=first))
    library.introductions.save(Introduction(ada, cleo, "pumps", TODAY))
    before = dump(library)
    library.people.delete(ada)
    assert library.promises.open() == ()
    assert [referral.parent_id for referral in library.referrals.all()] == [None]
    assert library.check().ok
    library.history.undo()
    assert dump(library) == before


def test_what_makes_no_sense_is_refused(library: Library, three: tuple[int, int, int]) -> None:
    ada, ben, cleo = three
    before = dump(library)
    for wrong in (
        lambda: library.referrals.save(Referral(None, None, ada, TODAY)),
        lambda: library.referrals.save(Referral(ada, ben, cleo, TODAY)),
        lambda: library.referrals.save(Referral(ada, None, ada, TODAY)),
        lambda: library.introductions.save(Introduction(ada, ada, "why", TODAY)),
        lambda: library.promises.save(Promise(4711, "x", TODAY)),
        lambda: library.promises.save(Promise(ada, "x", TODAY, id=4711)),
        lambda: library.needs.get(4711),
        lambda: library.leads.get(4711),
        lambda: library.favours.get(4711),
        lambda: library.thanks.delete(4711),
        lambda: library.introductions.get(4711),
        lambda: library.put_offs.delete(4711),
    ):
        with pytest.raises(WrongInput):
            wrong()
    assert dump(library) == before


def test_what_can_be_added_can_be_removed(library: Library, three: tuple[int, int, int]) -> None:
    ada, ben, cleo = three
    before = dump(library)
    library.promises.delete(library.promises.save(Promise(ada, "x", TODAY)))
    library.needs.delete(library.needs.save(Need(ada, "x", TODAY)))
    library.leads.delete(library.leads.save(Lead(Handing.GIVEN, ada, "x", TODAY)))
    library.referrals.delete(library.referrals.save(Referral(None, ben, cleo, TODAY)))
    library.introductions.delete(library.introductions.save(Introduction(ada, ben, "x", TODAY)))
    library.thanks.delete(library.thanks.save(ThankYou(ada, Occasion.RECEIVED, "x", FavourKind.HELP, TODAY)))
    for favour in library.favours.all():
        library.favours.delete(favour.id)
    assert dump(library) == before


def test_the_kinds_of_change_are_told(library: Library, three: tuple[int, int, int]) -> None:
    ada, _, cleo = three
    told: list[Changes] = []
    library.subscribe(told.append)
    library.referrals.save(Referral(ada, None, cleo, TODAY))
    assert told[0] == Changes(
        "Noted that Ada Jones referred Cleo Jones", frozenset({Kind.REFERRALS, Kind.FAVOURS, Kind.THANKS})
    )
