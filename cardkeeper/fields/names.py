"""How much speaks for a text to be a person's name."""

from __future__ import annotations

import re
from typing import Final

from cardkeeper.fields.context import Clues, host_likeness, local_likeness, named_after
from cardkeeper.fields.facts import (
    Facts,
    Points,
    article_first,
    facts_of,
    only_degrees,
    quarter_first,
    singles,
    street_first,
)
from cardkeeper.fields.words import east_asian, fold, names, plain_set

_COUPLE: Final = re.compile(r"^(\w+) (?:and|&|\+|und|et|y|e|og|och|en|i) (\w+)(?: [^\W\d_][\w'’-]+){1,2}$")
_LIST: Final = 3
"""Commas of a list."""
_KANA: Final = re.compile(r"[\u3040-\u30ff]")
_HANGUL: Final = re.compile(r"^[\uac00-\ud7af\s]+$")
_HAN: Final = re.compile(r"^[\u3400-\u9fff々\s]+$")


def likelihood_of_name(text: str, clues: Clues) -> Points:
    """Points for a person's name."""
    facts = facts_of(text)
    points: list[tuple[str, float]] = [("to be a name needs evidence", -2.0)]
    if east_asian(text):
        return _east_asian_name(text, facts, points)
    core = re.split(r"[,|]", re.sub(r"\([^)]*\)?", " ", text))[0].strip() or text
    raw = [word for word in re.findall(r"[^\s]+", core) if re.search(r"[^\W\d_]", word)]
    bare = [word for word in raw if fold(word).strip(".").replace(".", "") not in singles("honorifics")]
    proper = [word for word in bare if len(re.sub(r"\W", "", word)) > 1]
    count = len(bare)
    points.append(("number of words", {0: -8.0, 1: -1.0, 2: 2.0, 3: 2.0, 4: 1.2, 5: -0.8, 6: -3.0}.get(count, -7.0)))
    if facts.digits or re.search(r"[/@:;!?%#*+=<>°]", core):
        points.append(("digits or signs", -5.0))
    couple = _couple(core)
    if couple:
        points.append(("two people of one name", 1.0))
    elif "&" in core or re.search(r"(?i)\b(and|und|et|y|og|och|i|e)\b", core):
        points.append(("joins words with and", -2.5))
    if not proper:
        points.append(("no word", -4.0))
    points.append(("letter case", 1.0 if couple else _case_points(proper)))
    points.extend(_name_words(text, core, facts, proper))
    likeness = local_likeness(core, clues.locals)
    if likeness:
        points.append(
            ("agrees with the e-mail address", (1.5 if facts.organisation or facts.legal else 5.0) * likeness)
        )
    if not clues.personal and not facts.first:
        points.append(("nothing on the card speaks of a person", -1.5))
    if not likeness and not (facts.first + facts.last or facts.honorific or facts.degree):
        points.append(("only its shape says so", -1.2))
    if host_likeness(core, clues.cores) > 0.7 and likeness < 0.5:
        points.append(("is the host's name", 1.0 if named_after(core, clues) else -2.0))
    return tuple(points)


def _couple(text: str) -> bool:
    """Whether two first names share a last one: "Geoff and Mandy Tyldesley"."""
    match = _COUPLE.match(text)
    return match is not None and all(fold(match[at]) in names("first") for at in (1, 2))


def _case_points(proper: list[str]) -> float:
    small = [word for word in proper if word[:1].islower() and fold(word) not in singles("particles")]
    if proper and len(small) == len(proper):
        return -1.2
    return -2.0 if small else 1.0


def _name_words(text: str, core: str, facts: Facts, proper: list[str]) -> list[tuple[str, float]]:
    words = [fold(word).strip(".,") for word in proper]
    points = _known_names(words)
    title = -3.5 * min(2, facts.title) if facts.title else -1.0 * min(2, facts.modifier)
    for reason, present, worth in (
        ("has an honorific", facts.honorific, 2.0),
        ("begins like a street or a quarter", street_first(core) or quarter_first(core), -2.5),
        ("a list", text.count(",") >= _LIST and not only_degrees(text.split(",")[1:]), -3.0),
        ("begins with an article", article_first(core), -2.5),
        ("has a possessive", re.search(r"\w['’]s(?:\s|$)", core) is not None, -2.5),
        ("only degrees", only_degrees([core]), -4.0),
        ("has a degree", facts.degree, 1.5),
        ("has an initial", len(words) >= 2 and bool(re.search(r"\b[A-Z]\.", core)), 0.7),
        ("words of titles", facts.title + facts.modifier, title),
        ("words of organisations", facts.organisation, -2.5 if facts.organisation < len(words) else -3.5),
        ("legal form", facts.legal, -6.0),
        ("street words", bool(facts.street) and "," in text, -1.5),
        ("words of buildings", 2 * facts.street >= len(words) > 0 and not facts.first, -1.5),
        ("country", facts.country, -3.0),
        ("place", facts.place >= max(1, len(words)), -2.5),
        ("department", bool(facts.department + facts.function), -2.0),
        ("words of slogans", facts.slogan > 0, -1.5 * facts.slogan),
    ):
        if present:
            points.append((reason, worth))
    return points


def _known_names(words: list[str]) -> list[tuple[str, float]]:
    """Points for words that the lists of names hold, in the order of either half of the world."""
    parts = [part for word in words for part in word.split("-")]
    first = bool(words) and any(part in names("first") for part in words[0].split("-"))
    last = len(words) > 1 and any(part in names("last") for part in words[-1].split("-"))
    swapped = len(words) > 1 and words[0] in names("last") and words[-1] in names("first")
    points = []
    if first or swapped:
        points.append(("begins with a first name", 2.0))
    if last or swapped:
        points.append(("ends in a last name", 1.2))
    if parts and not any(part in names("first") or part in names("last") for part in parts):
        points.append(("no known name in it", -0.6))
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
        points.append(("only Han characters", 1.0))
        if any(bare[:length] in surnames for length in (1, 2, 3)):
            points.append(("begins with a surname", 2.0))
        if len(re.sub(r"\S", "", text)) >= 1 and len(bare) <= 5:
            points.append(("spaced like a name", 1.0))
    elif _KANA.search(bare) and _HAN.match(bare[:1]) and len(bare) <= 6:
        points.append(("Han and kana", 0.5))
    elif re.search(r"[A-Za-z]", bare):
        points.append(("mixed scripts", -2.0))
    for reason, present in (
        ("title words", facts.title),
        ("organisation words", facts.organisation),
        ("legal form", facts.legal),
        ("department", facts.department),
        ("place", facts.place or facts.street),
    ):
        if present:
            worth = -1.5 if reason == "place" or len(bare) <= 3 else -4.0
            points.append((reason, worth))
    if facts.digits:
        points.append(("digits", -5.0))
    return tuple(points)
