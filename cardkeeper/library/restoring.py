"""Puts a backup in the place of the library: verified first, and with the present library kept as a backup itself."""

from __future__ import annotations

import logging
import secrets
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from cardkeeper.errors import LibraryError
from cardkeeper.files import FileStore, sha256_of, storage_error, sync_file, sync_folder
from cardkeeper.library.archives import unpacked
from cardkeeper.library.backups import COUNTS, Backup, BackupDamaged, Backups, Reason, damaged_backup, verify
from cardkeeper.library.connection import Connection, LibraryDamaged, connect_read_only
from cardkeeper.library.copying import copy_under, is_whole
from cardkeeper.library.key import (
    MAGIC,
    Key,
    PasswordNeeded,
    fits,
    is_sealed,
    password_needed,
    unlock,
    wrong_password,
)
from cardkeeper.library.lock import LibraryLock
from cardkeeper.library.migrations import steps
from cardkeeper.library.places import DATABASE, LOGS, SET_ASIDE, beside, remove_database
from cardkeeper.library.seals import Form, seal_key_in, store_in
from cardkeeper.translation import tr

_logger: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Preview:
    """What a backup would bring back, before anything is changed."""

    source: Path
    made_at: datetime | None
    """None where the file does not say."""
    people: int
    cards: int
    lacking: int = 0
    """How many pictures of cards it needs that are neither in it nor in the library."""
    refused: tuple[str, ...] = ()
    """What in an archive was not taken, each a sentence."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored, and what became of the library that was there."""

    preview: Preview
    before: Backup | None
    """The library as it was, which undoes this when it is restored. None where there was none, or a damaged one."""
    set_aside: Path | None = None
    """Where a damaged library was moved."""


@dataclass(frozen=True, slots=True)
class _Source:
    database: Path
    key: Key | None
    seal_key: bytes
    pictures: FileStore
    made_at: datetime | None
    listed: tuple[str, ...]
    """The names of its pictures in their store."""
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Target:
    """The library that a backup is put in the place of, and how it is to be sealed."""

    folder: Path
    key: Key | None
    seal_key: bytes

    @property
    def database(self) -> Path:
        return self.folder / DATABASE

    @property
    def files(self) -> FileStore:
        return store_in(self.folder, self.seal_key)


def preview(folder: Path, source: Path, key: Key | None = None, password: str = "") -> Preview:
    """Look closely at a backup, an archive of one, or a database, and change nothing.

    `key` is that of the library, `password` that of the backup where it has another one. Raises BackupDamaged for one
    that is not whole, LibraryError for one that is none, or of a newer version; PasswordNeeded, WrongPassword.
    """
    with _opened(folder, source, key, password) as opened:
        return _look(source, opened, _target(folder, key, opened))


