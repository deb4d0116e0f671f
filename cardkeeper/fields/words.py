"""Word lists that tell people, trades, places and labels apart; loaded once, when first asked for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any, Final

_UNACCENTED: Final = str.maketrans(
    {"ł": "l", "ß": "ss", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i", "’": "'", "‘": "'"}
)
_SPELT: Final = 3
"""Letters of a word whose accents are known; shorter ones are words of several languages."""
_DROPPED: Final = frozenset("àáâãçèéêëìíîïòóôõùúû")
_FULL_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20}
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_TOKEN: Final = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*\.?|&|\+")
_FOLDED: Final = re.compile(r"[a-z ]+")
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
    return not text.isascii() and _EAST_ASIAN.search(text) is not None


@lru_cache(maxsize=8192)
def tokens(text: str) -> tuple[str, ...]:
    """The folded words of a text without the dots at their ends; "&" and "+" are words of their own."""
    return tuple(match.rstrip(".") for match in _TOKEN.findall(fold(text)))


@dataclass(frozen=True, slots=True)
class WordList:
    """A set of words and phrases, with word endings and East Asian terms apart."""

    phrases: frozenset[tuple[str, ...]]
    openings: frozenset[str]
    """The first words of all phrases."""
    longest: int
    endings: tuple[str, ...]
    signs: tuple[str, ...]
    """Terms in scripts that put no spaces between words, longest first."""

    def spans(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Where terms stand among the words, longest first, not overlapping."""
        at = 0
        while at < len(words):
            if words[at] not in self.openings:
                if self._ends(words[at]):
                    yield at, at + 1
                at += 1
                continue
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

    def sign_at_end(self, text: str) -> str:
        """The longest East Asian term that a text ends in, brackets apart, empty when there is none."""
        bare = re.sub(r"[(（].*$", "", fold(text)).replace(" ", "")
        return next((sign for sign in self.signs if bare.endswith(sign)), "")

    def holds(self, text: str) -> bool:
        """Whether the whole text is one term."""
        return tokens(text) in self.phrases

    def _ends(self, word: str) -> bool:
        return bool(self.endings) and word.endswith(self.endings) and len(word) > 5


def _terms(name: str) -> Iterator[str]:
    text = (resources.files("resources") / "words" / f"{name}.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield from filter(None, map(str.strip, line.split(",")))


@lru_cache(maxsize=1)
def _spellings() -> dict[str, frozenset[str]]:
    """How the lists of jobs write each folded word."""
    found: dict[str, set[str]] = {}
    for name in ("titles", "title_modifiers", "functions", "departments"):
        for word in (word for term in _terms(name) for word in _LETTERS.findall(term.lower())):
            found.setdefault(fold(word), set()).add(word)
    return {folded: frozenset(spelt) for folded, spelt in found.items()}


def accented(word: str) -> str:
    """A word of jobs with its accents put right, where the lists know one spelling only; other words as they are."""
    spelt = _spellings().get(fold(word), frozenset())
    right = next(iter(spelt)) if len(spelt) == 1 else ""
    if len(word) < _SPELT or len(right) != len(word) or word.lower() == right:
        return word
    # Capitals are often printed without the marks of Romance languages; those that make other letters stay.
    pairs = (
        (old, old if word.isupper() and old.isascii() and sign in _DROPPED else sign)
        for old, sign in zip(word, right, strict=True)
    )
    return "".join(sign.upper() if old.isupper() else sign for old, sign in pairs)


def _words_of(term: str) -> tuple[str, ...]:
    """The folded words of a term; those of most terms are written folded, and need no looking at each letter."""
    return tuple(term.split()) if _FOLDED.fullmatch(term) else tokens(term)


def _list_of(terms: Sequence[str]) -> WordList:
    endings = tuple(fold(term[1:]) for term in terms if term.startswith("-"))
    whole = [term for term in terms if not term.startswith("-")]
    signs = sorted({fold(term) for term in whole if east_asian(term)}, key=len, reverse=True)
    phrases = frozenset(words for words in (_words_of(term) for term in whole if not east_asian(term)) if words)
    openings = frozenset(words[0] for words in phrases)
    return WordList(phrases, openings, max((len(words) for words in phrases), default=0), endings, tuple(signs))


_MORE: Final = {"titles": ("occupations",), "places": ("towns",), "organisations": ("establishments",)}
"""Lists that go with another."""


@lru_cache(maxsize=32)
def word_list(name: str) -> WordList:
    """The list of that name in resources/words."""
    return _list_of(tuple(term for each in (name, *_MORE.get(name, ())) for term in _terms(each)))


@lru_cache(maxsize=4)
def names(which: str) -> frozenset[str]:
    """The "first" or "last" names, folded."""
    return frozenset(_terms(f"{which}_names"))


@lru_cache(maxsize=8)
def plain_set(name: str) -> frozenset[str]:
    """A list as it stands in its file: host names, endings, surnames in signs."""
    return frozenset(_terms(name))


@dataclass(frozen=True, slots=True)
class KeyedList:
    """Terms that each stand for one or more keys: countries for codes, labels for kinds."""

    terms: WordList
    keys: Mapping[tuple[str, ...], tuple[str, ...]]
    sign_keys: Mapping[str, tuple[str, ...]]

    def found_in(self, text: str) -> tuple[str, ...]:
        """The keys of all terms in a text, in its order, each once."""
        words = tokens(text)
        found: dict[str, None] = {}
        for start, end in self.terms.spans(words):
            found |= dict.fromkeys(self.keys.get(tuple(words[start:end]), ()))
        sign = self.terms.sign_in(text)
        return (*found, *(key for key in self.sign_keys.get(sign, ()) if key not in found))

    def of(self, text: str) -> tuple[str, ...]:
        """The keys of a text that is one term as a whole."""
        found = self.keys.get(tokens(text), ())
        return found or self.sign_keys.get(fold(text).replace(" ", ""), ())


@lru_cache(maxsize=8)
def keyed(name: str) -> KeyedList:
    """A list whose lines begin with a key: "CH: switzerland, schweiz"; several lines may begin with one key."""
    text = (resources.files("resources") / "words" / f"{name}.txt").read_text(encoding="utf-8")
    keys: dict[tuple[str, ...], tuple[str, ...]] = {}
    sign_keys: dict[str, tuple[str, ...]] = {}
    terms: list[str] = []
    for line in text.splitlines():
        key, colon, rest = line.partition(":")
        if not colon or line.startswith("#"):
            continue
        for term in (part.strip() for part in rest.split(",")):
            if term:
                terms.append(term)
                table: dict[Any, tuple[str, ...]] = sign_keys if east_asian(term) else keys
                index = fold(term).replace(" ", "") if east_asian(term) else tokens(term)
                table[index] = tuple(dict.fromkeys((*table.get(index, ()), key)))
    return KeyedList(_list_of(terms), keys, sign_keys)
