"""How fast cards are read: each figure is a ratio against a floor that is measured in the same run.

The floor is one bare call of PP-OCRv6 through rapidocr with its defaults on the same picture, by turns with ours, so
that a busy machine slows both. Nothing is asserted in seconds. Only what two workers gain needs both cores for itself:
the row before it says what two bare readers gain, and where that is far below 1.8, other programs are busy.
"""

from __future__ import annotations

import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image
from rapidocr import RapidOCR

from cardkeeper import pipeline
from cardkeeper.cli.terminal import out
from cardkeeper.demo.drawing import draw
from cardkeeper.demo.people import Crowd
from cardkeeper.files import gather
from cardkeeper.model.progress import CardRead, Failed, ReaderMode, ReadOptions
from cardkeeper.reading.panel import choose, installed, of_languages
from cardkeeper.workers import WorkerPool

_LOADING = (
    "import time; began = time.perf_counter()\n"
    "from cardkeeper import pipeline\n"
    "from cardkeeper.model.progress import ReaderMode\n"
    "from cardkeeper.reading.panel import choose, installed, of_languages\n"
    "choose(ReaderMode.AUTO, installed(2), of_languages()).load()\n"
    "print(time.perf_counter() - began)\n"
)

_BARE: Final = (
    "import sys, time\n"
    "import cv2\n"
    "from rapidocr import RapidOCR\n"
    "cv2.setNumThreads(1)\n"
    "one = {f'EngineConfig.onnxruntime.{pool}_op_num_threads': 1 for pool in ('intra', 'inter')}\n"
    "read = RapidOCR(params={'Global.log_level': 'critical'} | one)\n"
    "read(sys.argv[1])\n"
    "print('ready', flush=True)\n"
    "sys.stdin.readline()\n"
    "for path in sys.argv[1:]:\n"
    "    read(path)\n"
    "print('done', flush=True)\n"
)
"""A bare reader on one core that waits for a line before it reads the pictures named."""
_FEW: Final = 12
"""Cards on which all is measured but what many do to a worker."""
_ROUNDS: Final = 3
"""By turns, of which the quickest counts: what another program takes can only lengthen the others."""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of the table."""

    what: str
    value: str
    goal: str
    met: bool

    def __str__(self) -> str:
        return f"{self.what:<64} {self.value:>12}   {self.goal:<10} {'met' if self.met else 'MISSED'}"


def main(cards: int, pictures: Path | None) -> int:
    """Print the table; returns 1 when a goal is missed."""
    with tempfile.TemporaryDirectory() as folder:
        every = gather([pictures]).files if pictures else draw_cards(Path(folder), max(cards, _FEW))
        files = every[:_FEW]
        photos = [] if pictures else draw_photos(Path(folder), files[:6])
        rows = []
        for row in chain(
            one_card(files, photos), two_workers(files), cold_start(files), many_cards(files, every[:cards])
        ):
            rows.append(row)
            out(str(row))
    return 0 if all(row.met for row in rows) else 1


def draw_cards(folder: Path, count: int) -> tuple[Path, ...]:
    """Cards of made-up people in the designs of the demo, always the same ones."""
    chance = random.Random(1)
    people = Crowd(chance).people()
    paths = []
    for number, person in enumerate(islice(people, count)):
        path = folder / f"{number:03}.jpg"
        path.write_bytes(draw(person, chance).jpeg)
        paths.append(path)
    return tuple(paths)


def draw_photos(folder: Path, files: Sequence[Path]) -> tuple[Path, ...]:
    """The same cards as a telephone sees them: small and turned a little on a large, grained desk."""
    grain = np.random.default_rng(1)
    paths = []
    for number, path in enumerate(files):
        desk = Image.fromarray(grain.normal((150, 120, 90), 8, (1512, 2016, 3)).clip(0, 255).astype(np.uint8))
        with Image.open(path) as card:
            turned = card.convert("RGBA").rotate(4 + number, Image.Resampling.BICUBIC, expand=True)
        desk.paste(turned, (430, 380), turned)
        paths.append(folder / f"photo{number:03}.jpg")
        desk.save(paths[-1], quality=92)
    return tuple(paths)


def one_card(files: Sequence[Path], photos: Sequence[Path]) -> Iterator[Row]:
    """From a file to its fields, against the bare reader on the same file; both may use all cores."""
    bare = RapidOCR(params={"Global.log_level": "critical"})
    panel = choose(ReaderMode.AUTO, installed(os.cpu_count() or 1), of_languages())
    panel.load()
    bare(str(files[0]))
    for what, some in (("a scanned card", files), ("a photo of one", photos)):
        ratios = []
        for path in some:
            with _taken() as bare_time:
                bare(str(path))
            with _taken() as our_time:
                list(pipeline.read_file(path, ReadOptions(), panel))
            ratios.append(our_time[0] / bare_time[0])
        if ratios:
            ratio = statistics.median(ratios)
            yield Row(f"whole pipeline, {what} / bare PP-OCRv6", f"{ratio:.2f} ×", "≤ 0.6 ×", ratio <= 0.6)


def two_workers(files: Sequence[Path]) -> Iterator[Row]:
    """The same files through one worker and two, each with one core for a reading; and what the machine gives."""
    bare: dict[int, list[float]] = {1: [], 2: []}
    ours: dict[int, list[float]] = {1: [], 2: []}
    for number in range(_ROUNDS):
        for workers in (1, 2):
            bare[workers].append(_bare_readers(files, workers))
            ours[workers].append(_workers(files, workers))
            seconds = f"bare {bare[workers][-1]:.2f} s, ours {ours[workers][-1]:.2f} s"
            out(f"  round {number + 1}, {workers} at once: {seconds}")
    gives, ratio = (min(took[1]) / min(took[2]) for took in (bare, ours))
    yield Row("two bare PP-OCRv6 / one, pictures in the same time", f"{gives:.2f} ×", "(no goal)", met=True)
    yield Row("two workers / one worker, cards in the same time", f"{ratio:.2f} ×", "≥ 1.7 ×", ratio >= 1.7)


def _bare_readers(files: Sequence[Path], count: int) -> float:
    """Seconds that so many bare readers with one core each take for the files, loading left out."""
    shares = [[str(path) for path in files[number::count]] for number in range(count)]
    with ExitStack() as stack:
        readers = [
            stack.enter_context(
                subprocess.Popen([sys.executable, "-c", _BARE, *share], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            )
            for share in shares
        ]
        for reader in readers:
            assert reader.stdout is not None
            assert reader.stdout.readline().strip() == b"ready"
        with _taken() as time_taken:
            for reader in readers:
                assert reader.stdin is not None
                reader.stdin.write(b"\n")
                reader.stdin.flush()
            for reader in readers:
                assert reader.stdout is not None
                assert reader.stdout.readline().strip() == b"done"
    return time_taken[0]


def _workers(files: Sequence[Path], count: int) -> float:
    with WorkerPool(ReadOptions(), workers=count, threads=1) as pool:
        _read_all(pool, files[:count])  # loads the readers of each worker
        with _taken() as time_taken:
            _read_all(pool, files)
    return time_taken[0]


def cold_start(files: Sequence[Path]) -> Iterator[Row]:
    """From nothing to the first card's fields, against a warm card and what loading the readers alone takes."""
    loading = float(subprocess.run([sys.executable, "-c", _LOADING], capture_output=True, text=True, check=True).stdout)
    with WorkerPool(ReadOptions(), workers=1) as pool:
        with _taken() as cold:
            _read_all(pool, files[:1])
        with _taken() as warm:
            _read_all(pool, files[:1])
    ratio = (cold[0] - loading) / warm[0]
    yield Row("first card from a cold start, less loading / warm card", f"{ratio:.2f} ×", "≤ 2.5 ×", ratio <= 2.5)


