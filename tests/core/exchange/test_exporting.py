"""People leave as a CSV file that holds everything, opens anywhere, and runs nothing."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from cardkeeper.errors import LibraryError, WrongInput
from cardkeeper.exchange.exporting import Format, pieces
from cardkeeper.exchange.people import ExportedPerson
from cardkeeper.exchange.tables.guarding import safe
from cardkeeper.model.people import (
    Contact,
    FollowUp,
    FollowUpKind,
    How,
    MetContext,
    Phone,
    PhoneKind,
    Position,
    Stage,
    Tier,
)
from cardkeeper.outgoing import write_file

THEODOR = ExportedPerson(
    Contact(
        "Theodor Speer",
        (
            Position("Head of development", "", "Lumen", date(2019, 1, 1), date(2024, 1, 1)),
            Position("Managing director", "Research", "Röhricht & Drub AG", date(2024, 1, 1)),
        ),
        ("theodor@example.org", "t@example.org"),
        (Phone("+49 30 6966377", PhoneKind.WORK, "+49306966377"), Phone("0171 / 1234567", PhoneKind.MOBILE)),
        ("www.example.org",),
        ("Ring 31/77, 18028 Calau",),
        ("partner", "pumps"),
        ("Sails", "Two daughters"),
        ("Pump refits",),
        "Line one\nLine two",
        ("Since 1903",),
        Tier.A,
        ("address",),
        id=5,
    ),
    (MetContext("Fair", date(2025, 3, 20), "Hanover", How.INTRODUCED, "Clelia Delle", "pumps"),),
    FollowUp(5, FollowUpKind.COFFEE, Stage.INVITED, date(2026, 11, 26), date(2026, 11, 19)),
    date(2025, 3, 21),
    date(2026, 11, 10),
)
BARE = ExportedPerson(Contact("Ann"))


def csv_bytes(people: Sequence[ExportedPerson], form: Format = Format.CSV) -> bytes:
    return b"".join(pieces(people, form, lambda _: None))


def csv_text(people: Sequence[ExportedPerson]) -> str:
    return csv_bytes(people).decode("utf-8-sig")


def write_csv(people: Sequence[ExportedPerson], target: Path) -> None:
    write_file(people, Format.CSV, target, lambda _: None)


def table(*people: ExportedPerson) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(csv_text(people), newline="")))


def test_everything_that_is_known_is_there() -> None:
    (person,) = table(THEODOR)
    assert {heading: text for heading, text in person.items() if text} == {
        "Name": "Theodor Speer",
        "Title": "Managing director",
        "Department": "Research",
        "Company": "Röhricht & Drub AG",
        "Since": "2024-01-01",
        "Title 2": "Head of development",
        "Company 2": "Lumen",
        "Since 2": "2019-01-01",
        "Until 2": "2024-01-01",
        "E-mail": "theodor@example.org",
        "E-mail 2": "t@example.org",
        "Phone": "+49 30 6966377",
        "Phone kind": "work",
        "Phone E.164": "+49306966377",
        "Phone 2": "0171 / 1234567",
        "Phone 2 kind": "mobile",
        "Website": "www.example.org",
        "Address": "Ring 31/77, 18028 Calau",
        "Tags": "partner; pumps",
        "Tier": "A",
        "Facts": "Sails\nTwo daughters",
        "Offers": "Pump refits",
        "Notes": "Line one\nLine two",
        "Other text": "Since 1903",
        "Needs a look": "address",
        "Met at event": "Fair",
        "Met on": "2025-03-20",
        "Met at place": "Hanover",
        "Met how": "introduced",
        "Met through": "Clelia Delle",
        "Talked about": "pumps",
        "Next step": "coffee",
        "Next step stage": "invited",
        "Next step due": "2026-11-26",
        "Last talked": "2026-11-10",
        "Added on": "2025-03-21",
    }


def test_columns_repeat_only_as_far_as_somebody_needs_them() -> None:
    assert "E-mail 2" not in table(BARE)[0]
    assert "E-mail 2" in table(BARE, THEODOR)[0]
    assert {person["Name"]: person["E-mail 2"] for person in table(BARE, THEODOR)} == {
        "Ann": "",
        "Theodor Speer": "t@example.org",
    }


def test_every_row_has_a_cell_for_every_heading() -> None:
    rows = list(csv.reader(io.StringIO(csv_text([BARE, THEODOR, BARE]), newline="")))
    assert len({len(row) for row in rows}) == 1
    assert len(set(rows[0])) == len(rows[0])


def test_nobody_is_still_a_table() -> None:
    assert csv_text([]).startswith("Name,Title,Department,Company,")
    assert csv_text([]).count("\r\n") == 1


def test_excel_reads_accents_and_lines_rightly() -> None:
    data = csv_bytes([THEODOR])
    assert data.startswith(b"\xef\xbb\xbfName,")
    assert "Röhricht & Drub AG".encode() in data
    assert data.count(b"\r\n") == 2


@pytest.mark.parametrize(
    "formula",
    [
        "=1+1",
        "+1+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "\0=1",
        "＝1+1",
        "＋1",
        "－1",
        "＠A",
        "  =1+1",
        "\ufeff=1+1",
        "\u00a0\u200b=1",
    ],
)
def test_no_cell_is_a_formula(formula: str) -> None:
    assert safe(formula) == f"'{formula}"
    contact = Contact(formula, notes=formula, tags=(formula,), phones=(Phone(formula),), emails=(formula,))
    (person,) = table(ExportedPerson(contact))
    assert [person[heading] for heading in ("Name", "Notes", "Tags", "Phone", "E-mail")] == [f"'{formula}"] * 5


@pytest.mark.parametrize("text", ["", "Ann", "O'Neil", "a=b", "1+1", "{=x", "5 %"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert safe(text) == text


@pytest.mark.parametrize("number", ["+49 30 6966377", "+1 (288) 485-9155", "030/696 63.77", "(288) 485-9155"])
def test_phone_numbers_stay_usable(number: str) -> None:
    assert table(ExportedPerson(Contact("Ann", phones=(Phone(number),))))[0]["Phone"] == number


def test_a_plus_is_only_harmless_in_a_phone() -> None:
    assert table(ExportedPerson(Contact("+49 30 6966377")))[0]["Name"] == "'+49 30 6966377"


def test_a_file_is_whole_or_not_there(tmp_path: Path) -> None:
    target = tmp_path / "out" / "people.csv"
    write_csv([THEODOR, BARE], target)
    assert target.read_bytes() == csv_bytes([THEODOR, BARE])
    assert [path.name for path in target.parent.iterdir()] == ["people.csv"]


def test_places_that_cannot_be_written_are_named(tmp_path: Path) -> None:
    with pytest.raises(WrongInput, match="is a folder"):
        write_csv([BARE], tmp_path)
    (tmp_path / "file").write_text("kept", encoding="utf-8")
    with pytest.raises(LibraryError, match="can't be written"):
        write_csv([BARE], tmp_path / "file" / "people.csv")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "kept"
