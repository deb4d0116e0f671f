"""What a column of a table holds, told by its heading in many languages and its neighbours, never by its place.

The words lie in `resources/words/headers.txt`. A heading is understood when all its words are: "Telefon geschäftlich 2"
is a phone, at work, the second one; "Company size" is nothing that a contact has, so it is kept as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Final

from cardkeeper import keys
from cardkeeper.exchange.names import is_prefix


class What(StrEnum):
    """What a cell says of a person."""

    NAME = "name"
    PREFIX = "prefix"
    GIVEN = "given"
    MIDDLE = "middle"
    FAMILY = "family"
    SUFFIX = "suffix"
    NICKNAME = "nickname"
    COMPANY = "company"
    DEPARTMENT = "department"
    TITLE = "title"
    EMAIL = "email"
    PHONE = "phone"
    MOBILE = "mobile"
    FAX = "fax"
    PAGER = "pager"
    WEBSITE = "website"
    ADDRESS = "address"
    STREET = "street"
    STREET2 = "street2"
    BOX = "box"
    CITY = "city"
    REGION = "region"
    CODE = "code"
    COUNTRY = "country"
    BIRTHDAY = "birthday"
    ANNIVERSARY = "anniversary"
    TAGS = "tags"
    NOTES = "notes"
    MET_ON = "met_on"
    MET_AT = "met_at"
    RELATION = "relation"
    EVENT = "event"
    PROPERTY = "property"
    """A property of a vCard of its own; `place` names it."""
    CUSTOM = "custom"
    """Nothing that a contact has: kept under its heading."""
    IGNORED = "ignored"


class Part(StrEnum):
    """What a cell says of one thing that takes several cells."""

    VALUE = "value"
    LABEL = "label"
    """Which kind it is: of an e-mail, "Work"."""
    YEAR = "year"
    MONTH = "month"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Column:
    """What the cells of one column hold."""

    what: What
    place: str = ""
    """work, home or other, or which address it is; of a phone what it is; of a property its name.

    Of the day on which somebody was met, the network where that was, if it was on one.
    """
    number: int = 1
    """Which of several; of an address's further lines which line."""
    part: Part = Part.VALUE


_LOOKED_AT: Final = 50
_ENOUGH: Final = 0.8
"""So many of the cells must have the form of what a column is guessed to hold."""

_FORMS: Final = {
    What.EMAIL: re.compile(r"[^@\s]+@[^@\s]+\.[A-Za-z]{2,}"),
    What.WEBSITE: re.compile(r"(?:https?://|www\.)\S+"),
    What.PHONE: re.compile(r"(?!\d{1,2}([/.-])\d{1,2}\1\d{2,4}\b)(?:\+|00|0)[\d ()/.-]{6,20}"),
    What.NAME: re.compile(r"[A-ZÀ-Þ][^\W\d_.'-]*(?:[ '-]+[^\W\d_]+\.?){1,3}"),
}
_IN_BRACKETS: Final = re.compile(r"\s*[(\[（][^()\[\]（）]*[)\]）]\s*$")
"""What a program says of a column beside its heading, as "Company (linked)"."""

_RUN_TOGETHER: Final = re.compile(
    r"(?<=[a-z])(?=[A-Z])|_|\.|(?<=^MAILING)|(?<=^BILLING)|(?<=^SHIPPING)|(?<=^OTHER)|(?<=^HOME)|(?<=^WORK)|(?<=^ASSISTANT)"
)
"""Where words meet in headings as "workPostalCode", "address_street" and "MAILINGSTREET"."""

_OF_A_NAME: Final = frozenset({What.NAME, What.GIVEN, What.FAMILY})

CUSTOM: Final = Column(What.CUSTOM)
IGNORED: Final = Column(What.IGNORED)

ADDRESS_PARTS: Final = (What.STREET, What.STREET2, What.BOX, What.CITY, What.REGION, What.CODE, What.COUNTRY)

