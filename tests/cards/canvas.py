"""A card that is being drawn: text that fits its place, rows of contact points, icons and marks."""

from __future__ import annotations

import importlib.util
import random
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal

from PIL import Image, ImageDraw, ImageFont

from cardkeeper.model.cards import ReaderName, Reading, TextLine
from cardkeeper.model.geometry import Box
from tests.cards.people import Person
from tests.cards.words import LANGUAGES, SHORT_LABELS, Labels

Colour = tuple[int, int, int]
Anchor = Literal["ls", "ms", "rs"]
Place = tuple[float, float]
Weight = Literal["plain", "heavy", "slanted"]
LabelStyle = Literal["words", "letters", "icons", "none"]

COLOURS: Final[tuple[Colour, ...]] = (
    (142, 22, 42), (12, 88, 84), (28, 60, 120), (96, 60, 24), (70, 30, 96), (30, 96, 48), (176, 82, 10), (40, 48, 60),
)  # fmt: skip
_HERE: Final = Path(__file__).parent / "fonts"
_INTER: Final = Path(__file__).parents[2] / "resources" / "fonts"
FAMILIES: Final[dict[str, tuple[Path, Path, Path]]] = {
    "serif": (_HERE / "Caladea-Regular.ttf", _HERE / "Caladea-Bold.ttf", _HERE / "Caladea-Italic.ttf"),
    "light": (_HERE / "Roboto-Light.ttf", _HERE / "Roboto-Bold.ttf", _HERE / "Roboto-Light.ttf"),
    "plain": (_INTER / "Inter-Regular.ttf", _INTER / "Inter-SemiBold.ttf", _INTER / "Inter-Regular.ttf"),
}
"""Of each family the upright, the heavy and the slanted letters."""
_ICONS: Final = {
    "work": "\uf095",
    "mobile": "\uf3cd",
    "fax": "\uf1ac",
    "email": "\uf0e0",
    "website": "\uf0ac",
    "address": "\uf3c5",
    "social": "\uf1e0",
}
_SMALLEST: Final = 17
"""Letter size in pixels at 300 dots an inch: 4 points, the least that printers accept."""


@dataclass(frozen=True, slots=True)
class Row:
    """A contact point as it is printed: what kind it is, the language's word for it, and its text."""

    kind: str
    label: str
    text: str


@dataclass(slots=True)
class Canvas:
    """The card being drawn, with its colours and letters."""

    image: Image.Image
    chance: random.Random
    family: str = "plain"
    ink: Colour = (26, 28, 32)
    soft: Colour = (92, 96, 104)
    accent: Colour = (12, 88, 84)
    labels: LabelStyle = "words"
    said: dict[str, object] = field(default_factory=dict)
    """What the label must say beside the person's own values: other printed forms."""
    printed: set[str] = field(default_factory=set)
    """Every text that stands on the card."""
    lines: list[tuple[str, Box]] = field(default_factory=list)
    """What a reader without a fault would read, and where."""

    @property
    def width(self) -> int:
        return self.image.width

    @property
    def height(self) -> int:
        return self.image.height

    @property
    def draw(self) -> ImageDraw.ImageDraw:
        return ImageDraw.Draw(self.image)

    def write(
        self,
        place: Place,
        text: str,
        size: int,
        *,
        weight: Weight = "plain",
        ink: Colour | None = None,
        anchor: Anchor = "ls",
        room: float = 0,
        spacing: float = 0,
    ) -> float:
        """Print a line with its base line at a place, smaller where it would pass the room; returns where it ends."""
        if not text:
            return place[0]
        self.printed.add(text)
        room = room or self._room(place, anchor)
        while self._length(text, weight, size, spacing) > room and size > _SMALLEST:
            size -= 1
        self._note(place, text, size, anchor, self._length(text, weight, size, spacing))
        if not spacing:
            letters = font(self.family, weight, size)
            self.draw.text(place, text, fill=ink or self.ink, font=letters, anchor=anchor)
            return place[0] + letters.getlength(text)
        return self._spaced(place, text, size, weight, ink or self.ink, anchor, spacing)

    def _note(self, place: Place, text: str, size: int, anchor: Anchor, length: float) -> None:
        """Remember a line with the box that readers draw around it, which is a little larger than its letters."""
        left = place[0] - {"ls": 0.0, "ms": length / 2, "rs": length}[anchor]
        top, bottom = place[1] - 0.92 * size, place[1] + 0.34 * size
        self.lines.append((text, Box(max(0.0, left - 0.1 * size), max(0.0, top), left + length + 0.1 * size, bottom)))

    def _spaced(
        self, place: Place, text: str, size: int, weight: str, ink: Colour, anchor: Anchor, spacing: float
    ) -> float:
        letters = font(self.family, weight, size)
        whole = self._length(text, weight, size, spacing)
        x = place[0] - {"ls": 0.0, "ms": whole / 2, "rs": whole}[anchor]
        for sign in text:
            self.draw.text((x, place[1]), sign, fill=ink, font=letters, anchor="ls")
            x += letters.getlength(sign) + spacing * size
        return x

    def _length(self, text: str, weight: str, size: int, spacing: float) -> float:
        letters = font(self.family, weight, size)
        if not spacing:
            return letters.getlength(text)
        return sum(letters.getlength(sign) for sign in text) + spacing * size * (len(text) - 1)

    def _room(self, place: Place, anchor: Anchor) -> float:
        margin = 40
        if anchor == "ms":
            return 2 * (min(place[0], self.width - place[0]) - margin)
        return self.width - margin - place[0] if anchor == "ls" else place[0] - margin

    def column(
        self, place: Place, rows: list[Row], size: int, step: float, *, anchor: Anchor = "ls", room: float = 0
    ) -> float:
        """Print contact points under one another; returns the base line after the last."""
        x, y = place
        for row in rows:
            if self.labels == "icons" and anchor == "ls":
                self.icon((x, y), row.kind, size)
                self.write((x + 1.7 * size, y), row.text, size, anchor=anchor, room=room - 1.7 * size if room else 0)
            else:
                self.write((x, y), self.labelled(row), size, anchor=anchor, room=room)
            y += step
        return y

    def labelled(self, row: Row) -> str:
        """A contact point in one line of text."""
        if self.labels in {"none", "icons"} or not row.label:
            return row.text
        return f"{row.label} {row.text}"

    def icon(self, place: Place, kind: str, size: int, ink: Colour | None = None) -> None:
        """A picture that stands for a word."""
        middle = (place[0] + 0.6 * size, place[1] - 0.36 * size)
        self.draw.text(middle, _ICONS[kind], fill=ink or self.accent, font=_icon_font(int(0.9 * size)), anchor="mm")

    def mark(self, middle: Place, radius: float, ink: Colour | None = None) -> None:
        """A company's sign without letters."""
        x, y = middle
        colour = ink or self.accent
        square = (x - radius, y - radius, x + radius, y + radius)
        match self.chance.randrange(5):
            case 0:
                self.draw.polygon([(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)], fill=colour)
            case 1:
                for part in (1.0, 0.66, 0.33):
                    inner = (x - part * radius, y - part * radius, x + part * radius, y + part * radius)
                    self.draw.arc(inner, 200, 430, fill=colour, width=max(3, int(radius / 8)))
            case 2:
                for step in range(4):
                    top = y + radius - (step + 1) * radius / 2
                    left = x - radius + step * radius / 2
                    self.draw.rectangle((left, top, left + radius / 2.6, y + radius), fill=colour)
            case 3:
                self.draw.pieslice(square, 30, 300, fill=colour)
            case _:
                self.draw.rounded_rectangle(square, radius / 3, outline=colour, width=max(4, int(radius / 6)))
                self.draw.line(
                    (x - radius, y + radius, x + radius, y - radius), fill=colour, width=max(4, int(radius / 6))
                )


