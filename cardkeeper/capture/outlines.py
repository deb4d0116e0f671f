"""Outlines that could be a card's edge: quadrilaterals that several cues suggest, good ones and bad ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from cardkeeper.images import Picture

Corners = NDArray[np.float64]
"""Four corners in pixels, clockwise from the one nearest to the top left: 4 × 2."""

_SMALLEST: Final = 0.012
"""Share of a page below which nothing is a card: twelve cards on a flatbed page have about 0.07 each."""


def find_outlines(lab: Picture) -> tuple[Corners, ...]:
    """Quadrilaterals on a picture in CIE L*a*b* (OpenCV's 8-bit scale), from every cue."""
    soft = np.asarray(cv2.medianBlur(lab, 5), dtype=np.uint8)
    found: list[Corners] = []
    for mask in _masks(soft):
        found.extend(_quads(mask))
    return tuple(found)


def _masks(soft: Picture) -> Iterator[Picture]:
    yield from _off_ground(soft)
    yield from _split(soft)
    yield from _edges(soft)


def _off_ground(soft: Picture) -> Iterator[Picture]:
    """What differs from the colours that lie along the border of the page."""
    height, width = soft.shape[:2]
    rim = max(4, round(0.02 * max(height, width)))
    border = np.concatenate(
        [
            soft[:rim].reshape(-1, 3),
            soft[-rim:].reshape(-1, 3),
            soft[:, :rim].reshape(-1, 3),
            soft[:, -rim:].reshape(-1, 3),
        ]
    ).astype(np.float32)[::7]
    cv2.setRNGSeed(1)
    criteria = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 10, 1.0)
    _, labels, centres = cv2.kmeans(border, 3, None, criteria, 1, cv2.KMEANS_PP_CENTERS)  # type: ignore[call-overload]
    distance = np.full((height, width), np.inf, dtype=np.float32)
    for index, centre in enumerate(centres):
        if np.count_nonzero(labels == index) < 0.05 * len(border):
            continue
        away = np.linalg.norm(soft.astype(np.float32) - centre, axis=2)
        distance = np.minimum(distance, away)
    grey = np.clip(distance, 0, 255).astype(np.uint8)
    otsu, _ = cv2.threshold(grey, 0, 255, cv2.THRESH_OTSU)
    for limit in (otsu, otsu * 0.6, 8.0, 16.0):
        yield np.asarray(cv2.threshold(grey, limit, 255, cv2.THRESH_BINARY)[1], dtype=np.uint8)


def _split(soft: Picture) -> Iterator[Picture]:
    """The two halves of each channel's histogram."""
    for channel in cv2.split(soft):
        _, mask = cv2.threshold(channel, 0, 255, cv2.THRESH_OTSU)
        yield np.asarray(mask, dtype=np.uint8)
        yield np.asarray(cv2.bitwise_not(mask), dtype=np.uint8)


def _edges(soft: Picture) -> Iterator[Picture]:
    """Closed lines along sudden changes of colour."""
    kernel = np.ones((3, 3), np.uint8)
    for low, high in ((8, 24), (20, 60), (50, 120)):
        edges = np.zeros(soft.shape[:2], np.uint8)
        for channel in cv2.split(soft):
            edges |= np.asarray(cv2.Canny(channel, low, high), dtype=np.uint8)
        yield np.asarray(cv2.dilate(edges, kernel), dtype=np.uint8)


def _quads(mask: Picture) -> Iterator[Corners]:
    contours, _ = cv2.findContours(mask, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    page = mask.shape[0] * mask.shape[1]
    for contour in contours:
        if cv2.contourArea(contour) < _SMALLEST * page:
            continue
        hull = cv2.convexHull(contour)
        yield ordered(np.asarray(cv2.boxPoints(cv2.minAreaRect(hull)), dtype=np.float64))
        for share in (0.02, 0.04):
            corners = cv2.approxPolyDP(hull, share * cv2.arcLength(hull, closed=True), closed=True)
            if len(corners) == 4:
                yield ordered(np.asarray(corners, dtype=np.float64).reshape(4, 2))
                break


def ordered(corners: Corners) -> Corners:
    """The same corners clockwise, from the left end of the side that is most nearly a top."""
    middle = corners.mean(axis=0)
    angles = np.arctan2(corners[:, 1] - middle[1], corners[:, 0] - middle[0])
    around = corners[np.argsort(angles)]
    sides = np.roll(around, -1, axis=0) - around
    slopes = np.abs(np.arctan2(sides[:, 1], sides[:, 0]))
    return np.roll(around, -int(np.argmin(slopes)), axis=0)
