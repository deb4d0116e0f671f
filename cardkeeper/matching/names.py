"""Whether two names are of one person: written differently, shortened, turned around, or with a letter astray."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Final

from rapidfuzz.distance import OSA

from cardkeeper import keys
from cardkeeper.remembered import remembered

_SHORTEST_WITH_A_TYPO: Final = 4
"""Shorter words differ by a letter and are other names: Jan and Jon, Lee and Leo."""
_LONG: Final = 8
"""From so many letters on two of them may be astray."""


class Likeness(StrEnum):
    """How alike two names are, the likest first."""

    SAME = "same"
    FULLER = "fuller"
    """The same, with a middle name or second last name more."""
    SHORT_FORM = "short form"
    INITIALS = "initials"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart for comparing."""

    words: tuple[str, ...]
    """Folded, without titles and degrees, as they stand."""
    parts: frozenset[str]
    """The same, with words that a hyphen joins as one."""
    letters: str
    """All of them in alphabetical order: equal for 山田 太郎 and 山田太郎."""

    @property
    def whole(self) -> bool:
        """Whether it has a first and a last name."""
        return sum(len(word) > 1 for word in self.words) > 1 or (bool(self.words) and not self.words[0].isascii())


@remembered(8_192)
def name_of(written: str) -> Name:
    counts = set(keys.name_words(written))
    words = tuple(_plain(word) for word in keys.words(written) if word in counts)
    pieces = (tuple(word for word in keys.words(piece) if word in counts) for piece in written.split())
    parts = frozenset(_plain("".join(piece)) for piece in pieces if piece)
    return Name(words, parts, "".join(sorted("".join(words))))


def likeness(one: Name, other: Name) -> Likeness | None:
    """How alike two names are; None where one of them is another name, or there is none."""
    if not one.words or not other.words:
        return None
    if _are_same(one, other):
        return Likeness.SAME
    short, long = sorted((one.words, other.words), key=len)
    pairs = _paired(short, long) if len(short) > 1 or len(long) == 1 else None
    if pairs is None or _all_shortened(pairs):
        return None
    if len(short) < len(long):
        pairs.append(Likeness.FULLER)
    elif set(pairs) == {Likeness.SAME}:
        return Likeness.NEAR  # the two last names of a pair, the other way round
    return max(pairs, key=_LIKEST_FIRST.index)


def _are_same(one: Name, other: Name) -> bool:
    if one.parts == other.parts or one.words in _turned(other.words):
        return True
    return one.letters == other.letters and not one.letters.isascii()


def _turned(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Each way to begin a name with another of its words: first name first, last name first."""
    return tuple((*words[start:], *words[:start]) for start in range(len(words)))


_LIKEST_FIRST: Final = tuple(Likeness)


def _paired(short: tuple[str, ...], long: tuple[str, ...]) -> list[Likeness] | None:
    """The likeness of each word of the shorter name to one of the longer; None when a word is like none.

    The best pairs are taken first; initials may only pair with what is left.
    """
    found: list[Likeness] = []
    left_short, left_long = list(short), list(long)
    for wanted in (Likeness.SAME, Likeness.SHORT_FORM, Likeness.NEAR, Likeness.INITIALS):
        for word in tuple(left_short):
            partner = next((other for other in left_long if _word_likeness(word, other) is wanted), None)
            if partner is not None:
                found.append(wanted)
                left_short.remove(word)
                left_long.remove(partner)
    # A middle initial more or less tells nothing; one that is not that of the other's middle name tells two people.
    if left_short and (left_long or any(len(word) > 1 for word in left_short)):
        return None
    return found or None


def _all_shortened(pairs: list[Likeness]) -> bool:
    """Whether no word is the same and whole: “J. S.” or two words each with a letter astray say too little."""
    return len(pairs) < 2 or Likeness.SAME not in pairs


@remembered(65_536)
def _word_likeness(one: str, other: str) -> Likeness | None:
    if one == other:
        return Likeness.SAME if len(one) > 1 else Likeness.INITIALS
    if len(one) == 1 or len(other) == 1:
        return Likeness.INITIALS if one[0] == other[0] else None
    if not _groups(one).isdisjoint(_groups(other)):
        return Likeness.SHORT_FORM
    shortest, longest = sorted((len(one), len(other)))
    allowed = 0 if shortest < _SHORTEST_WITH_A_TYPO else 2 if longest >= _LONG else 1
    if allowed and _groups(one) and _groups(other) and one[0] != other[0]:
        return None
    return Likeness.NEAR if OSA.distance(one, other, score_cutoff=allowed) <= allowed else None


def _plain(word: str) -> str:
    """Umlauts as they are spelled without dots and with an e are one."""
    return word.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _groups(word: str) -> frozenset[int]:
    return _nicknames().get(word, frozenset())


@cache
def _nicknames() -> Mapping[str, frozenset[int]]:
    """The groups of names in which a word stands."""
    text = (resources.files("resources.words") / "nicknames.txt").read_text(encoding="utf-8")
    found: dict[str, set[int]] = {}
    for number, line in enumerate(text.splitlines()):
        if not line.startswith("#"):
            for form in line.split(","):
                found.setdefault(_plain(keys.fold(form)), set()).add(number)
    return {form: frozenset(groups) for form, groups in found.items()}
