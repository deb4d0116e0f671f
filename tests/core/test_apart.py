"""Cards that touch are told apart by what stands on them, and one card is never cut in two."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cardkeeper import pipeline
from cardkeeper.apart import Shown, apart
from cardkeeper.images import Picture
from cardkeeper.model.cards import ReaderName, TextLine
from cardkeeper.model.drafts import FieldName
from cardkeeper.model.geometry import Box
from cardkeeper.model.progress import CardRead, Framed, ReadOptions
from cardkeeper.reading.neural import NeuralReader
from cardkeeper.reading.panel import Panel
from tests.helpers_reading import draw_card

PEOPLE = (
    ("Anna Bergmann", "Head of Sales", "Nordlicht Energy GmbH", "anna.bergmann@nordlicht.example", "+49 30 1234 5678"),
    ("Peter Lindqvist", "Managing Director", "Fjord Shipping AB", "peter@fjordshipping.example", "+46 8 123 456 00"),
    ("Maria Castellanos", "Architect", "Estudio Sur S.L.", "maria@estudiosur.example", "+34 91 555 06 00"),
    ("Thomas Whitfield", "Senior Partner", "Whitfield & Co Ltd", "tom@whitfield.example", "+44 20 7946 0018"),
    ("Claire Fontaine", "Directrice", "Atelier Bleu SARL", "claire@atelierbleu.example", "+33 1 99 00 03 64"),
    ("James O'Connor", "Sales Engineer", "Harbor Tools Inc.", "james@harbortools.example", "+1 503-555-0126"),
)
SIZES = (64, 38, 48, 40, 40)
TOPS = (70, 160, 300, 400, 470)


def card_of(person: tuple[str, ...]) -> tuple[Picture, tuple[TextLine, ...]]:
    rows = zip(person, TOPS, SIZES, strict=True)
    return draw_card(tuple((text, 80, top, size) for text, top, size in rows))


def side_by_side(count: int, across: int) -> tuple[Picture, list[TextLine]]:
    """So many cards edge to edge without a line between them, and what a perfect reader sees."""
    cards = [card_of(person) for person in PEOPLE[:count]]
    rows = [np.hstack([card for card, _ in cards[start : start + across]]) for start in range(0, count, across)]
    lines = []
    for number, (card, seen) in enumerate(cards):
        right, down = number % across * card.shape[1], number // across * card.shape[0]
        lines += [line_at(line.text, line.box, right, down) for line in seen]
    return np.vstack(rows), lines


def line_at(text: str, box: Box, right: float = 0, down: float = 0) -> TextLine:
    place = Box(box.left + right, box.top + down, box.right + right, box.bottom + down)
    return TextLine(text, place, 1.0, ReaderName.NEURAL)


def places_of(
    lines: Sequence[TextLine], width: float, height: float, *, whole: bool, seams: tuple[float, ...] = ()
) -> tuple[Box, ...]:
    """Where the cards are on a picture that shows seams from side to side at these heights, or none."""

    def seen(room: Box, axis: int) -> tuple[float, float]:
        found = [place for place in seams if axis == 1 and room.top < place < room.bottom]
        return (1.0, found[0]) if found else (0.0, 0.0)

    return apart(Shown(lines, width, height, seen), "", whole=whole)


@pytest.mark.parametrize(("count", "across"), [(2, 1), (2, 2), (3, 1), (4, 2), (6, 2), (6, 3)])
@pytest.mark.parametrize("whole", [True, False])
def test_cards_edge_to_edge_are_told_apart(count: int, across: int, *, whole: bool) -> None:
    picture, lines = side_by_side(count, across)
    places = places_of(lines, picture.shape[1], picture.shape[0], whole=whole)
    assert len(places) == count
    for place, line in zip(places, lines[::5], strict=True):
        assert place.shared_area(line.box) == pytest.approx(line.box.area)


def test_cards_far_from_the_edges_of_a_page_are_told_apart() -> None:
    picture, lines = side_by_side(4, 2)
    moved = [line_at(line.text, line.box, 900, 2300) for line in lines]
    assert len(places_of(moved, 4000, 5000, whole=True)) == 4
    assert picture.shape[:2] == (1200, 2100)


def test_cards_are_cut_along_the_seams_that_are_seen_between_them() -> None:
    picture, lines = side_by_side(3, 1)
    places = places_of(lines, picture.shape[1], picture.shape[0], whole=False, seams=(588, 1203))
    assert [(place.top, place.bottom) for place in places] == [(0, 588), (588, 1203), (1203, 1800)]


def test_a_card_of_nobody_is_told_apart_where_seams_are_seen() -> None:
    picture, lines = side_by_side(3, 1)
    nobody = [line for line in lines if line.text not in PEOPLE[1]]
    nobody += [
        line_at(text, Box(80, 700 + 90 * row, 500, 740 + 90 * row))
        for row, text in enumerate(("Lunch", "Dinner", "+46 8 123 456 00"))
    ]
    size = picture.shape[1], picture.shape[0]
    assert len(places_of(nobody, *size, whole=True, seams=(600, 1200))) == 3
    assert len(places_of(nobody, *size, whole=True)) == 2


def test_a_card_that_names_one_person_stays_one() -> None:
    for person in PEOPLE:
        picture, lines = card_of(person)
        assert not places_of(lines, picture.shape[1], picture.shape[0], whole=True)


def test_lines_close_under_each_other_stand_on_one_card() -> None:
    """Whatever is taken for a name on the lower half of it: here a street."""
    rows = (
        ("Anna Bergmann", 80, 46), ("Undertaker", 111, 34), ("jomi", 185, 64), ("+49 30 1234 5678", 279, 37),
        ("+49 170 125 7580", 319, 34), ("contact@jomi.example", 355, 36), ("Marina Whitfield", 429, 33),
        ("Unit 8, Tanner's Yard", 461, 35), ("London SE1 7TP", 492, 33),
    )  # fmt: skip
    lines = [
        line_at(text, Box(540 - 6 * len(text), top, 540 + 6 * len(text), top + height)) for text, top, height in rows
    ]
    assert not places_of(lines, 1064, 710, whole=True)


def test_two_offices_on_one_card_do_not_make_two_cards() -> None:
    rows = (
        ("Anna Bergmann", 80, 40), ("Head of Sales", 80, 100), ("Nordlicht Energy GmbH", 80, 160),
        ("Berlin office", 80, 280), ("Kantstrasse 12", 80, 330),
        ("+49 30 1234 5678", 80, 380), ("berlin@nordlicht.example", 80, 430),
        ("Paris office", 580, 280), ("12 rue de la Paix", 580, 330),
        ("+33 1 99 00 03 64", 580, 380), ("paris@nordlicht.example", 580, 430),
    )  # fmt: skip
    lines = [line_at(text, Box(left, top, left + 20 * len(text), top + 36)) for text, left, top in rows]
    assert not places_of(lines, 1050, 600, whole=True)
    assert not places_of(lines, 1050, 600, whole=False)


def test_two_people_on_one_card_do_not_make_two_cards() -> None:
    lines = []
    for number, person in enumerate(PEOPLE[:2]):
        for row, text in enumerate(person):
            lines.append(line_at(text, Box(60, 60, 60 + 12 * len(text), 90), 500 * number, 90 * row))
    assert not places_of(lines, 1050, 600, whole=False)


def test_the_same_card_twice_is_not_two_people() -> None:
    picture, lines = side_by_side(1, 1)
    twice = [*lines, *(line_at(line.text, line.box, 0, picture.shape[0]) for line in lines)]
    assert not places_of(twice, picture.shape[1], 2 * picture.shape[0], whole=True)


def test_touching_cards_become_cards_of_their_own_in_the_order_they_lie(tmp_path: Path) -> None:
    picture, _ = side_by_side(4, 2)
    path = tmp_path / "four.png"
    Image.fromarray(picture).save(path)
    events = list(pipeline.read_file(path, ReadOptions(), Panel(NeuralReader())))
    cards = [event.read for event in events if isinstance(event, CardRead)]
    assert [read.draft.text(FieldName.NAME) for read in cards] == [person[0] for person in PEOPLE[:4]]
    assert [read.card.number for read in cards] == [1, 2, 3, 4]
    assert [event.cards for event in events if isinstance(event, Framed)] == [1, 4]
    for number, read in enumerate(cards):
        middle = read.card.quad.bounds().middle
        assert abs(middle[0] - (525 + 1050 * (number % 2))) < 80
        assert abs(middle[1] - (300 + 600 * (number // 2))) < 80


def test_a_card_without_visible_edges_beside_others_is_not_overlooked(tmp_path: Path) -> None:
    paper = np.full((1700, 2500, 3), 255, dtype=np.uint8)
    for number, (left, top) in enumerate(((90, 150), (1320, 130), (700, 950))):
        card, _ = card_of(PEOPLE[number])
        if number < 2:
            card[:3] = card[-3:] = 120
            card[:, :3] = card[:, -3:] = 120
        paper[top : top + 600, left : left + 1050] = card
    path = tmp_path / "three.png"
    Image.fromarray(paper).save(path)
    events = list(pipeline.read_file(path, ReadOptions(), Panel(NeuralReader())))
    names = [event.read.draft.text(FieldName.NAME) for event in events if isinstance(event, CardRead)]
    assert names == [person[0] for person in PEOPLE[:3]]
    assert [event.cards for event in events if isinstance(event, Framed)] == [2, 3]


def test_an_outline_that_says_nothing_beside_a_card_is_no_card(tmp_path: Path) -> None:
    """As boards of a table, tiles of a floor, or slips of paper."""
    paper = np.full((1700, 2500, 3), 255, dtype=np.uint8)
    for number, (left, top) in enumerate(((90, 150), (1320, 130), (700, 950))):
        card = card_of(PEOPLE[number])[0] if number != 1 else np.full((600, 1050, 3), 250, dtype=np.uint8)
        if number < 2:
            card[:3] = card[-3:] = 120
            card[:, :3] = card[:, -3:] = 120
        paper[top : top + 600, left : left + 1050] = card
    path = tmp_path / "boards.png"
    Image.fromarray(paper).save(path)
    events = list(pipeline.read_file(path, ReadOptions(), Panel(NeuralReader())))
    cards = [event.read for event in events if isinstance(event, CardRead)]
    assert [read.draft.text(FieldName.NAME) for read in cards] == [PEOPLE[0][0], PEOPLE[2][0]]
    assert [read.card.number for read in cards] == [1, 2]
    assert [event.cards for event in events if isinstance(event, Framed)][-1] == 2
