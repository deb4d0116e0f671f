"""What only the neighbours of words tell: labels of people, numbers of registers, marks of initials, houses by name."""

from __future__ import annotations

import pytest

from cardkeeper.model.drafts import FieldName
from tests.core.fields.helpers_fields import column
from tests.core.fields.test_wider import said


@pytest.mark.parametrize("label", ["Ansprechpartner: ", "Contact: ", "Votre interlocuteur : ", "Naam: "])
def test_a_label_of_people_is_no_part_of_the_name(label: str) -> None:
    reading = column(("Umzüge Ritter", 50), "", f"{label}Mehmet Yaldiz", "info@umzuege-ritter.de")
    assert said(reading, FieldName.NAME) == "Mehmet Yaldiz"


def test_whom_to_ask_for_in_the_office_is_not_the_card_s_person_nor_a_department() -> None:
    reading = column(
        ("Klinikum Nordheide gGmbH", 46), "Klinik für Unfallchirurgie", "", ("Dr. med. Annegret Sievers", 44),
        "Chefärztin", "", "Sekretariat: Frau Lorenz · Telefon 04181 555-1210", "www.klinikum-nordheide.de",
    )  # fmt: skip
    assert said(reading, FieldName.NAME) == "Dr. med. Annegret Sievers"
    assert said(reading, FieldName.COMPANY) == "Klinikum Nordheide gGmbH"
    assert said(reading, FieldName.DEPARTMENT) == "Klinik für Unfallchirurgie"


@pytest.mark.parametrize("number", ["Lic. #PL-46371", "NMLS 255025", "DRE #01948822"])
def test_the_number_of_a_licence_is_no_part_of_an_address(number: str) -> None:
    reading = column(("Dale Kessler", 40), "Master Plumber", "", f"2218 Morse Rd, Columbus, OH 43229 {number}")
    assert said(reading, FieldName.ADDRESS) == "2218 Morse Rd, Columbus, OH 43229"


def test_the_year_of_a_foundation_is_not_cut_off_as_a_number_in_a_register() -> None:
    reading = column(("Trattoria da Gino", 50), "Cucina tipica dal 1958", "", "Via del Moro, 33", "00153 Roma")
    assert said(reading, FieldName.COMPANY) == "Trattoria da Gino"


def test_degrees_behind_a_title_leave_it_a_title() -> None:
    reading = column(("Melissa Tarrant", 50), "REALTOR®, CRS, GRI", "", "melissa@harpervance.com")
    assert said(reading, FieldName.TITLE) == "REALTOR®, CRS, GRI"


def test_a_mark_of_initials_gives_way_to_the_name_that_it_stands_for() -> None:
    reading = column(
        ("TSG", 93), "", "", "Transport Service Gelderland", "", ("Marieke Dekker", 43), "Planner", "", "m@planet.nl",
    )  # fmt: skip
    assert said(reading, FieldName.COMPANY) == "Transport Service Gelderland"


def test_initials_alone_are_a_company() -> None:
    reading = column(("BKL", 93), "", ("Marieke van der Kolk", 43), "Accountant", "", "m.vanderkolk@bkl.nl")
    assert said(reading, FieldName.COMPANY) == "BKL"


def test_a_house_by_its_name_opens_an_address() -> None:
    reading = column(
        ("Henrietta Lascelles", 56), "", "", "The Old Rectory", "Church Lane, Much Marden", "Herefordshire HR1 3EZ",
        "", "henrietta@lascelles.me.uk",
    )  # fmt: skip
    assert said(reading, FieldName.COMPANY) == ""
    assert said(reading, FieldName.ADDRESS) == "The Old Rectory, Church Lane, Much Marden, Herefordshire HR1 3EZ"


def test_a_word_of_callings_behind_an_article_stays_in_a_company() -> None:
    reading = column(("The Harbour Courier", 63), "", ("Declan Fitzsimons", 46), "Deputy Editor", "d@harbourcourier.ie")
    assert said(reading, FieldName.COMPANY) == "The Harbour Courier"


def test_degrees_of_architects_are_no_name() -> None:
    reading = column(("morgenrot architekten", 60), "", "lena morgenrot", "dipl. arch. eth sia", "", "lm@morgenrot.ch")
    assert said(reading, FieldName.NAME) == "lena morgenrot"
