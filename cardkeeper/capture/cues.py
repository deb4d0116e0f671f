"""Cues to where a card may be: masks by colour apart from the ground, by lightness, and by edges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from cardkeeper.images import Picture

_CROSS: Final = np.ones((3, 3), np.uint8)
_SQUARE: Final = np.ones((5, 5), np.uint8)


@dataclass(frozen=True, slots=True, eq=False)
class Slopes:
    """How a picture changes from pixel to pixel, in the channel that changes most."""

    across: NDArray[np.int16]
    down: NDArray[np.int16]

    def edges(self, strength: float) -> Picture:
        """Thin lines where the colour changes by about this many steps."""
        low = 4.0 * strength  # Sobel's kernel weighs each step four times
        found = cv2.Canny(self.across, self.down, low, 2.5 * low, L2gradient=True)
        return np.asarray(found, dtype=np.uint8)


def slopes(lab: Picture) -> Slopes:
    """The changes of a picture whose finest grain is smoothed away."""
    # Channel by channel: what lies side by side in memory is added up several times as fast.
    first, *others = (cv2.spatialGradient(channel) for channel in cv2.split(cv2.GaussianBlur(lab, (5, 5), 1.0)))
    x, y = first
    most = np.abs(x) + np.abs(y)
    for across, down in others:
        steep = np.abs(across) + np.abs(down)
        steeper = (steep > most).astype(np.uint8)
        cv2.copyTo(across, steeper, x)
        cv2.copyTo(down, steeper, y)
        most = np.maximum(most, steep)
    return Slopes(np.asarray(x, dtype=np.int16), np.asarray(y, dtype=np.int16))


def masks(lab: Picture, changes: Slopes) -> Iterator[Picture]:
    """White where a card may be on a picture in CIE L*a*b* (OpenCV's 8-bit scale), one mask for each cue."""
    soft = np.asarray(cv2.medianBlur(lab, 5), dtype=np.uint8)
    yield from _off_ground(soft)
    yield from _halves(soft)
    calm = grain(lab)
    for strength in (1.5 * calm + 1.0, 4.0 * calm + 2.0):
        yield np.asarray(cv2.dilate(changes.edges(strength), _CROSS), dtype=np.uint8)


def grain(lab: Picture) -> float:
    """How rough a picture is where nothing is: the noise of a camera or the weave of a table cloth, in steps of L."""
    lightness = lab[:, :, 0]
    rough = cv2.absdiff(lightness, cv2.medianBlur(lightness, 3))
    return float(np.percentile(rough[::3, ::3], 60)) + 0.5


def ground_colours(lab: Picture) -> NDArray[np.float32]:
    """The one to three colours that a page has along its border: n × 3."""
    height, width = lab.shape[:2]
    rim = max(4, round(0.02 * max(height, width)))
    rims = (lab[:rim], lab[-rim:], lab[:, :rim], lab[:, -rim:])
    border = np.concatenate([part.reshape(-1, 3) for part in rims])[::11].astype(np.float32)
    cv2.setRNGSeed(1)
    until = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 8, 1.0)
    start = np.zeros((len(border), 1), np.int32)
    _, labels, centres = cv2.kmeans(border, 3, start, until, 1, cv2.KMEANS_PP_CENTERS)
    common = np.bincount(labels.ravel(), minlength=3) >= 0.06 * len(border)
    return np.asarray(centres[common], dtype=np.float32)


def _off_ground(soft: Picture) -> Iterator[Picture]:
    """What differs from the colours that lie along the border of the page."""
    steps = np.full(soft.shape[:2], 255, dtype=np.uint8)
    for colour in ground_colours(soft):  # four numbers are one colour to OpenCV, the last for a channel that we lack
        lightness, green, blue = cv2.split(cv2.absdiff(soft, np.append(np.round(colour), 0.0)))
        tint = np.minimum(cv2.max(green, blue), 127) * 2
        steps = np.minimum(steps, cv2.max(lightness, tint)).astype(np.uint8)
    otsu, _ = cv2.threshold(steps, 0, 255, cv2.THRESH_OTSU)
    for limit in sorted({6.0, 15.0, 0.6 * otsu, float(otsu)}):
        yield _smooth(np.asarray(cv2.threshold(steps, limit, 255, cv2.THRESH_BINARY)[1], dtype=np.uint8))


def _halves(soft: Picture) -> Iterator[Picture]:
    """The lighter and the darker half of each channel."""
    for channel in cv2.split(soft):
        yield np.asarray(cv2.threshold(channel, 0, 255, cv2.THRESH_OTSU)[1], dtype=np.uint8)


def _smooth(mask: Picture) -> Picture:
    """Without the specks of a rough ground and without the holes that print makes."""
    opened = cv2.morphologyEx(mask, cv2.MORPH_OPEN, _SQUARE)
    return np.asarray(cv2.morphologyEx(opened, cv2.MORPH_CLOSE, _SQUARE), dtype=np.uint8)
