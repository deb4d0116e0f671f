"""Two entries of one person made one, and made two again at any later time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

import msgspec
import peewee

from cardkeeper.errors import WrongInput
from cardkeeper.library.connection import Connection
from cardkeeper.library.parts import Belongings, Link, Parts
from cardkeeper.library.people import People
from cardkeeper.library.transactions import Transactions
from cardkeeper.matching import combine, separate
from cardkeeper.model.people import Contact
from cardkeeper.translation import tr, trn

_OF_THE_CONTACT: Final = frozenset({"positions", "phones", "details"})
"""Tables that hold the person's own values, which are merged as values; the rows of all others change hands."""


@dataclass(frozen=True, slots=True)
class Merge:
    """One entry that became a part of another."""

    id: int
    kept_id: int
    name: str
    """Of the entry that is no more."""
    merged_at: datetime


class Merges:
    """Makes one of two, and two of one."""

    def __init__(self, connection: Connection, transactions: Transactions, people: People) -> None:
        self._connection = connection
        self._transactions = transactions
        self._people = people
        self._belongings = Belongings(connection)

    def merge(self, kept_id: int, merged_id: int, contact: Contact) -> int:
        """Let the second person become a part of the first, whose values are now `contact`; return the merge's id.

        All that was logged, planned, promised of either stays. Raises WrongInput when one of them is not there.
        """
        if kept_id == merged_id:
            raise WrongInput(tr("These are one person already."))
        before, merged = self._people.get(kept_id), self._people.get(merged_id)
        said = tr("Merged {name} into {kept}", name=_name(merged), kept=_name(before))
        with self._transactions.transaction(said):
            parts = self._belongings.gather(merged_id)
            moved = self._take_over(kept_id, merged_id)
            self._connection.delete("contacts", merged_id)
            self._people.save(replace(contact, id=kept_id))
            after = self._people.get(kept_id)
            return self._connection.insert(
                "merges",
                {
                    "kept_id": kept_id,
                    "merged_id": merged_id,
                    "name": _name(merged),
                    "merged_at": self._transactions.now().isoformat(timespec="seconds"),
                    "before": _json(before),
                    "after": _json(after),
                    "parts": _json(parts.without(moved)),
                },
            )

    def merge_pairs(self, pairs: Iterable[tuple[int, int]]) -> int:
        """Merge people who are the same for sure, each group into the one added first; return how many became a part.

        One undo step. Nothing of anybody is lost.
        """
        kept_of: dict[int, int] = {}

        def root(person: int) -> int:
            while person in kept_of:
                person = kept_of[person]
            return person

        for pair in pairs:
            first, second = sorted((root(pair[0]), root(pair[1])))
            if first != second:
                kept_of[second] = first
        said = trn("Merged {count} duplicate", "Merged {count} duplicates", len(kept_of))
        with self._transactions.transaction(said):
            for other in sorted(kept_of):
                kept = root(other)
                self.merge(kept, other, combine(self._people.get(kept), self._people.get(other)))
        return len(kept_of)

    def separate(self, merge_id: int) -> int:
        """Make two of one again, and remember that they are not the same; return the id of the one who comes back.

        What was typed, logged or planned since the merge stays with the one that was kept. Raises WrongInput when the
        merge is not there (any more).
        """
        row = self._connection.row(
            'SELECT kept_id, merged_id, name, "before", "after", parts FROM merges WHERE id = ?', (merge_id,)
        )
        if row is None:
            raise WrongInput(tr("This merge is not there any more."))
        kept_id, merged_id, name, before, after, parts_text = row
        now = self._people.get(kept_id)
        parts = msgspec.json.decode(parts_text, type=Parts)
        with self._transactions.transaction(tr("Separated {name} from {kept}", name=name, kept=_name(now))):
            self._connection.delete("merges", merge_id)
            mine = separate(now, _contact(before), _contact(after))
            self._people.save(replace(mine, id=kept_id))
            self._belongings.put_back(parts)
            for link in parts.moved:
                self._belongings.point(link, merged_id, kept_id)
            self.tell_apart(kept_id, merged_id)
        return int(merged_id)

    def of(self, contact_id: int) -> tuple[Merge, ...]:
        """The entries that became a part of this person, newest first."""
        rows = self._connection.rows(
            "SELECT id, kept_id, name, merged_at FROM merges WHERE kept_id = ? ORDER BY id DESC", (contact_id,)
        )
        return tuple(Merge(number, kept, name, datetime.fromisoformat(at)) for number, kept, name, at in rows)

    def all(self) -> tuple[tuple[Merge, str], ...]:
        """Every entry that became a part of another, newest first, with the name of that one."""
        rows = self._connection.rows(
            "SELECT m.id, m.kept_id, m.name, m.merged_at, c.name FROM merges m JOIN contacts c ON c.id = m.kept_id"
            " ORDER BY m.id DESC"
        )
        return tuple(
            (Merge(number, kept, name, datetime.fromisoformat(at)), into) for number, kept, name, at, into in rows
        )

    def tell_apart(self, one: int, other: int) -> None:
        """Remember that two people are not the same. Raises WrongInput when one of them is not there."""
        first, second = sorted((one, other))
        names = {"one": _name(self._people.get(first)), "other": _name(self._people.get(second))}
        with self._transactions.transaction(tr("{one} and {other} are not the same", **names)):
            known = self._connection.value(
                "SELECT count(*) FROM apart WHERE first_id = ? AND second_id = ?", (first, second)
            )
            if not known:
                self._connection.insert("apart", {"first_id": first, "second_id": second})

    def told_apart(self) -> frozenset[tuple[int, int]]:
        """All pairs that are not the same, the lower id first."""
        return frozenset(
            (first, second) for first, second in self._connection.rows("SELECT first_id, second_id FROM apart")
        )

    def _take_over(self, kept_id: int, merged_id: int) -> list[Link]:
        """Let what belongs to the one belong to the other; return what did. What would be there twice stays."""
        moved = []
        for reference in self._belongings.to("contacts"):
            if reference.table in _OF_THE_CONTACT:
                continue
            for row_id in self._belongings.ids(reference, merged_id):
                link = Link(reference.table, reference.column, row_id, merged_id)
                try:
                    with self._connection.part():
                        self._belongings.point(link, kept_id, merged_id)
                except peewee.IntegrityError:
                    continue
                moved.append(link)
        return moved


def _name(contact: Contact) -> str:
    return contact.name or contact.company or tr("somebody without a name")


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _contact(text: str) -> Contact:
    return msgspec.json.decode(text, type=Contact)
