"""Where a person is asked to look, what is mended, and what codes say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cardkeeper.fields.codes import said_by
from cardkeeper.fields.extract import extract
from cardkeeper.fields.phones import look_up
from cardkeeper.model.cards import Code, CodeKind, Reading
from cardkeeper.model.drafts import FieldName, Gap, Look, Source
from cardkeeper.model.geometry import Box
from tests.core.fields.helpers_fields import column, line, with_code

PLACE = Box(0, 0, 10, 10)


def test_all_that_a_vcard_says_is_read() -> None:
    text = (
        "BEGIN:VCARD\nVERSION:3.0\nFN:Dr. Anna Berg\nTITLE:Head of Sales\nORG:Berg GmbH;Sales;Export\n"
        "TEL;TYPE=FAX:+49 30 99\nitem1.URL:https://berg.de\nADR;TYPE=WORK:;;Hauptstr. 5;Berlin;;10115;Germany\n"
        "NOTE:a folded\n  line\nEND:VCARD"
    )
    said = [(each.field, each.text) for each in said_by(Code(CodeKind.VCARD, text, PLACE))]
    assert said == [
        (FieldName.TITLE, "Head of Sales"),
        (FieldName.PHONE, "+49 30 99"),
        (FieldName.WEBSITE, "https://berg.de"),
        (FieldName.ADDRESS, "Hauptstr. 5, Berlin 10115, Germany"),
        (FieldName.NAME, "Dr. Anna Berg"),
        (FieldName.COMPANY, "Berg GmbH"),
        (FieldName.DEPARTMENT, "Sales, Export"),
    ]


def test_a_code_of_plain_text_says_nothing() -> None:
    assert said_by(Code(CodeKind.TEXT, "hello", PLACE)) == ()


def test_a_printed_name_keeps_its_honorific_when_a_code_leaves_it_out() -> None:
    card = with_code(column(("Dr. Anna Berg", 40), "anna@berg.de"), "MECARD:N:Berg,Anna;;", CodeKind.MECARD)
    name = extract(card).all(FieldName.NAME)[0]
    assert (name.text, name.source, name.looks) == ("Dr. Anna Berg", Source.CODE, ())


def test_a_code_that_leads_elsewhere_is_kept_as_other_text() -> None:
    card = with_code(column(("Anna Berg", 40), "www.berg.de"), "https://qr.example.org/x1", CodeKind.URL)
    draft = extract(card)
    assert [value.text for value in draft.all(FieldName.WEBSITE)] == ["www.berg.de"]
    assert "https://qr.example.org/x1" in [value.text for value in draft.all(FieldName.OTHER)]


@pytest.mark.parametrize(
    ("lines", "look"),
    [
        (("Anna Berg", "", "Hauptstraße 5"), Look.STREET_WITHOUT_TOWN),
        (("Anna Berg", "", "Paris, France"), Look.TOWN_WITHOUT_STREET),
    ],
)
def test_half_an_address_asks_for_a_look(lines: tuple[str, ...], look: Look) -> None:
    (address,) = extract(column(*lines)).all(FieldName.ADDRESS)
    assert address.looks == (look,)


def test_vietnamese_marks_that_one_reader_may_lose_ask_for_a_look() -> None:
    card = column(("Công Ty TNHH Sữa Lam Giang", 34), ("Võ Minh Triết", 40), "0913 684 207")
    assert Look.UNREAD_SCRIPT in extract(card).all(FieldName.NAME)[0].looks


def test_print_in_a_script_that_no_reader_knows_is_said_where_a_name_is_missing() -> None:
    card = replace(column("ivan@sever.example", "+7 495 555 01 23"), unread=(Box(40, 20, 400, 60),))
    gaps = extract(card).gaps
    assert Gap(FieldName.NAME, Look.UNREAD_SCRIPT) in gaps
    assert Gap(FieldName.COMPANY, Look.UNREAD_SCRIPT) in gaps
    assert all(gap.look is not Look.MISSING for gap in gaps)


def test_a_mail_address_that_nearly_spells_the_name_asks_for_a_look() -> None:
    draft = extract(column(("Andrew Hansen", 40), "Manager", "andrew.hanzen@prismlabs.io"))
    assert draft.all(FieldName.EMAIL)[0].looks == (Look.UNSURE,)


def test_a_number_that_no_country_gives_out_asks_for_a_look() -> None:
    (phone,) = extract(column("Tel. +1 555 12")).all(FieldName.PHONE)
    assert phone.looks == (Look.NOT_A_NUMBER,)
    assert phone.e164 == ""


def test_a_logotype_read_as_a_letter_is_dropped() -> None:
    draft = extract(column(("I Groupe Mercier", 40), "", ("Célina Masse", 40), "Gérant", "c.masse@groupemercier.com"))
    assert draft.text(FieldName.COMPANY) == "Groupe Mercier"


def test_readers_that_differ_on_a_name_offer_both() -> None:
    reading = Reading(1050, 650, (line("Anna Berg", 60, height=40, second="Anne Berg"), line("CEO", 110)))
    name = extract(reading).all(FieldName.NAME)[0]
    assert Look.READERS_DIFFER in name.looks
    assert "Anne Berg" in name.choices


def test_fields_that_the_card_hints_at_are_missed() -> None:
    gaps = extract(column(("Anna Berg", 40), "E-mail: anna berg web de", "www.bergwerk.de")).gaps
    assert {Gap(FieldName.EMAIL, Look.MISSING), Gap(FieldName.COMPANY, Look.MISSING)} <= set(gaps)


@pytest.mark.parametrize(
    ("printed", "regions", "e164"),
    [
        ("+44 (0)20 7183 8750", (), "+442071838750"),
        ("0049 30 1234567", (), "+49301234567"),
        ("030 1234567", ("DE",), "+49301234567"),
        ("030 1234567", (), ""),
        ("12", ("DE",), ""),
    ],
)
def test_a_country_is_never_invented(printed: str, regions: tuple[str, ...], e164: str) -> None:
    assert look_up(printed, regions).e164 == e164


def test_a_tax_number_is_no_phone() -> None:
    draft = extract(column(("Anna Berg", 40), "VAT no. 123 456 789", "ABN: 51 824 753 556", "MST: 0309415872"))
    assert draft.all(FieldName.PHONE) == ()
    assert len(draft.all(FieldName.OTHER)) == 3


@pytest.mark.parametrize(
    ("seen", "also", "looks"),
    [
        ("Tel. +49 30 1234567", "Tel. +49 30 1234567", ()),
        ("Tel. +49 30 1234567", "+49 30 12", ()),
        ("Tel. +49 30 1234567", "~ -- oo", ()),
        ("Tel. +49 30 1234567", "Tel. +49 30 1239567", (Look.READERS_DIFFER,)),
        ("anna.berg@web.de", "annaberg@web de", ()),
        ("annaberg@web.de", "anna.berg@web.de", (Look.READERS_DIFFER,)),
        ("+99 12 345 67 89", "+99 12 345 67 89", ()),
    ],
)
def test_only_other_letters_in_the_same_place_are_a_reason_to_look(
    seen: str, also: str, looks: tuple[Look, ...]
) -> None:
    draft = extract(Reading(1050, 650, (line(seen, 60, second=also),)))
    assert draft.values[0].looks == looks


def test_what_the_card_spells_twice_needs_no_look() -> None:
    mail = line("anna.berg@nordlicht.de", 60, second="anna.borg@nordlicht.de")
    lines = (line("Anna Berg", 10, height=40), mail, line("www.nordlicht.de", 100))
    assert extract(Reading(1050, 650, lines)).all(FieldName.EMAIL)[0].looks == ()


def test_a_capital_i_in_an_address_is_an_l_where_the_name_says_so() -> None:
    draft = extract(column(("Lena Parkes", 40), "Manager", "Iparkes@tamvik.com"))
    assert draft.text(FieldName.EMAIL) == "lparkes@tamvik.com"
    draft = extract(column(("Ian Parkes", 40), "Manager", "Iparkes@tamvik.com"))
    assert draft.text(FieldName.EMAIL) == "Iparkes@tamvik.com"


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("Kirsty Maclnnes", "Kirsty MacInnes"),
        ("Prof. lgor Petrov", "Prof. Igor Petrov"),
        ("Vernon Abernathy Ill", "Vernon Abernathy III"),
        ("PATRlCIA STONE", "PATRICIA STONE"),
        ("Bruce Macleod", "Bruce Macleod"),
        ("Clémence Lloyd", "Clémence Lloyd"),
    ],
)
def test_a_small_l_is_a_capital_i_where_no_word_has_one(seen: str, meant: str) -> None:
    draft = extract(column((seen, 40), "Sales Manager", "", "anna@nordlicht.de"))
    assert draft.text(FieldName.NAME) == meant


def test_a_number_behind_a_title_or_a_department_is_roman() -> None:
    draft = extract(column(("Anna Berg", 40), "Principal Scientist Il", "", "anna@nordlicht.de"))
    assert draft.text(FieldName.TITLE) == "Principal Scientist II"


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("Office 412, AI Garhoud, Dubai - U.A.E.", "Office 412, Al Garhoud, Dubai - U.A.E."),
        ("JI. Raya Darmo No. 88, Surabaya 60265, Indonesia", "Jl. Raya Darmo No. 88, Surabaya 60265, Indonesia"),
    ],
)
def test_a_capital_i_in_an_address_is_the_l_of_a_small_word(seen: str, meant: str) -> None:
    draft = extract(column(("Fatima AI Zahra", 40), "Sales Manager", seen, "fatima@tamvik.ae"))
    assert (draft.text(FieldName.NAME), draft.text(FieldName.ADDRESS)) == ("Fatima Al Zahra", meant)


def test_what_is_called_ai_stays_so() -> None:
    draft = extract(column(("Anna Berg", 40), "AI Engineer", "Nordlicht AI Solutions GmbH", "anna@nordlicht.de"))
    assert (draft.text(FieldName.TITLE), draft.text(FieldName.COMPANY)) == (
        "AI Engineer",
        "Nordlicht AI Solutions GmbH",
    )