def many_cards(files: Sequence[Path], every: Sequence[Path]) -> Iterator[Row]:
    """One worker reads a few cards, many others, and the few again: its memory, and whether they take longer then."""
    took, memory = [], []
    with WorkerPool(ReadOptions(), workers=1) as pool:
        _read_all(pool, files[:1])
        for path in chain(files, every, files):
            with _taken() as time_taken:
                _read_all(pool, [path])
            took.append(time_taken[0])
            memory.append(_memory(pool))
    most, quarter = max(memory), len(memory) // 4
    yield Row(f"memory of a worker, most in {len(memory)} cards", f"{most} MB", "≤ 600 MB", most <= 600)
    growth = round(statistics.median(memory[-quarter:]) - statistics.median(memory[quarter : 2 * quarter]))
    yield Row("its growth from the second quarter to the last", f"{growth:+} MB", "≤ 20 MB", growth <= 20)
    ratio = statistics.median(took[-len(files) :]) / statistics.median(took[: len(files)])
    yield Row(f"the first {len(files)} cards again / at first, time a card", f"{ratio:.2f} ×", "≤ 1.1 ×", ratio <= 1.1)


def _read_all(pool: WorkerPool, files: Sequence[Path]) -> None:
    """Read files to their end; a benchmark of failures would be fast, and wrong."""
    for path in files:
        pool.submit(path)
    cards = 0
    while (report := pool.next()) is not None:
        assert not isinstance(report.said, Failed), report.said.message
        cards += isinstance(report.said, CardRead)
    assert cards >= len(files)


def _memory(pool: WorkerPool) -> int:
    """Megabytes that the pool's only worker and the programs it started hold in memory.

    Needs the program `ps` and process groups, which Windows lacks.
    """
    (worker,) = pool.processes()
    ps = [shutil.which("ps") or "/bin/ps", "-A", "-o", "pgid=,rss="]
    said = subprocess.run(ps, capture_output=True, text=True, check=True).stdout
    held = [int(size) for group, size in map(str.split, said.splitlines()) if int(group) == worker]
    return round(sum(held) / 1024)


@contextmanager
def _taken() -> Iterator[list[float]]:
    """The seconds that the block takes, in a list of one."""
    taken: list[float] = []
    began = time.perf_counter()
    yield taken
    taken.append(time.perf_counter() - began)
