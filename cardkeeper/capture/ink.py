"""Where print may be on a picture, told without reading it: small marks of strong contrast."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np

from cardkeeper.capture.cues import grain
from cardkeeper.images import Picture

_CELL: Final = 12
"""Pixels of the side of the cells in which marks are counted: about one line of print."""
_CONTRAST: Final = 30.0
"""Steps of lightness by which print stands out from what is around it."""
_KERNEL: Final = np.ones((11, 11), np.uint8)


def ink_cells(lab: Picture) -> Picture:
    """1 for each cell of 12 × 12 pixels in which there are marks like print, 0 elsewhere."""
    lightness = lab[:, :, 0]
    marks = cv2.max(
        cv2.morphologyEx(lightness, cv2.MORPH_TOPHAT, _KERNEL), cv2.morphologyEx(lightness, cv2.MORPH_BLACKHAT, _KERNEL)
    )
    strong = np.asarray(marks > max(_CONTRAST, 6.0 * grain(lab)), dtype=np.uint8)
    rows, columns = strong.shape[0] // _CELL, strong.shape[1] // _CELL
    cells = strong[: rows * _CELL, : columns * _CELL].reshape(rows, _CELL, columns, _CELL).sum(axis=(1, 3))
    return np.asarray(cells >= 0.08 * _CELL**2, dtype=np.uint8)


def share_of_ink(cells: Picture, region: Picture) -> float:
    """The share of a region's cells that hold marks like print; 0 for an empty region."""
    wanted = region > 0
    return float(cells[wanted].mean()) if wanted.any() else 0.0


def cells_within(cells: Picture, outline: np.ndarray[tuple[int, ...], np.dtype[np.float64]], grow: float) -> Picture:
    """1 for the cells whose middle lies in an outline that is grown by this share from its middle."""
    middle = outline.mean(axis=0)
    grown = (middle + (outline - middle) * (1 + grow)) / _CELL - 0.5
    region = np.zeros_like(cells)
    cv2.fillConvexPoly(region, np.round(grown).astype(np.int32), 1)
    return region
