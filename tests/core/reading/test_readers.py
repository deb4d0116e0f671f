"""What every reader promises, kept by both real readers and by the fake."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from cardkeeper import images
from cardkeeper.errors import ReaderFailed, ReaderUnavailable
from cardkeeper.images import Picture
from cardkeeper.model.cards import ReaderName, TextLine
from cardkeeper.model.geometry import Box
from cardkeeper.reading.fake import FakeReader, key_of
from cardkeeper.reading.neural import NeuralReader
from cardkeeper.reading.protocol import Reader
from cardkeeper.reading.tesseract import TesseractReader
from tests.helpers_reading import CARD_LINES, draw_card

CARD, LINES = draw_card()
FONT = Path(__file__).parents[3] / "resources" / "fonts" / "Inter-Regular.ttf"
"""It has Cyrillic letters."""
BLANK = np.full((300, 500, 3), 255, dtype=np.uint8)


def line_with(lines: tuple[TextLine, ...], text: str) -> TextLine:
    return next(line for line in lines if text in line.text)


def grained(picture: Picture) -> Picture:
    """As a camera sees it: no two pixels quite alike."""
    grain = np.random.default_rng(1).normal(0, 1.2, picture.shape)
    return (picture.astype(np.float32) + grain).clip(0, 255).astype(np.uint8)


class ReaderContract:
    """The promises; a subclass names the reader that has to keep them."""

    @pytest.fixture(scope="class")
    @classmethod
    def reader(cls) -> Reader:
        raise NotImplementedError

    def test_it_knows_without_reading_whether_it_can_read(self, reader: Reader) -> None:
        probe = reader.probe()
        assert probe.available
        assert probe.version
        assert probe.detail

    def test_it_sees_the_words_of_a_card_from_top_to_bottom(self, reader: Reader) -> None:
        sight = reader.read(CARD, timeout=60)
        assert [line.text for line in sight.lines] == [text for text, *_ in CARD_LINES]
        assert sight.turn == 0

    def test_it_says_who_read_how_surely_and_where(self, reader: Reader) -> None:
        sight = reader.read(CARD, timeout=60)
        for line, drawn in zip(sight.lines, LINES, strict=True):
            assert line.reader is reader.name
            assert 0.5 < line.confidence <= 1.0
            assert line.box.shared_area(drawn.box) > 0.8 * drawn.box.area
            assert line.box.height < 2 * drawn.box.height

    @pytest.mark.parametrize("turn", [90, 180, 270])
    def test_it_sees_which_way_up_a_card_lies(self, reader: Reader, turn: int) -> None:
        sight = reader.read(images.turn(CARD, turn), timeout=60)
        assert (sight.turn + turn) % 360 == 0
        mail = line_with(sight.lines, "@")
        assert mail.text == "anna.bergmann@nordlicht.example"
        assert mail.box.shared_area(LINES[3].box) > 0.8 * LINES[3].box.area

    def test_it_sees_nothing_on_a_blank_card(self, reader: Reader) -> None:
        assert reader.read(BLANK, timeout=60).lines == ()

    def test_a_picture_of_one_pixel_is_no_trouble(self, reader: Reader) -> None:
        assert reader.read(BLANK[:1, :1], timeout=60).lines == ()

    def test_it_reads_places_one_by_one(self, reader: Reader) -> None:
        nowhere = Box(700, 20, 900, 60)
        looks = reader.read_boxes(CARD, [LINES[4].box, nowhere, LINES[0].box], timeout=60)
        assert [look.text if look else None for look in looks] == ["+49 30 1234 5678", None, "Anna Bergmann"]
        assert all(look.reader is reader.name for look in looks if look)

    def test_no_places_are_no_work(self, reader: Reader) -> None:
        assert reader.read_boxes(CARD, [], timeout=60) == ()

    def test_it_stops_when_its_time_is_over(self, reader: Reader) -> None:
        with pytest.raises(ReaderFailed) as stopped:
            reader.read(CARD, timeout=0)
        assert stopped.value.message
        assert stopped.value.remedy


class TestNeuralReader(ReaderContract):
    @pytest.fixture(scope="class")
    @classmethod
    def reader(cls) -> Reader:
        return NeuralReader()

    def test_it_reads_light_print_on_dark(self, reader: Reader) -> None:
        dark, _ = draw_card(ink="#f0e8d0", paper="#102040")
        assert [line.text for line in reader.read(dark, timeout=60).lines] == [text for text, *_ in CARD_LINES]

    @pytest.mark.parametrize(("ink", "paper"), [("#e2e2e2", "#f0f0f0"), ("#232830", "#14181f")])
    def test_it_reads_print_that_is_faint(self, reader: Reader, ink: str, paper: str) -> None:
        faint, _ = draw_card(ink=ink, paper=paper)
        assert [line.text for line in reader.read(grained(faint), timeout=60).lines] == [
            text for text, *_ in CARD_LINES
        ]

    def test_it_takes_no_grain_for_faint_print(self, reader: Reader) -> None:
        assert reader.read(grained(BLANK), timeout=60).lines == ()

    def test_it_reads_print_that_is_small_on_a_large_picture(self, reader: Reader) -> None:
        card = images.scaled(CARD, 0.5)
        desk = np.full((2000, 3000, 3), 200, dtype=np.uint8)
        desk[900 : 900 + card.shape[0], 1200 : 1200 + card.shape[1]] = card
        assert line_with(reader.read(desk, timeout=60).lines, "@").text == "anna.bergmann@nordlicht.example"

    def test_it_notices_print_in_a_script_that_it_does_not_know(self, reader: Reader) -> None:
        card, _ = draw_card()
        pen = Image.fromarray(card)
        font = ImageFont.truetype(str(FONT), 48)
        ImageDraw.Draw(pen).text((80, 230), "Директор по продажам", fill="black", font=font)
        sight = reader.read(np.array(pen), timeout=60)
        assert [line.text for line in sight.lines] == [text for text, *_ in CARD_LINES]
        (place,) = sight.unread
        assert place.shared_area(Box(80, 230, 620, 290)) > 0.5 * place.area
        assert reader.read(card, timeout=60).unread == ()

    def test_it_reads_small_print_beside_little_that_is_large(self, reader: Reader) -> None:
        name, mail = ("Anna Bergmann", 900, 700, 96), ("anna.bergmann@nordlicht.example", 900, 1100, 26)
        card, _ = draw_card((name, mail), size=(3000, 2000))
        assert [line.text for line in reader.read(card, timeout=60).lines] == [name[0], mail[0]]

    def test_it_reads_the_same_on_two_cores_and_leaves_them_to_others_afterwards(self, reader: Reader) -> None:
        on_two = NeuralReader(threads=2)
        assert on_two.read(CARD, timeout=60) == reader.read(CARD, timeout=60)
        on_two.read(BLANK, timeout=60)
        began, all_began = time.thread_time(), time.process_time()
        while time.thread_time() < began + 0.05:
            pass
        others = time.process_time() - all_began - (time.thread_time() - began)
        assert others < 0.01

    def test_without_its_models_it_says_so_and_downloads_nothing(self, tmp_path: Path) -> None:
        reader = NeuralReader(models=tmp_path)
        assert not reader.probe().available
        with pytest.raises(ReaderUnavailable):
            reader.read(CARD, timeout=60)
        assert list(tmp_path.iterdir()) == []


class TestTesseractReader(ReaderContract):
    @pytest.fixture(scope="class")
    @classmethod
    def reader(cls) -> Reader:
        reader = TesseractReader()
        if not reader.probe().available:
            pytest.skip("no Tesseract on this machine")
        return reader

    def test_columns_far_apart_are_lines_of_their_own(self, reader: Reader) -> None:
        card, _ = draw_card((("Sales Office", 80, 100, 44), ("Workshop", 700, 100, 44)))
        assert {line.text for line in reader.read(card, timeout=60).lines} == {"Sales Office", "Workshop"}

    def test_a_program_that_does_not_start_is_no_reader(self, tmp_path: Path) -> None:
        broken = tmp_path / "tesseract"
        broken.write_text("not a program")
        reader = TesseractReader(broken)
        assert not reader.probe().available
        with pytest.raises(ReaderUnavailable):
            reader.read(CARD, timeout=60)


class TestFakeReader(ReaderContract):
    @pytest.fixture(scope="class")
    @classmethod
    def reader(cls) -> Reader:
        return FakeReader(ReaderName.NEURAL, {key_of(CARD): LINES})
