"""Which encoding a file of text is in, by what its bytes show; never by a guess that could be as wrong as right."""

from __future__ import annotations

import codecs
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE: Final = 512


def marked(data: bytes) -> str:
    """The encoding that a byte order mark names, else UTF-16 where the zeros show it, else empty."""
    by_mark = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "")
    return by_mark or _by_zeros(data[:_SAMPLE])


def _by_zeros(sample: bytes) -> str:
    """UTF-16 that doesn't say so: these files begin with Latin letters, of which every other byte is zero."""
    half = len(sample) // 2
    if half < 4:
        return ""
    if sample[1::2].count(0) > 0.4 * half > sample[::2].count(0):
        return "utf-16-le"
    if sample[::2].count(0) > 0.4 * half > sample[1::2].count(0):
        return "utf-16-be"
    return ""
