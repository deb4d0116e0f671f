"""For tests of the whole window: photos of made-up cards, and a heart that notices when the window stalls."""

from __future__ import annotations

import io
import random
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QObject, Qt, QTimer

from cardkeeper.demo.drawing import draw
from cardkeeper.demo.people import Crowd


def take_photos(folder: Path, count: int, *, size: tuple[int, int] = (2400, 1800), seed: int = 1) -> tuple[Path, ...]:
    """Pictures of cards that lie a little askew on a desk, as JPEG files."""
    chance = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, person in enumerate(islice(Crowd(chance).people(), count)):
        with Image.open(io.BytesIO(draw(person, chance).jpeg)) as drawn:
            card = drawn.convert("RGBA").resize((size[0] * 3 // 5, size[0] * 3 * drawn.height // (5 * drawn.width)))
        desk = Image.new("RGB", size, (chance.randint(70, 110), chance.randint(55, 80), chance.randint(40, 60)))
        turned = card.rotate(chance.uniform(-4, 4), Image.Resampling.BICUBIC, expand=True)
        desk.paste(turned, ((size[0] - turned.width) // 2, (size[1] - turned.height) // 2), turned)
        path = folder / f"IMG_{2000 + number}.jpg"
        desk.save(path, "JPEG", quality=85)
        paths.append(path)
    return tuple(paths)


class Heart(QObject):
    """Beats every five milliseconds as long as the interface's thread is free, and keeps the gaps between beats.

    `gaps` are seconds that passed between two beats, `work` how much of that this thread was computing: the rest it
    waited for the disk, or for other programs on a busy machine.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.gaps: list[float] = []
        self.work: list[float] = []
        self._last, self._last_work = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self, interval=5, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        self.gaps.clear()
        self.work.clear()
        self._last, self._last_work = time.perf_counter(), time.thread_time()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _beat(self) -> None:
        now, work = time.perf_counter(), time.thread_time()
        self.gaps.append(now - self._last)
        self.work.append(work - self._last_work)
        self._last, self._last_work = now, work


def worst(gaps: Sequence[float], count: int = 1) -> list[float]:
    """The longest gaps in milliseconds, longest first."""
    return [round(1000 * gap, 1) for gap in sorted(gaps, reverse=True)[:count]]
