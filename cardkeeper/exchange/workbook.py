"""A table as an Excel workbook in which every cell is a text: no formula, no rounded number, no lost zero."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from typing import Final

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from cardkeeper.translation import tr

_LONGEST: Final = 32_767
"""Letters of a cell, by Excel's own limits."""

_LONE: Final = re.compile("[\ud800-\udfff]")


def workbook(rows: Iterable[Sequence[str]]) -> bytes:
    """The bytes of the workbook; the first row holds the headings. Text that is too long for a cell goes on beside.

    Rows wait in the system's folder for passing files. Raises OSError where nothing can be written there.
    """
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"constant_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet(tr("People"))
    heading = book.add_format({"bold": True})
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, 0, 28)
    for at, row in enumerate(rows):
        place = 0
        for text in row:
            for piece in _pieces(text):
                if piece:
                    sheet.write_string(at, place, piece, None if at else heading)
                place += 1
    try:
        book.close()
    except FileCreateError as error:
        raise OSError(*error.args[0].args) from error
    return target.getvalue()


def _pieces(text: str) -> Sequence[str]:
    """A text as cells that can hold it; half a letter, which no encoding has, becomes a mark."""
    plain = text if text.isascii() else _LONE.sub("\ufffd", text)
    if len(plain) <= _LONGEST:
        return (plain,)
    return [plain[start : start + _LONGEST] for start in range(0, len(plain), _LONGEST)]
