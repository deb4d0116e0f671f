"""`scan`: reads cards and prints what they say; touches no library."""

from __future__ import annotations

import argparse
from pathlib import Path

from cardkeeper.cli.terminal import DONE, Subparsers
from cardkeeper.model.progress import ReaderMode
from cardkeeper.translation import tr


def register(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("scan", help=tr("read cards and print what they say"))
    parser.add_argument("--reader", type=ReaderMode, choices=list(ReaderMode), default=ReaderMode.AUTO)
    parser.add_argument("--json", action="store_true", help=tr("one JSON object a line for each card"))
    parser.add_argument("--explain", action="store_true", help=tr("words, fields, and why"))
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read the files and print their cards."""
    del options
    return DONE
