"""One sitting of reviews: the order of its cards, how each stands, and how long the rest may take."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cardkeeper.library import Library
from cardkeeper.model.people import (
    Contact,
    Encounter,
    Event,
    FollowUp,
    FollowUpKind,
    MetContext,
    NextStep,
    Position,
    Stage,
)
from tests.ui.lived_in import NOW, TODAY, before
from tests.ui.waiting_cards import BOBBY, Drop, renamed
from ui.review.header import Pace
from ui.review.known import Difference, differences, met_words
from ui.review.options import marked, shortened
from ui.review.sitting import Sitting, Standing
from ui.review.step import WeekLoad


@pytest.fixture
def drop(library: Library) -> Drop:
    drop = Drop(library)
    for name in ("Anna", "Berta", "Clara"):
        drop.add(renamed(BOBBY, name))
    return drop


def sitting_of(library: Library) -> Sitting:
    sitting = Sitting()
    sitting.take(library.cards.inbox(), {})
    return sitting


def test_cards_come_in_the_order_of_the_inbox_and_new_ones_at_the_end(library: Library, drop: Drop) -> None:
    sitting = sitting_of(library)
    first, second, third = sitting.ids()
    new = drop.add(renamed(BOBBY, "Dora"))
    sitting.take(library.cards.inbox(), {})
    assert sitting.ids() == (first, second, third, new.id)
    assert sitting.place(second) == 2
    assert sitting.first() == first


def test_what_is_put_off_comes_after_all_that_waits(library: Library, drop: Drop) -> None:
    assert drop.batch_id
    sitting = sitting_of(library)
    first, second, third = sitting.ids()
    sitting.put_off(first)
    assert sitting.after_done(first) == second
    sitting.put_off(second)
    assert sitting.after_done(second) == third
    sitting.put_off(third)
    assert sitting.after_done(third) == first


def test_a_finished_card_stays_in_sight_and_waits_again_when_it_comes_back(library: Library, drop: Drop) -> None:
    assert drop.batch_id
    sitting = sitting_of(library)
    first, second, _ = sitting.ids()
    library.cards.skip(first, "a menu")
    sitting.take(library.cards.inbox(), {first: library.cards.get(first)})
    entry = sitting.entry(first)
    assert entry is not None
    assert entry.standing is Standing.SKIPPED
    assert sitting.neighbour(second, -1) == 0
    library.history.undo()
    sitting.take(library.cards.inbox(), {})
    assert sitting.neighbour(second, -1) == first


def test_a_card_that_is_gone_leaves_the_sitting(library: Library, drop: Drop) -> None:
    assert drop.batch_id
    sitting = sitting_of(library)
    first, second, third = sitting.ids()
    sitting.take(library.cards.inbox()[1:], {})
    assert sitting.ids() == (second, third)
    assert sitting.place(first) == 0


def test_the_time_that_is_left_is_told_once_it_can_be_known() -> None:
    pace = Pace()
    pace.begin(NOW)
    for number in range(1, 5):
        assert (pace.words(30) == "") is (number <= 3)
        pace.done(NOW + number * timedelta(seconds=12))
    assert pace.words(30) == "About 6 minutes left"
    assert pace.words(2) == "Less than a minute left"
    pace.done(NOW + timedelta(hours=2))
    assert pace.words(30) == "About 6 minutes left"


def test_a_week_that_is_full_says_so(library: Library) -> None:
    contact_id = library.people.save(Contact("Norma R. Jones"))
    for kind in (FollowUpKind.COFFEE, FollowUpKind.WALK, FollowUpKind.CALL):
        library.follow_ups.save(FollowUp(contact_id, kind, Stage.TO_INVITE, TODAY, TODAY))
    load = WeekLoad()
    load.load(library.follow_ups.agenda())
    coffee = NextStep(FollowUpKind.COFFEE, TODAY)
    assert load.words(coffee, TODAY, 10) == "It will be meeting 3 of 10 this week."
    assert load.words(coffee, TODAY, 2) == "This week has 2 meetings already: it will wait."
    assert load.words(NextStep(FollowUpKind.CALL, TODAY), TODAY, 2) == ""
    later = NextStep(FollowUpKind.COFFEE, TODAY + timedelta(days=7))
    assert load.words(later, TODAY, 10) == "It will be meeting 1 of 10 that week."


def test_only_what_a_card_changes_about_somebody_is_told() -> None:
    known = Contact("Rebecca Baxter", (Position("Broker", company="Lindgate"),), emails=("r@example.org",))
    merged = Contact(
        "Rebecca Baxter", (Position("Broker", company="Prismworks"),), emails=("new@example.org", "r@example.org")
    )
    assert differences(known, known) == ()
    assert differences(known, merged) == (
        Difference("Job", "Broker, Lindgate", "Broker, Prismworks"),
        Difference("E-mail", "r@example.org", "new@example.org"),
    )


def test_when_somebody_was_met_is_told_as_far_as_it_is_known() -> None:
    def words(context: MetContext) -> str:
        return met_words([Encounter(1, context)], TODAY)

    assert words(MetContext(Event("Housing Forum").name, before(10))) == "You met on 9 November: Housing Forum."
    assert words(MetContext(on=before(10))) == "You met on 9 November."
    assert words(MetContext(place="Stuttgart")) == "You met: Stuttgart."
    assert met_words([], TODAY) == ""


def test_what_differs_between_two_texts_is_marked_and_kept_in_sight() -> None:
    pieces = marked("rebeccabaxter4@example.org", "rebeccabaxterA@example.org")
    assert pieces == [("rebeccabaxter", False), ("4", True), ("@example.org", False)]
    assert shortened(pieces)[0] == ("…cabaxter", False)
    assert marked("anything", "") == [("anything", False)]
