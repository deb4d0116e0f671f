"""Places on a picture: boxes and quadrilaterals, always in pixels, origin at the top left."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """The two sides of a card."""

    FRONT = "front"
    BACK = "back"


@dataclass(frozen=True, slots=True, order=True)
class Box:
    """An upright rectangle in pixels of one side of a card; `right` and `bottom` lie just outside of it."""

    left: float
    top: float
    right: float
    bottom: float
    side: Side = Side.FRONT

    def __post_init__(self) -> None:
        if self.right < self.left or self.bottom < self.top:
            raise ValueError(f"a box must not be inside out: {self}")

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    @property
    def area(self) -> float:
        return self.width * self.height

    def joined(self, other: Box) -> Box:
        """The smallest box that holds both; they lie on one side."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
            self.side,
        )

    def shared_area(self, other: Box) -> float:
        """The area in square pixels that lies in both boxes."""
        if self.side is not other.side:
            return 0.0
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0.0, width) * max(0.0, height)


@dataclass(frozen=True, slots=True)
class Point:
    """A place in pixels; fractions are allowed."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Quad:
    """Four corners in pixels, clockwise from the corner that is the card's own top left."""

    top_left: Point
    top_right: Point
    bottom_right: Point
    bottom_left: Point

    @property
    def corners(self) -> tuple[Point, Point, Point, Point]:
        return self.top_left, self.top_right, self.bottom_right, self.bottom_left

    @classmethod
    def of_box(cls, box: Box) -> Quad:
        """The corners of an upright rectangle."""
        return cls(
            Point(box.left, box.top),
            Point(box.right, box.top),
            Point(box.right, box.bottom),
            Point(box.left, box.bottom),
        )

    @property
    def area(self) -> float:
        """In square pixels."""
        ends = zip(self.corners, (*self.corners[1:], self.corners[0]), strict=True)
        return abs(sum(a.x * b.y - b.x * a.y for a, b in ends)) / 2

    def holds(self, point: Point) -> bool:
        """Whether a place lies in it."""
        ends = zip(self.corners, (*self.corners[1:], self.corners[0]), strict=True)
        return all((b.x - a.x) * (point.y - a.y) >= (b.y - a.y) * (point.x - a.x) for a, b in ends)

    def middle(self) -> Point:
        """The mean of the four corners."""
        return Point(sum(corner.x for corner in self.corners) / 4, sum(corner.y for corner in self.corners) / 4)

    def bounds(self) -> Box:
        """The upright box around the four corners."""
        xs = [corner.x for corner in self.corners]
        ys = [corner.y for corner in self.corners]
        return Box(min(xs), min(ys), max(xs), max(ys))
