"""Two readers, one text: where a second look pays, and how it is noted beside the first without ever replacing it.

Measured on 1,431 e-mails and numbers: where the readers agree, 3 in 1,309 are wrong; where they differ, the neural one
is right seventeen times as often as the other. So the second look is a reason to ask a person, never a better text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from cardkeeper.model.cards import SecondLook, TextLine

_SURE: Final = 0.93
"""Below this, a line is worth a second look whatever stands in it."""
_CONTACT: Final = re.compile(r"@|www\.|https?:|\.[a-z]{2,4}\b|(?:\d[\s()./+-]*){6}", re.IGNORECASE)
"""What looks like a mail address, a web address or a number to call: one wrong letter makes it useless."""
_NAME: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-])*(?: +[^\W\d_](?:[^\W\d_]|['’.-])*){1,4}|[^\W\d_]{8,}")
"""Two to five words of letters, as people are named, or one so long that it may be two without their space."""
_WORDS: Final = re.compile(r"(?:[^\W\d_]|[ '’.,&/-])+")
"""Letters, and what stands between words: no number, no address of any kind."""
_TALLEST: Final = 4
"""Names are set among the largest print: the quarter of a card's lines that are tallest, and the next one."""


def where_it_pays(lines: Sequence[TextLine]) -> tuple[int, ...]:
    """The lines, by index, that a second reader should look at: ways to reach a person, unsure ones, likely names.

    Names with accents are left out: the second reader looks with English eyes, and would differ for no reason.
    """
    tall = _height_from_which_names_are_set(lines)
    return tuple(
        index
        for index, line in enumerate(lines)
        if line.confidence < _SURE
        or _CONTACT.search(line.text)
        or (line.box.height >= tall and _is_plain(line.text) and _NAME.fullmatch(line.text))
    )


def _is_plain(text: str) -> bool:
    return all(letter.isascii() for letter in text if letter.isalpha())


def agree(lines: Iterable[TextLine], looks: Mapping[int, SecondLook | None]) -> tuple[TextLine, ...]:
    """The lines with what was seen at the second look, by index; where nothing was seen, nothing is noted.

    One thing is taken over: where words begin, which the neural reader loses in wide-set letters.
    """
    return tuple(
        replace(line, text=_spaced(line.text, look.text), seconds=(*line.seconds, look))
        if (look := looks.get(index))
        else line
        for index, line in enumerate(lines)
    )


def _spaced(text: str, other: str) -> str:
    """The text with the other's spaces, where both are words, letter for letter the same, and the other's make sense.

    Wide-set letters come apart or run together; a word of a single letter is the mark of it.
    """
    own, others = text.split(), other.split()
    if "".join(own) != "".join(others) or not _WORDS.fullmatch(text):
        return text
    lone, others_lone = (sum(len(word) == 1 for word in words) for words in (own, others))
    better = others_lone < lone or (others_lone == lone and len(others) > len(own))
    return " ".join(others) if better else text


def _height_from_which_names_are_set(lines: Sequence[TextLine]) -> float:
    heights = sorted((line.box.height for line in lines), reverse=True)
    return heights[len(heights) // _TALLEST] if heights else 0.0
