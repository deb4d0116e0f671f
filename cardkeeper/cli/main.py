"""The command line: every command registers itself here, and the exit status says how it went."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final, Protocol

from cardkeeper import __version__
from cardkeeper.cli import (
    about,
    accept,
    add,
    backups,
    check,
    demo,
    duplicates,
    export,
    importing,
    inbox,
    introduce,
    log,
    need,
    password,
    people,
    promise,
    refer,
    scan,
    settings,
    thank,
    today,
    undo,
)
from cardkeeper.cli.libraries import folder_of
from cardkeeper.cli.terminal import INTERRUPTED, LIBRARY_UNUSABLE, SOME_FAILED, WRONG_USAGE, Subparsers, say
from cardkeeper.errors import LibraryError, WorldError, WrongInput
from cardkeeper.library import Backups, LibraryDamaged
from cardkeeper.translation import languages_of_surroundings, tr, use_language


class Command(Protocol):
    """A module of commands: it adds its parsers, each of which names a `run` function by `set_defaults`."""

    def register(self, subparsers: Subparsers) -> None: ...


COMMANDS: Final[tuple[Command, ...]] = (
    scan,
    add,
    inbox,
    accept,
    today,
    log,
    promise,
    need,
    refer,
    introduce,
    thank,
    people,
    importing,
    export,
    undo,
    duplicates,
    backups,
    password,
    check,
    settings,
    demo,
    about,
)
"""Modules of commands, in the order in which `--help` lists them."""


_SELDOM: Final = (20_000, 20, 100)
"""When Python looks for rubbish. A command holds what it made until its end: looking at a hundred thousand people again
and again took a third of the time of an export."""


def build_parser() -> argparse.ArgumentParser:
    """The whole command line with every command."""
    parser = argparse.ArgumentParser(
        prog="cardkeeper", description=tr("Business cards in, people kept; all on your own computer.")
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    parser.add_argument(
        "--library", type=Path, metavar="DIR", help=tr("the library's folder (default: your data folder)")
    )
    parser.add_argument(
        "--password-file", type=Path, metavar="FILE", help=tr("holds the library’s password, where it has one")
    )
    subparsers = parser.add_subparsers(dest="command", required=True, metavar=tr("COMMAND"))
    for command in COMMANDS:
        command.register(subparsers)
    return parser


def main(arguments: Sequence[str]) -> int:
    """Run one command. Returns 0 done, 1 some inputs failed, 2 wrong usage, 3 the library can't be used."""
    gc.set_threshold(*_SELDOM)
    use_language(*languages_of_surroundings())
    options = build_parser().parse_args(arguments)
    try:
        return _run(options)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read along has seen enough; what Python still wants to flush on its way out has no place to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return SOME_FAILED


def _run(options: argparse.Namespace) -> int:
    try:
        return int(options.run(options))
    except LibraryDamaged as error:
        _offer_backup(folder_of(options))
        return _say(error, LIBRARY_UNUSABLE)
    except LibraryError as error:
        return _say(error, LIBRARY_UNUSABLE)
    except WrongInput as error:
        return _say(error, WRONG_USAGE)
    except WorldError as error:
        return _say(error, SOME_FAILED)


def _offer_backup(folder: Path) -> None:
    """Name the newest backup that is good, in the words of the command that restores it; or what else can be done."""
    backup = Backups(folder).newest_verified()
    if backup is not None:
        made = f"{backup.made_at.astimezone():%Y-%m-%d %H:%M}"
        say(tr("The newest good backup is of {time}: restore {path}", time=made, path=backup.path))
    else:
        say(tr("There is no good backup. This writes whoever can still be read to a folder: check --rescue DIR"))


def _say(error: WorldError, status: int) -> int:
    say(str(error))
    return status
