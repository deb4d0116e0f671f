"""vCards of any version read without ever failing: what is broken is told with its line, and nothing is thrown away.

Versions 2.1 (versit consortium, 1996), 3.0 (RFC 2426) and 4.0 (RFC 6350). Addresses in a card are never followed: no
picture is fetched, no file opened.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from cardkeeper.exchange.vcard.lines import Line, charset_of, decode, settled, text_of, unfolded
from cardkeeper.exchange.vcard.properties import Params, Problem, Property, VCard, escape
from cardkeeper.translation import tr

_NAME: Final = re.compile(r"(?:([A-Za-z0-9_.-]+)\.)?([A-Za-z0-9_-]+|[Xx]-[A-Za-z0-9_ /-]*[A-Za-z0-9_-])\s*")
_DATA: Final = re.compile(r"\s*data:([^;,\\]*)((?:\\?;[^;,\\]*)*?)(?:\\?;base64)\\?,", re.IGNORECASE)
_NOT_BASE64: Final = re.compile(r"[^A-Za-z0-9+/]")
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
"""No value may hold these (RFC 6350 section 3.3), and some programs take them for the end of a line."""

_COLON: Final = re.compile(r"\\(.)", re.DOTALL)
_OLD_TEXT: Final = re.compile(r"\\;|[\\,;\n]")
_OLD_PARTS: Final = re.compile(r"\\[\\;:,]|[\\,\n]")

STRUCTURED: Final = frozenset({"N", "ADR", "ORG"})
"""Properties of parts between semicolons, in which version 2.1 knows no lists between commas."""

_TEXTS: Final = frozenset({"FN", "NOTE", "TITLE", "ROLE", "LABEL", "MAILER"})
_NO_PICTURES: Final = _TEXTS | STRUCTURED | {"NICKNAME", "TEL", "EMAIL", "CATEGORIES"}
_ENCODINGS: Final = frozenset({"QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT"})
_PLACES: Final = {"INLINE": "INLINE", "URL": "URL", "URI": "URI", "CONTENT-ID": "CONTENT-ID", "CID": "CID"}
_STARTS: Final = frozenset({"N", "FN", "TEL", "EMAIL", "ORG"})
"""Properties by which a card is known whose BEGIN is missing."""


@dataclass(slots=True)
class _Head:
    """A line split into what stands before its colon and what after."""

    name: str
    group: str
    params: list[tuple[str, tuple[str, ...]]]
    value: str
    bare: bool
    """Whether a parameter has no name, as only version 2.1 allows."""


@dataclass(slots=True)
class _Open:
    """A card whose end has not been seen."""

    line: int
    heads: list[_Head] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read(data: bytes) -> tuple[VCard, ...]:
    """All cards of a file, in the order in which they begin."""
    return tuple(sorted(cards(data), key=lambda card: card.line))


def cards(data: bytes) -> Iterator[VCard]:
    """The cards of a file, one by one as they end.

    A card inside of another is a card too, unless it is the value of AGENT; then it is kept there as text, however
    deep. A card without END ends with the file or where its parent ends.
    """
    decoded = decode(data)
    reader = _Reader(decoded.legacy)
    for line in unfolded(decoded.text.replace("\0", "")):
        yield from reader.take(Line(line.number, settled(line.text, decoded.legacy)))
    yield from reader.rest()


class _Reader:
    """Sorts lines into cards."""

    def __init__(self, legacy: str) -> None:
        self._legacy = legacy
        self._open: list[_Open] = []
        self._agent: list[str] = []
        self._agent_depth = 0

    def take(self, line: Line) -> Iterator[VCard]:
        word = re.sub(r"\s", "", line.text[:40]).upper()
        begins, ends = word.startswith("BEGIN:VCARD"), word == "END:VCARD"
        if self._agent_depth or (begins and self._waits_for_agent()):
            self._take_for_agent(line.text, begins=begins, ends=ends)
        elif begins:
            self._open.append(_Open(line.number))
        elif ends:
            if self._open:
                yield self._closed(self._open.pop())
        elif self._open:
            _sort_in(self._open[-1], line)
            if _begins_agent(self._open[-1]):
                self._take_for_agent(self._open[-1].heads[-1].value.strip(), begins=True, ends=False)
        elif (head := split_line(line.text)) and head.name.upper() in _STARTS:
            self._open.append(_Open(line.number, [head]))
            self._open[-1].problems.append(Problem(line.number, tr("The line BEGIN:VCARD is missing.")))

    def rest(self) -> Iterator[VCard]:
        """The cards whose end never came."""
        if self._agent_depth:
            self._agent_depth = 0
            self._end_agent()
        for card in self._open:
            card.problems.append(Problem(card.line, tr("The line END:VCARD is missing.")))
            yield self._closed(card)

    def _waits_for_agent(self) -> bool:
        heads = self._open[-1].heads if self._open else []
        return bool(heads) and heads[-1].name.upper() == "AGENT" and not heads[-1].value.strip()

    def _take_for_agent(self, text: str, *, begins: bool, ends: bool) -> None:
        self._agent.append(text)
        self._agent_depth += begins - ends
        if not self._agent_depth:
            self._end_agent()

    def _end_agent(self) -> None:
        self._open[-1].heads[-1].value = escape("\n".join([*self._agent, ""]))
        self._open[-1].heads[-1].params.append(("X-NESTED", ()))
        self._agent = []

    def _closed(self, card: _Open) -> VCard:
        version = next((head.value.strip() for head in card.heads if head.name.upper() == "VERSION"), "")
        old = version.startswith("2") or (not version and any(head.bare or _quoted(head) for head in card.heads))
        named = [head for head in card.heads if head.name.upper() != "VERSION"]
        properties = tuple(_property(head, self._legacy, card, old=old) for head in named)
        return VCard(properties, version, card.line, tuple(card.stray), tuple(card.problems))


def split_line(text: str) -> _Head | None:
    """A line as name, group, parameters and value; None when it is no property."""
    cuts = _cuts(text)
    if not cuts or text[cuts[-1]] != ":":
        return None
    named = _NAME.fullmatch(text[: cuts[0]])
    if not named:
        return None
    params: list[tuple[str, tuple[str, ...]]] = []
    bare = False
    for start, end in pairwise(cuts):
        param = text[start + 1 : end].strip()
        bare |= bool(param) and "=" not in param
        if param:
            params.append(_param(param))
    return _Head(named.group(2), named.group(1) or "", params, text[cuts[-1] + 1 :], bare)


def _cuts(text: str) -> list[int]:
    """Where the parameters begin and where the value does, outside of quotes; a quote without its pair is a letter."""
    cuts, at = [], 0
    for found in re.finditer(r'[":;]', text):
        if found.start() < at:
            continue
        if found.group() == '"':
            at = text.find('"', found.end()) + 1 or at
            continue
        cuts.append(found.start())
        if found.group() == ":":
            break
    return cuts


def _param(text: str) -> tuple[str, tuple[str, ...]]:
    name, said, rest = text.partition("=")
    if said:
        values = re.findall(r'(?:"[^"]*"|[^,"]|")+', rest) or [rest]
        return name.strip().upper(), tuple(value.strip().replace('"', "") for value in values)
    word = name.strip().strip('"')
    if word.upper() in _ENCODINGS:
        return "ENCODING", (word.upper(),)
    if word.upper() in _PLACES:
        return "VALUE", (word,)
    return "TYPE", (word,)


def _begins_agent(card: _Open) -> bool:
    """Whether the last line of a card is an AGENT whose own card begins on it, and goes on below."""
    head = card.heads[-1] if card.heads else None
    return head is not None and head.name.upper() == "AGENT" and head.value.strip().upper() == "BEGIN:VCARD"


def _sort_in(card: _Open, line: Line) -> None:
    head = split_line(line.text)
    if head is not None:
        card.heads.append(head)
        return
    if not card.stray:
        card.problems.append(Problem(line.number, tr("The line is no property; it was kept as text.")))
    card.stray.append(line.text)


def _property(head: _Head, legacy: str, card: _Open, *, old: bool) -> Property:
    encoding = next((values[0].upper() for name, values in head.params if name == "ENCODING" and values), "")
    params: Params = tuple(
        (name, values) for name, values in head.params if name not in {"ENCODING", "CHARSET", "X-NESTED"}
    )
    charset = charset_of(";".join(f"{name}={','.join(values)}" for name, values in head.params if name == "CHARSET"))
    value, key = head.value, head.name.upper()
    if ("X-NESTED", ()) in head.params:
        return Property(head.name, value, params, head.group)
    found = _DATA.match(value)
    if found or (encoding in {"BASE64", "B"} and value.strip()):
        data = _bytes(value[found.end() :] if found else value, card)
        if data and key not in _NO_PICTURES:
            params, media_type = _kind_of(params, key)
            said = found.group(1).lower() if found else ""
            return Property(head.name, "", params, head.group, data, said or media_type or _sniffed(data))
        value = text_of(data, charset, legacy) if data else value
    elif encoding == "QUOTED-PRINTABLE":
        value = text_of(binascii.a2b_qp(value.encode("utf-8", "surrogateescape")), charset, legacy)
    value = _CONTROLS.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
    value = _from_old(value, key) if old else _COLON.sub(_without_needless, value)
    return Property(head.name, value.replace("\n", "\\n"), params, head.group)


def _bytes(text: str, card: _Open) -> bytes:
    """The bytes of base64, as many as there are when its end is missing or strange signs stand in it."""
    letters = _NOT_BASE64.sub("", text.replace("-", "+").replace("_", "/") if text.isascii() else text)
    whole = letters[: len(letters) - 1] if len(letters) % 4 == 1 else letters
    data = base64.b64decode(whole + "=" * (-len(whole) % 4))
    if len(whole) != len(letters):
        card.problems.append(Problem(card.line, tr("A picture in it is cut off.")))
    return data


_KINDS: Final = {"JPEG": "image/jpeg", "JPG": "image/jpeg", "PNG": "image/png", "GIF": "image/gif", "BMP": "image/bmp"}
_BEGINNINGS: Final = {b"\xff\xd8\xff": "image/jpeg", b"\x89PNG": "image/png", b"GIF8": "image/gif", b"BM": "image/bmp"}


def _kind_of(params: Params, key: str) -> tuple[Params, str]:
    """The parameters without those that say what kind of picture or sound it is, and that kind."""
    kept, media_type = [], ""
    for name, values in params:
        left = []
        for value in values if name not in {"VALUE", "MEDIATYPE"} else ():
            kind = _kind(value, key) if name == "TYPE" else ""
            media_type = media_type or kind
            if not kind:
                left.append(value)
        if name == "MEDIATYPE":
            media_type = media_type or values[0]
        if left:
            kept.append((name, tuple(left)))
    return tuple(kept), media_type


def _kind(value: str, key: str) -> str:
    if "/" in value:
        return value.lower()
    if value.upper() in _KINDS or (key in {"PHOTO", "LOGO"} and value.upper() not in {"PREF", "WORK", "HOME"}):
        return _KINDS.get(value.upper(), f"image/{value.lower()}")
    return f"audio/{value.lower()}" if key == "SOUND" else ""


def _sniffed(data: bytes) -> str:
    return next((kind for beginning, kind in _BEGINNINGS.items() if data.startswith(beginning)), "")


def _from_old(value: str, key: str) -> str:
    """A value of version 2.1, in which a backslash only says that a semicolon doesn't part, in today's writing."""
    if key in _TEXTS:
        return _OLD_TEXT.sub(lambda found: found.group() if found.group() == "\\;" else escape(found.group()), value)
    if key in STRUCTURED:
        return _OLD_PARTS.sub(lambda found: escape(found.group()[-1]), value)
    if key.startswith("X-") or key in {"NICKNAME", "CATEGORIES", "SOUND"}:
        return re.sub(r"\\;|\\", lambda found: found.group() if len(found.group()) > 1 else "\\\\", value)
    return _COLON.sub(_without_needless, value)


def _without_needless(found: re.Match[str]) -> str:
    """An escape as it is, but for that of a colon, which needs none."""
    return ":" if found.group(1) == ":" else found.group()


def _quoted(head: _Head) -> bool:
    return any(name == "ENCODING" and "QUOTED-PRINTABLE" in values for name, values in head.params)
