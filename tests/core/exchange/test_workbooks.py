"""An Excel workbook comes in as what a person sees in it; one that would fill the memory, or is none, is refused."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from cardkeeper.errors import UnreadableFile
from cardkeeper.exchange.loading import Loaded, load
from cardkeeper.exchange.tables.sheets import read_workbook
from cardkeeper.exchange.workbook import workbook as written

HEAD = ("Name", "Telefon", "PLZ", "Ort", "Geburtstag", "Getroffen am", "Rate")


def workbook(*sheets: Sequence[Sequence[object]], change: Callable[[Any], object] = lambda _: None) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets, start=1):
        sheet = book.create_sheet(f"Sheet {number}")
        for row in rows:
            sheet.append(list(row))
    change(book)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def read(data: bytes) -> Loaded:
    return load("people.xlsx", data, region="DE")


def with_part(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The workbook with its first sheet changed."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, change(part) if name.endswith("sheet1.xml") else part)
    return target.getvalue()


def test_numbers_days_and_zeros_stand_as_they_are_seen() -> None:
    row = ("Jörg Müller", 493069663770, 1067, "Dresden", datetime(1980, 3, 21), date(2026, 3, 4), 1.5)  # noqa: DTZ001

    def zeros(book: Any) -> None:
        book.active["C2"].number_format = "00000"

    (record,) = read(workbook([HEAD, row], change=zeros)).records
    assert record.contact.name == "Jörg Müller"
    assert record.contact.phones[0].number == "493069663770"
    assert record.contact.addresses == ("01067 Dresden",)
    assert [met.on for met in record.met] == [date(2026, 3, 4)]
    kept = {each.name: each.value for each in record.contact.kept}
    assert (kept["BDAY"], kept["X-CUSTOM"]) == ("1980-03-21", "1.5")


def test_headings_may_stand_below_a_title_and_formulas_and_errors_are_never_words() -> None:
    rows = [("Meine Kontakte",), (), ("Name", "Telefon", "Mail"), ("Ann Lee", "#N/A", "=A1&1")]
    loaded = read(workbook(rows, change=lambda book: book.active.merge_cells("A1:C1")))
    (record,) = loaded.records
    assert (record.contact.name, record.contact.phones, record.contact.emails) == ("Ann Lee", (), ())


def test_a_formula_that_nobody_worked_out_is_said_with_its_cell() -> None:
    rows = [HEAD[:3], ("Ann Lee", "=B1&1", "01067"), ("Bob Ray", '=IF(A1="x",1,"")', ""), ("=A2&1",)]
    empty = b'<c r="B3" t="str">'  # Excel's own words for a formula that comes to an empty text
    loaded = read(with_part(workbook(rows), lambda part: part.replace(b'<c r="B3">', empty)))
    assert [(record.contact.name, record.problems) for record in loaded.records] == [
        ("Ann Lee", ("B2 holds a formula without its result: open the workbook in a spreadsheet and save it again.",)),
        ("Bob Ray", ()),
    ]
    assert [problem.line for problem in loaded.problems] == [4]


def test_letters_that_xml_has_not_are_read_as_excel_writes_them() -> None:
    (record,) = read(workbook([("Name", "Notes"), ("Ann Lee", "one_x000D_\ntwo _x005F_x0041_")])).records
    assert record.contact.notes == "one\ntwo _x0041_"


def test_what_is_written_is_read_as_it_was() -> None:
    odd = ["a&b <c>\"'", "bell\x07", "_x0041_", "half \ud800", "=1+1", "é山\uffff", "x" * 40_000]
    table = read_workbook(written([["Name", *"123456"], odd, [], ["", "z"]]), "own.xlsx")
    assert [row.cells for row in table.rows] == [
        ("a&b <c>\"'", "bell\x07", "_x0041_", "half \ufffd", "=1+1", "é山\uffff", "x" * 32_767, "x" * 7_233),
        ("", "z", "", "", "", "", ""),
    ]


def test_a_process_that_reads_a_workbook_does_without_numpy(tmp_path: Path) -> None:
    (tmp_path / "people.xlsx").write_bytes(workbook([HEAD, ("Ann Lee",)]))
    code = """
import sys
from pathlib import Path
from cardkeeper.exchange.loading import load
print(len(load("people.xlsx", Path(sys.argv[1]).read_bytes()).records), "numpy" in sys.modules)
import numpy
"""
    said = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "people.xlsx")], capture_output=True, text=True, check=True
    )
    assert said.stdout == "1 False\n"


def test_sheets_with_the_same_headings_are_one_table_and_others_are_named() -> None:
    totals = [("Month", "Total"), ("Jan", 5)]
    secret = [("Name", "Email"), ("Hidden Person", "h@x.example")]

    def hide(book: Any) -> None:
        book["Sheet 4"].sheet_state = "hidden"

    first, second = [("Name", "Email"), ("Ann Lee", "a@x.example")], [("Name", "Email"), ("Bob Ray", "b@x.example")]
    loaded = read(workbook(totals, first, second, secret, change=hide))
    assert [record.contact.name for record in loaded.records] == ["Ann Lee", "Bob Ray"]
    assert loaded.remarks == ("The sheet “Sheet 1” has other headings and was left out; save it as a file of its own.",)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\xd0\xcf\x11\xe0" + bytes(600), id="old Excel, or with a password"),
        pytest.param(workbook([HEAD])[:-40], id="cut off"),
        pytest.param(with_part(workbook([HEAD]), lambda part: part[:200]), id="a sheet that ends"),
    ],
)
def test_what_is_no_workbook_of_today_says_what_to_do(data: bytes) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read(data)
    assert ".xlsx" in refused.value.remedy


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda part: part.replace(b"<sheetData>", b"<sheetData>" + b" " * 120_000_000), id="blown up"),
        pytest.param(
            lambda part: part.replace(
                b"</sheetData>",
                b"".join(b'<row r="%d"><c r="XFD%d"><v>1</v></c></row>' % (at, at) for at in range(2, 700))
                + b"</sheetData>",
            ),
            id="far too wide",
        ),
    ],
)
def test_a_workbook_that_would_fill_the_memory_is_refused(change: Callable[[bytes], bytes]) -> None:
    with pytest.raises(UnreadableFile, match="far too large"):
        read(with_part(workbook([HEAD, ("Ann Lee",)]), change))
