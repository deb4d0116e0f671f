"""Draws labelled photos as telephones take them, a kind for each trouble: `python -m tests.cards.photos OUT`.

Cards, people and labels are those of `draw`; what differs is what happens to the picture: too little light, a hand that
moves, gloss, plastic, foil, a desk full of other print, another file format.
"""

from __future__ import annotations

import argparse
import io
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import cv2
import msgspec
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from pillow_heif import register_heif_opener

from cardkeeper.images import Picture
from tests.cards import finishes
from tests.cards.canvas import font
from tests.cards.harder_scenes import KINDS as HARDER
from tests.cards.layouts import LAYOUTS
from tests.cards.people import make_up
from tests.cards.scenes import Scene, any_turn, lay, light, moved, new_table, placed
from tests.cards.words import LANGUAGES

_Field = NDArray[np.float32]
_ORIENTATION: Final = 0x0112
_TURNED_BY: Final = {3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270}
"""EXIF orientations, and how the sensor's picture lies before a viewer puts it upright."""


@dataclass(slots=True)
class Deck:
    """The cards that are drawn for one picture, and their labels."""

    chance: random.Random
    labels: list[dict[str, Any]] = field(default_factory=list)

    def card(self, *, upright: bool = True) -> Picture:
        """Another one; not `upright` where it must lie broad."""
        while True:
            layout, person = self.chance.choice(LAYOUTS), make_up(self.chance)
            canvas = layout(person, self.chance)
            if upright or canvas.width > canvas.height:
                label = {**person.label(canvas.printed), **canvas.said, "layout": layout.__name__}
                self.labels.append(label)
                return np.asarray(canvas.image.convert("RGB"), dtype=np.uint8)


@dataclass(frozen=True, slots=True)
class Shot:
    """A finished picture, and how it is saved."""

    pixels: Picture
    quality: int = 85
    kind: str = "JPEG"
    turned: int = 1
    """The EXIF orientation."""


Draw = Callable[[Deck], Shot | bytes]


def _seen(table: _Field, chance: random.Random, *, soft: float = 0.8, grain: float = 2.5) -> Picture:
    """What the camera makes of a scene."""
    noise = np.random.default_rng(chance.getrandbits(32))
    blurred = np.asarray(cv2.GaussianBlur(table, (0, 0), soft), np.float32)
    return np.clip(blurred + noise.normal(0, grain, table.shape), 0, 255).astype(np.uint8)


def _on_table(deck: Deck, card: Picture, fill: tuple[float, float] = (0.6, 0.92), lean: float = 0.2) -> Scene:
    chance = deck.chance
    scene = new_table(chance, upright=chance.random() < 0.3)
    corners = placed(card, scene.size, chance, any_turn(chance), chance.uniform(0, lean), chance.uniform(*fill))
    lay(scene, card, corners, radius=chance.choice((0, 0, 0.06)))
    light(scene)
    return scene


def _moving(deck: Deck) -> Shot:
    """The hand moved while the picture was taken."""
    chance, scene = deck.chance, _on_table(deck, deck.card(), fill=(0.75, 0.95))
    length, turn = chance.uniform(4, 9), chance.uniform(0, np.pi)
    kernel = np.zeros((25, 25), np.float32)
    way = np.array([np.cos(turn), np.sin(turn)]) * length / 2
    start, end = (tuple(int(v) for v in np.round((12 + sign * way) * 16)) for sign in (-1, 1))
    cv2.line(kernel, (start[0], start[1]), (end[0], end[1]), 1.0, 1, cv2.LINE_AA, shift=4)
    dragged = np.asarray(cv2.filter2D(scene.table, -1, kernel / kernel.sum()), np.float32)
    return Shot(_seen(dragged, chance, soft=0.6))


