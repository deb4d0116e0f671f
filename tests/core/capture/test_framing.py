"""A card is found wherever it lies, cut out straight, and never cut further."""

from __future__ import annotations

import numpy as np
import pytest

from cardkeeper.capture.framing import find_cards, whole
from cardkeeper.images import Picture
from tests.core.capture.table import (
    CREAM,
    NIGHT,
    TEAL,
    WHITE,
    agreement,
    corners_at,
    face,
    flatbed,
    ground,
    lay,
    likeness,
    photo,
    seen,
)


@pytest.mark.parametrize("kind", ["grey", "white", "black", "wood", "carpet"])
@pytest.mark.parametrize("degrees", [0.0, 7.0, -34.0, 48.0, 97.0])
def test_a_card_on_a_table_is_cut_out_straight(kind: str, degrees: float) -> None:
    card, corners = face(CREAM), corners_at((800, 590), 800, degrees)
    (cut,) = find_cards(photo(kind, card, corners))
    assert not cut.whole
    assert agreement(cut.quad, corners) > 0.95
    assert likeness(cut.picture, card) > 0.85


def test_a_card_seen_aslant_is_straightened() -> None:
    card, corners = face(), corners_at((800, 600), 900, 12, lean=0.45)
    (cut,) = find_cards(photo("wood", card, corners))
    assert agreement(cut.quad, corners) > 0.95
    assert likeness(cut.picture, card) > 0.8


def test_rounded_corners_do_not_matter() -> None:
    corners = corners_at((800, 600), 900, -9)
    (cut,) = find_cards(photo("grey", face(), corners, rounded=True))
    assert agreement(cut.quad, corners) > 0.95


def test_a_dark_card_on_a_dark_table_is_found() -> None:
    card, corners = face((44, 46, 54)), corners_at((800, 600), 850, 6)
    (cut,) = find_cards(photo("black", card, corners, shadow=0.0))
    assert agreement(cut.quad, corners) > 0.95


def test_a_white_card_on_a_white_table_is_found_by_its_shadow() -> None:
    corners = corners_at((800, 600), 850, -5)
    (cut,) = find_cards(photo("white", face(), corners, shadow=0.25))
    assert agreement(cut.quad, corners) > 0.95


def test_a_coloured_band_stays_on_its_card() -> None:
    card, corners = face(design="band"), corners_at((800, 600), 850, 8)
    (cut,) = find_cards(photo("wood", card, corners))
    assert agreement(cut.quad, corners) > 0.95


def test_a_hand_over_one_edge_hides_no_card() -> None:
    corners = corners_at((800, 600), 850, 5)
    picture = photo("grey", face(), corners)
    picture[480:640, :460] = (205, 150, 120)
    (cut,) = find_cards(picture)
    assert agreement(cut.quad, corners) > 0.9


def test_a_card_lying_on_a_sheet_of_paper_is_cut_out_and_not_the_sheet() -> None:
    sheet = np.full((1000, 1400, 3), 245, dtype=np.uint8)
    table = lay(ground("wood"), sheet, corners_at((800, 600), 1450, 11))
    corners = corners_at((780, 620), 620, -8)
    (cut,) = find_cards(seen(lay(table, face(TEAL), corners)))
    assert agreement(cut.quad, corners) > 0.95


@pytest.mark.parametrize("design", ["plain", "band", "frame", "panel"])
@pytest.mark.parametrize("paper", [WHITE, CREAM, NIGHT])
def test_a_card_that_fills_the_picture_is_left_alone(design: str, paper: tuple[int, int, int]) -> None:
    card = face(paper, design)
    (cut,) = find_cards(card)
    assert cut.whole
    assert np.array_equal(cut.picture, card)


