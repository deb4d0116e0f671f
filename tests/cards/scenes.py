"""Hard pictures of cards with the truth about them: where each card lies, and where the print on it is.

Each kind is a way in which people take pictures of cards; within a kind everything else is left to chance.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from cardkeeper.images import Picture
from tests.cards.canvas import COLOURS
from tests.cards.layouts import LAYOUTS, Layout
from tests.cards.people import make_up

Corners = NDArray[np.float64]
Colour = tuple[int, int, int]
_Field = NDArray[np.float32]

_GROUNDS: Final[tuple[Colour, ...]] = (
    (112, 82, 56), (64, 66, 70), (170, 160, 146), (52, 70, 88), (128, 128, 124), (30, 30, 32), (92, 60, 44),
    (205, 200, 190), (150, 110, 70), (70, 96, 74), (120, 40, 40),
)  # fmt: skip
SKIN: Final[tuple[Colour, ...]] = ((224, 172, 144), (198, 140, 110), (141, 96, 70), (92, 62, 48), (236, 196, 172))


@dataclass(slots=True)
class Scene:
    """A picture being made: the ground with the cards laid on it so far."""

    table: _Field
    chance: random.Random
    noise: np.random.Generator
    cards: list[Corners] = field(default_factory=list)
    """The four corners of each card on the picture, clockwise from the one that is the card's own top left."""
    prints: list[Corners] = field(default_factory=list)
    """For each card the places on the picture that hold its print: n × 2."""

    @property
    def size(self) -> tuple[int, int]:
        return self.table.shape[1], self.table.shape[0]

    def finished(self) -> Picture:
        """As a camera saves it."""
        soft = cv2.GaussianBlur(self.table, (0, 0), self.chance.uniform(0.4, 1.2))
        soft += self.noise.normal(0, self.chance.uniform(0.5, 4.0), self.table.shape).astype(np.float32)
        pixels = np.clip(soft, 0, 255).astype(np.uint8)
        _, jpeg = cv2.imencode(".jpg", pixels[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, self.chance.randrange(60, 92)])
        seen = cv2.imdecode(jpeg, cv2.IMREAD_COLOR)
        return np.ascontiguousarray(np.asarray(seen, dtype=np.uint8)[..., ::-1])


def face(chance: random.Random, layouts: Sequence[Layout] = LAYOUTS) -> Picture:
    """The front of a card of somebody."""
    return np.asarray(chance.choice(layouts)(make_up(chance), chance).image.convert("RGB"), dtype=np.uint8)


