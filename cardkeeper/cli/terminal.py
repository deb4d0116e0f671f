"""What commands share: exit statuses that scripts rely on, registering, and where words go."""

from __future__ import annotations

import argparse
import sys
from typing import Final, Protocol

from cardkeeper.translation import tr

DONE: Final = 0
SOME_FAILED: Final = 1
WRONG_USAGE: Final = 2
LIBRARY_UNUSABLE: Final = 3
INTERRUPTED: Final = 130
"""What shells give for Ctrl+C: 128 and the number of the signal."""


class Subparsers(Protocol):
    """What `argparse.ArgumentParser.add_subparsers` gives, for which argparse has no public name."""

    def add_parser(self, name: str, *, help: str) -> argparse.ArgumentParser: ...  # noqa: A002 - argparse's own word


def out(line: str) -> None:
    """Print a result at once, so that a program that reads along gets each line when it is ready."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def say(line: str) -> None:
    """Tell the person something that is no result: it goes to standard error."""
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


def no_display() -> int:
    """Say that there is nowhere to open a window; returns the exit status."""
    say(
        tr(
            "There is no display here, so the window can't open. Without one, give a command instead: {command}",
            command="cardkeeper scan --json card.jpg",
        )
    )
    return WRONG_USAGE
