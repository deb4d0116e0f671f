"""Ctrl+Z undoes anything: exactly, also after a restart, and redo brings it back."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from cardkeeper.errors import WrongInput
from cardkeeper.library import Changes, Kind, Library
from cardkeeper.library.undo_log import STEPS_KEPT
from cardkeeper.model.people import (
    Channel,
    Encounter,
    Event,
    FollowUp,
    FollowUpKind,
    Interaction,
    MetContext,
    Stage,
    Tier,
)
from tests.core.library.samples import BREAKFAST, TODAY, accepted, clock, contact, drop, dump, read_card, scan

TEN = [f"{first} Jones" for first in ("Ada", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hal", "Ida", "Jo")]


def test_undo_after_accepting_ten_cards_restores_the_inbox_and_redo_brings_them_back(library: Library) -> None:
    cards = drop(library, *TEN)
    before, inbox = dump(library), library.cards.inbox()
    for card, name in zip(cards, TEN, strict=True):
        library.cards.accept(card, accepted(name))
    after = dump(library)
    assert library.cards.inbox() == ()

    for name in reversed(TEN):
        assert library.history.can_undo == f"Accepted {name}"
        library.history.undo()
    assert dump(library) == before
    assert library.cards.inbox() == inbox

    for name in TEN:
        assert library.history.can_redo == f"Accepted {name}"
        library.history.redo()
    assert dump(library) == after


def test_undo_and_redo_outlast_a_restart(tmp_path: Path) -> None:
    with Library.open(tmp_path, now=clock) as library:
        cards = drop(library, *TEN)
        before = dump(library)
        for card, name in zip(cards, TEN, strict=True):
            library.cards.accept(card, accepted(name))
        after = dump(library)
    with Library.open(tmp_path, now=clock) as library:
        for _ in TEN:
            library.history.undo()
        assert dump(library) == before
    with Library.open(tmp_path, now=clock) as library:
        for _ in TEN:
            library.history.redo()
        assert dump(library) == after
        assert library.history.redo() is None


def somebody(library: Library, choice: random.Random) -> int:
    return choice.choice([row.id for row in library.people.rows()])


def add(library: Library, choice: random.Random) -> None:
    library.people.save(contact(f"{choice.choice(TEN)} O'Neil \"{choice.random()}\"; -- ' 山田", tier=None))


def edit(library: Library, choice: random.Random) -> None:
    person = library.people.get(somebody(library, choice))
    library.people.save(
        replace(person, notes=person.notes + "\n'é'", emails=(*person.emails[:1], "x@y.example"), tier=Tier.A)
    )


def remove(library: Library, choice: random.Random) -> None:
    if len(library.people.rows()) > 1:
        library.people.delete(somebody(library, choice))


def follow(library: Library, choice: random.Random) -> None:
    library.follow_ups.save(
        FollowUp(somebody(library, choice), FollowUpKind.CALL, Stage.TO_CALL, TODAY, TODAY, "because")
    )


def move(library: Library, _: random.Random) -> None:
    for item in library.follow_ups.agenda()[:1]:
        library.follow_ups.save(replace(item.follow_up, stage=Stage.DROPPED, due=None, reason="moved away"))


def talk(library: Library, choice: random.Random) -> None:
    library.log.add(Interaction(somebody(library, choice), TODAY, Channel.CALL, text="about solar roofs"))


def rename(library: Library, _: random.Random) -> None:
    for event in library.events.all()[:1]:
        library.events.save(replace(event, name=event.name + "!"))


def take(library: Library, choice: random.Random) -> None:
    cards = drop(library, choice.choice(TEN), first_scan=choice.randrange(10**9))
    library.cards.accept(cards[0], accepted())


def correct(library: Library, choice: random.Random) -> None:
    for card in library.cards.inbox()[:1]:
        value = card.draft.values[0].typed(f"name {choice.random()}")
        library.cards.save_draft(card.id, replace(card.draft, values=(value, *card.draft.values[1:])))


@pytest.mark.parametrize("seed", range(4))
def test_anything_done_can_be_undone_step_by_step_and_done_again(library: Library, seed: int) -> None:
    choice = random.Random(seed)
    ways: list[Callable[[Library, random.Random], None]] = [
        add, edit, remove, follow, move, talk, rename, take, correct,
    ]  # fmt: skip
    add(library, choice)
    drop(library, "Kay Lee")
    states = [dump(library)]
    for _ in range(30):
        choice.choice(ways)(library, choice)
        if dump(library) != states[-1]:
            states.append(dump(library))
    assert dump(library) == states.pop()
    while library.history.undo():
        if states and dump(library) == states[-1]:
            states.pop()
    assert states == []
    assert not any(dump(library).values())


@pytest.mark.parametrize("seed", range(2))
def test_redo_leads_through_the_same_states(library: Library, seed: int) -> None:
    choice = random.Random(seed + 100)
    add(library, choice)
    states = [dump(library)]
    for way in (take, edit, follow, talk, remove, add, edit, take, move, rename):
        way(library, choice)
        states.append(dump(library))
    while library.history.undo():
        pass
    seen = []
    while library.history.redo():
        seen.append(dump(library))
    assert [state for state in seen if state in states] == states


def test_a_new_change_forgets_what_was_undone(library: Library) -> None:
    library.people.save(contact("Ada Jones"))
    library.history.undo()
    library.people.save(contact("Ben Jones"))
    assert library.history.can_redo == ""
    assert library.history.redo() is None
    assert [row.name for row in library.people.rows()] == ["Ben Jones"]


def test_a_whole_drop_is_one_step_even_when_cards_are_accepted_while_it_is_read(library: Library) -> None:
    with library.transaction("Added 1 card", step="drop"):
        batch = library.cards.add_batch()
        library.cards.add_scan(batch, scan(1))
        first = library.cards.add_card(batch, scan(1).sha256, read_card("Ada Jones"))
    with library.transaction("Added 2 cards", step="drop"):
        library.cards.add_card(batch, scan(1).sha256, read_card("Ben Jones", number=2))
    library.cards.accept(first, accepted("Ada Jones"))
    with library.transaction("Added 3 cards", step="drop"):
        library.cards.add_card(batch, scan(1).sha256, read_card("Cleo Jones", number=3))
    full = dump(library)

    assert library.history.can_undo == "Accepted Ada Jones"
    library.history.undo()
    assert len(library.cards.inbox()) == 3
    assert library.history.can_undo == "Added 3 cards"
    library.history.undo()
    assert not any(dump(library).values())
    library.history.redo()
    library.history.redo()
    assert dump(library) == full


def test_a_step_is_not_joined_across_another_that_touched_the_same_row(library: Library) -> None:
    person = replace(contact(), id=library.people.save(contact()))
    with library.transaction("Typed", step="typing"):
        library.people.save(replace(person, notes="one"))
    library.people.save(replace(person, notes="two"))
    with library.transaction("Typed", step="typing"):
        library.people.save(replace(person, notes="three"))
    for notes in ("two", "one", "Call before noon."):
        library.history.undo()
        assert library.people.get(person.id).notes == notes


def test_a_step_that_was_undone_is_not_joined(library: Library) -> None:
    with library.transaction("One", step="name"):
        library.events.save(Event("One"))
    library.history.undo()
    with library.transaction("Two", step="name"):
        library.events.save(Event("Two"))
    assert [event.name for event in library.events.all()] == ["Two"]
    library.history.undo()
    assert library.history.undo() is None


def test_the_history_has_an_end(library: Library) -> None:
    event = Event("Breakfast", id=library.events.save(Event("Breakfast")))
    with library._connection.unit():
        for number in range(STEPS_KEPT - 3):
            library._connection.insert("undo_steps", {"said": f"older step {number}", "done_at": ""})
    for place in ("one", "two", "three", "four"):
        library.events.save(replace(event, place=place))
    assert library._connection.value("SELECT count(*) FROM undo_steps") == STEPS_KEPT
    assert library._connection.value("SELECT said FROM undo_steps ORDER BY id") == "older step 1"
    assert library._connection.value("SELECT count(*) FROM undo_entries") == 4
    for _ in range(4):
        library.history.undo()
    assert library.events.all()[0].place == ""


def test_what_changes_nothing_leaves_no_step_and_tells_nobody(library: Library) -> None:
    person = replace(contact(), id=library.people.save(contact()))
    told: list[Changes] = []
    library.subscribe(told.append)
    library.people.save(person)
    assert told == []
    assert library.history.can_undo == "Added Norma R. Jones"


def test_every_change_is_told_once_it_is_stored(library: Library) -> None:
    told: list[Changes] = []
    stop = library.subscribe(told.append)
    (card,) = drop(library, "Norma R. Jones")
    library.cards.accept(card, accepted())
    library.history.undo()
    library.history.redo()
    stop()
    library.history.undo()
    everything = frozenset({Kind.CARDS, Kind.CONTACTS, Kind.EVENTS, Kind.FOLLOW_UPS})
    assert told == [
        Changes("Added files", frozenset({Kind.BATCHES, Kind.CARDS})),
        Changes("Accepted Norma R. Jones", everything),
        Changes("Accepted Norma R. Jones", everything, "undone"),
        Changes("Accepted Norma R. Jones", everything, "redone"),
    ]


def test_a_change_that_fails_midway_is_not_there(library: Library) -> None:
    before = dump(library)
    with pytest.raises(WrongInput):
        failing_part(library)
    assert dump(library) == before
    assert library.history.can_undo == ""


def test_a_part_that_fails_is_taken_back_alone_when_the_rest_goes_on(library: Library) -> None:
    with library.transaction("Import"):
        library.people.save(contact("Ada Jones"))
        with pytest.raises(WrongInput):
            failing_part(library)
        library.people.save(contact("Cleo Jones"))
    assert [row.name for row in library.people.rows()] == ["Ada Jones", "Cleo Jones"]
    assert library.people.find("ben") == ()
    library.history.undo()
    assert not any(dump(library).values())


def failing_part(library: Library) -> None:
    with library.transaction("One record"):
        library.people.save(contact("Ben Jones"))
        library.log.delete(12345)


def test_a_removed_person_comes_back_with_everything(library: Library) -> None:
    (card,) = drop(library, "Norma R. Jones")
    person = library.cards.accept(card, accepted())
    library.people.save_encounter(Encounter(person, MetContext("", date(2026, 1, 2), "Paris")))
    library.log.add(Interaction(person, TODAY - timedelta(3), Channel.MAIL, text="sent the plan"))
    before = dump(library)
    library.people.delete(person)
    assert library.people.find("norma") == ()
    assert library.follow_ups.agenda() == ()
    assert library.cards.of_contact(person) == ()
    library.history.undo()
    assert dump(library) == before


def test_the_search_is_right_after_undo_and_redo(library: Library) -> None:
    person = library.people.save(contact("Ada Lovelace", notes="likes engines"))
    library.people.save(replace(library.people.get(person), name="Ada King", notes="likes poems"))
    assert (library.people.find("engines"), library.people.find("poems king")) == ((), (person,))
    library.history.undo()
    assert (library.people.find("engines lovelace"), library.people.find("poems")) == ((person,), ())
    library.history.redo()
    assert (library.people.find("engines"), library.people.find("poems king")) == ((), (person,))
    assert library.check().ok


def test_a_renamed_event_is_found_by_its_new_name_until_that_is_undone(library: Library) -> None:
    (card,) = drop(library, "Norma R. Jones")
    person = library.cards.accept(card, accepted())
    event = library.events.named(BREAKFAST.event, BREAKFAST.on)
    assert event
    library.events.save(replace(event, name="Makers’ Supper"))
    assert (library.people.find("supper"), library.people.find("founders")) == ((person,), ())
    assert library.people.rows()[0].met.event == "Makers’ Supper"
    library.history.undo()
    assert (library.people.find("supper"), library.people.find("founders")) == ((), (person,))
    assert library.people.rows()[0].met.event == BREAKFAST.event
