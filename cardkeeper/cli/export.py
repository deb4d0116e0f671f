"""`export`: everyone as a file for other programs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from cardkeeper.cli.libraries import open_to_read
from cardkeeper.cli.terminal import DONE, Subparsers, say
from cardkeeper.errors import WrongInput
from cardkeeper.exchange import exporting
from cardkeeper.exchange.exporting import ExportedPerson
from cardkeeper.library import Library
from cardkeeper.translation import tr, trn


def register(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("export", help=tr("write everyone to a file"))
    parser.add_argument("--as", dest="dialect", default=exporting.CSV, metavar="DIALECT", help=tr("csv"))
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help=tr("default: standard output"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the file, whole or not at all."""
    if options.dialect != exporting.CSV:
        raise WrongInput(
            tr("There is no export as “{dialect}” in this version.", dialect=options.dialect),
            tr("Use --as csv, which most programs can import."),
        )
    with open_to_read(options) as library:
        people = everyone(library)
    if options.output is None:
        sys.stdout.buffer.write(exporting.csv_bytes(people))
        sys.stdout.flush()
    else:
        exporting.write_csv(people, options.output)
    say(trn("Wrote {count} person.", "Wrote {count} people.", len(people)))
    return DONE


def everyone(library: Library) -> tuple[ExportedPerson, ...]:
    """Everyone in the library by name, with all that an export tells of them."""
    contacts = {contact.id: contact for contact in library.people.all()}
    return tuple(
        ExportedPerson(
            contacts[row.id],
            tuple(encounter.context for encounter in reversed(library.people.encounters(row.id))),
            row.next_step,
            row.added_on,
            row.last_talked,
        )
        for row in library.people.rows()
    )
