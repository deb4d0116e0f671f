"""Lines of print that run aslant are noticed, and how."""

from __future__ import annotations

import numpy as np
import pytest

from cardkeeper.model.geometry import Point
from cardkeeper.reading.slant import Corners, slant_of

SIZE = (1600, 1200)


def line(left: float, top: float, length: float, degrees: float, height: float = 30) -> Corners:
    turn = np.radians(degrees)
    along, down = np.array([np.cos(turn), np.sin(turn)]), np.array([-np.sin(turn), np.cos(turn)])
    corners = [np.zeros(2), along * length, along * length + down * height, down * height]
    return np.asarray(np.stack(corners) + np.array([left, top]), dtype=np.float32)


@pytest.mark.parametrize("degrees", [-40.0, -8.0, 6.0, 30.0])
def test_a_rectangle_along_the_lines_holds_all_of_them(degrees: float) -> None:
    lines = [line(500, 500, 400, degrees), line(480, 560, 300, degrees + 1), line(470, 620, 350, degrees - 1)]
    quad = slant_of(lines, *SIZE)
    assert quad is not None
    top = quad.top_right.x - quad.top_left.x, quad.top_right.y - quad.top_left.y
    assert np.degrees(np.arctan2(top[1], top[0])) == pytest.approx(degrees, abs=1.5)
    assert all(quad.holds(Point(float(x), float(y))) for place in lines for x, y in place)


def test_print_that_runs_level_is_left_alone() -> None:
    assert slant_of([line(100, 100, 400, 1.5), line(100, 200, 300, -1)], *SIZE) is None


def test_several_cards_that_lie_each_in_another_way_are_left_alone() -> None:
    assert slant_of([line(100, 100, 400, 20), line(900, 200, 400, -25), line(500, 800, 400, 3)], *SIZE) is None


def test_too_little_print_shows_no_direction() -> None:
    assert slant_of([line(100, 100, 400, 20)], *SIZE) is None
    assert slant_of([], *SIZE) is None
