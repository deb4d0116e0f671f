"""What people are and where they work, in the words of many trades and countries: degrees, titles, departments."""

from __future__ import annotations

import pytest

from cardkeeper.fields.extract import extract
from cardkeeper.model.cards import Reading
from cardkeeper.model.drafts import FieldName
from tests.core.fields.helpers_fields import column


def said(reading: Reading, field: FieldName) -> str:
    """What a draft has in a field, its values joined."""
    return " / ".join(value.text for value in extract(reading).values if value.field is field)


def card(*below: str) -> Reading:
    """A card of somebody with these lines below the name."""
    firm = ("", "Halden Partners Ltd", "", "12 Main Street, Galena, IL 61036", "anna@haldenpartners.com")
    return column(("Anna Berg", 44), *below, *firm)


@pytest.mark.parametrize(
    "degrees",
    [
        "MBBS, FRACP",
        "M.Ch. (Ortho), DNB",
        "BHMS, MD (Hom)",
        "BPhty, MSportsMed, APAM",
        "BEng (Hons) CEng MICE",
        "CFP®, ChFC®",
        "M.Sc. (Agri.)",
        "F.C.A., D.I.S.A. (ICAI)",
    ],
)
def test_degrees_in_a_row_are_no_title_and_join_none(degrees: str) -> None:
    assert said(card(degrees), FieldName.TITLE) == ""
    assert said(card(degrees, "Senior Adviser"), FieldName.TITLE) == "Senior Adviser"
    assert said(card("Senior Adviser", degrees), FieldName.TITLE) == "Senior Adviser"
    assert said(card(degrees), FieldName.NAME) == "Anna Berg"


@pytest.mark.parametrize("title", ["MD", "MD & CEO", "Stadtplaner", "Fellow"])
def test_what_degrees_share_with_titles_stays_a_title(title: str) -> None:
    assert said(card(title), FieldName.TITLE) == title


FIELDS = ["Transport Planning", "Neonatal Intensive Care", "Brandschutz", "Affaires scolaires", "Medio Ambiente"]


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_of_work_below_a_title_is_a_department_however_it_is_set(field: str) -> None:
    reading = column(
        ("Halden Systems Inc.", 50), "", "", ("Anna Berg", 40), ("Senior Manager", 36), (field, 26),
        "", "", "12 Main Street, Galena, IL 61036", "anna@haldensystems.com",
    )  # fmt: skip
    assert said(reading, FieldName.DEPARTMENT) == field
    assert said(reading, FieldName.TITLE) == "Senior Manager"


@pytest.mark.parametrize("field", ["Planning and Building Control", *FIELDS])
def test_a_field_of_work_below_an_institution_is_a_part_of_it(field: str) -> None:
    reading = column(
        ("Fenmarsh District Council", 42), field, "", "", ("Anna Berg", 40), "Principal Officer",
        "", "", "12 Main Street, Galena, IL 61036", "berg@fenmarsh.example.gov.uk",
    )  # fmt: skip
    assert said(reading, FieldName.DEPARTMENT) == field
    assert said(reading, FieldName.COMPANY) == "Fenmarsh District Council"


@pytest.mark.parametrize("trade", ["Transport Planning", "Brandschutz", "Employment Law"])
def test_the_trade_of_a_firm_below_its_name_is_no_department(trade: str) -> None:
    reading = column(
        ("Halden Systems Inc.", 50), trade, "", "", ("Anna Berg", 40), "Senior Manager",
        "", "", "12 Main Street, Galena, IL 61036", "anna@haldensystems.com",
    )  # fmt: skip
    assert said(reading, FieldName.DEPARTMENT) == ""


@pytest.mark.parametrize(
    "calling",
    [
        "Båtbygger og dagleg leiar", "Verkefnastjóri", "Toimitusjohtaja", "Peaspetsialist", "Projektu vadītāja",
        "Projektų vadovė", "Inżynier budowy", "Místopředseda představenstva", "Obchodný riaditeľ", "Műszaki vezető",
        "Voditeljica odjela", "Svetovalka", "Medic veterinar", "Diş Hekimi", "Kepala Cabang", "Pengurus Besar",
        "Prif Weithredwr", "Stiúrthóir", "Tècnica de cultura", "Ведущий специалист", "Керівник відділу",
        "Πολιτικός Μηχανικός", "Fachärzte für Allgemeinmedizin", "Landscape Groundskeeper", "Pediatric Endodontist",
    ],
)  # fmt: skip
def test_callings_of_further_languages_are_titles_wherever_they_stand(calling: str) -> None:
    reading = column(
        "Halden Ltd", "", calling, ("Anna Berg", 40), "", "12 Main Street, Galena, IL 61036", "a@halden.com"
    )
    assert said(reading, FieldName.TITLE) == calling


def test_two_people_below_each_other_are_not_one_name() -> None:
    reading = column(
        "Gemeinschaftspraxis für Allgemeinmedizin", "", "Dr. med. Wiebke Halden", "Dr. med. Karsten Fiedler", "",
        "Fachärzte für Allgemeinmedizin", "", "Deichstraße 18", "25541 Brunsbüttel", "praxis@halden-fiedler.de",
    )  # fmt: skip
    assert said(reading, FieldName.NAME) in {"Dr. med. Wiebke Halden", "Dr. med. Karsten Fiedler"}


@pytest.mark.parametrize("unit", ["Investor Relations", "Student Services", "Commercial Banking", "Fine Arts"])
def test_a_unit_whose_name_holds_a_title_is_a_department(unit: str) -> None:
    reading = card("Vice President", unit)
    assert said(reading, FieldName.TITLE) == "Vice President"
    assert said(reading, FieldName.DEPARTMENT) == unit


@pytest.mark.parametrize("hospital", ["St. Philomena General Hospital", "Hospital General de Cuenca"])
def test_a_general_hospital_is_no_title(hospital: str) -> None:
    reading = column(hospital, "", "", ("Maria Halden", 44), "", "12 Main Street, Galena, IL 61036", "(02) 8555-0177")
    assert said(reading, FieldName.TITLE) == ""
    assert said(reading, FieldName.COMPANY) == hospital


@pytest.mark.parametrize(
    "unit",
    [
        "Fachteam Wundmanagement", "Bereich Technik", "Regidoria de Mobilitat", "Assessorato all'Ambiente",
        "Direction départementale", "Forskargrupp Optik", "Odjel za urbanizam", "Direcția Patrimoniu",
    ],
)  # fmt: skip
def test_units_of_many_languages_are_departments(unit: str) -> None:
    reading = card("Senior Manager", unit)
    assert said(reading, FieldName.TITLE) == "Senior Manager"
    assert said(reading, FieldName.DEPARTMENT) == unit


@pytest.mark.parametrize("part", ["Instituut Gebouwde Omgeving", "Institute of Applied Optics", "Underwater Acoustics"])
def test_an_institute_below_a_title_is_a_part_of_its_university(part: str) -> None:
    reading = column(
        ("Hogeschool Maasdelta", 42), "", "", ("Bas ter Horst", 40), ("Lector Bouweconomie", 34), (part, 28),
        "", "Postbus 55018, 3001 XX Rotterdam", "b.ter.horst@maasdelta.example.nl",
    )  # fmt: skip
    assert said(reading, FieldName.DEPARTMENT) == part
    assert said(reading, FieldName.COMPANY) == "Hogeschool Maasdelta"
