"""Which outlines are cards: judged by what lies on either side of each of their four sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from cardkeeper.capture.outlines import Corners
from cardkeeper.images import Picture

_SAMPLES: Final = 24
_GROUP: Final = 4
_OFFSET: Final = 4.0


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """An outline that is taken for a card's edge."""

    corners: Corners
    score: float
    sure: bool


def judge(lab: Picture, outlines: Sequence[Corners]) -> tuple[Judged, ...]:
    """The outlines that are cards, none lying on another, in reading order."""
    plausible = [corners for corners in outlines if _plausible(corners, lab.shape[0], lab.shape[1])]
    if not plausible:
        return ()
    quads = np.stack(plausible)
    support = side_support(lab, quads)
    scores = support.min(axis=1) * 0.5 + support.mean(axis=1) * 0.5
    chosen: list[Judged] = []
    for index in np.argsort(-scores, kind="stable"):
        if scores[index] < 0.75:
            break
        if all(_apart(quads[index], other.corners) for other in chosen):
            chosen.append(Judged(quads[index], float(scores[index]), bool(scores[index] > 0.9)))
    return tuple(
        sorted(chosen, key=lambda one: (round(one.corners[:, 1].mean() / (lab.shape[0] / 8)), one.corners[:, 0].mean()))
    )


def side_support(lab: Picture, quads: NDArray[np.float64]) -> NDArray[np.float64]:
    """For each outline and side, the share of it (0–1) along which colour changes from inside to outside: N × 4."""
    soft = cv2.blur(lab, (5, 5)).astype(np.float32)
    along = np.linspace(0.08, 0.92, _SAMPLES)
    starts, ends = quads, np.roll(quads, -1, axis=1)
    points = starts[:, :, None] + (ends - starts)[:, :, None] * along[None, None, :, None]
    direction = ends - starts
    length = np.maximum(np.linalg.norm(direction, axis=2, keepdims=True), 1e-6)
    outward = np.stack([direction[..., 1], -direction[..., 0]], axis=2) / length

    def at(offset: float) -> NDArray[np.float64]:
        where = (points + outward[:, :, None] * offset).astype(np.float32)
        flat = where.reshape(1, -1, 2)
        colours = cv2.remap(soft, flat[..., 0], flat[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        shaped = colours.reshape(*points.shape[:2], _SAMPLES // _GROUP, _GROUP, 3)
        return np.asarray(shaped.mean(axis=3), dtype=np.float64)

    inside, outside, beyond = at(-_OFFSET), at(_OFFSET), at(3 * _OFFSET)
    step = np.linalg.norm(inside - outside, axis=-1)
    noise = np.linalg.norm(outside - beyond, axis=-1)
    line = np.linalg.norm(at(0.0) - (inside + outside) / 2, axis=-1)
    held = (step > np.maximum(4.0, noise)) | (line > np.maximum(4.0, noise))
    return np.asarray(held.mean(axis=2), dtype=np.float64)


def _plausible(corners: Corners, height: int, width: int) -> bool:
    sides = np.linalg.norm(np.roll(corners, -1, axis=0) - corners, axis=1)
    if sides.min() < 20:
        return False
    across, down = (sides[0] + sides[2]) / 2, (sides[1] + sides[3]) / 2
    aspect = max(across, down) / min(across, down)
    area = cv2.contourArea(corners.astype(np.float32)) / (height * width)
    return 1.2 <= aspect <= 2.6 and area < 0.95 and _square_enough(corners)


def _square_enough(corners: Corners) -> bool:
    before = np.roll(corners, 1, axis=0) - corners
    after = np.roll(corners, -1, axis=0) - corners
    cosines = np.sum(before * after, axis=1) / (np.linalg.norm(before, axis=1) * np.linalg.norm(after, axis=1))
    return bool(np.abs(cosines).max() < 0.5)


def _apart(one: Corners, other: Corners) -> bool:
    area, _ = cv2.intersectConvexConvex(one.astype(np.float32), other.astype(np.float32))
    smaller = min(cv2.contourArea(one.astype(np.float32)), cv2.contourArea(other.astype(np.float32)))
    return bool(area < 0.15 * smaller)
