"""What happens to a card before it is read: a photo on a desk, a scan, a sheet of several cards."""

from __future__ import annotations

import io
import random
from collections.abc import Sequence
from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

_Field = NDArray[np.floating[Any]]

_ORIENTATION: Final = 0x0112
"""The EXIF tag that says how a picture is to be turned."""
_STALE: Final = (3, 6, 8)
_GROUNDS: Final = (
    (112, 82, 56),
    (64, 66, 70),
    (170, 160, 146),
    (52, 70, 88),
    (128, 128, 124),
    (30, 30, 32),
    (92, 60, 44),
)


def photo(card: Image.Image, chance: random.Random) -> Image.Image:
    """The card on a ground, seen from aside, in the light of a room."""
    noise = _noise(chance)
    width, height = (1400, 1050) if card.width > card.height else (1050, 1400)
    ground = _ground(width, height, chance, noise)
    corners = _corners(card.size, (width, height), chance)
    flat = np.array([(0, 0), (card.width, 0), (card.width, card.height), (0, card.height)], np.float32)
    matrix = cv2.getPerspectiveTransform(flat, corners)
    warped = cv2.warpPerspective(np.asarray(card), matrix, (width, height), flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.full((card.height, card.width), 255, np.uint8), matrix, (width, height))
    cover = mask.astype(np.float32)[..., None] / 255
    shadow = cv2.GaussianBlur(np.roll(mask, (9, 7), (0, 1)), (0, 0), 9).astype(np.float32)[..., None] / 255
    scene = ground * (1 - 0.55 * shadow) * (1 - cover) + warped.astype(np.float32) * cover
    lit = np.asarray(cv2.GaussianBlur(_light(scene, chance), (0, 0), chance.uniform(0.3, 0.9)))
    return _finished(lit + noise.normal(0, chance.uniform(1.0, 4.0), lit.shape))


def scan(card: Image.Image, chance: random.Random) -> Image.Image:
    """The card from a flatbed: nearly straight, a rim of the lid's grey, sometimes lying on another side."""
    lid = chance.randrange(225, 250)
    rim = chance.choice((0, 12, 30, 60))
    page = Image.new("RGB", (card.width + 2 * rim, card.height + 2 * rim), (lid, lid, lid))
    page.paste(card, (rim, rim))
    page = page.rotate(chance.uniform(-1.5, 1.5), Image.Resampling.BICUBIC, fillcolor=(lid, lid, lid))
    if chance.random() < 0.25:
        page = page.rotate(chance.choice((90, 180, 270)), expand=True)
    soft = np.asarray(cv2.GaussianBlur(np.asarray(page).astype(np.float32), (0, 0), chance.uniform(0.2, 0.7)))
    scene = soft + _noise(chance).normal(0, chance.uniform(0.5, 2.5), soft.shape)
    return _finished(scene * chance.uniform(0.94, 1.03))


def sheet(cards: Sequence[Image.Image], chance: random.Random) -> Image.Image:
    """Several cards on one flatbed, each laid down by hand."""
    cell_width, cell_height = 920, 760
    across = 2
    down = -(-len(cards) // across)
    page = Image.new("RGB", (across * cell_width, down * cell_height), (236, 236, 232))
    for number, card in enumerate(cards):
        small = card.copy()
        small.thumbnail((800, 650), Image.Resampling.LANCZOS)
        mask = Image.new("L", small.size, 255)
        angle = chance.uniform(-4, 4)
        small, mask = (one.rotate(angle, Image.Resampling.BICUBIC, expand=True) for one in (small, mask))
        left = cell_width * (number % across) + (cell_width - small.width) // 2 + chance.randrange(-15, 16)
        top = cell_height * (number // across) + (cell_height - small.height) // 2 + chance.randrange(-10, 11)
        edge = Image.new("RGB", small.size, (176, 176, 172))
        page.paste(edge, (left + 3, top + 4), mask)
        page.paste(small, (left, top), mask)
    scene = np.asarray(page).astype(np.float32)
    return _finished(scene + _noise(chance).normal(0, 1.5, scene.shape))


def as_jpeg(picture: Image.Image, chance: random.Random, *, stale: bool = False) -> bytes:
    """The picture as a file; with a word about its orientation that is no longer true, if asked."""
    target = io.BytesIO()
    exif = Image.Exif()
    if stale:
        exif[_ORIENTATION] = chance.choice(_STALE)
    picture.save(target, "JPEG", quality=chance.randrange(66, 82), exif=exif)
    return target.getvalue()


def _noise(chance: random.Random) -> np.random.Generator:
    return np.random.default_rng(chance.getrandbits(32))


def _ground(width: int, height: int, chance: random.Random, noise: np.random.Generator) -> _Field:
    """Wood, stone, cloth, or an even desk."""
    colour = np.array(chance.choice(_GROUNDS), np.float32)
    rough = {"wood": (4, 90), "stone": (50, 50), "cloth": (420, 420), "even": (2, 2)}
    down, across = rough[chance.choice(tuple(rough))][::-1]
    grain = noise.normal(0, 1, (down, across)).astype(np.float32)
    texture = cv2.resize(grain, (width, height), interpolation=cv2.INTER_CUBIC)
    return colour + chance.uniform(6, 14) * texture[..., None]


def _corners(card: tuple[int, int], page: tuple[int, int], chance: random.Random) -> _Field:
    """Where the card's corners come to lie: turned, shrunken and seen aslant, but all of it on the page."""
    angle = chance.choice((0, 0, 0, 0, 90, 180, 270)) + chance.choice((chance.gauss(0, 5), chance.uniform(-40, 40)))
    turn = np.radians(angle)
    half = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)], np.float32) * np.array(card, np.float32) / 2
    half *= 1 + np.array([[chance.uniform(-0.07, 0.07)] for _ in range(4)], np.float32)
    rotation = np.array([(np.cos(turn), np.sin(turn)), (-np.sin(turn), np.cos(turn))], np.float32)
    turned = half @ rotation
    reach = np.abs(turned).max(axis=0) / (np.array(page, np.float32) / 2)
    turned *= chance.uniform(0.78, 0.93) / reach.max()
    return (turned + np.array(page, np.float32) / 2).astype(np.float32)


def _light(scene: _Field, chance: random.Random) -> _Field:
    """Brighter on one side; sometimes a soft shadow over a part, or a glare."""
    height, width = scene.shape[:2]
    across = np.linspace(-1, 1, width, dtype=np.float32)[None, :, None]
    down = np.linspace(-1, 1, height, dtype=np.float32)[:, None, None]
    turn = chance.uniform(0, 6.28)
    slope = np.cos(turn) * across + np.sin(turn) * down
    scene = scene * (chance.uniform(0.86, 1.04) + chance.uniform(0.02, 0.14) * slope)
    if chance.random() < 0.3:
        scene = scene * (1 - 0.35 / (1 + np.exp(-9 * (slope - chance.uniform(0.1, 0.6)))))
    if chance.random() < 0.3:
        x, y = chance.uniform(-0.6, 0.6), chance.uniform(-0.6, 0.6)
        scene = scene + chance.uniform(30, 80) * np.exp(-((across - x) ** 2 + (down - y) ** 2) / 0.06)
    tint = np.array([1, chance.uniform(0.95, 1.0), chance.uniform(0.86, 1.02)], np.float32)
    return (scene * tint).astype(np.float32)


def _finished(scene: _Field) -> Image.Image:
    return Image.fromarray(np.clip(scene, 0, 255).astype(np.uint8))
