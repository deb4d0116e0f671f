"""`undo`: takes the newest change back, or does again what was taken back."""

from __future__ import annotations

import argparse

from cardkeeper.cli.libraries import open_to_write
from cardkeeper.cli.terminal import DONE, SOME_FAILED, Subparsers, out, say
from cardkeeper.translation import tr


def register(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("undo", help=tr("take the newest change back"))
    parser.add_argument("--redo", action="store_true", help=tr("do again what was taken back last"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print what was undone. Returns 1 when there was nothing."""
    with open_to_write(options) as library:
        changes = library.history.redo() if options.redo else library.history.undo()
    if changes is None:
        say(tr("There is nothing to do again.") if options.redo else tr("There is nothing to undo."))
        return SOME_FAILED
    out(tr("Done again: {said}", said=changes.said) if options.redo else tr("Undone: {said}", said=changes.said))
    return DONE
