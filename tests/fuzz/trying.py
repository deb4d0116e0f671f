"""What the program does with a file that came in, and a process in which that is tried."""

from __future__ import annotations

import faulthandler
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from cardkeeper.capture.framing import find_cards
from cardkeeper.capture.pages import open_document
from cardkeeper.errors import WorldError
from cardkeeper.exchange.exporting import Format, pieces
from cardkeeper.exchange.people import ExportedPerson
from cardkeeper.importing.applying import apply
from cardkeeper.importing.planning import plan_of
from cardkeeper.importing.sources import load_file
from cardkeeper.library import Library, preview, salvage
from cardkeeper.library.library import local_now
from cardkeeper.library.places import DATABASE
from tests.fuzz.samples import ARCHIVE, DATABASE_FILE, PICTURE, TABLE, VCARD

MOST_MEMORY: Final = 1 << 30
"""Bytes that a process may hold at most, whatever it is given."""


class Tried(Exception):
    """A case that used more than it may."""


def try_picture(path: Path) -> None:
    for page in open_document(path).pages():
        find_cards(page.picture)


def try_people(path: Path) -> None:
    """Read, import into a library with somebody in it, write again, and take back."""
    loaded = load_file(path)
    people = [ExportedPerson(record.contact, record.met) for record in loaded.records]
    for form in (Format.CSV, Format.VCARD3, Format.VCARD4):
        for _ in pieces(people, form, lambda _: None):
            pass
    with tempfile.TemporaryDirectory(dir=path.parent) as folder, Library.open(Path(folder) / "library") as library:
        plan = plan_of(library, [loaded])
        if plan.to_do:
            apply(library, plan, local_now(), lambda _done, _of: None)
            library.history.undo()
        if not library.whole.empty:
            raise Tried("undo left something of the import")


def try_archive(path: Path) -> None:
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        with suppress(WorldError):
            preview(Path(folder) / "library", path)
        try_people(path)


def try_database(path: Path) -> None:
    """Open it as a library and look at all that is in it; save what can be read."""
    with tempfile.TemporaryDirectory(dir=path.parent) as name:
        folder = Path(name)
        shutil.copyfile(path, folder / DATABASE)
        with suppress(WorldError):
            salvage(folder)
        with Library.open(folder) as library:
            library.check(repair=True)
            rows = library.people.rows()
            library.people.some([row.id for row in rows])
            library.people.find("a")
            library.cards.inbox()


WAYS: Final[dict[str, Callable[[Path], None]]] = {
    PICTURE: try_picture,
    VCARD: try_people,
    TABLE: try_people,
    ARCHIVE: try_archive,
    DATABASE_FILE: try_database,
}


def serve(line: Connection, said: Path) -> None:
    """Try the files that are named on the line; answer with nothing, or with how a file was too much.

    A mistake in the program ends this process, and what it says of that goes into the file `said`.
    """
    with said.open("wb") as target:
        os.dup2(target.fileno(), sys.stderr.fileno())
    faulthandler.enable()
    while True:
        kind, path = line.recv()
        # What the program says of a file that is wrong is what is hoped for.
        with suppress(WorldError):
            WAYS[kind](path)
        held = most_held()
        line.send(f"held {held >> 20} MB" if held > MOST_MEMORY else "")


def most_held() -> int:
    """The most bytes that this process has held in memory; 0 where the system does not say."""
    if sys.platform == "win32":
        return 0
    status = Path("/proc/self/status")
    if status.exists():
        # What the system accounts begins with what the process held that started this one; this line does not.
        lines = status.read_text(encoding="ascii", errors="replace").splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:"))
    usage = import_module("resource")
    held: int = usage.getrusage(usage.RUSAGE_SELF).ru_maxrss
    return held
