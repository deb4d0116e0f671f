"""A password is set, changed or taken away, and the disk fails or the program dies: nothing is lost, whatever comes.

`python -P -m tests.faults.test_resealing 100` kills a hundred times; a run of the tests only a few.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from cardkeeper.library import PASSWORDS, Key, Library, Resealed, WrongPassword, has_password, new_key, reseal, unlocked
from cardkeeper.library.key import fits
from cardkeeper.library.places import DATABASE
from tests.core.library.samples import NOW, clock, with_two_people
from tests.core.library.test_password import contents, lies_open, pictures
from tests.faults.conftest import ROOT
from tests.faults.test_nth_operation import Disk, attempt

pytestmark = pytest.mark.skipif(not PASSWORDS, reason="sqlcipher3 has no wheel for this machine")

MOST = 400
ONE, OTHER = "one password", "other password"

WORKER = f"""
import sys
from pathlib import Path
from cardkeeper.library import new_key, reseal, unlocked
from tests.core.library.samples import NOW
folder, key = Path(sys.argv[1]), None
key = unlocked(folder, {ONE!r}) if sys.argv[2] == "sealed" else None
new = [new_key({ONE!r}), new_key({OTHER!r}), None]
print("open", flush=True)
while True:
    for number, wanted in enumerate(new):
        key = reseal(folder, key, wanted, NOW).key
        print(number, flush=True)
"""


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


def opening(folder: Path, *keys: Key | None) -> Key | None:
    """Which of these keys the library has; None where it has none."""
    if not has_password(folder):
        return None
    return next(key for key in keys if key is not None and fits(folder / DATABASE, key))


def change(folder: Path, key: Key | None, new: Key | None, done: list[Resealed]) -> None:
    done.append(reseal(folder, key, new, NOW))


@pytest.mark.parametrize(("before", "after"), [("", ONE), (ONE, OTHER), (ONE, "")])
def test_the_disk_fails_at_any_step(disk: Disk, tmp_path: Path, before: str, after: str) -> None:
    folder = tmp_path / "library"
    with_two_people(folder)
    held, seen = contents(folder), pictures(folder)
    old = new_key(before) if before else None
    if old:
        reseal(folder, None, old, NOW)
    new = new_key(after) if after else None
    failures = 0
    for number in range(MOST):
        now = opening(folder, old, new)
        if now == new:
            # It was done when the disk failed, and is taken back to fail at the next step.
            now = reseal(folder, now, old, NOW).key
        assert now == old
        done: list[Resealed] = []
        error = attempt(disk, number, partial(change, folder, now, new, done))
        key = opening(folder, old, new)
        with Library.open(folder, key=key, now=clock) as library:
            assert library.check().ok
        assert (contents(folder, key), pictures(folder, key)) == (held, seen)
        if key:
            assert list(lies_open(folder)) == []
        if error is None and not done[0].problem:
            break
        assert error is None or key == now, "what raises changes nothing"
        failures += 1
    assert failures > 5
    assert key == new


def known(folder: Path, *passwords: str) -> Key | None:
    """The key that one of these passwords is to the library; None where it has none."""
    for password in passwords:
        with suppress(WrongPassword):
            return unlocked(folder, password)
    raise AssertionError("none of the passwords opens it")


def kill_once(folder: Path, chance: random.Random) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", WORKER, str(folder), "sealed" if has_password(folder) else "open"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert child.stdout
    assert child.stdout.readline() == "open\n"
    with suppress(subprocess.TimeoutExpired):
        child.wait(chance.uniform(0.0, 0.8))
    child.kill()
    complained = child.communicate()[1]
    assert "Error" not in complained, complained[-2000:]


def run(rounds: int, seed: int) -> None:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "library"
        with_two_people(folder)
        held, seen = contents(folder), pictures(folder)
        for _ in range(rounds):
            kill_once(folder, chance)
            key = known(folder, ONE, OTHER)
            with Library.open(folder, key=key, now=clock) as library:
                assert library.check().ok
            assert (contents(folder, key), pictures(folder, key)) == (held, seen)
            assert not key or not list(lies_open(folder))
            # For the next round, a library with the password that its child knows.
            reseal(folder, key, new_key(ONE) if chance.random() < 0.5 else None, NOW)
            assert not (folder / f"{DATABASE}.sealing").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_a_program_killed_at_any_moment_leaves_a_library_that_one_of_the_passwords_opens() -> None:
    run(5, 3)


if __name__ == "__main__":
    run(int(sys.argv[1]) if len(sys.argv) > 1 else 100, seed=1)
