"""Draws business cards of made-up people in several designs, and tells where every printed line stands."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Final, Literal

from PIL import Image, ImageDraw, ImageFont

from cardkeeper.demo.people import MadeUp
from cardkeeper.model.drafts import FieldName
from cardkeeper.model.geometry import Box
from cardkeeper.model.people import PhoneKind

WIDTH, HEIGHT = 1050, 600
"""3.5 × 2 inches at 300 dots an inch."""

Colour = tuple[int, int, int]
Weight = Literal["Regular", "SemiBold"]
_Place = tuple[float, float]

_INK: Final[Colour] = (28, 30, 33)
_GREY: Final[Colour] = (88, 92, 98)
_WHITE: Final[Colour] = (255, 255, 255)
_PANELS: Final[tuple[Colour, ...]] = (
    (176, 36, 30),
    (23, 105, 62),
    (24, 74, 120),
    (82, 45, 120),
    (196, 110, 24),
    (14, 104, 112),
)


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line on the card: its text, where it stands, and the values of the person that it holds."""

    text: str
    box: Box
    values: tuple[tuple[FieldName, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DrawnCard:
    """A card as a JPEG file, with what is printed on it from top to bottom."""

    jpeg: bytes
    lines: tuple[PrintedLine, ...]
    dark: bool = False
    width: int = WIDTH
    height: int = HEIGHT


@dataclass(slots=True)
class _Sheet:
    """The card being drawn."""

    image: Image.Image
    ink: Colour = _INK
    soft: Colour = _GREY
    lines: list[PrintedLine] = field(default_factory=list)

    @property
    def draw(self) -> ImageDraw.ImageDraw:
        return ImageDraw.Draw(self.image)

    def write(
        self,
        place: _Place,
        text: str,
        size: int,
        *values: tuple[FieldName, str],
        weight: Weight = "Regular",
        ink: Colour | None = None,
        anchor: Literal["ls", "ms", "rs"] = "ls",
    ) -> None:
        """Print a line with its base line at a place, remembering where it stands."""
        while _font(weight, size).getlength(text) > WIDTH - 90:
            size -= 1
        font, draw = _font(weight, size), self.draw
        draw.text(place, text, fill=ink or self.ink, font=font, anchor=anchor)
        left, top, right, bottom = draw.textbbox(place, text, font=font, anchor=anchor)
        self.lines.append(PrintedLine(text, Box(left, top, right, bottom), values))


def draw(person: MadeUp, chance: random.Random) -> DrawnCard:
    """A card of the person in a design that chance picks."""
    design = chance.choice(_DESIGNS)
    sheet = design(person, chance)
    target = io.BytesIO()
    sheet.image.save(target, "JPEG", quality=90)
    red, green, blue = sheet.image.resize((1, 1)).getpixel((0, 0))  # type: ignore[misc]  # an RGB picture has three
    dark = 0.2126 * red + 0.7152 * green + 0.0722 * blue < 64  # luminance weights of ITU-R BT.709
    lines = tuple(sorted(sheet.lines, key=lambda line: (line.box.top, line.box.left)))
    return DrawnCard(target.getvalue(), lines, dark)


def _panel(person: MadeUp, chance: random.Random) -> _Sheet:
    """A coloured panel with the company at the left."""
    sheet = _blank(_WHITE)
    colour = chance.choice(_PANELS)
    sheet.draw.rectangle((0, 0, 300, HEIGHT), fill=colour)
    _logo(sheet, (150, 240), 56, _WHITE, chance)
    stem, _, rest = person.company.name.partition(" ")
    del rest
    sheet.write((150, 370), stem, 34, weight="SemiBold", ink=_WHITE, anchor="ms")
    _name(sheet, (345, 130), person, 52, second=colour)
    sheet.write((345, 250), person.company.name, 28, (FieldName.COMPANY, person.company.name), weight="SemiBold")
    _contact_lines(sheet, (345, 330), person)
    return sheet


def _plain(person: MadeUp, chance: random.Random) -> _Sheet:
    """White, everything to the left, a mark at the right."""
    sheet = _blank(_WHITE)
    colour = chance.choice(_PANELS)
    _logo(sheet, (940, 110), 50, colour, chance)
    _name(sheet, (70, 120), person, 54)
    sheet.write(
        (70, 250), person.company.name, 32, (FieldName.COMPANY, person.company.name), weight="SemiBold", ink=colour
    )
    sheet.draw.line((70, 278, 980, 278), fill=(222, 222, 218), width=2)
    _contact_lines(sheet, (70, 340), person)
    return sheet


def _dark(person: MadeUp, chance: random.Random) -> _Sheet:
    """Light print on a dark ground."""
    sheet = _blank((26, 32, 46))
    sheet.ink, sheet.soft = (238, 240, 242), (172, 180, 192)
    gold = chance.choice(((226, 180, 82), (120, 200, 208), (230, 140, 120)))
    sheet.write((980, 90), person.company.name, 32, (FieldName.COMPANY, person.company.name), ink=gold, anchor="rs")
    _name(sheet, (70, 210), person, 56, second=gold)
    _contact_lines(sheet, (70, 345), person)
    return sheet


def _cream(person: MadeUp, chance: random.Random) -> _Sheet:
    """Cream paper, set in the middle."""
    del chance
    sheet = _blank((243, 234, 214))
    sheet.ink, sheet.soft = (58, 44, 32), (104, 86, 66)
    middle = WIDTH / 2
    sheet.draw.rectangle((24, 24, WIDTH - 25, HEIGHT - 25), outline=(196, 174, 136), width=3)
    sheet.write((middle, 115), person.company.name, 40, (FieldName.COMPANY, person.company.name), anchor="ms")
    sheet.write((middle, 240), person.name, 50, (FieldName.NAME, person.name), weight="SemiBold", anchor="ms")
    for row, (text, *values) in enumerate(_job_lines(person)):
        sheet.write((middle, 290 + 36 * row), text, 27, *values, ink=sheet.soft, anchor="ms")
    lines = _contact_texts(person)
    for row, (text, *values) in enumerate(lines):
        sheet.write((middle, 400 + 36 * row), text, 26, *values, anchor="ms")
    return sheet


def _band(person: MadeUp, chance: random.Random) -> _Sheet:
    """A wash of colour with a band at the foot that holds the name."""
    colour = chance.choice(_PANELS)
    sheet = _blank(_WHITE)
    wash = Image.linear_gradient("L").rotate(90).resize((WIDTH, HEIGHT)).point(lambda level: level // 4)
    sheet.image.paste(colour, (0, 0), wash)
    sheet.write(
        (60, 90), person.company.name, 38, (FieldName.COMPANY, person.company.name), weight="SemiBold", ink=colour
    )
    _contact_lines(sheet, (60, 160), person)
    sheet.draw.rectangle((0, 440, WIDTH, HEIGHT), fill=colour)
    sheet.write((60, 515), person.name, 50, (FieldName.NAME, person.name), weight="SemiBold", ink=_WHITE)
    texts = _job_lines(person)
    sheet.write(
        (60, 562),
        " – ".join(text for text, *_ in texts),
        27,
        *(value for _, *values in texts for value in values),
        ink=(240, 240, 240),
    )
    return sheet


_DESIGNS: Final[tuple[Callable[[MadeUp, random.Random], _Sheet], ...]] = (_panel, _plain, _dark, _cream, _band)

_Text = tuple[str, *tuple[tuple[FieldName, str], ...]]


def _job_lines(person: MadeUp) -> list[_Text]:
    lines: list[_Text] = [(person.title, (FieldName.TITLE, person.title))]
    if person.department:
        lines.append((person.department, (FieldName.DEPARTMENT, person.department)))
    return lines


def _contact_texts(person: MadeUp) -> list[_Text]:
    work, mobile, mail = person.country.labels
    lines: list[_Text] = [
        (f"{mobile if phone.kind is PhoneKind.MOBILE else work}  {phone.number}", (FieldName.PHONE, phone.number))
        for phone in person.phones
    ]
    if person.email:
        lines.append((f"{mail}  {person.email}", (FieldName.EMAIL, person.email)))
    lines.append((person.website, (FieldName.WEBSITE, person.website)))
    street, town = person.address
    lines.append((f"{street}, {town}", (FieldName.ADDRESS, f"{street}, {town}")))
    return lines


def _name(sheet: _Sheet, place: _Place, person: MadeUp, size: int, *, second: Colour | None = None) -> None:
    left, base = place
    sheet.write((left, base), person.name, size, (FieldName.NAME, person.name), weight="SemiBold")
    for row, (text, *values) in enumerate(_job_lines(person)):
        sheet.write((left, base + 44 + 34 * row), text, 28, *values, ink=second or sheet.soft)


def _contact_lines(sheet: _Sheet, place: _Place, person: MadeUp) -> None:
    left, base = place
    for row, (text, *values) in enumerate(_contact_texts(person)):
        sheet.write((left, base + 44 * row), text, 28, *values)


def _logo(sheet: _Sheet, middle: tuple[int, int], radius: int, colour: Colour, chance: random.Random) -> None:
    x, y = middle
    square = (x - radius, y - radius, x + radius, y + radius)
    shape = chance.randrange(4)
    if shape == 0:
        sheet.draw.arc(square, 180, 360, fill=colour, width=radius // 3)
        sheet.draw.line((x - radius, y, x + radius, y), fill=colour, width=radius // 4)
    elif shape == 1:
        sheet.draw.polygon([(x, y - radius), (x + radius, y + radius), (x - radius, y + radius)], fill=colour)
    elif shape == 2:
        sheet.draw.rectangle((x - radius, y - radius // 3, x - 4, y + radius), fill=colour)
        sheet.draw.rectangle((x + 4, y - radius, x + radius, y + radius), outline=colour, width=8)
    else:
        sheet.draw.ellipse(square, outline=colour, width=radius // 4)
        sheet.draw.ellipse((x - radius // 3, y - radius // 3, x + radius // 3, y + radius // 3), fill=colour)


def _blank(colour: Colour) -> _Sheet:
    return _Sheet(Image.new("RGB", (WIDTH, HEIGHT), colour))


@lru_cache(maxsize=64)
def _font(weight: Weight, size: int) -> ImageFont.FreeTypeFont:
    data = (resources.files("resources") / "fonts" / f"Inter-{weight}.ttf").read_bytes()
    return ImageFont.truetype(io.BytesIO(data), size)
