"""How right the fields are on folders of labelled cards: pictures, and a `labels.json` that tells their fields.

A label is {"file", "kind", "cards": [{name, title, company, department, emails, phones, websites, address}]}.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import msgspec

from cardkeeper.cli.printing import as_json
from cardkeeper.cli.progress import ProgressBar
from cardkeeper.cli.terminal import DONE, SOME_FAILED, out, say
from cardkeeper.model.progress import CardRead, Failed, ReaderMode, ReadOptions
from cardkeeper.workers import WorkerPool
from tests.benchmarks.calibration import plot, reliability
from tests.benchmarks.scoring import FIELDS, Fields, Score, pair_cards

_BEGIN: Final = "<!-- measured: what stands below is written by the benchmark -->"
_END: Final = "<!-- end of what was measured -->"


class Label(msgspec.Struct):
    """What stands on the cards of one file."""

    file: str
    cards: list[dict[str, object]]
    kind: str = ""


def main(folders: Sequence[Path], reader: str, *, show_misses: bool, report: Path | None) -> int:
    """Read the folders' pictures and print the tables; with a report, write them there and a plot beside it."""
    scores: dict[str, Score] = {}
    trust: list[tuple[float, bool]] = []
    for folder in folders:
        if not (folder / "labels.json").is_file():
            say(f"{folder}: there is no labels.json, which tells what stands on the cards.")
            return SOME_FAILED
        found = measure(folder, ReaderMode(reader))
        scores |= named(folder.name, found)
        trust += found["all"].trust
        for miss in found["all"].misses if show_misses else ():
            say(miss)
    lines = [*table(scores), *by_field(scores), *reliability(trust)]
    for line in lines:
        out(line)
    if report:
        picture = report.with_suffix(".png")
        plot(trust, picture)
        write_into(report, [*lines, "", f"![Share of right fields over confidence]({picture.name})"])
    return DONE


def measure(folder: Path, mode: ReaderMode, files: frozenset[str] | None = None) -> dict[str, Score]:
    """Read a folder's pictures, or some of them, and score what was found: of all, and of each kind."""
    labels = msgspec.json.decode((folder / "labels.json").read_bytes(), type=list[Label])
    chosen = [label for label in labels if files is None or label.file in files]
    return score(chosen, read_all([folder / label.file for label in chosen], mode))


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


def score(labels: Sequence[Label], found: Mapping[str, Sequence[Fields]]) -> dict[str, Score]:
    """The score of all cards, and of each kind of them."""
    scores: dict[str, Score] = {"all": Score()}
    for label in labels:
        for labelled, given in pair_cards(label.cards, found.get(label.file, [])):
            for kind in filter(None, ("all", label.kind)):
                scores.setdefault(kind, Score()).add(label.file, labelled, given)
    return scores


def named(folder: str, scores: Mapping[str, Score]) -> dict[str, Score]:
    """The scores of a folder, named for it and, where it holds several kinds, for them."""
    kinds = [kind for kind in scores if kind != "all"]
    whole = {folder: scores["all"]}
    return whole | ({f"{folder}, {kind}": scores[kind] for kind in sorted(kinds)} if len(kinds) > 1 else {})


def table(scores: Mapping[str, Score]) -> Iterator[str]:
    """The figures of each set and kind of cards."""
    yield "| cards | number | missed | invented | F1 | complete | touch-up | critical | flagged | strokes a card |"
    yield "|---|---|---|---|---|---|---|---|---|---|"
    for kind, one in scores.items():
        shares = [one.complete / max(1, one.cards), one.touch_up / max(1, one.cards), one.critical / max(1, one.cards)]
        shares.append(one.flagged / max(1, one.total.given))
        parts = " | ".join(f"{share:.1%}" for share in shares)
        strokes = one.strokes / max(1, one.cards)
        yield (
            f"| {kind} | {one.cards} | {one.missed} | {one.invented} | {one.total.f1:.3f} | {parts} | {strokes:.2f} |"
        )
    yield ""


def by_field(scores: Mapping[str, Score]) -> Iterator[str]:
    """F1 of each field."""
    yield "| F1 by field | " + " | ".join(FIELDS) + " |"
    yield "|---|" + "---|" * len(FIELDS)
    for kind, one in scores.items():
        yield f"| {kind} | " + " | ".join(f"{one.fields[name].f1:.3f}" for name in FIELDS) + " |"
    yield ""


def write_into(document: Path, lines: Sequence[str]) -> None:
    """Put lines in the place of those that were measured before; a document without them gets them at its end."""
    text = document.read_text(encoding="utf-8") if document.exists() else ""
    before, begun, rest = text.partition(_BEGIN)
    after = rest.partition(_END)[2] if begun else "\n"
    before = before if begun or not before else before.rstrip("\n") + "\n\n"
    document.write_text("\n".join([before + _BEGIN, "", *lines, "", _END]) + after, encoding="utf-8")
