"""Cards drawn for tests of reading: black on white, in the font that Pillow brings."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from cardkeeper.images import Picture
from cardkeeper.model.cards import ReaderName, TextLine
from cardkeeper.model.geometry import Box

CARD_LINES = (
    ("Anna Bergmann", 80, 70, 64),
    ("Head of Sales", 80, 160, 38),
    ("Nordlicht Energy GmbH", 80, 300, 48),
    ("anna.bergmann@nordlicht.example", 80, 400, 40),
    ("+49 30 1234 5678", 80, 470, 40),
)
"""Text, left, top and letter size of each line on the drawn card."""


def draw_card(
    lines: tuple[tuple[str, int, int, int], ...] = CARD_LINES,
    *,
    ink: str = "black",
    paper: str = "white",
    size: tuple[int, int] = (1050, 600),
) -> tuple[Picture, tuple[TextLine, ...]]:
    """A card of this many pixels, and the lines on it as a perfect reader would see them."""
    page = Image.new("RGB", size, paper)
    pen = ImageDraw.Draw(page)
    seen = []
    for text, left, top, letters in lines:
        font = ImageFont.load_default(letters)
        pen.text((left, top), text, fill=ink, font=font)
        seen.append(TextLine(text, Box(*pen.textbbox((left, top), text, font=font)), 1.0, ReaderName.NEURAL))
    return np.array(page), tuple(seen)


def save_card(
    path: Path, lines: tuple[tuple[str, int, int, int], ...] = CARD_LINES, *, exif_orientation: int = 0
) -> Path:
    """The drawn card as a picture file; with a wrong word about its orientation, if asked."""
    picture, _ = draw_card(lines)
    exif = Image.Exif()
    if exif_orientation:
        exif[0x0112] = exif_orientation
    Image.fromarray(picture).save(path, exif=exif)
    return path
