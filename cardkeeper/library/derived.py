"""What is derived from people: the words of the search, the keys under which twins would lie, the lines of lists.

It is made anew for each person whose rows changed, whoever changed them (undo and merges too), before the change is
stored; so it is never out of step and needs no undo of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import Template
from typing import Final

import msgspec

from cardkeeper.library import sorting
from cardkeeper.library.connection import Connection, Row, at_large
from cardkeeper.library.contact_rows import ids_as_json, load_contacts
from cardkeeper.library.listing import LINES, STANDINGS, line_of
from cardkeeper.library.lookup_keys import contact_keys
from cardkeeper.library.search_words import index_numbers, index_text
from cardkeeper.model.people import Contact

_PEOPLE_AT_ONCE: Final = 500

_ESCAPES: Final = re.compile(r"\\[nN]|[\\,;]")
"""What stands between words in the value of a vCard's property."""

_FOR_PROGRAMS: Final = frozenset({"UID", "REV", "PRODID", "CLASS", "KIND", "MAILER", "X-MS-OL-DESIGN", "CLIENTPIDMAP"})
"""Properties that say nothing to a person."""

_COLUMNS: Final = ("name", "company", "title", "reach", "phones", "tags", "met", "words")
"""Of `search`, the telling ones first."""

_FORM: Final = 4
"""Raised when something else is derived than before, so that it is made anew when a library is opened."""

_CONCERNS: Final = (
    ("contacts", "id"),
    ("cards", "contact_id"),
    *((table, "contact_id") for table in ("positions", "phones", "details", "encounters", "follow_ups")),
    *((table, "contact_id") for table in ("interactions", "promises", "needs", "leads", "favours", "thanks")),
    *(("referrals", column) for column in ("source_id", "receiver_id", "prospect_id")),
    *(("introductions", column) for column in ("first_id", "second_id")),
)
"""Whose derived rows a change of a table concerns: the people in these columns."""

_TRIGGER: Final = Template("""
    CREATE TEMP TRIGGER ${table}_${column}_concerns_$name $when ON main.$table WHEN $row.$column IS NOT NULL BEGIN
        INSERT INTO changed_people (id) VALUES ($row.$column);
    END""")

_EVENT_TRIGGER: Final = """
    CREATE TEMP TRIGGER events_concern AFTER UPDATE ON main.events BEGIN
        INSERT INTO changed_people (id) SELECT contact_id FROM encounters WHERE event_id = new.id;
    END"""

_OWNERS: Final = {"search": "rowid", "lookups": "contact_id", "listings": "id", "standings": "id", "sortings": "id"}
"""The tables of what is derived, and the column that says whose a row is."""

_CLEAR: Final = [Template("DELETE FROM $table").substitute(table=table) for table in _OWNERS]
_REMOVE: Final = [
    Template("DELETE FROM $table WHERE $owner IN (SELECT value FROM json_each(?))").substitute(table=table, owner=owner)
    for table, owner in _OWNERS.items()
]

_SAID_OF_THEM: Final = """
    SELECT contact_id, coalesce(nullif(m.place, ''), e.place, '') || ' ' || m.through || ' ' || m.about
    FROM encounters m LEFT JOIN events e ON e.id = m.event_id WHERE contact_id IN (SELECT value FROM json_each(?1))
    UNION ALL SELECT contact_id, text FROM interactions WHERE contact_id IN (SELECT value FROM json_each(?1))
    UNION ALL SELECT contact_id, reason FROM follow_ups WHERE contact_id IN (SELECT value FROM json_each(?1))
    UNION ALL SELECT contact_id, text FROM promises WHERE contact_id IN (SELECT value FROM json_each(?1))
    UNION ALL SELECT contact_id, text FROM needs WHERE contact_id IN (SELECT value FROM json_each(?1))
    UNION ALL SELECT contact_id, business || ' ' || place || ' ' || about
        FROM leads WHERE contact_id IN (SELECT value FROM json_each(?1))
    UNION ALL SELECT contact_id, text FROM favours WHERE contact_id IN (SELECT value FROM json_each(?1))
    UNION ALL SELECT contact_id, text FROM thanks WHERE contact_id IN (SELECT value FROM json_each(?1))
    UNION ALL SELECT source_id, about || ' ' || result
        FROM referrals WHERE source_id IN (SELECT value FROM json_each(?1))
    UNION ALL SELECT receiver_id, about || ' ' || result
        FROM referrals WHERE receiver_id IN (SELECT value FROM json_each(?1))
    UNION ALL SELECT prospect_id, about || ' ' || result
        FROM referrals WHERE prospect_id IN (SELECT value FROM json_each(?1))
    UNION ALL SELECT k.contact_id, json_extract(l.value, '$.text')
        FROM cards k, json_each(k.reading, '$.lines') l WHERE k.contact_id IN (SELECT value FROM json_each(?1))
    UNION ALL SELECT first_id, why FROM introductions WHERE first_id IN (SELECT value FROM json_each(?1))
    UNION ALL SELECT second_id, why FROM introductions WHERE second_id IN (SELECT value FROM json_each(?1))"""
