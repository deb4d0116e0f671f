"""From a file to drafts: what is told on the way, what is kept, and what a turn by hand changes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cardkeeper import images, pipeline
from cardkeeper.capture.framing import cut_along
from cardkeeper.errors import UnreadableFile, WrongInput
from cardkeeper.files import FileStore, sha256_of
from cardkeeper.model.cards import Card, ReaderName
from cardkeeper.model.drafts import FieldName
from cardkeeper.model.geometry import Box, Quad
from cardkeeper.model.progress import CardRead, Event, Framed, Opened, ReadOptions, Seen
from cardkeeper.reading.fake import FakeReader, key_of
from cardkeeper.reading.neural import NeuralReader
from cardkeeper.reading.panel import Panel
from tests.helpers_reading import CARD_LINES, draw_card, save_card

NO_READER = Panel()


@pytest.fixture(scope="module")
def real() -> Panel:
    return Panel(NeuralReader())


def cards_of(events: list[Event]) -> list[CardRead]:
    return [event for event in events if isinstance(event, CardRead)]


def test_a_file_tells_that_it_is_opened_framed_and_read(tmp_path: Path, real: Panel) -> None:
    path = save_card(tmp_path / "anna.png")
    opened, framed, read = pipeline.read_file(path, ReadOptions(), real)
    assert isinstance(opened, Opened)
    assert (opened.scan.name, opened.scan.media_type, opened.scan.pages) == ("anna.png", "image/png", 1)
    assert opened.scan.sha256 == sha256_of(path)
    assert opened.scan.byte_size == path.stat().st_size
    assert framed == Framed(page=1, pages=1, cards=1)
    assert isinstance(read, CardRead)
    assert read.read.draft.text(FieldName.NAME) == "Anna Bergmann"
    assert read.read.draft.text(FieldName.EMAIL) == "anna.bergmann@nordlicht.example"
    assert read.read.reading.readers == (ReaderName.NEURAL,)
    assert read.read.seconds > 0


def test_without_a_store_nothing_is_kept(tmp_path: Path) -> None:
    events = list(pipeline.read_file(save_card(tmp_path / "anna.png"), ReadOptions(), NO_READER))
    assert cards_of(events)[0].read.card.picture == ""
    assert [path.name for path in tmp_path.iterdir()] == ["anna.png"]


def test_with_a_store_the_original_and_the_card_are_kept(tmp_path: Path) -> None:
    path, store = save_card(tmp_path / "anna.png"), FileStore(tmp_path / "files")
    events = list(pipeline.read_file(path, ReadOptions(store=store.folder), NO_READER))
    original = store.path_of(sha256_of(path))
    assert original is not None
    assert original.read_bytes() == path.read_bytes()
    card = cards_of(events)[0].read.card
    picture = store.path_of(card.picture)
    assert picture is not None
    assert images.decode(picture.read_bytes()).shape == (card.height, card.width, 3)


def test_a_file_seen_before_is_not_read_again(tmp_path: Path) -> None:
    path = save_card(tmp_path / "anna.png")
    known = {sha256_of(path)}
    assert list(pipeline.read_file(path, ReadOptions(), NO_READER, known)) == [Seen(sha256_of(path))]


def test_without_any_reader_a_card_comes_in_empty(tmp_path: Path) -> None:
    (read,) = cards_of(list(pipeline.read_file(save_card(tmp_path / "anna.png"), ReadOptions(), NO_READER)))
    assert read.read.reading.lines == ()
    assert read.read.draft.values == ()


def test_each_page_of_a_tiff_is_told(tmp_path: Path) -> None:
    pages = [Image.fromarray(draw_card(((text, 100, 200, 60),))[0]) for text in ("Anna", "Berta", "Clara")]
    path = tmp_path / "three.tif"
    pages[0].save(path, save_all=True, append_images=pages[1:])
    events = list(pipeline.read_file(path, ReadOptions(), NO_READER))
    assert [event.page for event in events if isinstance(event, Framed)] == [1, 2, 3]
    assert [event.read.card.page for event in cards_of(events)] == [1, 2, 3]


def test_a_picture_that_says_the_wrong_way_up_is_read_by_its_print(tmp_path: Path, real: Panel) -> None:
    """Telephones and programs leave stale words about the orientation in pictures that were turned already."""
    for orientation in (3, 6, 8):
        path = save_card(tmp_path / f"stale{orientation}.jpg", exif_orientation=orientation)
        (read,) = cards_of(list(pipeline.read_file(path, ReadOptions(), real)))
        assert read.read.card.turn in {90, 180, 270}
        assert read.read.draft.text(FieldName.NAME) == "Anna Bergmann"
        assert read.read.card.width > read.read.card.height


@pytest.mark.parametrize("degrees", [-37, 14, 52])
def test_a_card_whose_edges_can_not_be_seen_is_read_along_its_lines(tmp_path: Path, real: Panel, degrees: int) -> None:
    path = tmp_path / "white-on-white.png"
    card = Image.fromarray(draw_card()[0])
    card.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor="white").save(path)
    (read,) = cards_of(list(pipeline.read_file(path, ReadOptions(), real)))
    assert [line.text for line in read.read.reading.lines] == [text for text, *_ in CARD_LINES]
    tops = [line.box.top for line in read.read.reading.lines]
    lefts = [line.box.left for line in read.read.reading.lines]
    assert tops == sorted(tops)
    assert max(lefts) - min(lefts) < 20
    assert read.read.card.width > read.read.card.height


def test_what_is_no_picture_is_said(tmp_path: Path) -> None:
    path = tmp_path / "notes.jpg"
    path.write_text("not a picture")
    with pytest.raises(UnreadableFile) as refused:
        list(pipeline.read_file(path, ReadOptions(store=tmp_path / "files"), NO_READER))
    assert refused.value.remedy
    assert not (tmp_path / "files").exists()


def test_the_day_it_was_taken_is_told(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = "2026:10:04 12:30:00"
    path = tmp_path / "photo.jpg"
    Image.fromarray(draw_card()[0]).save(path, exif=exif)
    opened = next(iter(pipeline.read_file(path, ReadOptions(), NO_READER)))
    assert isinstance(opened, Opened)
    assert opened.scan.taken_on == date(2026, 10, 4)


def test_a_card_turned_by_hand_is_read_again_as_it_stands(tmp_path: Path) -> None:
    picture, lines = draw_card()
    store = FileStore(tmp_path / "files")
    on_its_side = images.turn(picture, 270)
    kept = store.keep_bytes(images.encode(on_its_side), ".jpg")
    stored = images.decode(images.encode(on_its_side))
    reader = FakeReader(ReaderName.NEURAL, {key_of(images.turn(stored, 90)): lines})
    card = Card(1, 1, Quad.of_box(Box(0, 0, 600, 1050)), 600, 1050, picture=kept, turn=0)
    read = pipeline.reread(card, 90, ReadOptions(store=store.folder), Panel(reader))
    assert (read.card.width, read.card.height, read.card.turn) == (1050, 600, 90)
    assert read.card.quad.top_left == card.quad.bottom_left
    assert [line.text for line in read.reading.lines] == [text for text, *_ in CARD_LINES]
    assert read.card.picture != kept
    assert store.path_of(read.card.picture) is not None


def test_a_card_whose_picture_was_not_kept_can_not_be_turned(tmp_path: Path) -> None:
    card = Card(1, 1, Quad.of_box(Box(0, 0, 10, 10)), 10, 10)
    for options in (ReadOptions(), ReadOptions(store=tmp_path)):
        with pytest.raises(WrongInput):
            pipeline.reread(card, 90, options, NO_READER)


def test_a_card_is_cut_anew_along_the_edges_that_a_person_drew(tmp_path: Path) -> None:
    picture, lines = draw_card()
    page = np.full((900, 1400, 3), 90, dtype=np.uint8)
    page[100 : 100 + picture.shape[0], 200 : 200 + picture.shape[1]] = picture
    photo = tmp_path / "photo.png"
    Image.fromarray(page).save(photo)
    store = FileStore(tmp_path / "files")
    sha256 = store.keep(photo)
    height, width = picture.shape[:2]
    quad = Quad.of_box(Box(200, 100, 200 + width, 100 + height))
    framed = cut_along(page, quad).picture
    reader = FakeReader(ReaderName.NEURAL, {key_of(framed): lines})
    card = Card(1, 1, Quad.of_box(Box(0, 0, 1400, 900)), 1400, 900)
    read = pipeline.reframe(card, sha256, quad, ReadOptions(store=store.folder), Panel(reader))
    assert (read.card.quad, read.card.width, read.card.height) == (quad, width, height)
    assert [line.text for line in read.reading.lines] == [text for text, *_ in CARD_LINES]
    with pytest.raises(WrongInput, match="next to nothing"):
        pipeline.reframe(card, sha256, Quad.of_box(Box(5, 5, 15, 400)), ReadOptions(store=store.folder), NO_READER)


def test_the_page_of_a_card_is_drawn_for_a_person_in_the_size_that_edges_count_in(tmp_path: Path) -> None:
    many = tmp_path / "fax.tif"
    first, second = Image.new("RGB", (300, 200), "white"), Image.new("RGB", (3200, 800), "white")
    first.save(many, save_all=True, append_images=[second])
    store = FileStore(tmp_path / "files")
    options = ReadOptions(store=store.folder)
    drawn = pipeline.draw_page(store.keep(many), 2, options)
    assert (drawn.width, drawn.height) == (3200, 800)
    assert images.decode(drawn.picture).shape == (400, 1600, 3)
    with pytest.raises(UnreadableFile, match="no page 3"):
        pipeline.draw_page(store.keep(many), 3, options)
    with pytest.raises(WrongInput, match="not kept"):
        pipeline.draw_page("0" * 64, 1, options)


def test_a_page_of_a_pdf_is_drawn_without_those_before_it(tmp_path: Path) -> None:
    file = tmp_path / "two.pdf"
    Image.new("RGB", (300, 200), "white").save(
        file, save_all=True, append_images=[Image.new("RGB", (400, 100), "red")], resolution=300
    )
    store = FileStore(tmp_path / "files")
    drawn = pipeline.draw_page(store.keep(file), 2, ReadOptions(store=store.folder))
    assert (drawn.width, drawn.height) == (400, 100)
