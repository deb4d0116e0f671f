"""People out of the library into files: gathered in few queries, written whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from cardkeeper import settings
from cardkeeper.errors import UnreadableFile, WrongInput
from cardkeeper.exchange.archive import FORMAT, ArchivedFile, Note, Whole, write_archive
from cardkeeper.exchange.exporting import Format, card_of, pieces
from cardkeeper.exchange.people import ExportedPerson, FileOf
from cardkeeper.exchange.vcard import Version, write
from cardkeeper.files import FileStore, write_pieces, write_whole
from cardkeeper.library import Key, Library, salvage
from cardkeeper.model.overview import PersonRow
from cardkeeper.translation import tr, trn

AT_ONCE: Final = 500
_UNFIT: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
_RESERVED: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices."""


def gather(library: Library, rows: Sequence[PersonRow]) -> Iterator[tuple[ExportedPerson, ...]]:
    """The people of these lines with all that an export tells of them, some at a time, in their order."""
    for start in range(0, len(rows), AT_ONCE):
        some = rows[start : start + AT_ONCE]
        ids = [row.id for row in some]
        met, pictures = library.people.met(ids), library.cards.newest_pictures(ids)
        lines = {row.id: row for row in some}
        yield tuple(
            ExportedPerson(
                contact,
                met.get(contact.id, ()),
                lines[contact.id].next_step,
                lines[contact.id].added_on,
                lines[contact.id].last_talked,
                pictures.get(contact.id, ""),
            )
            for contact in library.people.some(ids)
        )


def files_of(store: FileStore) -> FileOf:
    """The bytes of files of a library; for any thread."""
    return store.read


def write_file(
    people: Sequence[ExportedPerson], form: Format, target: Path, file_of: FileOf, columns: Collection[str] = ()
) -> int:
    """Write the people to a file, which holds the old bytes or all of the new ones; return how many they are.

    Raises StorageFull or LibraryError when the file can't be written, WrongInput when its name is a folder's.
    """
    if target.is_dir():
        raise WrongInput(
            tr("{path} is a folder.", path=target), tr("Name a file in it, such as people{suffix}.", suffix=form.suffix)
        )
    write_pieces(target, pieces(people, form, file_of, columns))
    return len(people)


def write_each(people: Sequence[ExportedPerson], form: Format, folder: Path, file_of: FileOf) -> int:
    """Write a vCard file for each person into a folder, named for them; return how many they are.

    Raises StorageFull or LibraryError; WrongInput when the folder is a file.
    """
    if folder.exists() and not folder.is_dir():
        raise WrongInput(tr("{path} is no folder.", path=folder), tr("Name a folder for the vCards."))
    version = Version.V4 if form is Format.VCARD4 else Version.V3
    taken: set[str] = set()
    for person in people:
        name = file_name(person.contact.name or person.contact.company or tr("No name"), taken.__contains__)
        taken.add(name.lower())
        write_whole(folder / f"{name}.vcf", write([card_of(person, file_of)], version).encode("utf-8"))
    return len(people)


def write_everything(
    library: Library, target: Path, now: datetime, progress: Callable[[int], None] = lambda _: None
) -> int:
    """Write the whole library with all its files as one open archive; return how many people are in it.

    Raises StorageFull or LibraryError when the file can't be written, WrongInput when its name is a folder's.
    """
    if target.is_dir():
        raise WrongInput(tr("{path} is a folder.", path=target), tr("Name a file in it, such as library.zip."))
    rows = library.people.rows()
    note = Note(FORMAT, library.whole.version, now, len(rows), sum(library.cards.counts().values()))
    people = (person for some in gather(library, rows) for person in some)
    tables = {table: library.whole.rows(table) for table in library.whole.tables}
    said = settings.personal(settings.load(library.folder).settings)
    write_archive(target, Whole(note, people, tables, _each_file(library.files), said), progress)
    return len(rows)


def _each_file(store: FileStore) -> Iterator[ArchivedFile]:
    """Every file, opened where it is sealed: an archive is open for any program. What can't be read is left out."""
    for _, path in store.kept():
        try:
            yield ArchivedFile(*store.contents(path))
        except UnreadableFile:
            continue


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person wants exported: whom, in which form, and with what."""

    form: Format
    ids: tuple[int, ...] = ()
    """Of the people, in no order; nobody: everyone."""
    columns: frozenset[str] = frozenset()
    """Groups of columns of our own tables; none: all."""
    each: bool = False
    """A vCard file for each person, in a folder."""


def export_beside(folder: Path, key: Key | None, wanted: Wanted, target: Path, now: datetime) -> int:
    """Export from the library in a folder while a window has it open; for any thread. Returns how many were written.

    Raises StorageFull, LibraryError, WrongInput.
    """
    with Library.open(folder, key=key, read_only=True) as library:
        if wanted.form is Format.ARCHIVE:
            return write_everything(library, target, now)
        ids = frozenset(wanted.ids)
        rows = [row for row in library.people.rows() if not ids or row.id in ids]
        people = [person for some in gather(library, rows) for person in some]
        file_of = files_of(library.files)
        if wanted.each:
            return write_each(people, wanted.form, target, file_of)
        return write_file(people, wanted.form, target, file_of, wanted.columns)


@dataclass(frozen=True, slots=True)
class Rescued:
    """What was saved out of a damaged library."""

    people: int
    unreadable: int
    """How many places in it could not be read."""
    files: tuple[Path, ...]

    @property
    def words(self) -> str:
        """“Wrote 12 people. 3 places could not be read.”"""
        said = trn("Wrote {count} person.", "Wrote {count} people.", self.people)
        if self.unreadable:
            lost = trn("{count} place could not be read.", "{count} places could not be read.", self.unreadable)
            said = f"{said} {lost}"
        return said


def rescue(folder: Path, target: Path, key: Key | None = None) -> Rescued:
    """Write whoever can still be read in a damaged library to a table and vCards in the folder `target`.

    The library is not changed, and no file is written over. Raises LibraryDamaged where nobody can be read, WrongInput
    where a file is there already, StorageFull, LibraryError.
    """
    forms = {target / f"{tr('people')}{form.suffix}": form for form in (Format.CSV, Format.VCARD4)}
    there = next((path for path in forms if path.exists()), None)
    if there is not None:
        raise WrongInput(tr("{path} is there already.", path=there), tr("Name a new folder."))
    found = salvage(folder, key)
    people = [ExportedPerson(contact, met) for contact, met in found.people]
    for path, form in forms.items():
        write_file(people, form, path, files_of(found.files))
    return Rescued(len(people), found.unreadable, tuple(forms))


def file_name(name: str, is_taken: Callable[[str], bool]) -> str:
    """A name for a file on any system: no path, no device, not too long, and not taken yet (asked in small letters)."""
    plain = " ".join(_UNFIT.sub(" ", name).split()).strip(". ")[:80] or "_"
    base = f"{plain}_" if _RESERVED.fullmatch(plain) else plain
    number, found = 2, base
    while is_taken(found.lower()):
        found, number = f"{base} {number}", number + 1
    return found
