"""How fast people go out of a library and come into one: each figure is a ratio against a floor of the same run.

The floor of what goes out is the bare `csv` writer with as many cells as our own table has, that of what comes in the
bare inserting of all rows that it leaves. Both are measured by turns with ours, in seconds of the processor, so that a
busy machine counts for neither.
"""

from __future__ import annotations

import csv
import io
import sqlite3
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Final

from cardkeeper import demo
from cardkeeper.cli.terminal import out
from cardkeeper.exchange.exporting import Format, pieces
from cardkeeper.exchange.loading import load
from cardkeeper.exchange.people import ExportedPerson
from cardkeeper.exchange.tables.writing import own_rows
from cardkeeper.importing.applying import apply
from cardkeeper.importing.planning import Outcome, plan_of
from cardkeeper.library import Library
from cardkeeper.library.places import DATABASE
from cardkeeper.outgoing import Outgoing
from tests.core.library.samples import TODAY

_ROUNDS: Final = 3
_GOING_OUT: Final = {
    Format.CSV: 6,
    Format.SPREADSHEET: 6,
    Format.GOOGLE: 16,
    Format.OUTLOOK: 14,
    Format.XLSX: 24,
    Format.VCARD3: 12,
    Format.VCARD4: 12,
}
"""How often the floor each form may take."""

_GATHERED: Final = 12
"""How often the floor, which is the bare reading of all rows that are exported, gathering the people may take."""

_COMING_IN: Final = {Format.CSV: 80, Format.VCARD3: 105}
_AGAIN: Final = 35
"""How often the floor it may take to find that all of it is there."""


def main(people: int) -> int:
    """Print the table; returns 1 when a goal is missed."""
    clock = demo.Clock.on(TODAY)
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "library", now=clock) as library:
        demo.fill(library, people, 1, TODAY, clock)
        everyone = list(Outgoing(library, library.lists.in_order()))
        return (
            0 if all([_gathering(library), *_going_out(library, everyone), *_coming_in(Path(folder), everyone)]) else 1
        )


def _going_out(library: Library, everyone: Sequence[ExportedPerson]) -> list[bool]:
    rows = list(own_rows(everyone))
    file_of = library.files.read
    met = []
    for form, most in _GOING_OUT.items():
        pairs = [(_taken(_all, everyone, form, file_of), _taken(_bare, rows)) for _ in range(_ROUNDS)]
        met.append(_line(f"{len(everyone)} people as {form.value}", pairs, most))
    return met


def _gathering(library: Library) -> bool:
    pairs = [(_taken(_gather, library), _taken(_read, library.folder / DATABASE)) for _ in range(_ROUNDS)]
    return _line(f"{library.people.count()} people gathered", pairs, _GATHERED)


def _gather(library: Library) -> None:
    for _ in Outgoing(library, library.lists.in_order()):
        pass


def _read(path: Path) -> None:
    with closing(sqlite3.connect(path)) as bare:
        for table in ("contacts", "positions", "phones", "details", "encounters", "listings"):
            bare.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - text of ours


def _all(everyone: Sequence[ExportedPerson], form: Format, file_of: Callable[[str], bytes | None]) -> bytes:
    return b"".join(pieces(everyone, form, file_of))


def _bare(rows: Sequence[Sequence[str]]) -> None:
    csv.writer(io.StringIO(newline="")).writerows(rows)


def _coming_in(folder: Path, everyone: Sequence[ExportedPerson]) -> list[bool]:
    numbers = count()
    met = []
    for form, most in _COMING_IN.items():
        data, name = _all(everyone, form, lambda _: None), f"people{form.suffix}"
        pairs, again = [], []
        for _ in range(_ROUNDS):
            with Library.open(folder / f"new-{next(numbers)}", now=demo.Clock.on(TODAY)) as library:
                first, second = (_taken(_bring, library, name, data) for _ in range(2))
                floor = _inserted(folder / f"bare-{next(numbers)}.sqlite", library)
            pairs.append((first, floor))
            again.append((second, floor))
        met.append(_line(f"{len(everyone)} people out of {form.value}", pairs, most))
        met.append(_line("… the same file again", again, _AGAIN))
    return met


def _bring(library: Library, name: str, data: bytes) -> None:
    plan = plan_of(library, [load(name, data, region="DE")])
    if plan.count(Outcome.NEW):
        apply(library, plan, library.now(), lambda _done, _of: None)


def _inserted(path: Path, library: Library) -> float:
    """Seconds that all rows of a library take into as many plain tables, in one transaction."""
    tables = {table: [tuple(row.values()) for row in library.whole.rows(table)] for table in library.whole.tables}
    return _taken(_insert, path, tables)


def _insert(path: Path, tables: Mapping[str, Sequence[tuple[object, ...]]]) -> None:
    with sqlite3.connect(path) as bare:
        for table, rows in tables.items():
            if rows:
                width = len(rows[0])
                bare.execute(f"CREATE TABLE {table} ({', '.join(f'c{n}' for n in range(width))})")
                bare.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * width)})", rows)  # noqa: S608 - ours
    bare.close()


def _taken(work: Callable[..., object], *given: object) -> float:
    """Seconds of the processor that some work takes."""
    began = time.process_time()
    work(*given)
    return time.process_time() - began


def _line(what: str, pairs: Sequence[tuple[float, float]], most: float) -> bool:
    ours, bare = (min(times) for times in zip(*pairs, strict=True))
    met: bool = ours <= most * bare
    out(f"{what:<38}{ours:9.2f} s {ours / bare:8.1f} × the floor   at most {most:<5}{'met' if met else 'MISSED'}")
    return met