def back(front: Picture, chance: random.Random) -> Picture:
    """The other side of a card: a mark in the middle of a plain or coloured ground."""
    height, width = front.shape[:2]
    paper = chance.choice(((252, 252, 250), *COLOURS))
    ink = (250, 250, 250) if sum(paper) < 500 else chance.choice(COLOURS)
    plain = np.full((height, width, 3), paper, np.uint8)
    middle, size = (width // 2, int(height * 0.42)), int(height * chance.uniform(0.08, 0.16))
    if chance.random() < 0.5:
        cv2.circle(plain, middle, size, ink, -1, cv2.LINE_AA)
    else:
        cv2.rectangle(plain, (middle[0] - size, middle[1] - size), (middle[0] + size, middle[1] + size), ink, -1)
    word = "".join(chance.choice("ABDEKLMNORSTU") for _ in range(chance.randrange(5, 10)))
    scale = height / 500
    (wide, _), _ = cv2.getTextSize(word, cv2.FONT_HERSHEY_SIMPLEX, scale, 3)
    place = (middle[0] - wide // 2, int(height * 0.78))
    cv2.putText(plain, word, place, cv2.FONT_HERSHEY_SIMPLEX, scale, ink, 3, cv2.LINE_AA)
    return plain


def lay(scene: Scene, card: Picture, corners: Corners, *, radius: float = 0.0, shadow: float = 0.3) -> None:
    """Lay a card onto the scene; `radius` of its corners as a share of its short side."""
    height, width = card.shape[:2]
    shape = _rounded(width, height, radius * min(width, height))
    flat = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    matrix = cv2.getPerspectiveTransform(flat, corners.astype(np.float32))
    cover = np.asarray(cv2.warpPerspective(shape, matrix, scene.size), np.float32)[..., None] / 255
    seen = np.asarray(cv2.warpPerspective(card, matrix, scene.size, flags=cv2.INTER_AREA), np.float32)
    x, y = scene.chance.randrange(-8, 9), scene.chance.randrange(2, 10)
    dark = cv2.GaussianBlur(np.roll(cover[..., 0], (y, x), axis=(0, 1)), (0, 0), scene.chance.uniform(3, 10))
    below = scene.table * (1 - shadow * dark[..., None])
    scene.table = np.asarray(below * (1 - cover) + seen * cover, np.float32)
    scene.cards.append(corners)
    marks = _print_of(card)
    places = cv2.perspectiveTransform(marks[None].astype(np.float32), matrix)[0] if len(marks) else marks
    inside = ((places >= 0) & (places < np.array(scene.size))).all(axis=1)
    scene.prints.append(np.asarray(places[inside], np.float64))


def placed(
    card: Picture, page: tuple[int, int], chance: random.Random, degrees: float, lean: float, fill: float
) -> Corners:
    """Where a card's corners come to lie: turned, seen aslant, and filling that share of the page."""
    height, width = card.shape[:2]
    half = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)], np.float64) * (width / 2, height / 2) / max(width, height)
    turn = np.radians(degrees)
    turned = half @ np.array([(np.cos(turn), np.sin(turn)), (-np.sin(turn), np.cos(turn))])
    way = chance.uniform(0, 2 * np.pi)
    turned = turned / (1 - lean * (turned @ (np.cos(way), np.sin(way))))[:, None]
    turned -= (turned.max(axis=0) + turned.min(axis=0)) / 2
    turned *= fill * (np.array(page) / 2 / np.abs(turned).max(axis=0)).min()
    room = np.array(page) / 2 - np.abs(turned).max(axis=0)
    return np.asarray(turned + np.array(page) / 2 + room * (chance.uniform(-0.7, 0.7), chance.uniform(-0.7, 0.7)))


def moved(corners: Corners, across: float, down: float) -> Corners:
    """The same corners elsewhere on the page."""
    return np.asarray(corners + np.array([across, down]), np.float64)


