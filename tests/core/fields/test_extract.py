"""Whole cards: who is it, what do they do, for whom and where, and nothing read is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardkeeper.fields.extract import extract
from cardkeeper.model.cards import CodeKind, ReaderName, Reading, TextLine
from cardkeeper.model.drafts import Draft, FieldName, Gap, Look, Source
from cardkeeper.model.geometry import Box
from tests.core.fields.helpers_fields import column, line, with_code


def said(draft: Draft) -> dict[str, str]:
    return {str(field): draft.text(field) for field in FieldName if draft.text(field) and field is not FieldName.OTHER}


def test_a_plain_card_is_understood() -> None:
    draft = extract(
        column(
            ("Harbor Design Studio", 44), "", ("Anna Whitfield", 40), "Senior Architect", "", "T +1 212 555 0143",
            "anna@harbordesign.com", "www.harbordesign.com", "12 Mill Lane", "Portland, OR 97201",
        )
    )  # fmt: skip
    assert said(draft) == {
        "name": "Anna Whitfield",
        "title": "Senior Architect",
        "company": "Harbor Design Studio",
        "email": "anna@harbordesign.com",
        "phone": "+1 212 555 0143",
        "website": "www.harbordesign.com",
        "address": "12 Mill Lane, Portland, OR 97201",
    }
    assert not draft.needs_look


@pytest.mark.parametrize(
    ("printed", "name", "title"),
    [
        ("Carmen Roselló — Gerente General", "Carmen Roselló", "Gerente General"),
        ("Carmen Roselló | Gerente General", "Carmen Roselló", "Gerente General"),
        ("Carmen Roselló, Gerente General", "Carmen Roselló", "Gerente General"),
        ("Bernard Rossi Founder & CEO", "Bernard Rossi", "Founder & CEO"),
        ("Pam Martin, MD — Sales Manager", "Pam Martin, MD", "Sales Manager"),
        ("Prop. Mahesh Kumar", "Mahesh Kumar", "Prop."),
    ],
)
def test_name_and_title_on_one_line_are_parted(printed: str, name: str, title: str) -> None:
    draft = extract(column((printed, 34), "+34 928 811 161"))
    assert (draft.text(FieldName.NAME), draft.text(FieldName.TITLE)) == (name, title)


def test_a_title_keeps_its_comma() -> None:
    draft = extract(column(("James Hansen", 40), "Vice President, Operations", "james.hansen@quantalabs.com"))
    assert draft.text(FieldName.TITLE) == "Vice President, Operations"


def test_degrees_and_honorifics_stay_in_the_name_as_printed() -> None:
    draft = extract(column(("Dr. Anna Schmidt, Ph.D.", 40), "Professor of Chemistry", "University of Bremen"))
    assert draft.text(FieldName.NAME) == "Dr. Anna Schmidt, Ph.D."
    assert draft.text(FieldName.COMPANY) == "University of Bremen"


def test_a_name_on_two_lines_is_one_name() -> None:
    draft = extract(column(("Sandra", 40), ("TUCKER", 40), "", "Art Director", "sandra.tucker@finefx.com"))
    assert draft.text(FieldName.NAME) == "Sandra TUCKER"


def test_a_slogan_is_not_a_company() -> None:
    draft = extract(column(("Anna Berg", 40), "Realtor", "Your home, our promise", "anna.berg@gmail.com"))
    assert draft.text(FieldName.COMPANY) == ""
    assert [value.text for value in draft.all(FieldName.OTHER)] == ["Your home, our promise"]


def test_a_department_is_told_from_title_and_company() -> None:
    draft = extract(
        column(
            ("Acme GmbH", 40), "", ("Roland Fischer", 36), "Geschäftsführer", "Abteilung Einkauf", "r.fischer@acme.de"
        )
    )
    assert draft.text(FieldName.DEPARTMENT) == "Abteilung Einkauf"
    assert draft.text(FieldName.TITLE) == "Geschäftsführer"
    assert draft.text(FieldName.COMPANY) == "Acme GmbH"


def test_two_offices_are_two_addresses() -> None:
    draft = extract(
        column(
            ("Anna Berg", 40), "CEO", "", "Hauptstraße 5", "10115 Berlin", "Germany", "", "", "12 Mill Lane",
            "Portland, OR 97201", "USA",
        )
    )  # fmt: skip
    assert [value.text for value in draft.all(FieldName.ADDRESS)] == [
        "Hauptstraße 5, 10115 Berlin, Germany",
        "12 Mill Lane, Portland, OR 97201, USA",
    ]


def test_a_list_of_towns_is_no_address() -> None:
    draft = extract(column(("Thierry Moreau", 40), "Directeur", "Lyon - Montréal - Dakar - Nairobi"))
    assert draft.text(FieldName.ADDRESS) == ""


@pytest.mark.parametrize(
    ("lines", "name", "company"),
    [
        (
            (("株式会社山田商事", 36), "営業部長", ("山田 太郎", 44), "TEL 03-1234-5678"),
            "山田 太郎",
            "株式会社山田商事",
        ),
        ((("삼한전자 주식회사", 36), ("김민수", 44), "부장", "010-1234-5678"), "김민수", "삼한전자 주식회사"),
        (
            (("深圳市微星科技有限公司", 36), ("王小明", 44), "总经理", "+86 137 2684 5091"),
            "王小明",
            "深圳市微星科技有限公司",
        ),
    ],
)
def test_east_asian_cards_are_understood(lines: tuple[str | tuple[str, float], ...], name: str, company: str) -> None:
    draft = extract(column(*lines))
    assert (draft.text(FieldName.NAME), draft.text(FieldName.COMPANY)) == (name, company)


def test_a_small_l_for_a_capital_i_is_mended_when_the_mail_address_agrees() -> None:
    draft = extract(column(("lan Goldsmith", 40), "Engineer", "ian@cambridgelogic.co.uk"))
    assert draft.text(FieldName.NAME) == "Ian Goldsmith"


def test_readers_that_differ_on_a_number_ask_for_a_look() -> None:
    reading = Reading(1050, 650, (line("Tel. +49 30 1234567", 60, second="Tel. +49 30 1234561"),))
    (phone,) = extract(reading).all(FieldName.PHONE)
    assert Look.READERS_DIFFER in phone.looks
    assert phone.choices == ("+49 30 1234561",)


def test_readers_that_agree_make_a_value_surer() -> None:
    alone = extract(Reading(1050, 650, (line("anna@firm.de", 60, sure=0.93),)))
    both = extract(Reading(1050, 650, (line("anna@firm.de", 60, sure=0.93, second="anna@firm.de"),)))
    assert both.all(FieldName.EMAIL)[0].confidence > alone.all(FieldName.EMAIL)[0].confidence


def test_mail_and_web_page_that_nearly_agree_ask_for_a_look() -> None:
    draft = extract(column(("Anna Berg", 40), "anna@sablelabs.com", "www.sab1elabs.com"))
    assert {FieldName.EMAIL, FieldName.WEBSITE} <= set(draft.needs_look)


VCARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Berg;Anna\r\nORG:Berg GmbH\r\n"
    "TEL;TYPE=CELL:{tel}\r\nEMAIL:anna@berg.de\r\nEND:VCARD"
)


def test_what_a_code_says_like_print_is_sure() -> None:
    card = column(("Anna Berg", 40), "Mobil +49 171 1234567", "anna@berg.de")
    draft = extract(with_code(card, VCARD.format(tel="+491711234567")))
    (phone,) = draft.all(FieldName.PHONE)
    assert (phone.text, phone.source, phone.looks) == ("+49 171 1234567", Source.CODE, ())
    assert draft.text(FieldName.COMPANY) == "Berg GmbH"


def test_a_code_outranks_print_and_says_so() -> None:
    card = column(("Anna Berg", 40), "Mobil +49 171 1234561", "anna@berg.de")
    (phone,) = extract(with_code(card, VCARD.format(tel="+49 171 1234567"))).all(FieldName.PHONE)
    assert phone.text == "+49 171 1234567"
    assert phone.looks == (Look.CODE_DIFFERS,)
    assert phone.choices == ("+49 171 1234561",)


def test_a_mecard_is_understood() -> None:
    card = with_code(column("Hello"), "MECARD:N:Berg,Anna;TEL:+4930123456;EMAIL:anna@berg.de;;", CodeKind.MECARD)
    draft = extract(card)
    assert draft.text(FieldName.NAME) == "Anna Berg"
    assert draft.text(FieldName.EMAIL) == "anna@berg.de"


def test_a_card_without_a_name_asks_for_one() -> None:
    assert Gap(FieldName.NAME, Look.MISSING) in extract(column("+49 30 1234567")).gaps


def test_an_empty_reading_is_an_empty_draft() -> None:
    assert extract(Reading(1050, 650)) == Draft()


WORDS = st.sampled_from(
    [
        "Anna",
        "Berg",
        "GmbH",
        "Tel.",
        "Fax:",
        "+49",
        "30",
        "1234567",
        "anna@berg.de",
        "www.berg.de",
        "10115",
        "Berlin",
        "Hauptstr.",
        "5",
        "CEO",
        "&",
        ",",
        "|",
        "–",
        "Manager",
        "Sales",
        "株式会社",
        "山田",
        "☎",
        "@",
        ".",
        ":",
        "0",
        "E",
        "Dr.",
        "of",
        "the",
        "Department",
        "〒",
        "©",
        "(",
        ")",
        "USA",
        "Head",
        "Office",
        "Address:",
        "VAT",
        "12-34",
    ]
)
LINES = st.lists(
    st.tuples(
        st.one_of(st.lists(WORDS, min_size=1, max_size=6).map(" ".join), st.text(min_size=1, max_size=20)),
        st.integers(0, 900), st.integers(0, 600), st.integers(8, 120),
    ),
    max_size=9,
)  # fmt: skip


@settings(max_examples=150)
@given(LINES)
def test_nothing_read_is_lost(printed: list[tuple[str, int, int, int]]) -> None:
    lines = tuple(
        TextLine(text, Box(left, top, left + 10 * len(text), top + height), 0.9, ReaderName.NEURAL)
        for text, left, top, height in printed
    )
    draft = extract(Reading(1000, 700, lines))
    assert {index for value in draft.values for index in value.lines} == set(range(len(lines)))
    kept = "".join("".join(value.text.split()) for value in draft.values).casefold()
    for text, *_ in printed:
        for word in text.split():
            if word in {"Berg", "Anna", "Berlin", "株式会社"}:
                assert word.casefold() in kept
    for value in draft.values:
        assert 0.0 <= value.confidence <= 1.0
        assert value.because


def test_every_value_says_why() -> None:
    draft = extract(column(("Anna Berg", 40), "CEO", "anna@berg.de"))
    assert all(value.because for value in draft.values)
    assert any("e-mail" in reason for reason in draft.all(FieldName.NAME)[0].because)


def test_a_second_office_does_not_join_the_first() -> None:
    draft = extract(column("5, place Saint-Éloi", "33000 Bordeaux", "6, rue des Tonneliers", "69002 Lyon"))
    assert draft.text(FieldName.ADDRESS) == "5, place Saint-Éloi, 33000 Bordeaux"


def test_a_house_above_its_street_belongs_to_the_address() -> None:
    draft = extract(
        column(("Tamvik AG", 50), "", ("Anna Berg", 40), "", "Harbour House", "Seestrasse 18", "4051 Basel")
    )
    assert draft.text(FieldName.ADDRESS) == "Harbour House, Seestrasse 18, 4051 Basel"


def test_a_company_above_its_address_is_no_part_of_it() -> None:
    draft = extract(column(("Anna Berg", 40), "", "Tamvik", "Seestrasse 18", "4051 Basel", "anna@tamvik.ch"))
    assert draft.text(FieldName.ADDRESS) == "Seestrasse 18, 4051 Basel"
    assert draft.text(FieldName.COMPANY) == "Tamvik"


@pytest.mark.parametrize("slogan", ["Reformas en general", "a member of the Ostmark Group", "web platforms"])
def test_a_slogan_under_a_company_is_no_part_of_it(slogan: str) -> None:
    draft = extract(column(("Tamvik Interiors", 50), (slogan, 28), "", ("Anna Berg", 40), "anna@tamvikinteriors.com"))
    assert draft.text(FieldName.COMPANY) == "Tamvik Interiors"


def test_a_department_named_after_an_office_is_no_title() -> None:
    draft = extract(column(("Anna Berg", 40), "Inspector", "Office of the Registrar"))
    assert (draft.text(FieldName.TITLE), draft.text(FieldName.DEPARTMENT)) == ("Inspector", "Office of the Registrar")


def test_what_the_places_of_other_values_are_worth_is_said() -> None:
    (title,) = extract(column(("Anna Berg", 40), "Head of Sales")).all(FieldName.TITLE)
    assert any(reason.startswith("right below the name") for reason in title.because)


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("DIRECTE UR GÉNÉRA L", "DIRECTEUR GÉNÉRAL"),
        ("SalesManager", "Sales Manager"),
        ("Forsaljningschef", "Försäljningschef"),
        ("RESPONSABLE COMERCIAL", "RESPONSABLE COMERCIAL"),
        ("Malermeister", "Malermeister"),
    ],
)
def test_spaces_and_accents_of_jobs_are_put_right(printed: str, meant: str) -> None:
    assert extract(column(("Anna Berg", 40), printed)).text(FieldName.TITLE) == meant


def test_a_field_of_work_that_lost_a_space_is_known_again() -> None:
    draft = extract(column(("Anna Berg", 40), "Leiterin", "Forschung undEntwicklung"))
    assert "Forschung und Entwicklung" in (draft.text(FieldName.TITLE), draft.text(FieldName.DEPARTMENT))


@pytest.mark.parametrize(
    ("address", "below"),
    [
        ("1, rue des Tonneliers, 33000 Bordeaux", "24 h Service"),
        ("440 W. Harbor Street, Chicago IL 60610, USA", "24 h Service"),
        ("Rua das Oliveiras 5, 4000-322 Porto", "Banners, Posters, Stickers"),
    ],
)
def test_an_address_on_one_line_ends_where_its_town_does(address: str, below: str) -> None:
    draft = extract(column(("Nina Marten", 40), "Managing Director", "", "nina@marten.example", "", address, below))
    assert draft.text(FieldName.ADDRESS) == address


def test_a_number_glued_to_the_mail_address_behind_it_keeps_its_digits() -> None:
    draft = extract(column(("Anna Livoti", 40), "+31 20 5550703livoti@castevio.example"))
    assert draft.text(FieldName.EMAIL) == "livoti@castevio.example"
    assert draft.text(FieldName.PHONE) == "+31 20 5550703"


def test_an_institution_that_says_what_for_on_two_lines_is_whole() -> None:
    draft = extract(column(("Portland Museum of Local", 34), ("History", 34), "", "", "info@portlandmuseum.example"))
    assert draft.text(FieldName.COMPANY) == "Portland Museum of Local History"
    assert not draft.text(FieldName.NAME)


def test_an_address_ends_where_its_town_does() -> None:
    draft = extract(column("Am Heumarkt 28/7, A-5020 Salzburg", "Am Heumarkt 3", "1030 Wien"))
    assert draft.text(FieldName.ADDRESS) == "Am Heumarkt 28/7, A-5020 Salzburg"
    draft = extract(column("5, place Saint-Éloi", "33000 Bordeaux", "Banners, Posters, Stickers"))
    assert draft.text(FieldName.ADDRESS) == "5, place Saint-Éloi, 33000 Bordeaux"
