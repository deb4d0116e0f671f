"""Cards drawn for these tests, and laid on grounds as a camera or a scanner sees them."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from cardkeeper.images import Picture
from cardkeeper.model.geometry import Quad

Corners = NDArray[np.float64]
WHITE, CREAM, NIGHT, TEAL = (252, 252, 252), (246, 238, 218), (24, 26, 34), (20, 110, 120)
LINES = ("Norma R. Jones", "Head of Purchasing", "Lindgate Homes Ltd", "norma@lindgate.example", "+44 20 7946 0018")


def face(paper: tuple[int, int, int] = WHITE, design: str = "plain", size: tuple[int, int] = (1050, 660)) -> Picture:
    """A card's face: five lines of print, and for "band", "frame" and "panel" what the name says."""
    width, height = size
    card = Image.new("RGB", size, paper)
    pen = ImageDraw.Draw(card)
    ink = (245, 245, 245) if sum(paper) < 384 else (25, 25, 30)
    left = 0.08
    if design == "band":
        pen.rectangle((0, 0, 0.28 * width, height), fill=TEAL)
        left = 0.34
    if design == "frame":
        pen.rectangle((0.03 * width, 0.05 * height, 0.97 * width, 0.95 * height), outline=TEAL, width=5)
    if design == "panel":
        pen.rectangle((0.5 * width, 0.3 * height, 0.92 * width, 0.75 * height), fill=TEAL)
    for number, line in enumerate(LINES):
        font = ImageFont.load_default((0.085 if number == 0 else 0.05) * height)
        pen.text((left * width, (0.12 + 0.15 * number) * height), line, font=font, fill=ink)
    return np.array(card)


def ground(kind: str, width: int = 1600, height: int = 1200) -> NDArray[np.float32]:
    """A table to lay cards on: "grey", "white", "black", "wood" or "carpet", the same at each call."""
    chance = np.random.default_rng(7)
    colour = {"grey": (120, 124, 130), "white": (236, 235, 232), "black": (14, 14, 15)}.get(kind, (128, 92, 60))
    table = np.full((height, width, 3), colour, dtype=np.float32)
    if kind == "wood":
        grain = cv2.resize(chance.standard_normal((height // 6, 12)).astype(np.float32), (width, height))
        table += 14 * grain[..., None]
    if kind == "carpet":
        weave = cv2.resize(chance.standard_normal((height // 3, width // 3)).astype(np.float32), (width, height))
        table += 16 * weave[..., None]
    return table + chance.normal(0, 1.5, (height, width, 1)).astype(np.float32)


def corners_at(middle: tuple[float, float], long_side: float, degrees: float = 0.0, lean: float = 0.0) -> Corners:
    """Where a card's corners are that lies turned, and leans away from the camera (0: seen from straight above)."""
    half = np.array([[-1, -0.63], [1, -0.63], [1, 0.63], [-1, 0.63]]) * long_side / 2
    turn = np.radians(degrees)
    turned = half @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    depth = 1 - lean * turned[:, 1:] / long_side
    return np.asarray(turned / depth + np.array(middle), dtype=np.float64)


def lay(
    table: NDArray[np.float32],
    card: Picture,
    corners: Corners,
    *,
    rounded: bool = False,
    shadow: float = 0.3,
    edge: float = 0.0,
) -> NDArray[np.float32]:
    """The table with one card more; `edge` darkens a hair line around it, as a scanner's lamp does."""
    height, width = card.shape[:2]
    shape = Image.new("L", (width, height), 0)
    ImageDraw.Draw(shape).rounded_rectangle((0, 0, width, height), radius=width * 0.05 if rounded else 0, fill=255)
    source = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    matrix = cv2.getPerspectiveTransform(source, corners.astype(np.float32))
    size = (table.shape[1], table.shape[0])
    cover = np.asarray(cv2.warpPerspective(np.array(shape), matrix, size), dtype=np.float32) / 255
    seen = cv2.warpPerspective(card, matrix, size, borderMode=cv2.BORDER_REPLICATE)
    dark = cv2.GaussianBlur(np.roll(cover, (5, 4), axis=(0, 1)), (0, 0), 7.0)
    below = table * (1 - shadow * dark[..., None])
    done = below * (1 - cover[..., None]) + np.asarray(seen, dtype=np.float32) * cover[..., None]
    rim = cv2.morphologyEx((cover > 0.5).astype(np.uint8), cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
    return np.asarray(done - edge * rim[..., None], dtype=np.float32)


def seen(table: NDArray[np.float32], blur: float = 0.8) -> Picture:
    """The table as a camera saves it."""
    soft = cv2.GaussianBlur(table, (0, 0), blur)
    return np.asarray(np.clip(soft, 0, 255), dtype=np.uint8)


def photo(
    kind: str, card: Picture, corners: Corners, *, rounded: bool = False, shadow: float = 0.3, width: int = 1600
) -> Picture:
    """One card on a table."""
    table = ground(kind, width, width * 3 // 4)
    return seen(lay(table, card, corners, rounded=rounded, shadow=shadow))


def flatbed(cards: Sequence[tuple[Picture, Corners]], paper: int = 250, edge: float = 25.0) -> Picture:
    """Several cards scanned at once on a page of A4 at 150 dots per inch."""
    page = np.full((1754, 1240, 3), paper, dtype=np.float32)
    page += np.random.default_rng(3).normal(0, 1.0, (1754, 1240, 1)).astype(np.float32)
    for card, corners in cards:
        page = lay(page, card, corners, shadow=0.0, edge=edge)
    return seen(page, blur=0.6)


def agreement(quad: Quad, corners: Corners) -> float:
    """How much of the area of both the two have in common, 0–1."""
    found = np.array([(corner.x, corner.y) for corner in quad.corners], dtype=np.float32)
    true = cv2.convexHull(corners.astype(np.float32))
    common, _ = cv2.intersectConvexConvex(found, true)
    return float(common / (cv2.contourArea(found) + cv2.contourArea(true) - common))


def likeness(picture: Picture, card: Picture) -> float:
    """How alike a cut-out and a card's face are, -1 to 1, in the best of the four turns."""
    best = -1.0
    small = _blurred(card)
    for turns in range(4):
        other = _blurred(np.ascontiguousarray(np.rot90(picture, turns)))
        best = max(best, float(np.corrcoef(small.ravel(), other.ravel())[0, 1]))
    return best


def _blurred(picture: Picture) -> NDArray[np.float64]:
    """Small and soft, so that a pixel more or less at the edge makes no difference."""
    shades = cv2.resize(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), (210, 132), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.GaussianBlur(shades, (0, 0), 3.0), dtype=np.float64)
