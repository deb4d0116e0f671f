"""Learns how much each reason counts in each role, from labelled cards: `python -m tests.benchmarks.learning DIR`.

A model of maximum entropy: of all groups that may hold a role, the right one should score highest, in the places where
the other roles stand rightly. What is learned is a factor for each reason of `fields`; it is drawn towards 1, which is
what a person thought the reason to be worth. The factors are written to `resources/learned/roles.json`. What is read on
the pictures is kept beside them, since reading takes longer than all the rest.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from cardkeeper.cli.progress import ProgressBar
from cardkeeper.cli.terminal import out
from cardkeeper.fields.assignment import LEFT_EMPTY, ROLES, Candidate
from cardkeeper.fields.extract import candidates
from cardkeeper.fields.grouping import Group
from cardkeeper.fields.placing import placed
from cardkeeper.fields.values import joined
from cardkeeper.fields.weights import factors
from cardkeeper.model.cards import ReadCard, Reading
from cardkeeper.model.drafts import FieldName
from cardkeeper.model.progress import CardRead, ReadOptions
from cardkeeper.workers import WorkerPool
from tests.benchmarks.scoring import comparable
from tests.cards.canvas import read_faultlessly
from tests.cards.mixed import Design
from tests.cards.written import cards
from tests.cards.written import drawn as draw_written

_Matrix = NDArray[np.floating]
_TARGET: Final = Path(__file__).parents[2] / "resources" / "learned" / "roles.json"
_MOST: Final = 30
"""Candidates of a role that compete, the best by what is known before learning."""
_PULL: Final = 0.004
"""How strongly a factor is drawn towards 1, for each point of its reason's usual worth, squared."""
_STEPS: Final = 1500
_LARGEST: Final = 4.0
_PARTS: Final = 3
_TELLING: Final = 0.02
"""A factor this close to 1 is left out."""


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """One role of one card: what each candidate's reasons are worth, one row for each, and the row of the right one."""

    role: FieldName
    worth: _Matrix
    right: int


class Reasons:
    """The columns of all matrices: a reason in a role."""

    def __init__(self) -> None:
        self.at: dict[tuple[FieldName, str], int] = {}

    def column(self, role: FieldName, reason: str) -> int:
        """The number of a column, a new one for what was not seen before."""
        return self.at.setdefault((role, reason), len(self.at))


def rights(lists: Mapping[FieldName, Sequence[Candidate]], label: Mapping[str, Any]) -> dict[FieldName, Candidate]:
    """The candidate of each role that says what the label says; roles that none says are left out."""
    found = {}
    for role in ROLES:
        forms = [label.get(role.value) or "", *(label.get(f"{role.value}_alt") or ())]
        wanted = {comparable(role.value, form) for form in forms}
        fits = [
            each
            for each in lists[role]
            if (comparable(role.value, joined(role, each.group)) if each.group else "") in wanted
        ]
        if fits:
            found[role] = max(fits, key=lambda each: each.points)
    return found


def choices(reading: Reading, label: Mapping[str, Any], reasons: Reasons) -> Iterator[Choice]:
    """What there is to choose on a card, where its label tells what is right."""
    lists = candidates(reading, "")
    right = rights(lists, label)
    for role, best in right.items():
        before = [(other, right[other].group) for other in ROLES[: ROLES.index(role)] if other in right]
        others = {other: group for other, group in before if group}
        rivals = sorted(lists[role], key=lambda each: -each.points)[:_MOST]
        rivals = [best, *(each for each in rivals if each is not best and not _same(role, each, best))]
        rows = [_row(role, each, others, reasons) for each in rivals]
        yield Choice(role, _dense(rows), 0)


def _same(role: FieldName, one: Candidate, other: Candidate) -> bool:
    """Whether two candidates say the same, as a name printed twice does."""
    if one.group is None or other.group is None:
        return one.group is other.group
    return comparable(role.value, joined(role, one.group)) == comparable(role.value, joined(role, other.group))


def _row(role: FieldName, each: Candidate, others: Mapping[FieldName, Group], reasons: Reasons) -> dict[int, float]:
    learned = factors().get(role, {})
    row: dict[int, float] = {}
    points = [(reason, worth / (learned.get(reason, 1.0) or 1.0)) for reason, worth in each.reasons]
    points += placed(role, each.group, others) if each.group else ()
    for reason, worth in points:
        column = reasons.column(role, reason)
        row[column] = row.get(column, 0.0) + worth
    return row


def _dense(rows: Sequence[Mapping[int, float]]) -> _Matrix:
    matrix = np.zeros((len(rows), max((max(row, default=-1) for row in rows), default=-1) + 1), np.float32)
    for at, row in enumerate(rows):
        for column, worth in row.items():
            matrix[at, column] = worth
    return matrix


