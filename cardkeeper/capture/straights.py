"""Outlines made of straight lines: what closes a card whose edge is broken by a hand, a shadow or a like ground."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from cardkeeper.capture.outlines import Corners, ordered
from cardkeeper.images import Picture

_Floats = NDArray[np.float64]

_MOST_LINES: Final = 24
_MOST: Final = 40
"""Outlines that are handed on: those best covered by lines."""
_COVERED: Final = 0.6
"""Share of an outline's four sides that must lie on found lines, on average."""
_ONE_COVERED: Final = 0.25
"""The same for each side."""
_SHORT: Final = 0.045
"""Share of a picture's long side from which a straight piece of an edge counts."""


@dataclass(frozen=True, slots=True, eq=False)
class _Lines:
    """Straight lines: n unit vectors, n distances from the origin, and where edges lie on each."""

    along: _Floats
    distance: _Floats
    covered: _Floats
    """Running sum of covered pixels from -reach to reach along the line: n × (2 reach + 1)."""
    reach: int


def outlines_of_lines(edges: Picture) -> tuple[Corners, ...]:
    """Quadrilaterals of four lines that are for the most part really there, the best covered first."""
    lines = _merged(_pieces(edges), int(np.hypot(*edges.shape)) + 2)
    pairs = _parallels(lines, 0.06 * max(edges.shape))
    if len(pairs) < 2:
        return ()
    # Of n pairs each two, as four arrays of line numbers: a and b are opposite sides, c and d the two others.
    first, second = (np.array(side) for side in zip(*combinations(range(len(pairs)), 2), strict=True))
    a, b, c, d = pairs[first, 0], pairs[first, 1], pairs[second, 0], pairs[second, 1]
    across = np.abs(_cross(lines.along[a], lines.along[c]))
    apart = (a != c) & (a != d) & (b != c) & (b != d) & (across > 0.75)
    return _best(lines, np.stack([a, c, b, d], axis=1)[apart], edges.shape)


def _pieces(edges: Picture) -> _Floats:
    """The straight pieces of edges, each as x, y of both ends, the longest first: n × 4."""
    least = _SHORT * max(edges.shape)
    contours, _ = cv2.findContours(edges, cv2.RETR_LIST, cv2.CHAIN_APPROX_NONE)
    found = []
    for contour in contours:
        if len(contour) < 2 * least:
            continue
        corners = cv2.approxPolyDP(contour, 1.5, closed=True).reshape(-1, 2)
        found.append(np.hstack([corners, np.roll(corners, -1, axis=0)]))
    if not found:
        return np.zeros((0, 4))
    pieces = np.concatenate(found).astype(np.float64)
    lengths = np.hypot(pieces[:, 2] - pieces[:, 0], pieces[:, 3] - pieces[:, 1])
    longest = np.argsort(-lengths, kind="stable")[:400]
    return np.asarray(pieces[longest[lengths[longest] >= least]], dtype=np.float64)


def _merged(pieces: _Floats, reach: int) -> _Lines:
    """The lines on which pieces lie, those with most pixels of edge; each piece joins the longest one that fits it."""
    along: list[_Floats] = []
    distance: list[float] = []
    covered: list[_Floats] = []
    left = pieces
    while len(left) and len(along) < 3 * _MOST_LINES:
        step = left[0, 2:] - left[0, :2]
        unit = step / np.hypot(*step)
        normal = np.array([-unit[1], unit[0]])
        off = np.stack([left[:, :2] @ normal, left[:, 2:] @ normal], axis=1) - left[0, :2] @ normal
        joins = np.abs(off).max(axis=1) < 3.0
        ends = np.sort(np.stack([left[joins, :2] @ unit, left[joins, 2:] @ unit], axis=1), axis=1)
        there = np.zeros(2 * reach + 1)
        for start, end in np.round(ends).astype(int) + reach:
            there[start : end + 1] = 1.0
        along.append(unit)
        distance.append(float(left[0, :2] @ normal))
        covered.append(np.cumsum(there))
        left = left[~joins]
    if not along:
        return _Lines(np.zeros((0, 2)), np.zeros(0), np.zeros((0, 1)), reach)
    best = np.argsort([-sums[-1] for sums in covered], kind="stable")[:_MOST_LINES]
    return _Lines(np.stack(along)[best], np.array(distance)[best], np.stack(covered)[best], reach)


def _parallels(lines: _Lines, gap: float) -> NDArray[np.intp]:
    """The pairs of lines that could be opposite sides of a card: n × 2."""
    count = len(lines.along)
    if count < 4:
        return np.zeros((0, 2), dtype=np.intp)
    first, second = np.triu_indices(count, k=1)
    same_way = np.abs(_cross(lines.along[first], lines.along[second])) < 0.35
    turned = np.sign(np.sum(lines.along[first] * lines.along[second], axis=1))
    apart = np.abs(lines.distance[first] - turned * lines.distance[second]) > gap
    kept = same_way & apart
    return np.stack([first[kept], second[kept]], axis=1)


def _best(lines: _Lines, sides: NDArray[np.intp], shape: tuple[int, ...]) -> tuple[Corners, ...]:
    """The outlines with the largest share of their sides on edges, from the numbers of their four lines in order."""
    corners = np.stack([_crossings(lines, sides[:, i], sides[:, (i + 1) % 4]) for i in range(4)], axis=1)
    room = 0.02 * max(shape)
    low, high = np.nanmin(corners, axis=(1, 2)), np.nanmax(corners, axis=1)
    inside = (low > -room) & (high[:, 0] < shape[1] + room) & (high[:, 1] < shape[0] + room)
    sides, corners = sides[inside], corners[inside]
    shares = np.stack([_share(lines, sides[:, i], corners[:, i - 1], corners[:, i]) for i in range(4)], axis=1)
    total = shares.mean(axis=1)
    good = np.flatnonzero((total > _COVERED) & (shares.min(axis=1) > _ONE_COVERED))
    best = good[np.argsort(-total[good], kind="stable")][:_MOST]
    return tuple(ordered(corners[index]) for index in best)


def _crossings(lines: _Lines, one: NDArray[np.intp], other: NDArray[np.intp]) -> _Floats:
    first, second = lines.along[one], lines.along[other]
    across = _cross(first, second)
    x = (second[:, 0] * lines.distance[one] - first[:, 0] * lines.distance[other]) / across
    y = (second[:, 1] * lines.distance[one] - first[:, 1] * lines.distance[other]) / across
    return np.stack([x, y], axis=1)


def _share(lines: _Lines, side: NDArray[np.intp], start: _Floats, end: _Floats) -> _Floats:
    """How much of each side, between two corners, lies on edges."""
    along = lines.along[side]
    places = np.stack([np.sum(start * along, axis=1), np.sum(end * along, axis=1)], axis=1)
    places = np.clip(np.round(np.sort(places, axis=1)) + lines.reach, 0, 2 * lines.reach).astype(int)
    covered = lines.covered[side, places[:, 1]] - lines.covered[side, places[:, 0]]
    return np.asarray(covered / np.maximum(1, places[:, 1] - places[:, 0]), dtype=np.float64)


def _cross(one: _Floats, other: _Floats) -> _Floats:
    return np.asarray(one[..., 0] * other[..., 1] - one[..., 1] * other[..., 0], dtype=np.float64)
