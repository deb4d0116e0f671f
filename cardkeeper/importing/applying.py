"""Does what a plan says: all of it as one step that can be undone, after a backup."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from cardkeeper.exchange.records import Record
from cardkeeper.importing.adding import with_missing
from cardkeeper.importing.archives import Part, bring_files, join, settings_with
from cardkeeper.importing.planning import Item, Outcome, Plan
from cardkeeper.library import Library
from cardkeeper.library.backups import Reason
from cardkeeper.model.people import Encounter, FollowUp, FollowUpKind, Stage
from cardkeeper.settings import Settings
from cardkeeper.translation import tr, trn

PEOPLE_AT_ONCE: Final = 12
"""People who are stored between two looks at the mouse and the keyboard: some tens of milliseconds."""


def said_of(plan: Plan) -> str:
    """What the step is called: “Imported 12 people”."""
    if not plan.people:
        return tr("Imported an archive")
    return trn("Imported {count} person", "Imported {count} people", plan.people)


def prepare(library: Library, plan: Plan, now: datetime) -> None:
    """Make the backup before an import, unless nothing changed since the last, and keep the files that come along.

    For any thread. Raises UnreadableFile, LibraryError, StorageFull.
    """
    library.backups.make_if_changed(Reason.IMPORT, now)
    for part in _parts(plan, {}):
        bring_files(library.files, part)


def apply(library: Library, plan: Plan, now: datetime, progress: Callable[[int, int], None]) -> None:
    """Do all of a plan in one transaction. What `progress` raises takes everything back, as any error does."""
    of = len(plan.to_do)
    with library.transaction(said_of(plan)):
        for done in work(library, plan, now):
            progress(done, of)


def work(library: Library, plan: Plan, now: datetime) -> Iterator[int]:
    """Do a plan, some at a time, and tell how many people are done; within transactions of who asks."""
    items = plan.to_do
    if plan.as_it_is:
        yield 0
        for part in _parts(plan, {}):
            yield from join(library.whole, part)
        yield len(items)
        return
    added: dict[tuple[Path, int], int] = {}
    digests: dict[int, str] = {}
    for start in range(0, len(items), PEOPLE_AT_ONCE):
        yield start
        for item in items[start : start + PEOPLE_AT_ONCE]:
            contact_id = _apply(library, item, now)
            if item.record is not None and item.record.origin is not None:
                added[item.record.origin.path, item.record.origin.id] = contact_id
                digests[contact_id] = item.digest
    for part in _parts(plan, added):
        for _ in join(library.whole, part):
            yield len(items)
    for number, (contact_id, digest) in enumerate(digests.items(), start=1):
        _remember(library, contact_id, digest)
        if number % PEOPLE_AT_ONCE == 0:
            yield len(items)
    yield len(items)


def _remember(library: Library, contact_id: int, digest: str) -> None:
    """Let a person of an archive be known again, once all is there; one who was stopped halfway is then made whole."""
    contact = library.people.get(contact_id)
    library.people.save(replace(contact, imported=(*contact.imported, digest)))


def settings_after(plan: Plan, settings: Settings) -> Settings:
    """The settings that hold after an import: where a whole library came, the person's own of there come, too."""
    for part in _parts(plan, {}):
        if part.as_it_is:
            settings = settings_with(settings, part)
    return settings


def _parts(plan: Plan, added: dict[tuple[Path, int], int]) -> Iterator[Part]:
    """What each archive of a plan brings; `added`: the ids of those who were stored already."""
    for path in plan.archives:
        there = [
            (item.record.origin.id, item)
            for item in plan.items
            if item.record is not None and item.record.origin is not None and item.record.origin.path == path
        ]
        same = {number: item.known.id for number, item in there if item.outcome is Outcome.SAME and item.known}
        brings = {number for number, item in there if item.outcome in {Outcome.NEW, Outcome.MERGES}}
        known = {number: added.get((path, number)) for number in brings} | same
        yield Part(path, {} if plan.as_it_is else known, brings, plan.as_it_is)


def _apply(library: Library, item: Item, now: datetime) -> int:
    """Store the person of a record; return their id, 0 for a record of nobody."""
    record = item.record
    if record is None:
        return 0
    for file in record.files:
        library.files.keep_bytes(file.data, file.suffix)
    imported = (item.digest,) if record.origin is None else ()
    if item.outcome is Outcome.MERGES and item.known is not None:
        known = library.people.get(item.known.id)
        added = with_missing(known, record.contact)
        contact_id = library.people.save(replace(added, imported=(*added.imported, *imported)))
        met = [encounter.context for encounter in library.people.encounters(contact_id)]
    else:
        contact_id = library.people.save(replace(record.contact, id=0, imported=imported))
        met = []
        if record.origin is None:
            library.follow_ups.save(_step(record, contact_id, now, item.file))
    if record.origin is None:
        for context in record.met:
            if context not in met:
                library.people.save_encounter(Encounter(contact_id, context))
    return contact_id


def _step(record: Record, contact_id: int, now: datetime, file: str) -> FollowUp:
    """The next step that the record names; else none on purpose, so that an old address book fills no drawer."""
    if record.next_step is not None:
        return replace(record.next_step, contact_id=contact_id, id=0)
    reason = tr("Imported from {file}", file=file)
    return FollowUp(contact_id, FollowUpKind.NONE, Stage.NONE, None, now.date(), reason)
