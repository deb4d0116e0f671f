"""What each group of print is worth in each role: the words of its rows, its size, its place, and how well it joins."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from cardkeeper.fields.addresses import points_of_address
from cardkeeper.fields.assignment import CUT, Candidate
from cardkeeper.fields.context import Clues, host_likeness, squeeze
from cardkeeper.fields.facts import Facts, Points, facts_of, row_of_degrees
from cardkeeper.fields.grouping import GOES_ON, Group
from cardkeeper.fields.layout import Piece
from cardkeeper.fields.names import likelihood_of_name
from cardkeeper.fields.organisations import (
    UNITS,
    headed_by_department,
    headed_by_title,
    likelihood_of_company,
    likelihood_of_department,
    likelihood_of_title,
)
from cardkeeper.fields.weights import weighed
from cardkeeper.fields.words import east_asian
from cardkeeper.model.drafts import FieldName

_PARTS_OF_ADDRESS: Final = 2.0
"""How much rather an address is all of its line than other values are."""
_BRACKETED: Final = 22
"""Signs of what is left over beside a contact point and says something of that, rather than by itself."""
_GOODS: Final = {
    FieldName.NAME: -1.5,
    FieldName.TITLE: -1.0,
    FieldName.DEPARTMENT: -1.0,
    FieldName.COMPANY: -2.5,
    FieldName.ADDRESS: -2.0,
}
LONGEST = {FieldName.NAME: 3, FieldName.TITLE: 4, FieldName.DEPARTMENT: 4, FieldName.COMPANY: 4, FieldName.ADDRESS: 8}


def candidate(role: FieldName, group: Group, pieces: Sequence[Piece], clues: Clues) -> Candidate:
    """A group in a role, with all reasons for and against."""
    members = [pieces[index] for index in group.pieces]
    reasons: list[tuple[str, float]] = list(_hints(role, members))
    if group.cuts:
        reasons.append(("cuts a printed line", -_cost_of_cuts(role, group, pieces)))
    lists = sum(group.cuts >> index & 1 for index, piece in enumerate(pieces) if _listed(piece, pieces))
    if lists and (role is not FieldName.TITLE or not _among_titles(group, pieces)):
        reasons.append(("cuts a list", -1.2 * lists))
    parting = "|•·" if role is FieldName.COMPANY else "|•·–—-/"
    bars = sum(any(sign in piece.between for sign in parting) for piece in members[1:])
    if bars and role in {FieldName.COMPANY, FieldName.NAME}:
        reasons.append(("bars or bullets within", (-3.0 if role is FieldName.NAME else -1.8) * bars))
    if group.cuts and _beside_title(group, pieces):
        reasons.extend(_after_title(role, members[0]))
    if role is FieldName.ADDRESS:
        reasons.extend(points_of_address(group, members, clues))
    else:
        reasons.extend(_words(role, group, clues))
        reasons.extend(_rows(role, group))
        if role is FieldName.COMPANY:
            reasons.extend(_gain(group, clues) if len(group.rows) > 1 else _in_parts(group, clues))
        reasons.extend(group.joins)
        apart = 0.5 if role is FieldName.COMPANY and len(group.rows) == len(members) else 1.0
        reasons.append(("unlike in size or script", group.styled * apart))
        stacked = len(group.rows) == len(members)
        height = group.height if role is FieldName.COMPANY and stacked else _height(members)
        reasons.append(("size of print", _size(role, relative_height(height, clues.height))))
    counted = weighed(role, tuple(reasons))
    return Candidate(role, group, sum(worth for _, worth in counted), counted)


def _cost_of_cuts(role: FieldName, group: Group, pieces: Sequence[Piece]) -> float:
    """What it costs to leave the rest of a printed line to others; nothing where that is labelled, or a firm's town."""
    beyond = [at - 1 if at in group.pieces else at for at in range(len(pieces)) if group.cuts >> at & 1]
    others = sum(pieces[at].hint not in {"skip", "heading"} for at in beyond)
    if role is FieldName.COMPANY and all(facts_of(pieces[at].text).only_place for at in beyond):
        return 0.0  # "Atelier Zom - Sharjah"
    return CUT * others * (_PARTS_OF_ADDRESS if role is FieldName.ADDRESS else 1.0)


