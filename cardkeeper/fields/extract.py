"""The way from a reading to a draft, in order: contact points, pieces, groups, roles, values, what is left."""

from __future__ import annotations

from collections.abc import Sequence

from cardkeeper.fields.addresses import likelihood_of_address
from cardkeeper.fields.assignment import KEPT, ROLES, Candidate, assign, other_addresses, shortlist
from cardkeeper.fields.codes import settled
from cardkeeper.fields.context import Clues
from cardkeeper.fields.grouping import chains
from cardkeeper.fields.layout import Piece
from cardkeeper.fields.looks import agreed, gaps_of
from cardkeeper.fields.mending import mended
from cardkeeper.fields.pieces import pieces_of
from cardkeeper.fields.points_of_lines import collect
from cardkeeper.fields.scoring import LONGEST, candidate
from cardkeeper.fields.values import left_over, lost_line, value_of
from cardkeeper.model.cards import Reading
from cardkeeper.model.drafts import Draft, DraftValue, FieldName


def extract(reading: Reading, region: str = "") -> Draft:
    """What a card seems to say.

    `region` is the ISO 3166 code of the user's own country, used for phone numbers where the card names no other;
    "" when unknown. Every line of the reading stands in `lines` of some value.
    """
    contact = collect(reading, region)
    pieces = pieces_of(reading, contact.taken)
    values = [*contact.values, *_role_values(pieces, contact.clues)]
    values = settled(agreed(values, reading), reading.codes)
    return Draft(_nothing_lost(sorted(values, key=_place_in_form), reading), gaps_of(values, reading))


def _role_values(pieces: Sequence[Piece], clues: Clues) -> list[DraftValue]:
    lists = _shortlists(pieces, clues)
    outcome = assign(lists)
    values, used = [], 0
    for role in ROLES:
        chosen = outcome.chosen[role]
        if chosen.group:
            values.append(mended(value_of(chosen, outcome, pieces), clues))
            used |= chosen.mask
    for more in other_addresses(lists[FieldName.ADDRESS], used) if outcome.chosen[FieldName.ADDRESS].group else ():
        values.append(value_of(more, outcome, pieces))
        used |= more.mask
    return [*values, *left_over(pieces, used)]


def candidates(reading: Reading, region: str) -> dict[FieldName, list[Candidate]]:
    """All that each role of a card may be, and leaving it empty: what learning chooses from."""
    contact = collect(reading, region)
    return _shortlists(pieces_of(reading, contact.taken), contact.clues, most=10**6)


def _shortlists(pieces: Sequence[Piece], clues: Clues, most: int = KEPT) -> dict[FieldName, list[Candidate]]:
    groups = chains(pieces, 4, LONGEST[FieldName.ADDRESS], _lasting(pieces))
    return {
        role: shortlist(
            role,
            [candidate(role, group, pieces, clues) for group in groups if len(group.pieces) <= LONGEST[role]],
            most,
        )
        for role in ROLES
    }


def _lasting(pieces: Sequence[Piece]) -> list[bool]:
    """Which pieces may stand in an address, and so in long groups: by themselves, or behind such a one in its line."""
    lasting: list[bool] = []
    for index, piece in enumerate(pieces):
        goes_on = index > 0 and piece.line == pieces[index - 1].line and lasting[-1]
        lasting.append(goes_on or sum(worth for _, worth in likelihood_of_address(piece.text, piece.hint)) > -1.0)
    return lasting


def _place_in_form(value: DraftValue) -> tuple[int, float, float]:
    top, left = (value.boxes[0].top, value.boxes[0].left) if value.boxes else (0.0, 0.0)
    return tuple(FieldName).index(value.field), top, left


def _nothing_lost(values: list[DraftValue], reading: Reading) -> tuple[DraftValue, ...]:
    held = {line for value in values for line in value.lines}
    return (*values, *(lost_line(line, index) for index, line in enumerate(reading.lines) if index not in held))
