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
    """work, home or other, or which address it is; of a phone what it is; of a property its name."""
    number: int = 1
    """Which of several; of an address's further lines which line."""
    part: Part = Part.VALUE


_LOOKED_AT: Final = 50
_ENOUGH: Final = 0.8
"""So many of the cells must have the form of what a column is guessed to hold."""

_FORMS: Final = {
    What.EMAIL: re.compile(r"[^@\s]+@[^@\s]+\.[A-Za-z]{2,}"),
    What.WEBSITE: re.compile(r"(?:https?://|www\.)\S+"),
    What.PHONE: re.compile(r"(?:\+|00|0)[\d ()/.-]{6,20}"),
    What.NAME: re.compile(r"[A-ZÀ-Þ][^\W\d_.'-]*(?:[ '-]+[^\W\d_]+\.?){1,3}"),
}
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


def columns_of(header: Sequence[str]) -> tuple[Column, ...]:
    """What each column of a table with these headings holds."""
    columns = [column_of(heading) for heading in header]
    found = {column.what for column in columns}
    columns = [_in_context(column, normalised(text), found) for column, text in zip(columns, header, strict=True)]
    return tuple(_addresses_told_apart(columns))


def columns_of_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """As `columns_of`, with guesses by what stands below headings that say nothing: mails, websites, numbers, names."""
    columns = list(columns_of(header))
    named = any(column.what in _OF_A_NAME for column in columns)
    for at, column in enumerate(columns):
        cells = [row[at].strip() for row in rows[:_LOOKED_AT] if at < len(row) and row[at].strip()]
        guess = _by_cells(cells) if column == CUSTOM and cells else CUSTOM
        if guess.what is What.NAME and (named or any(other.what is What.NAME for other in columns)):
            continue
        columns[at] = guess if column == CUSTOM else column
    return tuple(columns)


def _by_cells(cells: Sequence[str]) -> Column:
    """What cells hold that look alike; nothing where they don't."""
    for what, form in _FORMS.items():
        if sum(form.fullmatch(cell) is not None for cell in cells) >= _ENOUGH * len(cells):
            return Column(what)
    return CUSTOM


def column_of(heading: str) -> Column:
    """What a column of this heading holds, by itself."""
    text = normalised(heading)
    if text in _PIECES_OF_BIRTH:
        return Column(What.BIRTHDAY, part=_PIECES_OF_BIRTH[text])
    if text in _PROPERTIES:
        return Column(What.PROPERTY, _PROPERTIES[text])
    numbered = _NUMBERED.fullmatch(text)
    if numbered and (column := _of_google(*numbered.groups())):
        return column
    return _by_words(text)


def is_known(heading: str) -> bool:
    """Whether a heading says what stands below it."""
    return column_of(heading) != CUSTOM or normalised(heading) in _vocabulary().ambiguous


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
        return Column(_GOOGLE_ADDRESS[part], number) if part in _GOOGLE_ADDRESS else None
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
        return Column(vocabulary.things[text])
    bare = " ".join(re.sub(r"\b\d+\b", " ", text).split())
    if bare in vocabulary.things:
        return Column(vocabulary.things[bare], number=number)
    place = ""
    for found in vocabulary.modifier.finditer(bare):
        place = place or vocabulary.modifiers[found.group()]
    rest = " ".join(vocabulary.modifier.sub(" ", bare).split())
    what = vocabulary.things.get(rest) or vocabulary.things.get(_without(rest, vocabulary.nothing))
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
        return Column(What.PREFIX if What.TITLE in found else What.TITLE)
    if column.what is What.GIVEN and What.FAMILY not in found and What.NAME not in found:
        return replace(column, what=What.NAME)
    if column.what is What.FAMILY and What.GIVEN not in found and What.NAME not in found:
        return replace(column, what=What.NAME)
    return column


def _addresses_told_apart(columns: Sequence[Column]) -> list[Column]:
    """“Home Address” is a whole address beside a street of its own or where there is no town, else the street."""
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


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """The words of headings."""

    things: dict[str, What]
    ambiguous: frozenset[str]
    modifiers: dict[str, str]
    modifier: re.Pattern[str]
    nothing: frozenset[str]


@cache
def _vocabulary() -> _Vocabulary:
    lines = (resources.files("resources") / "words" / "headers.txt").read_text(encoding="utf-8").splitlines()
    words: dict[str, list[str]] = {}
    for line in lines:
        if line and not line.startswith("#"):
            name, _, listed = line.partition(" = ")
            words[name] = [normalised(word) for word in listed.split(",")]
    things = {word: What(name) for name in map(str, What) if name in words for word in words[name]}
    modifiers = {
        word: name.split()[1]
        for name, listed in words.items()
        if name.startswith(("place ", "kind "))
        for word in listed
    }
    modifiers |= dict.fromkeys(words["second"], "second")
    longest_first = sorted(modifiers, key=len, reverse=True)
    pattern = re.compile("|".join(rf"\b{re.escape(word)}\b" for word in longest_first))
    return _Vocabulary(things, frozenset(words["title or prefix"]), modifiers, pattern, frozenset(words["nothing"]))
