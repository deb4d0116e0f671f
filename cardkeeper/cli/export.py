"""`export`: people as a file for other programs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from cardkeeper import keys
from cardkeeper.cli.libraries import open_to_read
from cardkeeper.cli.progress import Counter
from cardkeeper.cli.terminal import DONE, Subparsers, say
from cardkeeper.errors import WrongInput
from cardkeeper.exchange.exporting import Format, pieces
from cardkeeper.exchange.people import ExportedPerson
from cardkeeper.exchange.tables.writing import column_groups
from cardkeeper.library import Library
from cardkeeper.library.library import local_now
from cardkeeper.model.overview import PersonRow
from cardkeeper.outgoing import files_of, gather, write_each, write_everything, write_file
from cardkeeper.translation import tr, trn


def register(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("export", help=tr("write people to a file"))
    forms = ", ".join(form.value for form in Format)
    parser.add_argument("--as", dest="dialect", default=Format.CSV.value, metavar="DIALECT", help=forms)
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help=tr("default: standard output"))
    parser.add_argument("--each", action="store_true", help=tr("a vCard file for each person, in the folder FILE"))
    parser.add_argument("--find", metavar="TEXT", help=tr("only those in whom these words are found"))
    parser.add_argument("--event", metavar="NAME", help=tr("only those who were met there"))
    parser.add_argument("--tag", metavar="TAG", help=tr("only those with this tag"))
    groups = ", ".join(name for name, _ in column_groups())
    parser.add_argument("--columns", default="", metavar="NAMES", help=tr("of {groups}, by commas", groups=groups))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the file, whole or not at all."""
    form = _form(options)
    columns = _columns(options.columns)
    if form is Format.ARCHIVE:
        return _everything(options)
    with open_to_read(options) as library:
        rows = chosen(library, options)
        people: list[ExportedPerson] = []
        with Counter(tr("gathered")) as counter:
            for some in gather(library, rows):
                people.extend(some)
                counter.show(len(people), len(rows))
        file_of = files_of(library.files)
        if options.output is None:
            for piece in pieces(people, form, file_of, columns):
                sys.stdout.buffer.write(piece)
            sys.stdout.flush()
        elif options.each:
            write_each(people, form, options.output, file_of)
        else:
            write_file(people, form, options.output, file_of, columns)
    say(trn("Wrote {count} person.", "Wrote {count} people.", len(people)))
    return DONE


def _everything(options: argparse.Namespace) -> int:
    narrowed = options.find is not None or options.event is not None or options.tag is not None
    if options.output is None or narrowed or options.columns or options.each:
        raise WrongInput(
            tr("An archive holds the whole library, in a file of its own."), tr("Use --as archive -o FILE.")
        )
    with open_to_read(options) as library:
        count = write_everything(library, options.output, local_now())
    say(trn("Wrote {count} person.", "Wrote {count} people.", count))
    return DONE


def chosen(library: Library, options: argparse.Namespace) -> Sequence[PersonRow]:
    """The lines of those who were asked for, by name."""
    rows = library.people.rows()
    if options.find is not None:
        found = set(library.people.find(options.find))
        rows = tuple(row for row in rows if row.id in found)
    if options.tag is not None:
        tag = keys.fold(options.tag)
        rows = tuple(row for row in rows if tag in map(keys.fold, row.tags))
    if options.event is not None:
        event = keys.fold(options.event)
        met = library.people.met([row.id for row in rows])
        rows = tuple(row for row in rows if any(keys.fold(each.event) == event for each in met.get(row.id, ())))
    return rows


def _form(options: argparse.Namespace) -> Format:
    if options.dialect not in set(Format):
        raise WrongInput(
            tr("There is no export as “{dialect}” in this version.", dialect=options.dialect),
            tr("Choose one of {choices}.", choices=", ".join(Format)),
        )
    form = Format(options.dialect)
    if options.each and (options.output is None or form not in {Format.VCARD3, Format.VCARD4}):
        raise WrongInput(
            tr("Only vCards are written one by one, into a folder."), tr("Use --as vcard3 --each -o FOLDER.")
        )
    return form


def _columns(text: str) -> frozenset[str]:
    names = {name for name, _ in column_groups()}
    wanted = {part.strip() for part in text.split(",") if part.strip()}
    if wanted - names:
        raise WrongInput(
            tr("There are no columns “{names}”.", names=", ".join(sorted(wanted - names))),
            tr("Choose of {choices}.", choices=", ".join(name for name, _ in column_groups())),
        )
    return frozenset(wanted)
