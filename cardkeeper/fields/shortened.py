"""Numbers of which only the last digits are printed, beside one that is whole: "Tel. 0961 555 01-17, Fax -20"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from cardkeeper.fields import labels
from cardkeeper.fields.phones import FoundPhone

_WHOLE: Final = re.compile(r"(.*\d\s?[-–]\s?)\d{1,4}")
"""A number whose last digits, behind a dash, are those of one telephone in the house (DIN 5008)."""
_REST: Final = re.compile(r"([^\d]{2,24}?)[-–]\s?(\d{1,4})(?![\d\-–])")
_AROUND: Final = " .:;,|/•·()[]–-"


def with_shortened(text: str, found: Sequence[FoundPhone], above: FoundPhone | None) -> list[FoundPhone]:
    """The numbers found in a line with those that it shortens; `above` is the last one of the line right above it."""
    starts = [*(phone.start for phone in found), len(text)]
    first = [_shortened(text, above, 0, starts[0])] if above else []
    rest = [(phone, _shortened(text, phone, phone.end, end)) for phone, end in zip(found, starts[1:], strict=True)]
    every = (*first, *(one for pair in rest for one in pair))
    return [phone for phone in every if phone is not None]


def _shortened(text: str, whole: FoundPhone, start: int, end: int) -> FoundPhone | None:
    """The number whose label and last digits stand first in a part of a line, spelt out as the whole one is."""
    begins, rest = _WHOLE.fullmatch(whole.text), _REST.match(text[start:end])
    if not begins or not rest:
        return None
    label = labels.trailing(rest[1])
    kinds = tuple(kind for kind in label.kinds if kind in labels.PHONE_KINDS) if label else ()
    if not label or not kinds or rest[1][: label.start].strip(_AROUND):
        return None
    spans = ((start + label.start, start + label.end),)
    return FoundPhone(begins[1] + rest[2], start + rest.start(2), start + rest.end(2), kinds, spans)
