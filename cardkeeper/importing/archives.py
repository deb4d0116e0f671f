"""An archive of a whole library: as people for a library that has some, or all of it for one that is empty."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from cardkeeper.errors import UnreadableFile
from cardkeeper.exchange.archive import Archive, Note, Person
from cardkeeper.exchange.loading import ARCHIVE, Loaded
from cardkeeper.exchange.records import Attached, Record
from cardkeeper.library import Library
from cardkeeper.translation import tr, trn


def load_archive(path: Path) -> Loaded:
    """The people of an archive. Raises UnreadableFile."""
    with Archive(path) as archive:
        records = tuple(_record(person, archive) for person in archive.people())
        return Loaded(path.name, ARCHIVE, records, remarks=archive.refused)


def take_all(library: Library, path: Path, progress: Callable[[int], None] = lambda _: None) -> Note:
    """Put everything of an archive into an empty library, as one step, and return what it says of itself.

    Raises UnreadableFile, WrongInput, StorageFull, LibraryError; then nothing was taken.
    """
    with Archive(path) as archive:
        for number, (sha256, suffix, data) in enumerate(archive.files()):
            if library.files.keep_bytes(data, suffix) != sha256:
                raise _altered(path)
            progress(number)
        said = trn("Imported {count} person", "Imported {count} people", archive.note.people)
        library.whole.put(
            said, archive.note.schema, ((table, archive.rows(table)) for table in _in_order(library, archive))
        )
        return archive.note


def _in_order(library: Library, archive: Archive) -> Iterator[str]:
    there = set(archive.tables)
    return (table for table in library.whole.tables if table in there)


def _record(person: Person, archive: Archive) -> Record:
    contact = replace(person.contact, id=0, imported=())
    hashes = [kept.file for kept in contact.kept if kept.file]
    files = tuple(
        Attached(sha256, found[1], found[0]) for sha256 in hashes if (found := archive.file(sha256)) is not None
    )
    return Record(contact, person.met, person.next_step, files)


def _altered(path: Path) -> UnreadableFile:
    return UnreadableFile(
        tr("A picture in {name} is not what it was.", name=path.name), tr("Copy the archive here again.")
    )
