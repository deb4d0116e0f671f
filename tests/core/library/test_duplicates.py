"""Who is there twice is found, with the reason, and not shown again once a person said that they are two."""

from __future__ import annotations

import pytest

from cardkeeper.library import Library
from cardkeeper.library.duplicates import Stopped
from cardkeeper.matching import Certainty
from cardkeeper.model.people import Contact, Phone, PhoneKind, Position

HOMES = (Position("Realtor", "", "Lindgate Homes Ltd"),)
DESK = (Phone("+44 20 7640 9515", PhoneKind.WORK, "+442076409515"),)


def test_those_who_are_there_twice_are_found_with_the_reason(library: Library) -> None:
    bob = library.people.save(Contact("Bob Baxter", positions=HOMES, phones=DESK))
    robert = library.people.save(Contact("Robert Baxter", positions=HOMES, phones=DESK))
    library.people.save(Contact("Ada King", positions=HOMES, phones=DESK))
    told: list[tuple[int, int]] = []

    def note(done: int, of: int) -> bool:
        told.append((done, of))
        return True

    (pair,) = library.duplicates.find(note)
    assert (pair.first_id, pair.second_id, pair.twins.certainty) == (bob, robert, Certainty.SURE)
    assert pair.twins.words == "Short form of the name, same number, same company"
    assert told[-1][0] == told[-1][1] > 0


def test_those_who_were_told_apart_are_not_shown_again(library: Library) -> None:
    one, other = (library.people.save(Contact("Norma Jones", positions=HOMES)) for _ in range(2))
    library.merges.tell_apart(one, other)
    assert library.duplicates.find() == ()
    assert library.duplicates.of(library.people.get(one)) == ()
    library.history.undo()
    assert len(library.duplicates.find()) == 1


def test_somebody_about_to_come_in_is_recognised(library: Library) -> None:
    norma = library.people.save(Contact("Norma Jones", positions=HOMES, emails=("nj@home.example",)))
    library.people.save(Contact("Norma Jones", positions=(Position("", "", "Elsewhere"),)))
    found = library.duplicates.of(Contact("Jones, Norma", emails=("nj@home.example",)))
    assert found[0][0].id == norma
    assert [twins.certainty for _, twins in found] == [Certainty.SURE, Certainty.POSSIBLE]


def test_looking_can_be_stopped(library: Library) -> None:
    for _ in range(2):
        library.people.save(Contact("Norma Jones", positions=HOMES))
    with pytest.raises(Stopped):
        library.duplicates.find(lambda _done, _of: False)
