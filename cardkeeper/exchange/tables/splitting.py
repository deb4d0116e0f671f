"""The rows of a CSV file: in which encoding, parted by what, where the headings are, and which rows are broken.

What is decided is told, so that a person can look at it and choose otherwise.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from cardkeeper.exchange.encodings import USUAL, local, marked
from cardkeeper.exchange.tables.headers import is_known, page_of
from cardkeeper.exchange.vcard import Problem
from cardkeeper.translation import tr

DELIMITERS: Final = (",", ";", "\t", "|")
_LOCAL: Final = (
    *(USUAL, "cp1250", "cp1251", "cp1253", "cp1254", "cp932", "gb18030", "big5", "cp949"),
    *("koi8-r", "cp850", "mac-roman"),
)
"""Encodings from before UTF-8, the more widespread first."""

ENCODINGS: Final = ("utf-8", "utf-16", *_LOCAL)
"""What a person may choose when the choice made by the bytes was wrong."""

_BETWEEN_HEADINGS: Final = re.compile(r'[,;\t|"\r\n]+')
_BEGINNING: Final = 8192
"""Bytes in which the headings are looked for."""

_HEADINGS: Final = 200
"""Pieces of the beginning that may be headings."""

_FEW: Final = 15
"""LinkedIn puts a note above the headings; within so many rows they come."""

_MOST_LINES: Final = 200
"""A cell of more lines than these was opened by a quote that nobody closed (unless its row fits the headings)."""

_MOST_UNCLOSED: Final = 50
"""After so many quotes that nobody closed, quotes mean nothing in this file."""

_IS_A_VALUE: Final = re.compile(r"@|\d{4}|^https?:")
"""No heading has such a thing in it."""

MOST_ROWS: Final = 250_000
"""A table of more is of no address book, and isn't read to its end."""

_LARGEST_CELL: Final = 10_000_000
_LINES: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_SAID: Final = re.compile(r"\ufeff?sep=(.)\r?\n?", re.IGNORECASE)

csv.field_size_limit(_LARGEST_CELL)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table and the line of the file at which it begins."""

    line: int
    cells: tuple[str, ...]
    problems: tuple[str, ...] = ()
    """What is wrong with it, in words; it is taken nevertheless."""


@dataclass(frozen=True, slots=True)
class Table:
    """A file as rows under headings; a workbook has neither encoding nor delimiter."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    encoding: str = ""
    delimiter: str = ""
    problems: tuple[Problem, ...] = ()
    """Rows that could not be read, and why."""
    remarks: tuple[str, ...] = ()
    """What is strange about the whole file."""


def read_table(data: bytes, encoding: str = "", delimiter: str = "") -> Table:
    """The table of a file. What is given is taken, the rest is found out."""
    used, text, remarks = _decoded(data, encoding)
    said = _SAID.match(text)
    lines = _LINES.findall(text[said.end() :] if said else text)
    first = 2 if said else 1
    chosen = delimiter or (said.group(1) if said else "") or _delimiter(lines)
    rows, problems = _rows(lines, chosen, first)
    return replace(table_of(rows), encoding=used, delimiter=chosen, problems=tuple(problems), remarks=tuple(remarks))


def table_of(rows: Sequence[Row]) -> Table:
    """Rows under the headings that stand in one of the first of them, else under numbers."""
    at = _header_at(rows)
    header = _named(rows[at].cells) if at >= 0 else _numbers(rows)
    kept = [row for row in rows[at + 1 :] if row.problems or any(cell.strip() for cell in row.cells)]
    return Table(header, tuple(_even(row, len(header)) for row in kept))


def known_headings(rows: Sequence[Row]) -> int:
    """How many headings are understood in the row that holds most of them."""
    return max(map(_known, rows), default=0)


def _decoded(data: bytes, encoding: str) -> tuple[str, str, list[str]]:
    """The encoding, the text, and what is to be said of it."""
    if encoding:
        return encoding, data.decode(encoding, "replace").removeprefix("\ufeff"), []
    found = marked(data) or "utf-8"
    try:
        return found, data.decode(found).removeprefix("\ufeff"), []
    except UnicodeDecodeError:
        if found != "utf-8":
            return found, data.decode(found, "replace"), [tr("The file ends in the middle of a letter.")]
    used = _by_headings(data)
    pieces = [_piece(line, used) for line in data.splitlines(keepends=True)]
    text = "".join(piece for piece, _ in pieces)
    if any(mixed for _, mixed in pieces):
        return used, text, [tr("Some lines of the file are in another encoding than others; look at the accents.")]
    return used, text, []


