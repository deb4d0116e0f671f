"""`about`: the versions of the program and of what it is built on, the readers as they answer here."""

from __future__ import annotations

import argparse
import platform

import msgspec

from cardkeeper import __version__
from cardkeeper.cli.terminal import DONE, Subparsers, out
from cardkeeper.library.connection import sqlite_version
from cardkeeper.reading.neural import NeuralReader
from cardkeeper.reading.protocol import Probe
from cardkeeper.reading.tesseract import TesseractReader
from cardkeeper.translation import tr


def register(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("about", help=tr("show versions, and which readers can read here"))
    parser.add_argument("--json", action="store_true", help=tr("one JSON object"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print what is in use, each with its version."""
    told = {
        "Cardkeeper": __version__,
        "Python": platform.python_version(),
        "SQLite": ".".join(map(str, sqlite_version())),
        "Neural reader": _reader(NeuralReader().probe()),
        "Tesseract": _reader(TesseractReader().probe()),
        "System": platform.platform(),
    }
    if options.json:
        out(msgspec.json.encode(told).decode())
    else:
        for name, version in told.items():
            out(f"{name}: {version}")
    return DONE


def _reader(probe: Probe) -> str:
    if not probe.available:
        return tr("not here ({why})", why=probe.detail)
    return f"{probe.version} ({probe.detail})"