_KINDS: Final = frozenset({"assistant", "car", "main", "pref", "isdn", "radio", "tty", "telex", "callback"})
_CALLED: Final = frozenset({What.PHONE, What.MOBILE, What.FAX})
_PLACED: Final = _CALLED | {What.PAGER, What.EMAIL, What.WEBSITE, What.ADDRESS, *ADDRESS_PARTS}

_NUMBERED: Final = re.compile(r"(e mail|phone|address|relation|website|event|custom field|organization|im) (\d+) (.+)")
"""Google's headings: "E-mail 2 - Value"."""

_GOOGLE: Final = {
    "e mail": What.EMAIL,
    "phone": What.PHONE,
    "website": What.WEBSITE,
    "relation": What.RELATION,
    "event": What.EVENT,
    "custom field": What.CUSTOM,
}
_GOOGLE_ADDRESS: Final = {
    "formatted": What.ADDRESS,
    "street": What.STREET,
    "extended address": What.STREET2,
    "city": What.CITY,
    "po box": What.BOX,
    "region": What.REGION,
    "postal code": What.CODE,
    "country": What.COUNTRY,
}
_GOOGLE_WORK: Final = {"name": What.COMPANY, "title": What.TITLE, "department": What.DEPARTMENT}
_PROPERTIES: Final = {
    "phonetic first name": "X-PHONETIC-FIRST-NAME",
    "phonetic middle name": "X-PHONETIC-MIDDLE-NAME",
    "phonetic last name": "X-PHONETIC-LAST-NAME",
    "given name yomi": "X-PHONETIC-FIRST-NAME",
    "given yomi": "X-PHONETIC-FIRST-NAME",
    "additional name yomi": "X-PHONETIC-MIDDLE-NAME",
    "family name yomi": "X-PHONETIC-LAST-NAME",
    "surname yomi": "X-PHONETIC-LAST-NAME",
    "file as": "X-FILE-AS",
    "maiden name": "X-MAIDENNAME",
    "profession": "ROLE",
    "photo": "PHOTO",
}
_PIECES_OF_BIRTH: Final = {"birth year": Part.YEAR, "birth month": Part.MONTH, "birth day": Part.DAY}
"""By the names of their words in the file."""


def columns_of(header: Sequence[str]) -> tuple[Column, ...]:
    """What each column of a table with these headings holds."""
    columns = [column_of(heading) for heading in header]
    found = {column.what for column in columns}
    if any(column.part is Part.YEAR for column in columns):
        columns = [_piece_of_birth(column) for column in columns]
    columns = [_in_context(column, normalised(text), found) for column, text in zip(columns, header, strict=True)]
    return tuple(_addresses_told_apart(columns))


def columns_of_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """As `columns_of`, with guesses by what stands below headings that say nothing: mails, websites, numbers, names."""
    columns = list(columns_of(header))
    named = any(column.what in _OF_A_NAME for column in columns)
    for at, column in enumerate(columns):
        cells = [row[at].strip() for row in rows[:_LOOKED_AT] if at < len(row) and row[at].strip()]
        guess = _by_cells(cells, place_of(header[at])) if column == CUSTOM and cells else CUSTOM
        if guess.what is What.NAME and (named or any(other.what is What.NAME for other in columns)):
            continue
        columns[at] = guess if column == CUSTOM else column
        if cells and normalised(header[at]) in _vocabulary().ambiguous and all(map(is_prefix, cells)):
            columns[at] = Column(What.PREFIX)  # a title that is none of a job, as “Dr.”
    return tuple(columns)


def _by_cells(cells: Sequence[str], place: str) -> Column:
    """What cells hold that look alike; nothing where they don't. `place`: all that their heading says, as “Ufficio”."""
    for what, form in _FORMS.items():
        if sum(form.fullmatch(cell) is not None for cell in cells) >= _ENOUGH * len(cells):
            return Column(what, place if what in _PLACED else "")
    return CUSTOM


def column_of(heading: str) -> Column:
    """What a column of this heading holds, by itself."""
    readings = (heading, _RUN_TOGETHER.sub(" ", heading), _IN_BRACKETS.sub("", heading))
    return next((found for reading in dict.fromkeys(readings) if (found := _said_by(reading)) != CUSTOM), CUSTOM)


