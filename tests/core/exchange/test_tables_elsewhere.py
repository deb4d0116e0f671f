"""Tables of programs and lands that nobody here has: each value stands in its field, nothing is lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cardkeeper.exchange.loading import load
from cardkeeper.model.people import MetContext
from tests.core.exchange import tables_elsewhere, tables_of_apps, tables_of_lands
from tests.core.exchange.lines_of import line_of
from tests.core.exchange.there_and_back import there_and_back

TABLES = {**tables_elsewhere.TABLES, **tables_of_apps.TABLES, **tables_of_lands.TABLES}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_another_program(name: str) -> None:
    encoding, text, people = TABLES[name]
    loaded = load("people.csv", text.encode(encoding), region="DE")
    assert tuple(map(line_of, loaded.records)) == people
    assert loaded.problems == ()


@pytest.mark.parametrize("name", TABLES)
def test_nothing_is_lost_and_nothing_comes_twice(name: str, tmp_path: Path) -> None:
    encoding, text, _ = TABLES[name]
    there_and_back("people.csv", text.encode(encoding), tmp_path)


def test_two_columns_of_one_name_are_no_second_person() -> None:
    (record,) = load("a.csv", b"Name,Email,Name\nAnn Lee,ann@x.example,Lumen\n").records
    assert record.contact.emails == ("ann@x.example",)


def test_a_company_with_a_comma_is_no_name_of_a_register() -> None:
    names = [r.contact.name for r in load("a.csv", b'Name,Phone\n"Lumen, Inc.",1\n"Sable, LLC",2\n').records]
    assert names == ["Lumen, Inc.", "Sable, LLC"]


def test_a_second_company_is_kept_beside_the_first() -> None:
    (record,) = load("a.csv", b"Name,Company,Associated Company\nAnn Lee,Lumen,Sable\n").records
    assert record.contact.company == "Lumen"
    assert [each.value for each in record.contact.kept if each.name == "X-CUSTOM"] == ["Sable"]


def test_where_and_when_somebody_was_met_becomes_how_they_were_met() -> None:
    (record,) = load("a.csv", b"Name,Email,Where we met,Met on\nAnn Lee,a@x.example,Fair,2026-03-04\n").records
    assert record.met == (MetContext("Fair", date(2026, 3, 4)),)


def test_a_number_without_a_country_is_one_of_the_country_of_its_address() -> None:
    rows = b"Name,Phone,Country\nAnn Lee,(415) 555-0132,United States\nJo Ray,030 6966377,\n"
    numbers = [record.contact.phones[0].e164 for record in load("a.csv", rows, region="DE").records]
    assert numbers == ["+14155550132", "+49306966377"]
