"""How right the fields are on a folder of labelled cards: pictures, and a `labels.json` that tells their fields.

A label is {"file", "kind", "cards": [{name, title, company, department, emails, phones, websites, address}]}.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Final

import msgspec

from cardkeeper.cli.printing import as_json
from cardkeeper.cli.progress import ProgressBar
from cardkeeper.cli.terminal import out, say
from cardkeeper.model.progress import CardRead, Failed, ReaderMode, ReadOptions
from cardkeeper.workers import WorkerPool
from tests.benchmarks.scoring import FIELDS, Fields, Score, pair_cards

_STEPS: Final = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01)
"""Where one class of confidence ends and the next begins."""


class Label(msgspec.Struct):
    """What stands on the cards of one file."""

    file: str
    cards: list[dict[str, object]]
    kind: str = ""


def main(folder: Path, reader: str, *, show_misses: bool) -> int:
    """Read the folder's pictures and print the tables."""
    labels = msgspec.json.decode((folder / "labels.json").read_bytes(), type=list[Label])
    scores = score(labels, read_all([folder / label.file for label in labels], ReaderMode(reader)))
    for line in table(scores):
        out(line)
    for line in reliability(scores["all"]):
        out(line)
    for miss in scores["all"].misses if show_misses else ():
        say(miss)
    return 0


def read_all(files: list[Path], mode: ReaderMode) -> dict[str, list[Fields]]:
    """The cards of each file, as `scan --json` prints them, by the file's name."""
    found: dict[str, list[Fields]] = defaultdict(list)
    with ProgressBar(len(files)) as bar, WorkerPool(ReadOptions(reader=mode)) as pool:
        for file in files:
            pool.submit(file)
        while (report := pool.next()) is not None:
            if isinstance(report.said, CardRead):
                found[report.path.name].append(msgspec.json.decode(as_json(report.path, report.said.read)))
            elif isinstance(report.said, Failed):
                say(f"{report.path}: {report.said.message}")
            bar.count(report.said)
    return found


def score(labels: list[Label], found: dict[str, list[Fields]]) -> dict[str, Score]:
    """The score of all cards, and of each kind of them."""
    scores: dict[str, Score] = {"all": Score()}
    for label in labels:
        for labelled, given in pair_cards(label.cards, found.get(label.file, [])):
            for kind in filter(None, ("all", label.kind)):
                scores.setdefault(kind, Score()).add(label.file, labelled, given)
    return scores


def table(scores: dict[str, Score]) -> Iterator[str]:
    """The figures of each kind of card, and by field."""
    yield "| cards | number | missed | invented | F1 | complete | touch-up | critical | flagged |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for kind, one in scores.items():
        shares = [one.complete / max(1, one.cards), one.touch_up / max(1, one.cards), one.critical / max(1, one.cards)]
        shares.append(one.flagged / max(1, one.total.given))
        parts = " | ".join(f"{share:.1%}" for share in shares)
        yield f"| {kind} | {one.cards} | {one.missed} | {one.invented} | {one.total.f1:.3f} | {parts} |"
    yield ""
    yield "| F1 by field | " + " | ".join(FIELDS) + " |"
    yield "|---|" + "---|" * len(FIELDS)
    for kind, one in scores.items():
        yield f"| {kind} | " + " | ".join(f"{one.fields[name].f1:.3f}" for name in FIELDS) + " |"
    yield ""


def reliability(one: Score) -> Iterator[str]:
    """Whether the confidence is true: of the fields given with so much of it, how many were right."""
    yield "| confidence | fields | right |"
    yield "|---|---|---|"
    for low, high in pairwise(_STEPS):
        inside = [right for confidence, right in one.trust if low <= confidence < high]
        if inside:
            yield f"| {low:.2f} to {min(high, 1.0):.2f} | {len(inside)} | {sum(inside) / len(inside):.1%} |"