def _said_by(heading: str) -> Column:
    text = normalised(heading)
    if text in _vocabulary().pieces_of_birth:
        return Column(What.BIRTHDAY, part=_vocabulary().pieces_of_birth[text])
    if text in _PROPERTIES:
        return Column(What.PROPERTY, _PROPERTIES[text])
    numbered = _NUMBERED.fullmatch(text)
    if numbered and (column := _of_google(*numbered.groups())):
        return column
    return _by_words(text)


def is_known(heading: str) -> bool:
    """Whether a heading says what stands below it."""
    return column_of(heading) != CUSTOM or normalised(heading) in _vocabulary().ambiguous


def page_of(heading: str) -> str:
    """The encoding in which tables with this heading were written before UTF-8; empty where it could be any."""
    return _vocabulary().pages.get(normalised(heading), "")


def place_of(label: str) -> str:
    """work, home or other, for a label in any language; empty for any other label."""
    return _vocabulary().modifiers.get(normalised(label), "") if len(label) < 40 else ""


@cache
def normalised(heading: str) -> str:
    """A heading as it is compared: folded, words only."""
    return " ".join(keys.words(heading))


def _of_google(thing: str, number: str, part: str) -> Column | None:
    count = int(number)
    if thing == "address":
        if part in {"label", "type"}:
            return Column(What.ADDRESS, number, part=Part.LABEL)
        if part in _GOOGLE_ADDRESS:
            return Column(_GOOGLE_ADDRESS[part], number)
        other = _by_words(part)  # of other programs, as "Address 1: ZIP/Postal Code" of Dynamics
        return replace(other, place=number) if other.what in ADDRESS_PARTS else None
    if thing == "organization":
        return Column(_GOOGLE_WORK[part], "", count) if part in _GOOGLE_WORK else None
    if thing not in _GOOGLE or part not in {"label", "type", "value"}:
        return None
    return Column(_GOOGLE[thing], "", count, Part.VALUE if part == "value" else Part.LABEL)


def _by_words(text: str) -> Column:
    vocabulary = _vocabulary()
    digits = re.findall(r"\d+", text)
    number = int(digits[0]) if digits and len(digits[0]) < 3 else 1
    if text in vocabulary.things:
        return Column(*vocabulary.things[text])
    bare = " ".join(re.sub(r"\b\d+\b", " ", text).split())
    if bare in vocabulary.things:
        return Column(*vocabulary.things[bare], number)
    place = ""
    for found in vocabulary.modifier.finditer(bare):
        place = place or vocabulary.modifiers[found.group()]
    rest = " ".join(vocabulary.modifier.sub(" ", bare).split())
    theirs = _without(rest, vocabulary.who)
    said = next(
        (t for text in (rest, theirs, _without(theirs, vocabulary.nothing)) if (t := vocabulary.things.get(text))), None
    )
    what, place = (said[0], place or said[1]) if said else (None, place)
    if what is None and place and _without(rest, vocabulary.nothing) == "" and place in _KINDS:
        what = What.PHONE  # "Callback", "Telex": a phone of which only the kind is named
    if what is None or (place and what not in _PLACED) or (place in _KINDS and what not in _CALLED):
        return CUSTOM
    if place == "second":
        return Column(what, "", max(number, 2))
    return Column(what, place, number)


def _without(text: str, words: frozenset[str]) -> str:
    return " ".join(word for word in text.split() if word not in words)


def _in_context(column: Column, text: str, found: set[What]) -> Column:
    """A heading that means this or that, by what other columns there are."""
    if text in _vocabulary().ambiguous:
        return Column(What.PREFIX if What.TITLE in found and What.PREFIX not in found else What.TITLE)
    if column.what is What.GIVEN and What.FAMILY not in found and What.NAME not in found:
        return replace(column, what=What.NAME)
    if column.what is What.FAMILY and What.GIVEN not in found and What.NAME not in found:
        return replace(column, what=What.NAME)
    return column