def read_faultlessly(canvas: Canvas) -> Reading:
    """What a reader without a fault reads on a card, top to bottom."""
    lines = (TextLine(text, box, 0.99, ReaderName.NEURAL) for text, box in canvas.lines)
    ordered = sorted(lines, key=lambda line: (line.box.top, line.box.left))
    return Reading(canvas.width, canvas.height, tuple(ordered), (), (ReaderName.NEURAL,))


def blank(size: tuple[int, int], chance: random.Random, paper: Colour = (255, 255, 255)) -> Canvas:
    """An empty card with letters, a colour and a style of labels that chance picks."""
    return Canvas(
        Image.new("RGB", size, paper),
        chance,
        family=chance.choice(tuple(FAMILIES)),
        accent=chance.choice(COLOURS),
        labels=chance.choice(("words", "words", "letters", "icons", "none")),
    )


def rows(person: Person, canvas: Canvas, *, address: bool = True) -> list[Row]:
    """A person's contact points in the order in which cards print them."""
    words = _labels(person, canvas)
    found = [Row(phone.kind, str(getattr(words, phone.kind)), phone.number) for phone in person.phones]
    found += [Row("email", words.email, text) for text in person.emails]
    found += [Row("website", words.website if canvas.labels != "words" else "", text) for text in person.websites]
    if person.social:
        found.append(Row("social", "", person.social))
    if address and person.address:
        found.append(Row("address", "", ", ".join(person.address)))
    return found


def _labels(person: Person, canvas: Canvas) -> Labels:
    choices = LANGUAGES[person.language].labels
    words = SHORT_LABELS if canvas.labels == "letters" else canvas.chance.choice(choices)
    end = canvas.chance.choice((":", ":", "", "." if canvas.labels == "letters" else ""))
    plain = (getattr(words, name).rstrip(".") + end if end else getattr(words, name) for name in words.__slots__)
    return Labels(*plain)


@lru_cache(maxsize=256)
def font(family: str, weight: str, size: int) -> ImageFont.FreeTypeFont:
    """Letters of a family: plain, heavy or slanted."""
    return ImageFont.truetype(FAMILIES[family][("plain", "heavy", "slanted").index(weight)], size)


@lru_cache(maxsize=32)
def _icon_font(size: int) -> ImageFont.FreeTypeFont:
    spec = importlib.util.find_spec("qtawesome")
    places = spec.submodule_search_locations if spec else None
    if not places:
        message = "qtawesome, whose fonts hold the icons, is not installed"
        raise RuntimeError(message)
    (file,) = Path(places[0], "fonts").glob("fontawesome6-solid*.ttf")
    return ImageFont.truetype(file, size)
