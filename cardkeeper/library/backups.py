"""Copies of the library in its own folder: each verified before it counts, thinned as they grow old.

A backup is three files of one name: the database (a whole one, that could be put in place by hand), the list of its
pictures, and, written last, a note of what it holds. Pictures lie beside them once, however many backups hold them, as
second names of the same files where the disk can. Everything here opens the database for itself, reading only; so any
thread may make a backup, also while the window writes.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Final, Self

import filelock
import msgspec

from cardkeeper.errors import LibraryError, StorageFull, UnreadableFile
from cardkeeper.files import FileStore, sha256_of, storage_error, sync_file, sync_folder, write_whole
from cardkeeper.library.connection import Connection, LibraryDamaged, connect_read_only
from cardkeeper.library.copying import is_whole
from cardkeeper.library.erasing import erase_in
from cardkeeper.library.key import Key, fits
from cardkeeper.library.places import BACKUPS, DATABASE, LOGS, beside
from cardkeeper.library.seals import seal_key_in, store_in
from cardkeeper.library.thinning import to_keep
from cardkeeper.translation import tr

_logger: Final = logging.getLogger(__name__)

_STAMP: Final = "%Y%m%dT%H%M%S%fZ"
_HALF: Final = "making-"
"""Begins the names of what is not whole yet."""

STATE: Final = """
    SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'undo_steps'), 0) || ' '
        || (SELECT count(*) FROM undo_steps WHERE undone = 1)"""
"""A text that differs after each change, undo and redo."""

COUNTS: Final = ("PRAGMA user_version", "SELECT count(*) FROM contacts", "SELECT count(*) FROM cards")
"""Version of the schema, people and cards, in a library of any version."""


_ERASED: Final = "SELECT contact_id, pictures FROM erased"
_IDENTITY: Final = "SELECT library FROM identity"
_Pictures = msgspec.json.Decoder(list[str])


class Reason(StrEnum):
    """Why a backup was made."""

    CLOSING = "closing"
    ASKED = "asked"
    IMPORT = "import"
    MERGE = "merge"
    UPGRADE = "upgrade"
    RESTORE = "restore"


class BackupDamaged(LibraryError):
    """A backup that is not, byte for byte, what was made; it can't be restored."""


class Note(msgspec.Struct, frozen=True):
    """What a backup says of itself."""

    made_at: datetime
    reason: Reason
    version: int
    """Of the schema."""
    people: int
    cards: int
    state: str
    """See STATE."""
    database: str
    """SHA-256 of the database."""
    byte_size: int
    erased: tuple[int, ...] = ()
    """Who was taken out of it after it was made."""
    sealed: bool = False
    """Whether it has the password that the library had."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: where it lies, and what it says of itself."""

    path: Path
    """Of its database."""
    note: Note

    @property
    def made_at(self) -> datetime:
        return self.note.made_at

    def pictures(self) -> tuple[str, ...]:
        """The names that its pictures and files have in their store: their hashes, where they are not sealed."""
        try:
            return tuple(self.path.with_suffix(".files").read_text(encoding="ascii").split())
        except OSError:
            return ()