def learn(examples: Sequence[Choice], reasons: Reasons) -> _Matrix:
    """The factor of each column. How often a role is left empty is a matter of the cards drawn, and is not learned."""
    columns = len(reasons.at)
    fixed = [
        column
        for (_, reason), column in reasons.at.items()
        if reason == LEFT_EMPTY or reason.endswith("needs evidence")
    ]
    worths = [np.pad(each.worth, ((0, 0), (0, columns - each.worth.shape[1]))) for each in examples]
    rows = np.concatenate(worths)
    starts = np.cumsum([0, *(len(each) for each in worths[:-1])])
    usual = np.sqrt((rows**2).sum(axis=0) / np.maximum(1, (rows != 0).sum(axis=0)))
    right = rows[starts]
    factor, first, second = np.ones(columns), np.zeros(columns), np.zeros(columns)
    owner = np.repeat(np.arange(len(worths)), [len(each) for each in worths])
    for step in range(1, _STEPS + 1):
        points = rows @ factor
        top = np.maximum.reduceat(points, starts)
        shares = np.exp(points - top[owner])
        shares /= np.add.reduceat(shares, starts)[owner]
        slope = (rows * shares[:, None]).sum(axis=0) - right.sum(axis=0)
        slope = slope / len(worths) + _PULL * usual**2 * (factor - 1)
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        stride = 0.01 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-9)
        factor = np.clip(factor - stride, 0.0, _LARGEST)
        factor[fixed] = 1.0
    return factor


def right_share(examples: Sequence[Choice], factor: _Matrix) -> dict[FieldName, float]:
    """Of each role, how often the right candidate has the most points."""
    hits: dict[FieldName, list[bool]] = {}
    for each in examples:
        points = each.worth @ factor[: each.worth.shape[1]]
        hits.setdefault(each.role, []).append(int(np.argmax(points)) == each.right)
    return {role: sum(found) / len(found) for role, found in hits.items()}


def readings(folder: Path) -> dict[str, list[ReadCard]]:
    """What is read on the pictures of a folder, read once and kept there."""
    kept = folder / "readings.json"
    if kept.is_file():
        return msgspec.json.decode(kept.read_bytes(), type=dict[str, list[ReadCard]])
    found: dict[str, list[ReadCard]] = {}
    files = [folder / str(item["file"]) for item in labels_of(folder)]
    with ProgressBar(len(files)) as bar, WorkerPool(ReadOptions()) as pool:
        for file in files:
            pool.submit(file)
        while (report := pool.next()) is not None:
            if isinstance(report.said, CardRead):
                found.setdefault(report.path.name, []).append(report.said.read)
            bar.count(report.said)
    kept.write_bytes(msgspec.json.encode(found))
    return found


def labels_of(folder: Path) -> list[dict[str, Any]]:
    """What stands on the pictures of a folder."""
    labels: list[dict[str, Any]] = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    return labels


def gather(folder: Path, reasons: Reasons) -> list[list[Choice]]:
    """The choices of each card of a folder; pictures of several cards are left out."""
    kept = readings(folder)
    found = []
    for item in labels_of(folder):
        cards = kept.get(item["file"], [])
        if len(cards) == 1 and len(item["cards"]) == 1:
            found.append(list(choices(cards[0].reading, item["cards"][0], reasons)))
    return found


def drawn(count: int, reasons: Reasons) -> Iterator[list[Choice]]:
    """The choices of cards that are only drawn, mixed and written ones, as a reader without a fault reads them."""
    written = cards()[::2]
    for number in range(count):
        chance = random.Random(f"learning/{number}")
        if number % 3 == 0:
            card = written[number // 3 % len(written)]
            yield list(choices(read_faultlessly(draw_written(card, chance)), card.label, reasons))
        else:
            design = Design(chance)
            yield list(choices(read_faultlessly(design.draw()), design.truth(), reasons))


def main(arguments: Sequence[str] | None = None) -> None:
    """Learn from the folders that the words name, say what it is worth on cards left out, and write the factors."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.learning", description=__doc__)
    parser.add_argument("folders", type=Path, metavar="DIR", nargs="*", help="pictures, and labels.json")
    parser.add_argument("--drawn", type=int, default=0, help="so many cards more, drawn but not read")
    parser.add_argument("--out", type=Path, default=_TARGET)
    options = parser.parse_args(arguments)
    reasons = Reasons()
    examples = [card for folder in options.folders for card in gather(folder, reasons)]
    examples += drawn(options.drawn, reasons)
    columns = len(reasons.at)
    for part in range(_PARTS):
        train = [each for at, card in enumerate(examples) if at % _PARTS != part for each in card]
        unseen = [each for at, card in enumerate(examples) if at % _PARTS == part for each in card]
        factor = learn(train, reasons)
        before, after = right_share(unseen, np.ones(columns)), right_share(unseen, factor)
        out(f"part {part}: " + ", ".join(f"{role.value} {before[role]:.3f} → {after[role]:.3f}" for role in after))
    factor = learn([each for card in examples for each in card], reasons)
    learned: dict[str, dict[str, float]] = {role.value: {} for role in ROLES}
    for (role, reason), column in sorted(reasons.at.items(), key=lambda item: item[1]):
        if abs(factor[column] - 1) >= _TELLING:
            learned[role.value][reason] = round(float(factor[column]), 2)
    options.out.write_text(json.dumps(learned, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
