"""How much speaks for a text to be a job title, a department or an organisation."""

from __future__ import annotations

import re
from typing import Final

from cardkeeper.fields.context import Clues, host_likeness, named_after
from cardkeeper.fields.facts import Facts, Points, facts_of, row_of_degrees
from cardkeeper.fields.words import east_asian, names, word_list

_PARTNERS: Final = re.compile(
    r"^[A-ZÀ-Ž][\w'’-]+(?:, [A-ZÀ-Ž][\w'’-]+){0,3},? (?:&|and|und|et|y|e|en|och|i) [A-ZÀ-Ž][\w'’-]+$"
)
_OF: Final = frozenset(
    {"of", "the", "for", "de", "des", "du", "del", "da", "do", "di", "della", "für", "fur", "van", "der"}
)
UNITS: Final = frozenset(
    {"center", "centre", "laboratory", "lab", "institute", "office", "program", "zentrum", "centro", "group", "wing"}
    | {"team", "cell", "unit", "branch", "gruppe", "groep", "grupp", "équipe", "equipo"}
)
"""Words that say at its end that a text names a part of something."""
_A: Final = re.compile(r"(?i)(?:an?|eine?|une?|una|uma|een|en|ett|et)\s\w")
"""An article of one of many: "A Professional Law Corporation"."""
_FEW: Final = 3
"""Digits of a unit's number are fewer."""
_LIST: Final = 3
"""Commas of a list."""
_SPELT: Final = 0.8
"""Likeness from which a text spells a host."""
_NUMBER: Final = 5
"""Digits that are more than a number in a title."""
_TEAMS: Final = frozenset({"team", "squad", "lab", "laboratory"})
_FOR: Final = frozenset({"for", "fur", "pour", "para", "per", "voor", "dla", "med"})
"""Words that slogans have in common with what a title is for."""


def likelihood_of_title(text: str) -> Points:
    """Points for a job title."""
    facts = facts_of(text)
    points: list[tuple[str, float]] = [("to be a title needs evidence", -2.0)]
    words = max(1, len(facts.words))
    if facts.title:
        points.append(("title words", 4.5 + min(1.5, 0.75 * (facts.title - 1))))
        share = (facts.title + facts.modifier) / words
        points.append(("share of title words", 1.5 * min(1.0, share) - 0.5))
    elif facts.modifier:
        points.append(("words beside titles", 1.0 + 0.5 * min(2, facts.modifier) * min(1.0, facts.modifier / words)))
    if words > 9:
        points.append(("long", -0.5 * (words - 9)))
    joining = sum(word in _FOR for word in facts.words) if facts.title else 0
    for reason, present, worth in (
        ("spells a name", _of_a_person(facts), -2.0),
        ("digits", facts.digits > 0, -0.8 if facts.digits < _NUMBER else -3.0),
        ("words of slogans", facts.slogan > joining, -1.0 * (facts.slogan - joining)),
        ("list of trades", not facts.title and _listed(text), -1.5),
        ("a list", text.count(",") >= _LIST and facts.title < _LIST, -2.5),
        ("legal form", facts.legal and not facts.title, -5.0),
        ("only degrees", row_of_degrees(text), -4.0),
    ):
        if present:
            points.append((reason, worth))
    return tuple(points)


def _of_a_person(facts: Facts) -> bool:
    """Whether a text begins with a first name and says nothing that a title does."""
    first = bool(facts.words) and facts.words[0] in names("first")
    named = facts.first * facts.last > 0 or (first and len(facts.words) in {2, 3})
    return named and not facts.title + facts.modifier + facts.function


def _listed(text: str) -> bool:
    """Whether bars, bullets or dashes part three things or more."""
    return len(re.findall(r"[•·|]|\s[-–]\s", text)) >= 2


