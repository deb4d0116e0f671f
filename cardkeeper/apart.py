"""Several cards that lie in one cut, told apart by what stands on them: each has a name and a way to reach it.

Where cards touch, no line may part them; what is left then is that print keeps away from the edges of its card. The bar
is high, since one card cut in two is worse than two cards that a person parts by hand: there must be gaps through which
no line runs, and the parts between them must be shaped like cards, and each must name somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from cardkeeper.fields.extract import extract
from cardkeeper.model.cards import Reading, TextLine
from cardkeeper.model.drafts import FieldName
from cardkeeper.model.geometry import Box

_SHAPE: Final = (1.38, 2.3)
"""Long by short side of a part: the halves of a card are squarer, and strips of it are longer."""
_LOOSE_SHAPE: Final = (1.1, 2.6)
"""The same where only print tells how far the cards reach."""
_LEAST_LINES: Final = 3
"""Lines that stand on a card: a name, and what else it takes to reach somebody."""
_GAPS: Final = 12
"""The widest gaps that are tried in one direction: twelve rows of cards don't fit on a page."""
_REACHABLE: Final = re.compile(r"@|(\d\D{0,3}){7}")
_SURE: Final = 0.5
"""Confidence from which a part's name counts."""
_NAMED: Final = 0.66
"""Share of the parts on which a name must be found; on the others it may be misread."""
_ALIKE: Final = 1.7
"""How many times as large as another one a card on the same page may be."""
_STEPS: Final = 3
"""Steps of unevenness that tell partings apart, from one size to twice as large."""
_SHEET: Final = 4
"""Cards in a cut from which it may be a sheet, with room around each of them."""
_PAGE: Final = 6
"""Lines of print around a card from which it lies on a page."""
_MARGIN: Final = 0.04
"""Share of width and height together that is left free around print where nothing shows how far the cards reach."""

_Members = tuple[int, ...]
"""The numbers of the lines that stand on a part."""


@dataclass(frozen=True, slots=True)
class _Part:
    box: Box
    name: str
    """The name that stands on it; "" where none is sure."""


@dataclass(frozen=True, slots=True)
class _Parting:
    """Parts side by side, and how much free room lies between them."""

    parts: tuple[_Part, ...] = ()
    room: float = 0.0

    @property
    def rank(self) -> tuple[int, int, int, float]:
        """What makes one parting better than another: more people, fewer without a name, one size, wider gaps."""
        named = sum(bool(part.name) for part in self.parts)
        return named, named - len(self.parts), -int(_STEPS * self._unevenness), self.room

    @property
    def _unevenness(self) -> float:
        """How many times as large as the smallest part the largest is."""
        areas = [part.box.area for part in self.parts]
        return max(areas) / max(1.0, min(areas)) if areas else 1.0

    @property
    def is_even(self) -> bool:
        """Whether these can be cards on one page: of nearly one size, and each name another one."""
        names = [part.name.casefold() for part in self.parts if part.name]
        return len(set(names)) == len(names) and self._unevenness <= _ALIKE

    def names_enough(self, share: float) -> bool:
        """Whether two parts or more name somebody, and this share of all."""
        named = sum(bool(part.name) for part in self.parts)
        return named >= 2 and named >= share * len(self.parts)


def apart(lines: Sequence[TextLine], width: float, height: float, region: str, *, whole: bool) -> tuple[Box, ...]:
    """The places of the cards on an upright picture of this size with these lines; none where it is one card.

    On a `whole` page the cards may be anywhere; a cut ends where its cards end, unless so many lie in it that it is the
    sheet that they lie on.
    """
    if sum(bool(_REACHABLE.search(line.text)) for line in lines) < 2:
        return ()
    close = _Search(lines, region, _SHAPE, _NAMED).best(Box(0, 0, width, height))
    loose = _Parting()
    if whole or len(lines) >= _SHEET * _LEAST_LINES:
        loose = _Search(lines, region, _LOOSE_SHAPE, 1.0).best(_around(lines, width, height))
    fits = whole or len(loose.parts) >= _SHEET
    best = max(close, loose, key=lambda one: one.rank) if fits else close
    return _in_reading_order([part.box for part in best.parts])


def cards_among(lines: Sequence[TextLine], width: float, height: float, region: str) -> tuple[Box, ...]:
    """The places of the cards that these lines of a page stand on, several or one; none where they name nobody."""
    if several := apart(lines, width, height, region, whole=True):
        return several
    return (_around(lines, width, height),) if _name_on(lines, region) else ()


def reaches(lines: Iterable[TextLine]) -> bool:
    """Whether a mail address or a number to call stands on these lines."""
    return any(_REACHABLE.search(line.text) for line in lines)


def is_page(lines: Sequence[TextLine]) -> bool:
    """Whether these lines are a page of text rather than a card: so many, and none of them reaches anybody."""
    return len(lines) >= _PAGE and not reaches(lines)


def lying_on(parts: Sequence[Sequence[TextLine]], rest: Sequence[TextLine], region: str) -> tuple[int, ...]:
    """Which parts of a page are cards that lie on it, by number; `rest` are the lines that stand on no part.

    Several are cards if nearly all name somebody, each somebody else. One alone is, if whoever is named can be reached
    by nothing else on the page, and the page says more than the card: a printed panel has little of its card around it.
    """
    said = [number for number, lines in enumerate(parts) if lines]
    names = [name for number in said if (name := _name_on(parts[number], region))]
    if len(names) >= 2 and len(set(names)) == len(names) and len(names) >= _NAMED * len(said):
        return tuple(said)
    if len(names) != 1 or reaches(rest):
        return ()
    (only,) = (number for number in said if _name_on(parts[number], region))
    others = [line for number in said if number != only for line in parts[number]]
    beside = [*rest, *others]
    more = len(beside) >= max(_PAGE, len(parts[only])) and not reaches(others)
    return (only,) if more else ()