def _sheet(
    count: int, columns: int, turn: float
) -> list[tuple[Picture, np.ndarray[tuple[int, ...], np.dtype[np.float64]]]]:
    papers = (WHITE, CREAM, (205, 222, 240), NIGHT)
    step = 1240 / columns
    return [
        (
            face(papers[number % 4], "band" if number % 3 == 0 else "plain"),
            corners_at(
                (step * (number % columns + 0.5), 160 + 270 * (number // columns)),
                min(360.0, step * 0.85),
                turn * (-1) ** number,
            ),
        )
        for number in range(count)
    ]


@pytest.mark.parametrize(("count", "columns"), [(1, 2), (2, 2), (5, 2), (8, 2), (12, 2), (12, 3)])
@pytest.mark.parametrize("paper", [255, 225, 60])
def test_every_card_on_a_flatbed_page_is_found_and_none_invented(count: int, columns: int, paper: int) -> None:
    cards = _sheet(count, columns, 2.5)
    cuts = find_cards(flatbed(cards, paper))
    assert len(cuts) == count
    # In reading order: row by row, each from left to right.
    for cut, (_, corners) in zip(cuts, cards, strict=True):
        assert agreement(cut.quad, corners) > 0.93


def test_cards_that_touch_are_cut_apart() -> None:
    papers = (WHITE, TEAL, CREAM, NIGHT, (205, 222, 240), WHITE)
    cards = [
        (face(paper), corners_at((420 + 400 * (number % 2), 400 + 252 * (number // 2)), 400))
        for number, paper in enumerate(papers)
    ]
    assert len(find_cards(flatbed(cards, paper=210))) == 6


def test_several_cards_in_one_photo_are_cut_apart() -> None:
    table = ground("wood")
    places = [corners_at((430, 330), 560, 6), corners_at((1150, 380), 560, -14), corners_at((760, 860), 560, 3)]
    for corners, paper in zip(places, (WHITE, CREAM, TEAL), strict=True):
        table = lay(table, face(paper), corners)
    cuts = find_cards(seen(table))
    assert len(cuts) == 3
    assert all(max(agreement(cut.quad, corners) for cut in cuts) > 0.93 for corners in places)


def test_the_quad_is_told_in_pixels_of_the_page_and_a_cut_is_no_larger_than_needed() -> None:
    corners = corners_at((2000, 1500), 2600, 4)
    (cut,) = find_cards(photo("grey", face(size=(2100, 1320)), corners, width=4000))
    assert agreement(cut.quad, corners) > 0.97
    assert 1900 <= max(cut.picture.shape) <= 2000


def test_the_same_picture_gives_the_same_cuts() -> None:
    picture = photo("carpet", face(design="band"), corners_at((800, 600), 800, 21))
    assert [cut.quad for cut in find_cards(picture)] == [cut.quad for cut in find_cards(picture)]


@pytest.mark.parametrize("size", [(1, 1), (1, 900), (4, 4), (30, 2000), (700, 900)])
@pytest.mark.parametrize("kind", ["plain", "noise"])
def test_a_picture_without_a_card_is_one_whole_cut(size: tuple[int, int], kind: str) -> None:
    picture = np.full((*size, 3), 180, dtype=np.uint8)
    if kind == "noise":
        picture = np.random.default_rng(5).integers(0, 256, (*size, 3)).astype(np.uint8)
    (cut,) = find_cards(picture)
    assert cut.whole
    assert cut.picture.shape == whole(picture).picture.shape


def test_a_card_much_smaller_than_the_other_one_is_found_too() -> None:
    table = ground("wood")
    large, small = corners_at((480, 600), 950, 88), corners_at((1180, 500), 560, 12)
    table = lay(lay(table, face(CREAM), large), face(WHITE), small)
    cuts = find_cards(seen(table))
    assert len(cuts) == 2
    assert all(max(agreement(cut.quad, corners) for cut in cuts) > 0.93 for corners in (large, small))


def test_a_band_with_print_stays_on_its_card_on_a_table_of_the_same_colour() -> None:
    card = face(WHITE)
    card[:, 760:] = TEAL
    card[280:380, 860:950] = WHITE
    table = np.full((1200, 1600, 3), TEAL, dtype=np.float32) * 0.93
    table += np.random.default_rng(4).normal(0, 3, (1200, 1600, 1)).astype(np.float32)
    corners = corners_at((800, 600), 900, 8)
    (cut,) = find_cards(seen(lay(table, card, corners)))
    assert agreement(cut.quad, corners) > 0.95


def test_cards_side_by_side_without_a_line_between_them_are_framed_together() -> None:
    pair = np.hstack([face(WHITE), face(WHITE)])
    height, width = 320, 320 * pair.shape[1] / pair.shape[0]
    corners = np.array([(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)]) + np.array([250.0, 420.0])
    (cut,) = find_cards(photo("wood", pair, corners))
    assert not cut.whole
    assert agreement(cut.quad, corners) > 0.95


def test_a_small_card_alone_on_a_large_table_is_found() -> None:
    """On 12 megapixels of a table the card is less than a thirtieth of the picture."""
    corners = corners_at((1500, 700), 420, 24)
    (cut,) = find_cards(photo("grey", face(), corners, width=2400))
    assert not cut.whole
    assert agreement(cut.quad, corners) > 0.9


def test_a_card_of_three_bands_is_one_card() -> None:
    card = face(WHITE, size=(600, 1050))
    card[:350] = TEAL
    card[350:] = NIGHT
    card[698:702] = WHITE
    (cut,) = find_cards(photo("wood", np.rot90(card).copy(), corners_at((800, 600), 900, 8)))
    assert agreement(cut.quad, corners_at((800, 600), 900, 8)) > 0.9
