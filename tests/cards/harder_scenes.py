"""Pictures of cards that are harder than most: grounds full of edges, cards that look like their ground or like two.

Drawn like those of `scenes`, with the same truth about them.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from cardkeeper.images import Picture
from tests.cards.canvas import COLOURS
from tests.cards.layouts import LAYOUTS, Layout
from tests.cards.scenes import SKIN, USUAL, Scene, any_turn, face, landscape, lay, light, new_table, pixel, placed

_Face = Callable[[], Picture]


def _planks(chance: random.Random, a_face: _Face) -> Scene:
    """A table of boards with dark seams between them, some along the card's own edges."""
    scene, card = new_table(chance, "wood", chance.choice(((150, 110, 70), (112, 82, 56), (196, 170, 134)))), a_face()
    width, height = scene.size
    degrees = chance.choice((0.0, 90.0, chance.uniform(0, 180)))
    turn = np.radians(degrees)
    across, down = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    place = across * np.float32(np.sin(turn)) + down * np.float32(np.cos(turn)) + 4000
    board = chance.uniform(60, 240)
    seams = (place % board < chance.uniform(2, 8)).astype(np.float32)
    shades = np.array([chance.uniform(-18, 18) for _ in range(200)], np.float32)[(place // board).astype(int) % 200]
    scene.table += (shades - chance.uniform(20, 70) * seams)[..., None]
    own = chance.choice((-degrees, any_turn(chance)))
    corners = placed(card, scene.size, chance, own, chance.uniform(0, 0.2), chance.uniform(0.5, 0.85))
    lay(scene, card, corners, radius=chance.choice((0, 0.06)))
    light(scene)
    return scene


def _carpet(chance: random.Random, a_face: _Face) -> Scene:
    """A rug or a table cloth with a pattern: squares, stripes, rings."""
    scene, card = new_table(chance, "carpet"), a_face()
    width, height = scene.size
    kind, step = chance.choice(("checks", "tartan", "rings", "tiles")), chance.randrange(50, 180)
    colour = tuple(float(value) for value in chance.choice((*COLOURS, (235, 225, 205), (40, 40, 44))))
    layer = scene.table.copy()
    for row, y in enumerate(range(0, height, step)):
        for column, x in enumerate(range(0, width, step)):
            end = (x + step - 1, y + step - 1)
            if (kind == "checks" and (row + column) % 2) or (kind == "tartan" and (row % 3 == 0 or column % 4 == 0)):
                cv2.rectangle(layer, (x, y), end, colour, -1)
            elif kind == "rings":
                cv2.circle(layer, (x + step // 2, y + step // 2), step // 3, colour, 4 + step // 20, cv2.LINE_AA)
            elif kind == "tiles":
                cv2.rectangle(layer, (x, y), end, colour, 3)
    share = chance.uniform(0.25, 0.8)
    middle = (width / 2, height / 2)
    spin = cv2.getRotationMatrix2D(middle, chance.uniform(0, 90), 1.5)
    turned = cv2.warpAffine(layer, spin, (width, height), borderMode=cv2.BORDER_REFLECT)
    scene.table = np.asarray(scene.table * (1 - share) + turned * share, np.float32)
    corners = placed(card, scene.size, chance, any_turn(chance), chance.uniform(0, 0.2), chance.uniform(0.55, 0.85))
    lay(scene, card, corners, radius=chance.choice((0, 0.06)))
    light(scene)
    return scene


def _night(chance: random.Random, a_face: _Face) -> Scene:
    """A dark card on a dark desk."""
    card = 255 - a_face()
    card = np.asarray(np.clip(card * np.float32(0.85) + np.array(chance.choice(COLOURS), np.float32) * 0.12, 0, 255))
    shade = chance.uniform(14, 60)
    colour = (int(shade), int(shade * chance.uniform(0.8, 1.1)), int(shade * chance.uniform(0.8, 1.2)))
    scene = new_table(chance, chance.choice(("even", "stone", "wood", "cloth")), colour)
    corners = placed(card, scene.size, chance, any_turn(chance), chance.uniform(0, 0.25), chance.uniform(0.55, 0.9))
    lay(scene, card.astype(np.uint8), corners, radius=chance.choice((0, 0.06)), shadow=chance.uniform(0.1, 0.5))
    light(scene)
    return scene


def _soft(chance: random.Random, a_face: _Face) -> Scene:
    """A card on paper of its own white, seen by a soft shadow along two of its sides."""
    card = a_face()
    paper = np.clip(np.median(card.reshape(-1, 3), axis=0) + chance.uniform(-6, 2), 0, 255)
    scene = new_table(chance, "even", (int(paper[0]), int(paper[1]), int(paper[2])))
    corners = placed(card, scene.size, chance, any_turn(chance), chance.uniform(0, 0.15), chance.uniform(0.55, 0.85))
    lay(scene, card, corners, shadow=chance.uniform(0.15, 0.4))
    return scene


def _glare(chance: random.Random, a_face: _Face) -> Scene:
    """A lamp's reflection that burns a piece of an edge, or a corner, into the ground."""
    scene, card = new_table(chance), a_face()
    corners = placed(card, scene.size, chance, any_turn(chance), chance.uniform(0, 0.25), chance.uniform(0.6, 0.9))
    lay(scene, card, corners, radius=chance.choice((0, 0.06)))
    width, height = scene.size
    across, down = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    for _ in range(chance.randrange(1, 3)):
        side = chance.randrange(4)
        x, y = corners[side] + (corners[(side + 1) % 4] - corners[side]) * chance.uniform(0, 1)
        size = chance.uniform(60, 160)
        spot = np.exp(-((across - np.float32(x)) ** 2 + (down - np.float32(y)) ** 2) / np.float32(2 * size**2))
        scene.table += np.float32(chance.uniform(150, 400)) * spot[..., None]
    light(scene)
    return scene


def _turned(chance: random.Random, a_face: _Face) -> Scene:
    """Lying at 30 to 60 degrees, seen far aslant."""
    scene, card = new_table(chance), a_face()
    degrees = chance.choice((0, 90, 180, 270)) + chance.uniform(30, 60)
    corners = placed(card, scene.size, chance, degrees, chance.uniform(0.3, 0.6), chance.uniform(0.75, 0.95))
    lay(scene, card, corners, radius=chance.choice((0, 0.06, 0.12)))
    light(scene)
    return scene


def _fingers(chance: random.Random, a_face: _Face) -> Scene:
    """Held up before a room, with fingers over one edge or two, and a thumb on the card."""
    scene, card = new_table(chance), a_face()
    scene.table = np.asarray(cv2.GaussianBlur(scene.table, (0, 0), 15), np.float32)
    corners = placed(card, scene.size, chance, any_turn(chance), 0.25, chance.uniform(0.55, 0.8))
    skin = chance.choice(SKIN)
    lay(scene, card, corners, radius=chance.choice((0, 0.06)), shadow=0.2)
    middle = corners.mean(axis=0)
    for side in chance.sample(range(4), chance.randrange(1, 3)):
        start, end = corners[side], corners[(side + 1) % 4]
        for share in chance.sample((0.15, 0.3, 0.45, 0.6, 0.75), chance.randrange(1, 4)):
            _finger(scene, start + (end - start) * share, middle, skin)
    light(scene)
    return scene


def _finger(scene: Scene, edge: NDArray[np.float64], middle: NDArray[np.float64], skin: tuple[int, int, int]) -> None:
    chance = scene.chance
    tip = edge + (middle - edge) * chance.uniform(0.1, 0.3)
    root = edge + (edge - middle) * chance.uniform(0.8, 2) + np.array([chance.uniform(-200, 200) for _ in range(2)])
    wide = chance.randrange(70, 130)
    for share, shade in ((1.0, 0.8), (0.8, 0.95), (0.5, 1.05)):
        colour = tuple(min(255.0, value * shade) for value in skin)
        cv2.line(scene.table, pixel(tip), pixel(root), colour, round(wide * share), cv2.LINE_AA)


def _two_coloured(chance: random.Random, a_face: _Face) -> Scene:
    """A card of two colours on paper or a scanner's lid: one of them is that of the ground, or nearly."""
    front = landscape(a_face)
    card = front.astype(np.float32)
    height, width = front.shape[:2]
    share = chance.uniform(0.3, 0.7)
    along = chance.choice((0, 1, 1))
    border = round(share * (height, width)[along])
    part = chance.choice((slice(0, border), slice(border, None)))
    half = (part, slice(None)) if along == 0 else (slice(None), part)
    colour = np.array(chance.choice(COLOURS), np.float32)
    dark = colour.sum() < 380
    card[half] = colour + (255 - card[half]) * ((250 - colour) / 255 if dark else -colour / 255)
    flat = chance.random() < 0.5
    white = chance.randrange(226, 256)
    scene = new_table(chance, "even", (white, white, white - chance.randrange(0, 8)), upright=flat)
    degrees = chance.gauss(0, 2) if flat else any_turn(chance)
    corners = placed(front, scene.size, chance, degrees, 0.0 if flat else 0.15, chance.uniform(0.4, 0.8))
    lay(scene, np.clip(card, 0, 255).astype(np.uint8), corners, shadow=chance.uniform(0.02, 0.3))
    return scene


KINDS: Final[dict[str, Callable[[random.Random, _Face], Scene]]] = USUAL | {
    "planks": _planks,
    "pattern": _carpet,
    "night": _night,
    "soft shadow": _soft,
    "glare": _glare,
    "turned": _turned,
    "fingers": _fingers,
    "two colours": _two_coloured,
}


def draw_scene(kind: str, number: int, seed: str, layouts: Sequence[Layout] = LAYOUTS) -> tuple[Scene, Picture]:
    """The scene of this kind and number, and its picture; the same at each call."""
    chance = random.Random(f"{seed}/{kind}/{number}")
    scene = KINDS[kind](chance, lambda: face(chance, layouts))
    return scene, scene.finished()
