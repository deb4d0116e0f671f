"""Where print may be on a picture, told without reading it: small marks that stand out more than the ground's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from cardkeeper.capture.outlines import Corners
from cardkeeper.images import Picture

_CELL: Final = 12
"""Pixels of the side of the cells in which marks are looked for: about one line of print."""
_MARKED: Final = 12
"""Pixels of a cell that marks must cover."""
_FAINTEST, _PLAIN = 30.0, 110.0
"""Steps of lightness by which print stands out at least, and by which it does on any ground."""
_KERNEL: Final = np.ones((11, 11), np.uint8)

Cells = NDArray[np.bool_]
"""A choice among the cells of a picture: rows × columns."""


@dataclass(frozen=True, slots=True, eq=False)
class Ink:
    """How strongly each cell of a picture is marked, in steps of lightness."""

    strength: NDArray[np.uint8]

    def everywhere(self) -> Cells:
        return np.ones(self.strength.shape, dtype=np.bool_)

    def within(self, outline: Corners, grow: float) -> Cells:
        """The cells whose middle lies in an outline that is grown by this share from its own middle."""
        middle = outline.mean(axis=0)
        grown = (middle + (outline - middle) * (1 + grow)) / _CELL - 0.5
        region = np.zeros(self.strength.shape, np.uint8)
        cv2.fillConvexPoly(region, np.round(grown).astype(np.int32), 1)
        return np.asarray(region > 0, dtype=np.bool_)

    def count(self, region: Cells, least: float = 0.0) -> int:
        """How many of these cells hold marks like print, and marks of at least this strength.

        Of a rough ground only what stands out from its roughness counts.
        """
        return int((self._marks(region) > least).sum())

    def typical(self, region: Cells) -> float:
        """The usual strength of the marks in these cells; 0 where there are none."""
        marks = self._marks(region)
        return float(np.median(marks)) if marks.size else 0.0

    def _marks(self, region: Cells) -> NDArray[np.uint8]:
        here = self.strength[region]
        if not here.size:
            return here
        least = float(np.clip(3.0 * np.percentile(here, 30), _FAINTEST, _PLAIN))
        return np.asarray(here[here > least], dtype=np.uint8)


def find_ink(lab: Picture) -> Ink:
    """The marks on a picture in CIE L*a*b*, dark ones and light ones."""
    lightness = np.asarray(lab[:, :, 0])
    light = cv2.morphologyEx(lightness, cv2.MORPH_TOPHAT, _KERNEL)
    dark = cv2.morphologyEx(lightness, cv2.MORPH_BLACKHAT, _KERNEL)
    rows, columns = lightness.shape[0] // _CELL, lightness.shape[1] // _CELL
    marks = np.maximum(light, dark)[: rows * _CELL, : columns * _CELL].reshape(rows, _CELL, columns, _CELL)
    cells = marks.transpose(0, 2, 1, 3).reshape(rows, columns, _CELL**2)
    return Ink(np.asarray(np.partition(cells, -_MARKED, axis=2)[:, :, -_MARKED], dtype=np.uint8))
