"""Lists of goods and services: lines alike under one another, none of which is a name, a title or a company."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from cardkeeper.fields.facts import facts_of
from cardkeeper.fields.layout import Piece, below

_MANY: Final = 4
"""Lines alike that make a list."""
_WORDS: Final = 5
"""Words of one of the goods are fewer."""
_TALL: Final = 1.25
"""Print that much taller than usual is of a logotype."""


def with_goods(pieces: Sequence[Piece], usual: float) -> list[Piece]:
    """The pieces, with the hint "goods" for those that stand in such a list."""
    found = list(pieces)
    plain = [index for index, piece in enumerate(pieces) if _may_be_good(piece, usual)]
    alone = [index for index in plain if sum(pieces[index].line == other.line for other in pieces) == 1]
    while alone:
        run = [alone.pop(0)]
        while (after := next((each for each in alone if _goes_on(pieces[run[-1]], pieces[each])), None)) is not None:
            run.append(after)
            alone.remove(after)
        if len(run) >= _MANY:
            for index in run:
                found[index] = replace(pieces[index], hint="goods")
    return found


def _may_be_good(piece: Piece, usual: float) -> bool:
    facts = facts_of(piece.text)
    said = facts.title or facts.legal or facts.honorific or facts.degree or facts.street or facts.country or facts.place
    named = facts.first and facts.last
    few = 0 < len(facts.words) < _WORDS and not facts.digits
    return not piece.hint and few and not said and not named and piece.box.height < _TALL * usual


def _goes_on(before: Piece, after: Piece) -> bool:
    """Whether a line follows another in one list: right below, in the same print, on one edge."""
    a, b = before.box, after.box
    edge = min(abs(a.left - b.left), abs(a.right - b.right), abs(a.left + a.right - b.left - b.right) / 2)
    alike = 0.8 < b.height / max(1.0, a.height) < _TALL and before.text.isupper() == after.text.isupper()
    return below(a, b) and alike and edge < 0.5 * a.height
