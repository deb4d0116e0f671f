"""The sides of an outline held against the picture: moved onto the edge nearby, judged by what lies on either side."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from cardkeeper.capture.cues import Slopes
from cardkeeper.capture.outlines import Corners, crossing, is_convex, ordered
from cardkeeper.images import Picture

_Floats = NDArray[np.float64]

_SAMPLES: Final = 48
_GROUPS: Final = 12
"""Stretches of a side that are judged one by one, each by the mean of its samples."""
_REACH: Final = 6
"""Pixels by which a side's ends may be moved."""
_BESIDE: Final = 3.5
"""Pixels from a side at which the colours within and without are taken."""
_AWAY: Final = 9.0
"""The same a little further away."""
_STRONG: Final = 240.0
"""Slope (Sobel's scale) beyond which an edge is no better for being stronger."""


def snapped(changes: Slopes, outlines: _Floats) -> _Floats:
    """The outlines (n × 4 × 2) with each side moved, by up to 6 pixels at either end, onto the strongest edge."""
    if not len(outlines):
        return outlines
    points, outward = _along_sides(outlines)
    offsets = np.arange(-_REACH, _REACH + 1)
    places = points[..., None, :] + outward[:, :, None, None, :] * offsets[None, None, None, :, None]
    slopes = np.dstack([changes.across, changes.down]).astype(np.float32)
    found = _at(slopes, places)
    steep = np.minimum(np.abs(np.sum(found * outward[:, :, None, None, :], axis=-1)), _STRONG)
    starts, ends = (grid.ravel() for grid in np.meshgrid(offsets, offsets, indexing="ij"))
    shares = _shares()
    rows = np.round(starts[:, None] * (1 - shares) + ends[:, None] * shares).astype(int) + _REACH
    totals = steep[:, :, np.arange(_SAMPLES), rows].sum(axis=-1)
    # Of equally strong edges the nearest one counts.
    totals -= 0.2 * (np.abs(starts) + np.abs(ends))
    best = totals.argmax(axis=-1)
    begun = outlines + outward * starts[best][..., None]
    ended = outlines[:, [1, 2, 3, 0]] + outward * ends[best][..., None]
    return np.stack([_joined(outline, a, b) for outline, a, b in zip(outlines, begun, ended, strict=True)])


def _joined(outline: Corners, begun: _Floats, ended: _Floats) -> Corners:
    """The outline with these four sides; the old one where they no longer make one."""
    corners = [crossing(begun[i - 1], ended[i - 1], begun[i], ended[i]) for i in range(4)]
    found = [corner for corner in corners if corner is not None]
    if len(found) < 4 or not is_convex(np.stack(found)):
        return outline
    return ordered(np.stack(found))


def support(lab: Picture, outlines: _Floats, calm: float) -> tuple[NDArray[np.bool_], _Floats, _Floats]:
    """For each outline, side and stretch of it (n × 4 × 12) whether the colour changes there; and by how many steps.

    The steps, two numbers for each outline, are those some pixels from the side and those right beside it.


    What counts as a change is more than `calm` (the grain of the picture) and more than what the ground itself changes
    a few pixels further out.
    """
    soft = np.asarray(cv2.blur(lab, (5, 5)), dtype=np.float32)
    fine = np.asarray(cv2.GaussianBlur(lab, (3, 3), 0), dtype=np.float32)
    points, outward = _along_sides(outlines)
    away = outward[:, :, None, :]
    inmost, within, without, beyond = (
        _means(_at(soft, points + away * offset)) for offset in (-_AWAY, -_BESIDE, _BESIDE, _AWAY)
    )
    on, just_within, just_without = (_means(_at(fine, points + away * offset)) for offset in (0.0, -1.2, 1.2))
    step = np.linalg.norm(within - without, axis=-1)
    line = np.linalg.norm(on - (within + without) / 2, axis=-1)
    unrest = np.linalg.norm(without - beyond, axis=-1)
    least = np.maximum(np.clip(1.0 + 1.5 * calm, 2.0, 8.0), 0.8 * unrest)
    clear = np.maximum(step, 1.5 * line)
    # Where print ends there is a step too, but further away both sides are card.
    lasting = np.minimum(step, np.linalg.norm(inmost - beyond, axis=-1))
    sharp = np.linalg.norm(just_within - just_without, axis=-1)
    return clear > least, np.minimum(lasting, 40.0).mean(axis=(1, 2)), np.minimum(sharp, 90.0).mean(axis=(1, 2))


def _shares() -> _Floats:
    """Where samples lie along a side; not at its ends, which may be rounded."""
    return np.linspace(0.07, 0.93, _SAMPLES)


def _along_sides(outlines: _Floats) -> tuple[_Floats, _Floats]:
    """Samples along each side (n × 4 × samples × 2) and the unit vector that points out of it (n × 4 × 2)."""
    way = outlines[:, [1, 2, 3, 0]] - outlines
    points = outlines[:, :, None] + way[:, :, None] * _shares()[None, None, :, None]
    length = np.maximum(np.linalg.norm(way, axis=2, keepdims=True), 1e-6)
    return points, np.stack([way[..., 1], -way[..., 0]], axis=2) / length


def _at(picture: NDArray[np.float32], places: _Floats) -> _Floats:
    """The values of a picture at places between its pixels; outside of it, those of its border."""
    # OpenCV takes no more than 32767 rows or columns here.
    flat = places.reshape(places.shape[0] * places.shape[1], -1, 2).astype(np.float32)
    found = cv2.remap(picture, flat[..., 0], flat[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(found.reshape(*places.shape[:-1], -1), dtype=np.float64)


def _means(samples: _Floats) -> _Floats:
    """The mean of each stretch of a side."""
    return np.asarray(samples.reshape(*samples.shape[:2], _GROUPS, -1, samples.shape[-1]).mean(axis=3))
