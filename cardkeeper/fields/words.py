"""Word lists that tell people, trades, places and labels apart; loaded once, when first asked for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Final

_UNACCENTED: Final = str.maketrans(
    {"ł": "l", "ß": "ss", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i", "’": "'", "‘": "'"}
)
_FULL_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20}
_TOKEN: Final = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*\.?|&|\+")
_EAST_ASIAN: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af㈱㈲㈜]")


def plain(text: str) -> str:
    """Full-width letters and digits as ordinary ones; the length stays."""
    return text.translate(_FULL_WIDTH)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """For comparing words: without case and accents."""
    text = text.casefold().translate(_UNACCENTED)
    if text.isascii():
        return text
    if _EAST_ASIAN.search(text):
        return unicodedata.normalize("NFKC", text)
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def east_asian(text: str) -> bool:
    """Whether a text holds Chinese, Japanese or Korean characters."""
    return bool(_EAST_ASIAN.search(text))


@lru_cache(maxsize=8192)
def tokens(text: str) -> tuple[str, ...]:
    """The folded words of a text without the dots at their ends; "&" and "+" are words of their own."""
    return tuple(match.rstrip(".") for match in _TOKEN.findall(fold(text)))


@dataclass(frozen=True, slots=True)
class WordList:
    """A set of words and phrases, with word endings and East Asian terms apart."""

    phrases: frozenset[tuple[str, ...]]
    longest: int
    endings: tuple[str, ...]
    signs: tuple[str, ...]
    """Terms in scripts that put no spaces between words, longest first."""

    def spans(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Where terms stand among the words, longest first, not overlapping."""
        at = 0
        while at < len(words):
            for length in range(min(self.longest, len(words) - at), 0, -1):
                if tuple(words[at : at + length]) in self.phrases or (length == 1 and self._ends(words[at])):
                    yield at, at + length
                    at += length
                    break
            else:
                at += 1

    def count(self, text: str) -> int:
        """How many words of a text are covered by terms."""
        found = sum(end - start for start, end in self.spans(tokens(text)))
        return found + (1 if self.sign_in(text) else 0)

    def sign_in(self, text: str) -> str:
        """The longest East Asian term in a text, empty when there is none."""
        if not self.signs or not east_asian(text):
            return ""
        bare = fold(text).replace(" ", "")
        return next((sign for sign in self.signs if sign in bare), "")

    def holds(self, text: str) -> bool:
        """Whether the whole text is one term."""
        return tokens(text) in self.phrases

    def _ends(self, word: str) -> bool:
        return bool(self.endings) and word.endswith(self.endings) and len(word) > 5


def _terms(name: str) -> Iterator[str]:
    text = (resources.files("resources") / "words" / f"{name}.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield from (term for term in (part.strip() for part in line.split(",")) if term)


def _list_of(terms: Sequence[str]) -> WordList:
    endings = tuple(fold(term[1:]) for term in terms if term.startswith("-"))
    whole = [term for term in terms if not term.startswith("-")]
    signs = sorted({fold(term) for term in whole if east_asian(term)}, key=len, reverse=True)
    phrases = frozenset(words for words in (tokens(term) for term in whole if not east_asian(term)) if words)
    return WordList(phrases, max((len(words) for words in phrases), default=0), endings, tuple(signs))


@lru_cache(maxsize=32)
def word_list(name: str) -> WordList:
    """The list of that name in resources/words."""
    return _list_of(tuple(_terms(name)))


@lru_cache(maxsize=4)
def names(which: str) -> frozenset[str]:
    """The "first" or "last" names, folded."""
    return frozenset(_terms(f"{which}_names"))


@lru_cache(maxsize=32)
def keyed(name: str) -> dict[str, WordList]:
    """A list whose lines begin with a key: "CH: switzerland, schweiz"; a key may begin several lines."""
    text = (resources.files("resources") / "words" / f"{name}.txt").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            key, _, terms = line.partition(":")
            found.setdefault(key, []).extend(term.strip() for term in terms.split(",") if term.strip())
    return {key: _list_of(terms) for key, terms in found.items()}
