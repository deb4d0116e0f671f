"""vCards written so that other programs take them: 3.0 (RFC 2426) for the widest acceptance, 4.0 (RFC 6350) on request.

A property keeps its name in either version, also one that only the other knows: programs pass over what they don't
know, and nothing is lost on the way back. Lines are folded at 75 octets, between characters.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import lru_cache
from typing import Final

from cardkeeper.exchange.vcard.properties import Params, Property, VCard

_WIDTH: Final = 75
"""Octets of a line without its end (RFC 2426 section 2.6, RFC 6350 section 3.2)."""

_LONE: Final = re.compile("[\ud800-\udfff]")
_TO_QUOTE: Final = re.compile(r"[,;:]")
_UNWRITABLE: Final = re.compile(r"[\x00-\x08\x0a-\x1f\x7f\"]")


class Version(StrEnum):
    """The versions that are written."""

    V3 = "3.0"
    V4 = "4.0"


def write(cards: Iterable[VCard], version: Version = Version.V3) -> str:
    """The cards as one file of a version, whatever version they came in."""
    return "".join(f"{line}\r\n" for card in cards for line in _lines(card, version))


def _lines(card: VCard, version: Version) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield f"VERSION:{version.value}"
    if not card.all("FN"):
        yield "FN:"
    if version is Version.V3 and not card.all("N"):
        yield "N:;;;;"
    for each in card.properties:
        yield fold(_line(each, version))
    yield "END:VCARD"


def _line(each: Property, version: Version) -> str:
    params, value = each.params, each.value
    if each.data is not None:
        coded = base64.b64encode(each.data).decode("ascii")
        if version is Version.V4:
            value = f"data:{each.media_type or 'application/octet-stream'};base64,{coded}"
        else:
            kind = (("TYPE", (_short_kind(each.media_type),)),) if each.media_type else ()
            params, value = (("ENCODING", ("b",)), *kind, *params), coded
    name = f"{each.group}.{each.name}" if each.group else each.name
    line = f"{name}{_said(params, version)}:{value}" if params else f"{name}:{value}"
    if "\n" in line or "\r" in line:
        line = line.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")
    return line if line.isascii() else _LONE.sub("\ufffd", line)


def _short_kind(media_type: str) -> str:
    family, _, kind = media_type.partition("/")
    return kind.upper() if family in {"image", "audio"} else media_type


@lru_cache(maxsize=1_000)
def _said(params: Params, version: Version) -> str:
    """Parameters as they are written; nearly all that are exported have one of the same few."""
    return "".join(_param(name, values) for name, values in _preferred(params, version))


def _preferred(params: Params, version: Version) -> Params:
    """What is preferred is said by TYPE in 3.0, by PREF in 4.0."""
    if version is Version.V3:
        return tuple(("TYPE", ("PREF",)) if param == ("PREF", ("1",)) else param for param in params)
    said, kept = False, []
    for name, values in params:
        rest = tuple(value for value in values if value.upper() != "PREF") if name == "TYPE" else values
        said |= len(rest) < len(values)
        if rest or not values:
            kept.append((name, rest))
    if said and not any(name == "PREF" for name, _ in kept):
        kept.append(("PREF", ("1",)))
    return tuple(kept)


def _param(name: str, values: tuple[str, ...]) -> str:
    return f";{name}={','.join(_quoted(value) for value in values)}"


def _quoted(value: str) -> str:
    """A parameter's value; what no parameter can hold (RFC 6350 section 3.3) becomes a blank or another quote."""
    plain = _UNWRITABLE.sub(lambda found: "'" if found.group() == '"' else " ", value)
    return f'"{plain}"' if _TO_QUOTE.search(plain) else plain


def fold(line: str) -> str:
    """A line cut into pieces of at most 75 octets, each further one after a blank."""
    if len(line) <= _WIDTH and line.isascii():
        return line
    if line.isascii():
        pieces = [line[:_WIDTH], *(line[at : at + _WIDTH - 1] for at in range(_WIDTH, len(line), _WIDTH - 1))]
        return "\r\n ".join(pieces)
    octets = line.encode("utf-8")
    if len(octets) <= _WIDTH:
        return line
    pieces, start, width = [], 0, _WIDTH
    while start < len(octets):
        end = min(start + width, len(octets))
        while end < len(octets) and octets[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(octets[start:end].decode("utf-8"))
        start, width = end, _WIDTH - 1
    return "\r\n ".join(pieces)
