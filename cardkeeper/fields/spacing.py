"""Spaces that a reader put into wide-set words or lost between words, by the words that jobs and firms are made of."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, pairwise
from typing import Final

from cardkeeper.fields.words import fold, keyed, names, word_list

_LISTS: Final = ("titles", "title_modifiers", "functions", "departments")
_SHORTEST: Final = 4
"""Letters of a word that may have been glued to another."""
_SMALL: Final = ("of", "and", "de", "di", "du")


_BEHIND_DIGITS: Final = re.compile(r"(?<=\d{3})[^\W\d_]{4,}$")


@lru_cache(maxsize=4096)
def respaced(text: str) -> str:
    """The text with torn words put together and glued ones parted, where that makes words of jobs."""
    if as_printed := _term(text):
        return as_printed
    text = _BEHIND_DIGITS.sub(
        lambda match: f" {match.group()}" if keyed("countries").of(match.group()) else match.group(), text
    )
    words = text.split(" ")
    if len(words) > 1:
        words = _mended(words)
    return " ".join(_parted(word) for word in words)


@lru_cache(maxsize=1)
def _terms() -> dict[str, tuple[int, ...]]:
    """Terms of several words without their spaces, and the lengths of their words."""
    found = {}
    for phrase in (phrase for name in _LISTS for phrase in word_list(name).phrases):
        if len(phrase) > 1 and all(word.isalpha() or word == "&" for word in phrase):
            found["".join(phrase)] = tuple(len(word) for word in phrase)
    return found


def _term(text: str) -> str:
    """A text that is one term of several words but for its spaces, with those: "Badania iRozwój"; else nothing."""
    letters = text.replace(" ", "")
    lengths = _terms().get(fold(letters), ())
    if sum(lengths) != len(letters) or len(text.split()) == len(lengths):
        return ""
    signs = iter(letters)
    return " ".join("".join(islice(signs, length)) for length in lengths)


def _mended(words: list[str]) -> list[str]:
    """Letters set wide come apart: "DIRECTE UR GÉNÉRA L", "Ges to ra Cultural"."""
    result: list[str] = []
    at = 0
    while at < len(words):
        count = next((count for count in (4, 3, 2) if _is_torn(words[at : at + count], count)), 1)
        result.append("".join(words[at : at + count]))
        at += count
    return result


def _is_torn(parts: list[str], count: int) -> bool:
    """Whether so many runs of letters are one word of jobs, and not words by themselves."""
    whole = "".join(parts)
    alike = all(part.isupper() if parts[0].isupper() else part.islower() for part in parts[1:])
    return (
        len(parts) == count
        and alike
        and whole.isalpha()
        and _is_word(whole, *_LISTS, "organisations")
        and not all(_known(part) for part in parts)
    )


def _parted(word: str) -> str:
    """Two words of jobs without a space: "SalesManager", "HEADOF SALES"."""
    inner = any(one.islower() and other.isupper() for one, other in pairwise(word))
    if not word.isalpha() or len(word) < 2 + _SHORTEST or (_known(word) and not inner):
        return word
    for at in range(len(word) - 2, _SHORTEST - 1, -1):
        first, last = word[:at], word[at:]
        cased = word.isupper() or (first[-1].islower() and (last[0].isupper() or fold(last) in _SMALL))
        whole = len(last) >= _SHORTEST and _is_word(last)
        job = _is_word(first, "titles") or _is_word(last, "titles")
        if cased and job and _is_word(first) and (whole or fold(last) in _SMALL):
            return f"{first} {last}"
    return word


@lru_cache(maxsize=16384)
def _is_word(word: str, *lists: str) -> bool:
    """Whether a word stands in a list, not only ends like a word of it."""
    return any((fold(word),) in word_list(name).phrases for name in lists or _LISTS)


def _known(word: str) -> bool:
    built = any(word_list(name).count(word) for name in _LISTS)
    return built or fold(word) in names("first") or fold(word) in names("last")
