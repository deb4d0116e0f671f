"""Which of four turns makes a picture upright, by the evidence of the print on it, and geometry to go with the turn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from cardkeeper.model.geometry import Box, Point, Quad
from cardkeeper.reading.protocol import Sight

TURNS: Final = (0, 90, 180, 270)

_LONG: Final = 1.5
"""A piece of print this many times longer than thick shows the way the lines run; shorter ones may be one letter."""
_CLEAR: Final = 0.7
"""The share of votes from which a direction needs no second opinion."""


@dataclass(frozen=True, slots=True)
class Vote:
    """How one line of print stands: `upside_down` is the probability for it, `weight` what the line counts."""

    upside_down: float
    weight: float


def runs_sideways(extents: Iterable[tuple[float, float]]) -> bool:
    """Whether lines of print run up or down the picture; `extents` are the widths and heights of their boxes."""
    along = across = 0.0
    for width, height in extents:
        if width >= _LONG * height:
            along += width
        elif height >= _LONG * width:
            across += height
    return across > along


def upside_down(votes: Iterable[Vote]) -> float:
    """The share of votes that say the lines stand on their heads; a half where nobody votes."""
    counted = tuple(votes)
    total = sum(vote.weight for vote in counted)
    return sum(vote.upside_down * vote.weight for vote in counted) / total if total else 0.5


def is_clear(share: float) -> bool:
    """Whether a share of votes decides by itself; if not, the lines should be read both ways."""
    return share >= _CLEAR or share <= 1 - _CLEAR


def turn_box(box: Box, turn: int, width: float, height: float) -> Box:
    """Where a box lies once its picture (width × height before the turn) is turned clockwise."""
    if turn == 90:
        return Box(height - box.bottom, box.left, height - box.top, box.right)
    if turn == 180:
        return Box(width - box.right, height - box.bottom, width - box.left, height - box.top)
    if turn == 270:
        return Box(box.top, width - box.right, box.bottom, width - box.left)
    return box


def turn_quad(quad: Quad, turn: int) -> Quad:
    """The same place on the page, its corners named as they are once the cut-out is turned clockwise."""
    corners = quad.corners
    first = {0: 0, 90: 3, 180: 2, 270: 1}[turn]
    named: list[Point] = [corners[(first + step) % 4] for step in range(4)]
    return Quad(*named)


def is_plain(sight: Sight) -> bool:
    """Whether a reading makes so much sense that the picture need not be looked at from its other sides."""
    letters = sum(sum(map(str.isalnum, line.text)) for line in sight.lines)
    return letters >= 20 and sight.weight >= 0.5 * letters


def best_turn(weights: Mapping[int, float]) -> int:
    """The turn with the most sure text; the smaller turn where two say the same."""
    return max(sorted(weights), key=lambda turn: weights[turn], default=0)
