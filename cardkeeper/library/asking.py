"""What somebody types to find people: plain words, and field words such as `company:lindgate` or `-tag:partner`.

Each field word becomes a condition on `sortings s`; what is no field word is looked for everywhere. Nothing that is
typed is an error: a field word that makes no sense finds nobody, and a colon in plain words is a space. An equals sign
asks for the whole of it: `company:"=Lindgate"` leaves out “Lindgate Homes”.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from string import Template
from typing import Final

from cardkeeper import keys
from cardkeeper.library.connection import Value
from cardkeeper.library.day import IN_DRAWER
from cardkeeper.library.search_words import match_expression
from cardkeeper.library.sorting import SEPARATOR
from cardkeeper.relationships.knowing import LONG_AGO, MOST_MEETINGS

_PIECE: Final = re.compile(
    r'(?P<minus>-?)(?P<field>[^\W\d_]+):(?:"(?P<quoted>(?:[^"]|"")*)"?|(?P<bare>\S*))|(?P<word>\S+)'
)
_LAST: Final = re.compile(r"(>?)(\d{1,4})d")
_YEAR: Final = re.compile(r"(\d{4})")
_MONTH: Final = re.compile(r"(\d{4})-(\d{1,2})")
_DAY: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NOBODY: Final = "0"

_AT_COMPANY: Final = Template(
    "s.id IN (SELECT p.contact_id FROM positions p WHERE p.until IS NULL AND p.company <> '' AND $each)"
)
_AT_EVENT: Final = Template(
    "($first) OR s.id IN (SELECT m.contact_id FROM encounters m JOIN events e ON e.id = m.event_id WHERE $held)"
)
_MET_AT: Final = (
    "s.id IN (SELECT contact_id FROM encounters WHERE event_id IN (SELECT id FROM events WHERE name = ?)"
    " UNION ALL SELECT contact_id FROM encounters WHERE event_id IS NULL AND event = ?)"
)
_MET: Final = (
    "SELECT contact_id FROM encounters WHERE (met_on >= ? AND met_on < ?) OR (met_on IS NULL"
    # With the sign, SQLite reads the table once instead of asking an index for each event.
    " AND +event_id IN (SELECT id FROM events WHERE held_on >= ? AND held_on < ?))"
)
"""On a day of their own, else on that of the event."""

_DRAWER: Final = f"s.id IN (SELECT id FROM standings WHERE {IN_DRAWER})"  # noqa: S608 - text of ours
_HARDLY_KNOWN: Final = (
    "s.talked < ? AND s.met_on < ? AND EXISTS (SELECT 1 FROM listings l WHERE l.id = s.id"
    " AND json_extract(l.person, '$.met_times') <= ? AND json_extract(l.person, '$.needs') = 0"
    " AND json_extract(l.person, '$.remembered') = 0)"
)
_DETAILS: Final = Template("EXISTS (SELECT 1 FROM details d WHERE d.contact_id = s.id AND d.kind = '$kind')")


@dataclass(frozen=True, slots=True)
class Condition:
    """A piece of SQL about a row of `sortings s`, with its values."""

    sql: str
    values: tuple[Value, ...] = ()
    ids: str = ""
    """A query of the ids alone, with the same values, where that is quicker than looking at everybody."""

    def turned(self) -> Condition:
        return Condition(f"NOT ({self.sql})", self.values)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed, understood: an expression for FTS5 (empty: no words) and conditions."""

    words: str
    conditions: tuple[Condition, ...]
    unfinished: bool = False
    """Whether a field word waits for what should come after its colon."""


def understood(typed: str, today: date, drawer_days: int = 30) -> Asked:
    """What somebody typed, as a search takes it. `drawer_days`: idle days after which somebody is in the drawer."""
    words, matches, conditions, unfinished = [], [], [], False
    for piece in _PIECE.finditer(typed):
        field = keys.fold(piece["field"] or "")
        quoted = piece["quoted"]
        said = (piece["bare"] or "" if quoted is None else quoted.replace('""', '"')).strip()
        if field in _MATCHED and said and not piece["minus"]:
            expression = match_expression(said)
            matches.append(f"{_MATCHED[field]} : ({expression})" if expression else "")
        elif field == "in" and said:
            conditions.append(_turned_if(piece["minus"], _in(said, today, drawer_days)))
        elif field in _FIELDS and said:
            conditions.append(_turned_if(piece["minus"], _FIELDS[field](said, today)))
            part = not (piece["minus"] or said.startswith("="))
            if part and field in _ALSO and (expression := match_expression(said)):
                matches.append(f"{_ALSO[field]} : ({expression})")
        elif field == "in" or field in _FIELDS or field in _MATCHED:
            unfinished = True
        else:
            words.append(piece.group().replace(":", " "))
    matches.append(match_expression(" ".join(words)))
    return Asked(" AND ".join(match for match in matches if match), tuple(conditions), unfinished)


