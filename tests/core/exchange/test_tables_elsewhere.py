"""Tables of programs and lands that nobody here has: each value stands in its field, nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardkeeper.exchange.loading import load
from tests.core.exchange.lines_of import line_of
from tests.core.exchange.tables_elsewhere import TABLES
from tests.core.exchange.there_and_back import there_and_back


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
