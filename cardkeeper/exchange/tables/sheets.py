"""The rows of an Excel workbook (.xlsx): its cells as the texts that a person sees there, never a formula.

A workbook comes from anywhere: it is weighed before it is read, read row by row, and nothing in it is followed.
Only loaded where there is one, since openpyxl takes its time.
"""

from __future__ import annotations

import io
import math
import re
import sys
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from importlib import import_module
from itertools import repeat
from typing import Any, Final
from xml.etree.ElementTree import ParseError

from cardkeeper import zips
from cardkeeper.errors import UnreadableFile
from cardkeeper.exchange.tables.splitting import Row, Table, known_headings, table_of
from cardkeeper.translation import tr, trn

_MOST_UNPACKED: Final = 400_000_000
"""Bytes of a workbook's parts; a hundred thousand people with fifty columns take half of that."""

_MOST_CELLS: Final = 10_000_000
"""That rows may claim to have, empty ones as well."""

_LOOKED_AT: Final = 15
"""Rows in which the headings of a sheet are looked for."""

_ZEROS: Final = re.compile("0+")
_FORMULA: Final = re.compile(rb"<(?:\w+:)?f[ >/]")
_CODE: Final = re.compile("_x([0-9A-Fa-f]{4})_")
"""How Excel writes letters that XML has not (ECMA-376 part 1, section 22.9.2.19)."""


def _load_openpyxl() -> Any:
    """openpyxl, without numpy: it takes that along for numbers that no file holds, and a window has no use for it."""
    modules: dict[str, Any] = sys.modules
    there = "numpy" in modules
    if not there:
        modules["numpy"] = None  # which Python takes for one that can't be imported
    try:
        return import_module("openpyxl")
    finally:
        if not there:
            del modules["numpy"]


_openpyxl: Final = _load_openpyxl()
_BROKEN: Final = (
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ParseError, OSError),
    _openpyxl.utils.exceptions.InvalidFileException,
    *(KeyError, ValueError, TypeError, AttributeError, IndexError, OverflowError, AssertionError, RuntimeError),
)
"""What openpyxl raises at a workbook that is none, or damaged."""


def read_workbook(data: bytes, name: str) -> Table:
    """The table of the sheet with the most headings that are understood, and of the sheets with the same headings.

    Sheets with others are named in the remarks. Raises UnreadableFile.
    """
    try:
        _weigh(data, name)
        with warnings.catch_warnings(action="ignore"):  # of looks and checks of input that openpyxl passes over
            sheets = tuple(_sheets(data, name))
    except _BROKEN as error:
        raise UnreadableFile(
            tr("{name} is damaged, or no Excel workbook.", name=name), tr("Save it again as .xlsx or as CSV.")
        ) from error
    return _joined([sheet for sheet in sheets if sheet[1]])


def _weigh(data: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
    if any(zips.why_not(entry) for entry in entries if not entry.is_dir()) or (
        sum(entry.file_size for entry in entries) > _MOST_UNPACKED
    ):
        raise _too_large(name)


def _too_large(name: str) -> UnreadableFile:
    return UnreadableFile(
        tr("{name} would become far too large.", name=name), tr("Copy the rows with people into a new workbook.")
    )


def _sheets(data: bytes, name: str) -> Iterator[tuple[str, list[Row]]]:
    """The name and rows of each sheet that can be seen."""
    claimed = 0
    formulas = _rows_of(data, data_only=False) if _has_formulas(data) else repeat(("", repeat(())))
    for (title, lines), (_, asked) in zip(_rows_of(data, data_only=True), formulas, strict=False):
        rows = []
        for number, (cells, sources) in enumerate(zip(lines, asked, strict=False), start=1):
            claimed += len(cells)
            if claimed > _MOST_CELLS:
                raise _too_large(name)
            texts, problems = tuple(map(_text, cells)), tuple(_unsolved(cells, sources))
            if problems or any(texts):
                rows.append(Row(number, _trimmed(texts), problems))
        yield title, rows


def _rows_of(data: bytes, *, data_only: bool) -> Iterator[tuple[str, Iterator[Sequence[Any]]]]:
    """The name of each sheet that can be seen, and the cells of its rows: what they say, or what they are made of."""
    book = _openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=data_only, keep_links=False)
    try:
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                sheet.reset_dimensions()  # what a sheet says of its size is often wrong
                yield str(sheet.title), sheet.iter_rows()
    finally:
        book.close()


def _has_formulas(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [each for each in archive.namelist() if each.startswith("xl/worksheets/") and each.endswith(".xml")]
        return any(_FORMULA.search(archive.read(part)) for part in parts)


def _unsolved(cells: Sequence[Any], sources: Sequence[Any]) -> Iterator[str]:
    """What is said of formulas that the program which wrote the workbook has not worked out."""
    for cell, source in zip(cells, sources, strict=False):
        # One that comes to an empty text is of another type.
        if source.data_type == "f" and cell.value is None and cell.data_type == "n":
            yield tr(
                "{cell} holds a formula without its result: open the workbook in a spreadsheet and save it again.",
                cell=source.coordinate,
            )


def _trimmed(texts: Sequence[str]) -> tuple[str, ...]:
    """Without the empty cells at the end."""
    end = max((at for at, text in enumerate(texts, start=1) if text), default=0)
    return tuple(texts[:end])


def _text(cell: Any) -> str:
    """What a cell says; nothing for an error such as #N/A."""
    value = cell.value
    match value:
        case None:
            return ""
        case str():
            return "" if cell.data_type == "e" else _CODE.sub(_letter, value).replace("\0", "")
        case bool():
            return str(value).upper()
        case int() | float():
            return _number(value, str(cell.number_format))
        case date():
            return _day(value)
        case _:
            return str(value)


def _letter(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))


def _day(day: date) -> str:
    """A day, with its time where it has one that is not midnight: Excel keeps every day with a time."""
    if isinstance(day, datetime):
        return day.date().isoformat() if day.time() == time() else day.isoformat(" ", "minutes")
    return day.isoformat()


def _number(value: float, form: str) -> str:
    """A number without a comma where it is whole, as phone numbers and postcodes are, with the zeros of its format."""
    if math.isnan(value) or abs(value) >= 1e21:
        return str(value)
    if value == int(value):
        return str(int(value)).zfill(len(form) if _ZEROS.fullmatch(form) else 0)
    return f"{value:.15g}"


def _joined(sheets: Sequence[tuple[str, list[Row]]]) -> Table:
    if not sheets:
        return table_of([])
    known = [known_headings(rows[:_LOOKED_AT]) for _, rows in sheets]
    best = known.index(max(known))
    tables = [table_of(rows) for _, rows in sheets]
    header = tables[best].header
    same = [tables[best], *(table for at, table in enumerate(tables) if at != best and table.header == header)]
    others = [f"“{title}”" for (title, _), table in zip(sheets, tables, strict=True) if table.header != header]
    remark = trn(
        "The sheet {names} has other headings and was left out; save it as a file of its own.",
        "The sheets {names} have other headings and were left out; save each as a file of its own.",
        len(others),
        names=", ".join(others),
    )
    return Table(header, tuple(row for table in same for row in table.rows), remarks=(remark,) if others else ())
