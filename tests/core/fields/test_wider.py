"""What cards of many trades and countries say, beyond names and numbers: hours, goods, houses, callings, units."""

from __future__ import annotations

import pytest

from cardkeeper.fields.extract import extract
from cardkeeper.model.cards import Reading
from cardkeeper.model.drafts import Draft, FieldName, Look
from tests.core.fields.helpers_fields import column, line


def said(reading: Reading, field: FieldName) -> str:
    """What a draft has in a field, its values joined."""
    return " / ".join(value.text for value in extract(reading).values if value.field is field)


def looks_of(draft: Draft, field: FieldName) -> set[Look]:
    """Why a field of a draft needs a look."""
    return {look for value in draft.values if value.field is field for look in value.looks}


@pytest.mark.parametrize(
    "hours",
    [
        "Open 6 am – 3 pm, closed Mondays",
        "Mo–Fr 8–12 Uhr",
        "Chiuso il lunedì",
        "5 pm to 8 pm",
        "Sunday holiday",
        "Ouvert du mardi au samedi",
    ],
)
def test_opening_hours_are_no_name_and_no_part_of_an_address(hours: str) -> None:
    draft = extract(column(("Trattoria Gigetto", 50), "", "12 Main Street, Galena, Illinois", hours))
    assert hours in {value.text for value in draft.values if value.field is FieldName.OTHER}


@pytest.mark.parametrize("text", ["Marketing, Sales", "Mario do Sol", "Suite 12-14 Floor 2", "24 hours"])
def test_words_that_look_like_days_are_not_taken_for_hours(text: str) -> None:
    reading = column(("Anna Berg", 40), text, "anna@bergwerk.de")
    assert not any("opening hours" in why for value in extract(reading).values for why in value.because)


def test_a_list_of_services_is_no_company() -> None:
    goods = ("Energieausweise", "Fördermittelberatung", "Thermografie", "Sanierungsfahrpläne")
    reading = column(("Sören Tjarks", 50), "Gebäudeenergieberater (HWK)", "", *goods, "", "tjarks@energie-tjarks.de")
    assert said(reading, FieldName.COMPANY) == ""
    assert said(reading, FieldName.TITLE) == "Gebäudeenergieberater (HWK)"


def test_two_people_of_one_name_are_the_name_and_their_house_the_company() -> None:
    reading = column(
        ("The Speckled Hen", 60), "Free House & Dining Rooms", "", "Geoff and Mandy Tyldesley",
        "Chapel Lane, Hathersett, Norfolk NR14 8QZ", "Tel: 01632 960 171", "www.thespeckledhen-hathersett.co.uk",
    )  # fmt: skip
    assert said(reading, FieldName.NAME) == "Geoff and Mandy Tyldesley"
    assert said(reading, FieldName.COMPANY) == "The Speckled Hen"
    assert said(reading, FieldName.ADDRESS) == "Chapel Lane, Hathersett, Norfolk NR14 8QZ"


def test_a_house_named_with_a_possessive_is_a_company() -> None:
    reading = column(("Rosie's Diner", 60), "Breakfast • Lunch • Pie", "", "412 Main Street, Galena, IL 61036")
    assert (said(reading, FieldName.NAME), said(reading, FieldName.COMPANY)) == ("", "Rosie's Diner")


def test_a_title_that_no_list_knows_is_told_by_its_place_below_the_name() -> None:
    reading = column(("Freya Lindenthal", 50), "Klangbildnerei", "", "", "+49 171 39200 31", "mail@freyalindenthal.com")
    assert said(reading, FieldName.NAME) == "Freya Lindenthal"
    assert said(reading, FieldName.TITLE) == "Klangbildnerei"


@pytest.mark.parametrize(
    "calling", ["Zeměměřič", "Topógrafa", "Maquilleuse", "Tandplejer", "Ornithologist", "Geometra"]
)
def test_callings_of_many_languages_are_titles(calling: str) -> None:
    assert said(column(("Anna Berg", 40), calling, "anna@bergwerk.de"), FieldName.TITLE) == calling


def test_two_titles_below_each_other_are_both_kept() -> None:
    reading = column(("Beat Zumstein", 40), "dipl. Treuhandexperte", "Mitglied der Geschäftsleitung", "", "beat@zum.ch")
    assert said(reading, FieldName.TITLE) == "dipl. Treuhandexperte, Mitglied der Geschäftsleitung"


