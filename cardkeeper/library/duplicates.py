"""Finds people who may be in the library twice: those with a key in common are compared, and nobody else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

from cardkeeper.library.connection import Connection, Row
from cardkeeper.library.contact_rows import ids_as_json, load_contacts
from cardkeeper.library.lookup_keys import contact_keys
from cardkeeper.matching import Certainty, Facts, Twins, compare, facts, facts_of
from cardkeeper.model.people import Contact, PhoneKind

MOST_OF_A_KEY: Final = 30
"""A key that more people share is a switchboard or a very common name at a large company, and says nothing."""
HOUSE_PHONE: Final = 3
"""A number that more people have belongs to a house."""
_AT_ONCE: Final = 2_000
_MOST_KNOWN: Final = 30_000
"""So many people are kept ready for comparing, some 30 MB."""
_MOST_CANDIDATES: Final = 50

_TOLD_BY: Final = ("email:", "phone:", "digits:", "work:")
"""Keys under which people with more than a name in common lie."""

_SHARING: Final = """
    SELECT json_group_array(contact_id) FROM lookups WHERE key >= ? AND key < ?
    GROUP BY key HAVING count(*) BETWEEN 2 AND ?"""

_SAME_NAME: Final = """
    SELECT json_group_array(contact_id) FROM lookups WHERE key >= 'name:' AND key < 'name;' AND instr(key, ' ') = 0
    GROUP BY key HAVING count(*) BETWEEN 2 AND ?"""

_HOUSE_PHONES: Final = """
    SELECT substr(key, 8) FROM lookups WHERE key >= 'digits:' AND key < 'digits;'
    GROUP BY key HAVING count(*) > ?"""

_NAMES: Final = "SELECT id, name FROM contacts WHERE id IN (SELECT value FROM json_each(?))"
_EMAILS: Final = (
    "SELECT contact_id, text FROM details WHERE kind = 'email' AND contact_id IN (SELECT value FROM json_each(?))"
)
_PHONES: Final = (
    "SELECT contact_id, number, kind, e164 FROM phones WHERE contact_id IN (SELECT value FROM json_each(?))"
)
_COMPANIES: Final = "SELECT contact_id, company_key FROM positions WHERE contact_id IN (SELECT value FROM json_each(?))"

Progress = Callable[[int, int], bool]
"""Is told how many of how many pairs are compared, and says whether to go on."""

_Ids = msgspec.json.Decoder(list[int])


class Stopped(Exception):
    """Whoever asked for duplicates wants no answer any more."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people who may be one, the one added first named first."""

    first_id: int
    second_id: int
    twins: Twins


class Duplicates:
    """Looks for people who are there twice."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, progress: Progress = lambda _done, _of: True) -> tuple[Pair, ...]:
        """All pairs, the surest first, without those of whom a person said that they are not the same.

        Raises Stopped when `progress` says so.
        """
        apart = self._apart()
        pairs = sorted({pair for group in self._groups() for pair in _pairs(group)} - apart)
        known: dict[int, Facts] = {}
        house_phones = {number for (number,) in self._connection.rows(_HOUSE_PHONES, (HOUSE_PHONE,))}
        found = []
        for start in range(0, len(pairs), _AT_ONCE):
            if not progress(start, len(pairs)):
                raise Stopped
            some = pairs[start : start + _AT_ONCE]
            wanted = {person for pair in some for person in pair}
            if len(known) > _MOST_KNOWN:
                known = {person: known[person] for person in wanted & known.keys()}
            known |= self._facts(sorted(wanted - known.keys()))
            for first, second in some:
                twins = compare(known[first], known[second], shared_phones=house_phones)
                if twins is not None:
                    found.append(Pair(first, second, twins))
        progress(len(pairs), len(pairs))
        return tuple(sorted(found, key=_surest_first))

    def of(self, contact: Contact) -> tuple[tuple[Contact, Twins], ...]:
        """Who may be the same as somebody, in the library or (id 0) about to come in, the surest first."""
        found_under = msgspec.json.encode(sorted(contact_keys(contact))).decode()
        rows = self._connection.rows(
            "SELECT contact_id FROM lookups WHERE key IN (SELECT value FROM json_each(?)) AND contact_id <> ?"
            " GROUP BY contact_id ORDER BY count(*) DESC, contact_id LIMIT ?",
            (found_under, contact.id, _MOST_CANDIDATES),
        )
        apart = self._apart() if contact.id else frozenset()
        mine, found = facts_of(contact), []
        for other in load_contacts(self._connection, [person for (person,) in rows]):
            if (min(contact.id, other.id), max(contact.id, other.id)) in apart:
                continue
            twins = compare(mine, facts_of(other))
            if twins is not None:
                found.append((other, twins))
        return tuple(sorted(found, key=lambda pair: (list(Certainty).index(pair[1].certainty), pair[0].id)))

    def _apart(self) -> frozenset[tuple[int, int]]:
        rows = self._connection.rows("SELECT first_id, second_id FROM apart")
        return frozenset((first, second) for first, second in rows)

    def _groups(self) -> Iterator[list[int]]:
        for prefix in _TOLD_BY:
            bounds = (prefix, prefix[:-1] + ";", MOST_OF_A_KEY)
            yield from (_Ids.decode(ids) for (ids,) in self._connection.rows(_SHARING, bounds))
        yield from (_Ids.decode(ids) for (ids,) in self._connection.rows(_SAME_NAME, (MOST_OF_A_KEY,)))

    def _facts(self, people: Sequence[int]) -> dict[int, Facts]:
        """What of these people is compared, read in four queries."""
        asked = (ids_as_json(people),)
        rows = self._connection.rows
        emails, phones, companies = (_by_person(rows(query, asked)) for query in (_EMAILS, _PHONES, _COMPANIES))
        return {
            person: facts(
                name,
                (email for (email,) in emails[person]),
                ((e164 or number, PhoneKind(kind)) for number, kind, e164 in phones[person]),
                (company for (company,) in companies[person]),
            )
            for person, name in rows(_NAMES, asked)
        }


def _by_person(rows: Iterable[Row]) -> defaultdict[int, list[Row]]:
    gathered: defaultdict[int, list[Row]] = defaultdict(list)
    for person, *values in rows:
        gathered[person].append(tuple(values))
    return gathered


def _pairs(group: list[int]) -> Iterator[tuple[int, int]]:
    ordered = sorted(group)
    for place, first in enumerate(ordered):
        for second in ordered[place + 1 :]:
            yield first, second


def _surest_first(pair: Pair) -> tuple[int, int, int, int]:
    return list(Certainty).index(pair.twins.certainty), -len(pair.twins.reasons), pair.first_id, pair.second_id
