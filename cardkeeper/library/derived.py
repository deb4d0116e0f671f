"""What is derived from people for finding them: the words of the search, and the keys under which twins would lie.

It is made anew for each person whose rows changed, whoever changed them (undo and merges too), before the change is
stored; so it is never out of step and needs no undo of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from string import Template
from typing import Final

from cardkeeper.library.connection import Connection, Row
from cardkeeper.library.contact_rows import ids_as_json, load_contacts
from cardkeeper.library.lookup_keys import contact_keys
from cardkeeper.library.search_words import index_numbers, index_text
from cardkeeper.model.people import Contact

_PEOPLE_AT_ONCE: Final = 500

_OF_A_PERSON: Final = ("positions", "phones", "details", "encounters", "follow_ups", "interactions")

_TRIGGER: Final = Template("""
    CREATE TEMP TRIGGER ${table}_concerns_$name $when ON main.$table BEGIN
        INSERT INTO changed_people (id) VALUES ($row.$column);
    END""")

_EVENT_TRIGGER: Final = """
    CREATE TEMP TRIGGER events_concern AFTER UPDATE ON main.events BEGIN
        INSERT INTO changed_people (id) SELECT contact_id FROM encounters WHERE event_id = new.id;
    END"""

_SAID_OF_THEM: Final = """
    SELECT contact_id, coalesce(e.name, m.event) || ' ' || coalesce(nullif(m.place, ''), e.place, '')
        || ' ' || m.through || ' ' || m.about
    FROM encounters m LEFT JOIN events e ON e.id = m.event_id WHERE contact_id IN (SELECT value FROM json_each(?1))
    UNION ALL SELECT contact_id, text FROM interactions WHERE contact_id IN (SELECT value FROM json_each(?1))
    UNION ALL SELECT contact_id, reason FROM follow_ups WHERE contact_id IN (SELECT value FROM json_each(?1))"""
"""What was written of people elsewhere than on themselves: how they were met, what was talked about, reasons."""


class Derived:
    """Keeps `search` and `lookups` in step with the people of the library."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def install(self) -> None:
        """Set up for this connection the triggers that note whose rows change; needs an open unit."""
        self._connection.run("CREATE TEMP TABLE changed_people (id INTEGER NOT NULL)")
        for statement in _triggers():
            self._connection.run(statement)

    def refresh(self) -> None:
        """Bring what is derived in step with all that changed in the open unit."""
        changed = [person for (person,) in self._connection.rows("SELECT DISTINCT id FROM changed_people")]
        self._connection.run("DELETE FROM changed_people")
        self.rebuild(changed)

    def rebuild(self, people: Sequence[int]) -> None:
        """Make what is derived from these people anew; those who are gone leave nothing."""
        for start in range(0, len(people), _PEOPLE_AT_ONCE):
            some = people[start : start + _PEOPLE_AT_ONCE]
            for person in some:
                self._connection.run("DELETE FROM search WHERE rowid = ?", (person,))
                self._connection.run("DELETE FROM lookups WHERE contact_id = ?", (person,))
            for contact_id, words, found_under in self._expected(some):
                self._connection.insert("search", {"rowid": contact_id, **words})
                for key in sorted(found_under):
                    self._connection.insert("lookups", {"key": key, "contact_id": contact_id})

    def rebuild_all(self) -> None:
        """Throw away all that is derived, and make it anew."""
        self._connection.run("DELETE FROM search")
        self._connection.run("DELETE FROM lookups")
        self.rebuild([person for (person,) in self._connection.rows("SELECT id FROM contacts ORDER BY id")])

    def out_of_step(self) -> int:
        """How many people are found by other words or keys than they should be."""
        wrong = self._connection.value("SELECT count(*) FROM search WHERE rowid NOT IN (SELECT id FROM contacts)")
        wrong += self._connection.value(
            "SELECT count(DISTINCT contact_id) FROM lookups WHERE contact_id NOT IN (SELECT id FROM contacts)"
        )
        people = [person for (person,) in self._connection.rows("SELECT id FROM contacts ORDER BY id")]
        for start in range(0, len(people), _PEOPLE_AT_ONCE):
            wrong += self._differing(people[start : start + _PEOPLE_AT_ONCE])
        return int(wrong)

    def _differing(self, people: Sequence[int]) -> int:
        asked = (ids_as_json(people),)
        words = {
            row[0]: row[1:]
            for row in self._connection.rows(
                "SELECT rowid, name, work, reach, phones, words FROM search"
                " WHERE rowid IN (SELECT value FROM json_each(?))",
                asked,
            )
        }
        found_under = defaultdict(set)
        for person, key in self._connection.rows(
            "SELECT contact_id, key FROM lookups WHERE contact_id IN (SELECT value FROM json_each(?))", asked
        ):
            found_under[person].add(key)
        return sum(
            words.get(person) != tuple(expected.values()) or found_under[person] != expected_keys
            for person, expected, expected_keys in self._expected(people)
        )

    def _expected(self, people: Sequence[int]) -> Iterator[tuple[int, dict[str, str], set[str]]]:
        said = _gathered(self._connection.rows(_SAID_OF_THEM, (ids_as_json(people),)))
        for contact in load_contacts(self._connection, people):
            yield contact.id, _words_of(contact, said[contact.id]), contact_keys(contact)


def _words_of(contact: Contact, said: Sequence[str]) -> dict[str, str]:
    """One text for each column of `search`, the telling ones first."""
    return {
        "name": index_text([contact.name]),
        "work": index_text(part for job in contact.positions for part in (job.company, job.title, job.department)),
        "reach": index_text([*contact.emails, *contact.websites]),
        "phones": index_numbers(part for phone in contact.phones for part in (phone.number, phone.e164)),
        "words": index_text(
            [
                *contact.addresses,
                *contact.tags,
                *contact.facts,
                *contact.offers,
                contact.notes,
                *contact.other,
                *said,
            ]
        ),
    }


def _gathered(rows: Iterable[Row]) -> defaultdict[int, list[str]]:
    gathered: defaultdict[int, list[str]] = defaultdict(list)
    for person, text in rows:
        gathered[person].append(text)
    return gathered


def _triggers() -> Iterator[str]:
    tables = [("contacts", "id"), *((table, "contact_id") for table in _OF_A_PERSON)]
    moments = (
        ("added", "AFTER INSERT", "new"),
        ("changed", "AFTER UPDATE", "new"),
        ("left", "AFTER UPDATE", "old"),
        ("removed", "AFTER DELETE", "old"),
    )
    for table, column in tables:
        for name, when, row in moments:
            yield _TRIGGER.substitute(table=table, column=column, name=name, when=when, row=row)
    yield _EVENT_TRIGGER
