"""Where sqlcipher3 has no wheel, Python's own SQLite is used: old ones make a mistake with the write-ahead log."""

from __future__ import annotations

from pathlib import Path

import pytest

from cardkeeper.library import PASSWORDS, Library, new_key, reseal
from cardkeeper.library.connection import wal_is_safe
from tests.core.library.samples import clock
from tests.faults.conftest import NAMES, StartChild


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 37, 2), False),
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 53, 4), True),
        ((4, 0, 0), True),
    ],
)
def test_the_write_ahead_log_is_used_only_where_it_is_safe(version: tuple[int, int, int], safe: bool) -> None:
    assert wal_is_safe(version) is safe


def test_a_library_works_with_pythons_own_sqlite_and_goes_back_and_forth(folder: Path, start_child: StartChild) -> None:
    child = start_child(f"""
import sys
sys.modules["sqlcipher3"] = sys.modules["pysqlite3"] = None
import sqlite3
from pathlib import Path
from cardkeeper.library import Library
from cardkeeper.library.connection import sqlite_version
from tests.core.library.samples import accepted, contact, drop
assert sqlite_version() == sqlite3.sqlite_version_info
with Library.open(Path({str(folder)!r})) as library:
    print(sqlite3.sqlite_version, library._connection.journal)
    (card,) = drop(library, "Olive Old", first_scan=300)
    library.cards.accept(card, accepted("Olive Old"))
    library.people.delete(library.people.find("olive")[0])
    library.history.undo()
    with Library.open(Path({str(folder)!r}), read_only=True) as reading:
        print(len(reading.people.find("old")), len(reading.people.rows()), len(reading.follow_ups.agenda()))
    print(all("is missing" in said for said in library.check(repair=True).problems))
""")
    first, *rest = child.communicate()[0].splitlines()
    version, journal = first.split()
    assert journal == ("wal" if wal_is_safe(tuple(int(part) for part in version.split("."))) else "delete")
    assert rest == [f"1 {len(NAMES) + 1} {len(NAMES) + 1}", "True"]
    with Library.open(folder, now=clock) as library:
        assert library._connection.journal == "wal"
        assert len(library.people.find("olive")) == 1
        library.history.undo()
        assert library.people.find("olive") == ()


@pytest.mark.skipif(not PASSWORDS, reason="sqlcipher3 has no wheel for this machine")
def test_where_it_knows_no_passwords_it_says_so(folder: Path, start_child: StartChild) -> None:
    reseal(folder, None, new_key("four words that hold"), clock())
    child = start_child(f"""
import sys
sys.modules["sqlcipher3"] = sys.modules["pysqlite3"] = None
from pathlib import Path
from cardkeeper.errors import LibraryError
from cardkeeper.library import Library, LibraryDamaged, unlocked
folder = Path({str(folder)!r})
try:
    Library.open(folder, key=unlocked(folder, "four words that hold"))
except LibraryError as error:
    print(isinstance(error, LibraryDamaged), error.message)
""")
    assert child.communicate()[0].startswith("False Libraries with a password can’t be used on this machine")
