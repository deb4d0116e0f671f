"""Several people on one card: partners and couples become a draft each, and nobody is invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cardkeeper import review
from cardkeeper.model.cards import ReadCard, ReaderName, Reading, TextLine
from cardkeeper.model.drafts import Draft, DraftValue, FieldName, Gap, Look
from cardkeeper.model.geometry import Box
from cardkeeper.model.people import PhoneKind
from cardkeeper.review.persons import spells
from tests.ui.waiting_cards import Print, read_card

NAME, TITLE, OTHER, PHONE, EMAIL = (
    FieldName.NAME, FieldName.TITLE, FieldName.OTHER, FieldName.PHONE, FieldName.EMAIL,
)  # fmt: skip


def placed(*lines: tuple[FieldName, str, float, float], mobiles: bool = True) -> ReadCard:
    """A card with lines at places (left, top), each 20 pixels high."""
    texts, values = [], []
    for at, (field, text, left, top) in enumerate(lines):
        box = Box(left, top, left + 9 * len(text), top + 20)
        texts.append(TextLine(text, box, 0.9, ReaderName.NEURAL))
        kind = (PhoneKind.MOBILE if mobiles else PhoneKind.WORK) if field is PHONE else None
        values.append(DraftValue(field, text, 0.9, (box,), (at,), kind=kind, read=text))
    read = read_card(())
    return replace(read, reading=Reading(1000, 600, tuple(texts)), draft=Draft(tuple(values)))


PARTNERS = placed(
    (FieldName.COMPANY, "Meier Schulz Architekten", 100, 40),
    (NAME, "Anna Meier", 100, 120),
    (TITLE, "Architektin", 100, 144),
    (PHONE, "0171 5550111", 100, 200),
    (EMAIL, "anna.meier@ms.example", 100, 224),
    (OTHER, "Bernd Schulz", 500, 120),
    (OTHER, "Bauingenieur", 500, 144),
    (PHONE, "0172 5550222", 500, 200),
    (EMAIL, "b.schulz@ms.example", 500, 224),
    (FieldName.ADDRESS, "Ring 7, 10115 Berlin", 100, 400),
    (OTHER, "Seit 1998", 100, 440),
)


def texts(draft: Draft, field: FieldName) -> list[str]:
    return [value.text for value in draft.all(field)]


def test_partners_with_an_email_each_are_two_people_who_share_company_and_address() -> None:
    anna, bernd = review.people_on(PARTNERS.draft, PARTNERS.reading)
    assert (texts(anna, NAME), texts(bernd, NAME)) == (["Anna Meier"], ["Bernd Schulz"])
    assert (texts(anna, EMAIL), texts(bernd, EMAIL)) == (["anna.meier@ms.example"], ["b.schulz@ms.example"])
    assert (texts(anna, PHONE), texts(bernd, PHONE)) == (["0171 5550111"], ["0172 5550222"])
    assert (texts(anna, TITLE), texts(bernd, TITLE)) == (["Architektin"], ["Bauingenieur"])
    for draft in (anna, bernd):
        assert texts(draft, FieldName.COMPANY) == ["Meier Schulz Architekten"]
        assert texts(draft, FieldName.ADDRESS) == ["Ring 7, 10115 Berlin"]
        assert texts(draft, OTHER) == ["Seit 1998"]


def test_a_title_that_is_only_guessed_from_its_place_asks_for_a_look() -> None:
    _, bernd = review.people_on(PARTNERS.draft, PARTNERS.reading)
    assert bernd.all(TITLE)[0].looks == (Look.GUESSED,)


def test_people_one_below_the_other_keep_their_own_numbers_too() -> None:
    card = placed(
        (NAME, "Anna Meier", 100, 40),
        (PHONE, "0171 5550111", 100, 64),
        (EMAIL, "anna@ms.example", 100, 88),
        (OTHER, "Bernd Meier", 100, 160),
        (PHONE, "0172 5550222", 100, 184),
        (EMAIL, "bernd@ms.example", 100, 208),
    )
    anna, bernd = review.people_on(card.draft, card.reading)
    assert (texts(anna, PHONE), texts(bernd, PHONE)) == (["0171 5550111"], ["0172 5550222"])


def test_a_title_behind_the_name_is_told_apart_and_people_come_in_the_order_of_the_card() -> None:
    card = placed(
        (OTHER, "Rebecca Baxter, Partner", 100, 40),
        (EMAIL, "rbaxter@bp.example", 100, 70),
        (NAME, "Thomas Perry, Partner", 100, 160),
        (EMAIL, "tperry@bp.example", 100, 190),
    )
    rebecca, thomas = review.people_on(card.draft, card.reading)
    assert (texts(rebecca, NAME), texts(rebecca, TITLE)) == (["Rebecca Baxter"], ["Partner"])
    assert (texts(thomas, NAME), texts(thomas, TITLE)) == (["Thomas Perry"], ["Partner"])


def test_one_number_of_the_office_belongs_to_both() -> None:
    lines = [
        (NAME, "Anna Meier", 100.0, 40.0),
        (EMAIL, "anna@ms.example", 100.0, 88.0),
        (OTHER, "Bernd Meier", 500.0, 40.0),
        (EMAIL, "bernd@ms.example", 500.0, 88.0),
        (PHONE, "030 5550100", 100.0, 300.0),
    ]
    card = placed(*lines, mobiles=False)
    anna, bernd = review.people_on(card.draft, card.reading)
    assert texts(anna, PHONE) == texts(bernd, PHONE) == ["030 5550100"]


@pytest.mark.parametrize(
    "lines",
    [
        [Print(NAME, "Anna Meier"), Print(EMAIL, "anna@ms.example"), Print(EMAIL, "office@ms.example")],
        [Print(NAME, "Anna Meier"), Print(OTHER, "Bernd Schulz"), Print(EMAIL, "anna@ms.example")],
        [Print(NAME, "Anna Meier"), Print(OTHER, "Bernd Schulz"), Print(EMAIL, "bernd.schulz@ms.example")],
        [Print(NAME, "Anna Meier"), Print(EMAIL, "anna@ms.example"), Print(EMAIL, "a.meier@private.example")],
        [Print(OTHER, "Bernd Schulz"), Print(EMAIL, "bernd@ms.example")],
        [],
    ],
)
def test_nobody_is_invented(lines: list[Print]) -> None:
    read = read_card(lines)
    assert review.people_on(read.draft, read.reading) == (read.draft,)


@pytest.mark.parametrize(
    ("email", "name", "so"),
    [
        ("anna.meier@x.example", "Anna Meier", True),
        ("meier.anna@x.example", "Dr. Anna Meier", True),
        ("ameier@x.example", "Anna Meier", True),
        ("annam@x.example", "Anna Meier", True),
        ("anna@x.example", "Anna Meier", True),
        ("e.marechal@x.example", "Élisabeth Maréchal", True),
        ("info@x.example", "Anna Meier", False),
        ("am@x.example", "Anna Meier", False),
        ("meierei@x.example", "Anna Meier", False),
        ("", "Anna Meier", False),
        ("anna@x.example", "", False),
    ],
)
def test_an_address_is_made_of_a_name_or_not(email: str, name: str, so: bool) -> None:
    assert spells(email, name) is so


@pytest.mark.parametrize(
    ("name", "two"),
    [
        ("Anna & Bernd Meier", ("Anna Meier", "Bernd Meier")),
        ("Anna und Bernd Meier", ("Anna Meier", "Bernd Meier")),
        ("Jeanne et Paul Didier", ("Jeanne Didier", "Paul Didier")),
        ("Anna Berg and Bernd Meier", ("Anna Berg", "Bernd Meier")),
        ("Smith & Sons", None),
        ("José Ortega y Gasset", None),
        ("Anna Meier", None),
        ("", None),
    ],
)
def test_a_couple_is_two_people_with_one_last_name(name: str, two: tuple[str, str] | None) -> None:
    assert review.couple(name) == two


def test_a_person_may_say_that_one_more_is_on_the_card() -> None:
    stays, theirs = review.another(PARTNERS.draft)
    assert stays == PARTNERS.draft
    assert texts(theirs, FieldName.COMPANY) == ["Meier Schulz Architekten"]
    assert texts(theirs, EMAIL) == texts(theirs, PHONE) == []
    assert theirs.gaps == (Gap(NAME, Look.MISSING),)


def test_the_name_of_a_couple_is_shared_out() -> None:
    read = read_card((Print(NAME, "Anna & Bernd Meier"), Print(FieldName.COMPANY, "Haus & Hof")))
    stays, theirs = review.another(read.draft)
    assert (stays.text(NAME), theirs.text(NAME)) == ("Anna Meier", "Bernd Meier")
    assert theirs.all(NAME)[0].boxes == read.draft.values[0].boxes


def test_each_of_a_couple_keeps_their_own_email_and_both_have_the_number() -> None:
    read = read_card(
        (
            Print(NAME, "Anna & Bernd Meier"),
            Print(EMAIL, "anna@meier.example"),
            Print(EMAIL, "bernd@meier.example"),
            Print(EMAIL, "meier@meier.example"),
            Print(PHONE, "030 5550100"),
        )
    )
    stays, theirs = review.another(read.draft)
    assert texts(stays, EMAIL) == ["anna@meier.example", "meier@meier.example"]
    assert texts(theirs, EMAIL) == ["bernd@meier.example", "meier@meier.example"]
    assert texts(stays, PHONE) == texts(theirs, PHONE) == ["030 5550100"]


def test_a_couple_with_an_email_each_is_two_people_without_asking() -> None:
    couple = (
        Print(NAME, "Anna & Bernd Meier"),
        Print(EMAIL, "anna@meier.example"),
        Print(EMAIL, "bernd@meier.example"),
    )
    read = read_card(couple)
    assert [draft.text(NAME) for draft in review.people_on(read.draft, read.reading)] == ["Anna Meier", "Bernd Meier"]
    read = read_card(couple[:2])
    assert len(review.people_on(read.draft, read.reading)) == 1


def test_two_who_are_one_after_all_lose_nothing() -> None:
    anna, bernd = review.people_on(PARTNERS.draft, PARTNERS.reading)
    one = review.one_again(anna, bernd)
    assert {line for value in one.values for line in value.lines} == set(range(11))
    assert texts(one, NAME) == ["Anna Meier"]
    assert "Bernd Schulz" in texts(one, OTHER)
    assert texts(one, EMAIL) == ["anna.meier@ms.example", "b.schulz@ms.example"]
