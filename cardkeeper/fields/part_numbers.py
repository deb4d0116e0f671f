"""Numbers of which a line holds only a part: shortened to their last digits, or broken in two by a narrow column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from cardkeeper.fields import labels
from cardkeeper.fields.phones import FoundPhone, digits_of, look_up
from cardkeeper.model.cards import TextLine
from cardkeeper.model.geometry import Box

_WHOLE: Final = re.compile(r"(.*\d\s?[-–]\s?)\d{1,4}")
"""A number whose last digits, behind a dash, are those of one telephone in the house (DIN 5008)."""
_REST: Final = re.compile(r"([^\d]{2,24}?)(?:[-–]|\b(?:DW|Durchwahl|Kl(?:appe)?)\b\.?)\s?(\d{1,4})(?![\d\-–])")
_SLASHED: Final = re.compile(r"(.*?\d)((?:\s?/\s?\d{1,4})+)")
_USUAL: Final = 9
"""Digits from which a number is whole without what stands behind its slash."""
_HEAD: Final = re.compile(r"\(?\+?\(?\d[\d\s()./-]*$")
_OPEN: Final = re.compile(r"\(?[+0]")
"""How a number begins that needs no label to be known for one."""
_TAIL: Final = re.compile(r"(?i)\s*\d[\d\s./-]*(?:(?:ext\.?|x)\s*\d{1,5})?\s*")
_AROUND: Final = " .:;,|/•·()[]–—-"
"""Signs that stand before a label or between it and its number."""


def with_shortened(text: str, found: Sequence[FoundPhone], above: FoundPhone | None) -> list[FoundPhone]:
    """The numbers found in a line with those that it shortens; `above` is the last one of the line right above it."""
    edges = [*(phone.start for phone in found), len(text)]
    first = [_labelled(text, above, 0, edges[0])] if above else []
    rest = [
        each
        for phone, end in zip(found, edges[1:], strict=True)
        for each in (*_slashed(phone), _labelled(text, phone, phone.end, end))
    ]
    return [phone for phone in (*first, *rest) if phone is not None]


def _slashed(phone: FoundPhone) -> Iterator[FoundPhone]:
    """A number and those that end otherwise: "020 7946 0123/4" is also "020 7946 0124"."""
    match = _SLASHED.fullmatch(phone.text)
    if not match or digits_of(match[1]) < _USUAL:
        yield phone
        return
    yield replace(phone, text=match[1])
    for ending in re.findall(r"\d+", match[2]):
        yield replace(phone, text=match[1][: -len(ending)] + ending, label_spans=())


def _labelled(text: str, whole: FoundPhone, start: int, end: int) -> FoundPhone | None:
    """The number whose label and last digits stand first in a part of a line: "Tel. 0961 555 01-17, Fax -20"."""
    begins, rest = _WHOLE.fullmatch(whole.text), _REST.match(text[start:end])
    label = labels.trailing(rest[1]) if rest else None
    if not begins or not rest or not label or not label.phone or rest[1][: label.start].strip(_AROUND):
        return None
    spans = ((start + label.start, start + label.end),)
    return FoundPhone(begins[1] + rest[2], start + rest.start(2), start + rest.end(2), label.phone, spans)


@dataclass(frozen=True, slots=True)
class Joined:
    """A number in two lines: the line that it begins in, and the one that ends it."""

    head: int
    tail: int
    phone: FoundPhone


def join_halves(
    lines: Sequence[TextLine],
    texts: Sequence[str],
    found: Sequence[tuple[int, FoundPhone]],
    regions: tuple[str, ...],
) -> tuple[Joined, ...]:
    """The numbers that only two lines together make, "+43 (0)1" over "555 0811": no half is one, the whole is valid."""
    valid = {line for line, phone in found if look_up(phone.text, regions).valid}
    joined: list[Joined] = []
    for head, text in enumerate(texts):
        match = _HEAD.search(text)
        if not match or head in valid:
            continue
        label = labels.trailing(text[: match.start()])
        kinds = label.phone if label else ()
        alone = not text[: label.start if label and kinds else match.start()].strip(_AROUND)
        if not alone or not (kinds or _OPEN.match(match.group())):
            continue
        begins = round(match.start() / len(text) * lines[head].box.width + lines[head].box.left)
        for tail, rest in enumerate(texts):
            whole = f"{match.group().strip()} {rest.strip()}"
            under = _TAIL.fullmatch(rest) and right_under(lines[head].box, lines[tail].box, begins)
            if under and look_up(whole, regions).valid:
                joined.append(Joined(head, tail, FoundPhone(whole, 0, len(rest), kinds)))
                break
    return tuple(joined)


def right_under(head: Box, tail: Box, begins: float) -> bool:
    """Whether a line stands right under another, in print of the same size, and begins where it or its number does.

    `begins`: where the number begins, in pixels from the left.
    """
    near = -0.4 * head.height <= tail.top - head.bottom <= 0.9 * head.height
    alike = 0.7 <= tail.height / max(1.0, head.height) <= 1.4
    return near and alike and min(abs(tail.left - head.left), abs(tail.left - begins)) <= head.height
