"""Print that the first reader has no letters for: what shows it, and what is taken of a look in the right language.

PP-OCRv6 reads no Hangul and no Cyrillic: a line of it gives nothing, or a few signs that look alike. Of Vietnamese
letters it knows those that other languages have too, and drops or bares the rest ("Đặng Thị Mỹ Hạnh" gives "Đng Thi M
Hnh"). Tesseract reads all three well in their own language, and Latin letters badly in Korean and Russian. So each
gives what it knows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from rapidfuzz.distance import LCSseq

from cardkeeper.model.cards import SecondLook, TextLine
from cardkeeper.model.geometry import Box

_SURE: Final = 0.85
"""Of 220 Vietnamese lines and 216 Korean ones looked at, those at least this sure were right in 94 of 100."""
_NET: Final = re.compile(r"@|www\.|https?:", re.IGNORECASE)
_NUMBER: Final = re.compile(r"(?:\d[\s()./+-]*){7}")
_VIETNAMESE: Final = re.compile("[\u1ea0-\u1ef9ơƠưƯ]")
"""Letters that no other language has."""
_VIETNAMESE_TOO: Final = re.compile("[àáâãèéêìíòóôõùúýđăÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĐĂ]")
_VIETNAM: Final = re.compile(r"\.vn\b|\+\s?84\b|\bvi[eệ]?t ?nam\b", re.IGNORECASE)
_WORD: Final = 3
"""So many signs of Chinese or Japanese, read with certainty, are no Hangul that looks like them."""
_NOWHERE: Final = re.compile(r"(?!)")
_SPARSE: Final = 0.6
"""Letters for each square of a line's height, below which a part of it was not read."""
_LINE: Final = 3.0
"""So many times longer than high is a line of which that can be told."""
_UNKNOWN_BEFORE: Final = re.compile(r"[^0-9+(]*")
"""What the first reader makes of the word before a number to call."""
_CERTAIN: Final = 0.95
"""Below this a line on a card from the country may be more than was read, or letters that look like other signs."""
_CLEAR: Final = 0.85
"""What the first reader read with less is no letters that it knows."""
_SAME: Final = 0.8
"""The share of the letters and digits that the first reader is sure of which the other must have read too."""
_LEAST_LATIN: Final = 4
_TWINS: Final = str.maketrans("АВЕКМНОРСТУХЗаеорсух0", "ABEKMHOPCTYX3aeopcyxO")
"""Cyrillic letters as the Latin ones that look the same, and nought as the letter."""


class Language(StrEnum):
    """A language to look in, by the name of Tesseract's file for it."""

    KOREAN = "kor"
    VIETNAMESE = "vie"
    RUSSIAN = "rus"


@dataclass(frozen=True, slots=True)
class _Script:
    """A script that the first reader has no letters of, as one language writes it."""

    letters: re.Pattern[str]
    least: int
    """So many of its letters are no icon."""
    sure: float
    """How sure a look must be; `_SURE` at least."""
    here: re.Pattern[str]
    """What says that a card is from where this language is written."""
    elsewhere: re.Pattern[str]
    """What says that it is from where others write this script, with letters of their own."""
    label: re.Pattern[str]
    """A word before a number to call, and the number."""


