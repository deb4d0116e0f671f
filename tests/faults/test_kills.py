"""The program is killed at any moment: the library opens again, whole, with everything that was said to be stored.

`python -P -m tests.faults.test_kills 200` kills two hundred times; a run of the tests only a few.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from cardkeeper.library import PASSWORDS, Backups, Library, new_key, reseal, unlocked
from tests.core.library.samples import NOW, clock
from tests.faults.conftest import ROOT

LONGEST = 0.35
"""Seconds after which a child is killed at the latest; by then it has done each kind of thing several times."""

WORKER = """
import itertools, sys
from datetime import timedelta
from pathlib import Path
from cardkeeper.library import Backups, Library, Reason, unlocked
from cardkeeper.matching import combine
from tests.core.library.samples import NOW, accepted, add_card, clock, contact
folder, first, password = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
library = Library.open(folder, key=unlocked(folder, password), now=clock)
print("open", flush=True)
def told(what, *ids):
    print(what, *ids, flush=True)
for number in itertools.count(first):
    add_card(library, f"Card{number} Family{number}")
    (kept,) = library.people.find(f"card{number}")
    told("added", kept)
    other = library.people.save(contact(f"Twin{number} Family{number}", emails=(f"t{number}@x.example",)))
    told("added", other)
    merge = library.merges.merge(kept, other, combine(library.people.get(kept), library.people.get(other)))
    told("merged", other)
    library.history.undo()
    told("added", other)
    gone = library.people.save(contact(f"Gone{number} Family{number}", emails=(f"g{number}@x.example",)))
    library.people.delete(gone)
    told("removed", gone)
    backup = library.backups.make(Reason.ASKED, NOW + timedelta(seconds=number))
    told("backup", number)
    library.restore(backup.path)
    told("restored", number)
"""


def kill_once(
    folder: Path, round_number: int, chance: random.Random, password: str = ""
) -> tuple[set[int], set[int], set[int]]:
    """Start a child that changes the library in every way, and kill it; who is there, gone, and the backups it made."""
    child = subprocess.Popen(
        [sys.executable, "-c", WORKER, str(folder), str(round_number * 1000), password],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert child.stdout
    assert child.stdout.readline() == "open\n"
    with suppress(subprocess.TimeoutExpired):
        child.wait(chance.uniform(0.0, LONGEST))
    child.kill()
    there: set[int] = set()
    gone: set[int] = set()
    backups: set[int] = set()
    told, complained = child.communicate()
    assert "Error" not in complained, complained[-2000:]
    for line in told.splitlines():
        what, number = line.split()
        if what == "added":
            there.add(int(number))
            gone.discard(int(number))
        elif what in ("merged", "removed"):
            gone.add(int(number))
            there.discard(int(number))
        elif what == "backup":
            backups.add(int(number))
    return there, gone, backups


def assert_whole(folder: Path, there: set[int], backups: set[int], password: str = "") -> set[int]:
    """Open it as the program would, look at everything, and return who is there."""
    with Library.open(folder, key=unlocked(folder, password), now=clock) as library:
        report = library.check(repair=True)
        assert report.problems == (), report.problems
        ids = {row.id for row in library.people.rows()}
        assert there <= ids
        assert library._connection.rows("PRAGMA integrity_check") == [("ok",)]
    kept = {backup.made_at for backup in Backups(folder).all()}
    assert {NOW + timedelta(seconds=number) for number in list(backups)[-2:]} <= kept or len(backups) > 4
    assert not backups or Backups(folder).newest_verified() is not None
    return ids


def run(rounds: int, seed: int, password: str = "") -> None:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "library"
        Library.open(folder, now=clock).close()
        if password:
            reseal(folder, None, new_key(password), NOW)
        there: set[int] = set()
        for number in range(rounds):
            added, gone, backups = kill_once(folder, number + 1, chance, password)
            # Who was being merged or removed when the child died is there or not.
            sure = (there | added) - gone - {max(added, default=0)}
            there = assert_whole(folder, sure, backups, password)


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_a_program_killed_at_any_moment_leaves_a_whole_library_with_all_that_was_told() -> None:
    run(6, 5)


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
@pytest.mark.skipif(not PASSWORDS, reason="sqlcipher3 has no wheel for this machine")
def test_a_library_with_a_password_is_as_whole_after_that() -> None:
    run(4, 7, "four words that hold")


if __name__ == "__main__":
    run(int(sys.argv[1]) if len(sys.argv) > 1 else 200, seed=1)
