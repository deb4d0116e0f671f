"""Where one card ends and the next begins without a gap: straight lines along which the colour of a picture changes."""

from __future__ import annotations

from functools import cached_property
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from cardkeeper import images
from cardkeeper.capture.cues import grain, slopes
from cardkeeper.images import Picture
from cardkeeper.model.geometry import Box

_WORK: Final = 720
"""Pixels of the long side on which seams are looked for."""
_STRETCHES: Final = 12
"""Parts of a seam that are looked at one by one, each of them borne out or not."""
_LEAN: Final = 0.05
"""How much a seam may lean: pixels across for each pixel along (three degrees)."""
_LEANS: Final = 21
_CHANGE: Final = 3.0
"""Steps of colour, beside the grain of the picture, from which it changes."""
_HELD: Final = 0.6
"""Share of a stretch along which the colour must change to bear it out; scratches and letters cover less."""


class Seams:
    """Tells how much is seen of a seam in some place on a picture, which is looked at when it is first asked."""

    def __init__(self, picture: Picture) -> None:
        self._picture = picture

    def seen(self, room: Box, axis: int) -> tuple[float, float]:
        """The best seam through the room between two cards: the share of it that is seen, 0 to 1, and where it runs.

        On axis 0 the cards lie side by side, the seam runs down the room, and where it does is so many pixels from the
        left; on axis 1 it runs from left to right.
        """
        scale, sums = self._sums
        first, last, start, end = _pixels(room, axis, scale, sums[axis].shape)
        if end - start < _STRETCHES or last <= first:
            return 0.0, 0.0
        ends = np.linspace(start, end, _STRETCHES + 1).astype(int)
        changed = sums[axis][first:last, ends[1:]] - sums[axis][first:last, ends[:-1]]
        held = changed / np.diff(ends) > _HELD
        share, row = max(_along(held, lean * (end - start)) for lean in np.linspace(-_LEAN, _LEAN, _LEANS))
        return share, (first + row + 0.5) / scale

    @cached_property
    def _sums(self) -> tuple[float, tuple[NDArray[np.int32], NDArray[np.int32]]]:
        """How large the looked-at picture is against the whole one; and for each axis, row by row, see `_summed`."""
        small = images.within(self._picture, _WORK)
        lab = np.asarray(cv2.cvtColor(np.ascontiguousarray(small), cv2.COLOR_RGB2LAB), dtype=np.uint8)
        changes, least = slopes(lab), 4.0 * (_CHANGE + grain(lab))  # Sobel's kernel weighs each step four times
        sums = (_summed(changes.across.T, least), _summed(changes.down, least))
        return small.shape[1] / self._picture.shape[1], sums


def _along(held: NDArray[np.bool_], lean: float) -> tuple[float, int]:
    """The best line that leans by so many rows from its first stretch to its last: what share holds it, and its row."""
    shifts = np.round(np.linspace(-lean / 2, lean / 2, held.shape[1])).astype(int)
    rows = np.arange(held.shape[0])[:, None] + shifts
    inside = (rows >= 0) & (rows < held.shape[0])
    found = held[np.clip(rows, 0, held.shape[0] - 1), np.arange(held.shape[1])] & inside
    shares = found.mean(axis=1)
    best = np.flatnonzero(shares == shares.max())
    # Where two edges are seen, a gap lies between the cards.
    return float(shares.max()), int(best[0] + best[-1]) // 2


def _summed(change: NDArray[np.int16], least: float) -> NDArray[np.int32]:
    """How many pixels of a row, up to each place, differ so much from those above them; a line may waver by a pixel."""
    steep = cv2.dilate((np.abs(change) > least).astype(np.uint8), np.ones((3, 1), np.uint8))
    return np.pad(np.cumsum(steep, axis=1, dtype=np.int32), ((0, 0), (1, 0)))


def _pixels(room: Box, axis: int, scale: float, shape: tuple[int, ...]) -> tuple[int, int, int, int]:
    """The rows and the columns of a room, in the sums of its axis."""
    across, along = ((room.left, room.right), (room.top, room.bottom))
    if axis == 1:
        across, along = along, across
    first, last = max(0, int(across[0] * scale)), min(shape[0], int(across[1] * scale) + 1)
    return first, last, max(0, int(along[0] * scale)), min(shape[1] - 1, int(along[1] * scale))
