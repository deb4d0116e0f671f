"""People out of the library into files: gathered in few queries, written whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
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
from cardkeeper.library.lists import kept
from cardkeeper.translation import tr, trn

_AT_ONCE: Final = 100
"""People: few enough that what belongs to them stays near the processor."""
_UNFIT: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
_RESERVED: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices."""


class Outgoing:
    """People of a library with all that an export tells of them, read some at a time while one goes through them."""

    def __init__(
        self,
        library: Library,
        ids: Sequence[int],
        form: Format = Format.ARCHIVE,
        progress: Callable[[int, int], None] = lambda _done, _of: None,
    ) -> None:
        """`ids`: whom, in this order; ids of nobody are left out. What `form` has no place for is not read.

        `progress` hears how many of how many went by.
        """
        self._library = library
        self._ids = ids
        self._gathered = _with_met if form.is_of_another_program else _whole
        self._progress = progress
        self.count = 0
        """How many went by the last time."""

    def __iter__(self) -> Iterator[ExportedPerson]:
        self.count = 0
        for start in range(0, len(self._ids), _AT_ONCE):
            for person in self._gathered(self._library, self._ids[start : start + _AT_ONCE]):
                self.count += 1
                yield person
            self._progress(self.count, len(self._ids))


def _with_met(library: Library, ids: Sequence[int]) -> Iterator[ExportedPerson]:
    met = library.people.met(ids)
    for contact in library.people.some(ids):
        yield ExportedPerson(contact, met.get(contact.id, ()))


def _whole(library: Library, ids: Sequence[int]) -> Iterator[ExportedPerson]:
    lines, met, pictures = library.lists.lines(ids), library.people.met(ids), library.cards.newest_pictures(ids)
    for contact in library.people.some(ids):
        line = lines.get(contact.id)
        if line is not None:  # else somebody was added to the library this very moment
            last = (line.next_step, line.added_on, line.last_talked, pictures.get(contact.id, ""))
            yield ExportedPerson(contact, met.get(contact.id, ()), *last)


def write_file(
    people: Iterable[ExportedPerson], form: Format, target: Path, file_of: FileOf, columns: Collection[str] = ()
) -> None:
    """Write the people to a file, which holds the old bytes or all of the new ones.

    Raises StorageFull or LibraryError when the file can't be written, WrongInput when its name is a folder's.
    """
    if target.is_dir():
        raise WrongInput(
            tr("{path} is a folder.", path=target), tr("Name a file in it, such as people{suffix}.", suffix=form.suffix)
        )
    write_pieces(target, pieces(people, form, file_of, columns))


def write_each(people: Iterable[ExportedPerson], form: Format, folder: Path, file_of: FileOf) -> None:
    """Write a vCard file for each person into a folder, named for them.

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


def write_everything(
    library: Library, target: Path, now: datetime, progress: Callable[[int], None] = lambda _: None
) -> int:
    """Write the whole library with all its files as one open archive; return how many people are in it.

    Raises StorageFull or LibraryError when the file can't be written, WrongInput when its name is a folder's.
    """
    if target.is_dir():
        raise WrongInput(tr("{path} is a folder.", path=target), tr("Name a file in it, such as library.zip."))
    people = Outgoing(library, library.lists.in_order())
    note = Note(FORMAT, library.whole.version, now, library.people.count(), sum(library.cards.counts().values()))
    tables = {table: library.whole.rows(table) for table in library.whole.tables}
    said = settings.personal(settings.load(library.folder).settings)
    write_archive(target, Whole(note, people, tables, _each_file(library.files), said), progress)
    return people.count


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
    ids: frozenset[int] | None = None
    """Of the people; None: everyone."""
    columns: frozenset[str] = frozenset()
    """Groups of columns of our own tables; none: all."""
    each: bool = False
    """A vCard file for each person, in a folder."""


def export(
    library: Library,
    wanted: Wanted,
    target: Path,
    now: datetime,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> int:
    """Write what is wanted to a file or folder, people by name; return how many they were.

    Raises StorageFull, LibraryError, WrongInput.
    """
    if wanted.form is Format.ARCHIVE:
        return write_everything(library, target, now)
    people = Outgoing(library, kept(library.lists.in_order(), wanted.ids), wanted.form, progress)
    file_of = library.files.read
    if wanted.each:
        write_each(people, wanted.form, target, file_of)
    else:
        write_file(people, wanted.form, target, file_of, wanted.columns)
    return people.count


def export_beside(folder: Path, key: Key | None, wanted: Wanted, target: Path, now: datetime) -> int:
    """`export` from the library in a folder while a window has it open; for any thread."""
    with Library.open(folder, key=key, read_only=True) as library:
        return export(library, wanted, target, now)


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
        write_file(people, form, path, found.files.read)
    return Rescued(len(people), found.unreadable, tuple(forms))


def file_name(name: str, is_taken: Callable[[str], bool]) -> str:
    """A name for a file on any system: no path, no device, not too long, and not taken yet (asked in small letters)."""
    plain = " ".join(_UNFIT.sub(" ", name).split()).strip(". ")[:80] or "_"
    base = f"{plain}_" if _RESERVED.fullmatch(plain) else plain
    number, found = 2, base
    while is_taken(found.lower()):
        found, number = f"{base} {number}", number + 1
    return found
