"""Drops fifty photos on the window and measures how long it ever stands still, and how soon cancelling stops it all.

Run as `python -m tests.benchmarks.window_stalls`; `--photos N` and `--seconds S` (then it cancels) make it shorter.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from cardkeeper.library import Library
from tests.helpers_window import Heart, take_photos, worst
from ui.app import Desk


def wait(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def megabytes() -> float:
    """What this process takes of the memory (Linux)."""
    with Path("/proc/self/statm").open(encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def measure(folder: Path, photos: int, seconds: float) -> dict[str, object]:
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


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=600)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for name, value in measure(Path(folder), options.photos, options.seconds).items():
            sys.stdout.write(f"{name}: {value}\n")


if __name__ == "__main__":
    main()
