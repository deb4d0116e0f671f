"""The n-th byte can't be written any more, for steps of n up to where all fits: plain files, SQLite's log, the commit.

The system itself refuses, by its limit on the size of files, so every write is met, also those that Python never sees.
"""

from __future__ import annotations

import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from importlib import import_module
from itertools import count
from pathlib import Path

import pytest

from cardkeeper.errors import WorldError
from cardkeeper.exchange.loading import load
from cardkeeper.importing.applying import apply
from cardkeeper.importing.planning import plan_of
from cardkeeper.library import Backups, Library, Reason, restore
from cardkeeper.library.places import DATABASE, beside
from cardkeeper.matching import combine
from tests.core.library.samples import NOW, clock, contact, dump, with_two_people

FRAME = 4096 + 24
"""Bytes that a page takes in SQLite's log, sqlite.org/fileformat.html section 4.1."""
PLAIN_STEP = 40_000
MOST = 400
OLDEST = Path(__file__).resolve().parent.parent / "databases" / "version-1.sqlite"
VCARDS = "".join(f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Person {number}\r\nEND:VCARD\r\n" for number in range(9)).encode()

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")


@contextmanager
def files_up_to(size: int) -> Iterator[None]:
    """No file may be written beyond so many bytes, as on a disk that is full there."""
    resource = import_module("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def until_it_fits(do: Callable[[], object], check: Callable[[], None], start: int, step: int) -> int:
    """Leave room for ever more bytes until it is enough; after each failure look whether all is whole."""
    for number in range(MOST):
        error = attempt(do, start + number * step)
        if error is None:
            return number
        assert error.message
        assert error.remedy
        check()
    raise AssertionError("it never fits")


def attempt(do: Callable[[], object], room: int) -> WorldError | None:
    try:
        with files_up_to(room):
            do()
    except WorldError as error:
        return error
    return None


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return with_two_people(tmp_path / "library")


def contents(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    with Library.open(folder, now=clock) as library:
        assert library.check().ok
        return dump(library)


@pytest.mark.parametrize("what", ["save", "import", "merge", "remove", "undo"])
def test_a_change_is_stored_whole_or_not_at_all(folder: Path, what: str) -> None:
    with Library.open(folder, now=clock) as library:
        one, other = (row.id for row in library.people.rows())
        plan = plan_of(library, [load("people.vcf", VCARDS)])
        deeds: dict[str, Callable[[], object]] = {
            "save": lambda: library.people.save(contact("New Person")),
            "import": lambda: apply(library, plan, NOW, lambda _done, _of: None),
            "merge": lambda: library.merges.merge(
                one, other, combine(library.people.get(one), library.people.get(other))
            ),
            "remove": lambda: library.people.delete(one),
            "undo": library.history.undo,
        }
        before, can_undo = dump(library), library.history.can_undo

        def check() -> None:
            assert (dump(library), library.history.can_undo) == (before, can_undo)

        written = beside(folder / DATABASE, "-wal").stat().st_size
        assert until_it_fits(deeds[what], check, written, FRAME) > 1
        after = dump(library)
        assert after != before
    assert contents(folder) == after


def test_a_backup_is_whole_or_not_there(folder: Path) -> None:
    backups = Backups(folder)
    good = backups.make(Reason.ASKED, NOW)
    before = contents(folder)
    moments = (NOW + timedelta(minutes=minute) for minute in count(1))

    def check() -> None:
        assert backups.all() == (good,)
        assert contents(folder) == before

    assert until_it_fits(lambda: backups.make(Reason.ASKED, next(moments)), check, 0, PLAIN_STEP) > 1
    assert backups.newest_verified() != good


def test_a_restore_leaves_the_old_library_or_the_new_one(folder: Path) -> None:
    backup = Backups(folder).make(Reason.ASKED, NOW)
    old = contents(folder)
    with Library.open(folder, now=clock) as library:
        library.people.save(contact("Later Still"))
    new = contents(folder)

    def check() -> None:
        assert contents(folder) in (old, new)

    assert until_it_fits(lambda: restore(folder, backup.path, NOW), check, 0, PLAIN_STEP) > 1
    assert contents(folder) == old


def test_an_older_library_stays_old_or_is_up_to_date(tmp_path: Path) -> None:
    shutil.copy(OLDEST, tmp_path / DATABASE)

    def update() -> None:
        Library.open(tmp_path, now=clock).close()

    def check() -> None:
        for backup in Backups(tmp_path).all():
            assert backup.note.people == 3

    assert until_it_fits(update, check, 0, PLAIN_STEP) > 1
    with Library.open(tmp_path, now=clock) as library:
        assert [row.name for row in library.people.rows()] == ["Ada King", "Ben Lee", "Norma R. Jones"]
