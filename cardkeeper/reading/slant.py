"""How lines of print run across a picture: level, or all aslant, as on a photo of a card whose edges can't be seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cardkeeper.model.geometry import Point, Quad

Corners = NDArray[np.float32]
"""Four corners of a line of print (4 × 2), clockwise from where its first letter has its top."""

_ASLANT: Final = 4.0
"""Degrees from which lines do not run level: over the width of a card one then ends where another begins."""
_ALIKE: Final = 4.0
"""Degrees by which lines of one card may differ, seen from some side."""
_MOST: Final = 0.7
"""The share of all print that must run alike."""
_LONG: Final = 3.0
"""A piece of print this many times longer than high shows how it runs."""
_MARGIN: Final = 0.15
"""Share of width and height together that is kept around print, with the marks of a design that are no print."""


def slant_of(places: Sequence[Corners], width: int, height: int) -> Quad | None:
    """The rectangle along lines of print, around all of them, on a picture of this size.

    None where they run level, or each in another way.
    """
    ways = [(place[1] - place[0]) + (place[2] - place[3]) for place in places if _is_long(place)]
    if len(ways) < 2:
        return None
    lengths = np.array([np.hypot(*way) for way in ways])
    angles = np.array([np.degrees(np.arctan2(way[1], way[0])) for way in ways])
    order = np.argsort(angles)
    usual = float(angles[order][np.searchsorted(np.cumsum(lengths[order]), lengths.sum() / 2)])
    alike = lengths[np.abs(angles - usual) < _ALIKE].sum() > _MOST * lengths.sum()
    if not alike or not _ASLANT < abs(usual) < 60:
        return None
    page = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    return _around(np.concatenate(list(places)), page, float(np.radians(usual)))


def _is_long(place: Corners) -> bool:
    return float(np.hypot(*(place[1] - place[0]))) >= _LONG * float(np.hypot(*(place[3] - place[0])))


def _around(points: NDArray[np.float32], page: Corners, angle: float) -> Quad:
    """The rectangle turned by an angle (radians, clockwise) around all points, with a margin where the page has one."""
    axes = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    print_, whole = points @ axes, page @ axes
    low, high = print_.min(axis=0), print_.max(axis=0)
    margin = _MARGIN * float((high - low).sum())
    left, top = np.maximum(low - margin, np.minimum(low, whole.min(axis=0)))
    right, bottom = np.minimum(high + margin, np.maximum(high, whole.max(axis=0)))
    corners = np.array([[left, top], [right, top], [right, bottom], [left, bottom]]) @ axes.T
    return Quad(*(Point(float(x), float(y)) for x, y in corners))
