"""Cards in scripts that the first reader knows no letters of, or not all: read in their own language."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from cardkeeper.errors import ReaderFailed
from cardkeeper.images import Picture
from cardkeeper.model.cards import ReaderName, SecondLook, TextLine
from cardkeeper.model.geometry import Box
from cardkeeper.reading.fake import FakeReader, key_of
from cardkeeper.reading.neural import NeuralReader
from cardkeeper.reading.panel import Page, Panel, look, look_in_languages, of_languages
from cardkeeper.reading.scripts import Language
from cardkeeper.reading.tesseract import find_program
from tests.helpers_reading import draw_card

ROOT = Path(__file__).parents[3]
KOREAN = ROOT / "tests" / "cards" / "scripts" / "korean.png"
"""A made-up card, set in Nanum Gothic."""
INTER = ROOT / "resources" / "fonts" / "Inter-Regular.ttf"
VIETNAMESE = (
    ("Nguyễn Thị Hồng Nhung", 70),
    ("Trưởng phòng Kinh doanh", 170),
    ("Công ty TNHH Dược phẩm An Khang", 290),
    ("Số 12 Đường Lê Lợi, Quận 1, TP. Hồ Chí Minh", 380),
    ("0908 417 352", 450),
)
RUSSIAN = (
    ("Сергей Соколов", 70),
    ("Коммерческий директор", 170),
    ("ООО «Северный Ветер»", 290),
    ("125009, г. Москва, ул. Тверская, д. 36", 380),
    ("тел. +7 495 123-45-67", 450),
)
BLANK = np.full((600, 1050, 3), 255, dtype=np.uint8)

needs_tesseract = pytest.mark.skipif(find_program() is None, reason="no Tesseract on this machine")


class CountingReader(FakeReader):
    """A reader that remembers how many places it was asked for."""

    asked = 0

    def read_boxes(self, picture: Picture, boxes: Sequence[Box], *, timeout: float) -> tuple[SecondLook | None, ...]:
        self.asked += len(boxes)
        return super().read_boxes(picture, boxes, timeout=timeout)


class TiredReader(FakeReader):
    """A reader whose engine stops at every picture."""

    def read_boxes(self, picture: Picture, boxes: Sequence[Box], *, timeout: float) -> tuple[SecondLook | None, ...]:
        raise ReaderFailed(f"no more in {timeout} s", "rest")


@pytest.fixture(scope="module")
def panel() -> Panel:
    return Panel(NeuralReader(), others=of_languages())


def texts(page: Page) -> list[str]:
    return [line.text for line in page.lines]


def card_of(lines: Sequence[tuple[str, int]]) -> Picture:
    card = Image.fromarray(BLANK)
    pen = ImageDraw.Draw(card)
    for text, top in lines:
        pen.text((70, top), text, fill="black", font=ImageFont.truetype(INTER, 40))
    return np.array(card)


def seen_as(text: str, confidence: float = 0.98, top: float = 60) -> TextLine:
    return TextLine(text, Box(70, top, 470, top + 50), confidence, ReaderName.NEURAL)


def heard_as(text: str, confidence: float, top: float = 60) -> FakeReader:
    line = TextLine(text, Box(70, top, 470, top + 50), confidence, ReaderName.TESSERACT)
    return FakeReader(ReaderName.TESSERACT, {key_of(BLANK): (line,)})


@needs_tesseract
def test_a_vietnamese_card_keeps_its_marks(panel: Panel) -> None:
    page = look_in_languages(panel, look(panel, card_of(VIETNAMESE), 60), 60)
    assert texts(page) == [text for text, _ in VIETNAMESE]
    name = page.lines[0]
    assert name.reader is ReaderName.TESSERACT
    assert [second.reader for second in name.seconds] == [ReaderName.NEURAL]
    assert page.lines[4].reader is ReaderName.NEURAL


@needs_tesseract
def test_a_korean_card_is_read(panel: Panel) -> None:
    picture = np.array(Image.open(KOREAN).convert("RGB"))
    page = look_in_languages(panel, look(panel, picture, 60), 60)
    assert texts(page) == [
        "한빛정밀 주식회사",
        "김서연",
        "과장",
        "서울특별시 강남구 테헤란로 152, 8층",
        "휴대폰 010-2345-6789",
        "seoyeon.kim@hanbit.example",
    ]
    assert page.unread == ()
    assert page.readers == (ReaderName.NEURAL, ReaderName.TESSERACT)


@needs_tesseract
def test_a_russian_card_is_read(panel: Panel) -> None:
    page = look_in_languages(panel, look(panel, card_of(RUSSIAN), 60), 60)
    assert texts(page) == [text for text, _ in RUSSIAN]
    assert page.unread == ()


def test_a_card_from_where_cyrillic_has_other_letters_is_not_read_in_russian() -> None:
    page = Page(BLANK, 0, (seen_as("+380 44 123 4567", top=300),), (ReaderName.NEURAL,), (Box(70, 60, 470, 110),))
    assert look_in_languages(Panel(others={Language.RUSSIAN: heard_as("Олексй Шевченко", 0.95)}), page, 60) == page


def test_a_german_card_is_not_looked_at_again() -> None:
    picture, lines = draw_card()
    umlauts = (*lines, TextLine("Geschäftsführer · Köln, Grüße", Box(80, 520, 500, 560), 0.97, ReaderName.NEURAL))
    reader = CountingReader(ReaderName.TESSERACT, {})
    page = Page(picture, 0, umlauts, (ReaderName.NEURAL,))
    assert look_in_languages(Panel(others=dict.fromkeys(Language, reader)), page, 60) == page
    assert reader.asked == 0


def test_a_language_file_that_is_missing_changes_nothing(tmp_path: Path) -> None:
    page = Page(BLANK, 0, (seen_as("Nguyn Th Hồng Nhung"),), (ReaderName.NEURAL,))
    assert of_languages(tmp_path) == {}
    assert look_in_languages(Panel(others=of_languages(tmp_path)), page, 60) == page


@needs_tesseract
def test_a_language_file_that_is_spoiled_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "vie.traineddata").write_bytes(b"spoiled")
    page = Page(BLANK, 0, (seen_as("Nguyn Th Hồng Nhung ơ"),), (ReaderName.NEURAL,))
    assert look_in_languages(Panel(others=of_languages(tmp_path)), page, 60) == page


def test_a_reader_that_stops_leaves_the_page_as_it_was() -> None:
    page = Page(BLANK, 0, (seen_as("Trưng phòng"),), (ReaderName.NEURAL,))
    assert (
        look_in_languages(Panel(others={Language.VIETNAMESE: TiredReader(ReaderName.TESSERACT, {})}), page, 60) == page
    )


@pytest.mark.parametrize(
    ("printed", "heard", "confidence"),
    [
        ("Trưng phòng", "Trưởng phòng", 0.5),
        ("Trưng phòng", "Quản lý dự án", 0.97),
        ("S 5, Qun 1, ơ", "Số 6, Quận 1, ơ", 0.97),
    ],
    ids=["unsure", "other letters", "other digits"],
)
def test_what_can_not_be_brought_together_stays_as_the_first_reader_saw_it(
    printed: str, heard: str, confidence: float
) -> None:
    page = Page(BLANK, 0, (seen_as(printed),), (ReaderName.NEURAL,))
    seen = look_in_languages(Panel(others={Language.VIETNAMESE: heard_as(heard, confidence)}), page, 60)
    assert texts(seen) == [printed]
    assert [second.text for second in seen.lines[0].seconds] == [heard]


def test_a_logo_that_is_no_print_is_not_taken_for_korean() -> None:
    page = Page(BLANK, 0, (seen_as("Anna Berg"),), (ReaderName.NEURAL,), (Box(500, 60, 900, 110),))
    reader = FakeReader(
        ReaderName.TESSERACT,
        {key_of(BLANK): (TextLine("ㅁ 0474", Box(500, 60, 900, 110), 0.9, ReaderName.TESSERACT),)},
    )
    assert look_in_languages(Panel(others={Language.KOREAN: reader}), page, 60) == page


def test_print_that_is_not_read_in_any_language_is_still_said() -> None:
    doubtful = seen_as("20,0", 0.66, top=300)
    page = Page(BLANK, 0, (doubtful,), (ReaderName.NEURAL,), (Box(70, 60, 470, 110), doubtful.box))
    seen = look_in_languages(Panel(others={Language.KOREAN: heard_as("구성민", 0.9)}), page, 60)
    assert texts(seen) == ["구성민", "20,0"]
    assert seen.unread == (doubtful.box,)


def test_letters_that_the_first_reader_knows_are_not_given_up_for_korean_ones() -> None:
    page = Page(BLANK, 0, (seen_as("Sales Advisor, Korea"),), (ReaderName.NEURAL,))
    seen = look_in_languages(Panel(others={Language.KOREAN: heard_as("58165 서초 전시장", 0.9)}), page, 60)
    assert texts(seen) == ["Sales Advisor, Korea"]


def test_chinese_print_on_a_card_from_korea_stays_chinese() -> None:
    page = Page(BLANK, 0, (seen_as("金秀賢 Korea", 0.99),), (ReaderName.NEURAL,))
    seen = look_in_languages(Panel(others={Language.KOREAN: heard_as("글로벌로 Korea", 0.9)}), page, 60)
    assert texts(seen) == ["金秀賢 Korea"]


def test_signs_that_only_look_like_hangul_give_way_to_it() -> None:
    page = Page(BLANK, 0, (seen_as("草品居", 0.89), seen_as("+82 2 345 6789", 0.98, top=200)), (ReaderName.NEURAL,))
    seen = look_in_languages(Panel(others={Language.KOREAN: heard_as("원영호", 0.94)}), page, 60)
    assert texts(seen) == ["원영호", "+82 2 345 6789"]


def test_no_number_is_taken_from_latin_letters_read_as_korean() -> None:
    page = Page(BLANK, 0, (seen_as("()| a n otor Co., Ltd. Korea", 0.79),), (ReaderName.NEURAL,))
    seen = look_in_languages(Panel(others={Language.KOREAN: heard_as("자동차(주) | 03 010 4100 60", 0.9)}), page, 60)
    assert texts(seen) == ["()| a n otor Co., Ltd. Korea"]