def _print_of(card: Picture) -> Corners:
    """Where print is on a card's face: small marks that stand out, one place for each that are within four pixels."""
    grey = cv2.cvtColor(card, cv2.COLOR_RGB2GRAY)
    kernel = np.ones((25, 25), np.uint8)
    marks = cv2.max(
        cv2.morphologyEx(grey, cv2.MORPH_BLACKHAT, kernel), cv2.morphologyEx(grey, cv2.MORPH_TOPHAT, kernel)
    )
    strong = (marks > 60).astype(np.uint8)
    # A coloured border is no print.
    rim = max(3, round(0.02 * min(grey.shape)))
    strong[:rim] = strong[-rim:] = 0
    strong[:, :rim] = strong[:, -rim:] = 0
    small = cv2.resize(strong, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    y, x = np.nonzero(small)
    return np.stack([x * 4 + 2.0, y * 4 + 2.0], axis=1)


def _rounded(width: int, height: int, radius: float) -> Picture:
    shape = np.full((height, width), 255, np.uint8)
    if radius >= 1:
        r = round(radius)
        shape[:] = 0
        cv2.rectangle(shape, (r, 0), (width - 1 - r, height - 1), 255, -1)
        cv2.rectangle(shape, (0, r), (width - 1, height - 1 - r), 255, -1)
        for x in (r, width - 1 - r):
            for y in (r, height - 1 - r):
                cv2.circle(shape, (x, y), r, 255, -1)
    return shape


def new_table(chance: random.Random, table: str = "", colour: Colour | None = None, upright: bool = False) -> Scene:
    """An empty table of some stuff."""
    size = (1200, 1600) if upright else (1600, 1200)
    noise = np.random.default_rng(chance.getrandbits(32))
    stuff = table or chance.choice(("wood", "stone", "cloth", "even", "carpet"))
    width, height = size
    rough = {"wood": (90, 4), "stone": (50, 50), "cloth": (420, 420), "even": (2, 2), "carpet": (300, 400)}[stuff]
    strength = chance.uniform(12, 26) if stuff == "carpet" else chance.uniform(4, 13)
    grain = noise.normal(0, 1, rough).astype(np.float32)
    texture = cv2.resize(grain, size, interpolation=cv2.INTER_CUBIC)
    base = np.array(colour or chance.choice(_GROUNDS), np.float32)
    return Scene(np.broadcast_to(base, (height, width, 3)) + strength * texture[..., None], chance, noise)


def any_turn(chance: random.Random) -> float:
    return chance.choice((0, 0, 0, 90, 180, 270)) + chance.choice((chance.gauss(0, 5), chance.uniform(-60, 60)))


def _desk(chance: random.Random, a_face: Callable[[], Picture]) -> Scene:
    scene, card = new_table(chance, upright=chance.random() < 0.3), a_face()
    lay(scene, card, _somewhere(scene, card), radius=chance.choice((0, 0, 0, 0.06, 0.12)))
    light(scene)
    return scene


def _somewhere(scene: Scene, card: Picture, lean: float = 0.25) -> Corners:
    chance = scene.chance
    return placed(card, scene.size, chance, any_turn(chance), chance.uniform(0, lean), chance.uniform(0.55, 0.95))


def _aslant(chance: random.Random, a_face: Callable[[], Picture]) -> Scene:
    scene, card = new_table(chance), a_face()
    corners = placed(card, scene.size, chance, any_turn(chance), chance.uniform(0.3, 0.55), chance.uniform(0.7, 0.95))
    lay(scene, card, corners)
    light(scene)
    return scene


def _clutter(chance: random.Random, a_face: Callable[[], Picture]) -> Scene:
    scene, card = new_table(chance), a_face()
    for _ in range(chance.randrange(2, 6)):
        _thing(scene)
    lay(scene, card, placed(card, scene.size, chance, any_turn(chance), 0.15, chance.uniform(0.5, 0.75)))
    light(scene)
    return scene


def _thing(scene: Scene) -> None:
    """A pen, a telephone, a keyboard, a printed page: something else that lies about."""
    chance, (width, height) = scene.chance, scene.size
    kind = chance.choice(("pen", "phone", "keys", "page", "cup"))
    x, y = chance.choice((0, width)) + chance.uniform(-150, 150), chance.uniform(0, height)
    colour = tuple(float(value) for value in chance.choice((*COLOURS, (20, 20, 22), (240, 240, 238))))
    if kind == "cup":
        cv2.circle(scene.table, (round(x), round(y)), chance.randrange(120, 260), colour, -1, cv2.LINE_AA)
        return
    long, wide = {"pen": (700, 26), "phone": (560, 280), "keys": (900, 420), "page": (1200, 850)}[kind]
    turn = np.radians(chance.uniform(0, 180))
    way, side = np.array([np.cos(turn), np.sin(turn)]), np.array([-np.sin(turn), np.cos(turn)])

    def block(along: float, across: float, length: float, breadth: float, ink: tuple[float, ...]) -> None:
        start = np.array([x, y]) + way * along + side * across
        corners = [start, start + way * length, start + way * length + side * breadth, start + side * breadth]
        cv2.fillConvexPoly(scene.table, np.round(corners).astype(np.int32), ink, cv2.LINE_AA)

    paper = (244.0, 244.0, 240.0) if kind == "page" else (34.0, 34.0, 36.0) if kind != "pen" else colour
    block(-long / 2, -wide / 2, long, wide, paper)
    if kind == "keys":
        for row in range(5):
            for key in range(12):
                block(-long / 2 + 20 + 72 * key, -wide / 2 + 20 + 78 * row, 60, 64, (200.0, 200.0, 204.0))
    if kind == "page":
        for row in range(16):
            block(-long / 2 + 90, -wide / 2 + 80 + 44 * row, chance.uniform(400, 1000), 12, (60.0, 60.0, 60.0))


def _on_paper(chance: random.Random, a_face: Callable[[], Picture]) -> Scene:
    """A card on a sheet of paper, a notebook or a closed laptop, whose own edges are in the picture."""
    scene, card = new_table(chance), a_face()
    tint = chance.choice(((246, 246, 244), (238, 232, 214), (40, 40, 44), (188, 190, 194)))
    sheet = np.full((1000, 1400, 3), tint, np.uint8)
    turn = chance.uniform(-12, 12)
    under = placed(sheet, scene.size, chance, turn, 0.1, chance.uniform(0.9, 1.2))
    lay(scene, sheet, under)
    scene.cards.clear()
    scene.prints.clear()
    corners = placed(card, scene.size, chance, turn + chance.choice((0.0, chance.uniform(-40, 40))), 0.1, 0.5)
    shift = under.mean(axis=0) - corners.mean(axis=0) + np.array([chance.uniform(-60, 60), chance.uniform(-60, 60)])
    lay(scene, card, np.asarray(corners + shift))
    light(scene)
    return scene


def _alike(chance: random.Random, a_face: Callable[[], Picture]) -> Scene:
    """The table has the card's own colour; only a faint shadow and a few steps of lightness part them."""
    card = a_face()
    paper = np.median(card.reshape(-1, 3), axis=0)
    near = np.clip(paper - chance.uniform(4, 22), 0, 255)
    colour = (int(near[0]), int(near[1]), int(near[2]))
    scene = new_table(chance, chance.choice(("even", "stone")), colour)
    lay(scene, card, _somewhere(scene, card), shadow=chance.uniform(0.05, 0.25))
    return scene


def _in_hand(chance: random.Random, a_face: Callable[[], Picture]) -> Scene:
    scene, card = new_table(chance), a_face()
    for _ in range(4):
        _thing(scene)
    scene.table = np.asarray(cv2.GaussianBlur(scene.table, (0, 0), chance.uniform(6, 20)), np.float32)
    corners = placed(card, scene.size, chance, any_turn(chance), 0.2, chance.uniform(0.6, 0.9))
    skin = chance.choice(SKIN)
    middle = corners.mean(axis=0)
    side = chance.randrange(4)
    at = corners[side] + (corners[(side + 1) % 4] - corners[side]) * chance.uniform(0.3, 0.7)
    palm = at + (at - middle) * 1.0
    cv2.circle(scene.table, (round(palm[0]), round(palm[1])), 330, tuple(map(float, skin)), -1, cv2.LINE_AA)
    lay(scene, card, corners, radius=chance.choice((0, 0.06)), shadow=0.4)
    for number in range(chance.randrange(1, 4)):
        shift = (number - 1) * 0.22
        along = corners[side] + (corners[(side + 1) % 4] - corners[side]) * float(np.clip(0.5 + shift, 0.15, 0.85))
        tip = along + (middle - along) * chance.uniform(0.05, 0.2)
        away = along + (along - middle) * 0.8
        shade = tuple(float(value) * 0.9 for value in skin)
        cv2.line(scene.table, pixel(tip), pixel(away), shade, chance.randrange(60, 100), cv2.LINE_AA)
        cv2.line(scene.table, pixel(tip), pixel(away), tuple(map(float, skin)), chance.randrange(46, 58), cv2.LINE_AA)
    light(scene)
    return scene


def pixel(place: NDArray[np.float64]) -> tuple[int, int]:
    return round(float(place[0])), round(float(place[1]))


def _lit_hard(chance: random.Random, a_face: Callable[[], Picture]) -> Scene:
    """A hard shadow across the card, or a lamp's glare that burns a part of it white."""
    scene, card = new_table(chance), a_face()
    lay(scene, card, _somewhere(scene, card))
    width, height = scene.size
    if chance.random() < 0.6:
        mask = np.zeros((height, width), np.float32)
        middle = scene.cards[0].mean(axis=0)
        way = chance.uniform(0, 2 * np.pi)
        along, across = np.array([np.cos(way), np.sin(way)]), np.array([-np.sin(way), np.cos(way)])
        start = middle + across * chance.uniform(-150, 150)
        corners = [start - along * 3000, start + along * 3000, start + along * 3000 + across * 3000]
        corners.append(start - along * 3000 + across * 3000)
        cv2.fillConvexPoly(mask, np.round(corners).astype(np.int32), 1.0)
        scene.table *= 1 - chance.uniform(0.3, 0.6) * cv2.GaussianBlur(mask, (0, 0), chance.uniform(2, 12))[..., None]
    else:
        across_, down = np.meshgrid(np.linspace(-1, 1, width), np.linspace(-1, 1, height))
        for _ in range(chance.randrange(1, 3)):
            x, y = chance.uniform(-0.6, 0.6), chance.uniform(-0.6, 0.6)
            spot = np.exp(-((across_ - x) ** 2 + (down - y) ** 2) / chance.uniform(0.01, 0.06))
            scene.table += (chance.uniform(80, 200) * spot).astype(np.float32)[..., None]
    return scene


def _filling(chance: random.Random, a_face: Callable[[], Picture]) -> Scene:
    """The card is the picture: a crop, a screen shot, a scanner that cut by itself; sometimes small."""
    card = a_face()
    if chance.random() < 0.4:
        small = chance.uniform(0.4, 0.7)
        card = np.asarray(cv2.resize(card, None, fx=small, fy=small, interpolation=cv2.INTER_AREA), np.uint8)
    height, width = card.shape[:2]
    scene = Scene(card.astype(np.float32), chance, np.random.default_rng(chance.getrandbits(32)))
    scene.cards.append(np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float64))
    scene.prints.append(_print_of(card))
    return scene


