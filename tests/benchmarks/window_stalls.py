"""Drops fifty photos on the window and measures how long it ever stands still, and how soon cancelling stops it all.

`python3 run.py bench window [--photos N] [--seconds S]`: after so many seconds it cancels. `gaps` is the time between
two beats of a timer of five milliseconds, which a busy machine lengthens for any program; `work` is how much of that
the window's thread was computing.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from cardkeeper.cli.terminal import out
from cardkeeper.library import Library
from tests.helpers_window import Heart, take_photos, worst
from ui.app import Desk

LONGEST_STALL_MS = 50


def wait(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def megabytes() -> float:
    """What this process takes of the memory (Linux)."""
    with Path("/proc/self/statm").open(encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def measure(folder: Path, photos: int, seconds: float) -> dict[str, Any]:
    """The numbers of one run."""
    paths = take_photos(folder / "photos", photos)
    desk = Desk(QApplication(sys.argv[:1]), Library.open(folder / "library"))
    desk.window.resize(1280, 800)
    desk.window.show()
    heart = Heart()
    wait(500)
    heart.start()
    wait(3000)
    idle, before = worst(heart.gaps, 5), megabytes()
    heart.start()
    begun = time.monotonic()
    desk.window.coming_in.take(paths)
    loop = QEventLoop()
    desk.jobs.finished.connect(loop.quit)
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()
    heart.stop()
    busy, after = worst(heart.gaps, 10), megabytes()
    cards = len(desk.session.library.cards.inbox())
    took = time.monotonic() - begun
    cancelled = 0.0
    if desk.jobs.active:
        asked = time.monotonic()
        desk.jobs.finished.connect(loop.quit)
        desk.jobs.cancel()
        loop.exec()
        cancelled = time.monotonic() - asked
    desk.close()
    return {
        "photos": photos,
        "cards": cards,
        "seconds": round(took, 1),
        "beats": len(heart.gaps),
        "worst gaps before (ms)": idle,
        "worst gaps while reading (ms)": busy,
        "worst work between two beats (ms)": worst(heart.work, 10),
        "memory before, after (MB)": (round(before), round(after)),
        "cancel took (s)": round(cancelled, 3),
    }


def main(photos: int, seconds: float) -> int:
    """Print the numbers; returns 1 when the window's thread was ever busy for longer than a person notices."""
    with tempfile.TemporaryDirectory() as folder:
        numbers = measure(Path(folder), photos, seconds)
    for name, value in numbers.items():
        out(f"{name}: {value}")
    longest = numbers["worst work between two beats (ms)"][0]
    out(f"the longest that the window's thread was busy: {longest} ms, goal below {LONGEST_STALL_MS} ms")
    return int(longest >= LONGEST_STALL_MS)
