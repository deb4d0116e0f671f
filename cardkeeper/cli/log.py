"""`log`: writes down what happened with one person or with many."""

from __future__ import annotations

import argparse

from cardkeeper.acting import Acting
from cardkeeper.cli.libraries import day, local_today, open_to_write
from cardkeeper.cli.naming import person_of
from cardkeeper.cli.terminal import DONE, Subparsers, out
from cardkeeper.errors import WrongInput
from cardkeeper.model.people import Channel, Direction, Interaction
from cardkeeper.translation import tr


def register(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("log", help=tr("write down what happened with people"))
    parser.add_argument("people", nargs="+", metavar=tr("PERSON"), help=tr("by number, or by words that find one"))
    parser.add_argument("--text", default="", metavar="TEXT", help=tr("what happened, or what to remember"))
    parser.add_argument("--how", default=Channel.CALL.value, choices=[channel.value for channel in Channel])
    parser.add_argument("--they", action="store_true", help=tr("they reached out"))
    parser.add_argument("--call-back", action="store_true", help=tr("they did not get you, and wait for an answer"))
    parser.add_argument("--on", type=day, metavar="DATE", help=tr("another day than today"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Log it with everybody named as one undo step; prints number and name of each."""
    today = local_today()
    on = options.on or today
    if on > today:
        raise WrongInput(tr("That day is still to come."), tr("Choose today or an earlier one."))
    reached = Direction.THEIRS if options.they or options.call_back else Direction.MINE
    with open_to_write(options) as library:
        people = [person_of(library, text) for text in options.people]
        entry = Interaction(0, on, Channel(options.how), reached, options.text.strip(), options.call_back)
        Acting(library).log(people, entry)
        for contact_id in dict.fromkeys(people):
            out(f"{contact_id}\t{library.people.get(contact_id).name}")
    return DONE
