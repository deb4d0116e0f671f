"""A table as an Excel workbook in which every cell is a text: no formula, no rounded number, no lost zero."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from typing import Final

import xlsxwriter

from cardkeeper.translation import tr

_LONGEST: Final = 32_767
"""Letters of a cell, by Excel's own limits."""

_LONE: Final = re.compile("[\ud800-\udfff]")


def workbook(rows: Iterable[Sequence[str]]) -> bytes:
    """The bytes of the workbook; the first row holds the headings. Text that is too long for a cell goes on beside."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"constant_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet(tr("People"))
    heading = book.add_format({"bold": True})
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, 0, 28)
    for at, row in enumerate(rows):
        place = 0
        for text in row:
            plain = _LONE.sub("\ufffd", text)
            for start in range(0, max(len(plain), 1), _LONGEST):
                if plain:
                    sheet.write_string(at, place, plain[start : start + _LONGEST], None if at else heading)
                place += start == 0
            place += max(len(plain) - 1, 0) // _LONGEST
    book.close()
    return target.getvalue()
