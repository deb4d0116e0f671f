"""`backup`: a copy of the library, also as one file to carry away. `restore`: puts one in the library's place."""

from __future__ import annotations

import argparse
from pathlib import Path

from cardkeeper.cli.libraries import folder_of
from cardkeeper.cli.passwords import key_of, password_of_backup
from cardkeeper.cli.terminal import DONE, Subparsers, out, say
from cardkeeper.errors import LibraryError
from cardkeeper.library import Backup, Backups, PasswordNeeded, Preview, Reason, pack, preview, reason_words, restore
from cardkeeper.library.library import local_now
from cardkeeper.translation import tr


def register(subparsers: Subparsers) -> None:
    """Add both commands to the command line."""
    making = subparsers.add_parser("backup", help=tr("make a backup, also while the window is open"))
    making.add_argument("-o", "--output", type=Path, metavar="FILE", help=tr("as one zip file, to be kept elsewhere"))
    making.add_argument("--list", action="store_true", help=tr("make none; show those there are"))
    making.set_defaults(run=make)
    putting = subparsers.add_parser("restore", help=tr("put a backup in place of the library, which is kept as one"))
    putting.add_argument("file", type=Path, metavar="FILE", help=tr("a file of `backup -o`, or one of `backup --list`"))
    putting.add_argument(
        "--backup-password-file", type=Path, metavar="FILE", help=tr("holds the password of a backup that has its own")
    )
    putting.add_argument("--dry-run", action="store_true", help=tr("only say what is in it"))
    putting.set_defaults(run=put)


def make(options: argparse.Namespace) -> int:
    """Make a backup, print where it lies."""
    folder = folder_of(options)
    backups = Backups(folder)
    if options.list:
        for backup in backups.all():
            out(_line(backup))
        return DONE
    if not backups.possible:
        raise LibraryError(
            tr("There is no library in {folder}.", folder=folder), tr("Name another folder, or add cards first.")
        )
    backups = Backups.of(folder, key_of(options, folder))
    backup = backups.make(Reason.ASKED, local_now())
    if options.output is not None:
        pack(backup, backups.pictures_of(backup), options.output)
    out(str(options.output or backup.path))
    return DONE


def put(options: argparse.Namespace) -> int:
    """Restore a backup, or only look at it; print what it holds, and how to go back."""
    folder = folder_of(options)
    key = key_of(options, folder)
    try:
        found, password = preview(folder, options.file, key), ""
    except PasswordNeeded as error:
        password = password_of_backup(options, error)
        found = preview(folder, options.file, key, password)
    if options.dry_run:
        _tell(found)
        return DONE
    restored = restore(folder, options.file, local_now(), key, password)
    _tell(restored.preview)
    if restored.before is not None:
        say(tr("The library as it was: {path}. Restoring that undoes this.", path=restored.before.path))
    if restored.set_aside is not None:
        say(tr("The damaged library was moved to {path}.", path=restored.set_aside))
    return DONE


def _line(backup: Backup) -> str:
    when = backup.made_at.astimezone()
    counts = tr("{people} people, {cards} cards", people=backup.note.people, cards=backup.note.cards)
    return f"{when:%Y-%m-%d %H:%M}  {counts}  {reason_words(backup.note.reason)}  {backup.path}"


def _tell(found: Preview) -> None:
    for said in found.refused:
        say(said)
    when = f"{found.made_at.astimezone():%Y-%m-%d %H:%M}  " if found.made_at else ""
    out(when + tr("{people} people, {cards} cards", people=found.people, cards=found.cards))
    if found.lacking:
        say(tr("{count} pictures of cards are in neither the backup nor the library.", count=found.lacking))
