"""What a vCard is made of, in one form for all versions: properties whose values are written as in vCard 3.0 and 4.0.

Both versions escape alike (RFC 2426 section 4, RFC 6350 section 3.4), so a value that came from either is kept as it
was written, and can be written again without having been understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

import msgspec

Params = tuple[tuple[str, tuple[str, ...]], ...]
"""Names in capitals, each with its values, in the order in which they were written."""

_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
_PARTING: Final = {each: re.compile(rf"\\.|{each}", re.DOTALL) for each in ";,"}


class Property(msgspec.Struct, frozen=True, gc=False):
    """One line of a vCard. A picture, sound or key that lies in the card itself is `data`, and then has no `value`."""

    name: str
    value: str = ""
    """As written, escapes and all."""
    params: Params = ()
    group: str = ""
    data: bytes | None = None
    media_type: str = ""
    """Of `data`, such as image/jpeg, as far as it was said."""

    @property
    def key(self) -> str:
        """The name as it is compared."""
        return self.name.upper()

    @property
    def text(self) -> str:
        """The value as one text."""
        return unescape(self.value)

    @property
    def parts(self) -> tuple[str, ...]:
        """The value as a structure: what stands between semicolons."""
        return _parted(self.value, ";")

    @property
    def items(self) -> tuple[str, ...]:
        """The value as a list: what stands between commas."""
        return _parted(self.value, ",")

    @property
    def types(self) -> frozenset[str]:
        """The TYPE parameter, in small letters; with "pref" where this is the preferred one of several."""
        return _types(self.params)

    def param(self, name: str) -> tuple[str, ...]:
        """The values of a parameter, those of all its occurrences."""
        return _values(self.params, name) if self.params else ()


@lru_cache(maxsize=1_000)
def _types(params: Params) -> frozenset[str]:
    """Asked for several times of each phone and mail that is exported, and the same few for all of them."""
    named = {kind.strip().lower() for value in _values(params, "TYPE") for kind in value.split(",")}
    return frozenset(named | {"pref"} if _values(params, "PREF") == ("1",) else named)


def _values(params: Params, name: str) -> tuple[str, ...]:
    return tuple([value for known, values in params if known == name for value in values])


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a file at a line (1 is the first), in words for the person. Nothing of it is lost."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class VCard:
    """One card of a file: its properties without BEGIN, VERSION and END."""

    properties: tuple[Property, ...]
    version: str = "3.0"
    """As it was written; empty where it was not said."""
    line: int = 1
    """Where in the file it begins."""
    stray: tuple[str, ...] = ()
    """Lines that are no property."""
    problems: tuple[Problem, ...] = ()
    _named: dict[str, list[Property]] = field(init=False, repr=False, compare=False, default_factory=dict)
    """The properties of each name: they are asked for some thirty times while a person is exported."""

    def __post_init__(self) -> None:
        for each in self.properties:
            self._named.setdefault(each.name.upper(), []).append(each)

    def places(self, *names: str) -> list[int]:
        """Where the properties of these names stand, in their order."""
        return [place for place, each in enumerate(self.properties) if each.key in names]

    def all(self, name: str, *others: str) -> Sequence[Property]:
        """The properties of a name, then those of others."""
        found = self._named.get(name, ())
        return [*found, *(each for other in others for each in self._named.get(other, ()))] if others else found

    def first(self, name: str) -> Property | None:
        """The preferred one of this name, else the first."""
        found = self._named.get(name)
        if not found:
            return None
        return found[0] if len(found) == 1 else next((each for each in found if "pref" in each.types), found[0])


def escape(text: str) -> str:
    """A text as the value of a property."""
    plain = text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    return plain.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def unescape(value: str) -> str:
    """The text that a value stands for. A backslash before anything that needs none stays, as in a Windows path."""
    return _ESCAPED.sub(_plain, value) if "\\" in value else value


def structure(parts: Iterable[str]) -> str:
    """A value of parts between semicolons."""
    return ";".join([part and escape(part) for part in parts])


def listed(items: Iterable[str]) -> str:
    """A value of items between commas."""
    return ",".join(escape(item) for item in items)


def split(value: str, separator: str) -> list[str]:
    """What stands between separators (semicolons or commas) that are not escaped, escapes kept."""
    parts, start = [], 0
    for found in _PARTING[separator].finditer(value):
        if found.group() == separator:
            parts.append(value[start : found.start()])
            start = found.end()
    return [*parts, value[start:]]


def _parted(value: str, separator: str) -> tuple[str, ...]:
    if "\\" not in value:
        return tuple(value.split(separator))
    if f"\\{separator}" not in value:
        return tuple([unescape(part) for part in value.split(separator)])
    return tuple([unescape(part) for part in split(value, separator)])


def _plain(found: re.Match[str]) -> str:
    letter = found.group(1)
    if letter in "nN":
        return "\n"
    return letter if letter in '\\,;:"' else found.group()
