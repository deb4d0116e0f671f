"""Where print stands: pieces of lines, what follows what, rows and columns, from geometry alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from cardkeeper.model.geometry import Box


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of print that no contact point took: a whole line, or what was left of it, or a part between separators."""

    text: str
    box: Box
    line: int
    """Index of the line in the reading."""
    confidence: float
    start: int
    end: int
    """Where it stands in the line's text."""
    between: str = ""
    """What stands between it and the piece before on the same line, empty for the first of a line."""
    hint: str = ""
    """What a label says that it is: "address", "skip" …, or "beside" for what a contact point left of its line."""

    @property
    def cut_before(self) -> bool:
        """Whether only a separator parts it from the piece before on the same line."""
        return bool(self.between)


def part_of(box: Box, start: int, end: int, length: int) -> Box:
    """The share of a line's box that a run of its characters takes, all characters counted equally wide."""
    if length <= 0:
        return box
    step = box.width / length
    return Box(box.left + step * start, box.top, box.left + step * max(end, start), box.bottom)


def same_row(a: Box, b: Box) -> bool:
    """Whether two boxes stand beside each other: half of the lower one's height is shared, and hardly any width."""
    shared = min(a.bottom, b.bottom) - max(a.top, b.top)
    across = min(a.right, b.right) - max(a.left, b.left)
    return shared > 0.5 * min(a.height, b.height) and across < 0.4 * min(a.width, b.width)


def right_of(a: Box, b: Box) -> bool:
    """Whether `b` continues `a` to the right with no more than a wide space between."""
    height = max(a.height, b.height)
    return same_row(a, b) and -0.6 * height <= b.left - a.right <= 1.3 * height


def aligned(a: Box, b: Box) -> bool:
    """Whether two boxes share their left, middle or right within half a line's height."""
    slack = 0.6 * max(a.height, b.height)
    return (
        abs(a.left - b.left) <= slack
        or abs(a.right - b.right) <= slack
        or abs((a.left + a.right) - (b.left + b.right)) / 2 <= slack
    )


def below(a: Box, b: Box) -> bool:
    """Whether `b` stands right below `a` in one column."""
    height = max(a.height, b.height)
    gap = b.top - a.bottom
    overlap = min(a.right, b.right) - max(a.left, b.left)
    lower = b.middle[1] > a.middle[1] and b.top > a.top + 0.3 * min(a.height, b.height)
    return lower and -0.5 * height <= gap <= 1.25 * height and overlap > 0 and not same_row(a, b)


def gap_between(a: Box, b: Box) -> float:
    """The vertical distance between two boxes in heights of the larger one, 0 when they overlap."""
    return max(0.0, b.top - a.bottom, a.top - b.bottom) / max(1.0, a.height, b.height)


def distance(a: Box, b: Box) -> float:
    """The distance between two boxes' edges in pixels, 0 when they overlap."""
    across = max(0.0, b.left - a.right, a.left - b.right)
    down = max(0.0, b.top - a.bottom, a.top - b.bottom)
    return float((across**2 + down**2) ** 0.5)


def usual_height(boxes: Sequence[Box]) -> float:
    """The median height of print on a card, 1 where there is none."""
    return max(1.0, median([box.height for box in boxes])) if boxes else 1.0


def union(boxes: Sequence[Box]) -> Box:
    """The smallest box around all of them; there must be one."""
    result = boxes[0]
    for box in boxes[1:]:
        result = result.joined(box)
    return result