_SCRIPTS: Final = {
    Language.KOREAN: _Script(
        letters=re.compile("[\uac00-\ud7a3]"),
        least=2,
        sure=_SURE,
        here=re.compile(r"\.kr\b|\+\s?82\b|\bkorea\b", re.IGNORECASE),
        elsewhere=_NOWHERE,
        label=re.compile("([\uac00-\ud7a3]+[.:]?)[^\uac00-\ud7a3@]*"),
    ),
    Language.RUSSIAN: _Script(
        letters=re.compile("[А-яЁё]"),
        least=3,
        sure=0.9,
        here=re.compile(r"\.(?:ru|by|kz)\b|\+\s?7\b|\brussia\b", re.IGNORECASE),
        elsewhere=re.compile(r"\.(?:ua|bg|rs|mk)\b|\+\s?3(?:59|8[019])", re.IGNORECASE),
        label=re.compile("([А-яЁё]+[.:]?)[^А-яЁё@]*"),
    ),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Print to look at again: a line that was read, or a box in which nothing was."""

    box: Box
    line: TextLine | None = None


def places(lines: Sequence[TextLine], unread: Sequence[Box]) -> tuple[Place, ...]:
    """All print of a card, in order: its lines, and the boxes in which none was read."""
    found = [Place(line.box, line) for line in lines]
    found += [Place(box) for box in left_unread(unread, lines)]
    return tuple(sorted(found, key=lambda place: (place.box.top, place.box.left)))


def left_unread(unread: Sequence[Box], lines: Sequence[TextLine]) -> tuple[Box, ...]:
    """The boxes in which none of these lines stands."""
    return tuple(box for box in unread if not any(_same(box, line.box) for line in lines))


def suspects(language: Language, lines: Sequence[TextLine], print_: Sequence[Place]) -> tuple[Place, ...]:
    """The places that seem to be in a language; none where nothing speaks for it."""
    text = "\n".join(line.text for line in lines)
    if language is Language.VIETNAMESE:
        known = _VIETNAMESE.search(text) or (_VIETNAM.search(text) and _VIETNAMESE_TOO.search(text))
        return tuple(place for place in print_ if place.line and not _reaches(place.line.text)) if known else ()
    script = _SCRIPTS[language]
    if script.elsewhere.search(text):
        return ()
    here = script.here.search(text) is not None
    return tuple(place for place in print_ if _is_gap(place) or (here and _is_doubtful(place)))


def rest(language: Language, print_: Sequence[Place], seen: Sequence[Place]) -> tuple[Place, ...]:
    """What is worth a look too on a card that has proved to be in a language."""
    if language is Language.VIETNAMESE:
        return ()
    known = {place.box for place in seen}
    return tuple(place for place in print_ if place.box not in known)


def is_sure(look: SecondLook | None) -> bool:
    """Whether a look is worth taking from."""
    return look is not None and look.confidence >= _SURE


def taken(language: Language, place: Place, look: SecondLook | None) -> TextLine | None:
    """The line at a place after a look in a language; what was read before where the look adds nothing sure."""
    if look is None:
        return place.line
    if language is Language.VIETNAMESE:
        return _vietnamese(place, look)
    return _unknown(_SCRIPTS[language], place, look)


def _vietnamese(place: Place, look: SecondLook) -> TextLine | None:
    line = place.line
    if line is None or not (_is_marked(line.text) or _is_marked(look.text)):
        return line
    text = unicodedata.normalize("NFC", look.text)
    if not is_sure(look) or not _bare_alike(line.text, text) or text == line.text:
        return replace(line, seconds=(*line.seconds, look))
    return _read_anew(line, text, look)


def _unknown(script: _Script, place: Place, look: SecondLook) -> TextLine | None:
    line = place.line
    if look.confidence < script.sure or len(script.letters.findall(look.text)) < script.least:
        return line
    if line is None:
        return TextLine(look.text, place.box, look.confidence, look.reader)
    label = script.label.fullmatch(look.text) if _NUMBER.search(line.text) and not _NET.search(line.text) else None
    if label:
        return replace(line, text=f"{label[1]} {_UNKNOWN_BEFORE.sub('', line.text, count=1)}")
    if _NET.search(line.text) or _is_latin(line):
        return line
    known, seen = _known(script, line), look.text.translate(_TWINS).casefold()
    lost = LCSseq.similarity(known, seen) < _SAME * len(known)
    if lost or (_reaches(look.text) and not _reaches(line.text)):
        return replace(line, seconds=(*line.seconds, look))
    return _read_anew(line, look.text, look)


def _read_anew(line: TextLine, text: str, look: SecondLook) -> TextLine:
    """The line as the other reader saw it; what was read first is kept beside it."""
    first = SecondLook(line.text, line.confidence, line.reader)
    return TextLine(text, line.box, look.confidence, look.reader, (first,))


def _reaches(text: str) -> bool:
    """Whether it is a way to reach the person: those the first reader reads better, in every language."""
    return bool(_NET.search(text) or _NUMBER.search(text))


def _is_gap(place: Place) -> bool:
    """Whether print is there of which next to nothing was read."""
    if place.line is None or _reaches(place.line.text):
        return place.line is None
    length = place.box.width / max(1.0, place.box.height)
    return length >= _LINE and sum(map(str.isalnum, place.line.text)) < _SPARSE * length


def _is_doubtful(place: Place) -> bool:
    """Whether what was read may be signs of another script, or not all that is there."""
    line = place.line
    return line is None or (not _reaches(line.text) and (line.confidence < _CERTAIN or not line.text.isascii()))


def _same(one: Box, other: Box) -> bool:
    return one.shared_area(other) > min(one.area, other.area) / 2


def _is_marked(text: str) -> bool:
    return bool(_VIETNAMESE.search(text) or _VIETNAMESE_TOO.search(text))


def _bare_alike(first: str, second: str) -> bool:
    """Whether two looks are the same but for marks, and for letters that the first one lost with them."""
    bare, full = _bare(first), _bare(second)
    shared = LCSseq.similarity(bare, full)
    digits = [re.sub(r"\D", "", text) for text in (bare, full)]
    return digits[0] == digits[1] and shared >= 0.9 * len(bare) and shared >= 0.5 * len(full)


def _bare(text: str) -> str:
    parts = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in parts if letter.isalnum())


def _is_latin(line: TextLine) -> bool:
    """Whether a line was surely read, and in words of Latin letters."""
    return line.confidence >= _CERTAIN and line.text.isascii() and sum(map(str.isalpha, line.text)) >= _LEAST_LATIN


def _known(script: _Script, line: TextLine) -> str:
    """The letters and digits that the first reader is sure of.

    Those are Latin ones, Cyrillic ones that look like them, and Chinese or Japanese ones that make a word.
    """
    if line.confidence < _CLEAR:
        return ""
    letters = [letter for letter in line.text if letter.isalnum() and not script.letters.match(letter)]
    latin = [letter for letter in letters if letter.isascii()]
    word = len(letters) - len(latin) >= _WORD and line.confidence >= _CERTAIN
    return "".join(letters if word else latin).translate(_TWINS).casefold()