class Backups:
    """The backups of the library in a folder. Every call raises LibraryError or StorageFull where the disk fails."""

    def __init__(self, folder: Path, key: Key | None = None, seal_key: bytes = b"") -> None:
        """`key`, `seal_key`: of the library and of its files, where it has a password; see `of`."""
        self.folder = folder / BACKUPS
        self.pictures = store_in(self.folder, seal_key)
        """Of the backups that are made now."""
        self.plain_pictures = store_in(self.folder)
        """Of those that have no password."""
        self._library = folder
        self._key, self._seal_key = key, seal_key

    @classmethod
    def of(cls, folder: Path, key: Key | None) -> Self:
        """The backups of a library with this key. Raises LibraryError where its database can't be read."""
        if key is None:
            return cls(folder)
        connection = connect_read_only(folder / DATABASE, key)
        try:
            return cls(folder, key, seal_key_in(connection))
        finally:
            connection.close()

    def pictures_of(self, backup: Backup) -> FileStore:
        """Where the pictures of a backup lie."""
        return self.pictures if backup.note.sealed else self.plain_pictures

    def otherwise(self) -> tuple[Backup, ...]:
        """Those that can be read without a password while the library has one, or the other way round."""
        return tuple(backup for backup in self.all() if backup.note.sealed != (self._key is not None))

    def key_of(self, backup: Backup) -> Key | None:
        """The key of a backup, where it has the password of the library; None where it has none, or another one."""
        return self._key if backup.note.sealed and self._key and fits(backup.path, self._key) else None

    @property
    def possible(self) -> bool:
        """Whether there is a library to make backups of."""
        return (self._library / DATABASE).exists()

    def all(self) -> tuple[Backup, ...]:
        """All that are whole as far as their notes say, newest first; `verify` looks closer."""
        found = (backup for path in self.folder.glob("*.json") if (backup := _backup(path)))
        return tuple(sorted(found, key=lambda backup: (backup.made_at, backup.path.name), reverse=True))

    def newest(self) -> Backup | None:
        return next(iter(self.all()), None)

    def newest_verified(self) -> Backup | None:
        """The newest one that is what was made; None where there is none."""
        for backup in self.all():
            try:
                verify(backup)
            except BackupDamaged:
                _logger.warning("a backup is damaged: %s", backup.path.name)
                continue
            return backup
        return None

    def make(self, reason: Reason, now: datetime) -> Backup:
        """Make a backup of the library as it is stored, verify it, and let old ones go.

        Where that fails nothing is lost: earlier backups are only let go after the new one was verified. Raises
        LibraryError for a library that is damaged.
        """
        with self._in_words():
            self.folder.mkdir(parents=True, exist_ok=True)
            with filelock.FileLock(self.folder / "making.lock"):
                self._clear_up()
                path, moment = self._free_name(reason, now)
                half = self.folder / f"{_HALF}{path.name}"
                try:
                    note = self._copy(half, reason, moment)
                    half.replace(path)
                finally:
                    half.unlink(missing_ok=True)
                self._keep_pictures(path)
                _write_note(path, note)
                self.thin(now, just_made=moment)
        _logger.info("backup made, %s, %d bytes", reason.value, note.byte_size)
        return Backup(path, note)

    def make_if_changed(self, reason: Reason, now: datetime, *, apart: timedelta = timedelta()) -> Backup | None:
        """Make a backup where the newest holds something else, and was made `apart` ago or ahead of the clock."""
        if not self.possible:
            return None
        newest = self.newest()
        if newest is not None and (timedelta() <= now - newest.made_at < apart or newest.note.state == self._state()):
            return None
        return self.make(reason, now)

    def thin(self, now: datetime, just_made: datetime | None = None) -> None:
        """Let go of those that the rule does not keep, of people who were erased, and of pictures nobody holds.

        The one that was just made stays in any case, also where the clock was put back before others were made.
        """
        backups = self._without_erased()
        kept = to_keep({backup.made_at: backup.note.byte_size for backup in backups}, now) | {just_made}
        for backup in backups:
            if backup.made_at not in kept:
                _remove(backup.path)
        self.let_go_of_pictures()

    def exchange(self, backup: Backup, half: Path, note: Note, pictures: Sequence[str]) -> None:
        """Put a database that is whole in the place of that of a backup, with these pictures; then the old one goes."""
        sync_file(half)
        path, moment = self._free_name(backup.note.reason, backup.made_at)
        size, sha256 = half.stat().st_size, sha256_of(half)
        half.replace(path)
        write_whole(path.with_suffix(".files"), "\n".join(pictures).encode("ascii"))
        _write_note(path, msgspec.structs.replace(note, made_at=moment, database=sha256, byte_size=size))
        _remove(backup.path)

    def half_of(self, backup: Backup) -> Path:
        """Where what is to take the place of a backup is made."""
        return self.folder / f"{_HALF}{backup.path.name}"

    def let_go_of_pictures(self) -> None:
        """Remove the pictures that no backup holds."""
        held = {name for backup in self.all() for name in backup.pictures()}
        for store in (self.pictures, self.plain_pictures):
            for name, path in tuple(store.kept()):
                if name not in held:
                    path.unlink(missing_ok=True)

    # Inside

    def _without_erased(self) -> tuple[Backup, ...]:
        """All backups, after everyone who was erased from the library was taken out of those made before."""
        library = connect_read_only(self._library / DATABASE, self._key)
        try:
            if not library.value("SELECT count(*) FROM sqlite_schema WHERE name = 'erased'"):
                return self.all()
            erased = {person: _Pictures.decode(text) for person, text in library.rows(_ERASED)}
            identity = library.value(_IDENTITY)
        finally:
            library.close()
        for backup in self.all():
            left = erased.keys() - set(backup.note.erased)
            if left and backup.note.sealed and self.key_of(backup) is None:
                _logger.warning("a backup with another password was left as it is: %s", backup.path.name)
            elif left:
                self._erase_in(backup, left, {sha256 for person in left for sha256 in erased[person]}, identity)
        return self.all()

    def _erase_in(self, backup: Backup, people: set[int], pictures: set[str], identity: str) -> None:
        """Make a backup anew without some people, beside it; only when that is whole the one with them goes."""
        half = self.half_of(backup)
        note = msgspec.structs.replace(backup.note, erased=tuple(sorted({*backup.note.erased, *people})))
        try:
            shutil.copyfile(backup.path, half)
            copy = Connection(half, key=self.key_of(backup))
            try:
                changed = _is_of(copy, identity) and erase_in(copy, people)
                whole = is_whole(copy)
            finally:
                copy.close()
            if not changed:
                _write_note(backup.path, note)
            elif whole:
                gone = {self.pictures_of(backup).name_of(sha256) for sha256 in pictures}
                self.exchange(backup, half, note, [name for name in backup.pictures() if name not in gone])
        finally:
            for part in (half, *(beside(half, suffix) for suffix in LOGS)):
                part.unlink(missing_ok=True)

    def _state(self) -> str:
        connection = connect_read_only(self._library / DATABASE, self._key)
        try:
            return str(connection.value(STATE))
        finally:
            connection.close()

    def _copy(self, half: Path, reason: Reason, moment: datetime) -> Note:
        source = connect_read_only(self._library / DATABASE, self._key)
        try:
            source.back_up(half)
        finally:
            source.close()
        sync_file(half)
        copy = Connection(half, key=self._key, read_only=True, settled=True)
        try:
            if not is_whole(copy):
                raise LibraryDamaged(
                    tr("The library is damaged, so no backup was made. Earlier backups are still there."),
                    tr("Let the program check the library, or restore a backup."),
                )
            version, people, cards, state = (copy.value(asked) for asked in (*COUNTS, STATE))
        finally:
            copy.close()
        size = half.stat().st_size
        sealed = self._key is not None
        return Note(moment, reason, version, people, cards, state, sha256_of(half), size, sealed=sealed)

    def _keep_pictures(self, path: Path) -> None:
        kept = store_in(self._library, self._seal_key).kept()
        held = [name for name, source in kept if self.pictures.adopt(source)]
        write_whole(path.with_suffix(".files"), "\n".join(held).encode("ascii"))
        sync_folder(self.folder)

    def _free_name(self, reason: Reason, now: datetime) -> tuple[Path, datetime]:
        """A name, and the time that it tells; also when the clock stands still, every backup has its own."""
        moment = now.astimezone(UTC)
        taken = {backup.made_at for backup in self.all()}
        while moment in taken:
            moment += timedelta(microseconds=1)
        return self.folder / f"{moment:{_STAMP}}-{reason.value}.sqlite", moment

    def _clear_up(self) -> None:
        """Remove what a process that was stopped left of a backup."""
        for path in self.folder.glob(f"{_HALF}*"):
            path.unlink(missing_ok=True)
        for path in self.folder.glob("*.sqlite"):
            if not path.with_suffix(".json").exists():
                _remove(path)

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except StorageFull as error:
            raise _full(self.folder) from error
        except OSError as error:
            words = storage_error(self.folder, error)
            raise (_full(self.folder) if isinstance(words, StorageFull) else words) from error