def _listed(piece: Piece, pieces: Sequence[Piece]) -> bool:
    """Whether a piece goes on a list: parted by a bar or bullet, or by one of several strokes of its line."""
    strokes = sum(other.line == piece.line and "/" in other.between for other in pieces)
    return bool(set("|•·") & set(piece.between)) or ("/" in piece.between and strokes > 1)


def _open(row: str) -> bool:
    """Whether a row of a title goes on: it ends without a word of titles, or in a comma or the like."""
    last = facts_of(row.rsplit(maxsplit=1)[-1]) if row.split() else facts_of("")
    return not last.title or row.rstrip().endswith((",", "&", "-", "/"))


def _among_titles(group: Group, pieces: Sequence[Piece]) -> bool:
    """Whether a group has words of titles and so have most parts of its line: "Director | Producer | Editor"."""
    line = pieces[group.pieces[0]].line
    titled = [facts_of(piece.text).title > 0 for piece in pieces if piece.line == line]
    return facts_of(group.text).title > 0 and 2 * sum(titled) >= len(titled)


def _after_title(role: FieldName, piece: Piece) -> Points:
    """What a separator beside a title says of a part of its line: "Student Fellow, NetCadets", "Partner, Climate"."""
    facts = facts_of(piece.text)
    if role is FieldName.COMPANY and facts.modifier + facts.function + facts.organisation < len(facts.words):
        return (("on one line with a title", 1.6),)
    if role is FieldName.DEPARTMENT and piece.between.strip() == "," and not headed_by_department(facts.words):
        return (("behind the comma of a title", -1.5),)
    return ()


def _beside_title(group: Group, pieces: Sequence[Piece]) -> bool:
    """Whether a title stands on the same line, cut from it by a separator: "Student Fellow, NetCadets"."""
    if len(group.pieces) != 1:
        return False
    here = group.pieces[0]
    beside = (other for other in (here - 1, here + 1) if 0 <= other < len(pieces))
    return any(pieces[other].line == pieces[here].line and facts_of(pieces[other].text).title for other in beside)


def relative_height(height: float, usual: float) -> float:
    """How much taller than usual, in doublings, between -1 and 2."""
    return max(-1.0, min(2.0, math.log2(max(height, 1.0) / max(usual, 1.0))))


def _height(members: Sequence[Piece]) -> float:
    """The height of print of most of the letters."""
    letters = sum(len(piece.text) for piece in members)
    return sum(piece.box.height * len(piece.text) for piece in members) / max(1, letters)


def _hints(role: FieldName, members: Sequence[Piece]) -> Points:
    found: list[tuple[str, float]] = []
    hints = {piece.hint for piece in members}
    if "skip" in hints:
        found.append(("labelled as something else", -8.0))
    if "hours" in hints:
        found.append(("opening hours", -8.0))
    if "goods" in hints:
        found.append(("one of a list of goods", _GOODS[role] * sum(piece.hint == "goods" for piece in members)))
    if "list" in hints:
        found.append(("one of a list of places", -6.0))
    if "street" in hints and role is not FieldName.ADDRESS:
        found.append(("on one line with a street", -4.5 if role is FieldName.NAME else -2.5))
    if "heading" in hints:
        found.append(("a heading", -6.0))
    if "name" in hints:
        found.append(("labelled as a name", 3.0 if role is FieldName.NAME else -3.0))
    if "beside" in hints:
        left = [piece.text for piece in members if piece.hint == "beside"]
        lines = len({piece.line for piece in members if piece.hint == "beside"})
        bracketed = any(len(text) < _BRACKETED for text in left)
        place = role is FieldName.ADDRESS and (
            (len(members) == 1 and "," in left[0])
            or all(not text.startswith("(") and facts_of(text).country == len(facts_of(text).words) for text in left)
        )
        found.append(("left over beside a contact point", 0.0 if place else -4.0 * lines if bracketed else -1.0))
    return tuple(found)


def _words(role: FieldName, group: Group, clues: Clues) -> Points:
    match role:
        case FieldName.NAME:
            return likelihood_of_name(group.text, clues)
        case FieldName.TITLE:
            return likelihood_of_title(group.text)
        case FieldName.DEPARTMENT:
            return likelihood_of_department(group.text, clues)
        case _:
            return likelihood_of_company(group.text, clues)


