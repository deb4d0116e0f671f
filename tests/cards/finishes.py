"""Faces that are no plain ink on paper: foil, print without ink, a photo under all of it, gloss in a window's light.

Each takes a card's face and gives it back as it looks then.
"""

from __future__ import annotations

import random

import cv2
import numpy as np
from numpy.typing import NDArray

from cardkeeper.images import Picture

_Field = NDArray[np.float32]


def glossy(card: Picture, chance: random.Random) -> Picture:
    """A window mirrored in a glossy card: a bright band over the print, through which the ink is still seen."""
    height, width = card.shape[:2]
    across, down = np.meshgrid(
        np.linspace(-1, 1, width, dtype=np.float32), np.linspace(-1, 1, height, dtype=np.float32)
    )
    turn = chance.uniform(0, np.pi)
    place = across * np.float32(np.cos(turn)) + down * np.float32(np.sin(turn)) - np.float32(chance.uniform(-0.5, 0.5))
    band = 1 / (1 + np.exp((np.abs(place) - chance.uniform(0.1, 0.3)) * 30))
    lit = card + (chance.uniform(90, 190) * band)[..., None]
    return np.asarray(np.clip(lit, 0, 255).astype(np.uint8), dtype=np.uint8)


def _ink_of(card: Picture) -> tuple[_Field, _Field]:
    """The paper's colour, and how much of each pixel is print (0–1)."""
    paper = np.median(card.reshape(-1, 3), axis=0).astype(np.float32)
    return paper, np.clip(np.abs(card.astype(np.float32) - paper).max(axis=2) / 150, 0, 1).astype(np.float32)


def foil(card: Picture, chance: random.Random) -> Picture:
    """Printed in gold or silver foil, bright where it mirrors the lamp and dark where it does not."""
    _, ink = _ink_of(card)
    height, width = ink.shape
    metal = np.array(chance.choice(((212, 175, 95), (190, 192, 196), (196, 140, 110))), np.float32)
    paper = np.array(chance.choice(((250, 248, 240), (24, 26, 30), (16, 44, 60), (60, 16, 28))), np.float32)
    across, down = np.meshgrid(np.linspace(0, 1, width, dtype=np.float32), np.linspace(0, 1, height, dtype=np.float32))
    turn = chance.uniform(0, np.pi)
    wave = np.sin((across * np.cos(turn) + down * np.sin(turn)) * chance.uniform(4, 12) + chance.uniform(0, 6))
    bright = paper.mean() > 128
    shine = (0.62 if bright else 0.9) + 0.28 * wave
    foil = np.clip(metal * shine[..., None].astype(np.float32), 0, 255)
    printed = paper * (1 - ink[..., None]) + foil * ink[..., None]
    return np.asarray(printed.astype(np.uint8), dtype=np.uint8)


def embossed(card: Picture, chance: random.Random) -> Picture:
    """Pressed into the paper without ink: only the light from one side shows it."""
    _, ink = _ink_of(card)
    paper = np.array(chance.choice(((244, 242, 236), (214, 210, 200), (60, 70, 84))), np.float32)
    high = cv2.GaussianBlur(ink, (0, 0), 1.2)
    relief = cv2.Sobel(high, cv2.CV_32F, 1, 0) + cv2.Sobel(high, cv2.CV_32F, 0, 1)
    shaded = paper - chance.uniform(22, 45) * relief[..., None] - chance.uniform(6, 20) * high[..., None]
    return np.asarray(np.clip(shaded, 0, 255).astype(np.uint8), dtype=np.uint8)


def full_picture(card: Picture, chance: random.Random) -> Picture:
    """The card's whole face is a photo, to its edges; print stands on it in white or black with a soft shade behind."""
    _, ink = _ink_of(card)
    height, width = ink.shape
    noise = np.random.default_rng(chance.getrandbits(32))
    colour = np.array([chance.uniform(30, 200) for _ in range(3)], np.float32)
    clouds = sum(
        cv2.resize(noise.normal(0, 1, (n, n, 3)).astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
        / n**0.5
        for n in (3, 7, 18, 50)
    )
    scene = np.asarray(np.clip(colour + 60 * clouds, 0, 255), np.float32)
    for _ in range(chance.randrange(3, 9)):
        x, y = chance.randrange(width), chance.randrange(height)
        shade = tuple(chance.uniform(0, 255) for _ in range(3))
        if chance.random() < 0.5:
            cv2.circle(scene, (x, y), chance.randrange(40, 220), shade, -1, cv2.LINE_AA)
        else:
            cv2.rectangle(scene, (x, y), (x + chance.randrange(60, 400), y + chance.randrange(40, 300)), shade, -1)
    scene = np.asarray(cv2.GaussianBlur(scene, (0, 0), chance.uniform(1, 8)), np.float32)
    light_print = scene.mean() < 130
    veil = np.clip(cv2.GaussianBlur(ink, (0, 0), 9)[..., None] * chance.uniform(0.8, 1.4), 0, 0.7)
    behind = scene * (1 - veil) + (0 if light_print else 255) * veil
    printed = behind * (1 - ink[..., None]) + (252.0 if light_print else 8.0) * ink[..., None]
    return np.asarray(printed.astype(np.uint8), dtype=np.uint8)
