"""`demo`: fills a library with made-up people, to try the program."""

from __future__ import annotations

import argparse

from cardkeeper import demo
from cardkeeper.cli.libraries import day, folder_of, local_today
from cardkeeper.cli.passwords import key_of
from cardkeeper.cli.terminal import DONE, Subparsers, out
from cardkeeper.library import Library
from cardkeeper.translation import tr


def register(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("demo", help=tr("fill a library with made-up people"))
    parser.add_argument("--people", type=int, required=True, metavar="N", help=tr("how many"))
    parser.add_argument("--seed", type=int, default=1, metavar="S", help=tr("another number gives other people"))
    parser.add_argument("--on", type=day, metavar="DATE", help=tr("the day to make it up for (default: today)"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Fill the library, as one undo step."""
    today = options.on or local_today()
    clock = demo.Clock.on(today)
    folder = folder_of(options)
    with Library.open(folder, key=key_of(options, folder), now=clock) as library:
        demo.fill(library, options.people, options.seed, today, clock)
        out(
            tr(
                "{people} people, {cards} cards in the inbox.",
                people=len(library.people.rows()),
                cards=len(library.cards.inbox()),
            )
        )
    return DONE
