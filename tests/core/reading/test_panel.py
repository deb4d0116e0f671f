"""Which readers look at a card, and what they make of it together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from cardkeeper import images
from cardkeeper.errors import ReaderFailed, ReaderUnavailable
from cardkeeper.images import Picture
from cardkeeper.model.cards import ReaderName, SecondLook, TextLine
from cardkeeper.model.geometry import Box
from cardkeeper.model.progress import ReaderMode
from cardkeeper.reading.fake import FakeReader, key_of
from cardkeeper.reading.panel import Panel, choose, installed, look, look_twice, look_upright
from cardkeeper.reading.protocol import Sight
from tests.helpers_reading import draw_card

CARD, LINES = draw_card()
NEURAL = FakeReader(ReaderName.NEURAL, {key_of(CARD): LINES})
SLIPS = tuple(TextLine(line.text.replace("5", "S"), line.box, 0.8, ReaderName.TESSERACT) for line in LINES)
TESSERACT = FakeReader(ReaderName.TESSERACT, {key_of(CARD): SLIPS})


class TiredReader(FakeReader):
    """A reader whose engine stops at every picture."""

    def read(self, picture: Picture, *, timeout: float) -> Sight:
        raise ReaderFailed(f"no more in {timeout} s for {picture.shape}", "rest")

    def read_boxes(self, picture: Picture, boxes: Sequence[Box], *, timeout: float) -> tuple[SecondLook | None, ...]:
        raise ReaderFailed(f"no more in {timeout} s for {picture.shape}, {len(boxes)} boxes", "rest")


def test_both_readers_look_and_the_neural_one_reads_first() -> None:
    assert choose(ReaderMode.AUTO, (TESSERACT, NEURAL)) == Panel(NEURAL, TESSERACT)


def test_a_reader_asked_for_by_name_reads_alone() -> None:
    assert choose(ReaderMode.TESSERACT, (NEURAL, TESSERACT)) == Panel(TESSERACT)
    assert choose(ReaderMode.NEURAL, (NEURAL, TESSERACT)) == Panel(NEURAL)


def test_a_reader_asked_for_by_name_that_is_not_there_is_said() -> None:
    with pytest.raises(ReaderUnavailable, match="tesseract"):
        choose(ReaderMode.TESSERACT, (NEURAL,))


@pytest.mark.parametrize("reader", [NEURAL, TESSERACT], ids=["neural", "tesseract"])
def test_either_reader_alone_works(reader: FakeReader) -> None:
    panel = choose(ReaderMode.AUTO, (reader,))
    page = look_twice(panel, look(panel, CARD, 60), 60)
    assert len(page.lines) == len(LINES)
    assert page.readers == (reader.name,)


def test_without_readers_a_card_comes_in_to_be_typed() -> None:
    page = look(choose(ReaderMode.AUTO, ()), CARD, 60)
    assert page.lines == ()
    assert page.readers == ()
    assert np.array_equal(page.picture, CARD)


def test_a_card_on_its_head_comes_out_upright_with_its_lines() -> None:
    page = look(Panel(NEURAL), images.turn(CARD, 180), 60)
    assert np.array_equal(page.picture, CARD)
    assert page.turn == 180
    assert page.lines == LINES


def test_where_the_readers_differ_both_texts_are_known_and_the_first_stays() -> None:
    panel = Panel(NEURAL, TESSERACT)
    page = look_twice(panel, look(panel, CARD, 60), 60)
    number = next(line for line in page.lines if line.text.startswith("+49"))
    assert number.text == "+49 30 1234 5678"
    assert [second.text for second in number.seconds] == ["+49 30 1234 S678"]
    assert page.readers == (ReaderName.NEURAL, ReaderName.TESSERACT)


def test_what_no_one_needs_to_doubt_is_read_once() -> None:
    panel = Panel(NEURAL, TESSERACT)
    page = look_twice(panel, look(panel, CARD, 60), 60)
    title = next(line for line in page.lines if line.text == "Head of Sales")
    assert title.seconds == ()


def test_when_the_first_reader_stops_the_second_reads() -> None:
    panel = Panel(TiredReader(ReaderName.NEURAL, {}), TESSERACT)
    page = look_twice(panel, look(panel, CARD, 60), 60)
    assert page.lines == SLIPS
    assert page.readers == (ReaderName.TESSERACT,)


def test_when_every_reader_stops_the_card_fails() -> None:
    with pytest.raises(ReaderFailed):
        look(Panel(TiredReader(ReaderName.NEURAL, {})), CARD, 60)
    with pytest.raises(ReaderFailed):
        look(Panel(TiredReader(ReaderName.NEURAL, {}), TiredReader(ReaderName.TESSERACT, {})), CARD, 60)


def test_when_the_second_look_stops_the_page_says_that_one_reader_read_it() -> None:
    panel = Panel(NEURAL, TiredReader(ReaderName.TESSERACT, {}))
    page = look_twice(panel, look(panel, CARD, 60), 60)
    assert page.readers == (ReaderName.NEURAL,)
    assert page.lines == LINES


def test_a_card_turned_by_hand_stays_as_it_was_turned() -> None:
    on_its_side = images.turn(CARD, 90)
    page = look_upright(Panel(NEURAL), on_its_side, 60)
    assert page.turn == 0
    assert np.array_equal(page.picture, on_its_side)
    assert [line.text for line in page.lines] == [line.text for line in LINES]
    assert all(line.box.height > line.box.width for line in page.lines)


def test_only_readers_that_can_read_are_installed() -> None:
    assert all(reader.probe().available for reader in installed())


def test_print_that_runs_into_an_edge_was_cut_off() -> None:
    page = look(Panel(NEURAL), CARD, 60)
    assert not page.cut_through
    sliced = CARD[:, 200:]
    lines = [TextLine(line.text[5:], Box(0, line.box.top, 300, line.box.bottom), 0.9, line.reader) for line in LINES]
    reader = FakeReader(ReaderName.NEURAL, {key_of(sliced): lines})
    assert look(Panel(reader), sliced, 60).cut_through
