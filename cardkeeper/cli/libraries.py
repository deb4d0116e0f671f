"""What commands that use a library share: opening the one that was named, days, and how people were met."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from cardkeeper import settings
from cardkeeper.cli.passwords import key_of
from cardkeeper.cli.progress import Counter
from cardkeeper.cli.terminal import say
from cardkeeper.errors import LibraryError
from cardkeeper.library import Library, Reason
from cardkeeper.library.library import local_now
from cardkeeper.model.people import MetContext
from cardkeeper.paths import library_folder
from cardkeeper.settings import Settings
from cardkeeper.translation import tr

_BACKUPS_APART: Final = timedelta(minutes=30)
"""A script that runs many commands makes no more backups than somebody at the window would."""


def folder_of(options: argparse.Namespace) -> Path:
    """The library's folder, as named with `--library` or the person's own."""
    folder: Path | None = options.library
    return folder or library_folder()


@contextmanager
def open_to_write(options: argparse.Namespace) -> Iterator[Library]:
    """The library, made when there is none yet; backed up at the end where that is due. Raises LibraryError."""
    folder = folder_of(options)
    with Counter(tr("brought up to date")) as counter:
        library = Library.open(folder, key=key_of(options, folder), progress=counter.show)
    with library:
        yield library
    try:
        library.backups.make_if_changed(Reason.CLOSING, local_now(), apart=_BACKUPS_APART)
    except LibraryError as error:
        say(str(error))


def open_to_read(options: argparse.Namespace) -> Library:
    """The library, also while a window has it open. Raises LibraryError, also when there is none."""
    folder = folder_of(options)
    return Library.open(folder, key=key_of(options, folder), read_only=True)


def settings_of(library: Library) -> Settings:
    """What is set for this library; what can't be understood there is told."""
    loaded = settings.load(library.folder)
    for problem in loaded.problems:
        say(problem)
    return loaded.settings


def local_today() -> date:
    """The day on this machine's clock."""
    return local_now().date()


def day(text: str) -> date:
    """A day as written on the command line."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(tr("“{text}” is no day; write it as 2026-11-18", text=text)) from error


def met_as_json(met: MetContext) -> dict[str, str | None]:
    """How somebody was met, for JSON."""
    return {
        "event": met.event,
        "on": met.on.isoformat() if met.on else None,
        "place": met.place,
        "how": met.how.value if met.how else "",
        "through": met.through,
        "about": met.about,
    }
