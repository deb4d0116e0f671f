"""Lists of people, quick however many there are: whose ids, in which order, and the lines of those one looks at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from string import Template
from typing import Final

import msgspec

from cardkeeper.library.asking import Asked, Condition, understood
from cardkeeper.library.connection import Connection, Value
from cardkeeper.library.contact_rows import ids_as_json
from cardkeeper.model.overview import Order, PersonRow, SortBy, ViewCounts

IN_DRAWER: Final = "in:drawer"
NEWLY_MET: Final = "met:7d"
NO_STEP: Final = "step:none"
UNSURE: Final = "has:look"
HARDLY_KNOWN: Final = "known:hardly"
"""The common questions, as they would be typed."""

_IN_ORDER: Final = Template("SELECT json_group_array(id) FROM (SELECT id FROM sortings ORDER BY $order)")
_WHICH: Final = Template("SELECT json_group_array(s.id) FROM sortings s WHERE $conditions")
_OF_IDS: Final = Template("SELECT json_group_array(contact_id) FROM ($ids)")
_EVERYONE: Final = "SELECT json_group_array(id) FROM sortings"
_FOUND: Final = "SELECT json_group_array(rowid) FROM search WHERE search MATCH ?"
_LINES: Final = "SELECT person FROM listings WHERE id IN (SELECT value FROM json_each(?))"

_EVENTS: Final = """
    SELECT name FROM (
        SELECT e.name AS name, count(*) AS times
            FROM encounters m JOIN events e ON e.id = m.event_id GROUP BY m.event_id
        UNION ALL SELECT event, count(*) FROM encounters WHERE event_id IS NULL GROUP BY event)
    WHERE name <> '' GROUP BY name ORDER BY sum(times) DESC, name"""

_COUNTS: Final = """
    SELECT count(*), coalesce(sum(step = '0'), 0), coalesce(sum(unsure > 0), 0) FROM sortings"""

_IdSet = msgspec.json.Decoder(frozenset[int])
_Ids = msgspec.json.Decoder(list[int])
_People = msgspec.json.Decoder(list[PersonRow])


class Lists:
    """Answers what the table of people asks. SQLite hands ids over as one text, which takes a tenth of the time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def in_order(self, orders: Sequence[Order] = (Order(),)) -> list[int]:
        """Everyone's ids in an order; those who are equal in all of it go by name."""
        asked = {order.by: order.descending for order in reversed((*orders, Order()))}
        columns = [order.by for order in orders] or [SortBy.NAME]
        if SortBy.NAME not in columns:
            columns.append(SortBy.NAME)
        backwards = asked[columns[0]]
        # An index reads backwards as well as forwards, so only orders that turn on the way need sorting.
        turns = [f"{by.value}{' DESC' if asked[by] or (backwards and by is SortBy.NAME) else ''}" for by in columns]
        order = ", ".join((*dict.fromkeys(turns), "id DESC" if backwards else "id"))
        return self._ids(_IN_ORDER.substitute(order=order))

    def which(self, typed: str, today: date, drawer_days: int = 30) -> frozenset[int] | None:
        """The ids of those whom a search finds, see `asking`; None when nothing is asked, which is everyone.

        `drawer_days`: so many idle days put somebody into the drawer.
        """
        asked = understood(typed, today, drawer_days)
        sets, without = self._sets(asked), self._without(asked)
        if not sets and not without:
            return frozenset() if typed.strip() and not asked.unfinished else None
        first, *more = sets or [self._set(_EVERYONE)]
        found = first.intersection(*more) if more else first
        return found.difference(*without) if without else found

    def _sets(self, asked: Asked) -> list[frozenset[int]]:
        """Whom each kind of question finds: the words, all that is told by a row of `sortings`, each query of ids."""
        found = [self._set(_FOUND, (asked.words,))] if asked.words else []
        rows = [(f"({each.sql})", each.values) for each in asked.conditions if not each.of_ids]
        rows += [(f"NOT ({each.sql})", each.values) for each in asked.without if not each.of_ids]
        if rows:
            conditions = " AND ".join(sql for sql, _ in rows)
            found.append(self._set(_WHICH.substitute(conditions=conditions), [v for _, values in rows for v in values]))
        return found + [self._of_ids(each) for each in asked.conditions if each.of_ids]

    def _without(self, asked: Asked) -> list[frozenset[int]]:
        """Whom each kind of question leaves out that is not asked of the rows of `sortings` already."""
        words = [self._set(_FOUND, (asked.without_words,))] if asked.without_words else []
        return words + [self._of_ids(each) for each in asked.without if each.of_ids]

    def _of_ids(self, condition: Condition) -> frozenset[int]:
        return self._set(_OF_IDS.substitute(ids=condition.sql), condition.values)

    def _ids(self, sql: str, values: Sequence[Value] = ()) -> list[int]:
        return _Ids.decode(self._connection.value(sql, values))

    def _set(self, sql: str, values: Sequence[Value] = ()) -> frozenset[int]:
        return _IdSet.decode(self._connection.value(sql, values))

    def lines(self, ids: Sequence[int]) -> dict[int, PersonRow]:
        """What lists show of these people; ids of nobody are left out."""
        texts = (text for (text,) in self._connection.rows(_LINES, (ids_as_json(ids),)))
        with self._connection.making_sense():
            return {row.id: row for row in _People.decode(f"[{','.join(texts)}]")}

    def counts(self, today: date, drawer_days: int) -> ViewCounts:
        """How many people each of the common questions finds."""
        everyone, no_step, unsure = self._connection.rows(_COUNTS)[0]
        drawer, newly_met, hardly = (
            len(self.which(words, today, drawer_days) or ()) for words in (IN_DRAWER, NEWLY_MET, HARDLY_KNOWN)
        )
        return ViewCounts(everyone, drawer, newly_met, no_step, unsure, hardly)

    def tags(self) -> tuple[str, ...]:
        """The tags in use, the most frequent first."""
        return self._words("SELECT text FROM details WHERE kind = 'tag' GROUP BY text ORDER BY count(*) DESC, text")

    def events(self) -> tuple[str, ...]:
        """The events at which people were met, the most frequent first."""
        return self._words(_EVENTS)

    def _words(self, sql: str) -> tuple[str, ...]:
        return tuple(word for (word,) in self._connection.rows(sql))


def kept(order: Iterable[int], which: frozenset[int] | None) -> list[int]:
    """The ids of an order that are among some; all of them for None."""
    return list(order) if which is None else list(filter(which.__contains__, order))
