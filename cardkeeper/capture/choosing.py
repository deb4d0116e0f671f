"""Which outlines on a page are cards: of those that lie within one another the right ones, no panel and no table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from cardkeeper.capture.halves import mended
from cardkeeper.capture.ink import Cells, Ink
from cardkeeper.capture.outlines import Corners, aspect, polygon_area, shared_area
from cardkeeper.capture.shapes import Outline

_WITHIN: Final = 0.93
"""Share of an outline's area from which it lies within another one."""
_SAME: Final = 0.82
"""Share of common area (of the area of both) from which two outlines are one."""
_CLASH: Final = 0.12
"""Share of the smaller one's area that two cards side by side may seem to have in common."""
_BESIDE: Final = 0.03
"""Share of the print in an outline from which print lies beside a card in it, and not only dirt."""
_PARALLEL: Final = 1.6
"""Degrees by which the sides of a printed panel may differ from those of its card."""
_LARGER, _SMALLER = 1.65, 0.45
"""How many times as large as the main card another one on the same page may look."""
_SHAPES: Final = (1.2, 2.8)
"""Long by short side of what is taken for one card; others, square or long, are a group of cards or a rare card."""
_CARD_LIKE: Final = (1.3, 2.3)
"""Long by short side of cards (ISO/IEC 7810 ID-1: 1.59; 91 × 55 mm: 1.65; 3.5 × 2 inches: 1.75) seen aslant."""


def choose(outlines: Sequence[Outline], ink: Ink, height: int, width: int) -> tuple[Outline, ...]:
    """The outlines that are cards on a page of this size, in reading order; none where the page is to stay whole."""
    found = _candidates(_fitting(outlines, ink), ink, height, width)
    if found and _is_one_card(found, ink, height, width):
        found = []
    group = _group_around(found, [one for one in outlines if not _is_usual(one)], ink)
    return (group,) if group else _in_reading_order(found)


def panels(outlines: Sequence[Outline], ink: Ink, height: int, width: int) -> Iterator[tuple[Outline, ...]]:
    """What is shaped like a card on a page of this size, in reading order; next what lies in that, and so on."""
    fitting = _fitting(outlines, ink)
    found = _candidates(fitting, ink, height, width)
    while found:
        yield _in_reading_order(found)
        inner = _direct([one for one in fitting if any(_lies_in(one, other) for other in found)])
        found = [one for one in inner if _is_card_like(one) and _has_ink(one, ink)]


def _fitting(outlines: Sequence[Outline], ink: Ink) -> list[Outline]:
    """Those of a usual shape, each once, and only what gets along."""
    return _without_clashes(_without_stretched(_each_once([one for one in outlines if _is_usual(one)]), ink))


def _candidates(fitting: Sequence[Outline], ink: Ink, height: int, width: int) -> list[Outline]:
    """Those that are cards on a page, or parts of one card that fills it."""
    found = [card for top in _direct(fitting) for card in _resolved(top, fitting, ink)]
    return mended(_of_one_size(mended(found), fitting, ink, np.array([width / 2, height / 2])))


def _is_usual(one: Outline) -> bool:
    return _SHAPES[0] < aspect(one.corners) < _SHAPES[1]


def _group_around(found: Sequence[Outline], unusual: Sequence[Outline], ink: Ink) -> Outline | None:
    """An outline of no card's shape that holds nearly all print of the page, where those found leave much of it out."""
    holding = [
        one
        for one in unusual
        if one.is_clear
        and _ink_outside([one], ink, ink.everywhere()) < 0.1
        and _ink_outside(found, ink, ink.within(one.corners, 0.0)) > 0.3
    ]
    return max(holding, key=lambda one: one.quality, default=None)


def is_print_elsewhere(cards: Sequence[Outline], ink: Ink) -> bool:
    """Whether print seems to be left outside of these cards; never on a ground that is itself rough all over."""
    outside = ~_covered(cards, ink)
    if ink.count(outside) > 0.2 * outside.sum():
        return False
    return _ink_outside(cards, ink, ink.everywhere(), alike=0.6) > 0.08