def test_a_degree_is_no_managing_director() -> None:
    reading = column(
        "St. Philomena Hospital", "", ("Maria Aquino, MD, FPCP", 36), "Internal Medicine", "maria@phil.org"
    )
    assert said(reading, FieldName.NAME) == "Maria Aquino, MD, FPCP"


def test_a_unit_right_below_its_company_is_the_department() -> None:
    reading = column(
        ("Lakeshore National Laboratory", 40), "Energy Systems Division", "", "", ("Sherry Tang", 40),
        "Materials Scientist", "", "", "tang@lnl.gov",
    )  # fmt: skip
    assert said(reading, FieldName.DEPARTMENT) == "Energy Systems Division"
    assert said(reading, FieldName.COMPANY) == "Lakeshore National Laboratory"


def test_a_postcode_behind_its_state_is_no_number_even_where_the_state_reads_like_a_label() -> None:
    reading = column("201 North Third Avenue", "Walla Walla, WA 99362-1876", "", "509-555-0183")
    assert said(reading, FieldName.PHONE) == "509-555-0183"
    assert said(reading, FieldName.ADDRESS) == "201 North Third Avenue, Walla Walla, WA 99362-1876"


def test_a_box_and_its_postcode_are_no_number() -> None:
    assert said(column("P.O. Box 4455 - 00200 Nairobi", "Tel: +254 20 555 0120"), FieldName.PHONE) == "+254 20 555 0120"


def test_the_number_of_a_branch_stays_with_its_number() -> None:
    assert said(column("T: +86 512 5555 0118-806"), FieldName.PHONE) == "+86 512 5555 0118-806"
    assert said(column("Tel. +34 955 55 01 30 · Ext. 214"), FieldName.PHONE) == "+34 955 55 01 30 · Ext. 214"


@pytest.mark.parametrize(
    ("printed", "address"),
    [
        (("R. Augusta, 1508 - cj. 84", "São Paulo - SP"), "R. Augusta, 1508 - cj. 84, São Paulo - SP"),
        (("Room No. 241, C Wing", "New Delhi - 110001"), "Room No. 241, C Wing, New Delhi - 110001"),
        (("12 Lake Road, Kochi 682001", "Ropes, Nets, Twine, Buoys"), "12 Lake Road, Kochi 682001"),
    ],
)
def test_addresses_end_where_they_end(printed: tuple[str, ...], address: str) -> None:
    assert said(column(("Anna Berg", 40), "", *printed), FieldName.ADDRESS) == address


@pytest.mark.parametrize(
    ("name", "read", "meant"),
    [
        ("Lotte Hemelrijk", "I.hemelrijk@vlashof.nl", "l.hemelrijk@vlashof.nl"),
        ("Liv Iversen", "liversen@acme.com", "liversen@acme.com"),
        ("Lena Lind", "llind@acme.com", "llind@acme.com"),
    ],
)
def test_an_l_and_a_capital_i_are_told_apart_by_the_name(name: str, read: str, meant: str) -> None:
    assert said(column((name, 40), "Agent", "", read), FieldName.EMAIL) == meant


def test_a_mail_address_cut_by_the_edge_is_completed_from_the_web_page_and_marked() -> None:
    draft = extract(column(("Anna Berg", 40), "Mail info@university-morge", "www.university-morges.org"))
    assert [value.text for value in draft.values if value.field is FieldName.EMAIL] == ["info@university-morges.org"]
    assert Look.MENDED in looks_of(draft, FieldName.EMAIL)


def test_wide_set_signs_of_a_name_are_read_together() -> None:
    reading = Reading(
        1050, 650, (line("遠藤", 300, 364, 74), line("美咲", 300, 412, 74), line("アドバイザー", 190, 340, 40))
    )
    assert said(reading, FieldName.NAME) == "遠藤 美咲"


def test_a_business_in_a_mailbox_of_free_mail_is_not_a_person() -> None:
    reading = column(
        ("EDIL SERVICE di Rossi Maurizio", 40), "Imbiancature - Cartongesso", "", "edilservicerossi@libero.it"
    )
    assert (said(reading, FieldName.NAME), said(reading, FieldName.COMPANY)) == ("", "EDIL SERVICE di Rossi Maurizio")
