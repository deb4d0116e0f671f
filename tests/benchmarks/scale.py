"""How the window bears many people: start, search, table and memory, each as a ratio against a floor of the same run.

The floors: the same window on an empty library, a bare query of SQLite's search, a bare table of as many plain lines.
Each window runs in a process of its own: `python -P -m tests.benchmarks.scale FOLDER` measures one and prints JSON.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractTableModel, QEventLoop, QModelIndex, QPersistentModelIndex, QTimer
from PySide6.QtWidgets import QApplication, QTableView

from cardkeeper import demo
from cardkeeper.cli.terminal import out
from cardkeeper.library import Library
from cardkeeper.library.connection import Connection
from cardkeeper.library.places import DATABASE
from tests.benchmarks.start import started
from ui.app import Desk
from ui.people import PeoplePage

TODAY: Final = date(2026, 11, 19)
_TYPED: Final = ("rebecca baxter", "company", "muller", "head of sales", "stuttgart", "zoe")
_FIELD_WORDS: Final = (
    "tag:p", "tag:partner", "-tag:partner", "has:note", "has:fact", "-has:fact", "known:hardly", "company:li",
    "event:fair", "title:manager", "met:2026", "talked:>90d",
)  # fmt: skip
_MOST_START: Final = 1.3
_FRAME_MS: Final = 1000 / 60
_MOST_MEGABYTES: Final = 200
_MOST_DUPLICATE_SECONDS: Final = 30
_NO_PARENT: Final = QModelIndex()


class BareModel(QAbstractTableModel):
    """As many lines of plain text as there are people: the least that a table of them can cost."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines

    def rowCount(self, _parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return self._lines

    def columnCount(self, _parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 7

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        return f"Line {index.row()}" if role == 0 else None


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that some work and what it has shown take."""
    began = time.perf_counter()
    work()
    QApplication.processEvents()
    return 1000 * (time.perf_counter() - began)


def megabytes() -> float:
    """Of memory that this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def measure(folder: Path) -> dict[str, float]:
    """One window on one library, as a person would use it."""
    app = QApplication([])
    library = Library.open(folder)
    desk = Desk(app, library)
    desk.window.resize(1280, 800)
    desk.window.show()
    wait(1500)
    # The first showing makes the page; what is measured is going there with the page at hand, as after a start.
    desk.window.go("people")
    wait(1500)
    desk.window.go("today")
    wait(300)
    found = {"open people": timed(lambda: desk.window.go("people"))}
    page = desk.window.pages.current
    if not isinstance(page, PeoplePage):
        raise TypeError("the page of people is not shown")
    found |= _search(page, library)
    found |= _scroll(page.table, "frame")
    bare = QTableView()
    bare.setModel(BareModel(max(1, page.model.rowCount())))
    bare.resize(page.table.size())
    bare.show()
    wait(300)
    found |= _scroll(bare, "bare frame")
    wait(300)
    found["memory"] = megabytes()
    desk.window.close()
    desk.close()
    return found


def _search(page: PeoplePage, library: Library) -> dict[str, float]:
    bare = Connection(library.folder / DATABASE, read_only=True)
    ours, floors = [], []
    for words in _TYPED:
        for end in range(1, len(words) + 1):
            typed = words[:end].strip()
            page.search_field.setText(typed)
            began = time.perf_counter()
            page.search(typed)
            ours.append(1000 * (time.perf_counter() - began))
            QApplication.processEvents()
            expression = " AND ".join(f'"{word}" *' for word in typed.split())
            began = time.perf_counter()
            bare.value("SELECT json_group_array(rowid) FROM search WHERE search MATCH ?", (expression,))
            floors.append(1000 * (time.perf_counter() - began))
    fields, everyone = [], []
    for words in _FIELD_WORDS:
        began = time.perf_counter()
        page.search(words)
        fields.append(1000 * (time.perf_counter() - began))
        QApplication.processEvents()
        began = time.perf_counter()
        bare.value("SELECT json_group_array(id) FROM sortings")
        everyone.append(1000 * (time.perf_counter() - began))
    bare.close()
    page.show_everyone()
    return {
        "key p95": _p95(ours),
        "bare key p95": _p95(floors),
        "field p95": _p95(fields),
        "bare field p95": _p95(everyone),
    }


def _scroll(view: QTableView, name: str) -> dict[str, float]:
    bar = view.verticalScrollBar()
    frames = []
    for step in range(200):
        to = bar.maximum() * step // 200 if step % 2 else bar.value() + 300
        began = time.perf_counter()
        bar.setValue(to)
        view.viewport().repaint()
        frames.append(1000 * (time.perf_counter() - began))
    return {f"{name} p95": _p95(frames)}


def _p95(figures: list[float]) -> float:
    return sorted(figures)[int(len(figures) * 0.95)] if figures else 0.0


def main(people: int, folder: Path | None = None) -> int:
    """Print the table; returns 1 when a goal is missed."""
    with tempfile.TemporaryDirectory() as place:
        full = folder or Path(place) / "full"
        if folder is None or not (folder / DATABASE).exists():
            clock = demo.Clock.on(TODAY)
            with Library.open(full, now=clock) as library:
                seconds = timed_seconds(lambda: demo.fill(library, people, 1, TODAY, clock))
            out(f"{people:,} people made up in {seconds:.0f} s")
        Library.open(full).close()
        Library.open(Path(place) / "empty").close()
        runs = [(_child(full), _child(Path(place) / "empty")) for _ in range(3)]
        many, none = (
            {name: statistics.median(run[side][name] for run in runs) for name in runs[0][0]} for side in (0, 1)
        )
        many["start"], none["start"] = _starts(full, Path(place) / "empty")
        with Library.open(full, read_only=True) as library:
            seconds = timed_seconds(library.duplicates.find)
    return 0 if all(_lines(many, none, seconds)) else 1


def _starts(full: Path, empty: Path) -> tuple[float, float]:
    """Milliseconds from starting the program until its page can be used, with many people and with nobody."""
    with tempfile.TemporaryDirectory() as home:
        # The first brings the files into the memory of the system, and does not count.
        runs = [(started(full, Path(home)).used, started(empty, Path(home)).used) for _ in range(6)][1:]
    many, none = (1000 * statistics.median(run[side] for run in runs) for side in (0, 1))
    return many, none


def timed_seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _child(folder: Path) -> dict[str, float]:
    run = subprocess.run(
        [sys.executable, "-P", "-m", "tests.benchmarks.scale", str(folder)],
        capture_output=True,
        check=True,
        text=True,
    )
    found: dict[str, float] = json.loads(run.stdout.splitlines()[-1])
    return found


def _lines(many: dict[str, float], none: dict[str, float], seconds: float) -> list[bool]:
    return [
        _line("start until the page can be used", many["start"], none["start"], _MOST_START, "an empty library"),
        _line(
            "a key in the search, p95",
            many["key p95"],
            max(many["bare key p95"], 0.1),
            3.0,
            "the bare query",
            _FRAME_MS,
        ),
        _line(
            "a field word in the search, p95",
            many["field p95"],
            max(many["bare field p95"], 0.1),
            8.0,
            "everyone’s bare ids",
            _FRAME_MS,
        ),
        _line("going to People", many["open people"], none["open people"], 6.0, "an empty library"),
        _line("a frame while scrolling, p95", many["frame p95"], many["bare frame p95"], 6.0, "a bare table"),
        _goal("memory more than on an empty library", many["memory"] - none["memory"], _MOST_MEGABYTES, "MB"),
        _goal("duplicates on demand", seconds, _MOST_DUPLICATE_SECONDS, "s"),
    ]


def _line(what: str, ours: float, floor: float, most: float, of: str, enough: float = 0) -> bool:
    """`enough`: milliseconds below which nobody would feel the difference, however quick the floor is."""
    met = ours <= max(most * floor, enough)
    limit = f"{most} or {enough:.0f} ms" if enough else str(most)
    out(f"{what:<40}{ours:9.1f} ms {ours / floor:7.2f} × {of:<18} at most {limit:<13}{'met' if met else 'MISSED'}")
    return met


def _goal(what: str, ours: float, most: float, unit: str) -> bool:
    out(f"{what:<40}{ours:9.1f} {unit:<30}    at most {most:<5}{'met' if ours <= most else 'MISSED'}")
    return ours <= most


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(Path(sys.argv[1]))) + "\n")