def _each_once(outlines: Sequence[Outline]) -> list[Outline]:
    """The best one of those that are nearly the same; of equally good ones the largest, since print has edges too."""
    kept: list[Outline] = []
    for outline in sorted(outlines, key=lambda one: (-round(one.quality, 2), -round(one.sharpness / 3), -one.area)):
        if not any(_are_same(outline, other) for other in kept):
            kept.append(outline)
    return kept


def _are_same(one: Outline, other: Outline) -> bool:
    common = shared_area(one.corners, other.corners)
    return common > _SAME * (one.area + other.area - common)


def _without_stretched(outlines: Sequence[Outline], ink: Ink) -> list[Outline]:
    """Without those that only take a solid card and go on past one of its ends to some other line."""
    solid = [one for one in outlines if one.is_solid and _is_card_like(one) and _has_ink(one, ink)]
    return [one for one in outlines if not any(_is_stretched(one, card, ink) for card in solid)]


def _is_card_like(one: Outline) -> bool:
    return _CARD_LIKE[0] <= aspect(one.corners) <= _CARD_LIKE[1]


def _is_stretched(outer: Outline, card: Outline, ink: Ink) -> bool:
    """Whether an outline has sides of a card in it, and those go on beyond the card where no edge bears them out.

    A band with print on it is a part of the card, however like the ground it may be.
    """
    if card.area < 0.08 * outer.area or not _lies_in(card, outer):
        return False
    margins = _margins(card.corners, outer.corners, corner=1)
    moved = [int(side) for side in np.flatnonzero(margins > 0.02)]
    if len(moved) == 4:
        return False
    if outer.is_solid and _is_card_like(outer) and _has_band(outer, card, ink):
        return False
    if len(moved) > 1 and not outer.is_solid:
        return True
    least = 1.0 if card.borne > outer.borne else 0.6
    return any(
        min(_edge_beside(outer, side, float(margins[side]) * outer.area**0.5), outer.edges[side].mean()) < least
        for side in moved
    )


def _has_band(outer: Outline, card: Outline, ink: Ink) -> bool:
    """Whether print lies on a band beside what may be a card; or nearly all of it, and what may be one is the band."""
    least = _BESIDE if card.area > 0.6 * outer.area else 1 - 5 * _BESIDE
    return _ink_outside([card], ink, ink.within(outer.corners, -0.05)) > least


def _edge_beside(outer: Outline, side: int, depth: float) -> float:
    """The share of edge along the last pixels of the two sides that lead to this one; that of the worse one."""
    count = outer.edges.shape[1]
    length = float(np.linalg.norm(outer.corners[side] - outer.corners[side - 1]))
    beyond = min(count, round(0.5 + count * depth / length))
    return float(min(outer.edges[side - 1, -beyond:].mean(), outer.edges[(side + 1) % 4, :beyond].mean()))


def _without_clashes(outlines: Sequence[Outline]) -> list[Outline]:
    """Without those that lie half on a better one."""
    kept: list[Outline] = []
    for outline in sorted(outlines, key=lambda one: -one.quality):
        if all(_get_along(outline, other) for other in kept):
            kept.append(outline)
    return kept


def _get_along(one: Outline, other: Outline) -> bool:
    common, smaller = shared_area(one.corners, other.corners), min(one.area, other.area)
    return common < _CLASH * smaller or common > _WITHIN * smaller


def _lies_in(one: Outline, other: Outline) -> bool:
    return one.area < other.area and shared_area(one.corners, other.corners) > _WITHIN * one.area


def _direct(outlines: Sequence[Outline]) -> list[Outline]:
    """Those that lie in no other one."""
    return [one for one in outlines if not any(_lies_in(one, other) for other in outlines if other is not one)]


def _resolved(outer: Outline, outlines: Sequence[Outline], ink: Ink) -> list[Outline]:
    """The cards in an outline: itself, or what lies in it if it is a group of touching cards or what a card lies on."""
    inner = _direct([one for one in outlines if one is not outer and _lies_in(one, outer)])
    cards = [card for one in inner for card in _resolved(one, outlines, ink) if _is_card_like(card)]
    alike = [one for one in cards if _same_size(one, max(cards, key=lambda card: card.area))]
    beside = [one for one in outlines if shared_area(one.corners, outer.corners) < _CLASH * outer.area]
    alone = not any(_same_size(one, outer) for one in beside)
    if len(alike) >= 2 and _is_group(alike, outer, ink, alone=alone):
        return alike
    loose = [one for one in inner if _has_ink(one, ink) and (_lies_loose(one, outer) or _says_all(one, outer, ink))]
    if loose:
        return [card for one in loose for card in _resolved(one, outlines, ink)]
    return [outer]