def _in_reading_order(boxes: Sequence[Box]) -> tuple[Box, ...]:
    """Row by row, each from left to right; what begins above the middle of a row's first one stands in that row."""
    left = sorted(boxes, key=lambda box: box.top)
    ordered: list[Box] = []
    while left:
        row = [box for box in left if box.top < left[0].middle[1]]
        ordered.extend(sorted(row, key=lambda box: box.left))
        left = left[len(row) :]
    return tuple(ordered)


def _around(lines: Sequence[TextLine], width: float, height: float) -> Box:
    left, top = min(line.box.left for line in lines), min(line.box.top for line in lines)
    right, bottom = max(line.box.right for line in lines), max(line.box.bottom for line in lines)
    margin = _MARGIN * (right - left + bottom - top)
    return Box(max(0, left - margin), max(0, top - margin), min(width, right + margin), min(height, bottom + margin))


@dataclass(slots=True)
class _Search:
    """The best parting in rows of columns or columns of rows; what was understood once is kept."""

    lines: Sequence[TextLine]
    region: str
    shape: tuple[float, float]
    named: float
    """The share of parts on which there must be a name."""
    _names: dict[_Members, str] = field(default_factory=dict)

    def best(self, box: Box) -> _Parting:
        """The cut side by side or one below the other, each strip once more the other way; no parts where it is one."""
        every = tuple(range(len(self.lines)))
        found = [self._strips(box, every, axis, deeper=True) for axis in (0, 1)]
        fitting = [one for one in found if one.is_even and one.names_enough(self.named)]
        return max(fitting, key=lambda one: one.rank, default=_Parting())

    def _strips(self, box: Box, members: _Members, axis: int, *, deeper: bool) -> _Parting:
        """The best way to cut along gaps; for each gap the best way to get there is the best of all before it."""
        if len(members) < 2 * _LEAST_LINES:
            return _Parting()
        order, gaps = self._gaps(members, axis)
        low, high = (box.left, box.right) if axis == 0 else (box.top, box.bottom)
        cuts = [(0.0, low, 0), *gaps, (0.0, high, len(order))]
        best: dict[int, _Parting] = {0: _Parting()}
        for end in range(1, len(cuts)):
            for start in range(end):
                if start not in best or (start == 0 and end == len(cuts) - 1):
                    continue
                strip = _strip(box, axis, cuts[start][1], cuts[end][1])
                within = tuple(sorted(order[cuts[start][2] : cuts[end][2]]))
                parts = self._cards(strip, within, axis, deeper=deeper)
                longer = _Parting(best[start].parts + parts, best[start].room + cuts[end][0])
                if parts and (end not in best or longer.rank > best[end].rank):
                    best[end] = longer
        return best.get(len(cuts) - 1, _Parting())

    def _gaps(self, members: _Members, axis: int) -> tuple[list[int], list[tuple[float, float, int]]]:
        """The lines in order along an axis, and where nothing lies between them: width, middle, lines before."""
        spans = sorted((*_span(self.lines[member].box, axis), member) for member in members)
        gaps, end = [], spans[0][1]
        for place, (start, stop, _) in enumerate(spans):
            if start > end:
                gaps.append((start - end, (start + end) / 2, place))
            end = max(end, stop)
        widest = sorted(gaps, reverse=True)[:_GAPS]
        return [member for _, _, member in spans], sorted(widest, key=lambda gap: gap[2])

    def _cards(self, box: Box, members: _Members, axis: int, *, deeper: bool) -> tuple[_Part, ...]:
        """What a strip holds: several cards, one, or, where its shape is no card's, none."""
        sides = sorted((box.width, box.height))
        fits = self.shape[0] * sides[0] <= sides[1] <= self.shape[1] * sides[0]
        alone = _Parting((_Part(box, self._name(members)),)) if fits else _Parting()
        inner = self._strips(box, members, 1 - axis, deeper=False) if deeper else _Parting()
        return max(inner, alone, key=lambda one: one.rank).parts if inner.is_even else alone.parts

    def _name(self, members: _Members) -> str:
        if members not in self._names:
            self._names[members] = _name_on([self.lines[member] for member in members], self.region)
        return self._names[members]


def _name_on(lines: Sequence[TextLine], region: str) -> str:
    """The name on a part on which there is a sure one, and a way to reach it; "" on others."""
    if len(lines) < _LEAST_LINES or not reaches(lines):
        return ""
    values = extract(Reading(1, 1, tuple(lines)), region).values
    if not any(value.field in {FieldName.EMAIL, FieldName.PHONE} for value in values):
        return ""
    return next((one.text for one in values if one.field is FieldName.NAME and one.confidence >= _SURE), "")


def _span(box: Box, axis: int) -> tuple[float, float]:
    return (box.left, box.right) if axis == 0 else (box.top, box.bottom)


def _strip(box: Box, axis: int, low: float, high: float) -> Box:
    return Box(low, box.top, high, box.bottom) if axis == 0 else Box(box.left, low, box.right, high)
