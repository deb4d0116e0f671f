"""What kind of phone, mail or address a property of a vCard is, in the words of Google and of Outlook."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from cardkeeper.exchange.vcard import Property, VCard

_OF_APPLE: Final = re.compile(r"^_\$!<(.*)>!\$_$")
_WORDS: Final = (
    ({"work", "fax"}, "Work Fax"),
    ({"home", "fax"}, "Home Fax"),
    ({"fax"}, "Other Fax"),
    ({"work", "cell"}, "Work Mobile"),
    ({"cell"}, "Mobile"),
    ({"pager"}, "Pager"),
    ({"main"}, "Main"),
    ({"work"}, "Work"),
    ({"home"}, "Home"),
    ({"other"}, "Other"),
)
"""Labels as Google writes them, the more telling first."""


def label_of(each: Property, card: VCard) -> str:
    """The label of a property: what Apple and Google wrote beside it, else what its types say; empty for neither."""
    if each.group:
        beside = next((label.text for label in card.all("X-ABLABEL") if label.group == each.group), "")
        if beside:
            return _OF_APPLE.sub(r"\1", beside)
    return _said_by(each.types)


@lru_cache(maxsize=1_000)
def _said_by(types: frozenset[str]) -> str:
    """Asked for each phone and mail that is exported, and the same few for all of them."""
    return next((words for kinds, words in _WORDS if kinds <= types), "")


def in_order(found: Sequence[Property]) -> list[Property]:
    """The preferred ones first."""
    return list(found) if len(found) < 2 else sorted(found, key=lambda each: "pref" not in each.types)
