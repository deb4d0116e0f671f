"""People are kept whole, listed with what matters now, and recognised when they come again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cardkeeper.errors import WrongInput
from cardkeeper.library import Library
from cardkeeper.model.drafts import Draft, DraftValue, FieldName
from cardkeeper.model.overview import Agenda, CompanyRow, PersonRow
from cardkeeper.model.people import (
    NOTHING_SAID,
    Channel,
    Contact,
    Direction,
    Encounter,
    Event,
    FollowUp,
    FollowUpKind,
    Interaction,
    Kept,
    MetContext,
    Phone,
    PhoneKind,
    Position,
    Stage,
    Tier,
)
from tests.core.library.samples import BREAKFAST, TODAY, accepted, clock, contact, drop, read_card

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
days = st.none() | st.dates()
contacts = st.builds(
    Contact,
    name=texts,
    positions=st.lists(st.builds(Position, texts, texts, texts, days, days), max_size=3).map(tuple),
    emails=st.lists(texts, max_size=3).map(tuple),
    phones=st.lists(st.builds(Phone, texts, st.sampled_from(PhoneKind), texts), max_size=3).map(tuple),
    websites=st.lists(texts, max_size=2).map(tuple),
    addresses=st.lists(texts, max_size=2).map(tuple),
    tags=st.lists(texts, max_size=2).map(tuple),
    facts=st.lists(texts, max_size=2).map(tuple),
    offers=st.lists(texts, max_size=2).map(tuple),
    notes=texts,
    other=st.lists(texts, max_size=2).map(tuple),
    tier=st.none() | st.sampled_from(Tier),
    unsure=st.lists(texts, max_size=2).map(tuple),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=contacts, second=contacts)
def test_a_person_comes_back_as_stored_and_as_changed(library: Library, first: Contact, second: Contact) -> None:
    person = library.people.save(first)
    assert library.people.get(person) == replace(first, id=person)
    second = replace(second, notes=first.notes + "!")
    library.people.save(replace(second, id=person))
    assert library.people.get(person) == replace(second, id=person)
    library.people.find(first.name)
    library.history.undo()
    assert library.people.get(person) == replace(first, id=person)


def test_a_nul_in_a_text_is_dropped_so_that_undo_stays_possible(library: Library) -> None:
    person = library.people.save(Contact("Ada\0 King", notes="one\0two"))
    library.people.save(replace(library.people.get(person), notes="three"))
    library.history.undo()
    assert (library.people.get(person).name, library.people.get(person).notes) == ("Ada King", "onetwo")


def test_half_a_character_becomes_a_question_mark(library: Library) -> None:
    person = library.people.save(Contact("Ada \ud83d King"))
    assert library.people.get(person).name == "Ada ? King"


def test_everyone_is_listed_with_what_matters_now(library: Library) -> None:
    (card,) = drop(library, "Norma R. Jones")
    norma = library.cards.accept(card, accepted())
    ada = library.people.save(Contact("ada King", phones=(Phone("1", PhoneKind.FAX), Phone("2"))))
    library.people.save_encounter(Encounter(norma, MetContext("", TODAY, "again, by chance")))
    library.log.add(Interaction(norma, TODAY - timedelta(2), Channel.CALL))
    library.log.add(Interaction(norma, TODAY - timedelta(9), Channel.MAIL, Direction.THEIRS))
    call = FollowUp(norma, FollowUpKind.CALL, Stage.TO_CALL, date(2026, 11, 19), TODAY)
    call = replace(call, id=library.follow_ups.save(call))
    assert library.people.rows() == (
        PersonRow(ada, "ada King", phone="2", added_on=TODAY),
        PersonRow(
            norma,
            "Norma R. Jones",
            "Realtor",
            "Lindgate Homes Ltd",
            "jones@lindgate.example",
            "+44 (0)20 7640-9515",
            Tier.B,
            ("realtor", "friend of Sue"),
            TODAY,
            BREAKFAST,
            TODAY - timedelta(2),
            call,
            2,
            ("name",),
            met_times=2,
            remembered=3,
        ),
    )


def test_the_newest_closed_step_is_listed_when_none_is_open(library: Library) -> None:
    person = library.people.save(contact())
    for stage in (Stage.THANKED, Stage.DROPPED):
        last = FollowUp(person, FollowUpKind.COFFEE, stage, None, TODAY, "why")
        last = replace(last, id=library.follow_ups.save(last))
    row = library.people.rows()[0]
    assert (row.next_step, row.open_loops) == (last, 0)


def test_the_agenda_holds_every_open_step_with_what_one_needs_to_act(library: Library) -> None:
    later, sooner = drop(library, "Norma R. Jones", "Ada King")
    norma = library.cards.accept(later, accepted())
    ada = library.cards.accept(
        sooner, replace(accepted("Ada King", NOTHING_SAID), step=replace(accepted().step, due=TODAY))
    )
    library.follow_ups.save(FollowUp(ada, FollowUpKind.NOTE, Stage.SENT, TODAY, TODAY))
    library.log.add(Interaction(norma, TODAY, Channel.MEETING))
    first, second = library.follow_ups.agenda()
    assert first.name == "Ada King"
    (step,) = library.follow_ups.of(norma)
    assert second == Agenda(
        step,
        "Norma R. Jones",
        "Realtor",
        "Lindgate Homes Ltd",
        "jones@lindgate.example",
        "+44 (0)20 7640-9515",
        BREAKFAST,
        TODAY,
        read_card().card.picture,
        Tier.B,
        2,
    )


def test_a_past_position_is_not_the_current_one(library: Library) -> None:
    jobs = (Position("CEO", "", "New Ltd"), Position("Clerk", "", "Old Ltd", until=date(2025, 1, 1)))
    person = library.people.save(contact(positions=jobs))
    assert library.people.rows()[0].company == "New Ltd"
    assert library.people.find("old clerk") == (person,)
    assert library.people.companies() == (CompanyRow("New Ltd", 1),)


def test_companies_are_one_however_they_are_written(library: Library) -> None:
    for name, company in (("A B", "Acme Ltd"), ("C D", "ACME"), ("E F", "Acme Ltd"), ("G H", "Zeta"), ("I J", "")):
        library.people.save(Contact(name, (Position("", "", company),) if company else ()))
    assert library.people.companies() == (CompanyRow("Acme Ltd", 3), CompanyRow("Zeta", 1))


def test_the_log_is_read_newest_first_and_can_be_mended(library: Library) -> None:
    person = library.people.save(contact())
    old = Interaction(person, TODAY - timedelta(5), Channel.CALL, text="first")
    old = replace(old, id=library.log.save(old))
    new = Interaction(person, TODAY, Channel.MAIL, Direction.THEIRS, "second")
    new = replace(new, id=library.log.add(new))
    assert library.log.of(person) == (new, old)
    library.log.save(replace(old, text="mended"))
    library.log.delete(new.id)
    assert [entry.text for entry in library.log.of(person)] == ["mended"]
    assert library.people.find("second") == ()
    assert library.people.find("mended") == (person,)


def test_an_encounter_can_be_added_and_changed(library: Library) -> None:
    person = library.people.save(contact())
    event = library.events.save(Event("Fair", TODAY, "Hall 3"))
    met = Encounter(person, MetContext(about="pumps"), event)
    met = replace(met, id=library.people.save_encounter(met))
    (stored,) = library.people.encounters(person)
    assert stored.context == MetContext("Fair", TODAY, "Hall 3", about="pumps")
    library.people.save_encounter(replace(met, context=MetContext(on=TODAY + timedelta(1), about="valves")))
    (stored,) = library.people.encounters(person)
    assert stored.context == MetContext("Fair", TODAY + timedelta(1), "Hall 3", about="valves")


def test_what_is_not_there_is_said_in_words(library: Library) -> None:
    person = library.people.save(contact())
    asked: tuple[Callable[[], object], ...] = (
        lambda: library.people.get(7),
        lambda: library.people.save(contact(id=7)),
        lambda: library.people.delete(7),
        lambda: library.people.save_encounter(Encounter(7, BREAKFAST)),
        lambda: library.people.save_encounter(Encounter(person, BREAKFAST, id=7)),
        lambda: library.events.save(Event("Fair", id=7)),
        lambda: library.follow_ups.get(7),
        lambda: library.follow_ups.save(FollowUp(7, FollowUpKind.NOTE, Stage.SENT, None, TODAY)),
        lambda: library.follow_ups.save(FollowUp(person, FollowUpKind.NOTE, Stage.SENT, None, TODAY, id=7)),
        lambda: library.log.add(Interaction(7, TODAY, Channel.CALL)),
        lambda: library.log.save(Interaction(person, TODAY, Channel.CALL, id=7)),
        lambda: library.log.delete(7),
    )
    for ask in asked:
        with pytest.raises(WrongInput, match="7"):
            ask()


def draft(**fields: str) -> Draft:
    return Draft(tuple(DraftValue(FieldName(field), text) for field, text in fields.items()))


@pytest.mark.parametrize(
    "card",
    [
        draft(email="Jones@Lindgate.EXAMPLE"),
        draft(phone="020 7640 9515"),
        draft(name="Norma R. Jones"),
        draft(name="JONES Norma"),
        draft(name="Norma Jomes"),
        draft(name="Norna Jones"),
        draft(name="Dr. Nörma Jones"),
        draft(name="N. Jones"),
        draft(name="Jones", company="Lindgate Homes"),
        draft(name="Norma Baxter", phone="+44 20 7640 9515"),
    ],
    ids=str,
)
def test_a_known_person_is_among_the_candidates(library: Library, card: Draft) -> None:
    norma = library.people.save(contact())
    library.people.save(Contact("Zoe Quick", (Position("", "", "Other Ltd"),), ("zoe@other.example",)))
    assert [person.id for person in library.people.candidates(card)] == [norma]


@pytest.mark.parametrize(
    "card", [draft(), draft(company="Lindgate Homes"), draft(name="Zoe Quick"), draft(phone="9515")]
)
def test_nobody_is_a_candidate_without_a_reason(library: Library, card: Draft) -> None:
    library.people.save(contact())
    assert library.people.candidates(card) == ()


def test_candidates_in_other_scripts(library: Library) -> None:
    yamada = library.people.save(Contact("山田 太郎"))
    assert [person.id for person in library.people.candidates(draft(name="山田太郎"))] == [yamada]


def test_those_with_most_in_common_come_first_even_behind_a_switchboard(library: Library) -> None:
    with library.transaction("Import"):
        for number in range(80):
            library.people.save(contact(f"Person{number} Family{number}", emails=()))
        norma = library.people.save(contact())
    found = library.people.candidates(draft(name="Norma Jones", phone="020 7640 9515"))
    assert found[0].id == norma
    assert len(found) == 50


def test_everything_is_there_after_a_restart(tmp_path: Path) -> None:
    with Library.open(tmp_path, now=clock) as library:
        (card,) = drop(library, "Norma R. Jones")
        library.cards.accept(card, accepted())
        before = (library.people.all(), library.people.rows(), library.follow_ups.agenda(), library.events.all())
    with Library.open(tmp_path, now=clock) as library:
        after = (library.people.all(), library.people.rows(), library.follow_ups.agenda(), library.events.all())
    assert after == before


def test_what_an_imported_file_says_beyond_the_fields_is_kept_and_found(library: Library) -> None:
    kept = (
        Kept("NICKNAME", "Cleo\\, the Great", (("TYPE", ("work",)),)),
        Kept("TEL", "030 6966377", group="item1", stands_for="030 6966377"),
        Kept("PHOTO", file="ab" * 32, media_type="image/png"),
    )
    contact = Contact("Clelia Delle", phones=(Phone("030 6966377"),), kept=kept, imported=("12ab",))
    contact_id = library.people.save(contact)
    assert library.people.get(contact_id) == replace(contact, id=contact_id)
    assert library.people.find("cleo great") == (contact_id,)
    library.history.undo()
    assert library.people.all() == ()
