"""Two parts of one card become one card; two cards stay two."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from cardkeeper.capture.halves import mended
from cardkeeper.capture.outlines import ordered, polygon_area, shared_area
from cardkeeper.capture.shapes import Outline

Corners = NDArray[np.float64]


def outline(*corners: tuple[float, float], turned: float = 0.0) -> Outline:
    turn = np.radians(turned)
    places = np.array(corners, np.float64) @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    there = ordered(places)
    edges = np.ones((4, 12), np.bool_)
    return Outline(there, edges, 20.0, 20.0, polygon_area(there))


def box(left: float, top: float, right: float, bottom: float, turned: float = 0.0) -> Outline:
    return outline((left, top), (right, top), (right, bottom), (left, bottom), turned=turned)


@pytest.mark.parametrize("turned", [0.0, 12.0, -38.0, 90.0, 171.0])
@pytest.mark.parametrize("border", [0.3, 0.45, 0.7])
def test_two_colours_of_one_card_are_put_together(border: float, turned: float) -> None:
    left, right = box(0, 0, 850 * border, 550, turned), box(850 * border + 6, 4, 850, 550, turned)
    (whole,) = mended([right, left])
    card = box(0, 0, 850, 550, turned)
    assert shared_area(whole.corners, card.corners) > 0.98 * card.area
    assert whole.is_clear


def test_a_border_that_runs_aslant_parts_no_card() -> None:
    parts = [outline((0, 0), (500, 0), (360, 550), (0, 550)), outline((500, 0), (850, 0), (850, 550), (360, 550))]
    (whole,) = mended(parts)
    assert whole.area == pytest.approx(850 * 550)


@pytest.mark.parametrize(
    "other",
    [box(852, 0, 1702, 550), box(0, 552, 850, 1102), box(900, 0, 1750, 550), box(852, 200, 1702, 750)],
    ids=["beside", "below", "apart", "shifted"],
)
def test_cards_that_touch_stay_two(other: Outline) -> None:
    assert len(mended([box(0, 0, 850, 550), other])) == 2


def test_portrait_cards_side_by_side_stay_two() -> None:
    assert len(mended([box(0, 0, 550, 850), box(552, 0, 1102, 850)])) == 2
