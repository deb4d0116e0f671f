"""A table as an Excel workbook in which every cell is a text: no formula, no rounded number, no lost zero.

The workbook comes of a library; its rows are put in here, in the plainest form there is of a cell (ECMA-376 part 1,
section 18.3.1.4), since no library does that to a hundred thousand people in a few seconds.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import islice
from typing import Final

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from cardkeeper.translation import tr

_LONGEST: Final = 32_767
"""Letters of a cell, by Excel's own limits."""

_SHEET: Final = "xl/worksheets/sheet1.xml"
_END: Final = b"</sheetData>"
_SIZE: Final = re.compile(rb"<dimension [^>]*>")
_ROWS_AT_ONCE: Final = 1_000

_UNSAID: Final = re.compile("[&<>\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
"""What can't stand in a cell as it is: XML has no such letters, and Excel takes _x0041_ for one."""


_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def workbook(rows: Iterable[Sequence[str]]) -> bytes:
    """The bytes of the workbook; the first row holds the headings. Text that is too long for a cell goes on beside."""
    rest = iter(rows)
    headings = next(rest, ())
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(_with_headings(headings))) as made,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as book,
    ):
        for part in made.infolist():
            if part.filename != _SHEET:
                book.writestr(part, made.read(part))
        before, after = _SIZE.sub(b"", made.read(_SHEET)).split(_END)
        with book.open(_SHEET, "w", force_zip64=True) as sheet:
            sheet.write(before)
            numbered = enumerate(rest, start=2)
            while some := "".join([_row(at, row) for at, row in islice(numbered, _ROWS_AT_ONCE)]):
                sheet.write(some.encode("utf-8"))
            sheet.write(_END + after)
    return target.getvalue()


def _with_headings(headings: Iterable[str]) -> bytes:
    """A workbook without people."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet(tr("People"))
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, 0, 28)
    bold = book.add_format({"bold": True})
    for place, heading in enumerate(headings):
        sheet.write_string(0, place, heading, bold)
    book.close()
    return target.getvalue()


def _row(at: int, texts: Sequence[str]) -> str:
    if max(map(len, texts), default=0) > _LONGEST:
        texts = [piece for text in texts for piece in _pieces(text)]
    cells = [
        f'<c r="{_column(place)}{at}" t="inlineStr">'
        f'<is><t xml:space="preserve">{_UNSAID.sub(_escaped, text)}</t></is></c>'
        for place, text in enumerate(texts)
        if text
    ]
    return f'<row r="{at}">{"".join(cells)}</row>'


def _pieces(text: str) -> Sequence[str]:
    """A text as cells that can hold it."""
    return [text[start : start + _LONGEST] for start in range(0, len(text) or 1, _LONGEST)]


_column: Final = cache(xl_col_to_name)


def _escaped(found: re.Match[str]) -> str:
    """A letter as Excel writes it; half a letter, which no encoding has, becomes a mark."""
    letter = found.group()
    if letter in _ENTITIES:
        return _ENTITIES[letter]
    return "\ufffd" if "\ud800" <= letter <= "\udfff" else f"_x{ord(letter):04X}_"
