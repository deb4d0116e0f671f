"""Sets, changes and takes away the password of a library that nobody has open: the new form is made beside the old.

The exchange of the database is the one moment that counts: before it the library is the old one, after it the new one,
whatever happens on the way. A sealed database goes with the files in `sealed/`, a plain one with those in `files/`, so
the files need no exchange of their own; those of the other form are removed afterwards, at the latest when the library
is opened next (`settle`).
"""

from __future__ import annotations

import hashlib
import logging
import secrets
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec

from cardkeeper.errors import LibraryError, UnreadableFile
from cardkeeper.files import FileStore, storage_error, sync_folder, write_whole
from cardkeeper.library.backups import Backup, BackupDamaged, Backups, verify
from cardkeeper.library.connection import PASSWORDS, LibraryDamaged, no_passwords
from cardkeeper.library.copying import copy_under
from cardkeeper.library.key import Key
from cardkeeper.library.lock import LibraryLock
from cardkeeper.library.migrations import steps
from cardkeeper.library.opening import open_database
from cardkeeper.library.places import DATABASE, LOGS, MADE, SET_ASIDE, beside, remove_database
from cardkeeper.library.seals import UNFINISHED, Form, discard, seal_key_in, seal_of, store_in
from cardkeeper.translation import tr

Progress = Callable[[int, int], None]
"""Hears how much is done of how much; it may raise `Stopped`."""

_logger: Final = logging.getLogger(__name__)

_SEALED_SUFFIX: Final = ".sealed"
"""Of what lies aside in the folder of a library with a password."""


class Stopped(LibraryError):
    """A person stopped a change of the password; the library is as it was."""


@dataclass(frozen=True, slots=True)
class Resealed:
    """What became of a library, and of what lies beside it."""

    key: Key | None
    left: int = 0
    """How many backups were left with the password that they had, or without one."""
    problem: LibraryError | None = None
    """What went wrong after the library had its new form."""


def reseal(
    folder: Path,
    key: Key | None,
    new: Key | None,
    now: datetime,
    *,
    backups: bool = True,
    progress: Progress = lambda _done, _all: None,
) -> Resealed:
    """Give the library in a folder another key, see `new_key`; None: take the password away.

    With `backups`, earlier backups come along. Raises WrongPassword, Stopped, StorageFull and LibraryError, also where
    another process has the library open; then it is as it was.
    """
    if not PASSWORDS:
        raise no_passwords()
    if not (folder / DATABASE).exists():
        raise LibraryError(tr("There is no library in {folder}.", folder=folder), tr("Name another folder."))
    lock = LibraryLock(folder)
    lock.acquire(now)
    try:
        before, after = _make(folder, key, new, now, progress)
        _exchange(folder)
        _logger.info("the library has %s", "a new password" if new else "no password any more")
        try:
            _finish(folder, after, now)
            left = bring_along(folder, before, after, progress) if backups else len(Backups(folder, new).otherwise())
        except LibraryError as error:
            return Resealed(new, len(Backups(folder, new).otherwise()), error)
    finally:
        remove_database(folder / MADE)
        lock.release()
    return Resealed(new, left)


def bring_along(folder: Path, before: Form, after: Form, progress: Progress = lambda _done, _all: None) -> int:
    """Give backups, and what was set aside, the form that the library has now; return how many stay as they are.

    Those are damaged, or have yet another password. Each is exchanged whole: whatever happens, it is there. Stopping
    leaves the rest as they are.
    """
    try:
        old, new = (Backups(folder, form.key, form.seal_key) for form in (before, after))
        found = new.all()
        left = 0
        for number, backup in enumerate(found):
            progress(number, len(found))
            left += not _bring(folder, backup, old, new, after)
        for backups in (old, new):
            backups.let_go_of_pictures()
        _bring_aside(folder, before, after)
    except Stopped:
        return len(Backups(folder, after.key).otherwise())
    except OSError as error:
        raise storage_error(folder, error) from error
    return left


def _make(folder: Path, key: Key | None, new: Key | None, now: datetime, progress: Progress) -> tuple[Form, Form]:
    """Make the library anew beside itself; return how it is and how it will be."""
    before = _at_rest(folder, key, now)
    after = Form(new, b"" if new is None else before.seal_key or secrets.token_bytes(len(new.secret)))
    old, made = store_in(folder, before.seal_key), store_in(folder, after.seal_key)
    leftover = "" if made.folder == old.folder else old.folder.name
    try:
        if leftover:
            _make_files(folder, old, made, now, progress)
        remove_database(folder / MADE)
        copy_under(folder / DATABASE, before.key, after, folder / MADE, leftover=leftover)
    except BaseException as error:
        if leftover and (made.folder / UNFINISHED).exists():
            with suppress(OSError):  # else it goes when the library is opened next
                discard(made.folder)
        if isinstance(error, OSError):
            raise storage_error(folder, error) from error
        raise
    return before, after