def restore(folder: Path, source: Path, now: datetime, key: Key | None = None, password: str = "") -> Restored:
    """Put a backup in place of the library in a folder, which nobody may have open.

    The present library is kept as a backup first, a damaged one moved aside; whatever happens on the way, the library
    is the old one or the new one. The password stays that of the present library, and none where it has none; only
    where there is no library yet, it is that of the backup. Raises as `preview`, and LibraryHeld, StorageFull.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise storage_error(folder, error) from error
    lock = LibraryLock(folder)
    lock.acquire(now)
    try:
        return put_in_place(folder, source, now, key, password)
    finally:
        lock.release()


def put_in_place(folder: Path, source: Path, now: datetime, key: Key | None = None, password: str = "") -> Restored:
    """As `restore`, for who holds the lock of the library and has closed its database."""
    with _opened(folder, source, key, password) as opened:
        target = _target(folder, key, opened)
        found = _look(source, opened, target)
        staged = folder / f"{DATABASE}.restoring"
        try:
            return _replace(target, opened, found, staged, now)
        except OSError as error:
            raise storage_error(folder, error) from error
        finally:
            remove_database(staged)


def _target(folder: Path, key: Key | None, opened: _Source) -> _Target:
    """How the library will be sealed. Raises PasswordNeeded, WrongPassword for the one that is there."""
    path = folder / DATABASE
    if not path.exists():
        return _Target(folder, opened.key, opened.seal_key)
    if not is_sealed(path):
        return _Target(folder, None, b"")
    if key is None:
        raise password_needed(path)
    if not fits(path, key):
        raise wrong_password()
    try:
        connection = connect_read_only(path, key)
        try:
            return _Target(folder, key, seal_key_in(connection))
        finally:
            connection.close()
    except LibraryDamaged:
        return _Target(folder, key, opened.seal_key or secrets.token_bytes(len(key.secret)))


def _replace(target: _Target, opened: _Source, found: Preview, staged: Path, now: datetime) -> Restored:
    remove_database(staged)
    if opened.key == target.key:
        shutil.copyfile(opened.database, staged)
    else:
        copy_under(opened.database, opened.key, Form(target.key, target.seal_key), staged, settled=True)
    sync_file(staged)
    _put_pictures(target, opened)
    path = target.database
    before, aside = _keep_present(target, now)
    _go_on_counting(staged, before, target.key)
    for suffix in LOGS:
        # What they held is in the backup that was just made; beside another database they would damage it.
        beside(path, suffix).unlink(missing_ok=True)
    staged.replace(path)
    sync_folder(target.folder)
    _logger.info("a backup was restored")
    return Restored(found, before, aside)


def _keep_present(target: _Target, now: datetime) -> tuple[Backup | None, Path | None]:
    """The present library as a backup; or, where it is damaged, the place to which it was moved."""
    path = target.database
    if not path.exists():
        return None, None
    try:
        if path.stat().st_size:
            return Backups(target.folder, target.key, target.seal_key).make(Reason.RESTORE, now), None
    except LibraryDamaged:
        _logger.warning("the library that a backup replaces is damaged")
    return None, set_damaged_aside(target.folder, now)


def set_damaged_aside(folder: Path, now: datetime) -> Path:
    """Move a damaged database and all that lies beside it out of the way; nothing of it is changed."""
    path = folder / DATABASE
    number, name = 1, f"{DATABASE}.damaged-{now:%Y%m%d-%H%M%S}"
    while (aside := folder / (name if number == 1 else f"{name}-{number}")).exists():
        number += 1
    for suffix in LOGS:
        if beside(path, suffix).exists():
            beside(path, suffix).replace(beside(aside, suffix))
    path.replace(aside)
    sync_folder(folder)
    return aside


def _put_pictures(target: _Target, opened: _Source) -> None:
    """Before the database is exchanged: so no card ever stands there without its picture."""
    store = target.files
    for name in opened.listed:
        source = opened.pictures.named(name)
        if source is None or not opened.pictures.is_whole(source):
            continue
        if opened.seal_key != target.seal_key:
            suffix, data = opened.pictures.contents(source)
            store.keep_bytes(data, suffix)
            continue
        kept = store.named(name)
        if kept is not None and not store.is_whole(kept):
            aside = target.folder / SET_ASIDE
            aside.mkdir(exist_ok=True)
            kept.replace(aside / kept.name)
        store.adopt(source)


def _go_on_counting(staged: Path, before: Backup | None, key: Key | None) -> None:
    """Let new rows have ids that no row of the replaced library had: what is kept of both can then not be confused."""
    if before is None:
        return
    old = Connection(before.path, key=key, read_only=True, settled=True)
    try:
        reached = old.rows("SELECT seq, name FROM sqlite_sequence")
    finally:
        old.close()
    new = Connection(staged, key=key)
    try:
        with new.unit():
            for number, name in reached:
                if not new.run("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (number, name)):
                    new.run("INSERT INTO sqlite_sequence (seq, name) VALUES (?, ?)", (number, name))
    finally:
        new.close()
    sync_file(staged)


def _look(source: Path, opened: _Source, target: _Target) -> Preview:
    connection = Connection(opened.database, key=opened.key, read_only=True, settled=True)
    try:
        if not is_whole(connection):
            raise damaged_backup(source)
        if connection.value("PRAGMA user_version") > len(steps()):
            raise LibraryError(
                tr("The backup {name} was written by a newer version of Cardkeeper.", name=source.name),
                tr("Install the newest version. Nothing was changed."),
            )
        _, people, cards = (connection.value(asked) for asked in COUNTS)
        wanted = {picture for (picture,) in connection.rows("SELECT picture FROM cards WHERE picture <> ''")}
    finally:
        connection.close()
    store = target.files
    lacking = sum(opened.pictures.path_of(picture) is None and store.path_of(picture) is None for picture in wanted)
    return Preview(source, opened.made_at, people, cards, lacking, opened.refused)


@contextmanager
def _opened(folder: Path, source: Path, key: Key | None, password: str) -> Iterator[_Source]:
    backups = Backups(folder)
    backup = next((one for one in backups.all() if one.path == source.absolute()), None)
    if backup is not None:
        verify(backup)
        own, seal_key = _unlocked(source, backup.path, key, password)
        yield _Source(backup.path, own, seal_key, store_in(backups.folder, seal_key), backup.made_at, backup.pictures())
    elif zipfile.is_zipfile(source):
        with unpacked(source, folder) as inside:
            if inside.note is not None and inside.note.database != sha256_of(inside.database):
                raise damaged_backup(source)
            made_at = inside.note.made_at if inside.note else None
            own, seal_key = _unlocked(source, inside.database, key, password)
            pictures = store_in(inside.folder, seal_key)
            listed = tuple(name for name, _ in pictures.kept())
            yield _Source(inside.database, own, seal_key, pictures, made_at, listed, inside.refused)
    elif _is_database(source):
        own, seal_key = _unlocked(source, source, key, password)
        yield _Source(source, own, seal_key, store_in(folder, seal_key), None, ())
    else:
        raise BackupDamaged(
            tr("{name} is no backup, or it is damaged. Nothing was changed.", name=source.name),
            tr("Choose a backup that Cardkeeper made."),
        )


def _unlocked(source: Path, database: Path, key: Key | None, password: str) -> tuple[Key | None, bytes]:
    """The keys of a backup and of its pictures. Raises PasswordNeeded, WrongPassword."""
    if not is_sealed(database):
        return None, b""
    if key is None or not fits(database, key):
        if not password:
            raise PasswordNeeded(
                tr("The backup {name} has a password of its own.", name=source.name),
                tr("Give the password that the library had when it was made."),
            )
        key = unlock(database, password)
    connection = Connection(database, key=key, read_only=True, settled=True)
    try:
        return key, seal_key_in(connection)
    except LibraryDamaged as error:
        raise damaged_backup(source) from error
    finally:
        connection.close()


def _is_database(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC or is_sealed(path)
    except OSError as error:
        raise LibraryError(
            tr("{name} can't be read.", name=path), tr("Check the name, or where the file was moved.")
        ) from error