def verify(backup: Backup) -> None:
    """Make sure that a backup is what was made, byte for byte. Raises BackupDamaged.

    Its pictures are looked at one by one when they are put back.
    """
    try:
        intact = sha256_of(backup.path) == backup.note.database
    except UnreadableFile as error:
        raise damaged_backup(backup.path) from error
    if not intact:
        raise damaged_backup(backup.path)


def damaged_backup(path: Path) -> BackupDamaged:
    return BackupDamaged(
        tr("The backup {name} is damaged. Nothing was changed.", name=path.name), tr("Restore another one.")
    )


def reason_words(reason: Reason) -> str:
    """Why a backup was made, for a list of them."""
    return _reasons()[reason]


def _reasons() -> Mapping[Reason, str]:
    return {
        Reason.CLOSING: tr("When the program was closed"),
        Reason.ASKED: tr("When you asked for it"),
        Reason.IMPORT: tr("Before an import"),
        Reason.MERGE: tr("Before people were merged"),
        Reason.UPGRADE: tr("Before an update"),
        Reason.RESTORE: tr("Before a backup was restored"),
    }


def _is_of(copy: Connection, identity: str) -> bool:
    """Whether a backup is of this library; those of a version without a mark of its own are taken for that."""
    marked = copy.value("SELECT count(*) FROM sqlite_schema WHERE name = 'identity'")
    return not marked or copy.value(_IDENTITY) == identity


def _backup(note: Path) -> Backup | None:
    path = note.with_suffix(".sqlite")
    try:
        said = msgspec.json.decode(note.read_bytes(), type=Note)
    except (OSError, msgspec.DecodeError):
        return None
    return Backup(path, said) if path.exists() else None


def _write_note(path: Path, note: Note) -> None:
    write_whole(path.with_suffix(".json"), msgspec.json.format(msgspec.json.encode(note), indent=2))


def _remove(path: Path) -> None:
    """The note first: without it the rest counts for nothing."""
    for suffix in (".json", ".files", ".sqlite"):
        path.with_suffix(suffix).unlink(missing_ok=True)


def _full(folder: Path) -> StorageFull:
    return StorageFull(
        tr("The disk is full, so no backup was made. Earlier backups are still there."),
        tr("Make room on the disk of {place}.", place=folder),
    )
