"""From a file to its pages: pictures of one page or many, and PDFs, each page upright and one at a time."""

from __future__ import annotations

import errno
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, Final

import numpy as np
import pypdfium2
from PIL import Image
from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

from cardkeeper import images
from cardkeeper.errors import UnreadableFile
from cardkeeper.images import Picture
from cardkeeper.translation import tr, trn

MAX_PAGES: Final = 500
MAX_PDF_BYTES: Final = 500_000_000
PDF_TYPE: Final = "application/pdf"

_POINTS_PER_INCH: Final = 72
_SHARP: Final = 300
"""Dots per inch at which the smallest print on a card is read well."""
_COARSE: Final = 100
"""Dots per inch below which a page of a PDF would be drawn for nothing."""
_PDF_PIXELS: Final = 24_000_000
_HEAD: Final = 1024
"""Bytes at a file's beginning among which "%PDF-" must stand (ISO 32000-1, note 13 of appendix H)."""


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """One upright picture out of a file; `number` counts from 1."""

    number: int
    picture: Picture


@dataclass(frozen=True, slots=True)
class Document:
    """A file that can be read: what it is and how many pages it has."""

    source: Path | bytes
    media_type: str
    page_count: int
    taken_on: date | None = None

    def pages(self) -> Iterator[Page]:
        """The pages in order, decoded when asked for; raises `UnreadableFile` at a damaged one."""
        draw = _pdf_pictures if self.media_type == PDF_TYPE else _pictures
        for number, picture in enumerate(draw(self.source), start=1):
            yield Page(number, picture)

    def page(self, number: int) -> Page:
        """One page by its number; raises `UnreadableFile` where it is damaged, or not there."""
        if self.media_type == PDF_TYPE and 0 < number <= self.page_count:
            with _pdf(self.source) as pdf:
                return Page(number, _draw(pdf, number - 1))
        found = next(islice(self.pages(), number - 1, None), None)
        if found is None:
            raise UnreadableFile(tr("This file has no page {number}.", number=number), tr("Drop the file again."))
        return found


def open_document(source: Path | bytes) -> Document:
    """Find out by its content what a file is, or what its bytes are; raises `UnreadableFile` where it has no pages."""
    with _spoken_errors():
        size = len(source) if isinstance(source, bytes) else source.stat().st_size
        with _stream(source) as file:
            head = file.read(_HEAD)
    if not head:
        raise UnreadableFile(tr("The file is empty."), tr("Copy it from the phone or the scanner again."))
    is_pdf = b"%PDF-" in head
    _check_size(size, MAX_PDF_BYTES if is_pdf else images.MAX_BYTES)
    document = _open_pdf(source) if is_pdf else _open_picture(source)
    if document.page_count > MAX_PAGES:
        raise UnreadableFile(
            tr("The file has {count} pages.", count=document.page_count),
            tr("Split it into files of at most {count} pages.", count=MAX_PAGES),
        )
    return document


def _stream(source: Path | bytes) -> BinaryIO:
    return io.BytesIO(source) if isinstance(source, bytes) else source.open("rb")


def _open_picture(source: Path | bytes) -> Document:
    with _spoken_errors(), _stream(source) as file, images.opened(file) as picture:
        media_type = Image.MIME.get(picture.format or "", "")
        # Pillow says MPO for a JPEG in which a telephone has put a second picture.
        media_type = "image/jpeg" if picture.format == "MPO" else media_type
        return Document(source, media_type, images.count_frames(picture), images.taken_on(picture))


def _pictures(source: Path | bytes) -> Iterator[Picture]:
    with _spoken_errors(), _stream(source) as file, images.opened(file) as picture:
        yield from images.frames(picture)


def _open_pdf(source: Path | bytes) -> Document:
    with _pdf(source) as pdf:
        return Document(source, PDF_TYPE, len(pdf))


def _pdf_pictures(source: Path | bytes) -> Iterator[Picture]:
    with _pdf(source) as pdf:
        for index in range(len(pdf)):
            yield _draw(pdf, index)


def _draw(pdf: pypdfium2.PdfDocument, index: int) -> Picture:
    """One page as a picture, as sharp as it needs to be and no larger than memory allows."""
    try:
        page = pdf[index]
        width, height = page.get_size()
        _check_page(index + 1, width, height)
        inches = width * height / _POINTS_PER_INCH**2
        dots = min(_SHARP, (_PDF_PIXELS / inches) ** 0.5)
        drawn = page.render(scale=dots / _POINTS_PER_INCH, rev_byteorder=True, prefer_bgrx=False)
        pixels: Any = drawn.to_numpy()
        picture = np.ascontiguousarray(pixels[:, :, :3]) if pixels.ndim == 3 else np.dstack([pixels] * 3)
        page.close()
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile(
            tr("Page {number} of this PDF is damaged.", number=index + 1), tr("Print it into a new PDF and drop that.")
        ) from error
    return np.asarray(picture, dtype=np.uint8)


def _check_page(number: int, width: float, height: float) -> None:
    inches = width * height / _POINTS_PER_INCH**2
    if inches * _COARSE**2 > _PDF_PIXELS or min(width, height) <= 0:
        raise UnreadableFile(
            tr(
                "Page {number} of this PDF is {width} × {height} m large.",
                number=number,
                width=round(width / _POINTS_PER_INCH * 0.0254, 1),
                height=round(height / _POINTS_PER_INCH * 0.0254, 1),
            ),
            tr("Print it onto A4 or Letter and drop that."),
        )


@contextmanager
def _pdf(source: Path | bytes) -> Iterator[pypdfium2.PdfDocument]:
    try:
        pdf = pypdfium2.PdfDocument(source)
    except pypdfium2.PdfiumError as error:
        if error.err_code in {FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY}:
            raise UnreadableFile(
                tr("The PDF is locked with a password."), tr("Open it, print it into a new PDF, and drop that.")
            ) from error
        raise UnreadableFile(
            tr("The PDF is damaged or ends too early."), tr("Copy it again from where it came.")
        ) from error
    try:
        yield pdf
    finally:
        pdf.close()


def _check_size(size: int, limit: int) -> None:
    if size > limit:
        megabytes = limit // 1_000_000
        raise UnreadableFile(
            tr("The file has {size} MB.", size=round(size / 1_000_000)),
            trn(
                "Make it smaller than {count} MB and drop it again.",
                "Make it smaller than {count} MB and drop it again.",
                megabytes,
            ),
        )


@contextmanager
def _spoken_errors() -> Iterator[None]:
    """Say in words what the operating system says in numbers."""
    try:
        yield
    except FileNotFoundError as error:
        raise UnreadableFile(
            tr("The file is no longer there."), tr("Find where it was moved to and drop it again.")
        ) from error
    except IsADirectoryError as error:
        raise UnreadableFile(tr("This is a folder, not a file."), tr("Drop the pictures in it.")) from error
    except PermissionError as error:
        raise UnreadableFile(
            tr("Cardkeeper is not allowed to open this file."),
            tr("Give yourself the right to read it, or copy it to a folder of yours."),
        ) from error
    except OSError as error:
        if error.errno in {None, errno.EINVAL}:
            raise
        raise UnreadableFile(
            tr("The file can't be read from where it lies: {reason}.", reason=error.strerror),
            tr("Copy it to this computer and drop it again."),
        ) from error
