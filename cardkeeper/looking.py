"""What is seen on a page: which of its cuts are cards, and which others lie on it, told by what stands on them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Final

from cardkeeper.apart import Shown, apart, cards_among, is_page, lying_on, named_on, reaches
from cardkeeper.capture.codes import find_codes
from cardkeeper.capture.framing import Cut, cut_along, find_panels, on_page, whole
from cardkeeper.capture.seams import Seams
from cardkeeper.images import Picture
from cardkeeper.model.cards import TextLine
from cardkeeper.model.geometry import Box, Point, Quad
from cardkeeper.model.progress import ReadOptions
from cardkeeper.reading import panel as readers
from cardkeeper.reading.panel import Panel
from cardkeeper.reading.upright import turn_quad

_LITTLE: Final = 25.0
"""Sure letters and digits below which a cut says so little that the whole page is read as well."""
_MORE: Final = 1.1
"""How many times more sure text the whole page must hold to be kept instead of a cut that goes through no print."""
_LESS: Final = 0.9
"""How much less sure text a page may hold that was cut along its lines."""
_WORD: Final = re.compile(r"[^\W_]{3}")
"""Letters or digits of which at least one word is made; a card says no less, or has a code. Keys of a keyboard do."""
_CROWDED: Final = 14
"""Lines from which a cut may be no card, but something that cards lie on."""
_BACK: Final = 1.6
"""How many times as large or small as a card on the same page the back of one may look."""
_LIKE: Final = 2.5
"""How many times as large or small as the others a card may look that was overlooked."""


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """A part of a page, and what was read on it."""

    cut: Cut
    seen: readers.Page

    @property
    def quad(self) -> Quad:
        """Where it lies on the page, its corners named as the print stands."""
        return turn_quad(self.cut.quad, self.seen.turn)

    def place(self, box: Box) -> Quad:
        """Where on the page something lies that is seen here."""
        height, width = self.seen.picture.shape[:2]
        return on_page(self.quad, width, height, Quad.of_box(box))

    def shown(self, lines: Sequence[TextLine] | None = None) -> Shown:
        """What is seen here, with all of its lines or only some."""
        height, width = self.seen.picture.shape[:2]
        return Shown(self.seen.lines if lines is None else lines, width, height, Seams(self.seen.picture).seen)

    def lines_in(self, part: Quad) -> list[TextLine]:
        """The lines that stand in a part of the page."""
        return [line for line in self.seen.lines if part.holds(self.place(line.box).middle())]

    def lines_beside(self, parts: Sequence[Quad]) -> list[TextLine]:
        """The lines that stand in none of these parts of the page."""
        return [
            line for line in self.seen.lines if not any(part.holds(self.place(line.box).middle()) for part in parts)
        ]

    def runs_on(self, part: Quad, parts: Sequence[Quad]) -> bool:
        """Whether a line begins in a part of the page and goes on to where none of the parts is, or ends there."""
        for line in self.seen.lines:
            ends = self._ends(line.box)
            within = [part.holds(end) for end in ends]
            if any(within) and not all(within) and not all(any(one.holds(end) for one in parts) for end in ends):
                return True
        return False

    def _ends(self, box: Box) -> tuple[Point, Point]:
        """Where on the page a line has its first and its last letter."""
        middle, inset = box.middle[1], min(box.width, box.height) / 2
        place = self.place(Box(box.left + inset, middle, max(box.left + inset, box.right - inset), middle))
        return place.top_left, place.top_right


class Looking:
    """Reads what was cut out of one page."""

    def __init__(self, page: Picture, options: ReadOptions, panel: Panel) -> None:
        self._page = page
        self._options = options
        self._panel = panel

    def at(self, cuts: Sequence[Cut]) -> Iterator[list[Look]]:
        """The cards that are seen in each cut in turn, and last those that were overlooked beside several others."""
        if len(cuts) == 1:
            yield self._told_apart(self._only(cuts[0]))
        elif all(cut.sure for cut in cuts):
            yield from map(self._told_apart, _without_strangers(self._look(cut) for cut in cuts))
        else:
            yield from self._doubtful(cuts)

    def _look(self, cut: Cut) -> Look:
        return Look(cut, readers.look(self._panel, cut.picture, self._options.timeout))

    def _only(self, cut: Cut) -> Look:
        """The only cut of a page as it is best read: itself, the whole page, or the page along its lines."""
        look = self._look(cut)
        return self._levelled(look if cut.whole else self._better_of_whole(look))

    def _better_of_whole(self, look: Look) -> Look:
        """The cut, or where it is doubtful and the whole page says more, that."""
        seen = look.seen
        if look.cut.sure and not seen.cut_through and seen.weight >= _LITTLE:
            return look
        everything = self._look(whole(self._page))
        more = everything.seen.weight > (1.0 if seen.cut_through else _MORE) * seen.weight
        is_card = not seen.cut_through and bool(self._cards_of(everything, [look.quad]))
        return everything if more and not is_card else look

    def _levelled(self, look: Look) -> Look:
        """A page on which no edge of a card was seen, cut along its lines of print where they run aslant."""
        if not look.cut.whole or look.seen.slant is None:
            return look
        height, width = look.seen.picture.shape[:2]
        level = self._look(cut_along(self._page, on_page(look.quad, width, height, look.seen.slant)))
        return (
            replace(level, cut=replace(level.cut, whole=True)) if level.seen.weight > _LESS * look.seen.weight else look
        )

    def _doubtful(self, cuts: Sequence[Cut]) -> Iterator[list[Look]]:
        """What is seen of several cuts that may not be all cards of the page, nor all be cards.

        What the whole page shows beside them is a card that was overlooked. What goes through its print is none, nor is
        what says nothing; where none is left, the whole page is one.
        """
        everything = self._only(whole(self._page))
        quads = [cut.quad for cut in cuts]
        if parts := self._parted(everything, quads):
            yield from parts
            return
        looks = (look for look in map(self._look, cuts) if _says_something(look.seen))
        whole_ones = (
            look for look in looks if not (look.seen.cut_through and everything.runs_on(look.cut.quad, quads))
        )
        kept = []
        for look in _without_strangers(whole_ones):
            kept.append(look.cut.quad)
            yield self._told_apart(look)
        yield self._overlooked(everything, kept) if kept else self._told_apart(everything)

    def _parted(self, everything: Look, quads: Sequence[Quad]) -> list[list[Look]]:
        """The cards of a page as its print and its seams part them, where more people are named so than on its cuts."""
        region = self._options.region
        boxes = apart(everything.shown(), region, whole=True)
        parts = [[line for line in everything.seen.lines if box.shared_area(line.box) > 0] for box in boxes]
        if named_on(parts, region) <= named_on(map(everything.lines_in, quads), region):
            return []
        return [self._nearer([everything.place(box)]) for box in boxes]

    def _told_apart(self, look: Look) -> list[Look]:
        """What was seen of a cut, or of each card in it, looked at from near."""
        places = apart(look.shown(), self._options.region, whole=look.cut.whole)
        if len(look.seen.lines) >= _CROWDED:
            cards = self._lying_on(look)
            if cards and len(cards) >= len(places):
                return [*self._nearer(cards), *(self._overlooked(look, cards) if len(cards) > 1 else ())]
        return self._nearer([look.place(place) for place in places]) or [look]

    def _lying_on(self, look: Look) -> list[Quad]:
        """The parts of what is seen that are cards lying on it."""
        height, width = look.seen.picture.shape[:2]
        for panels in find_panels(look.seen.picture):
            if cards := self._cards_of(look, [on_page(look.quad, width, height, panel) for panel in panels]):
                return cards
        return []

    def _cards_of(self, look: Look, panels: Sequence[Quad]) -> list[Quad]:
        """Which of these parts of a page are cards lying on it; on a page of text small print is read from near."""
        parts, rest = [look.lines_in(panel) for panel in panels], look.lines_beside(panels)
        cards = lying_on(parts, rest, self._options.region)
        if not cards and is_page(rest):
            near = [self._look(cut_along(self._page, panel)).seen.lines for panel in panels]
            cards = lying_on(near, rest, self._options.region)
        return [panels[number] for number in cards]

    def _nearer(self, places: Sequence[Quad]) -> list[Look]:
        looks = [self._look(cut_along(self._page, place)) for place in places]
        return [card for look in looks for card in self._told_apart(look)]

    def _overlooked(self, everything: Look, cards: Sequence[Quad]) -> list[Look]:
        """What is seen of cards of whose edges nothing is seen: about as large as the others, with a name on them."""
        rest = everything.shown(everything.lines_beside(cards))
        usual = median(card.area for card in cards)
        places = [everything.place(box) for box in cards_among(rest, self._options.region)] if rest.lines else []
        return self._nearer([place for place in places if usual / _LIKE < place.area < usual * _LIKE])


def _without_strangers(looks: Iterable[Look]) -> Iterator[Look]:
    """Without what is no card beside one that reaches somebody: boards that say nothing, keys, a page of a notebook.

    What is as large as such a card may be the back of one, with or without words.
    """
    waiting, sizes = [], []
    for look in looks:
        waiting.append(look)
        if reaches(look.seen.lines):
            sizes.append(look.quad.area)
        if sizes:
            yield from (one for one in waiting if not _is_stranger(one, sizes))
            waiting = []
    yield from waiting


def _is_stranger(look: Look, sizes: Sequence[float]) -> bool:
    says, crowded = _says_something(look.seen), is_page(look.seen.lines)
    alike = any(size / _BACK < look.quad.area < size * _BACK for size in sizes)
    return (crowded and not says) if alike else (crowded or not says)


def _says_something(seen: readers.Page) -> bool:
    return any(_WORD.search(line.text) for line in seen.lines) or bool(find_codes(seen.picture))
