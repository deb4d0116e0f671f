"""Spaces that a reader put into wide-set words or lost between words, by the words that jobs and firms are made of."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from cardkeeper.fields.words import fold, names, word_list

_LISTS: Final = ("titles", "title_modifiers", "functions", "departments")
_SHORTEST: Final = 4
"""Letters of a word that may have been glued to another."""
_SMALL: Final = ("of", "and", "de", "di", "du")


@lru_cache(maxsize=4096)
def respaced(text: str) -> str:
    """The text with torn words put together and glued ones parted, where that makes words of jobs."""
    words = text.split(" ")
    if len(words) > 1:
        words = _mended(words)
    return " ".join(_parted(word) for word in words)


def _mended(words: list[str]) -> list[str]:
    """Letters set wide come apart: "DIRECTE UR GÉNÉRA L"."""
    result = [words[0]]
    for word in words[1:]:
        whole = result[-1] + word
        torn = word.isupper() if result[-1].isupper() else word.islower()
        if (
            torn
            and whole.isalpha()
            and _is_word(whole, *_LISTS, "organisations")
            and not (_known(result[-1]) and _known(word))
        ):
            result[-1] = whole
        else:
            result.append(word)
    return result


def _parted(word: str) -> str:
    """Two words of jobs without a space: "SalesManager", "HEADOF SALES"."""
    if not word.isalpha() or len(word) < 2 + _SHORTEST or _known(word):
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