"""What was written of people elsewhere than on themselves: on their cards, of how they were met, what is owed."""

_MET_AT: Final = """
    SELECT contact_id, coalesce(nullif(coalesce(e.name, m.event), ''), nullif(m.place, ''), m.through)
    FROM encounters m LEFT JOIN events e ON e.id = m.event_id WHERE contact_id IN (SELECT value FROM json_each(?))"""
"""Where they were met, as lists say it."""

_OWNED: Final = """
    SELECT contact_id, 'card' FROM cards WHERE contact_id IN (SELECT value FROM json_each(?1))
    UNION SELECT contact_id, 'promise' FROM promises
        WHERE state = 'open' AND contact_id IN (SELECT value FROM json_each(?1))"""
"""Things of theirs (`sorting.THINGS`) that lie in tables of their own."""

_STANDING: Final = (
    "id", "added_on", "met_on", "touched_on", "tier", "cadence_days", "tags", "steps", "open_moved_on", "open_due",
)  # fmt: skip
"""The columns of `standings`, as the query of them gives them."""


@dataclass(frozen=True, slots=True)
class _Findable:
    """All that is derived from one person."""

    words: tuple[str, ...]
    keys: frozenset[str]
    line: str
    standing: Row
    sorting: Row


class Derived:
    """Keeps `search`, `lookups`, `listings`, `standings` and `sortings` in step with the people of the library."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def install(self, progress: Callable[[int, int], None] = lambda _done, _of: None) -> None:
        """Set up for this connection the triggers that note whose rows change; needs an open unit.

        What an older version of the program derived is made anew; `progress` hears of how many people out of how many.
        """
        self._connection.run("CREATE TEMP TABLE changed_people (id INTEGER NOT NULL)")
        for statement in _triggers():
            self._connection.run(statement)
        if is_of_older_form(self._connection):
            self.rebuild_all(progress)
            self._connection.run("UPDATE derived_form SET form = ?", (_FORM,))

    def refresh(self) -> None:
        """Bring what is derived in step with all that changed in the open unit."""
        changed = [person for (person,) in self._connection.rows("SELECT DISTINCT id FROM changed_people")]
        self._connection.run("DELETE FROM changed_people")
        for some in _in_parts(changed):
            self._rebuild(some)

    def rebuild_all(self, progress: Callable[[int, int], None] = lambda _done, _of: None) -> None:
        """Throw away all that is derived, and make it anew."""
        with at_large(self._connection):
            for statement in _CLEAR:
                self._connection.run(statement)
            everyone, done = self._everyone(), 0
            for some in _in_parts(everyone):
                self._add(self._made(some))
                done += len(some)
                progress(done, len(everyone))

    def out_of_step(self) -> int:
        """How many people are found or listed by anything else than they should be."""
        gone = self._connection.rows(
            "SELECT rowid FROM search WHERE rowid NOT IN (SELECT id FROM contacts)"
            " UNION SELECT contact_id FROM lookups WHERE contact_id NOT IN (SELECT id FROM contacts)"
            " UNION SELECT id FROM listings WHERE id NOT IN (SELECT id FROM contacts)"
            " UNION SELECT id FROM standings WHERE id NOT IN (SELECT id FROM contacts)"
            " UNION SELECT id FROM sortings WHERE id NOT IN (SELECT id FROM contacts)"
        )
        return len(gone) + sum(self._differing(some) for some in _in_parts(self._everyone()))

    def _everyone(self) -> list[int]:
        return [person for (person,) in self._connection.rows("SELECT id FROM contacts ORDER BY id")]

    def _rebuild(self, people: Sequence[int]) -> None:
        asked = (ids_as_json(people),)
        for statement in _REMOVE:
            self._connection.run(statement, asked)
        self._add(self._made(people))

    def _add(self, made: Mapping[int, _Findable]) -> None:
        insert, found = self._connection.insert_all, made.items()
        insert("search", ("rowid", *_COLUMNS), ((person, *each.words) for person, each in found))
        insert("listings", ("id", "person"), ((person, each.line) for person, each in found))
        insert("standings", _STANDING, (each.standing for each in made.values()))
        insert("sortings", sorting.COLUMNS, (each.sorting for each in made.values()))
        insert("lookups", ("key", "contact_id"), sorted((key, person) for person, each in found for key in each.keys))

    def _differing(self, people: Sequence[int]) -> int:
        kept = self._kept(people)
        return sum(kept.get(person) != made for person, made in self._made(people).items())

    def _kept(self, people: Sequence[int]) -> dict[int, _Findable]:
        asked = (ids_as_json(people),)
        found_under = _gathered(
            self._connection.rows(
                "SELECT contact_id, key FROM lookups WHERE contact_id IN (SELECT value FROM json_each(?))", asked
            )
        )
        rows = self._connection.rows(
            f"SELECT l.id, l.person, {', '.join(f's.{name}' for name in _COLUMNS)}, t.*, o.* FROM listings l"  # noqa: S608
            " JOIN search s ON s.rowid = l.id JOIN standings t ON t.id = l.id JOIN sortings o ON o.id = l.id"
            " WHERE l.id IN (SELECT value FROM json_each(?))",
            asked,
        )
        begins = 2 + len(_COLUMNS)
        ends = begins + len(_STANDING)
        return {
            row[0]: _Findable(
                tuple(row[2:begins]), frozenset(found_under[row[0]]), row[1], tuple(row[begins:ends]), tuple(row[ends:])
            )
            for row in rows
        }

    def _made(self, people: Sequence[int]) -> dict[int, _Findable]:
        asked = (ids_as_json(people),)
        said, met, owned = (_gathered(self._connection.rows(sql, asked)) for sql in (_SAID_OF_THEM, _MET_AT, _OWNED))
        rows = self._connection.rows(LINES, asked)
        with self._connection.making_sense():
            lines = {row[0]: line_of(row) for row in rows}
        standings = {row[0]: tuple(row) for row in self._connection.rows(STANDINGS, asked)}
        return {
            contact.id: _Findable(
                _words_of(contact, met[contact.id], said[contact.id]),
                frozenset(contact_keys(contact)),
                msgspec.json.encode(lines[contact.id]).decode(),
                standings[contact.id],
                sorting.sorting_of(lines[contact.id], contact, owned[contact.id]),
            )
            for contact in load_contacts(self._connection, people)
        }


def is_of_older_form(connection: Connection) -> bool:
    """Whether what is derived there was derived by another version of the program."""
    return bool(connection.value("SELECT form FROM derived_form") != _FORM)


def _words_of(contact: Contact, met: Sequence[str], said: Sequence[str]) -> tuple[str, ...]:
    """One text for each of `_COLUMNS`."""
    current = [job for job in contact.positions if job.current]
    former = (part for job in contact.positions if not job.current for part in (job.company, job.title))
    jobs = (*former, *(job.department for job in contact.positions))
    numbers = (part for phone in contact.phones for part in (phone.number, phone.e164))
    remembered = (*contact.facts, *contact.offers, *contact.doors, contact.notes)
    return (
        index_text([contact.name]),
        index_text(job.company for job in current),
        index_text(job.title for job in current),
        index_text([*contact.emails, *contact.websites]),
        index_numbers(numbers),
        index_text(contact.tags),
        index_text(met),
        index_text([*contact.addresses, *remembered, *jobs, *contact.other, *_kept_texts(contact), *said]),
    )


def _kept_texts(contact: Contact) -> Iterator[str]:
    """What imported files say beyond the fields: a nickname, a birthday, whom they are related to."""
    for kept in contact.kept:
        if not kept.stands_for and kept.name.upper() not in _FOR_PROGRAMS:
            yield _ESCAPES.sub(" ", kept.value)


def _in_parts(people: Sequence[int]) -> Iterator[Sequence[int]]:
    return (people[start : start + _PEOPLE_AT_ONCE] for start in range(0, len(people), _PEOPLE_AT_ONCE))


def _gathered(rows: Iterable[Row]) -> defaultdict[int, list[str]]:
    gathered: defaultdict[int, list[str]] = defaultdict(list)
    for person, text in rows:
        gathered[person].append(text)
    return gathered


def _triggers() -> Iterator[str]:
    moments = (
        ("added", "AFTER INSERT", "new"),
        ("changed", "AFTER UPDATE", "new"),
        ("left", "AFTER UPDATE", "old"),
        ("removed", "AFTER DELETE", "old"),
    )
    for table, column in _CONCERNS:
        for name, when, row in moments:
            yield _TRIGGER.substitute(table=table, column=column, name=name, when=when, row=row)
    yield _EVENT_TRIGGER
