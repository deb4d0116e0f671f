"""Days as tables write them, in many forms and languages; where a form can mean two days, none is taken."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from cardkeeper import keys

_ISO: Final = re.compile(r"(\d{4})(?:[-/.年] ?)(\d{1,2})(?:[-/.月] ?)(\d{1,2})[.日]?(?:[T ].*)?")
"""The year first, as ISO 8601 and East Asia and Hungary write it."""
_PLAIN: Final = re.compile(r"(\d{4})(\d{2})(\d{2})")
_NO_YEAR: Final = re.compile(r"--(\d{2})-?(\d{2})")
_NO_YEAR_NUMBERS: Final = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\.?")
_NUMBERS: Final = re.compile(r"(\d{1,2})([-/.])\s?(\d{1,2})[-/.]\s?(\d{4})(?: .*)?")
_IN_WORDS: Final = re.compile(r"(\d{1,2})\.?\s+(\w+)\.?,?\s+(\d{4})|(\w+)\.?\s+(\d{1,2}),?\s+(\d{4})")

_MONTHS: Final = {
    beginning: number
    for number, beginnings in enumerate(
        (
            ("jan", "gen", "ene", "sty"),
            ("feb", "fev", "lut"),
            ("mar", "mrz", "maa"),
            ("apr", "avr", "abr", "kwi"),
            ("may", "mai", "mag", "mei", "maj"),
            ("jun", "juin", "giu", "cze"),
            ("jul", "juil", "lug", "lip"),
            ("aug", "aou", "ago", "sie"),
            ("sep", "set", "wrz"),
            ("oct", "okt", "ott", "out", "paz"),
            ("nov", "lis"),
            ("dec", "dez", "dic", "gru"),
        ),
        start=1,
    )
    for beginning in beginnings
}


def day_first(texts: Iterable[str]) -> bool | None:
    """Whether days stand before months in these texts; None where none of them, or both kinds, tell."""
    told = {order for text in texts if (order := _order(text.strip())) is not None}
    return told.pop() if len(told) == 1 else None


def day_of(text: str, *, days_first: bool | None = None) -> date | None:
    """The day that a text names for certain; None where it names none, or may mean another."""
    plain = text.strip()
    if found := _ISO.fullmatch(plain) or _PLAIN.fullmatch(plain):
        return _day(*map(int, found.groups()))
    if found := _NUMBERS.fullmatch(plain):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        order = True if found[2] == "." or first == second else _order(plain)
        order = days_first if order is None else order
        if order is None:
            return None
        return _day(year, second, first) if order else _day(year, first, second)
    if found := _IN_WORDS.fullmatch(plain):
        name = keys.fold(found[2] or found[4])
        month = _MONTHS.get(name[:4]) or _MONTHS.get(name[:3], 0)
        return _day(int(found[3] or found[6]), month, int(found[1] or found[5]))
    return None


def as_property(text: str, *, days_first: bool | None = None) -> str:
    """A day as the value of BDAY (RFC 6350 section 6.2.5), without a year that is unknown; empty where it is none."""
    plain = text.strip()
    if found := _NO_YEAR.fullmatch(plain):
        return _without_year(int(found[1]), int(found[2]))
    if found := _NO_YEAR_NUMBERS.fullmatch(plain):
        first, second = int(found[1]), int(found[3])
        order = True if found[2] == "." else _order_of(first, second)
        order = days_first if order is None else order
        if order is None:
            return ""
        return _without_year(second, first) if order else _without_year(first, second)
    day = day_of(text, days_first=days_first)
    return day.isoformat() if day else ""


def _without_year(month: int, day: int) -> str:
    return f"--{month:02}-{day:02}" if _day(2000, month, day) else ""


def _order(text: str) -> bool | None:
    found = _NUMBERS.fullmatch(text)
    if not found:
        return None
    return _order_of(int(found[1]), int(found[3]))


def _order_of(first: int, second: int) -> bool | None:
    """Whether the day stands first, as far as two numbers tell."""
    if first > 12 >= second:
        return True
    return False if second > 12 >= first else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
