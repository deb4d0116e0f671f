"""Where the cards are on a page: each one found, cut out and straightened, or the page left whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from cardkeeper import images
from cardkeeper.capture.outlines import find_outlines
from cardkeeper.capture.sides import Judged, judge
from cardkeeper.images import Picture
from cardkeeper.model.geometry import Box, Point, Quad

_WORK: Final = 900
"""Pixels of the long side on which cards are looked for; finer only shows the grain of the table."""
_CUT: Final = 2000
"""Pixels of the long side of a cut-out card: about 600 dots per inch on a card."""


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """One card cut out of a page and straightened, still in whichever of the four turns it lay."""

    quad: Quad
    """On the page, in its pixels, clockwise from the corner that is the top left of `picture`."""
    picture: Picture
    whole: bool = False
    """The page itself, since no card was found on it or since it is one card."""
    sure: bool = True
    """Whether the edges are clear; if not, the whole page may say more than the cut."""


def find_cards(page: Picture) -> tuple[Cut, ...]:
    """The cards on a page in reading order, never none: a page without a visible card edge is itself one cut."""
    small = images.within(page, _WORK)
    lab = np.asarray(cv2.cvtColor(small, cv2.COLOR_RGB2LAB), dtype=np.uint8)
    found = judge(lab, find_outlines(lab))
    if not found:
        return (whole(page),)
    factor = max(page.shape[:2]) / max(small.shape[:2])
    return tuple(_cut(page, one, factor) for one in found)


def whole(page: Picture) -> Cut:
    """The page as one cut, no larger than a cut-out card."""
    height, width = page.shape[:2]
    return Cut(Quad.of_box(Box(0, 0, width, height)), images.within(page, _CUT), whole=True)


def _cut(page: Picture, found: Judged, factor: float) -> Cut:
    corners = found.corners * factor
    return Cut(_quad(corners), straighten(page, corners), sure=found.sure)


def straighten(page: Picture, corners: NDArray[np.float64]) -> Picture:
    """What lies between four corners (clockwise from the top left, in pixels of the page), as an upright rectangle."""
    top, right, bottom, left = (float(np.hypot(*(corners[i] - corners[(i + 1) % 4]))) for i in range(4))
    width, height = max(top, bottom), max(left, right)
    factor = min(1.0, _CUT / max(width, height))
    columns, rows = max(1, round(width * factor)), max(1, round(height * factor))
    target = np.array([[0, 0], [columns, 0], [columns, rows], [0, rows]], dtype=np.float32)
    matrix = cv2.getPerspectiveTransform(corners.astype(np.float32), target)
    how = cv2.INTER_AREA if factor < 0.5 else cv2.INTER_CUBIC
    warped = cv2.warpPerspective(page, matrix, (columns, rows), flags=how, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(warped, dtype=np.uint8)


def _quad(corners: NDArray[np.float64]) -> Quad:
    return Quad(*(Point(float(x), float(y)) for x, y in corners))
