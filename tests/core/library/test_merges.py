"""Two entries of one person become one with nothing lost, and two again at any later time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cardkeeper.errors import WrongInput
from cardkeeper.library import Library
from cardkeeper.matching import combine
from cardkeeper.model.people import (
    Channel,
    Encounter,
    FollowUp,
    FollowUpKind,
    Interaction,
    MetContext,
    Phone,
    Position,
    Stage,
)
from cardkeeper.model.relationships import Introduction
from tests.core.library.samples import TODAY, accepted, contact, drop, dump


@pytest.fixture
def two(library: Library) -> tuple[int, int]:
    """Norma twice: with a card and a coffee, and by an address book with another job and a call."""
    (card,) = drop(library, "Norma R. Jones")
    kept = library.cards.accept(card, accepted())
    other = library.people.save(
        contact(
            "Norma Jones",
            positions=(Position("Partner", "", "Baxter & Co", since=date(2026, 1, 1)),),
            emails=("norma@baxter.example", "jones@lindgate.example"),
            phones=(Phone("0171 555 0100"),),
            notes="Likes tea.",
        )
    )
    library.people.save_encounter(Encounter(other, MetContext("Housing Forum", date(2026, 3, 1))))
    library.log.add(Interaction(other, TODAY, Channel.CALL, text="about the lease"))
    return kept, other


def merge(library: Library, kept: int, other: int) -> int:
    return library.merges.merge(kept, other, combine(library.people.get(kept), library.people.get(other)))


def without_own_tables(library: Library) -> dict[str, list[tuple[object, ...]]]:
    """All rows, in an order and with ids that do not tell rows written anew from those that stayed."""
    kept = {"contacts", "cards", "encounters", "interactions", "follow_ups", "search", "listings", "lookups"}
    return {table: rows for table, rows in dump(library).items() if table in kept}


def test_one_of_two_has_everything_of_both(library: Library, two: tuple[int, int]) -> None:
    kept, other = two
    merge(library, kept, other)
    (row,) = library.people.rows()
    assert row.id == kept
    person = library.people.get(kept)
    assert [job.company for job in person.positions] == ["Lindgate Homes Ltd", "Baxter & Co"]
    assert person.emails == ("jones@lindgate.example", "norma@baxter.example")
    assert len(person.phones) == 3
    assert person.notes == "Call before noon.\nLikes tea."
    assert "Norma Jones" in person.other
    assert {met.context.event for met in library.people.encounters(kept)} == {"Founders’ Breakfast", "Housing Forum"}
    assert [entry.text for entry in library.log.of(kept)] == ["about the lease"]
    assert library.people.find("lease baxter") == (kept,)
    assert library.check().problems == tuple(said for said in library.check().problems if "is missing" in said)


def test_a_merge_is_undone_in_one_step(library: Library, two: tuple[int, int]) -> None:
    before = dump(library)
    merge(library, *two)
    assert library.history.can_undo == "Merged Norma Jones into Norma R. Jones"
    library.history.undo()
    assert dump(library) == before


def test_two_are_as_they_were_when_they_are_separated(library: Library, two: tuple[int, int]) -> None:
    kept, other = two
    people, rows = library.people.all(), without_own_tables(library)
    made = merge(library, kept, other)
    assert library.merges.separate(made) == other
    assert library.people.all() == people
    assert without_own_tables(library) == rows
    assert library.merges.of(kept) == ()
    assert library.merges.told_apart() == {(kept, other)}


def test_what_was_done_since_the_merge_stays_with_the_one_that_was_kept(library: Library, two: tuple[int, int]) -> None:
    kept, other = two
    made = merge(library, kept, other)
    person = library.people.get(kept)
    library.people.save(replace(person, emails=(*person.emails, "new@baxter.example"), name="Norma Jones-Ray"))
    library.log.add(Interaction(kept, TODAY, Channel.MEETING, text="over lunch"))
    library.follow_ups.save(FollowUp(kept, FollowUpKind.CALL, Stage.TO_CALL, TODAY, TODAY))
    library.merges.separate(made)
    now = library.people.get(kept)
    assert (now.name, now.emails) == ("Norma Jones-Ray", ("jones@lindgate.example", "new@baxter.example"))
    assert [job.company for job in now.positions] == ["Lindgate Homes Ltd"]
    assert [entry.text for entry in library.log.of(kept)] == ["over lunch"]
    assert [entry.text for entry in library.log.of(other)] == ["about the lease"]
    assert library.people.get(other).emails == ("norma@baxter.example", "jones@lindgate.example")


def test_what_was_removed_since_the_merge_does_not_come_back(library: Library, two: tuple[int, int]) -> None:
    kept, other = two
    made = merge(library, kept, other)
    (entry,) = library.log.of(kept)
    library.log.delete(entry.id)
    library.merges.separate(made)
    assert library.log.of(other) == ()


def test_three_become_one_and_come_apart_in_any_order(library: Library, two: tuple[int, int]) -> None:
    kept, other = two
    third = library.people.save(contact("N. Jones", emails=("nj@home.example",), positions=(), phones=()))
    people = library.people.all()
    first_merge = merge(library, kept, other)
    second_merge = merge(library, kept, third)
    library.merges.separate(first_merge)
    assert "nj@home.example" in library.people.get(kept).emails
    library.merges.separate(second_merge)
    assert library.people.all() == people


def test_a_merge_goes_along_when_the_one_that_was_kept_is_merged_too(library: Library, two: tuple[int, int]) -> None:
    kept, other = two
    made = merge(library, kept, other)
    third = library.people.save(contact("N. Jones", emails=("nj@home.example",)))
    merge(library, third, kept)
    assert {entry.name for entry in library.merges.of(third)} == {"Norma Jones", "Norma R. Jones"}
    library.merges.separate(made)
    assert library.people.get(other).name == "Norma Jones"


def test_who_was_introduced_to_themselves_is_not_after_the_merge(library: Library, two: tuple[int, int]) -> None:
    kept, other = two
    library.introductions.save(Introduction(kept, other, "both sell houses", TODAY))
    made = merge(library, kept, other)
    assert library.introductions.of(kept) == ()
    library.merges.separate(made)
    assert len(library.introductions.of(kept)) == 1


def test_who_is_removed_and_brought_back_can_still_be_separated(library: Library, two: tuple[int, int]) -> None:
    kept, other = two
    made = merge(library, kept, other)
    library.people.delete(kept)
    library.trash.restore(library.trash.all()[0].id)
    assert library.merges.separate(made) == other


def test_not_the_same_is_remembered(library: Library, two: tuple[int, int]) -> None:
    kept, other = two
    library.merges.tell_apart(other, kept)
    library.merges.tell_apart(kept, other)
    assert library.merges.told_apart() == {(kept, other)}
    library.history.undo()
    assert library.merges.told_apart() == frozenset()


def test_nobody_is_merged_with_themselves(library: Library, two: tuple[int, int]) -> None:
    with pytest.raises(WrongInput):
        library.merges.merge(two[0], two[0], library.people.get(two[0]))
    with pytest.raises(WrongInput):
        library.merges.separate(4711)
