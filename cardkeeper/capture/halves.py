"""Parts of one card that were taken for two: a card of two colours, or one with a lamp's glare over an edge."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product
from typing import Final

import numpy as np

from cardkeeper.capture.outlines import Corners, aspect, is_convex, ordered, polygon_area
from cardkeeper.capture.shapes import Outline

_MEETS: Final = 0.1
"""Share of a side's length by which the ends of two sides may be apart that are one line in a card's design."""
_CARD: Final = (1.4, 1.95)
"""Long by short side of what two parts make together. Two cards side by side are squarer or longer than that."""
_ROOM: Final = 0.12
"""Share of the area of both parts by which what they make together may differ from it."""


def mended(found: Sequence[Outline]) -> list[Outline]:
    """The outlines, any two put together that lie side by side and are shaped like a card only together."""
    left = list(found)
    for one, other in combinations(found, 2):
        if (whole := _together(one, other)) is not None:
            return mended([*(each for each in left if each is not one and each is not other), whole])
    return left


def _together(one: Outline, other: Outline) -> Outline | None:
    """What two parts make together; None where they are no parts of a card."""
    if all(_CARD[0] < aspect(each.corners) < _CARD[1] for each in (one, other)):
        return None
    for i, j in product(range(4), repeat=2):
        if _meet(one.corners, i, other.corners, j):
            whole = _joined(one, i, other, j)
            even = abs(whole.area / (one.area + other.area) - 1) < _ROOM
            return whole if even and is_convex(whole.corners) and _CARD[0] < aspect(whole.corners) < _CARD[1] else None
    return None


def _meet(one: Corners, i: int, other: Corners, j: int) -> bool:
    """Whether a side of one is a side of the other; both run clockwise, so against one another."""
    begin, end = one[i], one[(i + 1) % 4]
    room = _MEETS * float(np.linalg.norm(end - begin))
    gaps = np.linalg.norm(np.stack([begin - other[(j + 1) % 4], end - other[j]]), axis=1)
    return bool(gaps.max() < room)


def _joined(one: Outline, i: int, other: Outline, j: int) -> Outline:
    """Both as one, without the side that they share; two of its sides are each made of one of either."""
    a, b = (np.roll(each.corners, -start - 2, axis=0) for each, start in ((one, i), (other, j)))
    corners = np.stack([a[0], a[1], b[0], b[1]])
    first, second = (np.roll(each.edges, -start - 2, axis=0) for each, start in ((one, i), (other, j)))
    edges = np.stack(
        [
            first[0],
            np.concatenate([first[1][::2], second[3][::2]]),
            second[0],
            np.concatenate([second[1][::2], first[3][::2]]),
        ]
    )
    begin = ordered(corners)
    turn = int(np.argmin(np.linalg.norm(corners - begin[0], axis=1)))
    return Outline(
        begin,
        np.roll(edges, -turn, axis=0),
        min(one.strength, other.strength),
        min(one.sharpness, other.sharpness),
        polygon_area(begin),
    )
