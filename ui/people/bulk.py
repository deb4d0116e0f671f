"""What is done with many people at once: single changes that one undo takes back, or frozen values to write."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from cardkeeper.errors import WrongInput
from cardkeeper.exchange.exporting import ExportedPerson
from cardkeeper.keys import fold
from cardkeeper.library import Library
from cardkeeper.model.overview import PersonRow
from cardkeeper.model.people import Contact, Interaction, Tier
from cardkeeper.translation import tr, trn
from ui.wording import tier_words


class Bulk:
    """Changes many people in one transaction."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def tag(self, ids: Iterable[int], tag: str) -> None:
        """Give everyone a tag; those who have it, in whatever case, keep theirs."""
        wanted = " ".join(tag.replace(",", " ").split())
        people = [contact for contact in self._people(ids) if not _tagged(contact, wanted)]
        said = trn("Tagged {count} person “{tag}”", "Tagged {count} people “{tag}”", len(people), tag=wanted)
        self._save(said, [replace(contact, tags=(*contact.tags, wanted)) for contact in people])

    def untag(self, ids: Iterable[int], tag: str) -> None:
        """Take a tag from everyone who has it."""
        unwanted = fold(tag)
        people = [contact for contact in self._people(ids) if _tagged(contact, tag)]
        said = trn("Took “{tag}” from {count} person", "Took “{tag}” from {count} people", len(people), tag=tag.strip())
        self._save(said, [replace(who, tags=tuple(tag for tag in who.tags if fold(tag) != unwanted)) for who in people])

    def set_tier(self, ids: Iterable[int], tier: Tier | None) -> None:
        """Set how often one wants to be in touch with everyone."""
        people = [contact for contact in self._people(ids) if contact.tier is not tier]
        said = trn("{count} person: {tier}", "{count} people: {tier}", len(people), tier=tier_words(tier))
        self._save(said, [replace(contact, tier=tier) for contact in people])

    def log(self, ids: Iterable[int], what: Interaction) -> None:
        """Log one talk with everyone."""
        everyone = tuple(ids)
        said = trn("Logged a talk with {count} person", "Logged one talk with {count} people", len(everyone))
        with self._library.transaction(said):
            for contact_id in everyone:
                self._library.log.add(replace(what, contact_id=contact_id))

    def delete(self, ids: Iterable[int]) -> None:
        """Remove everyone, with all that is kept of them."""
        everyone = tuple(ids)
        with self._library.transaction(trn("Removed {count} person", "Removed {count} people", len(everyone))):
            for contact_id in everyone:
                self._library.people.delete(contact_id)

    def _people(self, ids: Iterable[int]) -> list[Contact]:
        return [self._library.people.get(contact_id) for contact_id in ids]

    def _save(self, said: str, people: list[Contact]) -> None:
        if not people:
            return
        with self._library.transaction(said):
            for contact in people:
                self._library.people.save(contact)


class Gathering(QObject):
    """Collects what an export writes, some people at a time, so that the window goes on meanwhile."""

    gathered = Signal(object)
    """All of it, a tuple of `ExportedPerson`."""

    AT_ONCE = 20
    """People read between two looks at the mouse and the keyboard: some milliseconds."""

    def __init__(self, library: Library, rows: Iterable[PersonRow], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._left = list(rows)
        self._found: list[ExportedPerson] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._gather_some)

    def start(self) -> None:
        self._timer.start(0)

    def _gather_some(self) -> None:
        now, self._left = self._left[: self.AT_ONCE], self._left[self.AT_ONCE :]
        self._found += [person for row in now if (person := self._one(row))]
        if not self._left:
            self._timer.stop()
            self.gathered.emit(tuple(self._found))
            self.deleteLater()

    def _one(self, row: PersonRow) -> ExportedPerson | None:
        try:
            contact = self._library.people.get(row.id)
        except WrongInput:
            # Removed while the export was being gathered: then it is not to be written.
            return None
        met = tuple(encounter.context for encounter in reversed(self._library.people.encounters(row.id)))
        return ExportedPerson(contact, met, row.next_step, row.added_on, row.last_talked)


def _tagged(contact: Contact, tag: str) -> bool:
    return fold(tag) in {fold(other) for other in contact.tags}


def removal_words(names: list[str]) -> str:
    """What a person is asked before people are removed."""
    if len(names) == 1:
        return tr("Remove {name} and all that is logged?", name=names[0])
    return trn(
        "Remove {count} person and all that is logged?", "Remove {count} people and all that is logged?", len(names)
    )
