"""Finds the sentences of a first message that sound like a pitch, and says why. It points, and never blocks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from cardkeeper.model.letters import Form, Language
from cardkeeper.stems import stemmer
from cardkeeper.translation import tr

_FINE: Final = "fine"
_ANY: Final = "*"
_MOST_BETWEEN: Final = 2
_WORD: Final = re.compile(r"\w+(?:['’]\w+)*|[€$£%]")
_SENTENCE: Final = re.compile(r"[^.!?…\n]+[.!?…]*[»”\"')]*|[.!?…]+")
_NUMBER_OF_A_PRICE: Final = re.compile(
    r"(?:[€$£]\s?\d[\d.,]*|\d[\d.,]*\s?(?:[€$£%]|(?:EUR|USD|CHF|euros?)\b))", re.IGNORECASE
)
_STEMMERS: Final = {
    Language.ENGLISH: "english",
    Language.GERMAN: "german",
    Language.FRENCH: "french",
    Language.SPANISH: "spanish",
}


@dataclass(frozen=True, slots=True)
class Pitch:
    """A sentence that sounds like a pitch: where it stands in the text, the words that do it, and why."""

    start: int
    end: int
    sentence: str
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class _Phrase:
    reason: str
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    stem: str
    start: int
    end: int


def pitches(text: str, language: Language, form: Form) -> tuple[Pitch, ...]:
    """The sentences of a letter that sound like a pitch, in their order; of a letter that is no first one, none."""
    if not form.is_first:
        return ()
    found = []
    for sentence in _SENTENCE.finditer(text):
        reason = _reason_in(sentence.group(), language)
        if reason is not None:
            why, words = reason
            start = sentence.start() + len(sentence.group()) - len(sentence.group().lstrip())
            found.append(Pitch(start, sentence.end(), text[start : sentence.end()], words, _why(why)))
    return tuple(found)


def _reason_in(sentence: str, language: Language) -> tuple[str, str] | None:
    """Why a sentence sounds like a pitch, and the words that do it; None where it does not."""
    words = _words(sentence, language)
    fine, rest = _lists(language)
    free = list(words)
    for phrase in fine:
        for at in range(len(free)):
            length = _match(free[at:], phrase.stems)
            if length:
                free[at : at + length] = [_Word("", word.start, word.end) for word in free[at : at + length]]
    for at in range(len(free)):
        for phrase in rest:
            length = _match(free[at:], phrase.stems)
            if length:
                return phrase.reason, sentence[free[at].start : free[at + length - 1].end]
    price = _NUMBER_OF_A_PRICE.search(sentence)
    return ("price", price.group()) if price else None


def _match(words: Sequence[_Word], stems: Sequence[str]) -> int:
    """How many words from the first on the stems stand for; 0 where they don't."""
    at = 0
    between = False
    for stem in stems:
        if stem == _ANY:
            between = True
            continue
        reach = range(at, min(len(words), at + 1 + (_MOST_BETWEEN if between else 0)))
        place = next((number for number in reach if words[number].stem == stem), None)
        if place is None:
            return 0
        at, between = place + 1, False
    return at


def _words(text: str, language: Language) -> list[_Word]:
    stems_of = stemmer(_STEMMERS[language])
    found: list[_Word] = []
    for word in _WORD.finditer(text):
        # French joins words by an apostrophe: each is one of its own, for which the place of both will do.
        joined = re.split(r"['’]", word.group()) if language is Language.FRENCH else [word.group().replace("’", "'")]
        stems = (stems_of.stemWord(_plain(part)) for part in joined if part)
        found.extend(_Word(stem, word.start(), word.end()) for stem in stems)
    return found


def _plain(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold() if "ß" not in word else word.lower()


@cache
def _lists(language: Language) -> tuple[tuple[_Phrase, ...], tuple[_Phrase, ...]]:
    """The phrases that are never meant, and those that are, longest first."""
    file = resources.files("resources") / "selling" / f"{language.value}.txt"
    phrases = sorted(_phrases(file.read_text(encoding="utf-8"), language), key=lambda phrase: -len(phrase.stems))
    fine = tuple(phrase for phrase in phrases if phrase.reason == _FINE)
    return fine, tuple(phrase for phrase in phrases if phrase.reason != _FINE)


def _phrases(text: str, language: Language) -> Iterator[_Phrase]:
    for line in text.splitlines():
        reason, colon, terms = line.partition(":")
        if not colon or line.startswith("#"):
            continue
        for term in terms.split(","):
            stems: list[str] = []
            for piece in term.split():
                stems += [_ANY] if piece == _ANY else [word.stem for word in _words(piece, language)]
            yield _Phrase(reason, tuple(stems))


def _why(reason: str) -> str:
    return {
        "deal": tr("A first message that offers a deal often ends the talk."),
        "price": tr("Prices and savings belong to a sale; you have only just met."),
        "product": tr("It speaks of what you sell. Ask what they do instead."),
        "promise": tr("It promises more than somebody who met you once can believe."),
        "hurry": tr("Hurry is what sellers make. Let them take their time."),
        "recruit": tr("It asks them to join or to buy before they know you."),
    }[reason]
