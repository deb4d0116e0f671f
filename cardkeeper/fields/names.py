"""How much speaks for a text to be a person's name."""

from __future__ import annotations

import re
from typing import Final

from cardkeeper.fields.context import Clues, host_likeness, local_likeness, named_after
from cardkeeper.fields.facts import Facts, Points, article_first, facts_of, only_degrees, singles
from cardkeeper.fields.words import east_asian, fold, names, plain_set, word_list

_AND: Final = re.compile(r"&|\b(?i:and|und|et|og|och)\b|(?<=\s)[yie](?=\s)")
_PAIR: Final = 2
"""First names that share a last one: "Geoff and Mandy Tyldesley"."""
_LIST: Final = 3
"""Commas of a list."""
_SPELT: Final = 0.6
"""Likeness from which a last name is the host's."""
_SHORT: Final = 3
"""Signs of a name that may also be a word."""
_SIGNS: Final = re.compile(r"[\u3400-\u9fff々\uac00-\ud7af]")
_LATIN: Final = re.compile(r"[A-Za-z]{2}\S*\s+[A-Za-z]{2}")
_LONGEST: Final = 4
"""Signs of a name beside its Latin letters: "Tan Wei Ming 陈伟明"."""
_IN_SIGNS: Final = ("said in signs too", 1.0)
_HANGUL: Final = re.compile(r"^[\uac00-\ud7af\s]+$")
_HAN: Final = re.compile(r"^[\u3400-\u9fff々\s]+$")


def likelihood_of_name(text: str, clues: Clues) -> Points:
    """Points for a person's name."""
    facts = facts_of(text)
    points: list[tuple[str, float]] = [("to be a name needs evidence", -2.0)]
    if east_asian(text):
        latin = _SIGNS.sub(" ", text).strip()
        in_both = _LATIN.search(latin) and not east_asian(latin) and len(_SIGNS.findall(text)) <= _LONGEST
        return (*likelihood_of_name(latin, clues), _IN_SIGNS) if in_both else _east_asian_name(text, facts, points)
    core = re.split(r"[,|]", re.sub(r"\([^)]*\)?", " ", text))[0].strip() or text
    raw = [word for word in re.findall(r"[^\s]+", core) if re.search(r"[^\W\d_]", word)]
    bare = [word for word in raw if fold(word).strip(".").replace(".", "") not in singles("honorifics")]
    proper = [word for word in bare if len(re.sub(r"\W", "", word)) > 1]
    count = len(bare)
    points.append(("number of words", {0: -8.0, 1: -1.0, 2: 2.0, 3: 2.0, 4: 1.2, 5: -0.8, 6: -3.0}.get(count, -7.0)))
    if facts.digits or re.search(r"[/@:;!?%#*+=<>°]", core):
        points.append(("digits or signs", -5.0))
    if _AND.search(core) and facts.first < _PAIR:
        points.append(("joins words with and", -2.5 if facts.first + facts.last else -5.0))
    if not proper:
        points.append(("no word", -4.0))
    points.append(("letter case", _case_points(proper)))
    points.extend(_name_words(text, core, facts, proper))
    likeness = local_likeness(core, clues.locals)
    if likeness:
        known = facts.first + facts.last > 0
        doubtful = facts.organisation or facts.legal or not (known or (count > 1 and clues.cores))
        points.append(("agrees with the e-mail address", (1.5 if doubtful else 5.0) * likeness))
    if not clues.personal and not facts.first:
        points.append(("nothing on the card speaks of a person", -1.5))
    if not likeness and not (facts.first + facts.last or facts.honorific or facts.degree):
        points.append(("only its shape says so", -1.2))
    if host_likeness(core, clues.cores) > 0.7 and likeness < 0.5:
        family = bool(facts.last) and _of_the_family(bare, clues)
        points.append(("is the host's name", 1.0 if named_after(core, clues) else 0.0 if family else -2.0))
    return tuple(points)


def _of_the_family(words: list[str], clues: Clues) -> bool:
    """Whether only the last name is the host's, and a first name stands before it: a person of a family firm."""
    first, last = (host_likeness(word, clues.cores) for word in (words[0], words[-1]))
    return len(words) > 1 and fold(words[0]) in names("first") and not first and last > _SPELT


def _case_points(proper: list[str]) -> float:
    words = [word for word in proper if fold(word) not in singles("particles") and not _AND.fullmatch(word)]
    small = [word for word in words if word[:1].islower()]
    if proper and len(small) == len(proper):
        return -1.2
    return -2.0 if small else 1.0


def _name_words(text: str, core: str, facts: Facts, proper: list[str]) -> list[tuple[str, float]]:
    words = [fold(word).strip(".,") for word in proper]
    points = _known_names(words)
    title = -3.5 * min(2, facts.title) if facts.title else -1.0 * min(2, facts.modifier)
    for reason, present, worth in (
        ("has an honorific", facts.honorific, 2.0),
        ("begins with an article", article_first(text) and not facts.honorific, -2.0),
        ("a list", text.count(",") >= _LIST and not only_degrees(text.split(",")[1:]), -3.0),
        ("only degrees", only_degrees([core]), -4.0),
        ("words of titles", facts.title + facts.modifier, title),
        ("words of organisations", facts.organisation, -2.5 if facts.organisation < len(words) else -3.5),
        ("an institution", not facts.organisation and word_list("institutions").count(text) > 0, -2.5),
        ("country", facts.country, -3.0),
        ("words of slogans", facts.slogan > 0, -1.5 * facts.slogan),
    ):
        if present:
            points.append((reason, worth))
    return points


def _known_names(words: list[str]) -> list[tuple[str, float]]:
    """Points for words that the lists of names hold, in the order of either half of the world."""
    first = bool(words) and any(part in names("first") for part in words[0].split("-"))
    last = len(words) > 1 and any(part in names("last") for part in words[-1].split("-"))
    swapped = len(words) > 1 and words[0] in names("last") and words[-1] in names("first")
    points = []
    if first or swapped:
        points.append(("begins with a first name", 2.0))
    if last or swapped:
        points.append(("ends in a last name", 1.2))
    return points


def _east_asian_name(text: str, facts: Facts, points: list[tuple[str, float]]) -> Points:
    bare = re.sub(r"\s", "", text)
    surnames = plain_set("surnames")
    points.append(("length", 1.5 if 2 <= len(bare) <= 5 else -4.0 if len(bare) > 6 or len(bare) < 2 else -1.0))
    if _HANGUL.match(text):
        points.append(
            (
                "Korean surname",
                2.5 if (bare[0] in surnames or bare[:2] in surnames) and len(bare) in (2, 3, 4) else -1.0,
            )
        )
    elif _HAN.match(text):
        if any(bare[:length] in surnames for length in (1, 2, 3)):
            points.append(("begins with a surname", 2.0))
        if len(re.sub(r"\S", "", text)) >= 1 and len(bare) <= 5:
            points.append(("spaced like a name", 1.0))
    other = facts.title or facts.organisation or facts.legal or facts.department or facts.digits
    if other or facts.place or facts.street:
        points.append(("signs of something else", -4.0 if other and len(bare) > _SHORT else -1.5))
    return tuple(points)
