"""`check`: whether everything in the library is whole."""

from __future__ import annotations

import argparse
from pathlib import Path

from cardkeeper.cli.libraries import folder_of, open_to_read, open_to_write
from cardkeeper.cli.passwords import key_of
from cardkeeper.cli.terminal import DONE, SOME_FAILED, Subparsers, out, say
from cardkeeper.outgoing import Rescued, rescue
from cardkeeper.translation import tr


def register(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("check", help=tr("look whether everything in the library is whole"))
    parser.add_argument("--repair", action="store_true", help=tr("mend what can be mended; nothing is deleted"))
    parser.add_argument(
        "--rescue", type=Path, metavar="DIR", help=tr("write whoever can still be read in a damaged library to DIR")
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print what was looked at, and what is wrong. Returns 1 when something still is."""
    if options.rescue is not None:
        folder = folder_of(options)
        return _rescue(rescue(folder, options.rescue, key_of(options, folder)))
    with open_to_write(options) if options.repair else open_to_read(options) as library:
        report = library.check(repair=options.repair)
    for line in report.repaired:
        out(line)
    for line in report.problems:
        say(line)
    counts = tr(
        "{people} people, {cards} cards, {files} files.", people=report.people, cards=report.cards, files=report.files
    )
    out(tr("Everything is whole: {counts}", counts=counts) if report.ok else counts)
    return DONE if report.ok else SOME_FAILED


def _rescue(rescued: Rescued) -> int:
    for path in rescued.files:
        out(str(path))
    say(rescued.words)
    return SOME_FAILED if rescued.unreadable else DONE
