"""What the page of a person changes in the library; each call is one change that can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from cardkeeper.acting import Acting
from cardkeeper.library import Library
from cardkeeper.model.overview import Said
from cardkeeper.model.people import Contact, Encounter, Event, Interaction
from cardkeeper.translation import tr
from ui.person.editor import Edited


class PersonChanges:
    """Keeps what was typed about one person."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def change(self, contact_id: int, how: Callable[[Contact], Contact]) -> None:
        """Change a person from what they are now, so that nothing that was changed meanwhile is lost."""
        now = self._library.people.get(contact_id)
        changed = how(now)
        if changed != now:
            self._library.people.save(changed)

    def keep(self, edited: Edited) -> None:
        """Keep a whole form: the person, and how they were met."""
        contact = edited.contact
        with self._library.transaction(tr("Changed {name}", name=contact.name or contact.company)):
            self._library.people.save(contact)
            if edited.encounter is not None:
                self._library.people.save_encounter(self._linked(edited.encounter))

    def settle(self, contact_id: int, field: str) -> None:
        """A field needs no look any more: somebody looked."""
        self.change(contact_id, lambda who: replace(who, unsure=tuple(other for other in who.unsure if other != field)))

    def log(self, said: Said, today: date) -> None:
        """Log something new, or change an entry; marked lines become needs, offers, facts and promises."""
        Acting(self._library).note(said, today)

    def remove_entry(self, entry: Interaction) -> None:
        self._library.log.delete(entry.id)

    def remove(self, contact_id: int) -> None:
        self._library.people.delete(contact_id)

    def _linked(self, encounter: Encounter) -> Encounter:
        """The encounter with the event that it names, which is made where it is new."""
        met = encounter.context
        if not met.event:
            return replace(encounter, event_id=None)
        known = self._library.events.named(met.event, met.on)
        event_id = known.id if known else self._library.events.save(Event(met.event, met.on, met.place))
        return replace(encounter, event_id=event_id)