def _piece_of_birth(column: Column) -> Column:
    """“Geburtstag” is the day of the month where the year has a column of its own."""
    whole = column.what is What.BIRTHDAY and column.part is Part.VALUE
    return replace(column, part=Part.DAY) if whole else column


def says_nothing(heading: str, text: str) -> bool:
    """Whether a cell is what Outlook writes of whom nobody said anything: no gender, usual priority, not private."""
    vocabulary, folded = _vocabulary(), normalised(text)
    return folded in vocabulary.unsaid or (
        folded in vocabulary.usual and normalised(heading) in vocabulary.urgent_or_secret
    )


def _addresses_told_apart(columns: Sequence[Column]) -> list[Column]:
    """“Home Address” is a whole address beside a street of its own or where there is no town, else the street."""
    columns = _of_the_only_place(columns)
    having = {(column.what, column.place) for column in columns}
    told = []
    for column in columns:
        street = column.what is What.ADDRESS and column.part is Part.VALUE and column.place != ""
        if street and (What.CITY, column.place) in having and (What.STREET, column.place) not in having:
            told.append(Column(What.STREET if column.number == 1 else What.STREET2, column.place))
        elif column.what is What.STREET and column.number > 1:
            told.append(Column(What.STREET2, column.place, column.number - 1))
        else:
            told.append(column)
    return told


def _of_the_only_place(columns: Sequence[Column]) -> list[Column]:
    """“Home Address, City” is one address: towns and the like without a place belong to the only one that is named."""
    parts = [
        column for column in columns if column.what in {What.ADDRESS, *ADDRESS_PARTS} and column.part is Part.VALUE
    ]
    places = {column.place for column in parts} - {""}
    begun = any(not column.place and column.what in {What.ADDRESS, What.STREET} for column in parts)
    if len(places) != 1 or begun:
        return list(columns)
    (only,) = places
    return [replace(c, place=only) if c in parts and not c.place else c for c in columns]


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """The words of headings."""

    things: dict[str, tuple[What, str]]
    """What a word stands for, and the place that it says, too: empty for most."""
    ambiguous: frozenset[str]
    modifiers: dict[str, str]
    modifier: re.Pattern[str]
    who: frozenset[str]
    nothing: frozenset[str]
    pieces_of_birth: dict[str, Part]
    unsaid: frozenset[str]
    urgent_or_secret: frozenset[str]
    usual: frozenset[str]
    pages: dict[str, str]
    """The encoding in which tables with this heading were written before UTF-8."""


@cache
def _vocabulary() -> _Vocabulary:
    words = _words()
    things: dict[str, tuple[What, str]] = {}
    modifiers: dict[str, str] = {}
    for name, listed in words.items():
        first, _, second = name.partition(" ")
        if first in set(What) and name not in _OTHER_NAMES:
            things |= dict.fromkeys(listed, (What(first), second))
        elif first in {"place", "kind"}:
            modifiers |= dict.fromkeys(listed, second)
    modifiers |= dict.fromkeys(words["second"], "second")
    longest_first = sorted(modifiers, key=len, reverse=True)
    return _Vocabulary(
        things,
        frozenset(words["title or prefix"]),
        modifiers,
        re.compile("|".join(rf"\b{re.escape(word)}\b" for word in longest_first)),
        frozenset(words["who"]),
        frozenset(words["nothing"]),
        {word: part for name, part in _PIECES_OF_BIRTH.items() for word in words[name]},
        frozenset(words["unsaid"]),
        frozenset(words["urgent or secret"]),
        frozenset(words["usual"]),
        {word: name.rpartition(" ")[2] for name in words if name.startswith("written in ") for word in words[name]},
    )


_OTHER_NAMES: Final = frozenset({"title or prefix"})
"""Of lines that begin with the name of a thing, and are none."""


def _words() -> dict[str, list[str]]:
    """The words of each line of the file."""
    lines = (resources.files("resources") / "words" / "headers.txt").read_text(encoding="utf-8").splitlines()
    told = (line.partition(" = ") for line in lines if line and not line.startswith("#"))
    return {name: [normalised(word) for word in listed.split(",")] for name, _, listed in told}
