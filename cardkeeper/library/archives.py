"""A backup as one file to carry away: a zip of database, note and pictures; and reading one that may be hostile.

Nothing is unpacked by the names in the archive: only entries called as ours are taken, each written to a place of our
own and held against its hash. Whatever else is in there is refused, entry by entry.
"""

from __future__ import annotations

import re
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

import msgspec

from cardkeeper import zips
from cardkeeper.errors import LibraryError
from cardkeeper.files import FileStore, sha256_of, storage_error, sync_file, sync_folder
from cardkeeper.library.backups import Backup, BackupDamaged, Note, damaged_backup
from cardkeeper.library.places import DATABASE, FILES, SEALED
from cardkeeper.translation import tr

NOTE: Final = "backup.json"
_PICTURE: Final = re.compile(rf"({FILES}|{SEALED})/([0-9a-f]{{2}})/(\2[0-9a-f]{{62}})(\.[a-z0-9]{{1,8}})?")
_MOST_NOTE: Final = 1 << 16
_ROOM_LEFT: Final = 64 << 20
"""So many bytes of the disk are left free whatever an archive asks for."""
_CHUNK: Final = 1 << 20
_UNPACKING: Final = "unpacking-"


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What came out of an archive, in a folder that goes away with it."""

    folder: Path
    database: Path
    note: Note | None
    refused: tuple[str, ...]
    """A sentence for each entry that was not taken."""


def pack(backup: Backup, pictures: FileStore, target: Path) -> None:
    """Write a backup as one file, whole or not at all. Raises StorageFull, LibraryError."""
    half = target.with_name(f".{target.name}.half")
    try:
        with zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            archive.write(backup.path, DATABASE)
            archive.writestr(NOTE, msgspec.json.format(msgspec.json.encode(backup.note)))
            for name in backup.pictures():
                path = pictures.named(name)
                if path is not None:
                    archive.write(path, f"{pictures.folder.name}/{name[:2]}/{path.name}", zipfile.ZIP_STORED)
        sync_file(half)
        half.replace(target)
        sync_folder(target.absolute().parent)
    except OSError as error:
        raise storage_error(target.parent, error) from error
    finally:
        half.unlink(missing_ok=True)


@contextmanager
def unpacked(archive: Path, place: Path) -> Iterator[Unpacked]:
    """What is in an archive, unpacked below `place` and removed again.

    Raises BackupDamaged, StorageFull, LibraryError.
    """
    try:
        place.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=_UNPACKING, dir=place) as folder:
            yield _unpack(archive, Path(folder))
    except OSError as error:
        raise storage_error(place, error) from error


def clear_up(place: Path) -> None:
    """Remove what is left below `place` of an unpacking that was killed; what can't be removed stays."""
    for left in place.glob(f"{_UNPACKING}*"):
        shutil.rmtree(left, ignore_errors=True)


def _unpack(archive: Path, folder: Path) -> Unpacked:
    try:
        with zipfile.ZipFile(archive) as opened:
            return _Unpacking(opened, folder).unpack()
    except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise damaged_backup(archive) from error


class _Unpacking:
    """One unpacking, entry by entry."""

    def __init__(self, archive: zipfile.ZipFile, folder: Path) -> None:
        self._archive = archive
        self._folder = folder
        self._database = folder / DATABASE
        self._note: Note | None = None
        self._refused: list[str] = []
        self._room = shutil.disk_usage(folder).free - _ROOM_LEFT

    def unpack(self) -> Unpacked:
        entries = self._archive.infolist()
        if len(entries) > zips.MOST_ENTRIES:
            raise LibraryError(tr("This archive holds too many files to be a backup."), tr("Choose another file."))
        for entry in entries:
            why_not = self._why_not(entry)
            if why_not:
                self._refused.append(why_not)
            else:
                self._take(entry)
        if not self._database.exists():
            raise BackupDamaged(
                tr("There is no library in this archive. Nothing was changed."),
                "\n".join((tr("Choose a backup that Cardkeeper made."), *self._refused[:3])),
            )
        return Unpacked(self._folder, self._database, self._note, tuple(self._refused))

    def _why_not(self, entry: zipfile.ZipInfo) -> str:
        """Why an entry is not taken; empty when it is."""
        name, shown = entry.filename, zips.shown(entry)
        if name not in (DATABASE, NOTE) and not _PICTURE.fullmatch(name):
            return tr("{name} is no part of a backup.", name=shown)
        if hostile := zips.why_not(entry):
            return hostile
        if entry.file_size > self._room or (name == NOTE and entry.file_size > _MOST_NOTE):
            return tr("{name} is too large for the room that is left.", name=shown)
        if name == DATABASE and self._database.exists():
            return tr("{name} is there twice.", name=shown)
        return ""

    def _take(self, entry: zipfile.ZipInfo) -> None:
        self._room -= entry.file_size
        with self._archive.open(entry) as source:
            if entry.filename == NOTE:
                self._note = _note(source.read(_MOST_NOTE))
            elif entry.filename == DATABASE:
                _write(source, self._database)
            else:
                self._take_picture(source, entry.filename)

    def _take_picture(self, source: IO[bytes], name: str) -> None:
        target = self._folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists():
            return
        _write(source, target)
        # What is sealed is looked at when it is put in its place, by who has the key.
        if target.parent.parent.name == FILES and sha256_of(target) != target.stem:
            target.unlink()
            self._refused.append(tr("{name} is not what it was.", name=name))


def _write(source: IO[bytes], target: Path) -> None:
    with target.open("xb") as file:
        shutil.copyfileobj(source, file, _CHUNK)


def _note(data: bytes) -> Note | None:
    try:
        return msgspec.json.decode(data, type=Note)
    except msgspec.DecodeError:
        return None
