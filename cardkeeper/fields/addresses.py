"""How much speaks for a text to be a line of a postal address, and for a group of print to be one whole address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from cardkeeper.fields.context import Clues, host_likeness, local_likeness
from cardkeeper.fields.facts import BOX, Facts, Points, facts_of, postcode_leads
from cardkeeper.fields.grouping import Group
from cardkeeper.fields.layout import Piece, aligned, gap_between, same_row
from cardkeeper.fields.words import east_asian
from cardkeeper.model.geometry import Box

_POSTCODE_AND_TOWN: Final = re.compile(
    r"^(?:[A-Z]{1,2}[- ])?(?:\d{4,5}|\d{4,5}-\d{3}|\d{2}-\d{3}|\d{3} \d{2})\s[^\W\d_]"
)


_CLOSE: Final = 0.8
"""Heights of print between lines of one block."""
_TOWN_AND_STATE: Final = 2
"""Parts of "Portland, Oregon"; three towns are a list."""
_JOINING: Final = 3
"""Letters of a word that names of places write small: "of", "sur", "dos"."""
_ABBREVIATED: Final = 6
"""Letters up to which a row among East Asian ones may be a building or a floor: "B2F", "KITTE"."""
_STATE: Final = re.compile(r"(?:,|\s[–-])\s*[A-Z]{2,3}$")
"""The letters of a state behind its town: "Memphis, TN", "Florianópolis – SC"."""
_UNNUMBERED: Final = re.compile(r"\bs/n\b", re.IGNORECASE)
"""What stands for the number of a house that has none: "sin número", "sem número"."""
_SINCE: Final = re.compile(
    r"(?i)\b(?:since|seit|depuis|desde|dal|sinds|sedan|siden|est\.?|established|fondée? en) \d{4}"
)
_TOWN_AND_POSTCODE: Final = re.compile(
    r"[^\W\d_]{2,}[\s,.–-]+(?:\d{6}|\d{3} \d{3}|\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}"
    r"|(?:VIC|NSW|QLD|SA|WA|TAS|NT|ACT) \d{4}|[A-Z]\d[\dW] ?[A-Z][A-Z\d]{3})[\s.]*$"
)


def likelihood_of_address(text: str, hint: str) -> Points:
    """Points for a line of an address."""
    facts = facts_of(text)
    points: list[tuple[str, float]] = [("to be an address needs evidence", -1.5)]
    belongs = facts.organisation > 0 and facts.country < len(facts.words) and not facts.digits and not facts.street
    box = BOX.search(text) is not None
    named = facts.organisation > facts.street and "," not in text
    house = facts.digits > 0 or _UNNUMBERED.search(text) is not None
    numbered = house and (facts_of(BOX.sub(" ", text)) if box else facts).street > 0
    if hint == "address":
        points.append(("labelled", 1.5 if box else 4.0))
    number = bool(re.search(r"(?:^|[\s,])(?:no\.?\s*)?\d{1,5}(?:\s?[-–/]\s?\d{1,5})?[A-Za-z]?(?:$|[\s,.])", text))
    for reason, present, worth in (
        ("street words and a number", numbered, 3.5),
        ("street words", facts.street > 0 and not (facts.digits or facts.title or numbered or named), 1.2),
        ("postcode", facts.postcode, 3.0),
        ("country", facts.country and not belongs and _bounded(text, facts), 2.2),
        ("words of titles", facts.title > 0 and 2 * (facts.title + facts.modifier) >= len(facts.words), -3.0),
        ("since a year", _SINCE.search(text) is not None, -4.0),
        ("place", facts.place > 0 and not belongs, 1.6),
        ("number and comma", number and "," in text, 1.5),
        ("number and words", number and "," not in text and facts.letters > 3, 0.8),
        ("P.O. box", box, 1.0 if numbered or facts.postcode else 2.5),
        ("organisation words", belongs, -1.5),
        ("legal form", facts.legal and (not (facts.street and facts.digits) or east_asian(text)), -4.0),
        ("joins words with and", "&" in facts.words and not facts.digits, -1.2),
        ("words of slogans", facts.slogan > 0 and not (facts.postcode or facts.place), -0.8 * facts.slogan),
    ):
        if present:
            points.append((reason, worth))
    if facts.letters == 0 and not facts.postcode:
        points.append(("no word", -2.0))
    return tuple(points)


def _bounded(text: str, facts: Facts) -> bool:
    """Whether a country is parted from other words, as in an address: "Lyon, France" and no "Bank of France"."""
    return facts.only_place or re.search(r"[\d,;.()|·–—-]", text) is not None


def points_of_address(group: Group, members: Sequence[Piece], clues: Clues) -> Points:
    """Points for a group of print to be one whole address."""
    points = [*_of_pieces(members), *_of_bounds(group, members, clues)]
    points.append(("one value", 0.5 * (len(members) - 1)))
    points.append(("unlike in size", 0.5 * group.styled))
    points.extend(_without_numbers(group, clues))
    if _in_two_scripts(group.rows):
        points.append(("said in two scripts", -6.0))
    points.extend((reason, 0.5 * worth) for reason, worth in group.joins if worth < 0)
    return tuple(points)


def _without_numbers(group: Group, clues: Clues) -> Iterator[tuple[str, float]]:
    """What speaks for print without any number: a town, what it lies in, and where contact points stand."""
    facts = facts_of(group.text)
    if facts.digits or facts.title or facts.slogan or facts.legal or facts.department:
        return
    parts, places = re.split(r",\s*|\s[·|•/–-]\s", ", ".join(group.rows)), facts.place + facts.country
    only_places = places + (_STATE.search(group.text) is not None) == len(facts.words)
    if facts.country == len(facts.words):
        yield "a country alone", -2.0
    if only_places and len(parts) <= _TOWN_AND_STATE:
        yield "a town and what it lies in", 1.0 if len(parts) > 1 else 0.4
    ends = len(group.rows) == 1 or facts_of(group.rows[-1]).place > 0
    if len(parts) == 1 or not ends or not any(_right_beside(group.box, box) for box in clues.contacts):
        return
    if all(word[:1].isupper() for part in parts for word in part.split() if len(word) > _JOINING):
        yield "commas among contact points", 2.0


def _right_beside(a: Box, b: Box) -> bool:
    """Whether two boxes stand in one row or right below each other, set as lines of one block."""
    return abs(a.middle[1] - b.middle[1]) < 0.5 * a.height or (gap_between(a, b) < _CLOSE and aligned(a, b))


def _in_two_scripts(rows: Sequence[str]) -> bool:
    """Whether an address is printed twice, as on cards of two languages: whole rows without a sign of the other."""
    eastern = [east_asian(row) for row in rows]
    western = [
        not there and sum(map(str.isalpha, row)) > _ABBREVIATED for row, there in zip(rows, eastern, strict=True)
    ]
    return any(eastern) and any(western)


def _of_pieces(members: Sequence[Piece]) -> Iterator[tuple[str, float]]:
    facts = [facts_of(piece.text) for piece in members]
    anchored = any(each.postcode or each.country or each.place or _is_street(each) for each in facts)
    for piece, each in zip(members, facts, strict=True):
        yield from likelihood_of_address(piece.text, piece.hint)
        if anchored and len(members) > 1 and not (each.postcode or each.country or _is_street(each)):
            if re.match(r"^\W*(?:\d|[A-Z]\d|no\.?\s)", piece.text) and each.letters > 3 and not each.title:
                yield "a number and words beside a place", 2.2
            elif not (each.title or each.organisation or each.legal or (each.first and each.last)):
                yield "beside a place", 2.0 if piece.cut_before else 0.4 if piece is members[0] else 1.1


def _of_bounds(group: Group, members: Sequence[Piece], clues: Clues) -> Iterator[tuple[str, float]]:
    """Whether it begins and ends where addresses do, and holds no more than one."""
    rows = [facts_of(row) for row in group.rows]
    if any(piece.hint == "address" and piece.line != members[0].line for piece in members):
        yield "a label within", -14.0
    if any(_beside_each_other(*pair) for pair in combinations(members, 2)):
        yield "a street beside a street", -14.0
    unclear = [postcode_leads(text) and row.street > 0 for text, row in zip(group.rows, rows, strict=True)]
    leading = sum(unclear)
    if leading > 1 or sum(row.postcode for row in rows) - leading > 1:
        yield "a second postcode", -14.0
    left = any(end.country and not end.street for end in map(facts_of, map(_end, group.rows[:-1])))
    if left and any(c.isdigit() for c in group.rows[-1]):
        yield "goes on after the country", -14.0
    if left and not _is_place(rows[-1]):
        yield "goes on after the country", -3.0
    ends = [_is_town(text, facts) for text, facts in zip(group.rows, rows, strict=True)]
    streets = [_is_street(row) for row in rows]
    whole = group.last and len(rows) == 2
    if any(end and street for end, street in zip(ends, streets[1:], strict=False)) and not (whole and not streets[0]):
        yield "a second street below a town", -6.0
    below = zip(group.rows, rows[1:], strict=False)
    if any(_goes_on(text, row) for text, row in below):
        yield "goes on below its town", -6.0
    yield from _of_opening(group, rows, clues)


def _beside_each_other(a: Piece, b: Piece) -> bool:
    """Whether two pieces are streets in two columns."""
    return a.line != b.line and same_row(a.box, b.box) and all(_is_street(facts_of(each.text)) for each in (a, b))


def _ends_in_postcode(text: str) -> bool:
    """Whether a row ends in a postcode and its town, as they end addresses where the postcode comes first."""
    return _POSTCODE_AND_TOWN.match(_end(text)) is not None and not facts_of(_end(text)).street


def _of_opening(group: Group, rows: Sequence[Facts], clues: Clues) -> Iterator[tuple[str, float]]:
    """What speaks for and against words above the first street or town."""
    if rows[0].street or rows[0].digits or rows[0].postcode:
        return
    unit = rows[0].department or rows[0].title
    if len(rows) > 1 and rows[1].postcode and not (unit or rows[1].street or any(_is_street(row) for row in rows)):
        yield "words above a town", 3.2 + 2.0 * group.styled
    if len(rows) > 1 and (_is_street(rows[1]) or (rows[1].street and any(row.postcode for row in rows[1:]))):
        yield "words above a street", 1.0 + 2.0 * group.styled
    if any(set(rows[0].words) <= set(row.words) for row in rows[1:]):
        yield "a heading that its town says again", -3.0
    known = max(host_likeness(group.rows[0], clues.cores), local_likeness(group.rows[0], clues.locals))
    yield "begins with a name that the card's addresses spell", -4.0 * known


def _goes_on(above: str, row: Facts) -> bool:
    """Whether a row that tells no place stands below one that ends an address."""
    if _closed(above):
        return not (row.country or row.postcode or _is_street(row))
    return _ends_in_postcode(above) and not _is_place(row)


def _closed(text: str) -> bool:
    """Whether a row ends in a postcode behind its town or state, as addresses of America, Britain and India end."""
    return _TOWN_AND_POSTCODE.search(text) is not None


def _end(text: str) -> str:
    """What stands behind the last comma of a row."""
    return text.rstrip(" ,").rpartition(",")[2].strip()


def _is_place(facts: Facts) -> bool:
    return facts.country > 0 or facts.place > 0 or facts.postcode or facts.street > 0


def _is_town(text: str, facts: Facts) -> bool:
    """Whether an address may end in a row: it holds a country, a postcode that is no house number, or a place."""
    postcode = facts.postcode and not (facts.street and postcode_leads(text))
    return postcode or facts.country > 0 or (facts.place > 0 and not facts.street)


def _is_street(facts: Facts) -> bool:
    return facts.street > 0 and facts.digits > 0
