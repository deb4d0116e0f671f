"""A reader for tests that knows beforehand what stands on which picture, and keeps the contract of a real one."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from cardkeeper import images
from cardkeeper.errors import ReaderFailed
from cardkeeper.images import Picture
from cardkeeper.model.cards import ReaderName, SecondLook, TextLine
from cardkeeper.model.geometry import Box
from cardkeeper.reading.protocol import Probe, Sight
from cardkeeper.reading.upright import TURNS


def key_of(picture: Picture) -> str:
    """What a picture is known by: its very pixels."""
    return hashlib.sha256(f"{picture.shape}".encode() + picture.tobytes()).hexdigest()


class FakeReader:
    """Sees on the pictures that it was told of what it was told, whichever way up they lie, and nothing on others."""

    def __init__(self, name: ReaderName, known: Mapping[str, Sequence[TextLine]]) -> None:
        """`known`: the lines on each upright picture, by `key_of` it."""
        self._name = name
        self._known = known

    @property
    def name(self) -> ReaderName:
        return self._name

    def probe(self) -> Probe:
        """It is always there."""
        return Probe(available=True, version="0", detail="fake")

    def load(self) -> None:
        """Nothing to load."""

    def read(self, picture: Picture, *, timeout: float) -> Sight:
        """What it was told of the picture; see `Reader.read`."""
        _check(timeout)
        for turn in TURNS:
            lines = self._known.get(key_of(images.turn(picture, turn)))
            if lines is not None:
                return Sight(tuple(lines), turn)
        return Sight()

    def read_boxes(self, picture: Picture, boxes: Sequence[Box], *, timeout: float) -> tuple[SecondLook | None, ...]:
        """The lines that lie mostly in each box; see `Reader.read_boxes`."""
        _check(timeout)
        lines = self._known.get(key_of(picture), ())
        return tuple(self._in(box, lines) for box in boxes)

    def _in(self, box: Box, lines: Sequence[TextLine]) -> SecondLook | None:
        for line in lines:
            if line.box.area and line.box.shared_area(box) > line.box.area / 2:
                return SecondLook(line.text, line.confidence, self._name)
        return None


def _check(timeout: float) -> None:
    if timeout <= 0:
        raise ReaderFailed("The fake reader has no time.", "Give it some.")