def _exchange(folder: Path) -> None:
    """Put the new database in the place of the old one: the moment that counts."""
    try:
        for suffix in LOGS:
            # All that they held is in the database, see `_at_rest`; another one would be damaged by them.
            beside(folder / DATABASE, suffix).unlink(missing_ok=True)
        (folder / MADE).replace(folder / DATABASE)
    except OSError as error:
        raise storage_error(folder, error) from error


def _finish(folder: Path, after: Form, now: datetime) -> None:
    """Make sure of the exchange, and let go of what is left of the old form."""
    try:
        sync_folder(folder)
    except OSError as error:
        raise storage_error(folder, error) from error
    open_database(folder, steps(), now, after.key).close()


def _at_rest(folder: Path, key: Key | None, now: datetime) -> Form:
    """Bring the library up to date and all of it into the one file; return which form it has."""
    connection = open_database(folder, steps(), now, key)
    try:
        if connection.value("PRAGMA wal_checkpoint(TRUNCATE)"):
            raise LibraryError(
                tr("Another program is reading the library in {place}.", place=folder), tr("Try again in a moment.")
            )
        return Form(connection.key, seal_key_in(connection))
    finally:
        connection.close()


def _make_files(folder: Path, old: FileStore, made: FileStore, now: datetime, progress: Progress) -> None:
    """Make all files anew, and look at each whether the disk has it whole."""
    try:
        if made.folder.exists():
            # Of another library, put there by hand: not ours to remove.
            (folder / SET_ASIDE).mkdir(exist_ok=True)
            made.folder.replace(folder / SET_ASIDE / f"{made.folder.name}-{now:%Y%m%d-%H%M%S}")
        made.folder.mkdir()
        (made.folder / UNFINISHED).touch()
        files = tuple(old.kept())
        for number, (_, path) in enumerate(files):
            progress(number, len(files))
            _make_file(path, old, made, folder / SET_ASIDE)
        sync_folder(made.folder)
    except OSError as error:
        raise storage_error(made.folder, error) from error


def _make_file(path: Path, old: FileStore, made: FileStore, aside: Path) -> None:
    try:
        suffix, data = old.contents(path)
    except UnreadableFile:
        # It can't be opened any more, but perhaps somebody finds a way.
        aside.mkdir(exist_ok=True)
        shutil.copyfile(path, aside / path.name)
        return
    kept = made.path_of(made.keep_bytes(data, suffix))
    if kept is None or not made.is_whole(kept):
        raise LibraryError(
            tr("The disk does not keep what is written to {place}.", place=made.folder),
            tr("Nothing was changed. Check the disk, or move the library to another one."),
        )


def _bring(folder: Path, backup: Backup, old: Backups, new: Backups, after: Form) -> bool:
    """Make a backup anew as the library is now; whether it is like that."""
    sealed = after.key is not None
    if backup.note.sealed == sealed and (not sealed or new.key_of(backup) is not None):
        return True
    key = old.key_of(backup)
    if backup.note.sealed and key is None:
        return False
    half = new.half_of(backup)
    try:
        verify(backup)
        remove_database(half)
        copy_under(backup.path, key, after, half, settled=True)
        source = old.pictures_of(backup)
        names = [name for was in backup.pictures() if (name := _picture(folder, source, new, was, after)) is not None]
        new.exchange(backup, half, msgspec.structs.replace(backup.note, sealed=sealed), names)
    except (BackupDamaged, LibraryDamaged):
        _logger.warning("a damaged backup was left as it is: %s", backup.path.name)
        return False
    finally:
        remove_database(half)
    return True


def _picture(folder: Path, source: FileStore, new: Backups, name: str, after: Form) -> str | None:
    """The name of a picture of a backup as it is kept now, and there it lies; None where it can't be read."""
    target = new.pictures
    if source.folder == target.folder:
        return name
    path = source.named(name)
    if path is None:
        return None
    try:
        suffix, data = source.contents(path)
    except UnreadableFile:
        return None
    own = store_in(folder, after.seal_key).path_of(hashlib.sha256(data).hexdigest())
    if own is None or not target.adopt(own):
        return target.name_of(target.keep_bytes(data, suffix))
    return own.stem


def _bring_aside(folder: Path, before: Form, after: Form) -> None:
    """Seal what was set aside, or open it again."""
    seal, opened = seal_of(after.seal_key), seal_of(before.seal_key)
    files = [path for path in (folder / SET_ASIDE).rglob("*") if path.is_file()]
    files += folder.glob(f"{DATABASE}.damaged-*")
    for path in files:
        data = path.read_bytes()
        if seal is not None:
            name = path.name + _SEALED_SUFFIX
            if not seal.has_closed(data, path.name):
                write_whole(path.with_name(name), seal.close(data, name))
                path.unlink()
        elif opened is not None and opened.has_closed(data, path.name):
            data, place = opened.open(data, path.name), path.with_suffix("")
            if path.suffix != _SEALED_SUFFIX:
                # Out of the store of files: without its own suffix, which stands before its bytes.
                suffix, data = FileStore(path.parent, opened).contents(path)
                place = path.with_name(hashlib.sha256(data).hexdigest() + suffix)
            write_whole(place, data)
            if place != path:
                path.unlink()
