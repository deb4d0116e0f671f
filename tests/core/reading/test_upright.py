"""Which way up a card lies, by the votes of its lines, and where things are once it is turned."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardkeeper.model.cards import ReaderName, TextLine
from cardkeeper.model.geometry import Box, Point, Quad
from cardkeeper.reading.protocol import Sight
from cardkeeper.reading.upright import (
    TURNS,
    Vote,
    best_turn,
    is_clear,
    is_plain,
    runs_sideways,
    turn_box,
    turn_quad,
    upside_down,
)

BOXES = st.tuples(st.integers(0, 50), st.integers(0, 40), st.integers(1, 50), st.integers(1, 40)).map(
    lambda edges: Box(edges[0], edges[1], edges[0] + edges[2], edges[1] + edges[3])
)


def test_lines_that_stand_on_end_show_a_card_on_its_side() -> None:
    assert runs_sideways([(20, 200), (22, 300), (30, 30)])
    assert not runs_sideways([(200, 20), (300, 22), (30, 30)])


def test_one_upright_logotype_does_not_turn_a_card() -> None:
    assert not runs_sideways([(300, 20), (280, 20), (250, 20), (40, 200)])


def test_single_letters_show_no_direction() -> None:
    assert not runs_sideways([(20, 25), (25, 20), (18, 26)])


def test_the_longer_lines_outvote_a_short_one() -> None:
    assert upside_down([Vote(0.99, 8), Vote(0.97, 6), Vote(0.02, 1)]) > 0.8
    assert upside_down([]) == 0.5


def test_divided_votes_are_not_clear() -> None:
    assert is_clear(0.9)
    assert is_clear(0.1)
    assert not is_clear(0.55)


def sight(text: str, confidence: float) -> Sight:
    return Sight((TextLine(text, Box(0, 0, 10, 10), confidence, ReaderName.TESSERACT),))


def test_a_reading_full_of_sure_text_needs_no_other_side() -> None:
    assert is_plain(sight("Anna Bergmann, Head of Sales", 0.9))
    assert not is_plain(sight("Anna Bergmann, Head of Sales", 0.4))
    assert not is_plain(sight("8S", 0.9))


def test_the_side_with_the_most_sure_text_wins_and_a_draw_leaves_the_card_as_it_is() -> None:
    assert best_turn({0: 3.0, 90: 1.0, 180: 22.5, 270: 0.0}) == 180
    assert best_turn({90: 0.0, 0: 0.0, 180: 0.0}) == 0


@given(BOXES)
def test_four_quarter_turns_bring_a_box_back(box: Box) -> None:
    turned, width, height = box, 100, 80
    for _ in range(4):
        turned = turn_box(turned, 90, width, height)
        width, height = height, width
    assert turned == box


@given(BOXES, st.sampled_from(TURNS), st.sampled_from(TURNS))
def test_two_turns_are_the_same_as_their_sum(box: Box, first: int, second: int) -> None:
    width, height = (100, 80) if first in (0, 180) else (80, 100)
    twice = turn_box(turn_box(box, first, 100, 80), second, width, height)
    assert twice == turn_box(box, (first + second) % 360, 100, 80)


@pytest.mark.parametrize(("turn", "first"), [(0, 0), (90, 3), (180, 2), (270, 1)])
def test_a_turned_card_names_its_corners_anew(turn: int, first: int) -> None:
    corners = (Point(0, 0), Point(9, 0), Point(9, 5), Point(0, 5))
    assert turn_quad(Quad(*corners), turn).top_left == corners[first]
