"""What somebody types to find people: plain words, and field words such as `company:lindgate` or `-tag:partner`.

Field words that ask for words name a column of the search, others become conditions on `sortings s`; what is no field
word is looked for everywhere. Nothing that is typed is an error: a field word that makes no sense finds nobody, and a
colon in plain words is a space. An equals sign asks for the whole of it: `company:"=Lindgate"` leaves out “Lindgate
Homes”.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from cardkeeper import keys
from cardkeeper.library.connection import Value
from cardkeeper.library.day import IN_DRAWER
from cardkeeper.library.search_words import match_expression
from cardkeeper.library.sorting import bit_of
from cardkeeper.relationships.knowing import LONG_AGO

_PIECE: Final = re.compile(
    r'(?P<minus>-?)(?P<field>[^\W\d_]+):(?:"(?P<quoted>(?:[^"]|"")*)"?|(?P<bare>\S*))|(?P<word>\S+)'
)
_LAST: Final = re.compile(r"(>?)(\d{1,4})d")
_YEAR: Final = re.compile(r"(\d{4})")
_MONTH: Final = re.compile(r"(\d{4})-(\d{1,2})")
_DAY: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NOBODY: Final = "0"

_TAGGED: Final = "SELECT contact_id FROM details WHERE kind = 'tag' AND text = ?"
_MET_AT: Final = (
    "SELECT contact_id FROM encounters WHERE event_id IN (SELECT id FROM events WHERE name = ?)"
    " UNION ALL SELECT contact_id FROM encounters WHERE event_id IS NULL AND event = ?"
)
_MET: Final = (
    "SELECT contact_id FROM encounters WHERE (met_on >= ? AND met_on < ?) OR (met_on IS NULL"
    # With the sign, SQLite reads the table once instead of asking an index for each event.
    " AND +event_id IN (SELECT id FROM events WHERE held_on >= ? AND held_on < ?))"
)
"""On a day of their own, else on that of the event."""

_DRAWER: Final = f"SELECT id AS contact_id FROM standings WHERE {IN_DRAWER}"  # noqa: S608 - text of ours
# With the signs, SQLite goes once through the index that holds all of it, instead of asking another for each row.
_HARDLY_KNOWN: Final = f"s.things & {bit_of('little known')} AND +s.talked < ? AND +s.met_on < ?"


@dataclass(frozen=True, slots=True)
class Condition:
    """What a row of `sortings s` must meet, or a query of ids (`contact_id`) which is quicker than looking at all."""

    sql: str
    values: tuple[Value, ...] = ()
    of_ids: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed, understood. `without` is what those who are found must not meet."""

    words: str
    """An expression for FTS5; empty: no words."""
    without_words: str = ""
    conditions: tuple[Condition, ...] = ()
    without: tuple[Condition, ...] = ()
    unfinished: bool = False
    """Whether a field word waits for what should come after its colon."""


def understood(typed: str, today: date, drawer_days: int = 30) -> Asked:
    """What somebody typed, as a search takes it. `drawer_days`: idle days after which somebody is in the drawer."""
    words: list[str] = []
    matches: dict[str, list[str]] = {"": [], "-": []}
    conditions: dict[str, list[Condition]] = {"": [], "-": []}
    unfinished = False
    for piece in _PIECE.finditer(typed):
        field = keys.fold(piece["field"] or "")
        quoted = piece["quoted"]
        said = (piece["bare"] or "" if quoted is None else quoted.replace('""', '"')).strip()
        whole = said.startswith("=") and field in _WHOLE
        if field not in _ALL:
            words.append(piece.group().replace(":", " "))
        elif not said:
            unfinished = True
        elif field == "in":
            conditions[piece["minus"]].append(_in(said, today, drawer_days))
        elif field in _CONDITIONS or whole:
            ask = _WHOLE[field](said[1:]) if whole else _CONDITIONS[field](said, today)
            conditions[piece["minus"]].append(ask)
        elif expression := match_expression(said):
            matches[piece["minus"]].append(f"{_MATCHED[field]} : ({expression})")
        else:
            conditions[piece["minus"]].append(Condition(_NOBODY))
    plain = match_expression(" ".join(words))
    return Asked(
        " AND ".join(filter(None, (*matches[""], plain))),
        " OR ".join(matches["-"]),
        tuple(conditions[""]),
        tuple(conditions["-"]),
        unfinished,
    )


_MATCHED: Final = {
    "name": "name", "company": "company", "title": "title", "email": "reach", "mail": "reach", "website": "reach",
    "phone": "phones", "tag": "tags", "event": "met",
}  # fmt: skip
"""Field words that name a column of the search itself."""

_WHOLE: Final[Mapping[str, Callable[[str], Condition]]] = {
    "company": lambda said: Condition("s.company = ?", (keys.company_key(said),)),
    "tag": lambda said: Condition(_TAGGED, (said,), of_ids=True),
    "event": lambda said: Condition(_MET_AT, (said, said), of_ids=True),
}
"""Field words of which an equals sign asks for the whole."""


