"""Files that are no good picture are refused with a sentence and a remedy, before they cost time or memory."""

from __future__ import annotations

import contextlib
import io
import os
import struct
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from cardkeeper.capture.pages import open_document
from cardkeeper.errors import UnreadableFile


def _bytes(form: str, *, size: tuple[int, int] = (300, 200)) -> bytes:
    rough = np.random.default_rng(2).integers(0, 256, (size[1], size[0], 3)).astype(np.uint8)
    buffer = io.BytesIO()
    Image.fromarray(rough).save(buffer, form)
    return buffer.getvalue()


def _bomb(width: int, height: int) -> bytes:
    """A PNG of a few kilobytes that says it has this many pixels, all of them there."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((width // 8 + 1) * height), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def _pdf(width: float, height: float) -> bytes:
    pdf = pypdfium2.PdfDocument.new()
    pdf.new_page(width, height)
    buffer = io.BytesIO()
    pdf.save(buffer)
    pdf.close()
    return buffer.getvalue()


def _locked_pdf() -> bytes:
    """The smallest PDF that says it is encrypted; no password opens it."""
    objects = (
        b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n",
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n",
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj\n",
        b"4 0 obj<</Filter/Standard/V 1/R 2/P -4/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">>>endobj\n",
    )
    whole, places = b"%PDF-1.4\n", []
    for one in objects:
        places.append(len(whole))
        whole += one
    table = b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    ending = b"trailer<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>\nstartxref\n%d\n%%%%EOF\n" % len(whole)
    return whole + table + ending


def _half(form: str) -> Callable[[], bytes]:
    def data() -> bytes:
        whole = _bytes(form)
        return whole[: len(whole) // 2]

    return data


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing at all": (lambda: b"", "empty"),
    "a text named picture": (lambda: b"Norma R. Jones, Lindgate Homes\n" * 40, "not a picture"),
    "PostScript named picture": (lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "not a picture"),
    "a web page": (lambda: b"<!doctype html><html><body>card</body></html>", "not a picture"),
    "an astronomer's picture": (lambda: b"SIMPLE  =                    T" + b" " * 2850, "not a picture"),
    "96 megapixels in a few kilobytes": (lambda: _bomb(12_000, 8_000), "megapixels|larger"),
    "150 megapixels in a few kilobytes": (lambda: _bomb(15_000, 10_000), "megapixels|larger"),
    "1600 megapixels in a few kilobytes": (lambda: _bomb(40_000, 40_000), "megapixels|larger"),
    "half a JPEG": (_half("JPEG"), "ends too early"),
    "half a PNG": (_half("PNG"), "ends too early"),
    "half a WebP": (_half("WEBP"), "ends too early|damaged|not a picture"),
    "half a TIFF": (_half("TIFF"), "ends too early|damaged|not a picture"),
    "half a BMP": (_half("BMP"), "ends too early"),
    "half a GIF": (_half("GIF"), "ends too early"),
    "half an iPhone picture": (_half("HEIF"), "ends too early|damaged|not a picture"),
    "the first bytes of a JPEG": (lambda: b"\xff\xd8\xff\xe0\x00\x10JFIF", "not a picture|damaged|early"),
    "half a PDF": (lambda: b"%PDF-1.7\n1 0 obj\n<</Type/Cat", "PDF is damaged"),
    "a locked PDF": (_locked_pdf, "password"),
    "a PDF page of 70 metres": (lambda: _pdf(200_000, 200_000), "70.6 × 70.6 m"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_file_that_is_no_good_picture_is_refused_in_words(tmp_path: Path, kind: str) -> None:
    make, words = HOSTILE[kind]
    path = tmp_path / "card.jpg"
    path.write_bytes(make())
    with pytest.raises(UnreadableFile, match=words) as caught:
        list(open_document(path).pages())
    assert caught.value.message.endswith(".")
    assert caught.value.remedy.endswith(".")
    assert str(tmp_path) not in str(caught.value)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF", "HEIF"])
def test_wrong_bytes_anywhere_end_in_a_page_or_in_words_and_in_nothing_else(tmp_path: Path, form: str) -> None:
    good = bytearray(_bytes(form, size=(40, 30)))
    chance = np.random.default_rng(11)
    path = tmp_path / "card"
    for _ in range(60):
        bad = bytearray(good)
        for place in chance.integers(0, len(bad), 6):
            bad[place] = int(chance.integers(0, 256))
        path.write_bytes(bad)
        with contextlib.suppress(UnreadableFile):
            assert all(page.picture.ndim == 3 for page in open_document(path).pages())


def test_a_file_that_is_gone_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no longer there"):
        open_document(tmp_path / "gone.jpg")


def test_a_folder_is_not_taken_for_a_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="folder"):
        open_document(tmp_path)


def test_a_huge_file_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    path = tmp_path / "film.jpg"
    with path.open("wb") as file:
        file.write(b"\xff\xd8\xff\xe0")
        file.truncate(60_000_000)
    with pytest.raises(UnreadableFile, match="60 MB") as caught:
        open_document(path)
    assert "50 MB" in caught.value.remedy


@pytest.fixture
def nobody() -> Iterator[None]:
    """The rights of a person to whom nothing belongs, also where the tests run with all rights."""
    if sys.platform == "win32":
        pytest.skip("rights are kept in another way there")
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    yield
    os.seteuid(0)


@pytest.mark.usefixtures("nobody")
def test_a_file_without_rights_is_refused_in_words(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.getbasetemp() / "closed"
    if os.geteuid() != 65534:
        folder.mkdir(mode=0)
    with pytest.raises(UnreadableFile, match="not allowed"):
        open_document(folder / "card.jpg")
