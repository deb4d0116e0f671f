"""Pictures in memory are turned, sized and kept without harm."""

from __future__ import annotations

import numpy as np
import pytest

from cardkeeper import images
from tests.core.capture.table import NIGHT, WHITE, face


def test_a_kept_picture_looks_the_same() -> None:
    card = face()
    again = images.decode(images.encode(card))
    assert again.shape == card.shape
    assert np.abs(again.astype(int) - card.astype(int)).mean() < 2


@pytest.mark.parametrize(("degrees", "place"), [(0, (0, 0)), (90, (0, 4)), (180, (2, 4)), (270, (4, 0))])
def test_a_turn_is_clockwise(degrees: int, place: tuple[int, int]) -> None:
    picture = np.zeros((3, 5, 3), dtype=np.uint8)
    if degrees in {90, 270}:
        picture = np.zeros((5, 5, 3), dtype=np.uint8)
    picture[0, 0] = 255
    assert images.turn(picture, degrees)[place].tolist() == [255, 255, 255]


def test_a_turn_is_by_quarters_only() -> None:
    with pytest.raises(ValueError, match="quarters"):
        images.turn(face(), 45)


def test_a_picture_becomes_smaller_and_never_larger() -> None:
    card = face(size=(1050, 660))
    assert images.within(card, 525).shape == (330, 525, 3)
    assert images.within(card, 5000) is card
    assert images.scaled(card, 2.0).shape == (1320, 2100, 3)


def test_a_card_with_light_print_on_a_dark_ground_is_dark() -> None:
    assert images.is_dark(face(NIGHT))
    assert not images.is_dark(face(WHITE))