def _by_headings(data: bytes) -> str:
    """The encoding in which most headings are understood; where that tells nothing, the one that the letters show."""
    likely = local(data)
    known = {}
    for encoding in dict.fromkeys((likely, *_LOCAL)):
        headings = _BETWEEN_HEADINGS.split(data[:_BEGINNING].decode(encoding, "replace"))[:_HEADINGS]
        known[encoding] = sum(is_known(heading) + (page_of(heading) == encoding) for heading in headings)
    return max(known, key=lambda encoding: known[encoding])


def _piece(line: bytes, encoding: str) -> tuple[str, bool]:
    """A line as text, and whether it is UTF-8 with more than plain letters in it."""
    try:
        return line.decode("utf-8"), not line.isascii()
    except UnicodeDecodeError:
        return line.decode(encoding, "replace"), False


def _delimiter(lines: Sequence[str]) -> str:
    """What parts the cells: that under which most headings are understood, else what stands in the first line most."""
    scores = []
    for delimiter in DELIMITERS:
        rows, _ = _rows(lines[: 2 * _FEW], delimiter, 1)
        known = max((_known(row) for row in rows[:_FEW]), default=0)
        scores.append((known, max((len(row.cells) for row in rows[:_FEW]), default=0)))
    best = max(scores, default=(0, 0))
    return DELIMITERS[scores.index(best)]


def _header_at(rows: Sequence[Row]) -> int:
    """Which row holds the headings: the first of those of which most are understood; -1 where there are none."""
    scores = [_known(row) for row in rows[:_FEW]]
    best = max(scores, default=0)
    return scores.index(best) if best or (rows and not any(map(_IS_A_VALUE.search, rows[0].cells))) else -1


def _numbers(rows: Sequence[Row]) -> tuple[str, ...]:
    return tuple(tr("Column {number}", number=at + 1) for at in range(max((len(row.cells) for row in rows), default=0)))


def _known(row: Row) -> int:
    return sum(is_known(cell) for cell in row.cells if 0 < len(cell) < 80)


def _named(cells: Sequence[str]) -> tuple[str, ...]:
    """The headings, each once: a second “Email” is “Email 2”."""
    named: dict[str, None] = {}
    count: Counter[str] = Counter()
    for at, cell in enumerate(cells):
        heading = " ".join(cell.split()) or f"\x1f{at}"
        count[heading] += 1
        name = heading
        while name in named:
            name = f"{heading} {count[heading]}"
            count[heading] += name in named
        named[name] = None
    return tuple("" if name.startswith("\x1f") else name for name in named)


def _even(row: Row, width: int) -> Row:
    """A row with a cell for each heading; what stands further right is kept in the last one."""
    missing = width - len(row.cells)
    return replace(row, cells=(*row.cells, *[""] * missing)) if missing > 0 else row


def _rows(lines: Sequence[str], delimiter: str, first: int) -> tuple[list[Row], list[Problem]]:
    """The rows and the problems of some lines, of which the first has this number."""
    rows: list[Row] = []
    problems: list[Problem] = []
    source = _Source(lines)
    width = unclosed = 0
    while source.at < len(lines) and len(rows) <= MOST_ROWS + _FEW:
        start = source.at
        cells, error = _next(source, delimiter, quotes=unclosed < _MOST_UNCLOSED)
        raw = lines[start : source.at]
        if error and "larger" not in error and len(raw) == 1 and "end of data" not in error:
            cells, error = next(csv.reader(raw, delimiter=delimiter), []), ""
        reason = _reason(cells, raw, width, error)
        if reason:
            problems.append(Problem(first + start, reason))
        elif cells:
            rows.append(Row(first + start, tuple(cells)))
            width = width or (len(cells) if _known(rows[-1]) > 1 else 0)
        if reason == _unclosed():
            unclosed += 1
            source.at = start + 1
    return rows, problems


class _Source:
    """Hands lines to the reader and knows how many it took."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self.at = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self.at >= len(self._lines):
            raise StopIteration
        self.at += 1
        return self._lines[self.at - 1]


def _next(source: _Source, delimiter: str, *, quotes: bool) -> tuple[list[str], str]:
    """The cells of the next row, or what the reader says against it."""
    mark = '"' if quotes else None
    try:
        return next(csv.reader(source, delimiter=delimiter, quotechar=mark, strict=True), []), ""
    except csv.Error as error:
        return [], str(error)


def _reason(cells: Sequence[str], raw: Sequence[str], width: int, error: str) -> str:
    """Why a row can't be taken; empty where it can."""
    if "larger" in error:
        return tr("A cell of this row holds more than {size} MB.", size=_LARGEST_CELL // 1_000_000)
    if error or (len(raw) > _MOST_LINES and len(cells) != width):
        return _unclosed()
    if any("\0" in line for line in raw):
        return tr("The row holds a zero byte, which no text has.")
    return ""


def _unclosed() -> str:
    return tr("A quote is opened in this row and never closed.")
