"""An archive of a whole library: all of it for a library that is empty, for any other what is not there yet.

People are known again as those of any file are. What belongs to them (cards, meetings, next steps, promises, …) and
what belongs to nobody (events, saved searches, changed templates, cards that wait) joins by rows: `library.joining`.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Generator, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import msgspec

from cardkeeper.errors import UnreadableFile
from cardkeeper.exchange.archive import Archive, Person
from cardkeeper.exchange.loading import ARCHIVE, Loaded
from cardkeeper.exchange.records import Attached, Origin, Record
from cardkeeper.files import FileStore
from cardkeeper.library.joining import ALL, BESIDE_PEOPLE, Joining
from cardkeeper.library.whole import Whole
from cardkeeper.settings import Settings, with_personal
from cardkeeper.translation import tr

ROWS_AT_ONCE: Final = 100
"""Rows that join between two looks at the mouse and the keyboard."""

_OWNERS: Final = ("contact_id", "source_id", "receiver_id", "prospect_id", "first_id", "second_id")
"""Columns that name a person."""

_WITH_PICTURES: Final = {"scans": "sha256", "cards": "picture"}
"""Columns that name a file."""

NOBODY: Final = 0
"""In the place of a person's id: what is nobody's."""

_OF_NOBODY: Final = frozenset({"cards", "events", "searches", "templates"})
"""Tables whose rows may be nobody's and still be worth having: cards that wait, and the like."""

Row = Mapping[str, Any]


def load_archive(path: Path) -> Loaded:
    """The people of an archive. Raises UnreadableFile."""
    with Archive(path) as archive:
        told = _told_of_each(archive)
        records = tuple(_record(person, archive, path, told) for person in archive.people())
        # Another program may have written people alone.
        whole = path if "contacts" in archive.tables else None
        return Loaded(path.name, ARCHIVE, records, remarks=archive.refused, path=whole)


def _told_of_each(archive: Archive) -> Mapping[int, str]:
    """A digest of the rows about each person, by which the same archive is known again."""
    told: dict[int, Any] = defaultdict(hashlib.sha256)
    for table in BESIDE_PEOPLE:
        for row in archive.rows(table):
            for owner in _owners(row):
                told[owner].update(msgspec.json.encode((table, row)))
    return {owner: digest.hexdigest() for owner, digest in told.items()}


def _owners(row: Row) -> tuple[int, ...]:
    return tuple(row[name] for name in _OWNERS if isinstance(row.get(name), int))


def _record(person: Person, archive: Archive, path: Path, told: Mapping[int, str]) -> Record:
    contact = replace(person.contact, id=0, imported=())
    hashes = [kept.file for kept in contact.kept if kept.file]
    files = tuple(
        Attached(sha256, found[1], found[0]) for sha256 in hashes if (found := archive.file(sha256)) is not None
    )
    number = person.contact.id
    origin = Origin(path, number, told.get(number, "")) if "contacts" in archive.tables else None
    return Record(contact, person.met, person.next_step, files, origin=origin)


@dataclass(frozen=True, slots=True)
class Part:
    """Of an archive, the people who come into a library, and whom they are there."""

    path: Path
    known: Mapping[int, int | None]
    """Everybody who is taken or known already, by their ids in the archive; None: not added yet."""
    brings: AbstractSet[int]
    """Those of whom anything is to come."""
    as_it_is: bool = False
    """Everything, row by row, into a library that holds nothing."""


def news(whole: Whole, part: Part) -> Generator[None, None, Mapping[int, AbstractSet[str]]]:
    """In which tables there would be something new of each person, and of nobody; looks at some rows at a time."""
    found: dict[int, set[str]] = defaultdict(set)
    with Archive(part.path) as archive:
        joining = whole.joining(archive.note.schema, looking=True)
        for count, (table, row, is_new) in enumerate(_joined(joining, archive, part)):
            if is_new:
                for owner in _owners(row) or ((NOBODY,) if table in _OF_NOBODY else ()):
                    found[owner].add(table)
            if count % ROWS_AT_ONCE == 0:
                yield
    return found


def of_nobody(path: Path) -> AbstractSet[str]:
    """The tables of an archive in which something is nobody's."""
    with Archive(path) as archive:
        return {table for table in _OF_NOBODY if any(not _owners(row) for row in archive.rows(table))}


def join(whole: Whole, part: Part) -> Iterator[int]:
    """Let rows of the archive join, some at a time, and tell how many people were among them.

    Within transactions of who asks. Raises UnreadableFile, WrongInput.
    """
    people = 0
    with Archive(part.path) as archive:
        joining = whole.joining(archive.note.schema, complete=part.as_it_is)
        for count, (table, _, _) in enumerate(_joined(joining, archive, part)):
            people += table == "contacts"
            if count % ROWS_AT_ONCE == 0:
                yield people
        for _ in joining.connect(ROWS_AT_ONCE):
            yield people


def bring_files(store: FileStore, part: Part) -> None:
    """Keep the pictures and other files that come along; for any thread.

    Raises UnreadableFile, StorageFull, LibraryError.
    """
    with Archive(part.path) as archive:
        wanted = None if part.as_it_is else _pictures(archive, part)
        for sha256, suffix, data in archive.files():
            if (wanted is None or sha256 in wanted) and store.keep_bytes(data, suffix) != sha256:
                raise UnreadableFile(
                    tr("A picture in {name} is not what it was.", name=part.path.name),
                    tr("Copy the archive here again."),
                )


def settings_with(settings: Settings, part: Part) -> Settings:
    """The settings of a library that an archive came into whole, with those that the person had where it came from."""
    with Archive(part.path) as archive:
        return with_personal(settings, archive.settings())


def _joined(joining: Joining, archive: Archive, part: Part) -> Iterator[tuple[str, Row, bool]]:
    """Each row, and whether it was new; in the order in which they can join."""
    for there, here in part.known.items():
        joining.know(there, here)
    if part.as_it_is:
        for table in (table for table in ALL if table in archive.tables):
            yield from ((table, row, joining.take(table, row)) for row in archive.rows(table))
        return
    needed = _needed(archive, part)
    for table in (table for table in BESIDE_PEOPLE if table in archive.tables):
        for row in archive.rows(table):
            if row.get("id") in needed.get(table, {row.get("id")}):
                yield table, row, joining.take(table, row, adding=_comes(row, part))


def _comes(row: Row, part: Part) -> bool:
    """Whether a row is of nobody, or of somebody of whom something is to come."""
    owners = _owners(row)
    return not owners or any(owner in part.brings for owner in owners)


def _needed(archive: Archive, part: Part) -> Mapping[str, AbstractSet[int]]:
    """The scans and batches of cards that come."""
    cards = [(row.get("scan_id"), row.get("batch_id")) for row in archive.rows("cards") if _comes(row, part)]
    return {"scans": {scan for scan, _ in cards if scan}, "batches": {batch for _, batch in cards if batch}}


def _pictures(archive: Archive, part: Part) -> AbstractSet[str]:
    needed = _needed(archive, part)
    return {
        str(row.get(column))
        for table, column in _WITH_PICTURES.items()
        for row in archive.rows(table)
        if _comes(row, part) and row.get("id") in needed.get(table, {row.get("id")})
    }
