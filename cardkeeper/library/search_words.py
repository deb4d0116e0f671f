"""The words that a person is found by, and the same for what somebody types to find them.

Both sides pass through here, so accents, case, the punctuation of phone numbers and the missing spaces of Chinese,
Japanese and Korean make no difference, and nothing that is typed means anything to SQLite.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from cardkeeper import keys

_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_WORD: Final = re.compile(r"[^\W_]+")
_CJK: Final = re.compile(
    r"[\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+"
)
"""Kana, Han and Hangul (Unicode blocks): scripts in which a part of a run of letters is a word to look for."""

_NUMBER: Final = re.compile(r"\+?\(?\d[\d\s().+/\-]*\d|\d")
_TRUNK: Final = re.compile(r"\(0\)")
_LONGEST_NUMBER: Final = 20
"""ITU E.164 has up to 15 digits; with an international prefix and an extension no number has more than this."""
_SHORTEST_PART: Final = 3
_SHORTEST_WITHOUT_COUNTRY: Final = 6


def index_text(texts: Iterable[str]) -> str:
    """These texts as words to be found by."""
    return " ".join(word for text in texts for word in _index_words(text))


def index_numbers(numbers: Iterable[str]) -> str:
    """Phone numbers as digits to be found by, from any digit on."""
    return " ".join(dict.fromkeys(part for number in numbers for part in _endings(number)))


def match_expression(typed: str) -> str:
    """What to ask FTS5 for: people in whom each word typed begins a word; empty when nothing typed is a word."""
    return " AND ".join(_terms(typed))


def _index_words(text: str) -> Iterator[str]:
    if text.isascii():
        yield from _WORD.findall(text.lower())
        return
    folded = _folded(text)
    words = _WORD.findall(folded)
    yield from (piece for word in words for piece in _pieces(word, last=True)) if _CJK.search(folded) else words
    spelled = _folded(text.casefold().translate(_UMLAUTS))
    if spelled != folded:
        yield from _WORD.findall(spelled)


def _terms(typed: str) -> Iterator[str]:
    rest = 0
    for number in _NUMBER.finditer(typed):
        if number.start() and typed[number.start() - 1].isalnum():
            continue  # a digit within a word, as in “a16z”
        yield from _word_terms(typed[rest : number.start()])
        yield _number_term(number.group())
        rest = number.end()
    yield from _word_terms(typed[rest:])


def _word_terms(typed: str) -> Iterator[str]:
    for word in _WORD.findall(_folded(typed)):
        yield from (_begins(piece) for piece in _pieces(word, last=False))


def _number_term(typed: str) -> str:
    """Digits are a part of a phone number, or words as they stand: a postcode, a house number, a year."""
    as_words = " AND ".join(_begins(group) for group in re.findall(r"\d+", typed))
    parts = " OR ".join(_begins(part) for part in dict.fromkeys(_number_parts(typed)))
    return f"(({as_words}) OR phones : ({parts}))" if parts else f"({as_words})"


def _number_parts(typed: str) -> Iterator[str]:
    digits = _digits(_TRUNK.sub("", typed)).lstrip("0")
    if len(digits) >= _SHORTEST_PART:
        yield digits
    if typed.startswith(("+", "00")):
        # Country codes have one to three digits (ITU E.164); the number may be kept without one.
        for length in (1, 2, 3):
            if len(digits) - length >= _SHORTEST_WITHOUT_COUNTRY:
                yield digits[length:]


def _endings(number: str) -> Iterator[str]:
    for written in dict.fromkeys((_digits(number), _digits(_TRUNK.sub("", number)))):
        digits = written[:_LONGEST_NUMBER]
        yield from (digits[start:] for start in range(len(digits) - _SHORTEST_PART + 1))


def _pieces(word: str, *, last: bool) -> Iterator[str]:
    """A word; of a script without spaces each two letters that stand together, and with `last` the last one too."""
    rest = 0
    for run in _CJK.finditer(word):
        if run.start() > rest:
            yield word[rest : run.start()]
        letters = run.group()
        yield from (letters[at : at + 2] for at in range(len(letters) - 1))
        if last or len(letters) == 1:
            yield letters[-1]
        rest = run.end()
    if rest < len(word):
        yield word[rest:]


def _begins(word: str) -> str:
    return f'"{word}" *'


def _digits(text: str) -> str:
    digits = "".join(filter(str.isdecimal, text))
    return digits if digits.isascii() else "".join(str(unicodedata.decimal(digit)) for digit in digits)


def _folded(text: str) -> str:
    """Folded as everywhere; composed, since folding takes Hangul syllables apart."""
    return unicodedata.normalize("NFC", keys.fold(text))
