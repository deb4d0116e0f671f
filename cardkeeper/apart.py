"""Several cards that lie in one cut, told apart by what stands on them: each has a name and a way to reach it.

Where cards touch, print that keeps away from the edges of its card tells them apart; so does a seam that is seen. The
bar is high, since one card cut in two is worse than two cards that a person parts by hand: there must be gaps through
which no line runs, and the parts between them must be shaped like cards, and each must name somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median
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
_MOST_LINES: Final = 24
"""Lines beyond which a part is more than one card, or a page of text."""
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
_NAMELESS: Final = 0.2
"""What a part without a name takes from a parting, where one with a name gives one."""
_UNSEEN: Final = 0.9
"""What a seam takes from a parting of which nothing is seen."""
_NEARLY: Final = 0.7
"""Share of the people named otherwise from which seams that are seen tell better; cards cut through can name more."""
_SEAM: Final = (0.4, 0.8)
"""Of a seam that is seen along so little of its length nothing counts, and from so much on, all."""
_HARDLY: Final = 0.4
"""Share of the seams up to which they may be unseen where most are seen."""
_SHEET: Final = 4
"""Cards in a cut from which it may be a sheet, with room around each of them."""
_PAGE: Final = 6
"""Lines of print around a card from which it lies on a page."""
_MARGIN: Final = 0.04
"""Share of width and height together that is left free around print where nothing shows how far the cards reach."""

Seen = Callable[[Box, int], tuple[float, float]]
"""How much of a seam is seen in the room between two cards, and where it runs; see `capture.seams.Seams.seen`."""
_Members = tuple[int, ...]
"""The numbers of the lines that stand on a part."""


@dataclass(frozen=True, slots=True)
class _Part:
    box: Box
    name: str
    """The name that stands on it; "" where none is sure."""


@dataclass(frozen=True, slots=True)
class _Parting:
    """Parts side by side, and what lies between them."""

    parts: tuple[_Part, ...] = ()
    room: float = 0.0
    """How wide the gaps in the print between its strips are, together."""
    unseen: float = 0.0
    """How many of its seams the picture does not show, in whole or in part."""

    @property
    def named(self) -> int:
        """How many of the parts name somebody."""
        return sum(bool(part.name) for part in self.parts)

    @property
    def is_seen(self) -> bool:
        """Whether most of its seams are."""
        return self.unseen < _HARDLY * (len(self.parts) - 1)

    def rank(self, unseen: float) -> tuple[float, int, float]:
        """What makes one parting better than another: more people named, seams seen, one size, wider gaps.

        `unseen` is what a seam that is not seen counts, where each person named counts one.
        """
        worth = self.named - _NAMELESS * (len(self.parts) - self.named) - unseen * self.unseen
        return round(worth, 1), -int(_STEPS * self._unevenness), self.room

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
        """Whether two parts or more name somebody, and this share of all; of many, or where seams are seen, fewer."""
        if len(self.parts) >= _SHEET or self.is_seen:
            share = min(share, _NAMED)
        return self.named >= 2 and self.named >= share * len(self.parts)

    def followed_by(self, other: _Parting, room: float, unseen: float) -> _Parting:
        """This one and another beside it, with a seam between them."""
        return _Parting(self.parts + other.parts, self.room + room, self.unseen + other.unseen + unseen)


@dataclass(frozen=True, slots=True)
class Shown:
    """What an upright picture shows: its size in pixels, its lines, and where one card may end and the next begin."""

    lines: Sequence[TextLine]
    width: float
    height: float
    seen: Seen

    @property
    def box(self) -> Box:
        return Box(0, 0, self.width, self.height)

    @property
    def line_height(self) -> float:
        """The usual height of a line; print keeps at least so far from that of another card, as both keep off edges."""
        return median(line.box.height for line in self.lines)

    @property
    def printed(self) -> Box:
        """Where print lies, and a little around it."""
        left, top = min(line.box.left for line in self.lines), min(line.box.top for line in self.lines)
        right, bottom = max(line.box.right for line in self.lines), max(line.box.bottom for line in self.lines)
        margin = _MARGIN * (right - left + bottom - top)
        return Box(
            max(0, left - margin),
            max(0, top - margin),
            min(self.width, right + margin),
            min(self.height, bottom + margin),
        )


def apart(shown: Shown, region: str, *, whole: bool) -> tuple[Box, ...]:
    """The places of the cards on a picture; none where it is one card.

    On a `whole` page the cards may be anywhere; a cut ends where its cards end, unless so many lie in it that it is the
    sheet that they lie on.
    """
    if sum(bool(_REACHABLE.search(line.text)) for line in shown.lines) < 2:
        return ()
    names: dict[_Members, str] = {}
    best = _best(replace(shown, seen=_nothing), region, names, 0.0, whole=whole)
    if len(set(filter(None, names.values()))) > 1:
        along_seams = _best(shown, region, names, _UNSEEN, whole=whole)
        if along_seams.is_seen and along_seams.named > _NEARLY * best.named:
            best = along_seams
    return _in_reading_order([part.box for part in best.parts])


def _nothing(_room: Box, _axis: int) -> tuple[float, float]:
    return 0.0, 0.0


def _best(shown: Shown, region: str, names: dict[_Members, str], unseen: float, *, whole: bool) -> _Parting:
    close = _Search(shown, region, names, unseen, _SHAPE, _NAMED).best(shown.box)
    loose = _Parting()
    if whole or len(shown.lines) >= _SHEET * _LEAST_LINES:
        loose = _Search(shown, region, names, unseen, _LOOSE_SHAPE, 1.0).best(shown.printed)
    fits = whole or len(loose.parts) >= _SHEET
    return max(close, loose, key=lambda one: one.rank(unseen)) if fits else close


def cards_among(shown: Shown, region: str) -> tuple[Box, ...]:
    """The places of the cards that these lines of a page stand on, several or one; none where they name nobody."""
    if several := apart(shown, region, whole=True):
        return several
    return (shown.printed,) if _name_on(shown.lines, region) else ()


def named_on(parts: Iterable[Sequence[TextLine]], region: str) -> int:
    """How many people are named on these parts of a page, each with a way to reach them."""
    return len({name for lines in parts if (name := _name_on(lines, region))})


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


@dataclass(frozen=True, slots=True)
class _Gap:
    """Where nothing lies between lines along an axis, and how many of them come before it."""

    start: float
    end: float
    before: int

    @property
    def width(self) -> float:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class _Seam:
    """Where parts end, how many lines come before, how wide the gap there is, and how little is seen of it (0–1)."""

    place: float
    before: int
    width: float = 0.0
    unseen: float = 0.0


@dataclass(slots=True)
class _Search:
    """The best parting in rows of columns or columns of rows."""

    shown: Shown
    region: str
    names: dict[_Members, str]
    """What was understood once, kept."""
    unseen: float
    """See `_Parting.rank`."""
    shape: tuple[float, float]
    """Long by short side of a card, from and to."""
    share: float
    """The share of parts on which there must be a name."""

    def best(self, box: Box) -> _Parting:
        """The cut side by side or one below the other, each strip once more the other way; no parts where it is one."""
        every = tuple(range(len(self.shown.lines)))
        found = [self._strips(box, every, axis, deeper=True) for axis in (0, 1)]
        fitting = [one for one in found if one.is_even and one.names_enough(self.share)]
        return max(fitting, key=self._rank, default=_Parting())

    def _strips(self, box: Box, members: _Members, axis: int, *, deeper: bool) -> _Parting:
        """The best way to cut along gaps; for each gap the best way to get there is the best of all before it."""
        if len(members) < 2 * _LEAST_LINES:
            return _Parting()
        order, gaps = self._gaps(members, axis)
        low, high = _span(box, axis)
        seams = [_Seam(low, 0), *(self._seam(box, axis, gap) for gap in gaps), _Seam(high, len(order))]
        best: dict[int, _Parting] = {0: _Parting()}
        for end in range(1, len(seams)):
            for start in range(1 if end == len(seams) - 1 else 0, end):
                if start not in best:
                    continue
                strip = _strip(box, axis, seams[start].place, seams[end].place)
                within = tuple(sorted(order[seams[start].before : seams[end].before]))
                cards = self._cards(strip, within, axis, deeper=deeper)
                longer = best[start].followed_by(cards, seams[end].width, seams[end].unseen)
                if cards.parts and (end not in best or self._rank(longer) > self._rank(best[end])):
                    best[end] = longer
        return best.get(len(seams) - 1, _Parting())

    def _rank(self, parting: _Parting) -> tuple[float, int, float]:
        return parting.rank(self.unseen)

    def _gaps(self, members: _Members, axis: int) -> tuple[list[int], list[_Gap]]:
        """The lines in order along an axis, and the widest places where nothing lies between them."""
        spans = sorted((*_span(self.shown.lines[member].box, axis), member) for member in members)
        gaps, end = [], spans[0][1]
        for place, (start, stop, _) in enumerate(spans):
            if start - end > self.shown.line_height:
                gaps.append(_Gap(end, start, place))
            end = max(end, stop)
        widest = sorted(gaps, key=lambda gap: -gap.width)[:_GAPS]
        return [member for _, _, member in spans], sorted(widest, key=lambda gap: gap.before)

    def _seam(self, box: Box, axis: int, gap: _Gap) -> _Seam:
        seen, place = self.shown.seen(_strip(box, axis, gap.start, gap.end), axis)
        if seen <= _SEAM[0]:
            return _Seam((gap.start + gap.end) / 2, gap.before, gap.width, unseen=1.0)
        return _Seam(place, gap.before, gap.width, max(0.0, (_SEAM[1] - seen) / (_SEAM[1] - _SEAM[0])))

    def _cards(self, box: Box, members: _Members, axis: int, *, deeper: bool) -> _Parting:
        """What a strip holds: several cards, one, or, where its shape is no card's, none."""
        sides = sorted((box.width, box.height))
        fits = len(members) <= _MOST_LINES and self.shape[0] * sides[0] <= sides[1] <= self.shape[1] * sides[0]
        alone = _Parting((_Part(box, self._name(members)),)) if fits else _Parting()
        inner = self._strips(box, members, 1 - axis, deeper=False) if deeper else _Parting()
        return max((one for one in (inner, alone) if one.parts and one.is_even), key=self._rank, default=alone)

    def _name(self, members: _Members) -> str:
        if members not in self.names:
            self.names[members] = _name_on([self.shown.lines[member] for member in members], self.region)
        return self.names[members]


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
