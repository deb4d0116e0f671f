"""Names as one writes them: not in capitals, and the first name alone to greet somebody, where it can be told."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # a page has often nobody to greet, and need not wait for it
    from nameparser.config import Constants

_TITLES: Final = (
    "herr", "herrn", "frau", "dipl", "ing", "dipl-ing", "mag", "m", "mme", "mlle", "me", "sr", "sra", "srta", "don",
    "doña", "dña", "d", "sig", "sig.ra", "dott", "dott.ssa", "ing.", "prof.dr", "priv.-doz",
)  # fmt: skip
_HAS_LETTERS: Final = re.compile(r"[^\W\d_]{2,}")


@cache
def _constants() -> Constants:
    own: Constants = import_module("nameparser.config").Constants()
    own.titles.add(*_TITLES)
    return own


def written(name: str) -> str:
    """A name as one writes it: “Tarek Massouni” of “TAREK MASSOUNI”, which a letter would shout."""
    if not name.isupper():
        return name
    parsed = import_module("nameparser").HumanName(name, constants=_constants())
    parsed.capitalize()
    return str(parsed)


def first_name(name: str) -> str:
    """“Rebecca” of “Dr. Rebecca Baxter”; the whole name where only an initial or a single word is known.

    Words without a letter, such as emoji, are no part of it.
    """
    words = name.split()
    whole = " ".join([word for word in words if any(map(str.isalpha, word))] or words)
    whole = written(whole)
    parsed = import_module("nameparser").HumanName(whole, constants=_constants())
    first = str(parsed.first)
    if not parsed.last or not _HAS_LETTERS.search(first) or first.endswith(".") or first[0].islower():
        return whole
    return first
