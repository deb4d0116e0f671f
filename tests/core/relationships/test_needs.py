"""A need is matched to everyone: offers, titles, companies, notes; accents and endings make no difference."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from cardkeeper.library import Library
from cardkeeper.model.overview import Texts, Where
from cardkeeper.model.people import Contact, Position
from cardkeeper.model.relationships import Need
from cardkeeper.relationships import needs

TODAY = date(2026, 11, 19)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path) as library:
        for number in range(30):
            library.people.save(Contact(f"Filler {number}", (Position("Engineer", company=f"Company {number}"),)))
        yield library


def found(library: Library, need: str) -> list[tuple[str, Where]]:
    asking = library.people.save(Contact("Isabelle Schokman"))
    matches = library.matches.of(Need(asking, need, TODAY))
    return [(library.people.get(match.contact_id).name, match.where) for match in matches]


@pytest.mark.parametrize(
    ("need", "offer"),
    [
        ("a structural engineer", "Structural engineering for old houses"),
        ("somebody who translates companies’ reports", "Translating a company report into French"),
        ("ein guter Architekt", "Architektin für Schulen"),
        ("une avocate", "Avocats spécialisés"),
        ("busca abogados", "Abogada de familia"),
        ("Elektriker für ein Café", "Elektriker, auch für CAFES"),
        ("a patent attorney", "Patent attorneys in Munich"),
    ],
)
def test_an_offer_is_found_by_its_stems_in_four_languages(library: Library, need: str, offer: str) -> None:
    library.people.save(Contact("Rebekah Valencia", offers=(offer,)))
    assert found(library, need) == [("Rebekah Valencia", Where.OFFER)]


def test_titles_companies_tags_and_notes_tell_too(library: Library) -> None:
    library.people.save(Contact("Ann", (Position("Photographer"),)))
    library.people.save(Contact("Ben", (Position("", company="Harbour Photography"),)))
    library.people.save(Contact("Cleo", tags=("photographers",)))
    library.people.save(Contact("Dan", notes="Takes photographs of boats."))
    assert [where for _, where in found(library, "a photographer")] == [
        Where.TITLE,
        Where.COMPANY,
        Where.TAG,
        Where.NOTE,
    ]


def test_a_common_word_alone_is_no_match(library: Library) -> None:
    library.people.save(Contact("Rebekah Valencia", offers=("Structural surveys",)))
    assert found(library, "a structural engineer") == [("Rebekah Valencia", Where.OFFER)]
    assert found(library, "a telescope engineer") == []


def test_if_nobody_fits_those_whose_circle_may_hold_one_are_named(library: Library) -> None:
    library.people.save(Contact("Theodor Speer", doors=("municipal water works",)))
    assert found(library, "a diver who repairs water tanks in Calau") == [("Theodor Speer", Where.DOOR)]


def test_nobody_matches_their_own_need_or_a_need_that_says_nothing(library: Library) -> None:
    person = library.people.save(Contact("Ann", offers=("Roofs",)))
    assert library.matches.of(Need(person, "a roof", TODAY)) == ()
    assert found(library, "somebody good for my new thing"[:13]) == []


def test_what_was_found_is_forgotten_when_people_change(library: Library) -> None:
    need = Need(library.people.save(Contact("Isabelle")), "a beekeeper", TODAY)
    assert library.matches.of(need) == ()
    library.people.save(Contact("Norma", facts=("Is a beekeeper on Sundays",)))
    assert [match.where for match in library.matches.of(need)] == [Where.FACT]
    library.history.undo()
    assert library.matches.of(need) == ()


def test_the_ranking_is_stable_and_prefers_what_covers_more() -> None:
    people = [
        Texts(1, ((Where.OFFER, "boats"),)),
        Texts(2, ((Where.OFFER, "wooden boats"),)),
        Texts(3, ((Where.TITLE, "Builder of wooden boats"),)),
    ]
    ranked = needs.rank("wooden boats", people, {"wooden": 2, "boats": 3}, 100)
    assert [match.contact_id for match in ranked] == [2, 3]
    assert needs.rank("wooden boats", people, {"wooden": 2, "boats": 3}, 100) == ranked
