"""Who may meet a need: the words of the need are looked for in what is known of people, by their stems.

Accents and endings make no difference, in English, German, French and Spanish; rare words tell more than common ones.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Final

from cardkeeper import keys
from cardkeeper.model.overview import NeedMatch, Texts, Where
from cardkeeper.remembered import remembered
from cardkeeper.stems import Stemmer, stemmer

_LANGUAGES: Final = ("english", "german", "french", "spanish")
_FITS: Final = 0.6
"""So much of a need, weighed by how rare its words are, a person must cover to be named for it."""
_NEARLY: Final = MappingProxyType({Where.DOOR: 0.1, Where.OFFER: 0.3})
"""So much is enough of a door that somebody can open, or of an offer, where nobody covers the need."""
_SHORTEST: Final = 3
_LONGEST_ENDING: Final = 6
"""So many letters may follow a short stem: “engin” finds “engineering”, and “port” not “portfolioholder”."""
_TELLING_STEM: Final = 6
"""A stem of so many letters tells enough whatever follows it: “patent” finds “Patentanwältin”."""
_LEAST_STEM: Final = 4


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a need that says something, and the beginnings by which it is found."""

    text: str
    stems: tuple[str, ...]
    """The shortest beginnings that it shares with its other forms, folded, one or more."""

    def found_in(self, words: Iterable[str]) -> bool:
        return any(self._is(word) for word in words)

    def _is(self, word: str) -> bool:
        return any(_same(stem, word) for stem in self.stems) or word == self.text


@remembered(2_000)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a need that say something, each once."""
    found: dict[str, Word] = {}
    for word in keys.words(text):
        if (len(word) >= _SHORTEST or word.isdigit()) and word not in fillers():
            found.setdefault(word, Word(word, _stems(word)))
    return tuple(found.values())


def rank(text: str, candidates: Iterable[Texts], spread: Mapping[str, int], everyone: int) -> tuple[NeedMatch, ...]:
    """Who may meet a need, best first; if nobody does, those whose circle may hold one.

    `spread` says how many people each word is found with (by its text), of `everyone`: a word that many share tells
    little.
    """
    words = words_of(text)
    if not words:
        return ()
    weights = {word.text: math.log((everyone + 1) / (spread.get(word.text, 0) + 0.5)) + 0.1 for word in words}
    weights = {word: max(0.1, weight) for word, weight in weights.items()}
    total = sum(weights.values())
    fitting, doors = [], []
    for person in candidates:
        found = [{word.text for word in words if word.found_in(keys.words(text))} for _, text in person.texts]
        best = _best(person, found, weights, total)
        if best is None:
            continue
        if sum(weights[word] for word in set().union(*found)) / total >= _FITS:
            fitting.append(best)
        elif best.score >= _NEARLY.get(best.where, 1):
            doors.append(best)
    return tuple(sorted(fitting or doors, key=_order))


@cache
def fillers() -> frozenset[str]:
    """Words that say nothing about what is needed."""
    text = (resources.files("resources") / "words" / "fillers.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def _best(
    person: Texts, found: Sequence[AbstractSet[str]], weights: Mapping[str, float], total: float
) -> NeedMatch | None:
    """The text of a person that says most about the need, the telling places first."""
    best: NeedMatch | None = None
    for (where, text), held in zip(person.texts, found, strict=True):
        score = sum(weights[word] for word in held) / total
        if score > (best.score if best else 0):
            best = NeedMatch(person.contact_id, where, text, round(score, 6))
    return best


def _order(match: NeedMatch) -> tuple[float, int, int]:
    return -match.score, list(Where).index(match.where), match.contact_id


def _stems(word: str) -> tuple[str, ...]:
    """The shortest useful stems of a word: those of which no other is the beginning."""
    found = {_trimmed(each.stemWord(word)) for each in _stemmers()}
    useful = sorted({stem for stem in found if len(stem) >= min(_LEAST_STEM, len(word))}, key=len) or [word]
    kept: list[str] = []
    for stem in useful:
        if not any(stem.startswith(shorter) for shorter in kept):
            kept.append(stem)
    return tuple(kept)


def _trimmed(stem: str) -> str:
    """Stemmers of English write “compani” for “company” and “companies”: both begin with what is left without the i."""
    return stem[:-1] if len(stem) > _LEAST_STEM and stem.endswith("i") else stem


def _same(stem: str, word: str) -> bool:
    """Whether a word is a form of what has this stem, or its short form (“Architekt” for “Architektin”)."""
    if word.startswith(stem):
        return len(stem) >= _TELLING_STEM or len(word) - len(stem) <= _LONGEST_ENDING
    return len(word) > _LEAST_STEM and stem.startswith(word) and len(stem) - len(word) <= 2


@cache
def _stemmers() -> tuple[Stemmer, ...]:
    return tuple(stemmer(language) for language in _LANGUAGES)
