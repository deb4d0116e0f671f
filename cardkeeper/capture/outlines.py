"""Outlines that could be a card's edge: quadrilaterals that several cues suggest, good ones and bad ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from cardkeeper.images import Picture

Corners: TypeAlias = NDArray[np.float64]
"""Four corners in pixels, clockwise from the left end of the side that is most nearly a top: 4 × 2."""

_NEXT: Final = [1, 2, 3, 0]
SMALLEST: Final = 0.012
"""Share of a page below which nothing is a card: one of twelve cards on a flatbed page has about 0.07."""


def outlines_of(masks: Iterator[Picture]) -> Iterator[Corners]:
    """A quadrilateral around each region of each mask that could be a card by its size and shape."""
    for mask in masks:
        # Every pixel of a contour is kept, so that its length tells the many specks from the few regions at once.
        contours, _ = cv2.findContours(mask, cv2.RETR_LIST, cv2.CHAIN_APPROX_NONE)
        least = SMALLEST * mask.size
        for contour in contours:
            if len(contour) > 3.0 * least**0.5 and (area := cv2.contourArea(contour)) >= least:
                yield from _around(np.asarray(cv2.convexHull(contour), dtype=np.int32), area)


def _around(hull: NDArray[np.int32], area: float) -> Iterator[Corners]:
    """Four straight sides that follow a region's hull, and the turned rectangle around it if that is nearly full."""
    sides = four_sides(hull.reshape(-1, 2).astype(np.float64))
    if sides is not None and 0.8 < area / polygon_area(sides) < 1.2:
        yield sides
    box = np.asarray(cv2.boxPoints(cv2.minAreaRect(hull)), dtype=np.float64)
    if area > 0.9 * polygon_area(box):
        yield ordered(box)


def four_sides(hull: NDArray[np.float64]) -> Corners | None:
    """The quadrilateral of a convex polygon's four longest sides, whatever its corners look like; None if it has none.

    Rounded, bent and covered corners make short sides between the long ones; those are passed over.
    """
    eps = 0.008 * cv2.arcLength(hull.astype(np.float32), closed=True)
    polygon = cv2.approxPolyDP(hull.astype(np.float32), eps, closed=True).reshape(-1, 2).astype(np.float64)
    if len(polygon) < 4:
        return None
    ends = np.concatenate([polygon[1:], polygon[:1]])
    lengths = np.linalg.norm(ends - polygon, axis=1)
    longest = np.sort(np.argsort(-lengths, kind="stable")[:4])
    corners = [crossing(polygon[a], ends[a], polygon[b], ends[b]) for a, b in zip(longest, longest[_NEXT], strict=True)]
    found = [corner for corner in corners if corner is not None]
    if len(found) < 4 or not is_convex(np.stack(found)):
        return None
    return ordered(np.stack(found))


def crossing(
    a: NDArray[np.float64], b: NDArray[np.float64], c: NDArray[np.float64], d: NDArray[np.float64]
) -> NDArray[np.float64] | None:
    """Where the line through a and b meets the line through c and d; None if they are nearly parallel."""
    first, second = b - a, d - c
    across = first[0] * second[1] - first[1] * second[0]
    if abs(across) < 0.2 * float(np.linalg.norm(first) * np.linalg.norm(second)):
        return None
    share = ((c[0] - a[0]) * second[1] - (c[1] - a[1]) * second[0]) / across
    return np.asarray(a + share * first, dtype=np.float64)


def ordered(corners: Corners) -> Corners:
    """The same corners clockwise, from the left end of the side that is most nearly a top."""
    middle = corners.mean(axis=0)
    angles = np.arctan2(corners[:, 1] - middle[1], corners[:, 0] - middle[0])
    around = corners[np.argsort(angles, kind="stable")]
    sides = around[_NEXT] - around
    slopes = np.abs(np.arctan2(sides[:, 1], sides[:, 0]))
    return np.asarray(around[(np.argmin(slopes) + np.arange(4)) % 4], dtype=np.float64)


def polygon_area(corners: NDArray[np.float64]) -> float:
    """In square pixels; never 0, so that it can divide."""
    return max(1.0, float(cv2.contourArea(corners.astype(np.float32))))


def is_convex(corners: NDArray[np.float64]) -> bool:
    """Whether no corner points inward."""
    return bool(cv2.isContourConvex(corners.astype(np.float32)))


def shared_area(one: Corners, other: Corners) -> float:
    """The area in square pixels that lies in both convex outlines."""
    area, _ = cv2.intersectConvexConvex(one.astype(np.float32), other.astype(np.float32))
    return float(area)


def plausible(outlines: NDArray[np.float64], height: int, width: int) -> NDArray[np.bool_]:
    """Which outlines (n × 4 × 2) on a page of this size can be a card, or a group of them, seen from some side."""
    way = outlines[:, _NEXT] - outlines
    sides = np.linalg.norm(way, axis=2)
    # Between 55 and 125 degrees at each corner, as a right angle looks from most places; and no corner points inward.
    turns = (way[..., 0] * way[:, _NEXT, 1] - way[..., 1] * way[:, _NEXT, 0]) / np.maximum(1.0, sides * sides[:, _NEXT])
    square = turns.min(axis=1) > 0.82
    opposite = np.maximum(sides[:, :2], sides[:, 2:]) / np.maximum(1.0, np.minimum(sides[:, :2], sides[:, 2:]))
    across, down = sides[:, 0] + sides[:, 2], sides[:, 1] + sides[:, 3]
    shape = np.maximum(across, down) / np.maximum(1.0, np.minimum(across, down))
    room = 0.03 * max(height, width)
    low, high = outlines.min(axis=(1, 2)), outlines.max(axis=1) - np.array([width, height])
    area = across * down / 4
    fits = (low > -room) & (high.max(axis=1) < room) & (area > SMALLEST * height * width) & (sides.min(axis=1) >= 24)
    return np.asarray(fits & square & (opposite.max(axis=1) < 1.9) & (shape < 3.8), dtype=np.bool_)


def aspect(corners: Corners) -> float:
    """Long side by short side as they look, at least 1."""
    sides = np.linalg.norm(corners[_NEXT] - corners, axis=1)
    across, down = float(sides[0] + sides[2]), float(sides[1] + sides[3])
    return max(across, down) / max(1.0, min(across, down))
