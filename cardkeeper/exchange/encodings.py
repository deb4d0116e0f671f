"""Which encoding a file of text is in, by what its bytes show; another than the usual one only where that is plain.

A mark or the zeros of UTF-16 leave no doubt. Bytes that are no UTF-8 are from before it: they are read as Windows of
Western Europe unless that gives no words, as “s³u¿bowy” or “Ñèäîðîâ”, and another encoding gives words of its script.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

USUAL: Final = "cp1252"
"""The page of most Windows computers of Europe and America; every byte of a broken file has some letter in it."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE: Final = 512
_MOST_LOOKED_AT: Final = 1 << 16
"""Bytes of lines that are no UTF-8; more of them tell no more."""

_PLAIN: Final = 0.75
"""So many of the letters or words must be of a script before it is taken for what was written."""

_LATIN: Final = (USUAL, "cp1250", "mac-roman", "cp850")
_ODD: Final = re.compile(r"(?<=[^\W\d_])[^\w\s\x00-\x7f’‘´`·\xad–—-](?=[^\W\d_])|[\x80-\x9f\ufffd]")
"""What stands within no word of a Latin script: a sign such as ³ or § between letters, a byte without any letter."""

_SIDE_BY_SIDE: Final = re.compile(rb"[\x80-\xff]{3,}")
"""Letters with accents are rare in a Latin script; so many side by side are letters of another."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_FEWEST: Final = 3
"""Letters of two bytes; fewer may stand by chance in a text of another encoding."""


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


def local(data: bytes) -> str:
    """The encoding of the lines that are no UTF-8."""
    sample = _strange_lines(data)
    if not sample:
        return USUAL
    for wide in _WIDE:
        if wide.share(sample) >= _PLAIN:
            return wide.encoding
    strange = sum(byte > 0x7F for byte in sample)
    if sum(map(len, _SIDE_BY_SIDE.findall(sample))) > strange / 2:
        shares = {encoding: _share_of_words(sample, encoding) for encoding in _OTHER_SCRIPTS}
        best = max(shares, key=lambda encoding: shares[encoding])
        return best if shares[best] >= _PLAIN else USUAL
    return min(_LATIN, key=lambda encoding: _odd(sample.decode(encoding, "replace")))


def _odd(text: str) -> int:
    """How much stands in a text that no language of Latin script writes."""
    words = (word for word in _WORD.findall(text) if word.isalpha() and not word.isascii())
    return len(_ODD.findall(text)) + sum(not _shaped(word) for word in words)


def _shaped(word: str) -> bool:
    """Whether capitals stand where they may."""
    return word.islower() or word.isupper() or word.istitle()


def _strange_lines(data: bytes) -> bytes:
    """The lines that are no UTF-8, as many as are looked at."""
    found, size = [], 0
    for line in data.splitlines(keepends=True):
        if line.isascii():
            continue
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            found.append(line[:_MOST_LOOKED_AT])
            size += len(found[-1])
            if size > _MOST_LOOKED_AT:
                break
    return b"".join(found)


@dataclass(frozen=True, slots=True)
class _Wide:
    """An encoding in which a letter takes two bytes, and which letters of it stand in any text."""

    encoding: str
    common: Callable[[str], bool]

    def share(self, sample: bytes) -> float:
        """How many of the strange letters are common ones."""
        strange = [letter for letter in sample.decode(self.encoding, "replace") if letter > "\x7f"]
        return sum(map(self.common, strange)) / len(strange) if len(strange) >= _FEWEST else 0


def _in_first_level(encoding: str, leads: range, trails: range) -> Callable[[str], bool]:
    """Whether a letter is among those that a standard puts first since they are used most."""

    def common(letter: str) -> bool:
        code = letter.encode(encoding, "replace")
        return len(code) == 2 and code[0] in leads and code[1] in trails

    return common


def _is_japanese(letter: str) -> bool:
    return "\u3041" <= letter <= "\u30fe" or _kanji(letter)


_kanji: Final = _in_first_level("cp932", range(0x88, 0x98), range(0x40, 0xFD))
_WIDE: Final = (
    _Wide("cp932", _is_japanese),
    _Wide("cp949", _in_first_level("cp949", range(0xB0, 0xC9), range(0xA1, 0xFF))),
    _Wide("gb18030", _in_first_level("gb18030", range(0xB0, 0xD8), range(0xA1, 0xFF))),
    _Wide("big5", _in_first_level("big5", range(0xA4, 0xC7), range(0x40, 0xFF))),
)
"""Korean lies within the bytes of Chinese, so it is asked for first (JIS X 0208, KS X 1001, GB 2312, Big5)."""

_VOWELS: Final = frozenset("аеёиоуыэюяіїєαεηιουωάέήίόύώϊϋ")
_OTHER_SCRIPTS: Final = {
    "cp1251": ("\u0400", "\u04ff"),
    "koi8-r": ("\u0400", "\u04ff"),
    "cp866": ("\u0400", "\u04ff"),
    "cp1253": ("\u0370", "\u03ff"),
    "cp1255": ("\u0590", "\u05ff"),
    "cp1256": ("\u0600", "\u06ff"),
}


def _share_of_words(sample: bytes, encoding: str) -> float:
    """How many of the strange letters stand in words of the encoding's script, as far as one can see."""
    first, last = _OTHER_SCRIPTS[encoding]
    text = sample.decode(encoding, "replace")
    cased = first < "\u0590"
    fine = [
        word
        for word in _WORD.findall(text)
        if all(first <= letter <= last for letter in word) and (not cased or _spoken(word))
    ]
    if cased and not (any(word[0].isupper() for word in fine) and any(word[-1].islower() for word in fine)):
        return 0
    return sum(map(len, fine)) / max(1, sum(letter > "\x7f" for letter in text))


def _spoken(word: str) -> bool:
    """Whether vowels stand among the consonants as in speech, and capitals where they may."""
    vowels = sum(letter in _VOWELS for letter in word.lower())
    return _shaped(word) and (len(word) < 4 or 0.2 <= vowels / len(word) <= 0.75)
