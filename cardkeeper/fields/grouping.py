"""Which adjacent pieces of print may be one value: chains of neighbours, each join with points for and against."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from cardkeeper.fields.facts import Points
from cardkeeper.fields.layout import Piece, below, gap_between, right_of, same_row, union
from cardkeeper.fields.words import east_asian
from cardkeeper.model.geometry import Box

_JOINING: Final = "of|and|for|de|des|du|und|für|et|y|van|von|di|della|do|da|to|en|och|e|zur|zum"
_OPEN_END: Final = re.compile(rf"(?i)(?:[,&/+\-–]|\b(?:{_JOINING}|the|in|at|i))\s*$")
_OPEN_START: Final = re.compile(rf"(?i)^(?:[&/\-–(]|\+(?=\w)|(?:{_JOINING})\s)")
GOES_ON: Final = "goes on in the next line"
_MOST: Final = 1200
"""Chains looked at, at most: a card of ordinary print has some hundred."""


_MEASURABLE: Final = 5
"""Letters from which the width of a line tells the size of its print."""
_WIDTHS: Final = {"iljI.,:;'|!()": 0.28, "ftr-": 0.36, " ": 0.27, "mw": 0.84, "MW": 0.9}
_WIDTH_OF: Final = {sign: width for signs, width in _WIDTHS.items() for sign in signs}


@dataclass(frozen=True, slots=True)
class Group:
    """Pieces, in reading order, that may be one value."""

    pieces: tuple[int, ...]
    mask: int
    box: Box
    height: float
    rows: tuple[str, ...]
    """The text of each printed row."""
    text: str
    joins: Points
    styled: float
    """How unlike each other its pieces look, in points below zero."""
    cuts: int
    """Where its ends lie within a printed line: bit i stands for the separator before piece i."""
    last: bool = False
    """Whether no other words follow right below it."""


def chains(pieces: Sequence[Piece], usual: int, longest: int, lasting: Sequence[bool]) -> list[Group]:
    """All runs of up to `usual` neighbours, each set of pieces once, and up to `longest` of those that may last."""
    follow = [_followers(pieces, index) for index in range(len(pieces))]
    seen: dict[int, tuple[int, ...]] = {}

    def extend(chain: tuple[int, ...], mask: int) -> None:
        seen[mask] = chain
        size = len(chain)
        if size >= longest or len(seen) > _MOST or (size >= usual and not all(lasting[index] for index in chain)):
            return
        options = dict.fromkeys(follow[chain[-1]][0])
        for index in chain:
            if index == chain[-1] or same_row(pieces[index].box, pieces[chain[-1]].box):
                options |= dict.fromkeys(follow[index][1])
        for option in options:
            grown = mask | 1 << option
            if grown != mask and grown not in seen:
                extend((*chain, option), grown)

    for first in range(len(pieces)):
        if 1 << first not in seen:
            extend((first,), 1 << first)
    return [
        replace(group_of(chosen, pieces), last=not any(set(follow[index][1]) - set(chosen) for index in chosen))
        for chosen in seen.values()
    ]


def _followers(pieces: Sequence[Piece], index: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The pieces right beside and right below one."""
    here = pieces[index]
    beside: list[int] = []
    under: list[int] = []
    for other, piece in enumerate(pieces):
        if other == index:
            continue
        if piece.line == here.line:
            if other == index + 1:
                beside.append(other)
        elif right_of(here.box, piece.box):
            beside.append(other)
        elif below(here.box, piece.box):
            under.append(other)
    if under:
        nearest = min(pieces[other].box.top for other in under)
        under = [other for other in under if pieces[other].box.top - nearest < 0.6 * here.box.height]
    return tuple(beside), tuple(under)


def group_of(chosen: tuple[int, ...], pieces: Sequence[Piece]) -> Group:
    """The group that these pieces make."""
    members = [pieces[index] for index in chosen]
    joins: list[tuple[str, float]] = []
    styled = 0.0
    for before, after in pairwise(members):
        styled += _style(before, after)
        joins.extend(_join(before, after))
    rows = tuple(_rows(members))
    return Group(
        chosen,
        sum(1 << index for index in chosen),
        union([piece.box for piece in members]),
        max(piece.box.height for piece in members),
        rows,
        " ".join(rows),
        tuple(joins),
        styled,
        _cuts(chosen, pieces),
    )


def _cuts(chosen: tuple[int, ...], pieces: Sequence[Piece]) -> int:
    cuts = 0
    for index in chosen:
        if pieces[index].cut_before and index - 1 not in chosen:
            cuts |= 1 << index
        if index + 1 < len(pieces) and pieces[index + 1].cut_before and index + 1 not in chosen:
            cuts |= 1 << index + 1
    return cuts


def _rows(members: Sequence[Piece]) -> list[str]:
    rows: list[str] = [members[0].text]
    for before, after in pairwise(members):
        if before.line == after.line:
            rows[-1] += (after.between or " ") + after.text
        elif same_row(before.box, after.box):
            rows[-1] += " " + after.text
        else:
            rows.append(after.text)
    return rows


def _style(before: Piece, after: Piece) -> float:
    """How unlike two neighbours look: size of print, capitals, script."""
    if before.line == after.line:
        return 0.0
    ratio = abs(math.log2(max(1.0, before.box.height) / max(1.0, after.box.height)))
    points = -3.0 * max(0.0, ratio - 0.28)
    if min(len(before.text), len(after.text)) >= _MEASURABLE:
        wider = abs(math.log2(letter_width(before.text, before.box) / letter_width(after.text, after.box)))
        points -= 2.0 * min(1.0, max(0.0, wider - 0.2))
    if before.text.isupper() != after.text.isupper() and len(after.text) > 3 and len(before.text) > 3:
        points -= 0.6
    if east_asian(before.text) != east_asian(after.text):
        points -= 1.5
    return points


def letter_width(text: str, box: Box) -> float:
    """How wide its print is, in pixels for an em of a usual typeface; wide-set and bold letters count as larger."""
    ems = sum(_WIDTH_OF.get(sign, 0.66 if sign.isupper() else 1.0 if east_asian(sign) else 0.54) for sign in text)
    return max(1.0, box.width) / max(0.3, ems)


def _join(before: Piece, after: Piece) -> list[tuple[str, float]]:
    if before.line == after.line:
        return []
    joins = []
    if not same_row(before.box, after.box):
        gap = gap_between(before.box, after.box)
        joins.append(("distance of lines", 0.4 if gap < 0.45 else 0.0 if gap < 0.75 else -0.9))
    if goes_on(before.text, after.text):
        joins.append((GOES_ON, 2.0))
    return joins


def goes_on(before: str, after: str) -> bool:
    """Whether a line ends or the next begins with a word or sign that joins: "Centre for", "& Sons"."""
    return _OPEN_END.search(before) is not None or _OPEN_START.match(after) is not None
