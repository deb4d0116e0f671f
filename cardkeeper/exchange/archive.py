"""Everything of a library as one open file: a zip of JSON lines and pictures, which any program can read.

    cardkeeper.json     what it is: format, version of the tables, when it was made, how many people and cards
    people.jsonl        one person a line, whole: fields, how they were met, the next step
    settings.json       what the person set for themselves: name, pace, manner of letters
    tables/NAME.jsonl   every row of every table, one a line, for a library that takes all of it back
    files/ab/abcd….jpg  pictures and photos by the SHA-256 of their bytes

An archive may be hostile. Nothing in it is a path: an entry is only taken when its name is one of ours, and files are
kept by what their bytes are. Whatever else is in there is refused, entry by entry, with the reason.
"""

from __future__ import annotations

import hashlib
import re
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final, Self

import msgspec

from cardkeeper import zips
from cardkeeper.errors import UnreadableFile
from cardkeeper.exchange.people import ExportedPerson
from cardkeeper.files import storage_error, sync_file, sync_folder
from cardkeeper.model.people import Contact, FollowUp, MetContext
from cardkeeper.translation import tr

NOTE: Final = "cardkeeper.json"
PEOPLE: Final = "people.jsonl"
SETTINGS: Final = "settings.json"
FORMAT: Final = 1

_OURS: Final = re.compile(rf"{re.escape(NOTE)}|{re.escape(PEOPLE)}|{re.escape(SETTINGS)}|tables/[a-z_]+\.jsonl")
_FILE: Final = re.compile(r"files/([0-9a-f]{2})/(\1[0-9a-f]{62})(\.[a-z0-9]{1,8})?")
_LONGEST_LINE: Final = 50 << 20
_LARGEST_FILE: Final = 200 << 20

Rows = Mapping[str, Iterable[Mapping[str, Any]]]
"""The rows of each table, by the names of their columns."""


class Note(msgspec.Struct, frozen=True):
    """What an archive says of itself."""

    format: int
    schema: int
    """Version of the tables."""
    made_at: datetime
    people: int
    cards: int


class Person(msgspec.Struct, frozen=True):
    """One person of an archive."""

    contact: Contact
    met: tuple[MetContext, ...] = ()
    next_step: FollowUp | None = None
    added_on: date | None = None
    last_talked: date | None = None


@dataclass(frozen=True, slots=True)
class ArchivedFile:
    """A picture or another file, as it came."""

    suffix: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Whole:
    """What goes into an archive."""

    note: Note
    people: Iterable[ExportedPerson]
    tables: Rows
    files: Iterable[ArchivedFile]
    settings: Mapping[str, Any] = field(default_factory=dict)