def _beyond(chance: random.Random, a_face: Callable[[], Picture]) -> Scene:
    """The picture ends before the card does, on one side or two."""
    scene, card = new_table(chance), a_face()
    corners = placed(card, scene.size, chance, chance.gauss(0, 4), chance.uniform(0, 0.15), chance.uniform(0.9, 1.0))
    push = np.array([chance.choice((-1, 0, 1)), chance.choice((-1, 1))]) * 0.08 * np.array(scene.size)
    lay(scene, card, np.asarray(corners + push))
    width, height = scene.size
    page = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    _, seen = cv2.intersectConvexConvex(scene.cards[0].astype(np.float32), page)
    scene.cards[0] = np.asarray(seen, np.float64).reshape(-1, 2)
    return scene


def _several(chance: random.Random, a_face: Callable[[], Picture]) -> Scene:
    """Two to six cards on a table, apart from one another."""
    scene = new_table(chance)
    width, height = scene.size
    across, down = chance.choice(((2, 1), (2, 2), (3, 2)))
    cells = [(column, row) for row in range(down) for column in range(across)]
    for column, row in chance.sample(cells, chance.randrange(2, len(cells) + 1)):
        cell = (width // across, height // down)
        corners = placed(card := a_face(), cell, chance, chance.gauss(0, 12), 0.08, chance.uniform(0.75, 0.93))
        lay(scene, card, moved(corners, column * cell[0], row * cell[1]))
    light(scene)
    return scene


def _touching(chance: random.Random, a_face: Callable[[], Picture]) -> Scene:
    """Cards laid edge to edge, with hardly a line between them, on a table or a flatbed."""
    flat = chance.random() < 0.4
    scene = new_table(chance, "even", (240, 240, 238), upright=True) if flat else new_table(chance)
    width, height = scene.size
    across, down = chance.choice(((1, 2), (2, 1), (2, 2), (2, 3), (1, 3), (2, 4)))
    ratio = chance.choice((1.59, 1.65, 1.75))
    wide = chance.uniform(0.75, 0.9) * min(width / across, height / down * ratio)
    cell = np.array([wide, wide / ratio])
    lean, turn = chance.uniform(0, 0.06), np.radians(chance.gauss(0, 3))
    shadow = 0.0 if flat else chance.choice((0.1, 0.3))
    for row in range(down):
        for column in range(across):
            card = np.asarray(cv2.resize(landscape(a_face), (1050, round(1050 / ratio))), np.uint8)
            gap = np.array([chance.uniform(0, 5), chance.uniform(0, 5)])
            start = (np.array([column, row]) - np.array([across, down]) / 2) * cell + gap
            corners = start + np.array([(0, 0), (1, 0), (1, 1), (0, 1)]) * cell - (gap * 0.5)
            corners = corners @ np.array([(np.cos(turn), np.sin(turn)), (-np.sin(turn), np.cos(turn))])
            corners = corners / (1 - lean * corners[:, 1:] / height) + np.array([width, height]) / 2
            lay(scene, card, np.asarray(corners), shadow=shadow)
    return scene


def landscape(a_face: Callable[[], Picture]) -> Picture:
    card = a_face()
    while card.shape[0] > card.shape[1]:
        card = a_face()
    return card


def _flatbed(chance: random.Random, a_face: Callable[[], Picture]) -> Scene:
    """One to twelve cards on a scanner, white on white."""
    paper = chance.choice((254, 250, 236, 222))
    noise = np.random.default_rng(chance.getrandbits(32))
    scene = Scene(np.full((2339, 1654, 3), paper, np.float32), chance, noise)
    across = chance.choice((2, 2, 2, 3))
    down = 4 if across == 2 else 7
    cells = [(column, row) for row in range(down) for column in range(across)]
    cell = (1654 // across, 2339 // down)
    for column, row in chance.sample(cells, chance.randrange(1, min(12, len(cells)) + 1)):
        card = a_face() if chance.random() < 0.2 and across == 2 else landscape(a_face)
        corners = placed(card, cell, chance, chance.gauss(0, 3), 0.0, chance.uniform(0.86, 0.95))
        lay(scene, card, moved(corners, column * cell[0], row * cell[1]), shadow=0.0)
        edge = np.round(scene.cards[-1]).astype(np.int32)
        grey = float(paper - chance.uniform(20, 60))
        cv2.polylines(scene.table, [edge], True, (grey, grey, grey), 1, cv2.LINE_AA)
    return scene


def _both_sides(chance: random.Random, a_face: Callable[[], Picture]) -> Scene:
    """Front and back of one card, one above or beside the other."""
    front = landscape(a_face)
    scene = new_table(chance, upright=True)
    width, height = scene.size
    for number, side in enumerate(chance.sample((front, back(front, chance)), 2)):
        cell = (width, height // 2)
        corners = placed(side, cell, chance, chance.gauss(0, 4), 0.03, chance.uniform(0.8, 0.93))
        lay(scene, side, moved(corners, 0, number * cell[1]))
    light(scene)
    return scene


def light(scene: Scene) -> None:
    """Brighter on one side."""
    width, height = scene.size
    turn = scene.chance.uniform(0, 6.28)
    across = np.linspace(-1, 1, width, dtype=np.float32)[None, :, None]
    down = np.linspace(-1, 1, height, dtype=np.float32)[:, None, None]
    slope = np.float32(np.cos(turn)) * across + np.float32(np.sin(turn)) * down
    lit = scene.chance.uniform(0.8, 1.04) + scene.chance.uniform(0.02, 0.16) * slope
    scene.table = np.asarray(scene.table * lit, np.float32)


USUAL: Final[dict[str, Callable[[random.Random, Callable[[], Picture]], Scene]]] = {
    "desk": _desk,
    "aslant": _aslant,
    "clutter": _clutter,
    "on paper": _on_paper,
    "ground alike": _alike,
    "in hand": _in_hand,
    "lit hard": _lit_hard,
    "filling": _filling,
    "beyond": _beyond,
    "several": _several,
    "touching": _touching,
    "flatbed": _flatbed,
    "both sides": _both_sides,
}
