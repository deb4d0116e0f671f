"""Who is known at a company, now and before, and who said that they can open its door."""

from __future__ import annotations

from cardkeeper import keys
from cardkeeper.library.connection import Connection
from cardkeeper.library.contact_rows import day_of
from cardkeeper.model.overview import CompanyPerson


class Companies:
    """Reads the people of the library by where they work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def people(self, company: str) -> tuple[CompanyPerson, ...]:
        """Who works or worked at a company, however its name and legal form are written; those of today first."""
        rows = self._connection.rows(
            "SELECT p.contact_id, p.title, p.until FROM positions p JOIN contacts c ON c.id = p.contact_id"
            " WHERE p.company_key = ? ORDER BY p.until IS NOT NULL, p.until DESC, c.name COLLATE NOCASE, p.place",
            (keys.company_key(company),),
        )
        found: dict[int, CompanyPerson] = {}
        for contact_id, title, until in rows:
            found.setdefault(contact_id, CompanyPerson(contact_id, title, day_of(until)))
        return tuple(found.values())

    def doors_to(self, company: str) -> tuple[int, ...]:
        """The ids of those who can open a door that names the company or one of its words."""
        wanted = {word for word in keys.words(keys.company_key(company)) if len(word) > 2}
        rows = self._connection.rows("SELECT contact_id, text FROM details WHERE kind = 'door' ORDER BY contact_id")
        found = (contact_id for contact_id, text in rows if wanted & set(keys.words(text)))
        return tuple(dict.fromkeys(found))
