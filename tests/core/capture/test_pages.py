"""Files of every promised kind come in as upright pages, one at a time."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
import pillow_heif
import pypdfium2
import pytest
from PIL import ExifTags, Image, TiffImagePlugin

from cardkeeper.capture.pages import Document, open_document
from cardkeeper.errors import UnreadableFile
from cardkeeper.images import Picture

RED, BLUE = (220, 30, 30), (20, 40, 210)


def _picture(left: tuple[int, int, int] = RED, right: tuple[int, int, int] = BLUE) -> Image.Image:
    """Half one colour, half another, wider than high: its way up shows."""
    picture = Image.new("RGB", (120, 60), left)
    picture.paste(right, (60, 0, 120, 60))
    return picture


def _near(pixel: Picture, colour: tuple[int, int, int]) -> bool:
    return int(np.abs(pixel.astype(int) - np.array(colour)).max()) < 40


def _only_page(document: Document) -> Picture:
    (page,) = document.pages()
    assert page.number == 1
    return page.picture


@pytest.mark.parametrize(
    ("name", "form", "media_type"),
    [
        ("a.jpg", "JPEG", "image/jpeg"),
        ("a.png", "PNG", "image/png"),
        ("a.webp", "WEBP", "image/webp"),
        ("a.tif", "TIFF", "image/tiff"),
        ("a.bmp", "BMP", "image/bmp"),
        ("a.gif", "GIF", "image/gif"),
        ("a.heic", "HEIF", "image/heif"),
    ],
)
def test_each_kind_of_picture_is_one_page(tmp_path: Path, name: str, form: str, media_type: str) -> None:
    path = tmp_path / name
    _picture().save(path, form)
    document = open_document(path)
    assert (document.media_type, document.page_count) == (media_type, 1)
    picture = _only_page(document)
    assert picture.shape == (60, 120, 3)
    assert picture.dtype == np.uint8
    assert _near(picture[30, 20], RED)
    assert _near(picture[30, 100], BLUE)


def test_what_a_file_is_shows_in_its_content_and_not_in_its_name(tmp_path: Path) -> None:
    path = tmp_path / "card.jpg"
    _picture().save(path, "PNG")
    assert open_document(path).media_type == "image/png"


@pytest.mark.parametrize("form", ["TIFF", "GIF"])
def test_a_file_of_many_pages_gives_them_in_order(tmp_path: Path, form: str) -> None:
    path = tmp_path / "many"
    _picture().save(path, form, save_all=True, append_images=[_picture(BLUE, RED), _picture(BLUE, BLUE)])
    document = open_document(path)
    assert document.page_count == 3
    pages = list(document.pages())
    assert [page.number for page in pages] == [1, 2, 3]
    assert [_near(page.picture[30, 20], RED) for page in pages] == [True, False, False]
    assert [_near(page.picture[30, 100], RED) for page in pages] == [False, True, False]


def test_a_pdf_is_drawn_sharply_enough_to_read_page_by_page(tmp_path: Path) -> None:
    path = tmp_path / "cards.pdf"
    _picture().save(path, save_all=True, append_images=[_picture(BLUE, RED)], resolution=60)
    document = open_document(path)
    assert (document.media_type, document.page_count) == ("application/pdf", 2)
    first, second = document.pages()
    # 120 × 60 pixels at 60 dots per inch are 2 × 1 inches.
    assert first.picture.shape == (300, 600, 3)
    assert _near(first.picture[150, 100], RED)
    assert _near(second.picture[150, 100], BLUE)


def test_a_large_page_of_a_pdf_is_drawn_as_sharp_as_memory_allows(tmp_path: Path) -> None:
    path = tmp_path / "poster.pdf"
    pdf = pypdfium2.PdfDocument.new()
    pdf.new_page(2384, 3370)
    pdf.save(path)
    pdf.close()
    picture = _only_page(open_document(path))
    assert picture.shape[0] * picture.shape[1] == pytest.approx(24_000_000, rel=0.01)


def test_pages_are_decoded_one_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "broken at the end.tif"
    _picture().save(path, save_all=True, append_images=[_picture(BLUE, RED)], compression="tiff_adobe_deflate")
    with Image.open(path) as written:
        assert isinstance(written, TiffImagePlugin.TiffImageFile)
        written.seek(1)
        (start,) = written.tag_v2[TiffImagePlugin.STRIPOFFSETS]
    whole = path.read_bytes()
    path.write_bytes(whole[:start] + bytes(40) + whole[start + 40 :])
    pages = open_document(path).pages()
    assert _near(next(pages).picture[30, 20], RED)
    with pytest.raises(UnreadableFile):
        next(pages)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_turned_upright_as_the_camera_says(tmp_path: Path, orientation: int) -> None:
    undo: dict[int, Callable[[Image.Image], Image.Image]] = {
        1: lambda picture: picture,
        2: lambda picture: picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
        3: lambda picture: picture.rotate(180),
        4: lambda picture: picture.transpose(Image.Transpose.FLIP_TOP_BOTTOM),
        5: lambda picture: picture.transpose(Image.Transpose.TRANSPOSE),
        6: lambda picture: picture.rotate(90, expand=True),
        7: lambda picture: picture.transpose(Image.Transpose.TRANSVERSE),
        8: lambda picture: picture.rotate(-90, expand=True),
    }
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    path = tmp_path / "turned.jpg"
    undo[orientation](_picture()).save(path, exif=exif, quality=95)
    picture = _only_page(open_document(path))
    assert picture.shape == (60, 120, 3)
    assert _near(picture[30, 20], RED)


@pytest.mark.parametrize(
    ("said", "day"),
    [("2026:11:03 18:20:01", date(2026, 11, 3)), ("0000:00:00 00:00:00", None), ("yesterday", None), ("", None)],
)
def test_the_day_that_a_picture_was_taken_is_told_if_it_says_so(tmp_path: Path, said: str, day: date | None) -> None:
    exif = Image.Exif()
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = said
    path = tmp_path / "dated.jpg"
    _picture().save(path, exif=exif)
    assert open_document(path).taken_on == day


def test_an_iphone_picture_is_upright_and_dated(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2026:11:03 18:20:01"
    path = tmp_path / "IMG_0001.HEIC"
    pillow_heif.from_pillow(_picture().rotate(90, expand=True)).save(path, exif=exif.tobytes(), quality=90)
    document = open_document(path)
    assert document.taken_on == date(2026, 11, 3)
    assert _only_page(document).shape == (60, 120, 3)


def test_a_second_picture_that_a_telephone_hides_in_a_jpeg_is_no_page(tmp_path: Path) -> None:
    path = tmp_path / "depth.jpg"
    _picture().save(path, "MPO", save_all=True, append_images=[_picture(BLUE, BLUE)])
    document = open_document(path)
    assert (document.media_type, document.page_count) == ("image/jpeg", 1)
    assert len(list(document.pages())) == 1


def test_a_very_large_photo_is_decoded_at_half_its_size(tmp_path: Path) -> None:
    path = tmp_path / "48 megapixels.jpg"
    Image.new("RGB", (8000, 6000), RED).save(path, quality=40)
    assert _only_page(open_document(path)).shape == (3000, 4000, 3)


def test_see_through_parts_lie_on_white(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    Image.new("RGBA", (40, 20), (0, 0, 0, 0)).save(path)
    assert _near(_only_page(open_document(path))[10, 10], (255, 255, 255))


@pytest.mark.parametrize("form", ["PNG", "TIFF"])
def test_deep_shades_of_grey_keep_their_lightness(tmp_path: Path, form: str) -> None:
    path = tmp_path / "deep"
    Image.fromarray(np.full((20, 40), 40_000, dtype=np.uint16)).save(path, form)
    assert _near(_only_page(open_document(path))[10, 10], (156, 156, 156))


@pytest.mark.parametrize("mode", ["L", "1", "P", "CMYK", "LA"])
def test_every_way_of_storing_colours_becomes_red_green_blue(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "colours.tif"
    Image.new("RGB", (40, 20), "white").convert(mode).save(path)
    assert _near(_only_page(open_document(path))[10, 10], (255, 255, 255))


def test_five_hundred_pages_are_enough(tmp_path: Path) -> None:
    pdf = pypdfium2.PdfDocument.new()
    for _ in range(501):
        pdf.new_page(200, 100)
    buffer = io.BytesIO()
    pdf.save(buffer)
    pdf.close()
    path = tmp_path / "book.pdf"
    path.write_bytes(buffer.getvalue())
    with pytest.raises(UnreadableFile, match="501 pages") as caught:
        open_document(path)
    assert "at most 500 pages" in caught.value.remedy
