"""Scores cards that were read against labelled ones: by field, by card, and how true the confidence is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from rapidfuzz.distance import Levenshtein

Fields = Mapping[str, Any]
"""A card as `scan --json` prints it, or as a label tells it."""

SINGLE: Final = ("name", "title", "company", "department", "address")
SEVERAL: Final = ("emails", "phones", "websites")
FIELDS: Final = SINGLE + SEVERAL
_CORE: Final = frozenset(("name", "title", "company", "emails", "phones"))
"""Fields in which a value that is not on the card is worse than none."""
_CONTACT: Final = frozenset(("emails", "phones"))
_TOUCH_UP: Final = 2
"""Characters; the measure of Evernote's test of 2013."""
_SOCIAL: Final = re.compile(
    r"([a-z]{2,3}\.)?(linkedin|facebook|instagram|twitter|x|xing|youtube|tiktok)\.com\b|(wa|t)\.me/"
)
_EASTERN: Final = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"


@dataclass(slots=True)
class Count:
    """How many values were labelled, given, and right."""

    labelled: int = 0
    given: int = 0
    right: int = 0

    def add(self, other: Count) -> None:
        self.labelled += other.labelled
        self.given += other.given
        self.right += other.right

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there was nothing to find and nothing was given."""
        return 2 * self.right / (self.labelled + self.given) if self.labelled + self.given else 1.0


@dataclass(slots=True)
class Score:
    """What came of a set of cards."""

    cards: int = 0
    missed: int = 0
    invented: int = 0
    complete: int = 0
    touch_up: int = 0
    critical: int = 0
    flagged: int = 0
    strokes: int = 0
    """Characters that a person must type or delete to put everything right."""
    fields: dict[str, Count] = field(default_factory=lambda: {name: Count() for name in FIELDS})
    trust: list[tuple[float, bool]] = field(default_factory=list)
    """For each field given: the confidence, and whether it was right."""
    misses: list[str] = field(default_factory=list)

    @property
    def total(self) -> Count:
        """All fields together."""
        whole = Count()
        for count in self.fields.values():
            whole.add(count)
        return whole

    def add(self, file: str, label: Fields, given: Fields) -> None:
        """Take a labelled card and the one found for it into account; either is empty where there is no match."""
        unreadable = set(label.get("illegible", ()))
        review = set(given.get("needs_review", ()))
        strokes, complete, critical = 0, bool(label), False
        for name in FIELDS:
            if name in unreadable or (name == "department" and not label.get(name)):
                continue
            wanted, offered = _wanted(label, given, name), _offered(label, given, name)
            right, cost = _pair(wanted, offered, name)
            self.fields[name].add(Count(len(wanted), len(offered), right))
            strokes += cost
            self.flagged += len(offered) if name in review else 0
            if offered:
                self.trust.append((given.get("confidence", {}).get(name, 1.0), right == len(offered)))
            if right < len(wanted) or (name in _CORE and len(offered) > right):
                complete = False
                self.misses.append(f"{file}  {name}: labelled {wanted}, given {offered}")
            critical |= name in _CONTACT and len(offered) > right and name not in review
        self.cards += bool(label)
        self.missed += not given
        self.invented += not label
        self.complete += complete
        self.touch_up += bool(label) and strokes <= _TOUCH_UP
        self.critical += critical
        self.strokes += strokes


def pair_cards(labels: Sequence[Fields], found: Sequence[Fields]) -> list[tuple[Fields, Fields]]:
    """The labelled cards of one file with the found ones that fit them best; lost and invented ones pair with {}."""
    if len(labels) == len(found) == 1:
        return [(labels[0], found[0])]
    fits = sorted(
        ((_fit(label, card), i, j) for i, label in enumerate(labels) for j, card in enumerate(found)), reverse=True
    )
    pairs: dict[int, int] = {}
    for fit, i, j in fits:
        if fit and i not in pairs and j not in pairs.values():
            pairs[i] = j
    spare = [j for j in range(len(found)) if j not in pairs.values()]
    for i in range(len(labels)):
        if i not in pairs and spare:
            pairs[i] = spare.pop(0)
    lost: Fields = {}
    matched = [(label, found[pairs[i]] if i in pairs else lost) for i, label in enumerate(labels)]
    return matched + [(lost, found[j]) for j in spare]


def comparable(name: str, value: Any) -> str:
    """A value in the form in which two of them are compared: what people would not care to correct is dropped."""
    if name == "phones":
        number = str(value["number"] if isinstance(value, Mapping) else value)
        main, _, extension = re.sub(r"(?i)\s*(?:ext\.?|extension|x|dw)\s*(\d+)\s*$", r"#\1", number).partition("#")
        digits = re.sub(r"\D", "", main.replace("(0)", "")).lstrip("0")
        return digits + (f"#{extension}" if extension else "")
    text = unicodedata.normalize("NFKC", str(value or "")).casefold()
    text = re.sub("[‐-―−]", "-", text).replace("’", "'").replace("‘", "'")
    text = re.sub(rf"(?<=[{_EASTERN}])\s+(?=[{_EASTERN}])", "", text)
    text = re.sub(r"\s+", " ", text).strip(" ,.;:|")
    match name:
        case "websites":
            return re.sub(r"^(https?://)?(www\.)?", "", text).rstrip("/")
        case "emails":
            return text.replace(" ", "").removeprefix("mailto:")
        case "address":
            return re.sub(r"[\s,·|•;]+", " ", text)
        case _:
            return re.sub(r"\s*([.,&/-])\s*", r"\1", text)


def _values(card: Fields, name: str) -> list[str]:
    raw = card.get(name)
    items = raw if isinstance(raw, list) else [raw] if raw else []
    found = dict.fromkeys(text for text in (comparable(name, item) for item in items) if text)
    return [text for text in found if name != "websites" or not _SOCIAL.match(text)]


def _wanted(label: Fields, given: Fields, name: str) -> list[str]:
    """The labelled values; where the card prints another form of one ("name_alt") and that was given, that form."""
    wanted, offered = _values(label, name), _values(given, name)
    forms = label.get(f"{name}_alt") or []
    for form in forms if isinstance(forms, list) else [forms]:
        other = comparable(name, form)
        if wanted and offered and other and _same(name, other, offered[0]):
            return [other]
    return wanted


def _offered(label: Fields, given: Fields, name: str) -> list[str]:
    """The given values that count: a number that the label keeps among the other text is no invention."""
    offered = _values(given, name)
    if name != "phones":
        return offered
    rest = [re.sub(r"\D", "", text) for text in label.get("other", ())]
    wanted = _values(label, name)
    return [text for text in offered if text in wanted or not any(text.partition("#")[0] in digits for digits in rest)]


def _same(name: str, one: str, other: str) -> bool:
    if one == other:
        return True
    return name == "address" and Levenshtein.distance(one, other) <= 0.1 * max(len(one), len(other))


def _pair(wanted: Sequence[str], offered: Sequence[str], name: str) -> tuple[int, int]:
    """How many values match one to one, and how many characters a person must type or delete for the rest."""
    left = list(offered)
    unmatched = []
    for value in wanted:
        hit = next((text for text in left if _same(name, value, text)), None)
        if hit is None:
            unmatched.append(value)
        else:
            left.remove(hit)
    strokes = 0
    for value in unmatched:
        near = min(left, key=lambda text: Levenshtein.distance(value, text), default=None)
        if near is not None and Levenshtein.distance(value, near) < len(value):
            strokes += Levenshtein.distance(value, near)
            left.remove(near)
        else:
            strokes += len(value)
    return len(wanted) - len(unmatched), strokes + len(left)


def _fit(label: Fields, given: Fields) -> int:
    return sum(_pair(_wanted(label, given, name), _offered(label, given, name), name)[0] for name in FIELDS)
