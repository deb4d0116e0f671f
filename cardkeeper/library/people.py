"""The people of the library: kept whole, listed light, found by anything that was ever written of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import msgspec

from cardkeeper.errors import WrongInput
from cardkeeper.library.connection import Connection, Row, Value
from cardkeeper.library.contact_rows import contact_values, day_of, day_text, ids_as_json, load_contacts, write_children
from cardkeeper.library.listing import PEOPLE, people_of
from cardkeeper.library.lookup_keys import draft_keys
from cardkeeper.library.search_words import match_expression
from cardkeeper.library.shelf import no_person
from cardkeeper.library.transactions import Transactions
from cardkeeper.library.trash import Trash
from cardkeeper.model.drafts import Draft
from cardkeeper.model.overview import CompanyRow, PersonRow
from cardkeeper.model.people import Contact, Encounter, How, MetContext
from cardkeeper.translation import tr

_MOST_CANDIDATES: Final = 50
"""More would only come of a switchboard's number; those with the most in common come first."""

_ENCOUNTER: Final = """
    SELECT m.id, m.contact_id, m.event_id, m.card_id, coalesce(e.name, m.event), coalesce(m.met_on, e.held_on),
        coalesce(nullif(m.place, ''), e.place, ''), m.how, m.through, m.about
    FROM encounters m LEFT JOIN events e ON e.id = m.event_id"""


_OF_MANY: Final = """
    WHERE m.contact_id IN (SELECT value FROM json_each(?))
    ORDER BY coalesce(m.met_on, e.held_on) IS NULL, 6, m.id"""


class People:
    """Finds and keeps contacts, and how they were met."""

    def __init__(self, connection: Connection, transactions: Transactions) -> None:
        self._connection = connection
        self._transactions = transactions
        self._trash = Trash(connection, transactions)

    def get(self, contact_id: int) -> Contact:
        """One person. Raises WrongInput when there is none of this id."""
        found = load_contacts(self._connection, [contact_id])
        if not found:
            raise no_person(contact_id)
        return found[0]

    def all(self) -> tuple[Contact, ...]:
        """Everyone, in the order in which they were added."""
        ids = [contact_id for (contact_id,) in self._connection.rows("SELECT id FROM contacts ORDER BY id")]
        return tuple(load_contacts(self._connection, ids))

    def some(self, ids: Iterable[int]) -> tuple[Contact, ...]:
        """The people with these ids, in this order; ids of nobody are left out."""
        return tuple(load_contacts(self._connection, list(ids)))

    def rows(self) -> tuple[PersonRow, ...]:
        """Everyone as a line of a table, by name."""
        with self._connection.making_sense():
            return people_of(self._connection.rows(PEOPLE))

    def count(self) -> int:
        """How many people there are."""
        return int(self._connection.value("SELECT count(*) FROM contacts"))

    def rows_of(self, ids: Sequence[int]) -> tuple[PersonRow, ...]:
        """Some of them, in the order of their ids here; those who are not there are left out."""
        wanted = msgspec.json.encode(ids).decode()
        rows = people_of(
            self._connection.rows("SELECT person FROM listings WHERE id IN (SELECT value FROM json_each(?))", (wanted,))
        )
        found = {row.id: row for row in rows}
        return tuple(found[contact_id] for contact_id in ids if contact_id in found)

    def names(self) -> tuple[tuple[int, str], ...]:
        """Everybody's id and name."""
        return tuple(self._connection.rows("SELECT id, name FROM contacts"))

    def save(self, contact: Contact) -> int:
        """Store a person and return the id; one with id 0 is new. Raises WrongInput for one who is not there."""
        new = not contact.id
        said = tr("Added {name}", name=contact.name) if new else tr("Changed {name}", name=contact.name)
        with self._transactions.transaction(said):
            old = None if new else self.get(contact.id)
            values = contact_values(contact)
            if old is None:
                values["added_on"] = day_text(self._transactions.now().date())
                contact_id = self._connection.insert("contacts", values)
            else:
                contact_id = contact.id
                self._connection.update("contacts", contact_id, values)
            write_children(self._connection, contact_id, old, contact)
        return contact_id

    def delete(self, contact_id: int) -> None:
        """Move a person to the trash with all that is kept of them; their cards stay. Raises WrongInput for nobody."""
        name = self.get(contact_id).name
        with self._transactions.transaction(tr("Removed {name}", name=name)):
            self._trash.put(contact_id, name)

    def find(self, text: str) -> tuple[int, ...]:
        """The ids of those in whom every word of the text begins a word somewhere, best first.

        Accents, case, the order of words and the punctuation of phone numbers make no difference. A text without a
        single letter or digit finds nobody.
        """
        asked = match_expression(text)
        if not asked:
            return ()
        # How much a word counts where it is found: name, company, title, mails and websites, phones, anything else.
        rows = self._connection.rows(
            "SELECT rowid FROM search WHERE search MATCH ? ORDER BY bm25(search, 10, 4, 4, 4, 4, 1, 1, 1), rowid",
            (asked,),
        )
        return tuple(contact_id for (contact_id,) in rows)

    def candidates(self, draft: Draft) -> tuple[Contact, ...]:
        """Those who may be the person of this card, most in common first: by e-mail, phone, or nearly the same name."""
        found_under = draft_keys(draft)
        if not found_under:
            return ()
        rows = self._connection.rows(
            "SELECT contact_id FROM lookups WHERE key IN (SELECT value FROM json_each(?))"
            " GROUP BY contact_id ORDER BY count(*) DESC, contact_id LIMIT ?",
            (msgspec.json.encode(sorted(found_under)).decode(), _MOST_CANDIDATES),
        )
        return tuple(load_contacts(self._connection, [contact_id for (contact_id,) in rows]))

    def under(self, lookup_keys: Iterable[str]) -> Mapping[str, tuple[int, ...]]:
        """The ids of the people who lie under each of these keys (see `lookup_keys`); keys of nobody are left out.

        A key of very many people, such as the number of a large house, says nothing and is left out too.
        """
        rows = self._connection.rows(
            "SELECT key, json_group_array(contact_id) FROM lookups WHERE key IN (SELECT value FROM json_each(?))"
            " GROUP BY key HAVING count(*) <= ?",
            (msgspec.json.encode(sorted(lookup_keys)).decode(), _MOST_CANDIDATES),
        )
        return {key: tuple(sorted(msgspec.json.decode(ids))) for key, ids in rows}

    def companies(self) -> tuple[CompanyRow, ...]:
        """Every company where somebody known works now, by name, as it is written most often."""
        rows = self._connection.rows(
            "SELECT company_key, company, count(DISTINCT contact_id) FROM positions"
            " WHERE until IS NULL AND company <> '' GROUP BY company_key, company ORDER BY 3 DESC, company"
        )
        return _companies(rows)

    def encounters(self, contact_id: int) -> tuple[Encounter, ...]:
        """How a person was met, newest first; those without a date last."""
        rows = self._connection.rows(
            _ENCOUNTER + " WHERE m.contact_id = ? ORDER BY coalesce(m.met_on, e.held_on) IS NULL, 6 DESC, m.id DESC",
            (contact_id,),
        )
        return tuple(_encounter(row) for row in rows)

    def met(self, ids: Iterable[int]) -> Mapping[int, tuple[MetContext, ...]]:
        """How each of these people was met, the first time first; those without a date last."""
        return load_met(self._connection, list(ids))

    def save_encounter(self, encounter: Encounter) -> int:
        """Store how a person was met; return the id. Raises WrongInput when the person or the encounter is not there.

        An encounter of an event keeps no words of its own for what the event says, so a renamed event is right
        everywhere.
        """
        name = self.get(encounter.contact_id).name
        with self._transactions.transaction(tr("Saved how you met {name}", name=name)):
            if not encounter.id:
                return self._connection.insert("encounters", _encounter_values(encounter))
            if not self._connection.update("encounters", encounter.id, _encounter_values(encounter)):
                raise WrongInput(tr("There is no encounter {id}.", id=encounter.id))
        return encounter.id


