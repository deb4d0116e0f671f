"""The name by which one greets somebody: the first name where it can be told, else the whole name."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from nameparser import HumanName
from nameparser.config import Constants

_TITLES: Final = (
    "herr", "herrn", "frau", "dipl", "ing", "dipl-ing", "mag", "m", "mme", "mlle", "me", "sr", "sra", "srta", "don",
    "doña", "dña", "d", "sig", "sig.ra", "dott", "dott.ssa", "ing.", "prof.dr", "priv.-doz",
)  # fmt: skip
_HAS_LETTERS: Final = re.compile(r"[^\W\d_]{2,}")


@cache
def _constants() -> Constants:
    own = Constants()
    own.titles.add(*_TITLES)
    return own


def first_name(name: str) -> str:
    """“Rebecca” of “Dr. Rebecca Baxter”; the whole name where only an initial or a single word is known."""
    whole = " ".join(name.split())
    parsed = HumanName(whole, constants=_constants())
    first = str(parsed.first)
    if not parsed.last or not _HAS_LETTERS.search(first) or first.endswith(".") or first[0].islower():
        return whole
    return first