def _is_group(alike: Sequence[Outline], outer: Outline, ink: Ink, *, alone: bool) -> bool:
    """Whether outlines of one size in another one are cards, touching or on a sheet, and no panels of a card.

    Of one that is shaped like a card itself, two or three parts are none where nothing of its size lies beside it.
    """
    if not all(one.is_clear for one in alike):
        return False
    if sum(one.area for one in alike) > 0.75 * outer.area:
        parts = 3 if alone else 2
        return len(alike) > parts or not 1.38 < aspect(outer.corners) < 2.2
    free = all(_margins(one.corners, outer.corners).min() > 0.008 for one in alike)
    return free and _ink_outside(alike, ink, ink.within(outer.corners, -0.06)) < 0.1


def _same_size(one: Outline, other: Outline) -> bool:
    shape = aspect(one.corners) / aspect(other.corners)
    return 0.65 < one.area / other.area < 1.55 and 0.8 < shape < 1.25


def _lies_loose(inner: Outline, outer: Outline) -> bool:
    """Whether an outline in another one is a thing of its own: turned against it, and touching none of its sides."""
    # Seen from straight above the outer one, a printed panel is parallel to it however the camera stood.
    shape = np.array([[0, 0], [160, 0], [160, 100], [0, 100]], dtype=np.float32)
    above = cv2.getPerspectiveTransform(outer.corners.astype(np.float32), shape)
    seen = cv2.perspectiveTransform(inner.corners.astype(np.float32)[None], above)[0]
    turned = np.abs((_directions(np.asarray(seen, dtype=np.float64)) + 45) % 90 - 45)
    clear = inner.is_clear and inner.quality >= outer.quality
    return bool(clear and np.sort(turned)[-2] > 2 * _PARALLEL and _margins(inner.corners, outer.corners).min() > 0.02)


def _says_all(inner: Outline, outer: Outline, ink: Ink) -> bool:
    """Whether a solid card takes up a part of an outline and there is no print in the rest: a table, or a tray."""
    most = 0.6 if outer.is_clear else 0.9
    if not inner.is_solid or not _is_card_like(inner) or not 0.1 < inner.area / outer.area < most:
        return False
    free = bool(_margins(inner.corners, outer.corners).min() > 0.02)
    return free and inner.strength > 8 and _ink_outside([inner], ink, ink.within(outer.corners, -0.1)) < 0.05


def _directions(corners: Corners) -> NDArray[np.float64]:
    way = corners[[1, 2, 3, 0]] - corners
    return np.asarray(np.degrees(np.arctan2(way[:, 1], way[:, 0])), dtype=np.float64)


def _margins(inner: Corners, outer: Corners, corner: int = 0) -> NDArray[np.float64]:
    """For each side of the outer one, how near the inner one's nearest (0) or next corner (1) comes to it.

    As a share of the outer one's size.
    """
    way = outer[[1, 2, 3, 0]] - outer
    normal = np.stack([-way[:, 1], way[:, 0]], axis=1) / np.linalg.norm(way, axis=1, keepdims=True)
    distance = np.einsum("csk,sk->cs", inner[:, None, :] - outer[None, :, :], normal)
    return np.asarray(np.sort(distance, axis=0)[corner] / polygon_area(outer) ** 0.5, dtype=np.float64)


def _of_one_size(
    found: Sequence[Outline], kept: Sequence[Outline], ink: Ink, middle: NDArray[np.float64]
) -> list[Outline]:
    """The main card and those of its size; not other things on the table, nor parts of a design."""
    printed = [one for one in found if _has_ink(one, ink)] or list(found)
    if not printed:
        return []
    main = max(printed, key=lambda one: _weight(one, printed, middle))
    fitting = [main]
    waiting = [one for one in printed if one is not main]
    while waiting:
        one = waiting.pop()
        if one.area > _LARGER * main.area:
            waiting.extend(_direct([other for other in kept if other is not one and _lies_in(other, one)]))
        elif _has_ink(one, ink) and (_is_another(one, main) or _same_size(one, main)):
            fitting.append(one)
    return fitting


