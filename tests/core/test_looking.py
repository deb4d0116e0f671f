"""Cards that lie on something with print of its own: a page of text, a sheet of paper, a desk with a keyboard."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from cardkeeper import pipeline
from cardkeeper.apart import lying_on
from cardkeeper.images import Picture
from cardkeeper.model.cards import ReadCard, ReaderName, TextLine
from cardkeeper.model.drafts import FieldName
from cardkeeper.model.geometry import Box
from cardkeeper.model.progress import CardRead, ReadOptions
from cardkeeper.reading.neural import NeuralReader
from cardkeeper.reading.panel import Panel
from tests.core.capture.table import corners_at, ground, lay, seen
from tests.core.test_apart import PEOPLE, card_of

TEXT = "The committee will meet again in spring and look at what remains of the plan for the old harbour."


@pytest.fixture(scope="module")
def panel() -> Panel:
    return Panel(NeuralReader())


def read(picture: Picture, folder: Path, panel: Panel) -> list[ReadCard]:
    path = folder / "picture.png"
    Image.fromarray(picture).save(path)
    return [event.read for event in pipeline.read_file(path, ReadOptions(), panel) if isinstance(event, CardRead)]


def what_is_read(card: ReadCard) -> list[str]:
    """The lines of a card, without their spaces, which small print loses."""
    return [line.text.replace(" ", "") for line in card.reading.lines]


def page_of_text(width: int, height: int) -> Picture:
    page = Image.new("RGB", (width, height), (238, 232, 214))
    for number, top in enumerate(range(40, height - 40, 72)):
        words = TEXT[: 40 + 13 * number % 37]
        ImageDraw.Draw(page).text((50, top), words, fill=(40, 40, 60), font=ImageFont.load_default(30))
    return np.asarray(page, dtype=np.uint8)


def onto(table: NDArray[np.float32], thing: Picture, left: int, top: int) -> NDArray[np.float32]:
    table[top : top + thing.shape[0], left : left + thing.shape[1]] = thing
    return table


def test_a_framed_page_of_text_beside_a_card_is_no_card_but_a_back_that_is_as_large_as_the_card_is(
    tmp_path: Path, panel: Panel
) -> None:
    services = Image.fromarray(np.full((600, 1050, 3), 252, dtype=np.uint8))
    for row, text in enumerate(("Boilers", "Heat pumps", "Solar heating", "Bathrooms", "Repairs", "Advice at home")):
        ImageDraw.Draw(services).text((120, 50 + 85 * row), text, fill=(20, 20, 20), font=ImageFont.load_default(44))
    table = lay(ground("grey"), card_of(PEOPLE[3])[0], corners_at((1180, 900), 620, 3))
    with_page = lay(table, page_of_text(1400, 880), corners_at((620, 400), 1000, -2))
    assert [card.draft.text(FieldName.NAME) for card in read(seen(with_page), tmp_path, panel)] == [PEOPLE[3][0]]
    with_back = lay(table, np.asarray(services), corners_at((420, 400), 620, -2))
    back, front = read(seen(with_back), tmp_path, panel)
    assert front.draft.text(FieldName.NAME) == PEOPLE[3][0]
    assert "Heat pumps" in [line.text for line in back.reading.lines]


@pytest.mark.parametrize("degrees", [3, 12])
def test_of_a_card_on_a_page_of_text_only_the_card_is_read(tmp_path: Path, panel: Panel, degrees: int) -> None:
    table = onto(ground("wood"), page_of_text(1500, 1100), 50, 50)
    table = lay(table, card_of(PEOPLE[0])[0], corners_at((840, 560), 780, degrees))
    (only,) = read(seen(table), tmp_path, panel)
    assert what_is_read(only) == [text.replace(" ", "") for text in PEOPLE[0]]


def test_a_page_of_text_beside_a_card_is_not_read_with_it(tmp_path: Path, panel: Panel) -> None:
    table = onto(ground("wood"), page_of_text(1500, 520), 50, 0)
    table = lay(table, card_of(PEOPLE[1])[0], corners_at((800, 840), 800, 3))
    (only,) = read(seen(table), tmp_path, panel)
    assert what_is_read(only) == [text.replace(" ", "") for text in PEOPLE[1]]


def test_a_keyboard_beside_a_card_is_no_card(tmp_path: Path, panel: Panel) -> None:
    keys = Image.new("RGB", (1200, 480), (30, 30, 34))
    pen = ImageDraw.Draw(keys)
    for row, letters in enumerate(("QWERTYUIOP", "ASDFGHJKLÖ", "YXCVBNM,.-")):
        for column, letter in enumerate(letters):
            left, top = 40 + 115 * column, 30 + 145 * row
            pen.rounded_rectangle((left, top, left + 100, top + 125), 10, fill=(58, 58, 64))
            pen.text((left + 20, top + 15), letter, fill=(230, 230, 230), font=ImageFont.load_default(44))
    table = lay(onto(ground("wood"), np.asarray(keys), 200, 40), card_of(PEOPLE[2])[0], corners_at((800, 860), 780, 2))
    (only,) = read(seen(table), tmp_path, panel)
    assert only.draft.text(FieldName.NAME) == PEOPLE[2][0]


def test_every_card_on_a_sheet_that_lies_aslant_on_a_desk_is_read(tmp_path: Path, panel: Panel) -> None:
    """White on white paper: of the cards' own edges nothing is seen, only those of the sheet."""
    sheet = np.full((2300, 2500, 3), 252, dtype=np.uint8)
    for number, person in enumerate(PEOPLE):
        left, top = 120 + 1200 * (number % 2), 100 + 740 * (number // 2)
        sheet[top : top + 600, left : left + 1050] = card_of(person)[0]
    table = np.asarray(cv2.resize(ground("wood"), (3200, 2400)), dtype=np.float32)
    corners = np.array([(420, 250), (2700, 130), (2840, 2270), (280, 2180)], dtype=np.float64)
    cards = read(seen(lay(table, sheet, corners)), tmp_path, panel)
    assert [card.draft.text(FieldName.NAME) for card in cards] == [person[0] for person in PEOPLE]


def lines(*texts: str) -> list[TextLine]:
    return [
        TextLine(text, Box(0, 60 * row, 20 * len(text), 60 * row + 40), 1.0, ReaderName.NEURAL)
        for row, text in enumerate(texts)
    ]


def test_a_printed_panel_with_all_that_reaches_somebody_is_no_card_on_a_card() -> None:
    beside = lines("Nordlicht Energy GmbH", "Wind, water, sun", "Since 1984")
    assert lying_on([lines(*PEOPLE[0])], beside, "") == ()


def test_a_part_is_no_card_where_another_way_to_reach_somebody_stands_beside_it() -> None:
    beside = lines(*[TEXT] * 8, "office@nordlicht.example")
    assert lying_on([lines(*PEOPLE[0])], beside, "") == ()
    assert lying_on([lines(*PEOPLE[0])], beside[:-1], "") == (0,)


def test_several_parts_are_cards_where_each_names_somebody_else() -> None:
    people = [lines(*person) for person in PEOPLE[:3]]
    assert lying_on([*people, []], [], "") == (0, 1, 2)
    assert lying_on([people[0], people[0]], [], "") == ()
