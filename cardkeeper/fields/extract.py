"""The way from a reading to a draft, in order: contact points, pieces, groups, roles, confidence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cardkeeper.fields.assignment import ROLES, Assignment, Candidate, assign, shortlist
from cardkeeper.fields.confidence import confidence_of
from cardkeeper.fields.context import Clues
from cardkeeper.fields.evidence import (
    Points,
    facts_of,
    likelihood_of_address,
    likelihood_of_company,
    likelihood_of_department,
    likelihood_of_name,
    likelihood_of_title,
    relative_height,
)
from cardkeeper.fields.grouping import Group, chains
from cardkeeper.fields.layout import Piece
from cardkeeper.fields.pieces import pieces_of
from cardkeeper.fields.points_of_lines import collect
from cardkeeper.model.cards import Reading
from cardkeeper.model.drafts import Draft, DraftValue, FieldName, Look

_LONGEST = {FieldName.NAME: 3, FieldName.TITLE: 4, FieldName.DEPARTMENT: 3, FieldName.COMPANY: 4, FieldName.ADDRESS: 7}


def extract(reading: Reading, region: str = "") -> Draft:
    """What a card seems to say.

    `region` is the ISO 3166 code of the user's own country, used for phone numbers where the card names no other;
    "" when unknown. Every line of the reading stands in `lines` of some value.
    """
    contact = collect(reading, region)
    pieces = pieces_of(reading, contact.taken, contact.hints)
    clues = contact.clues
    outcome = _roles(pieces, clues)
    values = list(contact.values)
    used = 0
    for role in ROLES:
        candidate = outcome.chosen.get(role)
        if candidate and candidate.group:
            values.append(_value(candidate, outcome, pieces, reading))
            used |= candidate.group.mask
    values.extend(_rest(pieces, used, reading))
    return Draft(_nothing_lost(_ordered(values), reading))


def _roles(pieces: Sequence[Piece], clues: Clues) -> Assignment:
    groups = chains(pieces, max(_LONGEST.values()))
    lists = {
        role: shortlist(
            role, [_candidate(role, group, pieces, clues) for group in groups if len(group.pieces) <= _LONGEST[role]]
        )
        for role in ROLES
    }
    return assign(lists)


def _candidate(role: FieldName, group: Group, pieces: Sequence[Piece], clues: Clues) -> Candidate:
    reasons: list[tuple[str, float]] = []
    members = [pieces[index] for index in group.pieces]
    if any(piece.hint == "skip" for piece in members):
        reasons.append(("labelled as something else", -8.0))
    if role is FieldName.ADDRESS:
        for piece in members:
            reasons.extend(likelihood_of_address(piece.text, piece.hint))
        reasons.append(("one value", 0.5 * (len(members) - 1)))
        reasons.append(("unlike in size", 0.5 * group.styled))
        reasons.extend((reason, 0.5 * worth) for reason, worth in group.joins if worth < 0)
    else:
        reasons.extend(_text_points(role, group, clues))
        reasons.extend(group.joins)
        if role is FieldName.COMPANY:
            reasons.append(("unlike in size", 0.5 * group.styled))
        else:
            reasons.append(("unlike in size", group.styled))
        reasons.append(("length", -0.5 * max(0, len(group.rows) - 1)))
        reasons.append(("size of print", _size_points(role, relative_height(group.height, clues.height))))
        if any(piece.hint == "address" for piece in members):
            reasons.append(("labelled as an address", -3.0))
    return Candidate(role, group, sum(worth for _, worth in reasons), tuple(reasons))


def _text_points(role: FieldName, group: Group, clues: Clues) -> Points:
    match role:
        case FieldName.NAME:
            return likelihood_of_name(group.text, clues)
        case FieldName.TITLE:
            return likelihood_of_title(group.text, clues)
        case FieldName.DEPARTMENT:
            return likelihood_of_department(group.text, clues)
        case _:
            return likelihood_of_company(group.text, clues)


def _size_points(role: FieldName, taller: float) -> float:
    match role:
        case FieldName.NAME:
            return 2.2 * taller if taller > 0 else 2.0 * taller
        case FieldName.COMPANY:
            return 1.8 * taller if taller > 0 else 0.8 * taller
        case FieldName.TITLE | FieldName.DEPARTMENT:
            return -0.8 * max(0.0, taller)
        case _:
            return 0.0


def _value(candidate: Candidate, outcome: Assignment, pieces: Sequence[Piece], reading: Reading) -> DraftValue:
    group = candidate.group
    if group is None:
        raise ValueError("an empty role has no value")
    role = candidate.role
    members = [pieces[index] for index in group.pieces]
    text = _joined(role, group, members)
    other = outcome.others.get(role)
    sure = confidence_of(role, outcome.margins[role], min(piece.confidence for piece in members))
    choices = (_joined(role, other.group, [pieces[i] for i in other.group.pieces]),) if other and other.group else ()
    looks = (Look.UNSURE,) if sure < 0.6 else ()
    because = tuple(f"{reason}: {worth:+.1f}" for reason, worth in candidate.reasons if abs(worth) >= 0.05)
    return DraftValue(
        role,
        text,
        sure,
        tuple(piece.box for piece in members),
        tuple(sorted({piece.line for piece in members})),
        looks,
        tuple(choice for choice in choices if choice != text),
        read=text,
        because=(*because, f"ahead of the next best by {outcome.margins[role]:.1f}"),
    )


def _joined(role: FieldName, group: Group, members: Sequence[Piece]) -> str:
    _ = members
    rows = [_clean(row) for row in group.rows]
    if role in (FieldName.ADDRESS, FieldName.DEPARTMENT):
        return ", ".join(rows)
    if role is FieldName.TITLE:
        text = rows[0]
        for before, row, raw in zip(rows, rows[1:], group.rows, strict=False):
            both = facts_of(before).title > 0 and facts_of(row).title > 0
            text += (", " if both or raw.rstrip().endswith(",") else " ") + row
        return text
    return " ".join(rows)


def _clean(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" ,;|·•*-–—/:")


def _rest(pieces: Sequence[Piece], used: int, reading: Reading) -> list[DraftValue]:
    values = []
    for index, piece in enumerate(pieces):
        if not used >> index & 1:
            values.append(
                DraftValue(
                    FieldName.OTHER,
                    piece.text.strip(),
                    piece.confidence,
                    (piece.box,),
                    (piece.line,),
                    read=piece.text.strip(),
                    because=("no role fits it",),
                )
            )
    _ = reading
    return values


def _ordered(values: Sequence[DraftValue]) -> list[DraftValue]:
    order = list(FieldName)
    return sorted(values, key=lambda value: order.index(value.field))


def _nothing_lost(values: list[DraftValue], reading: Reading) -> tuple[DraftValue, ...]:
    held = {line for value in values for line in value.lines}
    for index, line in enumerate(reading.lines):
        if index not in held:
            values.append(
                DraftValue(
                    FieldName.OTHER,
                    line.text.strip(),
                    line.confidence,
                    (line.box,),
                    (index,),
                    read=line.text.strip(),
                    because=("no other value holds this line",),
                )
            )
    return tuple(values)
