"""Does what a plan says: all of it as one step that can be undone, after a backup."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from cardkeeper.exchange.records import Record
from cardkeeper.importing.adding import with_missing
from cardkeeper.importing.planning import Item, Outcome, Plan
from cardkeeper.library import Library
from cardkeeper.library.backups import Reason
from cardkeeper.model.people import Encounter, FollowUp, FollowUpKind, Stage
from cardkeeper.translation import tr, trn


def said_of(plan: Plan) -> str:
    """What the step is called: “Imported 12 people”."""
    return trn("Imported {count} person", "Imported {count} people", len(plan.to_do))


def back_up(library: Library, now: datetime) -> None:
    """Make the backup before an import, unless nothing changed since the last. Raises LibraryError, StorageFull."""
    library.backups.make_if_changed(Reason.IMPORT, now)


def apply(library: Library, plan: Plan, now: datetime, progress: Callable[[int, int], None]) -> None:
    """Do all of a plan in one transaction. What `progress` raises takes everything back, as any error does."""
    items = plan.to_do
    with library.transaction(said_of(plan)):
        for done, item in enumerate(items):
            progress(done, len(items))
            _apply(library, item, now)


def apply_some(library: Library, items: Sequence[Item], now: datetime, *, said: str, step: str) -> None:
    """Do a part of a plan in one transaction; all parts with the same `step` are one undo step."""
    with library.transaction(said, step=step):
        for item in items:
            _apply(library, item, now)


def _apply(library: Library, item: Item, now: datetime) -> None:
    record = item.record
    if record is None:
        return
    for file in record.files:
        library.files.keep_bytes(file.data, file.suffix)
    imported = (item.digest,)
    if item.outcome is Outcome.MERGES and item.known is not None:
        known = library.people.get(item.known.id)
        added = with_missing(known, record.contact)
        contact_id = library.people.save(replace(added, imported=(*added.imported, *imported)))
        met = [encounter.context for encounter in library.people.encounters(contact_id)]
    else:
        contact_id = library.people.save(replace(record.contact, id=0, imported=imported))
        library.follow_ups.save(_step(record, contact_id, now, item.file))
        met = []
    for context in record.met:
        if context not in met:
            library.people.save_encounter(Encounter(contact_id, context))


def _step(record: Record, contact_id: int, now: datetime, file: str) -> FollowUp:
    """The next step that the record names; else none on purpose, so that an old address book fills no drawer."""
    if record.next_step is not None:
        return replace(record.next_step, contact_id=contact_id, id=0)
    reason = tr("Imported from {file}", file=file)
    return FollowUp(contact_id, FollowUpKind.NONE, Stage.NONE, None, now.date(), reason)
