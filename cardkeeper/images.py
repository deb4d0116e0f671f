"""Pictures in memory: what is refused before it is decoded, decoding upright, turning, and encoding for keeping."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO, Final, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image, JpegImagePlugin, UnidentifiedImageError
from pillow_heif import register_heif_opener

from cardkeeper.errors import UnreadableFile
from cardkeeper.translation import tr, trn

Picture: TypeAlias = NDArray[np.uint8]
"""Red, green, blue; height × width × 3; the first row is the top."""

MAX_PIXELS: Final = 50_000_000
"""More than the cameras of telephones take, less than what makes a worker run out of memory."""
MAX_BYTES: Final = 50_000_000
"""The largest picture file that is opened at all."""

_FORMATS: Final = ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF", "HEIF")
"""Whatever else Pillow knows stays closed: the faults of the last years were in the rare formats."""
_HALVED_FROM: Final = 24_000_000
"""Pixels from which a JPEG is decoded at half its size: print stays readable, and memory stays small."""
_QUALITY: Final = 92
_DARK: Final = 64
"""A quarter of full luminance."""
_FAINT: Final = 96
"""Levels of luminance, of 255, between the darkest and the lightest from which print is plain as it is."""
_NOISE: Final = 10
"""Levels that are no print: an empty picture is not spread until its grain looks like some."""
_SPECKS: Final = 0.0005
"""The share of pixels that are left out at either end as specks; the shortest line of print covers more."""
_RIM: Final = 25
"""One part in so many on each side of a picture is what a card lies on, and says nothing of its print."""
_DECODING_ERRORS: Final = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    OverflowError,
    EOFError,
    RuntimeError,
    MemoryError,
    struct.error,
    zlib.error,
)
"""What Pillow's decoders raise on damaged files."""
_TRANSPOSE: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""EXIF 2.32, tag 0x0112: what makes a picture upright that was stored in this orientation."""
_TURNS: Final = {
    90: cv2.ROTATE_90_CLOCKWISE,
    180: cv2.ROTATE_180,
    270: cv2.ROTATE_90_COUNTERCLOCKWISE,
}

register_heif_opener()


@contextmanager
def opened(source: Path | BinaryIO) -> Iterator[Image.Image]:
    """A picture file whose header was read and found harmless; nothing is decoded yet.

    Raises `UnreadableFile` for what is no picture, is damaged, or is larger than `MAX_PIXELS`.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            picture = Image.open(source, formats=_FORMATS)
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise _too_many_pixels() from error
        except UnidentifiedImageError as error:
            raise not_a_picture() from error
        except _DECODING_ERRORS as error:
            raise damaged() from error
        with picture:
            check_pixels(*picture.size)
            yield picture


def frames(picture: Image.Image) -> Iterator[Picture]:
    """Each picture in an opened file, decoded and upright, one at a time.

    A JPEG gives one even where a telephone has put a second into it (a depth or brightness map). Raises
    `UnreadableFile` for damaged data.
    """
    for number in range(count_frames(picture)):
        try:
            picture.seek(number)
            check_pixels(*picture.size)
            if picture.width * picture.height > _HALVED_FROM:
                picture.draft("RGB", (picture.width // 2, picture.height // 2))
            picture.load()
            yield _to_rgb(_upright(picture))
        except _DECODING_ERRORS as error:
            raise _explained(error) from error


def count_frames(picture: Image.Image) -> int:
    """How many pictures an opened file holds."""
    if isinstance(picture, JpegImagePlugin.JpegImageFile):
        return 1
    try:
        return int(getattr(picture, "n_frames", 1))
    except _DECODING_ERRORS as error:
        raise damaged() from error


def taken_on(picture: Image.Image) -> date | None:
    """The day on which the camera says that it took the picture: EXIF DateTimeOriginal, by the camera's clock."""
    try:
        details = picture.getexif().get_ifd(ExifTags.IFD.Exif)
        said = str(details.get(ExifTags.Base.DateTimeOriginal, ""))
        return datetime.strptime(said[:10], "%Y:%m:%d").date()  # noqa: DTZ007 – EXIF times carry no zone
    except _DECODING_ERRORS:
        return None


def decode(data: bytes) -> Picture:
    """The first picture in encoded bytes, upright; raises `UnreadableFile`."""
    with opened(io.BytesIO(data)) as picture:
        return next(frames(picture))


def encode(picture: Picture) -> bytes:
    """A JPEG for keeping: small, and no worse to read."""
    buffer = io.BytesIO()
    Image.fromarray(picture).save(buffer, "JPEG", quality=_QUALITY, subsampling=0)
    return buffer.getvalue()


def turn(picture: Picture, degrees: int) -> Picture:
    """The picture turned clockwise by 0, 90, 180 or 270 degrees; any other number is a ValueError."""
    if degrees == 0:
        return picture
    if degrees not in _TURNS:
        raise ValueError(f"a picture turns by quarters, not by {degrees} degrees")
    return np.asarray(cv2.rotate(picture, _TURNS[degrees]), dtype=np.uint8)


def within(picture: Picture, long_side: int) -> Picture:
    """The picture made smaller, if need be, so that no side is longer than this many pixels."""
    height, width = picture.shape[:2]
    return scaled(picture, min(1.0, long_side / max(height, width)))


def scaled(picture: Picture, factor: float) -> Picture:
    """The picture in another size, each side times `factor`."""
    if factor == 1.0:
        return picture
    height, width = picture.shape[:2]
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    how = cv2.INTER_AREA if factor < 1.0 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(picture, size, interpolation=how), dtype=np.uint8)


def grey(picture: Picture) -> Picture:
    """The luminance alone, height × width."""
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), dtype=np.uint8)


