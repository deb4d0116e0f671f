"""Opening hours: print that says when somebody is there, which is no name, title, company or address."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from cardkeeper.fields.words import word_list

_CLOCK: Final = re.compile(
    r"(?i)(?<![\d.+/-])(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?\s?(?:a\.?m\b|p\.?m\b|uhr\b|h\b|hrs?\b|to\b|bis\b|-(?=\s?\d))"
    r"|(?<![\d.+/-])(?:[01]?\d|2[0-4])[:h][0-5]\d\b"
)
_DAY: Final = "|".join(sorted(word_list("days").openings | word_list("days_short").openings, key=len, reverse=True))
_DAYS: Final = re.compile(rf"(?i)\b(?:{_DAY})\.?\s?[-–—]\s?(?:{_DAY})\b")
"""From one day to another; between short words a dash alone."""


@lru_cache(maxsize=4096)
def hours_in(text: str) -> bool:
    """Whether a text tells opening hours: two times of the clock or days of the week, or one with a word for them."""
    ranges, days, clock = len(_DAYS.findall(text)), word_list("days").count(text), len(_CLOCK.findall(text))
    return 2 * ranges + days + clock + bool(word_list("opening").count(text)) > 1
