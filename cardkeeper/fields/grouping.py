"""Which adjacent pieces of print may be one value: chains of neighbours, each join with points for and against."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cardkeeper.fields.evidence import Points
from cardkeeper.fields.layout import Piece, aligned, below, gap_between, right_of, same_row, union
from cardkeeper.model.geometry import Box

_OPEN_END: Final = re.compile(
    r"(?i)(?:[,&/+\-–]|\b(?:of|and|for|the|de|des|du|und|für|et|y|e|van|von|di|della|do|da|to|in|at|en|och|i|&))\s*$"
)
_OPEN_START: Final = re.compile(
    r"(?i)^(?:[&/+\-–(]|(?:of|and|for|de|des|du|und|für|et|y|van|von|di|della|do|da|to|en|och)\b)"
)


@dataclass(frozen=True, slots=True)
class Group:
    """Pieces, in reading order, that may be one value."""

    pieces: tuple[int, ...]
    mask: int
    box: Box
    height: float
    joins: Points
    rows: tuple[str, ...]
    """The text of each printed row."""
    styled: float
    """How unlike each other its pieces look, in points below zero."""

    @property
    def text(self) -> str:
        return " ".join(self.rows)


def chains(pieces: Sequence[Piece], longest: int) -> list[Group]:
    """All runs of neighbouring pieces of up to `longest`, each set of pieces once."""
    follow = [_followers(pieces, index) for index in range(len(pieces))]
    seen: dict[int, tuple[int, ...]] = {}
    for first in range(len(pieces)):
        _extend((first,), pieces, follow, longest, seen)
    return [group_of(chosen, pieces) for chosen in seen.values()]


def _followers(pieces: Sequence[Piece], index: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The pieces right beside and right below one."""
    here = pieces[index]
    beside = [
        other
        for other, piece in enumerate(pieces)
        if other != index
        and (
            (piece.line == here.line and piece.start >= here.end and other == index + 1)
            or (piece.line != here.line and right_of(here.box, piece.box))
        )
    ]
    under = [other for other, piece in enumerate(pieces) if piece.line != here.line and below(here.box, piece.box)]
    if under:
        nearest = min(pieces[other].box.top for other in under)
        under = [other for other in under if pieces[other].box.top - nearest < 0.6 * here.box.height]
    return tuple(beside), tuple(under)


def _extend(
    chain: tuple[int, ...],
    pieces: Sequence[Piece],
    follow: Sequence[tuple[tuple[int, ...], tuple[int, ...]]],
    longest: int,
    seen: dict[int, tuple[int, ...]],
) -> None:
    mask = sum(1 << index for index in chain)
    if mask in seen:
        return
    seen[mask] = chain
    if len(chain) >= longest or len(seen) > 1500:
        return
    row = [index for index in chain if same_row(pieces[index].box, pieces[chain[-1]].box)]
    options = dict.fromkeys(follow[chain[-1]][0])
    for index in row:
        options |= dict.fromkeys(follow[index][1])
    for option in options:
        if option not in chain:
            _extend((*chain, option), pieces, follow, longest, seen)


def group_of(chosen: tuple[int, ...], pieces: Sequence[Piece]) -> Group:
    """The group that these pieces make."""
    members = [pieces[index] for index in chosen]
    joins: list[tuple[str, float]] = []
    styled = 0.0
    for before, after in itertools.pairwise(members):
        style = _style(before, after)
        styled += style
        joins.extend(_join(before, after))
    heights = [piece.box.height for piece in members]
    return Group(
        chosen,
        sum(1 << index for index in chosen),
        union([piece.box for piece in members]),
        max(heights),
        tuple(joins),
        tuple(_rows(members)),
        styled,
    )


def _rows(members: Sequence[Piece]) -> list[str]:
    rows: list[str] = []
    for index, piece in enumerate(members):
        before = members[index - 1] if index else None
        if before is not None and before.line == piece.line:
            rows[-1] += _between(before, piece) + piece.text
        elif before is not None and same_row(before.box, piece.box):
            rows[-1] += " " + piece.text
        else:
            rows.append(piece.text)
    return rows


def _between(before: Piece, after: Piece) -> str:
    return after.hint if after.split_before and after.hint else " "


def _style(before: Piece, after: Piece) -> float:
    """How unlike two neighbours look: size of print and capitals."""
    if before.line == after.line:
        return 0.0
    ratio = abs(math.log2(max(1.0, before.box.height) / max(1.0, after.box.height)))
    points = -3.0 * max(0.0, ratio - 0.28)
    if before.text.isupper() != after.text.isupper() and len(after.text) > 3 and len(before.text) > 3:
        points -= 0.6
    return points


def _join(before: Piece, after: Piece) -> list[tuple[str, float]]:
    if before.line == after.line:
        return []
    joins = []
    if same_row(before.box, after.box):
        joins.append(("beside each other", -0.1))
    else:
        gap = gap_between(before.box, after.box)
        joins.append(("distance of lines", 0.4 if gap < 0.45 else 0.0 if gap < 0.75 else -0.9))
        if not aligned(before.box, after.box):
            joins.append(("not aligned", -1.0))
    if _OPEN_END.search(before.text) or _OPEN_START.match(after.text):
        joins.append(("goes on in the next line", 2.0))
    return joins
