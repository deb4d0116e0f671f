"""Where the cards are on a page: each one found, cut out and straightened, or the page left whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from cardkeeper import images
from cardkeeper.capture.choosing import choose, is_print_elsewhere, panels
from cardkeeper.capture.cues import grain, masks, slopes
from cardkeeper.capture.ink import find_ink
from cardkeeper.capture.outlines import Corners, outlines_of, plausible, polygon_area
from cardkeeper.capture.shapes import Outline
from cardkeeper.capture.sides import snapped, support
from cardkeeper.capture.straights import outlines_of_lines
from cardkeeper.images import Picture
from cardkeeper.model.geometry import Box, Point, Quad

_WORK: Final = 720
"""Pixels of the long side on which cards are looked for; finer only shows the grain of the table."""
_SHEET: Final = 1080
"""The same for sheets from a scanner, where cards are small and white on white."""
_WEAKEST: Final = 0.3
"""Share of each side along which there must be an edge: a hand or a like ground may cover the rest."""
_FEW: Final = 1_000_000
"""Pixels of a cut-out card up to which it is worth its time to put them in between with care."""
_MOST, _FILLING = 0.85, 0.95
"""The share of a page from which an outline needs this much instead: the page's own border is no edge."""
_AGREE: Final = 5.0
"""Pixels by which corners must differ for their outlines to be two."""
_BORNE: Final = 0.72
"""The same over all four sides."""
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
    """Whether the edges are clear and no print seems left beside; if not, the whole page may say more than the cut."""


def find_cards(page: Picture) -> tuple[Cut, ...]:
    """The cards on a page in reading order, never none: a page without a visible card edge is itself one cut."""
    lab = _reduced(page)
    ink = find_ink(lab)
    found = choose(_judged(lab), ink, *lab.shape[:2])
    if not found:
        return (whole(page),)
    sure = not is_print_elsewhere(found, ink)
    return tuple(
        Cut(_quad(corners), straighten(page, corners), sure=sure and one.is_clear)
        for one in found
        for corners in [_enlarged(one.corners, lab, page)]
    )


def find_panels(page: Picture) -> Iterator[tuple[Quad, ...]]:
    """What is shaped like a card on a page, in reading order: cards lying on it, or parts of its own design.

    Next, what is in those, and so on.
    """
    lab = _reduced(page)
    for found in panels(_judged(lab), find_ink(lab), *lab.shape[:2]):
        yield tuple(_quad(_enlarged(one.corners, lab, page)) for one in found)


def _enlarged(corners: Corners, lab: Picture, page: Picture) -> Corners:
    """Corners on the picture that cards are looked for on, in pixels of the page."""
    # The middle of a pixel, not its corner, is where its number says.
    return np.asarray((corners + 0.5) * (max(page.shape[:2]) / max(lab.shape[:2])) - 0.5)


def _reduced(page: Picture) -> Picture:
    """The page in the size that cards are looked for on, in CIE L*a*b*.

    Of a large one every other pixel is enough to tell.
    """
    while max(page.shape[:2]) > 4 * _WORK:
        page = page[::2, ::2]
    page = np.ascontiguousarray(page)
    small = images.within(page, _WORK)
    small = images.within(page, _SHEET) if _is_sheet(small) else small
    return np.asarray(cv2.cvtColor(small, cv2.COLOR_RGB2LAB), dtype=np.uint8)


def _is_sheet(small: Picture) -> bool:
    """Whether a page looks like a scanner's: the proportions of paper, and one plain colour along its border."""
    height, width = small.shape[:2]
    if not 1.2 < max(height, width) / min(height, width) < 1.46:
        return False
    shades = images.grey(small)
    border = np.concatenate([shades[:8].ravel(), shades[-8:].ravel(), shades[:, :8].ravel(), shades[:, -8:].ravel()])
    return float(np.subtract(*np.percentile(border, (90, 10)))) < 8


def _judged(lab: Picture) -> tuple[Outline, ...]:
    """The outlines that the picture bears out, each moved onto the edges nearby."""
    changes, calm = slopes(lab), grain(lab)
    suggested = [*outlines_of(masks(lab, changes)), *outlines_of_lines(changes.edges(4.0 * calm + 2.0))]
    moved = _distinct(snapped(changes, _distinct(suggested, lab)), lab)
    if not len(moved):
        return ()
    page = lab.shape[0] * lab.shape[1]
    judged = (
        Outline(corners, edges, float(steps), float(sharp), polygon_area(corners))
        for corners, edges, steps, sharp in zip(moved, *support(lab, moved, calm), strict=True)
    )
    return tuple(one for one in judged if one.weakest >= _WEAKEST and one.borne >= _least(one.area / page))


def _least(share: float) -> float:
    return _BORNE if share < _MOST else _FILLING


def _distinct(outlines: Sequence[Corners] | NDArray[np.float64], lab: Picture) -> NDArray[np.float64]:
    """The plausible ones, without those that agree with an earlier one in all corners: n × 4 × 2."""
    if not len(outlines):
        return np.zeros((0, 4, 2))
    every = np.stack(list(outlines))
    fitting = every[plausible(every, *lab.shape[:2])]
    places = np.round(fitting / _AGREE).astype(np.int32).reshape(-1, 8)
    _, first = np.unique(places, axis=0, return_index=True)
    return np.asarray(fitting[np.sort(first)], dtype=np.float64)


def whole(page: Picture) -> Cut:
    """The page as one cut, no larger than a cut-out card."""
    height, width = page.shape[:2]
    return Cut(Quad.of_box(Box(0, 0, width, height)), images.within(page, _CUT), whole=True)


def cut_along(page: Picture, quad: Quad) -> Cut:
    """What lies in a quadrilateral on a page that a person drew, or that was found otherwise than by its edges."""
    return Cut(quad, straighten(page, np.array([(corner.x, corner.y) for corner in quad.corners], np.float64)))


def on_page(quad: Quad, width: int, height: int, place: Quad) -> Quad:
    """Where a place in a picture of this size lies on the page, if the picture shows what lies in `quad` there."""
    shown = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    target = np.array([(corner.x, corner.y) for corner in quad.corners], dtype=np.float32)
    places = np.array([[(corner.x, corner.y) for corner in place.corners]], dtype=np.float32)
    return _quad(cv2.perspectiveTransform(places, cv2.getPerspectiveTransform(shown, target))[0].astype(np.float64))


def straighten(page: Picture, corners: NDArray[np.float64]) -> Picture:
    """What lies between four corners (clockwise from the top left, in pixels of the page), as an upright rectangle."""
    top, right, bottom, left = (float(np.hypot(*(corners[i] - corners[(i + 1) % 4]))) for i in range(4))
    width, height = max(top, bottom), max(left, right)
    factor = min(1.0, _CUT / max(width, height))
    columns, rows = max(1, round(width * factor)), max(1, round(height * factor))
    target = np.array([[0, 0], [columns, 0], [columns, rows], [0, rows]], dtype=np.float32)
    matrix = cv2.getPerspectiveTransform(corners.astype(np.float32), target)
    # The finer way costs time, and shows where there are few pixels only.
    how = cv2.INTER_CUBIC if columns * rows < _FEW else cv2.INTER_LINEAR
    warped = cv2.warpPerspective(page, matrix, (columns, rows), flags=how, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(warped, dtype=np.uint8)


def _quad(corners: NDArray[np.float64]) -> Quad:
    return Quad(*(Point(float(x), float(y)) for x, y in corners))
