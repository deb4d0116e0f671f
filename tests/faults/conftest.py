"""Children that are killed, disks that are full, files that are damaged: what the fault tests share."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cardkeeper.library import Library
from tests.core.library.samples import accepted, clock, drop

ROOT = Path(__file__).resolve().parent.parent.parent
NAMES = ("Norma R. Jones", "Ada King", "Ben Lee")

StartChild = Callable[[str], "subprocess.Popen[str]"]


@pytest.fixture
def start_child() -> Iterator[StartChild]:
    """Start a Python program in a process of its own, which is ended with the test."""
    children: list[subprocess.Popen[str]] = []

    def start(program: str) -> subprocess.Popen[str]:
        child = subprocess.Popen(
            [sys.executable, "-c", program], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        children.append(child)
        return child

    yield start
    for child in children:
        child.kill()
        child.communicate()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a library with three accepted people and a card in the inbox, closed."""
    folder = tmp_path / "library"
    with Library.open(folder, now=clock) as library:
        for card, name in zip(drop(library, *NAMES), NAMES, strict=True):
            library.cards.accept(card, accepted(name))
        drop(library, "Cleo Ray", first_scan=50)
    return folder