def _dim(deck: Deck) -> Shot:
    """In a bar at night: dark, yellow, full of coloured noise that the telephone has smoothed away."""
    chance, scene = deck.chance, _on_table(deck, deck.card(), fill=(0.7, 0.95))
    noise = np.random.default_rng(chance.getrandbits(32))
    tint = np.array([1.0, chance.uniform(0.75, 0.92), chance.uniform(0.45, 0.75)], np.float32)
    dark = scene.table * tint * chance.uniform(0.18, 0.45)
    strength = chance.uniform(5, 11)
    grainy = dark + noise.normal(0, strength, dark.shape).astype(np.float32)
    coarse = noise.normal(0, strength, (dark.shape[0] // 3, dark.shape[1] // 3, 3)).astype(np.float32)
    grainy += cv2.resize(coarse, (dark.shape[1], dark.shape[0]))
    pixels = np.clip(grainy, 0, 255).astype(np.uint8)
    return Shot(np.asarray(cv2.bilateralFilter(pixels, 5, 25, 3), np.uint8), quality=70)


def _sent_on(deck: Deck) -> Shot:
    """Sent through a messenger that saves every byte."""
    chance, scene = deck.chance, _on_table(deck, deck.card(), fill=(0.8, 0.96))
    factor = chance.uniform(0.62, 0.8)
    small = cv2.resize(_seen(scene.table, chance), None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    return Shot(np.asarray(small, np.uint8), quality=chance.randrange(18, 35))


def _small(deck: Deck) -> Shot:
    """600 to 750 pixels wide, as from an old web page or a mail."""
    chance, scene = deck.chance, _on_table(deck, deck.card(upright=False), fill=(0.9, 0.98), lean=0.08)
    factor = chance.uniform(600, 750) / max(scene.size)
    small = cv2.resize(_seen(scene.table, chance), None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    return Shot(np.asarray(small, np.uint8), quality=chance.randrange(60, 85))


def _large(deck: Deck) -> Shot:
    """48 megapixels, with the card in a part of them."""
    chance, scene = deck.chance, _on_table(deck, deck.card(), fill=(0.4, 0.9))
    size = (8064, 6048) if scene.size[0] > scene.size[1] else (6048, 8064)
    big = cv2.resize(_seen(scene.table, chance, grain=1.0), size, interpolation=cv2.INTER_CUBIC)
    return Shot(np.asarray(big, np.uint8), quality=80)


def _far(deck: Deck) -> Shot:
    """12 megapixels of a large table, with the card on a small part of them."""
    chance, card = deck.chance, deck.card()
    scene = new_table(chance)
    scene.table = np.asarray(cv2.resize(scene.table, (4032, 3024), interpolation=cv2.INTER_CUBIC), np.float32)
    lay(scene, card, placed(card, scene.size, chance, any_turn(chance), 0.15, chance.uniform(0.22, 0.4)))
    light(scene)
    return Shot(_seen(scene.table, chance))


def _finished(finish: Callable[[Picture, random.Random], Picture], fill: tuple[float, float] = (0.6, 0.92)) -> Draw:
    """A card whose print is no plain ink, on a table."""

    def draw(deck: Deck) -> Shot:
        return Shot(_seen(_on_table(deck, finish(deck.card(), deck.chance), fill=fill).table, deck.chance))

    return draw


def _sleeve(deck: Deck) -> Shot:
    """In a sleeve of clear plastic, larger than the card, with streaks of light on it."""
    chance, card = deck.chance, deck.card(upright=False)
    height, width = card.shape[:2]
    scene = new_table(chance)
    border = round(width * chance.uniform(0.03, 0.08))
    cover = np.zeros((height + 2 * border, width + 2 * border, 3), np.uint8)
    degrees, lean, fill = any_turn(chance), chance.uniform(0, 0.2), chance.uniform(0.7, 0.95)
    outer = placed(cover, scene.size, chance, degrees, lean, fill)
    flat = np.array([(0, 0), (1, 0), (1, 1), (0, 1)], np.float32)
    matrix = cv2.getPerspectiveTransform(flat, outer.astype(np.float32))
    share = np.array([border / cover.shape[1], border / cover.shape[0]])
    inset = (share + flat * (1 - 2 * share)).astype(np.float32)
    lay(scene, card, np.asarray(cv2.perspectiveTransform(inset[None], matrix)[0], np.float64), shadow=0.1)
    haze = np.zeros((scene.size[1], scene.size[0]), np.float32)
    cv2.fillConvexPoly(haze, np.round(outer).astype(np.int32), chance.uniform(0.06, 0.2), cv2.LINE_AA)
    cv2.polylines(haze, [np.round(outer).astype(np.int32)], True, 0.5, 3, cv2.LINE_AA)
    for _ in range(chance.randrange(1, 4)):
        ends = cv2.perspectiveTransform(
            np.array([[[chance.random(), 0.02], [chance.random(), 0.98]]], np.float32), matrix
        )
        (x, y), (u, v) = np.round(ends[0]).astype(int)
        streak = np.zeros_like(haze)
        cv2.line(streak, (int(x), int(y)), (int(u), int(v)), 1.0, chance.randrange(4, 26), cv2.LINE_AA)
        haze = np.maximum(haze, chance.uniform(0.3, 0.6) * cv2.GaussianBlur(streak, (0, 0), chance.uniform(2, 8)))
    scene.table = np.asarray(scene.table * (1 - haze[..., None]) + 250 * haze[..., None], np.float32)
    light(scene)
    return Shot(_seen(scene.table, chance))


def _bent(deck: Deck) -> Shot:
    """Bent by the hand that holds it."""
    chance, card = deck.chance, deck.card()
    height, width = card.shape[:2]
    depth = chance.uniform(0.02, 0.06) * height
    pad = round(depth) + 2
    across, down = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height + 2 * pad, dtype=np.float32))
    arch = depth * np.sin(np.pi * across / width)
    source = np.asarray(down - pad + arch, np.float32)
    shaped = np.asarray(cv2.remap(card, across, source, cv2.INTER_LINEAR), np.uint8)
    cover = cv2.remap(np.full(card.shape[:2], 255, np.uint8), across, source, cv2.INTER_LINEAR)
    scene = new_table(chance)
    scene.table = np.asarray(cv2.GaussianBlur(scene.table, (0, 0), 6), np.float32)
    corners = placed(shaped, scene.size, chance, chance.gauss(0, 8), 0.1, chance.uniform(0.65, 0.92))
    flat = np.array([(0, 0), (width, 0), (width, height + 2 * pad), (0, height + 2 * pad)], np.float32)
    matrix = cv2.getPerspectiveTransform(flat, corners.astype(np.float32))
    mask = cv2.warpPerspective(cover, matrix, scene.size).astype(np.float32)[..., None] / 255
    laid = cv2.warpPerspective(shaped, matrix, scene.size, flags=cv2.INTER_AREA).astype(np.float32)
    scene.table = np.asarray(scene.table * (1 - mask) + laid * mask, np.float32)
    light(scene)
    return Shot(_seen(scene.table, chance))


def _page_of_text(chance: random.Random, width: int, height: int, *, ruled: bool) -> Picture:
    """A page out of a notebook or a report, in words of some language."""
    words = LANGUAGES[chance.choice(tuple(LANGUAGES))]
    page = Image.new("RGB", (width, height), chance.choice(((250, 250, 246), (244, 238, 220))))
    pen, letters = (
        ImageDraw.Draw(page),
        font(chance.choice(("serif", "plain", "light")), "slanted" if ruled else "plain", 26),
    )
    for number, y in enumerate(range(60, height - 60, 44)):
        if ruled:
            pen.line((0, y + 32, width, y + 32), fill=(170, 190, 220), width=1)
        if number % 7 != 6:
            text = " ".join(chance.choice((*words.titles, *words.departments)).lower() for _ in range(6))
            pen.text(
                (60, y), text[: chance.randrange(25, 75)], font=letters, fill=(40, 44, 80) if ruled else (30, 30, 30)
            )
    return np.asarray(page, np.uint8)


def _keyboard() -> Picture:
    board = Image.new("RGB", (1500, 540), (38, 38, 42))
    pen, letters = ImageDraw.Draw(board), font("plain", "plain", 34)
    for row, keys in enumerate(("1234567890ß´", "QWERTZUIOPÜ+", "ASDFGHJKLÖÄ#", "<YXCVBNM,.-")):
        for column, key in enumerate(keys):
            x, y = 30 + column * 120 + row * 22, 24 + row * 125
            pen.rounded_rectangle((x, y, x + 106, y + 108), 12, fill=(58, 58, 63))
            pen.text((x + 18, y + 12), key, font=letters, fill=(225, 225, 228))
    return np.asarray(board, np.uint8)


def _beside(deck: Deck, thing: Picture, fill: float) -> Shot:
    """The card in one half of the picture, and something with letters on it in the other, partly out of the picture."""
    chance, card = deck.chance, deck.card(upright=False)
    scene = new_table(chance)
    height = scene.size[1]
    turn = chance.gauss(0, 6)
    other = placed(thing, scene.size, chance, turn, 0.05, fill)
    lay(scene, thing, moved(other, 0, -height * chance.uniform(0.22, 0.4)))
    corners = placed(card, scene.size, chance, turn + chance.gauss(0, 5), 0.05, chance.uniform(0.42, 0.55))
    shift = height * 0.97 - corners[:, 1].max()
    lay(scene, card, moved(corners, 0, shift))
    light(scene)
    return Shot(_seen(scene.table, chance))


def _on_page(deck: Deck) -> Shot:
    """The card on a page full of text that goes on around it."""
    chance, card = deck.chance, deck.card(upright=False)
    scene = new_table(chance)
    page = _page_of_text(chance, 1500, 1120, ruled=chance.random() < 0.5)
    turn = chance.gauss(0, 6)
    lay(scene, page, placed(page, scene.size, chance, turn, 0.05, chance.uniform(0.95, 1.15)))
    corners = placed(card, scene.size, chance, turn + chance.uniform(-20, 20), 0.05, chance.uniform(0.5, 0.62))
    lay(scene, card, corners)
    light(scene)
    return Shot(_seen(scene.table, chance))


def _stack(deck: Deck) -> Shot:
    """Two or three cards over one another, of which only the uppermost is whole: it is the one that is labelled."""
    chance = deck.chance
    scene = new_table(chance)
    middle = np.array(scene.size) / 2
    for number in range(chance.randrange(2, 4)):
        deck.labels.clear()
        card = deck.card(upright=False)
        corners = placed(
            card, scene.size, chance, chance.uniform(-25, 25) if number else chance.uniform(-60, 60), 0.05, 0.6
        )
        shift = middle - corners.mean(axis=0) + np.array([chance.uniform(-170, 170), chance.uniform(-170, 170)])
        lay(scene, card, moved(corners, *(float(value) for value in shift)))
    light(scene)
    return Shot(_seen(scene.table, chance))


def _sheet(deck: Deck) -> Picture:
    """Four to eight cards on white paper."""
    chance, down = deck.chance, deck.chance.randrange(2, 5)
    page = np.full((down * 760 + 80, 1900, 3), 250, np.uint8)
    for place in range(2 * down):
        card = np.asarray(cv2.resize(deck.card(upright=False), (840, 500), interpolation=cv2.INTER_AREA), np.uint8)
        top, left = 90 + (place // 2) * 760 + chance.randrange(90), 60 + (place % 2) * 930 + chance.randrange(50)
        page[top + 4 : top + 504, left + 3 : left + 843] = 205
        page[top : top + 500, left : left + 840] = card
    return page


def _tilted_sheet(deck: Deck) -> Shot:
    """A sheet of cards on a desk, photographed aslant."""
    chance, page = deck.chance, _sheet(deck)
    scene = new_table(chance, upright=page.shape[0] > page.shape[1])
    scene.table = np.asarray(cv2.resize(scene.table, None, fx=2, fy=2), np.float32)
    lay(scene, page, placed(page, scene.size, chance, chance.gauss(0, 8), chance.uniform(0.1, 0.3), 0.96))
    light(scene)
    return Shot(_seen(scene.table, chance))


def _screen(deck: Deck) -> Shot:
    """A digital card on a telephone's screen, saved as it is shown."""
    chance, card = deck.chance, deck.card(upright=False)
    dark = chance.random() < 0.4
    ground, words = ((18, 18, 20), (240, 240, 242)) if dark else ((242, 242, 247), (20, 20, 22))
    screen = Image.new("RGB", (1080, 2340), ground)
    pen = ImageDraw.Draw(screen)
    pen.text(
        (60, 40), f"{chance.randrange(1, 24)}:{chance.randrange(10, 60)}", font=font("plain", "heavy", 40), fill=words
    )
    pen.text((900, 40), f"{chance.randrange(12, 100)} %", font=font("plain", "plain", 36), fill=words)
    pen.text(
        (540, 190),
        chance.choice(("My card", "Contact", "Digital card")),
        font=font("plain", "heavy", 52),
        fill=words,
        anchor="ms",
    )
    shown = Image.fromarray(card).resize((1000, round(1000 * card.shape[0] / card.shape[1])), Image.Resampling.LANCZOS)
    mask = Image.new("L", shown.size, 0)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, *shown.size), 40, fill=255)
    screen.paste(shown, (40, chance.randrange(300, 700)), mask)
    for row, text in enumerate(("Share", "Save to contacts")):
        top = 1700 + row * 170
        pen.rounded_rectangle((90, top, 990, top + 130), 40, fill=(10, 110, 240) if row else (120, 120, 128))
        pen.text((540, top + 82), text, font=font("plain", "heavy", 44), fill=(255, 255, 255), anchor="ms")
    return Shot(np.asarray(screen, np.uint8), kind="PNG")


def _turned_heic(deck: Deck) -> Shot:
    """As an iPhone saves it: HEIC, stored as the sensor lay, with a word about how to turn it."""
    chance = deck.chance
    pixels = _seen(_on_table(deck, deck.card()).table, chance)
    return Shot(pixels, quality=60, kind="HEIF", turned=1)


def _turned_jpeg(deck: Deck) -> Shot:
    """Stored as the sensor lay, with a word about how to turn it."""
    return Shot(_seen(_on_table(deck, deck.card()).table, deck.chance), turned=deck.chance.choice(tuple(_TURNED_BY)))


def _pdf(deck: Deck) -> bytes:
    """A scanner's PDF: a page for each card."""
    chance, pages = deck.chance, []
    for _ in range(chance.randrange(2, 5)):
        paper = np.full((1240, 1754, 3), chance.randrange(240, 255), np.float32)
        scene = Scene(paper, chance, np.random.default_rng(chance.getrandbits(32)))
        card = deck.card()
        lay(
            scene,
            card,
            placed(card, scene.size, chance, chance.gauss(0, 2), 0.0, chance.uniform(0.5, 0.7)),
            shadow=0.15,
        )
        pages.append(Image.fromarray(_seen(scene.table, chance, soft=0.5, grain=1.0)))
    target = io.BytesIO()
    pages[0].save(target, "PDF", save_all=True, append_images=pages[1:], resolution=150)
    return target.getvalue()


def _harder(kind: str) -> Draw:
    return lambda deck: Shot(HARDER[kind](deck.chance, deck.card).finished())


KINDS: Final[dict[str, Draw]] = {
    "moving": _moving,
    "dim": _dim,
    "sent on": _sent_on,
    "small": _small,
    "large": _large,
    "far": _far,
    "glossy": _finished(finishes.glossy),
    "sleeve": _sleeve,
    "foil": _finished(finishes.foil),
    "embossed": _finished(finishes.embossed, fill=(0.8, 0.95)),
    "full picture": _finished(finishes.full_picture),
    "bent": _bent,
    "keyboard": lambda deck: _beside(deck, _keyboard(), 0.98),
    "notebook": lambda deck: _beside(deck, _page_of_text(deck.chance, 1500, 900, ruled=True), 0.9),
    "on a page": _on_page,
    "stack": _stack,
    "tilted sheet": _tilted_sheet,
    "screen": _screen,
    "heic": _turned_heic,
    "exif turn": _turned_jpeg,
    "pdf": _pdf,
    **{kind: _harder(kind) for kind in ("planks", "pattern", "night", "soft shadow", "glare", "turned", "fingers")},
}


def save(folder: Path, seed: int, count: int, kinds: Sequence[str]) -> None:
    """Write that many pictures of each kind, and `labels.json`, into a folder."""
    register_heif_opener()
    folder.mkdir(parents=True, exist_ok=True)
    labels = []
    for kind in kinds:
        for number in range(count):
            deck = Deck(random.Random(f"photos/{seed}/{kind}/{number}"))
            shot = KINDS[kind](deck)
            name = f"{kind.replace(' ', '-')}-{number:02}"
            file = (
                f"{name}.pdf"
                if isinstance(shot, bytes)
                else f"{name}.{'heic' if shot.kind == 'HEIF' else shot.kind.lower()}"
            )
            (folder / file).write_bytes(shot if isinstance(shot, bytes) else _encoded(shot))
            labels.append({"file": file, "kind": kind, "lang": "", "cards": deck.labels})
    (folder / "labels.json").write_bytes(msgspec.json.format(msgspec.json.encode(labels), indent=1) + b"\n")


def _encoded(shot: Shot) -> bytes:
    picture, exif = Image.fromarray(shot.pixels), Image.Exif()
    if shot.turned in _TURNED_BY:
        picture = picture.transpose(_TURNED_BY[shot.turned])
        exif[_ORIENTATION] = shot.turned
    target = io.BytesIO()
    picture.save(target, shot.kind, quality=shot.quality, exif=exif)
    return target.getvalue()


def main(arguments: Sequence[str] | None = None) -> None:
    """Draw what the words ask for."""
    parser = argparse.ArgumentParser(prog="python -m tests.cards.photos", description=__doc__)
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("kinds", metavar="KIND", nargs="*", help=f"one of {', '.join(KINDS)}; all by default")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=6, help="pictures of each kind")
    options = parser.parse_args(arguments)
    save(options.out, options.seed, options.count, options.kinds or list(KINDS))


if __name__ == "__main__":
    main()