def _companies(rows: Iterable[Row]) -> tuple[CompanyRow, ...]:
    names: dict[str, str] = {}
    people: dict[str, int] = {}
    for key, company, count in rows:
        names.setdefault(key, company)
        people[key] = people.get(key, 0) + count
    return tuple(CompanyRow(names[key], people[key]) for key in sorted(names, key=lambda key: (key, names[key])))


def load_met(connection: Connection, ids: Sequence[int]) -> dict[int, tuple[MetContext, ...]]:
    """How each of these people was met, the first time first; those without a date last."""
    found: dict[int, tuple[MetContext, ...]] = {}
    rows = connection.rows(_ENCOUNTER + _OF_MANY, (ids_as_json(ids),))
    with connection.making_sense():
        for encounter in map(_encounter, rows):
            found[encounter.contact_id] = (*found.get(encounter.contact_id, ()), encounter.context)
    return found


def _encounter(row: Row) -> Encounter:
    encounter_id, contact_id, event_id, card_id, event, met_on, place, how, through, about = row
    context = MetContext(event, day_of(met_on), place, How(how) if how else None, through, about)
    return Encounter(contact_id, context, event_id, card_id, encounter_id)


def _encounter_values(encounter: Encounter) -> dict[str, Value]:
    context = encounter.context
    return {
        "contact_id": encounter.contact_id,
        "event_id": encounter.event_id,
        "card_id": encounter.card_id,
        "event": context.event,
        "met_on": day_text(context.on),
        "place": context.place,
        "how": context.how.value if context.how else None,
        "through": context.through,
        "about": context.about,
    }