def likelihood_of_department(text: str, clues: Clues) -> Points:
    """Points for a department or unit."""
    facts = facts_of(text)
    points: list[tuple[str, float]] = [("to be a department needs evidence", -2.5)]
    words = max(1, len(facts.words))
    if facts.department:
        points.append(("department words", 4.0 + 1.5 * min(1.0, (facts.department + facts.function) / words)))
    elif facts.function:
        share = 1.0 if _of_a_team(facts.words) else min(1.0, facts.function / words)
        points.append(("a field of work", 1.5 + 2.0 * share))
    elif facts.field:
        points.append(("words of a field", 2.2))
    elif words > 1 and facts.words[-1] in UNITS:
        points.append(("ends in a word of units", 2.5))
    hosted = host_likeness(text, clues.cores) > _SPELT
    for reason, present, worth in (
        ("title words", facts.title > 0 and facts.function < words and not headed_by_department(facts.words), -3.0),
        ("digits", facts.digits > 0, -0.3 if facts.department and facts.digits < _FEW else -2.0),
        ("place", facts.only_place, -3.0),
        ("only degrees", row_of_degrees(text), -4.0),
        ("says something else", facts.legal or facts.tie or facts.slogan > 1 or _listed(text) or hosted, -2.5),
    ):
        if present:
            points.append((reason, worth))
    return tuple(points)


def _of_a_team(words: tuple[str, ...]) -> bool:
    """Whether a text is a team called by what it does: "OLED Development Team 2"."""
    named = [word for word in words if not word.isdigit()]
    said = " ".join(named[:-1])
    works = word_list("functions").count(said) + word_list("title_modifiers").count(said)
    return bool(named) and named[-1] in _TEAMS and works > 0


def headed_by_department(words: tuple[str, ...]) -> bool:
    """Whether a unit's word comes first and what it is the unit of follows: "Office of the Registrar"."""
    start = next(iter(word_list("departments").spans(words)), None)
    if start is None or start[0] > 0:
        return False
    follows = words[start[1] - 1 : start[1]] + words[start[1] : start[1] + 1]
    heads = (word for word in words[1:] if not word_list("title_modifiers").count(word))
    return any(word in _OF for word in follows) or not any(word_list("titles").count(word) for word in heads)


def headed_by_title(words: tuple[str, ...]) -> bool:
    """Whether the first or last word, which says what a thing is, is one of titles."""
    return bool(words) and any(word_list("titles").count(word) for word in (words[0], words[-1]))


def _heads(words: tuple[str, ...]) -> bool:
    """Whether the first words say that an organisation's name follows: "Foundation for Water Conservation"."""
    return len(words) > 1 and words[1] in _OF and word_list("organisations").count(words[0]) > 0


def likelihood_of_company(text: str, clues: Clues) -> Points:
    """Points for a company or other organisation."""
    facts = facts_of(text)
    points: list[tuple[str, float]] = [("to be a company needs evidence", -2.0)]
    words = max(1, len(facts.words))
    if facts.legal:
        points.append(("legal form", 5.0))
    if facts.organisation:
        points.append(("words of organisations", 2.5 + 0.7 * min(3, facts.organisation - 1)))
    likeness = host_likeness(text, clues.cores)
    if likeness:
        points.append(
            ("explains the host's name", (5.0 if words > 1 and (facts.organisation or facts.legal) else 4.2) * likeness)
        )
    institution = word_list("institutions").count(text) > 0
    joined = _PARTNERS.match(text.strip()) is not None
    if facts.letters < 2:
        points.append(("no word", -5.0))
    for reason, present, worth in (
        (
            "words of slogans",
            facts.slogan > 0 and not (facts.legal or institution or _heads(facts.words)),
            -1.5 * facts.slogan,
        ),
        ("two names joined", joined and not facts.title + facts.slogan + facts.organisation, 1.5),
        ("a person that the host is called after", named_after(text, clues), -3.2),
        ("tells what it belongs to", facts.tie > 0, -5.0),
        ("long", words > 7, -0.5 * (words - 7)),
        ("digits", facts.digits > 0, -1.2 if facts.digits < 4 else -3.0),
        ("place", facts.only_place, -3.0),
        (
            "signs that say nothing of it",
            east_asian(text) and not (facts.organisation or facts.legal or likeness),
            -1.5,
        ),
        ("says what it is", _A.match(text) is not None, -2.5),
        ("list of trades", _listed(text) and not facts.legal, -2.5),
        ("in small letters", words > 1 and text == text.lower() and not (east_asian(text) or likeness), -1.5),
        ("an institution", institution and not headed_by_department(facts.words), 1.0),
    ):
        if present:
            points.append((reason, worth))
    return tuple(points)