def _turned_if(minus: str, condition: Condition) -> Condition:
    return condition.turned() if minus else condition


_ALSO: Final = {"company": "work", "title": "work", "tag": "words", "event": "words"}
"""In which column of the search the words of a field are, too; that finds a few quickly, who are then looked at."""

# Field words that name a column of the search itself.
_MATCHED: Final = {"name": "name", "email": "reach", "mail": "reach", "website": "reach", "phone": "phones"}


def _words_of(column: str, said: str) -> Condition:
    """Each word begins a word of a folded column."""
    words = keys.words(said)
    if not words:
        return Condition(_NOBODY)
    each = f"' ' || replace(replace({column}, '-', ' '), char(31), ' ') LIKE ?"
    return Condition(" AND ".join([each] * len(words)), tuple(f"% {word}%" for word in words))


def _company(said: str, _today: date) -> Condition:
    if said.startswith("="):
        return Condition("s.company = ?", (keys.company_key(said[1:]),))
    words = keys.words(said)
    each = " AND ".join(["' ' || p.company_key LIKE ?"] * len(words)) or _NOBODY
    return Condition(_AT_COMPANY.substitute(each=each), tuple(f"% {word}%" for word in words))


def _title(said: str, _today: date) -> Condition:
    return _words_of("substr(s.work, instr(s.work, char(31)) + 1)", said)


def _tag(said: str, _today: date) -> Condition:
    if said.startswith("="):
        return Condition("instr(s.tags, ?)", (f"{SEPARATOR}{said[1:]}{SEPARATOR}",))
    return _words_of("substr(s.tagged, 2)", said)


def _event(said: str, _today: date) -> Condition:
    if said.startswith("="):
        return Condition(_MET_AT, (said[1:], said[1:]))
    first = _words_of("substr(s.met, 2)", said)
    held = _words_of("e.name_key", said)
    return Condition(_AT_EVENT.substitute(first=first.sql, held=held.sql), (*first.values, *held.values))


def _met(said: str, today: date) -> Condition:
    if said in ("never", "unknown"):
        return Condition("s.met_on = ''")
    days = _days(said, today)
    return Condition(f"s.id IN ({_MET})", (*days, *days), _MET)


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
    return Condition(_DRAWER, ((today - timedelta(days=drawer_days)).isoformat(), today.isoformat()))


def _known(said: str, today: date) -> Condition:
    """`known:hardly`, as `relationships.knowing` has it; the few who pass the first two are looked at closely."""
    if said != "hardly":
        return Condition(_NOBODY)
    before = (today - LONG_AGO).isoformat()
    return Condition(_HARDLY_KNOWN, (before, before, MOST_MEETINGS))


def _has(said: str, _today: date) -> Condition:
    return Condition(_THINGS.get(keys.fold(said), _NOBODY))


def _details(kind: str) -> str:
    return _DETAILS.substitute(kind=kind)


_THINGS: Final[Mapping[str, str]] = {
    "email": "s.email <> '1'",
    "phone": "s.phone <> '1'",
    "company": "s.work NOT LIKE '1%'",
    "title": "s.work NOT LIKE '%' || char(31)",
    "tag": "s.tags <> ''",
    "tier": "s.tier <> '1'",
    "step": "s.step LIKE '1%'",
    "look": "s.unsure > 0",
    "loop": "s.open_loops > 0",
    "met": "s.met_on <> ''",
    "event": "s.event <> ''",
    "note": "EXISTS (SELECT 1 FROM contacts c WHERE c.id = s.id AND c.notes <> '')",
    "card": "EXISTS (SELECT 1 FROM cards k WHERE k.contact_id = s.id)",
    "need": "EXISTS (SELECT 1 FROM needs n WHERE n.contact_id = s.id AND n.state = 'open')",
    "promise": "EXISTS (SELECT 1 FROM promises p WHERE p.contact_id = s.id AND p.state = 'open')",
    "website": _details("website"),
    "address": _details("address"),
    "fact": _details("fact"),
    "offer": _details("offer"),
}

_FIELDS: Final[Mapping[str, Callable[[str, date], Condition]]] = {
    "company": _company,
    "title": _title,
    "tag": _tag,
    "event": _event,
    "met": _met,
    "due": _due,
    "talked": _talked,
    "added": _added,
    "tier": _tier,
    "step": _step,
    "known": _known,
    "has": _has,
}

FIELD_WORDS: Final = tuple(sorted({*_FIELDS, *_MATCHED, "in"} - {"mail"}))
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