def _is_another(one: Outline, main: Outline) -> bool:
    """Whether this is a card like the main one: clear, and not much smaller, or solid and perhaps further away."""
    share = one.area / main.area
    return (one.is_clear and share > _SMALLER) or (one.is_solid and _is_card_like(one) and share > 0.6 * _SMALLER)


def _weight(one: Outline, others: Sequence[Outline], middle: NDArray[np.float64]) -> float:
    """How much speaks for an outline as the main card: size, clear sides, its place, and others of its size."""
    alike = sum(other.is_clear and _same_size(one, other) for other in others)
    return float(one.area**0.5 * one.quality**4 * max(1, alike) ** 0.5 * (2.0 if _holds(one, middle) else 1.0))


def _holds(one: Outline, place: NDArray[np.float64]) -> bool:
    x, y = (float(value) for value in place)
    return cv2.pointPolygonTest(one.corners.astype(np.float32), (x, y), measureDist=False) >= 0


def _has_ink(one: Outline, ink: Ink) -> bool:
    return ink.count(ink.within(one.corners, -0.12)) >= 2


def _ink_outside(cards: Sequence[Outline], ink: Ink, here: Cells, alike: float = 0.35) -> float:
    """The share of the print in a region that lies on none of these cards.

    Print beside a card is at least `alike` times as strong as the print on it; the grain of a table is not.
    """
    outside = here & ~_covered(cards, ink)
    inside = here & ~outside
    elsewhere = ink.count(outside, alike * ink.typical(inside))
    return elsewhere / max(1, elsewhere + ink.count(inside))


def _covered(cards: Sequence[Outline], ink: Ink) -> Cells:
    covered = ~ink.everywhere()
    for card in cards:
        covered |= ink.within(card.corners, 0.06)
    return covered


def _is_one_card(found: Sequence[Outline], ink: Ink, height: int, width: int) -> bool:
    """Whether what was found are parts of one card that fills the page."""
    turned = max(float(np.abs((_directions(one.corners) + 45) % 90 - 45).max()) for one in found)
    if len(found) == 1 and _is_drawn_into(found[0], turned, height, width):
        return True
    elsewhere = _ink_outside(found, ink, ink.everywhere())
    if max(one.area for one in found) < 0.03 * height * width:
        return elsewhere > 0.2 or not all(one.is_solid and _is_card_like(one) for one in found)
    drawn = turned < _PARALLEL and elsewhere > (0.15 if len(found) == 1 else 0.35)
    if sum(one.area for one in found) < 0.15 * height * width:
        return drawn or (elsewhere > 0.5 and (len(found) > 1 or not found[0].is_solid))
    outside = ~_covered(found, ink)
    if ink.count(outside) > 0.4 * outside.sum():
        return False
    return drawn or (elsewhere > 0.6 and not all(one.is_clear for one in found))


def _is_drawn_into(one: Outline, turned: float, height: int, width: int) -> bool:
    """Whether an only outline is a frame or a panel in a card's design: no camera sees a card as parallel as that."""
    page = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float64)
    if _margins(one.corners, page).max() < 0.05:
        return turned < 0.4 or not one.is_clear
    is_line = one.strength < 3 and one.area > 0.45 * height * width
    return turned < (0.8 if is_line else 0.35) and 1.4 < max(height, width) / min(height, width) < 1.95


def _in_reading_order(found: Sequence[Outline]) -> tuple[Outline, ...]:
    """Row by row, each from left to right; what overlaps by half its height stands in one row."""
    left = sorted(found, key=lambda one: float(one.corners[:, 1].mean()))
    ordered: list[Outline] = []
    while left:
        half = np.ptp(left[0].corners[:, 1]) / 2
        line = left[0].corners[:, 1].mean() + half
        row = [one for one in left if one.corners[:, 1].mean() < line]
        ordered.extend(sorted(row, key=lambda one: float(one.corners[:, 0].mean())))
        left = [one for one in left if one not in row]
    return tuple(ordered)