def in_full_contrast(picture: Picture) -> Picture:
    """Faint print made plain: where all light and shade lies close together, it is spread; any other picture stays."""
    height, width = picture.shape[:2]
    inner = picture[height // _RIM : height - height // _RIM, width // _RIM : width - width // _RIM]
    counts = cv2.calcHist([grey(np.ascontiguousarray(inner))], [0], None, [256], [0, 256]).ravel()
    share = np.cumsum(counts) / counts.sum()
    darkest, lightest = (int(np.searchsorted(share, edge)) for edge in (_SPECKS, 1 - _SPECKS))
    if lightest - darkest >= _FAINT:
        return picture
    spread = 255 / max(lightest - darkest, _NOISE)
    levels = ((np.arange(256) - darkest) * spread).clip(0, 255).astype(np.uint8)
    return np.asarray(cv2.LUT(picture, levels), dtype=np.uint8)


def is_dark(picture: Picture) -> bool:
    """Whether the median luminance is below a quarter: light print on a dark ground."""
    return float(np.median(grey(within(picture, 400)))) < _DARK


def check_pixels(width: float, height: float) -> None:
    """Refuse a picture of more than `MAX_PIXELS` before anything is decoded."""
    if width * height > MAX_PIXELS:
        raise _too_many_pixels(width * height)


def not_a_picture() -> UnreadableFile:
    """What to say about a file that is neither a picture nor a PDF, whatever its name says."""
    return UnreadableFile(
        tr("This is not a picture that Cardkeeper can open."),
        tr("Save it as JPEG, PNG, TIFF, HEIC or PDF and drop it again."),
    )


def damaged() -> UnreadableFile:
    """What to say about a picture with wrong bytes inside."""
    return UnreadableFile(tr("The file is damaged."), tr("Copy it from the phone or the scanner again."))


def ends_early() -> UnreadableFile:
    """What to say about a picture whose end is missing."""
    return UnreadableFile(
        tr("The file ends too early: a part of the picture did not arrive."),
        tr("Copy it from the phone or the scanner again."),
    )


def _too_many_pixels(pixels: float = 0) -> UnreadableFile:
    limit = MAX_PIXELS // 1_000_000
    remedy = trn(
        "Make it smaller than {count} megapixel and drop it again.",
        "Make it smaller than {count} megapixels and drop it again.",
        limit,
    )
    if not pixels:
        return UnreadableFile(tr("The picture is far larger than a camera takes."), remedy)
    return UnreadableFile(tr("The picture has {number} megapixels.", number=round(pixels / 1_000_000)), remedy)


def _explained(error: Exception) -> UnreadableFile:
    said = str(error)
    if isinstance(error, EOFError) or any(
        word in said for word in ("truncated", "end of file", "premature", "incomplete")
    ):
        return ends_early()
    return damaged()


def _upright(picture: Image.Image) -> Image.Image:
    try:
        orientation = picture.getexif().get(ExifTags.Base.Orientation, 1)
    except _DECODING_ERRORS:
        return picture
    return picture.transpose(_TRANSPOSE[orientation]) if orientation in _TRANSPOSE else picture


def _to_rgb(picture: Image.Image) -> Picture:
    if picture.mode in {"I", "F"} or picture.mode.startswith("I;"):
        return _from_deep_grey(picture)
    if picture.has_transparency_data:
        layers = picture.convert("RGBA")
        paper = Image.new("RGBA", layers.size, "white")
        return np.array(Image.alpha_composite(paper, layers).convert("RGB"))
    return np.array(picture.convert("RGB"))


def _from_deep_grey(picture: Image.Image) -> Picture:
    values = np.asarray(picture, dtype=np.float32)
    full = 65535.0 if values.max(initial=0.0) > 255.0 else 255.0
    shades = np.clip(values * (255.0 / full), 0, 255).astype(np.uint8)
    return np.asarray(cv2.cvtColor(shades, cv2.COLOR_GRAY2RGB), dtype=np.uint8)
