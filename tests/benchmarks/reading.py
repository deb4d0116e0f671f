"""How surely kinds of print are read, letter by letter, in nine languages: capitals, faint, tiny, upended."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from rapidfuzz.distance import Levenshtein

from cardkeeper.cli.terminal import DONE, out
from cardkeeper.images import Picture
from cardkeeper.reading.neural import NeuralReader
from tests.cards.canvas import FAMILIES

_Colour = tuple[int, int, int]
_SIZE: Final = (1050, 660)
_LINES: Final[dict[str, tuple[str, ...]]] = {
    "English": ("Jonathan Whitaker", "Senior Vice President", "12 High Street, London", "www.lindgate.co.uk"),
    "German": ("Jürgen Weiß", "Geschäftsführerin", "Königstraße 5, Düsseldorf", "Äußere Brücke 9, Zürich"),
    "French": ("Françoise Lefèbvre", "Chargé d’œuvres à Nîmes", "Cœur de métier : forêts", "Hélène Benoît"),
    "Spanish": ("Íñigo Muñoz Peña", "¿Necesita más información?", "Diseño y construcción", "Begoña Núñez"),
    "Italian": ("Nicolò Pagà", "Responsabile qualità", "Via Libertà 14, Forlì", "Attività e società"),
    "Dutch": ("Daniël van der Heijden", "Financiën en patiënten", "Zoë Ruijgrok", "Maastricht, België"),
    "Swedish": ("Åsa Sjöström", "Försäljningschef", "Hamngatan 7, 111 22 Västerås", "Björn Håkansson"),
    "Portuguese": ("João Magalhães", "Conceição Simões", "Rua da Fundição 21, São João", "Avenida Camões"),
    "Polish": ("Łukasz Żółkiewski", "Dyrektor ds. zarządzania", "ul. Świętokrzyska 12, Łódź", "Małgorzata Wójcik"),
}
_DARK: Final[tuple[_Colour, ...]] = ((20, 30, 60), (10, 10, 12), (90, 20, 30), (10, 80, 70))


def main(rounds: int, seed: str) -> int:
    """Draw each kind so many times in each language, read it, and print the tables."""
    reader = NeuralReader(threads=2)
    by_kind: dict[str, Counter[str]] = {kind: Counter() for kind in _KINDS}
    by_language: dict[str, Counter[str]] = {language: Counter() for language in _LINES}
    for kind, draw in _KINDS.items():
        for language, lines in _LINES.items():
            for number in range(rounds):
                chance = random.Random(f"{seed}/{kind}/{language}/{number}")
                printed, picture = draw(chance, lines)
                found = [line.text for line in reader.read(picture, timeout=60).lines]
                counted = _compared(printed, found)
                by_kind[kind].update(counted)
                if kind not in _APART:
                    by_language[language].update(counted)
    for line in (*_table("kind of print", by_kind), "", *_table("language", by_language)):
        out(line)
    return DONE


def _compared(printed: Sequence[str], found: Sequence[str]) -> Counter[str]:
    """Letters printed, and letters to type or delete: for each line against the most similar one that was found."""
    counted: Counter[str] = Counter()
    for line in printed:
        text = line.replace("’", "'")
        best = min(found, key=lambda other: Levenshtein.distance(text, other), default="")
        wrong = min(len(text), Levenshtein.distance(text, best))
        closed = text.replace(" ", ""), best.replace(" ", "")
        counted.update(
            letters=len(text),
            wrong=wrong,
            solid=len(closed[0]),
            solid_wrong=min(len(closed[0]), Levenshtein.distance(*closed)),
            lines=1,
            lost=2 * wrong > len(text),
        )
    return counted


def _table(what: str, rows: dict[str, Counter[str]]) -> Iterator[str]:
    yield f"| {what} | letters right | without spaces | lines | lost |"
    yield "|---|---|---|---|---|"
    for name, counted in rows.items():
        right = 100 * (1 - counted["wrong"] / max(1, counted["letters"]))
        solid = 100 * (1 - counted["solid_wrong"] / max(1, counted["solid"]))
        yield f"| {name} | {right:.1f} % | {solid:.1f} % | {counted['lines']} | {counted['lost']} |"


def _font(chance: random.Random, size: int, weight: int = 0) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(chance.choice(list(FAMILIES.values()))[weight]), size)


def _seen(chance: random.Random, card: Image.Image) -> Picture:
    """As a scanner sees it: a little soft, a little grained."""
    soft = np.asarray(card.filter(ImageFilter.GaussianBlur(0.5)), dtype=np.float32)
    grain = np.random.default_rng(chance.getrandbits(32)).normal(0, 1.5, (card.height, card.width, 1))
    return np.clip(soft + grain, 0, 255).astype(np.uint8)


def _column(
    size: int = 34,
    ink: Callable[[random.Random], _Colour] = lambda _: (25, 25, 30),
    paper: Callable[[random.Random], _Colour] = lambda _: (252, 252, 250),
    *,
    weight: int = 0,
    upper: bool = False,
    apart: float = 0.0,
    page: tuple[int, int] = _SIZE,
) -> Callable[[random.Random, Sequence[str]], tuple[tuple[str, ...], Picture]]:
    """Lines one below the other, `apart` so much of their size between two letters."""

    def draw(chance: random.Random, lines: Sequence[str]) -> tuple[tuple[str, ...], Picture]:
        card = Image.new("RGB", page, paper(chance))
        texts = tuple(line.upper() if upper else line for line in lines)
        _write(card, texts, _font(chance, size, weight), ink(chance), apart * size)
        return texts, _seen(chance, card)

    return draw


def _write(card: Image.Image, texts: Sequence[str], font: ImageFont.FreeTypeFont, ink: _Colour, apart: float) -> None:
    pen = ImageDraw.Draw(card)
    for number, text in enumerate(texts):
        left, top = 0.07 * card.width, card.height * (0.1 + 0.2 * number)
        for piece in text if apart else (text,):
            pen.text((left, top), piece, font=font, fill=ink)
            left += font.getlength(piece) + apart


def _over_picture(chance: random.Random, lines: Sequence[str]) -> tuple[tuple[str, ...], Picture]:
    tint = np.array([chance.uniform(40, 220) for _ in range(3)])
    clouds = np.random.default_rng(chance.getrandbits(32)).normal(0, 1, (8, 12, 3)).astype(np.float32)
    ground = np.clip(tint + 35 * cv2.resize(clouds, _SIZE, interpolation=cv2.INTER_CUBIC), 0, 255).astype(np.uint8)
    card = Image.fromarray(ground)
    _write(card, lines, _font(chance, 34), (255, 255, 255) if tint.mean() < 140 else (10, 10, 10), 0.0)
    return tuple(lines), _seen(chance, card)


def _upended(chance: random.Random, lines: Sequence[str]) -> tuple[tuple[str, ...], Picture]:
    """One line of four runs up the card's right edge."""
    card, font = Image.new("RGB", _SIZE, (252, 252, 250)), _font(chance, 30)
    _write(card, lines[:3], font, (25, 25, 30), 0.0)
    slip = Image.new("RGB", (int(font.getlength(lines[3])) + 10, 44), (252, 252, 250))
    ImageDraw.Draw(slip).text((4, 2), lines[3], font=font, fill=(25, 25, 30))
    card.paste(slip.rotate(chance.choice((90, 270)), expand=True), (940, 60))
    return tuple(lines), _seen(chance, card)


