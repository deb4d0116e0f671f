"""Cards come in once, wait in the inbox as they were read, and become people."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from cardkeeper.errors import WrongInput
from cardkeeper.library import Library
from cardkeeper.library.card_rows import draft_of
from cardkeeper.library.connection import LibraryDamaged
from cardkeeper.library.places import DATABASE
from cardkeeper.model.cards import CardState
from cardkeeper.model.drafts import FieldName
from cardkeeper.model.people import NOTHING_SAID, FollowUpKind, How, MetContext, NextStep, Stage
from tests.core.library.samples import (
    BREAKFAST,
    COFFEE,
    NOW,
    TODAY,
    accepted,
    clock,
    contact,
    drop,
    dump,
    read_card,
    scan,
)


def test_a_card_waits_in_the_inbox_exactly_as_it_was_read(tmp_path: Path) -> None:
    read = read_card("Jürgen Groß")
    with Library.open(tmp_path, now=clock) as library:
        (card_id,) = drop(library, "Jürgen Groß")
    with Library.open(tmp_path, now=clock) as library:
        (card,) = library.cards.inbox()
        assert (card.id, card.scan, card.state) == (card_id, scan(1), CardState.INBOX)
        assert (card.card, card.reading, card.draft) == (read.card, read.reading, read.draft)
        assert card == library.cards.get(card_id)


def test_the_same_card_is_never_stored_twice(library: Library) -> None:
    batch = library.cards.add_batch()
    library.cards.add_scan(batch, scan())
    ids = [library.cards.add_card(batch, scan().sha256, read_card()) for _ in range(3)]
    assert len(set(ids)) == 1
    assert library.cards.add_card(batch, scan().sha256, read_card(number=2)) != ids[0]
    assert library.cards.counts() == {CardState.INBOX: 2, CardState.ACCEPTED: 0, CardState.SKIPPED: 0}


def test_a_file_counts_as_seen_only_when_it_was_read_to_its_end(library: Library) -> None:
    first = library.cards.add_batch()
    library.cards.add_scan(first, scan())
    library.cards.add_card(first, scan().sha256, read_card())
    assert library.cards.seen(scan().sha256) is None
    assert library.cards.hashes() == frozenset()

    second = library.cards.add_batch()
    library.cards.add_scan(second, scan())
    library.cards.add_card(second, scan().sha256, read_card())
    library.cards.add_card(second, scan().sha256, read_card("Ada King", number=2))
    library.cards.finish_scan(scan().sha256)
    assert library.cards.seen(scan().sha256) == NOW.date()
    assert library.cards.hashes() == {scan().sha256}
    assert [(card.batch_id, card.card.number) for card in library.cards.inbox()] == [(first, 1), (second, 2)]


def test_a_drop_that_was_undone_takes_no_more_cards(library: Library) -> None:
    batch = library.cards.add_batch()
    library.history.undo()
    with pytest.raises(WrongInput):
        library.cards.add_scan(batch, scan())
    with pytest.raises(WrongInput):
        library.cards.finish_scan(scan().sha256)


def test_a_drop_is_asked_once_where_its_people_were_met(library: Library) -> None:
    drop(library, "Ada King", "Ben Lee")
    (batch,) = library.cards.batches_open()
    assert (batch.context, batch.answered, batch.added_at) == (NOTHING_SAID, False, NOW)
    library.cards.answer(batch.id, BREAKFAST)
    assert library.cards.batches_open() == ()
    assert library.cards.batch(batch.id).answered
    assert [card.context for card in library.cards.inbox()] == [BREAKFAST, BREAKFAST]


def test_a_drop_that_was_put_off_is_not_asked_again(library: Library) -> None:
    drop(library, "Ada King")
    (batch,) = library.cards.batches_open()
    library.cards.put_off(batch.id)
    assert library.cards.batches_open() == ()
    assert not library.cards.batch(batch.id).answered


def test_a_drop_that_comes_with_its_context_is_not_asked(library: Library) -> None:
    drop(library, "Ada King", context=BREAKFAST)
    assert library.cards.batches_open() == ()


def test_a_drop_is_asked_before_its_first_card_is_read_but_not_when_nothing_came_of_it(library: Library) -> None:
    empty = library.cards.add_batch()
    assert [batch.id for batch in library.cards.batches_open()] == [empty]
    newer = library.cards.add_batch()
    assert [batch.id for batch in library.cards.batches_open()] == [newer]


def test_a_card_can_differ_from_its_drop(library: Library) -> None:
    one, other = drop(library, "Ada King", "Ben Lee", context=BREAKFAST)
    own = MetContext("", TODAY, "on the train", How.OTHER)
    library.cards.save_context(one, own)
    assert (library.cards.get(one).context, library.cards.get(one).differs) == (own, True)
    assert (library.cards.get(other).context, library.cards.get(other).differs) == (BREAKFAST, False)
    library.cards.save_context(one, None)
    assert (library.cards.get(one).context, library.cards.get(one).differs) == (BREAKFAST, False)


def test_what_was_typed_and_what_was_read_are_both_kept_after_the_card_was_accepted(library: Library) -> None:
    (card_id,) = drop(library, "Norma R. Jomes")
    draft = library.cards.get(card_id).draft
    library.cards.save_draft(card_id, replace(draft, values=(draft.values[0].typed("Norma R. Jones"), draft.values[1])))
    person = library.cards.accept(card_id, accepted())
    (card,) = library.cards.of_contact(person)
    name = card.draft.first(FieldName.NAME)
    assert name
    assert (name.text, name.read) == ("Norma R. Jones", "Norma R. Jomes")
    assert name.boxes == read_card().draft.values[0].boxes
    assert card.reading.lines[0].text == "Norma R. Jomes"
    assert (card.state, card.contact_id) == (CardState.ACCEPTED, person)


def test_an_accepted_card_is_a_person_who_was_met_and_is_to_be_invited(library: Library) -> None:
    (card,) = drop(library, "Norma R. Jones", context=BREAKFAST)
    person = library.cards.accept(card, accepted())
    assert library.people.get(person) == replace(contact(), id=person)
    (encounter,) = library.people.encounters(person)
    (event,) = library.events.all()
    assert (encounter.context, encounter.event_id, encounter.card_id) == (BREAKFAST, event.id, card)
    assert (event.name, event.on, event.place) == (BREAKFAST.event, BREAKFAST.on, BREAKFAST.place)
    (follow_up,) = library.follow_ups.of(person)
    assert (follow_up.kind, follow_up.stage, follow_up.due) == (FollowUpKind.COFFEE, Stage.TO_INVITE, COFFEE.due)
    assert follow_up.moved_on == TODAY
    assert not library.cards.of_contact(person)[0].differs


def test_people_of_one_occasion_share_its_event_however_it_is_written(library: Library) -> None:
    one, other, later = drop(library, "Ada King", "Ben Lee", "Cleo Ray")
    library.cards.accept(one, accepted("Ada King", MetContext("Café Société", TODAY)))
    library.cards.accept(other, accepted("Ben Lee", MetContext("CAFE  SOCIETE", TODAY)))
    library.cards.accept(later, accepted("Cleo Ray", MetContext("Café Société", TODAY + timedelta(30))))
    assert [(event.name, event.on) for event in library.events.all()] == [
        ("Café Société", TODAY + timedelta(30)),
        ("Café Société", TODAY),
    ]


def test_a_new_card_of_a_known_person_adds_to_them_and_asks_them_once(library: Library) -> None:
    one, other = drop(library, "Norma R. Jones", "Norma R. Jones")
    person = library.cards.accept(one, accepted())
    known = library.people.get(person)
    later = NextStep(FollowUpKind.COFFEE, date(2026, 11, 25))
    again = replace(accepted(step=later), contact=replace(known, emails=(*known.emails, "nj@new.example")))
    assert library.cards.accept(other, again) == person
    assert library.people.get(person).emails == ("jones@lindgate.example", "nj@new.example")
    assert [(one.kind, one.due) for one in library.follow_ups.of(person)] == [(FollowUpKind.COFFEE, later.due)]
    assert [card.id for card in library.cards.of_contact(person)] == [other, one]
    assert len(library.people.encounters(person)) == 2


def test_a_person_met_nowhere_in_particular_has_no_encounter(library: Library) -> None:
    (card,) = drop(library, "Ada King")
    person = library.cards.accept(card, accepted("Ada King", NOTHING_SAID))
    assert library.people.encounters(person) == ()
    assert library.people.rows()[0].met == NOTHING_SAID


def test_no_next_step_needs_a_reason_and_nothing_is_stored_without_one(library: Library) -> None:
    (card,) = drop(library, "Ada King")
    before = dump(library)
    with pytest.raises(WrongInput):
        library.cards.accept(card, accepted("Ada King", step=NextStep(FollowUpKind.NONE)))
    assert dump(library) == before
    person = library.cards.accept(card, accepted("Ada King", step=NextStep(FollowUpKind.NONE, None, "a competitor")))
    (follow_up,) = library.follow_ups.of(person)
    assert (follow_up.stage, follow_up.reason, follow_up.open) == (Stage.NONE, "a competitor", False)


def test_a_card_is_accepted_once(library: Library) -> None:
    (card,) = drop(library, "Norma R. Jones")
    library.cards.accept(card, accepted())
    before = dump(library)
    with pytest.raises(WrongInput):
        library.cards.accept(card, accepted())
    assert dump(library) == before


def test_a_skipped_card_leaves_the_inbox_with_its_reason_and_undo_brings_it_back(library: Library) -> None:
    (card,) = drop(library, "A Shop")
    library.cards.skip(card, "no person on it")
    assert library.cards.inbox() == ()
    assert (library.cards.get(card).state, library.cards.get(card).skip_reason) == (
        CardState.SKIPPED,
        "no person on it",
    )
    library.history.undo()
    assert [waiting.id for waiting in library.cards.inbox()] == [card]


def test_a_turned_card_is_read_again_in_place(library: Library) -> None:
    (card,) = drop(library, "Norma")
    turned = replace(read_card("Norma R. Jones"), card=replace(read_card().card, turn=180, picture="f" * 64))
    library.cards.reread(card, turned)
    stored = library.cards.get(card)
    assert (stored.card, stored.draft) == (turned.card, turned.draft)
    library.history.undo()
    assert library.cards.get(card).draft == read_card("Norma").draft


def test_the_inbox_shows_the_oldest_drop_first_in_the_order_of_its_files(library: Library) -> None:
    batch = library.cards.add_batch()
    library.cards.add_scan(batch, scan(1))
    library.cards.add_scan(batch, scan(2))
    for sha, name, number in ((2, "C", 1), (1, "B", 2), (1, "A", 1)):
        library.cards.add_card(batch, scan(sha).sha256, read_card(name, number=number))
    drop(library, "D", first_scan=9)
    assert [card.draft.text(FieldName.NAME) for card in library.cards.inbox()] == ["A", "B", "C", "D"]


def test_what_is_not_there_is_said_in_words(library: Library) -> None:
    asked = (
        lambda: library.cards.get(7),
        lambda: library.cards.batch(7),
        lambda: library.cards.skip(7, "x"),
        lambda: library.cards.answer(7, BREAKFAST),
        lambda: library.cards.put_off(7),
        lambda: library.cards.save_draft(7, read_card().draft),
        lambda: library.cards.accept(7, accepted()),
        lambda: library.cards.add_card(7, scan().sha256, read_card()),
    )
    for ask in asked:
        with pytest.raises(WrongInput, match="7"):
            ask()
    assert not any(dump(library).values())


def test_nothing_of_a_card_stays_in_memory_once_the_library_is_closed(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library", now=clock) as library:
        drop(library, "Norma R. Jones")
        library.cards.inbox()
        assert draft_of.cache_info().currsize > 0
    assert draft_of.cache_info().currsize == 0


@pytest.mark.parametrize(
    ("damage", "look"),
    [
        ("UPDATE cards SET draft = replace(draft, '\"', '')", lambda library: library.cards.inbox()),
        ("UPDATE cards SET reading = replace(reading, '\"', '')", lambda library: library.check()),
        ("UPDATE follow_ups SET moved_on = '2026-11-1'", lambda library: library.check()),
        ("UPDATE listings SET person = '{'", lambda library: library.people.rows()),
    ],
)
def test_a_text_that_was_damaged_is_told_as_damage(
    library: Library, damage: str, look: Callable[[Library], object]
) -> None:
    first, _ = drop(library, "Norma R. Jones", "Ada King")
    library.cards.accept(first, accepted())
    bare = sqlite3.connect(library.folder / DATABASE)
    bare.execute(damage)
    bare.commit()
    bare.close()
    with pytest.raises(LibraryDamaged, match="is damaged"):
        look(library)
