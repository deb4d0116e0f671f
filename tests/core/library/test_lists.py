"""A search understands field words, finds what is on cards, and keeps any order; nothing that is typed is an error."""

from __future__ import annotations

import string
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cardkeeper.library import Library
from cardkeeper.library.asking import FIELD_WORDS
from cardkeeper.library.lists import kept
from cardkeeper.model.overview import Order, SavedSearch, SortBy
from cardkeeper.model.people import (
    Channel,
    Contact,
    Encounter,
    FollowUp,
    FollowUpKind,
    Interaction,
    MetContext,
    Position,
    Stage,
    Tier,
)
from tests.core.library.samples import TODAY, accepted, drop

DAY = timedelta(days=1)
ODD = ('"', '"a b', "=", "..", "2026..", "%", "_", "'", "9999")


@pytest.fixture
def people(library: Library) -> Library:
    """Norma with a card and a coffee, Élisabeth from long ago, Theo of whom little is known."""
    (card,) = drop(library, "Norma R. Jones")
    library.cards.accept(card, accepted())
    elisabeth = library.people.save(
        Contact(
            "Élisabeth Maréchal",
            (Position("Chef de projet", "", "Lindgate SARL"),),
            emails=("em@lindgate.example",),
            tags=("Partner",),
            tier=Tier.A,
        )
    )
    library.people.save_encounter(Encounter(elisabeth, MetContext("Salon du bâtiment", date(2025, 3, 8))))
    library.follow_ups.save(FollowUp(elisabeth, FollowUpKind.CALL, Stage.TO_CALL, TODAY - DAY, TODAY - 9 * DAY))
    library.log.add(Interaction(elisabeth, TODAY - 40 * DAY, Channel.CALL))
    library.people.save(Contact("Theo Speer", notes="sells pumps"))
    return library


def found(library: Library, typed: str) -> set[str]:
    ids = library.lists.which(typed, TODAY)
    everyone = {row.id: row.name.split()[0] for row in library.people.rows()}
    return set(everyone.values()) if ids is None else {everyone[person] for person in ids}


N, E, T = "Norma", "Élisabeth", "Theo"


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("", {N, E, T}),
        ("marechal", {E}),
        ("company:lindgate", {N, E}),
        ('company:"lindgate homes"', {N}),
        ('company:"=Lindgate"', {E}),
        ("title:projet", {E}),
        ("tag:partner", {E}),
        ('tag:"friend of"', {N}),
        ('tag:"=partner"', set()),
        ("-tag:partner", {N, T}),
        ("event:breakfast", {N}),
        ("event:batiment", {E}),
        ("met:2026", {N}),
        ("met:2025-03", {E}),
        ("met:2025-01..2025-06", {E}),
        ("met:2025-06..", {N}),
        ("met:yesterday", {N}),
        ("met:never", {T}),
        ("met:7d", {N}),
        ("due:late", {E}),
        ("due:tomorrow", {N}),
        ("due:none", {T}),
        ("step:none", {T}),
        ("talked:never", {N, T}),
        ("talked:>30d", {E}),
        ("talked:30d", set()),
        ("tier:a", {E}),
        ("tier:none", {T}),
        ("has:card", {N}),
        ("-has:email", {T}),
        ("has:note pumps", {T}),
        ("in:drawer", {T}),
        ("known:hardly", {T}),
        ("known:well", set()),
        ("name:jones", {N}),
        ("name:lindgate", set()),
        ("email:lindgate", {N, E}),
        ("phone:7640", {N}),
        ("company:lindgate met:2025", {E}),
        ("Norma COMPANY:lindgate", {N}),
        ("company:", {N, E, T}),
        ("norma company:", {N}),
        ("due:nonsense", set()),
        ("met:2026-13", set()),
        ("has:nonsense", set()),
        ("colon:norma", set()),
        ("???", set()),
    ],
)
def test_what_is_typed_finds(people: Library, typed: str, who: set[str]) -> None:
    assert found(people, typed) == who


def test_what_stands_on_a_card_finds_its_person(people: Library) -> None:
    assert found(people, "member 1999") == {N}
    people.cards.accept(drop(people, "Odd Words", first_scan=7)[0], accepted("Ada King"))
    assert found(people, "odd") == {"Ada"}
    people.history.undo()
    assert found(people, "odd") == set()


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.one_of(
            st.text(max_size=8),
            st.builds(
                "{}{}:{}".format,
                st.sampled_from(["", "-"]),
                st.sampled_from(FIELD_WORDS),
                st.one_of(
                    st.text(max_size=8), st.sampled_from(['"', '"a b', "=", "..", "2026..", "%", "_", "'", "9999"])
                ),
            ),
        ),
        max_size=4,
    )
)
def test_nothing_that_is_typed_is_an_error(people: Library, pieces: list[str]) -> None:
    people.lists.which(" ".join(pieces), TODAY)


@pytest.mark.parametrize("by", list(SortBy))
@pytest.mark.parametrize("descending", [False, True])
def test_any_column_puts_everyone_in_order(people: Library, by: SortBy, descending: bool) -> None:
    ids = people.lists.in_order((Order(by, descending),))
    assert sorted(ids) == [row.id for row in sorted(people.people.rows(), key=lambda row: row.id)]
    assert ids == people.lists.in_order((Order(by, not descending),))[::-1]


def test_an_order_of_two_columns(people: Library) -> None:
    people.people.save(Contact("Zoe Speer", tier=Tier.A))
    people.people.save(Contact("Anna Speer", tier=Tier.A))
    names = people.lists.lines(ids := people.lists.in_order((Order(SortBy.TIER), Order(SortBy.NAME, descending=True))))
    assert [names[person].name for person in ids] == [
        "Zoe Speer", "Élisabeth Maréchal", "Anna Speer", "Norma R. Jones", "Theo Speer",
    ]  # fmt: skip


def test_the_nameless_come_last_and_lines_are_read_for_some(people: Library) -> None:
    nobody = people.people.save(Contact("", emails=("x@y.example",)))
    ids = people.lists.in_order()
    assert ids[-1] == nobody
    assert set(people.lists.lines([*ids[:2], 4711])) == set(ids[:2])
    assert kept(ids, frozenset(ids[1:3])) == ids[1:3]
    assert kept(ids, None) == ids


def test_how_many_each_common_question_finds(people: Library) -> None:
    counts = people.lists.counts(TODAY, 30)
    assert (counts.everyone, counts.drawer, counts.newly_met, counts.no_step, counts.unsure) == (3, 1, 1, 1, 1)
    assert people.lists.tags() == ("Partner", "friend of Sue", "realtor")
    assert people.lists.events() == ("Founders’ Breakfast", "Salon du bâtiment")


def test_a_search_worth_keeping_is_kept(people: Library) -> None:
    saved = people.searches.save(SavedSearch("Paris", "event:batiment"))
    assert [search.name for search in people.searches.all()] == ["Paris"]
    people.searches.save(SavedSearch("Salon", "event:batiment", saved))
    assert [search.name for search in people.searches.all()] == ["Salon"]
    people.searches.delete(saved)
    assert people.searches.all() == ()
    people.history.undo()
    assert [search.name for search in people.searches.all()] == ["Salon"]


def test_every_letter_alone_finds_at_once_what_begins_with_it(people: Library) -> None:
    for letter in string.ascii_lowercase:
        assert people.lists.which(letter, TODAY) is not None
