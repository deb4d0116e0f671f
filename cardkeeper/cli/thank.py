"""`thank`: whom one owes a thank-you, and that it was said."""

from __future__ import annotations

import argparse
from dataclasses import replace

import msgspec

from cardkeeper.acting import Acting
from cardkeeper.cli.libraries import local_today, open_to_read, open_to_write
from cardkeeper.cli.terminal import DONE, Subparsers, out, say
from cardkeeper.errors import WrongInput
from cardkeeper.relationships.loop_lines import what_for
from cardkeeper.translation import tr


def register(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("thank", help=tr("list the thank-yous owed, or note that one was said"))
    parser.add_argument("id", nargs="?", type=int, metavar="ID", help=tr("this thank-you was said"))
    parser.add_argument("--let-go", action="store_true", help=tr("it won't be said; say why with --because"))
    parser.add_argument("--because", default="", metavar="TEXT")
    parser.add_argument("--json", action="store_true", help=tr("list as JSON, one object a line"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """List, pay or let go."""
    if options.id is None:
        return _list(options)
    today = local_today()
    with open_to_write(options) as library:
        if options.let_go:
            if not options.because.strip():
                raise WrongInput(tr("It was let go without a reason."), tr("Say why with --because."))
            owed = library.thanks.get(options.id)
            library.thanks.save(replace(owed, let_go_on=today, reason=options.because.strip()))
        else:
            Acting(library).thank(options.id, today)
        out(library.history.can_undo)
    return DONE


def _list(options: argparse.Namespace) -> int:
    with open_to_read(options) as library:
        owed, people = library.thanks.open(), library.day.people()
        for thank_you in owed:
            name = people[thank_you.contact_id].name
            if options.json:
                out(msgspec.json.encode({"name": name, **msgspec.to_builtins(thank_you)}).decode())
            else:
                out(f"{thank_you.id}\t{name}\t{what_for(thank_you)}\t{thank_you.opened_on.isoformat()}")
    if not owed:
        say(tr("No thank-you is owed."))
    return DONE
