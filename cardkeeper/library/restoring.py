"""Puts a backup in the place of the library: verified first, and with the present library kept as a backup itself."""

from __future__ import annotations

import logging
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
from cardkeeper.library.backups import COUNTS, Backup, BackupDamaged, Backups, Reason, damaged_backup, is_whole, verify
from cardkeeper.library.connection import Connection, LibraryDamaged
from cardkeeper.library.lock import LibraryLock
from cardkeeper.library.migrations import steps
from cardkeeper.library.places import DATABASE, FILES, LOGS, SET_ASIDE, beside
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
    pictures: FileStore
    made_at: datetime | None
    listed: tuple[str, ...]
    refused: tuple[str, ...] = ()


def preview(folder: Path, source: Path) -> Preview:
    """Look closely at a backup, an archive of one, or a database, and change nothing.

    Raises BackupDamaged for one that is not whole, LibraryError for one that is none, or of a newer version.
    """
    with _opened(folder, source) as opened:
        return _look(folder, source, opened)


def restore(folder: Path, source: Path, now: datetime) -> Restored:
    """Put a backup in place of the library in a folder, which nobody may have open.

    The present library is kept as a backup first, a damaged one moved aside; whatever happens on the way, the library
    is the old one or the new one. Raises as `preview`, and LibraryHeld, StorageFull.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise storage_error(folder, error) from error
    lock = LibraryLock(folder)
    lock.acquire(now)
    try:
        return put_in_place(folder, source, now)
    finally:
        lock.release()


def put_in_place(folder: Path, source: Path, now: datetime) -> Restored:
    """As `restore`, for who holds the lock of the library and has closed its database."""
    with _opened(folder, source) as opened:
        found = _look(folder, source, opened)
        staged = folder / f"{DATABASE}.restoring"
        try:
            return _replace(folder, opened, found, staged, now)
        except OSError as error:
            raise storage_error(folder, error) from error
        finally:
            for part in (staged, *(beside(staged, suffix) for suffix in LOGS)):
                part.unlink(missing_ok=True)


def _replace(folder: Path, opened: _Source, found: Preview, staged: Path, now: datetime) -> Restored:
    shutil.copyfile(opened.database, staged)
    sync_file(staged)
    _put_pictures(folder, opened)
    path = folder / DATABASE
    before, aside = _keep_present(folder, now)
    _go_on_counting(staged, before)
    for suffix in LOGS:
        # What they held is in the backup that was just made; beside another database they would damage it.
        beside(path, suffix).unlink(missing_ok=True)
    staged.replace(path)
    sync_folder(folder)
    _logger.info("a backup was restored")
    return Restored(found, before, aside)


def _keep_present(folder: Path, now: datetime) -> tuple[Backup | None, Path | None]:
    """The present library as a backup; or, where it is damaged, the place to which it was moved."""
    path = folder / DATABASE
    if not path.exists():
        return None, None
    try:
        if path.stat().st_size:
            return Backups(folder).make(Reason.RESTORE, now), None
    except LibraryDamaged:
        _logger.warning("the library that a backup replaces is damaged")
    return None, set_damaged_aside(folder, now)


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


def _put_pictures(folder: Path, opened: _Source) -> None:
    """Before the database is exchanged: so no card ever stands there without its picture."""
    store = FileStore(folder / FILES)
    for sha256 in opened.listed:
        source, kept = opened.pictures.path_of(sha256), store.path_of(sha256)
        if source is None or (kept is not None and sha256_of(kept) == sha256):
            continue
        if kept is not None and sha256_of(source) == sha256:
            aside = folder / SET_ASIDE
            aside.mkdir(exist_ok=True)
            kept.replace(aside / kept.name)
        store.adopt(sha256, source)


def _go_on_counting(staged: Path, before: Backup | None) -> None:
    """Let new rows have ids that no row of the replaced library had: what is kept of both can then not be confused."""
    if before is None:
        return
    old = Connection(before.path, read_only=True, settled=True)
    try:
        reached = old.rows("SELECT seq, name FROM sqlite_sequence")
    finally:
        old.close()
    new = Connection(staged)
    try:
        new.begin()
        for number, name in reached:
            if not new.run("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (number, name)):
                new.run("INSERT INTO sqlite_sequence (seq, name) VALUES (?, ?)", (number, name))
        new.commit()
    finally:
        new.close()
    sync_file(staged)


def _look(folder: Path, source: Path, opened: _Source) -> Preview:
    connection = Connection(opened.database, read_only=True, settled=True)
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
    store = FileStore(folder / FILES)
    lacking = sum(opened.pictures.path_of(picture) is None and store.path_of(picture) is None for picture in wanted)
    return Preview(source, opened.made_at, people, cards, lacking, opened.refused)


@contextmanager
def _opened(folder: Path, source: Path) -> Iterator[_Source]:
    backups = Backups(folder)
    backup = next((one for one in backups.all() if one.path == source.absolute()), None)
    if backup is not None:
        verify(backup)
        yield _Source(backup.path, backups.pictures, backup.made_at, backup.pictures())
    elif zipfile.is_zipfile(source):
        with unpacked(source, folder) as inside:
            if inside.note is not None and inside.note.database != sha256_of(inside.database):
                raise damaged_backup(source)
            made_at = inside.note.made_at if inside.note else None
            listed = tuple(sha256 for sha256, _ in inside.pictures.kept())
            yield _Source(inside.database, inside.pictures, made_at, listed, inside.refused)
    elif _is_database(source):
        yield _Source(source, FileStore(folder / FILES), None, ())
    else:
        raise BackupDamaged(
            tr("{name} is no backup, or it is damaged. Nothing was changed.", name=source.name),
            tr("Choose a backup that Cardkeeper made."),
        )


def _is_database(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(16) == b"SQLite format 3\x00"
    except OSError as error:
        raise LibraryError(
            tr("{name} can't be read.", name=path), tr("Check the name, or where the file was moved.")
        ) from error