def write_archive(target: Path, whole: Whole, progress: Callable[[int], None] = lambda _: None) -> None:
    """Write the archive, whole or not at all; `progress` hears of each file. Raises StorageFull, LibraryError."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="archive-", dir=target.parent) as folder:
            half = Path(folder) / "half.zip"
            with zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
                _fill(archive, whole, progress)
            sync_file(half)
            half.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        raise storage_error(target.parent, error) from error


def _fill(archive: zipfile.ZipFile, whole: Whole, progress: Callable[[int], None]) -> None:
    archive.writestr(NOTE, msgspec.json.format(msgspec.json.encode(whole.note)) + b"\n")
    archive.writestr(SETTINGS, msgspec.json.format(msgspec.json.encode(dict(whole.settings))) + b"\n")
    _write_lines(archive, PEOPLE, (_person(person) for person in whole.people))
    for table, rows in whole.tables.items():
        _write_lines(archive, f"tables/{table}.jsonl", rows)
    for number, file in enumerate(whole.files):
        sha256 = hashlib.sha256(file.data).hexdigest()
        archive.writestr(f"files/{sha256[:2]}/{sha256}{file.suffix}", file.data, zipfile.ZIP_STORED)
        progress(number)


def _person(person: ExportedPerson) -> Person:
    return Person(person.contact, person.met, person.next_step, person.added_on, person.last_talked)


def _write_lines(archive: zipfile.ZipFile, name: str, values: Iterable[object]) -> None:
    encoder = msgspec.json.Encoder()
    with archive.open(name, "w") as target:
        for value in values:
            target.write(encoder.encode(value) + b"\n")


def is_archive(path: Path) -> bool:
    """Whether a file is an archive of ours, as far as its list of entries says."""
    try:
        with zipfile.ZipFile(path) as archive:
            return NOTE in archive.namelist()
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


class Archive:
    """An archive that is read; use it as a context. All reading raises UnreadableFile where it is damaged."""

    def __init__(self, path: Path) -> None:
        self._name = path.name
        self._archive = self._guarded(lambda: zipfile.ZipFile(path))
        self.refused: tuple[str, ...] = ()
        """A sentence for each entry that is not taken."""
        self._entries = self._sorted()
        self.note = self._note()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._archive.close()

    def people(self) -> Iterator[Person]:
        """Everyone."""
        return self._lines(PEOPLE, Person)

    def settings(self) -> dict[str, Any]:
        """What the person set for themselves; nothing in an archive that says nothing of that."""
        entry = self._entries.get(SETTINGS)
        try:
            return msgspec.json.decode(self._bytes(entry), type=dict[str, Any]) if entry else {}
        except msgspec.DecodeError as error:
            raise self._damaged() from error

    @property
    def tables(self) -> tuple[str, ...]:
        return tuple(name[7:-6] for name in self._entries if name.startswith("tables/"))

    def rows(self, table: str) -> Iterator[dict[str, Any]]:
        """The rows of a table."""
        return self._lines(f"tables/{table}.jsonl", dict[str, Any])

    def files(self) -> Iterator[tuple[str, str, bytes]]:
        """Each file that is what its name says: hash, suffix, bytes."""
        for name, entry in self._entries.items():
            if found := _FILE.fullmatch(name):
                yield found[2], found[3] or "", self._bytes(entry)

    def file(self, sha256: str) -> tuple[str, bytes] | None:
        """Suffix and bytes of a file; None where it is not there."""
        for name, entry in self._entries.items():
            if (found := _FILE.fullmatch(name)) and found[2] == sha256:
                return found[3] or "", self._bytes(entry)
        return None

    def _sorted(self) -> dict[str, zipfile.ZipInfo]:
        entries = self._archive.infolist()
        if len(entries) > zips.MOST_ENTRIES:
            raise self._damaged()
        taken: dict[str, zipfile.ZipInfo] = {}
        refused = []
        for entry in entries:
            why_not = _why_not(entry, taken)
            if why_not:
                refused.append(why_not)
            else:
                taken[entry.filename] = entry
        self.refused = tuple(refused)
        return taken

    def _note(self) -> Note:
        entry = self._entries.get(NOTE)
        data = self._bytes(entry) if entry else b""
        try:
            note = msgspec.json.decode(data, type=Note)
        except msgspec.DecodeError as error:
            raise self._damaged() from error
        if note.format > FORMAT:
            raise UnreadableFile(
                tr("{name} was written by a newer version of Cardkeeper.", name=self._name),
                tr("Install the newest version."),
            )
        return note

    def _lines(self, name: str, kind: Any) -> Iterator[Any]:
        entry = self._entries.get(name)
        if entry is None:
            return
        decoder = msgspec.json.Decoder(kind)
        with self._guarded(lambda: self._archive.open(entry)) as source:
            while line := self._guarded(lambda: source.readline(_LONGEST_LINE)):
                try:
                    yield decoder.decode(line)
                except msgspec.DecodeError as error:
                    raise self._damaged() from error

    def _bytes(self, entry: zipfile.ZipInfo) -> bytes:
        data: bytes = self._guarded(lambda: self._archive.read(entry))
        return data

    def _guarded(self, read: Callable[[], Any]) -> Any:
        try:
            return read()
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, RuntimeError) as error:
            raise self._damaged() from error
        except OSError as error:
            raise UnreadableFile(
                tr("{name} can't be read: {reason}.", name=self._name, reason=error.strerror)
            ) from error

    def _damaged(self) -> UnreadableFile:
        return UnreadableFile(
            tr("{name} is damaged, or no archive of Cardkeeper.", name=self._name), tr("Copy it here again.")
        )


def _why_not(entry: zipfile.ZipInfo, taken: Mapping[str, zipfile.ZipInfo]) -> str:
    """Why an entry is not taken; empty when it is."""
    name, shown = entry.filename, zips.shown(entry)
    is_file = _FILE.fullmatch(name) is not None
    if not is_file and not _OURS.fullmatch(name):
        return tr("{name} is no part of an archive.", name=shown)
    if name in taken:
        return tr("{name} is there twice.", name=shown)
    if is_file and entry.file_size > _LARGEST_FILE:
        return tr("{name} would become far too large.", name=shown)
    return zips.why_not(entry)
