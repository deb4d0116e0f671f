"""An outline with what the picture says of it: how far and how clearly an edge lies along each of its sides."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cardkeeper.capture.outlines import Corners


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """A quadrilateral and how well its sides are borne out by the picture."""

    corners: Corners
    edges: NDArray[np.bool_]
    """For each side, from the corner of the same number to the next, along which stretches there is an edge: 4 × n."""
    strength: float
    """Steps by which the colour changes there, on average."""
    sharpness: float
    """The same within a pixel or two of the sides: how exactly they lie on it."""
    area: float
    """In square pixels."""

    @property
    def weakest(self) -> float:
        return float(self.edges.mean(axis=1).min())

    @property
    def borne(self) -> float:
        return float(self.edges.mean())

    @property
    def quality(self) -> float:
        return 0.5 * self.borne + 0.3 * self.weakest + 0.2 * min(self.strength, 40.0) / 40.0

    @property
    def is_solid(self) -> bool:
        return self.weakest >= 0.87 and self.borne >= 0.95

    @property
    def is_clear(self) -> bool:
        return self.weakest >= 0.7 and self.borne >= 0.88
