"""`check`: whether everything in the library is whole."""

from __future__ import annotations

import argparse

from cardkeeper.cli.libraries import open_to_read, open_to_write
from cardkeeper.cli.terminal import DONE, SOME_FAILED, Subparsers, out, say
from cardkeeper.translation import tr


def register(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("check", help=tr("look whether everything in the library is whole"))
    parser.add_argument("--repair", action="store_true", help=tr("mend what can be mended; nothing is deleted"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print what was looked at, and what is wrong. Returns 1 when something still is."""
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
