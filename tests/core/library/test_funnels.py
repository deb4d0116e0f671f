"""What came of an event is counted from what happened with the people who were met there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from cardkeeper.library import Library
from cardkeeper.model.overview import EventFunnel
from cardkeeper.model.people import (
    Channel,
    Contact,
    Encounter,
    Event,
    FollowUp,
    FollowUpKind,
    Interaction,
    MetContext,
    Stage,
)
from cardkeeper.model.relationships import Outcome, Referral
from tests.core.library.samples import BREAKFAST, TODAY, drop

BREAKFAST_EVENT = Event("Founders’ Breakfast", date(2026, 11, 18), "Rotunda", Decimal("25.00"))


def meet(library: Library, event_id: int, name: str, stage: Stage | None = None, asked: int = 0) -> int:
    who = library.people.save(Contact(name))
    library.people.save_encounter(Encounter(who, MetContext(), event_id))
    if stage:
        library.follow_ups.save(FollowUp(who, FollowUpKind.COFFEE, stage, TODAY, TODAY, asked=asked))
    return who


def test_each_step_of_the_way_is_counted(library: Library) -> None:
    event = library.events.save(BREAKFAST_EVENT)
    meet(library, event, "No step")
    meet(library, event, "To invite", Stage.TO_INVITE)
    meet(library, event, "Invited", Stage.INVITED, 1)
    meet(library, event, "Booked", Stage.BOOKED, 1)
    meet(library, event, "Dropped after two asks", Stage.DROPPED, 2)
    met = meet(library, event, "Met", Stage.MET, 1)
    called = meet(library, event, "Called", Stage.TO_INVITE)
    library.log.add(Interaction(called, TODAY, Channel.CALL))
    other = library.people.save(Contact("Prospect"))
    referral = Referral(met, None, other, TODAY)
    library.referrals.save(referral)
    second = library.people.save(Contact("Another"))
    library.referrals.save(replace(referral, prospect_id=second, outcome=Outcome.SUCCEEDED, outcome_on=TODAY))
    drop(library, "Waits In The Inbox", context=BREAKFAST)
    (funnel,) = library.events.funnels()
    assert funnel == EventFunnel(
        replace(BREAKFAST_EVENT, id=event),
        waiting=1, reviewed=7, invited=4, booked=1, met=2, referrals=2, succeeded=1, to_invite=2, no_step=1,
    )  # fmt: skip
    assert (funnel.cards, funnel.left) == (8, 4)
    assert len(library.events.people(event)) == 7


def test_an_event_where_nobody_was_met_stands_with_nothing(library: Library) -> None:
    library.events.save(Event("Empty"))
    (funnel,) = library.events.funnels()
    assert (funnel.cards, funnel.left, funnel.referrals) == (0, 0, 0)


def test_a_talk_at_the_event_itself_is_no_meeting_after_it(library: Library) -> None:
    event = library.events.save(BREAKFAST_EVENT)
    who = meet(library, event, "Ada")
    library.log.add(Interaction(who, date(2026, 11, 18), Channel.MEETING))
    assert library.events.funnels()[0].met == 0
    library.log.add(Interaction(who, TODAY + timedelta(days=1), Channel.MEETING))
    assert library.events.funnels()[0].met == 1


def test_an_event_that_is_removed_leaves_its_name_with_the_people(library: Library) -> None:
    event = library.events.save(BREAKFAST_EVENT)
    who = meet(library, event, "Ada")
    library.events.delete(replace(BREAKFAST_EVENT, id=event))
    assert library.events.all() == ()
    assert library.people.encounters(who)[0].context.event == "Founders’ Breakfast"
    assert library.people.encounters(who)[0].context.on == date(2026, 11, 18)
    library.history.undo()
    assert library.events.people(event) == (who,)