def _rows(role: FieldName, group: Group) -> Points:
    """What each row after the first adds: a second title or department counts by itself, a repeated word against."""
    points: list[tuple[str, float]] = []
    first = facts_of(group.rows[0])
    if role is FieldName.TITLE and len(group.rows) > 1:
        points.extend(("only degrees", -4.0) for row in group.rows if row_of_degrees(row))
    for row in group.rows[1:]:
        facts = facts_of(row)
        points.append(("one row more", -0.5))
        match role:
            case FieldName.TITLE:
                points.extend(_title_row(row, facts, group.rows[0], first))
            case FieldName.DEPARTMENT:
                points.extend(_department_row(facts, first, alike=_alike(group)))
            case FieldName.COMPANY:
                points.extend(_company_row(facts, first, alike=_alike(group)))
            case FieldName.NAME if facts.honorific and first.first + first.last:
                points.append(("another person", -2.5))
            case _:
                pass
        if facts.tie and not (role is FieldName.TITLE and facts.title > 1):
            points.append(("tells what it belongs to", -4.0))
    return tuple(points)


def _title_row(row: str, facts: Facts, opening: str, first: Facts) -> Points:
    words = max(1, len(facts.words))
    alike = first.title > 0 and east_asian(row) == east_asian(opening)
    if alike and (facts.title > facts.organisation or (facts.title and headed_by_title(facts.words))):
        return (("another title", 1.7),)
    if 2 * (facts.modifier + facts.function) >= words and not facts.department:
        return (("words beside titles", 1.4 if _open(opening) else -0.3),)
    return ()


def _department_row(facts: Facts, first: Facts, *, alike: bool) -> Points:
    if facts.department and first.department and not facts.title:
        return (("another department", 3.2),)
    if alike and facts.words and facts.words[-1] in UNITS:
        return (("another unit", 2.4),)
    return ()


def _alike(group: Group) -> bool:
    """Whether all rows look alike and stand close: print that nobody would set so for two values."""
    tight = sum(worth > 0 for reason, worth in group.joins if reason == "distance of lines")
    return group.styled > -0.25 * (len(group.rows) - 1) and tight == len(group.rows) - 1


def _company_row(facts: Facts, first: Facts, *, alike: bool) -> Points:
    points: list[tuple[str, float]] = []
    if first.legal and not facts.legal:
        points.append(("goes on behind its legal form", -2.5))
    if facts.organisation + facts.legal + facts.country >= max(1, len(facts.words)):
        points.append(("only words of organisations", 2.0 if len(facts.words) < 3 or facts.legal else -0.5))
    elif (
        alike
        and (facts.organisation or facts.legal or first.organisation)
        and not facts.title + facts.digits + facts.department
    ):
        points.append(("looks like the row before", 1.3))
    elif facts.organisation and first.organisation and not facts.legal:
        points.append(("an organisation by itself", -1.2))
    return tuple(points)


def _gain(group: Group, clues: Clues) -> Points:
    """Whether the rows after the first help to explain the name of the host, or the first does it alone."""
    rows = group.rows
    first, whole, rest = (host_likeness(text, clues.cores) for text in (rows[0], " ".join(rows), " ".join(rows[1:])))
    if whole > max(first, rest):
        return (("the next line adds to the host's name", 2.0 * (whole - first)),)
    if any(reason == GOES_ON for reason, _ in group.joins):
        return ()
    if rest > first:
        return (("the first line adds nothing to the host's name", -1.0 * rest),)
    return (("the next line adds nothing to the host's name", -1.0 * first),) if first else ()


def _in_parts(group: Group, clues: Clues) -> Points:
    """Whether pieces beside each other, of whatever size, together spell the name of the host, as logotypes do."""
    whole = squeeze(group.text)
    if len(group.pieces) < 2 or " " not in group.text.strip() or whole not in {squeeze(core) for core in clues.cores}:
        return ()
    return (("its parts spell the host's name", 2.0 - group.styled),)


def _size(role: FieldName, taller: float) -> float:
    match role:
        case FieldName.NAME:
            return 2.2 * taller if taller > 0 else 2.0 * taller
        case FieldName.COMPANY:
            return 1.8 * taller if taller > 0 else 0.8 * taller
        case _:
            return -0.8 * max(0.0, taller)
