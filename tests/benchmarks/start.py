"""How soon the window can be seen, against a bare window of the same style: `python3 run.py bench start [--runs N]`.

Both are started as programs of their own, in turn, and timed from outside until the first paint is over. The middle one
of all runs counts, since a busy machine makes some of them slow. `memory` is what the window's process takes then.
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from cardkeeper.cli.terminal import out
from cardkeeper.demo import fill
from cardkeeper.library import Library

ROOT: Final = Path(__file__).resolve().parents[2]
MOST: Final = 1.3
"""The window may take this many times as long as a bare one."""
_PATIENCE: Final = 60.0

# Nothing of ours: what PySide6 and the style cost by themselves.
BARE: Final = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from PySide6Qlementine import QlementineStyle

class Bare(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, lambda: Path(sys.argv[1]).write_text("can be seen, can be used"))

app = QApplication([])
app.setStyle(QlementineStyle(app))
window = Bare()
window.resize(1280, 800)
window.show()
app.exec()
"""


def main(runs: int, people: int) -> int:
    """Print both times and their ratio. Returns 1 where the window takes too long."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        now = datetime.now(UTC)
        with Library.open(folder / "library", now=lambda: now) as library:
            fill(library, people, 1, now.date())
        bare = ["-c", BARE, str(folder / "bare.log")]
        # The first run of each brings the files into the memory of the system, and does not count.
        measured = [(_time(bare, folder), started(folder / "library", folder)) for _ in range(runs + 1)][1:]
    floor = statistics.median(one.seen for one, _ in measured)
    window = statistics.median(one.seen for _, one in measured)
    ready = statistics.median(one.used for _, one in measured)
    memory = statistics.median(one.memory for _, one in measured)
    ratio = window / floor
    out(f"bare window {1000 * floor:.0f} ms, ours seen {1000 * window:.0f} ms: {ratio:.2f} times (at most {MOST})")
    out(f"ours with its page {1000 * ready:.0f} ms: {ready / floor:.2f} times, {people} people, {memory:.0f} MB")
    return 0 if ratio <= MOST else 1


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds until something is seen, and until it can be used; megabytes that the process has then (Linux)."""

    seen: float
    used: float
    memory: float


def started(library: Path, home: Path) -> Start:
    """Start the program on a library, with a home folder that is empty but for what a start leaves there."""
    return _time(["-m", "ui.start", "--library", str(library)], home)


def _time(words: Sequence[str], folder: Path) -> Start:
    surroundings = os.environ | {"PYTHONPATH": str(ROOT), "HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    for name in ("XDG_STATE_HOME", "PYTHONDONTWRITEBYTECODE"):
        surroundings.pop(name, None)
    begun = time.monotonic()
    command = [sys.executable, "-P", *words]
    with subprocess.Popen(command, env=surroundings, stderr=subprocess.DEVNULL) as process:
        try:
            seen = _wait(r"can be seen(?:, for (\d+) ms)?", folder, process) - begun
            used = _wait(r"can be used", folder, process) - begun
            pages = int(Path(f"/proc/{process.pid}/statm").read_text(encoding="ascii").split()[1])
            return Start(seen, used, pages * os.sysconf("SC_PAGE_SIZE") / 1e6)
        finally:
            process.terminate()
            process.wait()
            for log in folder.rglob("*.log"):
                log.unlink()


def _wait(said: str, folder: Path, process: subprocess.Popen[bytes]) -> float:
    """When it was so, on the monotonic clock: what is said may be some milliseconds old by then."""
    logs = (folder / "bare.log", folder / ".local/state/Cardkeeper/log/cardkeeper.log")
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and process.poll() is None:
        for log in logs:
            if log.exists() and (found := re.search(said, log.read_text(encoding="utf-8"))):
                ago = int(found.group(1) or 0) if found.groups() else 0
                return time.monotonic() - ago / 1000
        time.sleep(0.001)
    raise RuntimeError("the window was never seen")
