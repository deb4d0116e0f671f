"""Labels printed beside values ("Tel.", "E-Mail", "住所"), in the languages of the word list, and as single letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from cardkeeper.fields.words import east_asian, keyed, plain, tokens

_EDGE: Final = " \t.:;,|/\\-–—•·*=>»()[]{}~_'\"`°#☎☏✆📞📱📠✉⌂🏠🌐@©®&+"
_WORD: Final = re.compile(r"[^\W\d_]+(?:[.'’/-]+[^\W\d_]+)*\.?|[^\W_]+")
_AND: Final = ("and", "und", "et", "e", "y", "i", "en", "och", "og", "ve")
"""Words between two labels: "Tel. y Fax"."""
_MOST_SIGNS: Final = 4
_PHONE: Final = ("work", "mobile", "fax", "other")


@dataclass(frozen=True, slots=True)
class Label:
    """What a run of label words says; `start` and `end` in the text that was looked at."""

    kinds: tuple[str, ...]
    start: int
    end: int

    @property
    def phone(self) -> tuple[str, ...]:
        """What it says of a number; empty when it is no label of numbers."""
        return tuple(kind for kind in self.kinds if kind in _PHONE)


@lru_cache(maxsize=4096)
def kinds_of(text: str, *, single: bool = True) -> tuple[str, ...]:
    """What a word or phrase may say as a label, most likely first; empty when it is none."""
    words = tokens(text)
    if not words or (not single and len("".join(words)) == 1):
        return ()
    bare = plain(text).strip(_EDGE)
    if found := keyed("labels").of(bare):
        return found
    parts = [keyed("labels").of(part) for part in re.split(r"\.?/", bare)]  # "Cel./WhatsApp", "T/F"
    return parts[0] if all(parts) and " " not in bare else ()


def whole(text: str, *, single: bool = True) -> Label | None:
    """The label that a whole text is ("Tel. / Fax:"), None when it says anything else."""
    found = _run(text, from_end=False, single=single)
    if found and not text[found.end :].strip(_EDGE):
        return found
    return None


def leading(text: str, *, single: bool = True) -> Label | None:
    """The label at the start of a text."""
    return _run(text, from_end=False, single=single)


def glued(text: str) -> Label | None:
    """The label of an address in East Asian signs that begins a text, with no space behind it: "地址上海市"."""
    for end in range(_MOST_SIGNS, 1, -1):
        if east_asian(text[:end]) and (kinds := kinds_of(text[:end])) == ("address",):
            return Label(kinds, 0, end)
    return None


def trailing(text: str, *, single: bool = True) -> Label | None:
    """The label at the end of a text."""
    return _run(text, from_end=True, single=single)


def _run(text: str, *, from_end: bool, single: bool) -> Label | None:
    spans = [(m.start(), m.end()) for m in _WORD.finditer(text)]
    if from_end:
        spans.reverse()
    taken: list[str] = []
    at = 0
    while at < len(spans):
        joined = 0 < at < len(spans) - 1 and text[slice(*spans[at])].casefold() in _AND
        step, kinds = _longest(text, spans, at + joined, single=single)
        if not step:
            break
        taken.extend(kinds if len(kinds) == 1 else kinds[:1])
        at += step + joined
    if not at:
        return None
    used = spans[:at]
    return Label(tuple(dict.fromkeys(taken)), min(s for s, _ in used), max(e for _, e in used))


def _longest(text: str, spans: list[tuple[int, int]], at: int, *, single: bool) -> tuple[int, tuple[str, ...]]:
    for step in range(min(3, len(spans) - at), 0, -1):
        chosen = spans[at : at + step]
        start, end = min(s for s, _ in chosen), max(e for _, e in chosen)
        if any(c.isdigit() for c in text[start:end]):
            continue
        kinds = kinds_of(text[start:end], single=single)
        if kinds:
            return step, kinds
    return 0, ()