def _ring(chance: random.Random, lines: Sequence[str]) -> tuple[tuple[str, ...], Picture]:
    """Capitals around a circle, as in a seal."""
    text = f"{lines[0]} · {lines[1]} · ".upper()
    card, font = Image.new("RGB", _SIZE, (252, 252, 250)), _font(chance, 36)
    for number, letter in enumerate(text):
        angle = 2 * math.pi * number / len(text)
        stamp = Image.new("L", (80, 80), 0)
        ImageDraw.Draw(stamp).text((40, 40), letter, font=font, fill=255, anchor="mm")
        turned = stamp.rotate(-math.degrees(angle), Image.Resampling.BICUBIC)
        place = round(525 + 250 * math.sin(angle)) - 40, round(330 - 250 * math.cos(angle)) - 40
        card.paste((25, 25, 30), place, turned)
    return (text.strip(" ·"),), _seen(chance, card)


def _faint(chance: random.Random) -> _Colour:
    shade = chance.randrange(205, 225)
    return shade, shade, shade


_KINDS: Final = {
    "plain": _column(),
    "heavy": _column(weight=1),
    "slanted": _column(weight=2),
    "capitals": _column(upper=True),
    "capitals, a sixth apart": _column(upper=True, apart=0.16),
    "capitals, a third apart": _column(28, upper=True, apart=0.33),
    "letters apart": _column(apart=0.16),
    "light on dark": _column(ink=lambda _: (240, 236, 220), paper=lambda chance: chance.choice(_DARK)),
    "over a picture": _over_picture,
    "faint grey": _column(ink=_faint),
    "gold on cream": _column(ink=lambda _: (222, 205, 160), paper=lambda _: (252, 250, 244)),
    "7 points at 200 dots an inch": _column(19, page=(700, 440)),
    "5 points at 200 dots an inch": _column(14, page=(700, 440)),
    "one line upended": _upended,
    "in a ring": _ring,
}
_APART: Final = {"in a ring"}
"""Kinds that are not read at all say nothing of a language."""
