"""Between two cards without a gap the line is found along which one ends and the next begins."""

from __future__ import annotations

import numpy as np
import pytest

from cardkeeper.capture.seams import Seams
from cardkeeper.images import Picture
from cardkeeper.model.geometry import Box

WHITE, CREAM, SHADOW = (252, 252, 250), (238, 230, 210), (206, 206, 204)


def sheet(width: int = 1000, height: int = 600) -> Picture:
    grain = np.random.default_rng(4).normal(0, 2, (height, width, 3))
    return np.clip(np.array(WHITE) + grain, 0, 255).astype(np.uint8)


def test_two_papers_beside_each_other_have_a_seam() -> None:
    picture = sheet()
    picture[:, 530:] = CREAM
    seen, place = Seams(picture).seen(Box(420, 0, 620, 600), 0)
    assert seen == 1.0
    assert place == pytest.approx(530, abs=4)


@pytest.mark.parametrize("lean", [-20, 25])
def test_a_thin_shadow_that_leans_is_a_seam(lean: int) -> None:
    picture = sheet()
    for column in range(1000):
        row = 300 + round(lean * (column / 1000 - 0.5))
        picture[row : row + 3, column] = SHADOW
    seen, place = Seams(picture).seen(Box(0, 220, 1000, 380), 1)
    assert seen > 0.9
    assert place == pytest.approx(301, abs=5)


def test_where_nothing_changes_no_seam_is_seen() -> None:
    assert Seams(sheet()).seen(Box(0, 220, 1000, 380), 1)[0] == 0.0


def test_a_rule_that_is_printed_on_one_of_two_cards_is_seen_for_its_part_of_the_way() -> None:
    picture = sheet()
    picture[300:303, 60:430] = SHADOW
    assert Seams(picture).seen(Box(0, 220, 1000, 380), 1)[0] == pytest.approx(0.37, abs=0.1)


def test_a_seam_is_looked_for_between_the_cards_only() -> None:
    picture = sheet()
    picture[:200] = CREAM
    assert Seams(picture).seen(Box(0, 240, 1000, 380), 1)[0] == 0.0
    assert Seams(picture).seen(Box(300, 150, 304, 380), 1) == (0.0, 0.0)