def _met(said: str, today: date) -> Condition:
    if said in ("never", "unknown"):
        return Condition("s.met_on = ''")
    days = _days(said, today)
    return Condition(_MET, (*days, *days), of_ids=True)


def _due(said: str, today: date) -> Condition:
    if said in ("late", "overdue"):
        return Condition("s.due <> '' AND s.due < ?", (today.isoformat(),))
    if said in ("none", "never"):
        return Condition("s.due = ''")
    return _within("s.due", said, today)


def _talked(said: str, today: date) -> Condition:
    return Condition("s.talked = ''") if said == "never" else _within("s.talked", said, today)


def _added(said: str, today: date) -> Condition:
    return _within("s.added", said, today)


def _tier(said: str, _today: date) -> Condition:
    return Condition("s.tier = '1'") if said == "none" else Condition("s.tier = ?", (f"0{keys.fold(said)}",))


def _step(said: str, today: date) -> Condition:
    if said == "late":
        return _due(said, today)
    return Condition(
        {"none": "s.step = '0'", "open": "s.step LIKE '1%'", "done": "s.step LIKE '2%'"}.get(said, _NOBODY)
    )


def _in(said: str, today: date, drawer_days: int) -> Condition:
    if said != "drawer":
        return Condition(_NOBODY)
    return Condition(_DRAWER, ((today - timedelta(days=drawer_days)).isoformat(), today.isoformat()), of_ids=True)


def _known(said: str, today: date) -> Condition:
    """`known:hardly`, as `relationships.knowing` has it."""
    if said != "hardly":
        return Condition(_NOBODY)
    before = (today - LONG_AGO).isoformat()
    return Condition(_HARDLY_KNOWN, (before, before))


def _has(said: str, _today: date) -> Condition:
    return Condition(f"s.things & {bit_of(keys.fold(said))}")


_CONDITIONS: Final[Mapping[str, Callable[[str, date], Condition]]] = {
    "met": _met,
    "due": _due,
    "talked": _talked,
    "added": _added,
    "tier": _tier,
    "step": _step,
    "known": _known,
    "has": _has,
}
_ALL: Final = frozenset({*_CONDITIONS, *_MATCHED, "in"})

FIELD_WORDS: Final = tuple(sorted(_ALL - {"mail"}))
"""All there are, as they are typed before a colon."""


def quoted(text: str) -> str:
    """A text as it is typed after the colon of a field word, whatever it holds."""
    return '"' + text.replace('"', '""') + '"'


# Days


def _within(column: str, said: str, today: date) -> Condition:
    first, end = _days(said, today)
    return Condition(f"{column} >= ? AND {column} < ?", (first, end))


def _days(said: str, today: date) -> tuple[str, str]:
    """The first day and the day after the last one: of a day, month, year, span (`2026-01..2026-03`) or word.

    `7d` are the last seven days, `>7d` is all that is longer ago. What is no day gives an empty pair, which holds none.
    """
    first, dots, last = said.partition("..")
    spans = [_span(part, today) for part in ((first, last) if dots else (first,))]
    known = [span for span in spans if span]
    if len(known) < len(spans) and not (dots and len(known) == 1 and "" in (first, last)):
        return "", ""
    begin = known[0][0] if not dots or first else date.min
    end = known[-1][1] if not dots or last else date.max
    return begin.isoformat(), end.isoformat()


def _span(said: str, today: date) -> tuple[date, date] | None:
    words = dict(_spans_of(today))
    if said in words:
        return words[said]
    if match := _LAST.fullmatch(said):
        ago = today - timedelta(days=int(match[2]))
        return (date.min, ago) if match[1] else (ago, today + timedelta(days=1))
    try:
        return _written(said)
    except (ValueError, OverflowError):
        return None


def _written(said: str) -> tuple[date, date] | None:
    """A day, month or year in digits; raises ValueError for one that is not in the calendar."""
    if match := _DAY.fullmatch(said):
        day = date(int(match[1]), int(match[2]), int(match[3]))
        return day, day + timedelta(days=1)
    if match := _MONTH.fullmatch(said):
        return _month(int(match[1]), int(match[2]))
    if match := _YEAR.fullmatch(said):
        return date(int(match[1]), 1, 1), date(int(match[1]) + 1, 1, 1)
    return None


def _month(year: int, month: int) -> tuple[date, date]:
    first = date(year, month, 1)
    return first, first + timedelta(days=calendar.monthrange(year, month)[1])


def _spans_of(today: date) -> Iterator[tuple[str, tuple[date, date]]]:
    day = timedelta(days=1)
    monday = today - timedelta(days=today.weekday())
    yield "today", (today, today + day)
    yield "yesterday", (today - day, today)
    yield "tomorrow", (today + day, today + 2 * day)
    yield "week", (monday, monday + 7 * day)
    yield "month", _month(today.year, today.month)
    yield "year", (date(today.year, 1, 1), date(today.year + 1, 1, 1))
