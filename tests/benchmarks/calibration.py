"""Whether a confidence is true: of the fields given with so much of it, how many were right; as a table and a plot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont

_STEPS: Final = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01)
"""Where one class of confidence ends and the next begins."""
_FONT: Final = Path(__file__).parents[2] / "resources" / "fonts" / "Inter-Regular.ttf"
_SIDE: Final = 560
_LEFT, _TOP, _RIGHT, _BOTTOM = 90, 60, 30, 110
_INK: Final = (48, 52, 58)
_FAINT: Final = (222, 224, 228)
_BAR: Final = (206, 224, 236)
_POINT: Final = (20, 96, 140)


@dataclass(frozen=True, slots=True)
class Class:
    """Fields whose confidence is alike."""

    low: float
    high: float
    given: int
    right: int
    mean: float
    """The mean of their confidence."""

    @property
    def share(self) -> float:
        """Of these fields, how many were right, 0 to 1."""
        return self.right / self.given


def classes(trust: Sequence[tuple[float, bool]]) -> tuple[Class, ...]:
    """Fields, each with its confidence and whether it was right, put into classes; empty ones are left out."""
    found = []
    for low, high in pairwise(_STEPS):
        inside = [(confidence, right) for confidence, right in trust if low <= confidence < high]
        if inside:
            mean = sum(confidence for confidence, _ in inside) / len(inside)
            found.append(Class(low, min(high, 1.0), len(inside), sum(right for _, right in inside), mean))
    return tuple(found)


def expected_error(found: Sequence[Class]) -> float:
    """The expected calibration error: how far confidence and truth are apart, on average over the fields given."""
    given = sum(one.given for one in found)
    return sum(one.given * abs(one.share - one.mean) for one in found) / max(1, given)


def reliability(trust: Sequence[tuple[float, bool]]) -> Iterator[str]:
    """The table."""
    found = classes(trust)
    yield "| confidence | its mean | fields given | right | share right |"
    yield "|---|---|---|---|---|"
    for one in found:
        bounds = f"{one.low:.2f} to {one.high:.2f}"
        yield f"| {bounds} | {one.mean:.3f} | {one.given} | {one.right} | {one.share:.1%} |"
    yield ""
    yield f"Expected calibration error: {expected_error(found):.3f}."


def plot(trust: Sequence[tuple[float, bool]], target: Path) -> None:
    """Draw the share of right fields over their confidence, beside the diagonal on which a true confidence lies."""
    image = Image.new("RGB", (_LEFT + _SIDE + _RIGHT, _TOP + _SIDE + _BOTTOM), "white")
    draw = ImageDraw.Draw(image)
    _axes(draw)
    found = classes(trust)
    most = max((one.given for one in found), default=1)
    for one in found:
        left, right = _x(one.low), _x(one.high)
        height = 0.25 * _SIDE * one.given / most
        draw.rectangle((left + 1, _TOP + _SIDE - height, right - 1, _TOP + _SIDE), fill=_BAR)
    draw.rectangle((_LEFT, _TOP, _LEFT + _SIDE, _TOP + _SIDE), outline=_INK)
    draw.line((_x(0), _y(0), _x(1), _y(1)), fill=(150, 154, 160), width=2)
    points = [(_x(one.mean), _y(one.share)) for one in found]
    draw.line(points, fill=_POINT, width=3)
    for (x, y), one in zip(points, found, strict=True):
        radius = 4 + 5 * min(1, one.given / 50)  # few fields say little, and show it
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=_POINT, outline="white", width=1)
    title = f"{sum(one.given for one in found)} fields, expected calibration error {expected_error(found):.3f}"
    draw.text((_LEFT, 20), title, fill=_INK, font=_letters(20))
    image.save(target, optimize=True)


def _axes(draw: ImageDraw.ImageDraw) -> None:
    small = _letters(16)
    for step in range(11):
        x, y = _x(step / 10), _y(step / 10)
        draw.line((x, _TOP, x, _TOP + _SIDE), fill=_FAINT)
        draw.line((_LEFT, y, _LEFT + _SIDE, y), fill=_FAINT)
        if step % 2 == 0:
            draw.text((x, _TOP + _SIDE + 10), f"{step / 10:.1f}", fill=_INK, font=small, anchor="ma")
            draw.text((_LEFT - 10, y), f"{step * 10} %", fill=_INK, font=small, anchor="rm")
    middle = _LEFT + _SIDE / 2
    draw.text((middle, _TOP + _SIDE + 42), "confidence", fill=_INK, font=small, anchor="ma")
    words = "points: share of fields that are right · bars: how many fields · line: a true confidence"
    draw.text((middle, _TOP + _SIDE + 72), words, fill=_INK, font=_letters(14), anchor="ma")


def _x(share: float) -> float:
    return _LEFT + share * _SIDE


def _y(share: float) -> float:
    return _TOP + (1 - share) * _SIDE


def _letters(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_FONT, size)
