"""What a reader is: one OCR engine behind a seam; the rest of the program knows lines of print and no engine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from cardkeeper.images import Picture
from cardkeeper.model.cards import ReaderName, SecondLook, TextLine
from cardkeeper.model.geometry import Box, Quad


@dataclass(frozen=True, slots=True)
class Probe:
    """Whether a reader is on this machine, found out without reading anything."""

    available: bool
    version: str = ""
    detail: str = ""
    """What it reads with (languages, models), or what is missing; for developers, not translated."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What one reader saw on one picture."""

    lines: tuple[TextLine, ...] = ()
    """From top to bottom and left to right; boxes in pixels of the picture after it was turned."""
    turn: int = 0
    """Degrees clockwise (0, 90, 180, 270) by which the picture must be turned to stand upright, by the print on it."""
    unread: tuple[Box, ...] = ()
    """Where lines of print seem to be that the engine knows no letters of, as of a script that it never learned."""
    slant: Quad | None = None
    """Where lines run aslant: the rectangle along them around all print, in pixels of the turned picture."""

    @property
    def weight(self) -> float:
        """How much sure text there is: letters and digits, each counted by the square of its line's confidence."""
        return sum(sum(map(str.isalnum, line.text)) * line.confidence**2 for line in self.lines)


class Reader(Protocol):
    """An OCR engine. A reader is used by one thread at a time and may be slow to make: make it once."""

    @property
    def name(self) -> ReaderName: ...

    def probe(self) -> Probe:
        """Whether it can read here. Raises nothing."""
        ...

    def load(self) -> None:
        """Load what takes long to load, once. Raises `ReaderUnavailable`."""
        ...

    def read(self, picture: Picture, *, timeout: float) -> Sight:
        """All print on a picture, whichever way up it lies.

        `timeout` in seconds. Raises `ReaderUnavailable` where the engine is not on this machine, and `ReaderFailed`
        where it stops, crashes or takes longer.
        """
        ...

    def read_boxes(self, picture: Picture, boxes: Sequence[Box], *, timeout: float) -> tuple[SecondLook | None, ...]:
        """What stands in each of these places of an upright picture, one line of print in each; None where nothing is.

        Raises like `read`.
        """
        ...
