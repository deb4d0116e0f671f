"""`export`: people as a file for other programs."""

from __future__ import annotations

import argparse
import sys
from itertools import chain
from pathlib import Path

from cardkeeper import keys
from cardkeeper.cli.libraries import local_today, open_to_read, settings_of
from cardkeeper.cli.progress import Counter
from cardkeeper.cli.terminal import DONE, Subparsers, say
from cardkeeper.errors import WrongInput
from cardkeeper.exchange.exporting import Format, pieces
from cardkeeper.exchange.tables.writing import column_groups
from cardkeeper.library import Library
from cardkeeper.library.asking import quoted
from cardkeeper.library.library import local_now
from cardkeeper.library.lists import kept
from cardkeeper.outgoing import Outgoing, Wanted, export
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
    form, columns = _form(options), _columns(options.columns)
    with open_to_read(options) as library, Counter(tr("gathered")) as counter:
        wanted = Wanted(form, _chosen(library, options), columns, options.each)
        if options.output is not None:
            count = export(library, wanted, options.output, local_now(), counter.show)
        else:
            count = _print(library, wanted, counter)
    say(trn("Wrote {count} person.", "Wrote {count} people.", count))
    return DONE


def _print(library: Library, wanted: Wanted, counter: Counter) -> int:
    people = Outgoing(library, kept(library.lists.in_order(), wanted.ids), wanted.form, counter.show)
    for piece in pieces(people, wanted.form, library.files.read, wanted.columns):
        sys.stdout.buffer.write(piece)
    sys.stdout.flush()
    return people.count


def _chosen(library: Library, options: argparse.Namespace) -> frozenset[int] | None:
    """The ids of those who were asked for; None for everyone."""
    lists, today, found = library.lists, local_today(), []
    if options.find is not None:
        found.append(lists.which(options.find, today, settings_of(library).drawer_days) or frozenset())
    for field, said, names in (("tag", options.tag, lists.tags), ("event", options.event, lists.events)):
        if said is not None:
            same = (name for name in names() if keys.fold(name) == keys.fold(said))
            some = (lists.which(f"{field}:{quoted(f'={name}')}", today) or () for name in same)
            found.append(frozenset(chain.from_iterable(some)))
    return frozenset.intersection(*found) if found else None


def _form(options: argparse.Namespace) -> Format:
    if options.dialect not in set(Format):
        raise WrongInput(
            tr("There is no export as “{dialect}” in this version.", dialect=options.dialect),
            tr("Choose one of {choices}.", choices=", ".join(Format)),
        )
    form = Format(options.dialect)
    narrowed = options.find is not None or options.event is not None or options.tag is not None
    if form is Format.ARCHIVE and (options.output is None or narrowed or options.columns or options.each):
        raise WrongInput(
            tr("An archive holds the whole library, in a file of its own."), tr("Use --as archive -o FILE.")
        )
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
