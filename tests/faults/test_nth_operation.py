"""The n-th write to disk fails, for every n: what was being done is done or not, and nothing is there by half."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from cardkeeper.errors import LibraryError, WorldError
from cardkeeper.library import Backups, Library, Reason, restore
from cardkeeper.library.places import DATABASE
from cardkeeper.matching import combine
from tests.core.library.samples import NOW, add_card, clock, contact, dump, with_two_people

MOST = 200


class Disk:
    """The calls by which Python writes to a disk; the n-th of them fails, and all that come after it."""

    CALLS = ("fsync", "replace", "rename", "link", "open", "mkdir")

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._patch = monkeypatch
        self.left = -1

    @contextmanager
    def failing(self, number: int) -> Iterator[None]:
        """While this holds, the call of this number fails, as on a full disk."""
        self.left = number
        with self._patch.context() as patch:
            for name in self.CALLS:
                patch.setattr(os, name, self._guard(getattr(os, name), name))
            yield

    def _guard(self, call: Callable[..., Any], name: str) -> Callable[..., Any]:
        def guarded(*args: Any, **options: Any) -> Any:
            writes = name != "open" or (len(args) > 1 and args[1] & (os.O_WRONLY | os.O_RDWR))
            if writes:
                self.left -= 1
                if self.left < 0:
                    raise OSError(errno.ENOSPC, "No space left on device")
            return call(*args, **options)

        return guarded


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return with_two_people(tmp_path / "library")


def contents(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    with Library.open(folder, now=clock) as library:
        assert library.check(repair=True).problems == ()
        return dump(library)


def until_it_works(disk: Disk, do: Callable[[], None], check: Callable[[], None]) -> int:
    """Let the first, second, third … call fail until none does; after each failure look whether all is whole."""
    for number in range(MOST):
        error = attempt(disk, number, do)
        if error is None:
            return number
        assert error.message
        assert error.remedy
        check()
    raise AssertionError("it never works")


def attempt(disk: Disk, number: int, do: Callable[[], None]) -> WorldError | None:
    try:
        with disk.failing(number):
            do()
    except WorldError as error:
        return error
    return None


def test_a_backup(disk: Disk, folder: Path) -> None:
    backups = Backups(folder)
    good = backups.make(Reason.ASKED, NOW).path
    before = contents(folder)

    def check() -> None:
        assert good in [backup.path for backup in backups.all()]
        assert backups.newest_verified() is not None
        assert contents(folder) == before

    moments = (NOW + timedelta(minutes=minute) for minute in range(1, MOST))
    failures = until_it_works(disk, lambda: void(backups.make(Reason.ASKED, next(moments))), check)
    assert failures > 5
    assert backups.all()[0].path != good


def test_a_restore(disk: Disk, folder: Path) -> None:
    backup = Backups(folder).make(Reason.ASKED, NOW)
    old = contents(folder)
    with Library.open(folder, now=clock) as library:
        library.people.save(contact("Later Still"))
    new = contents(folder)

    def check() -> None:
        assert contents(folder) in (old, new)

    failures = until_it_works(disk, lambda: void(restore(folder, backup.path, NOW)), check)
    assert failures > 5
    assert contents(folder) == old


def test_a_picture_and_its_card(disk: Disk, folder: Path) -> None:
    with Library.open(folder, now=clock) as library:

        def check() -> None:
            pictures = {card.card.picture for row in library.people.rows() for card in library.cards.of_contact(row.id)}
            assert all(library.files.path_of(picture) for picture in pictures)

        assert until_it_works(disk, lambda: void(add_card(library, "Ben Lee")), check) > 3
        assert library.people.find("ben lee")


def void(_value: object) -> None:
    """What is done counts, not what it returns."""


class Statements:
    """Counts the changes of a database, and lets the n-th one fail as SQLite does on a broken disk."""

    def __init__(self, library: Library) -> None:
        self._library = library

    @contextmanager
    def failing(self, number: int) -> Iterator[None]:
        left = [number]

        def authorize(action: int, *_about: object) -> int:
            # 9, 18, 23: a row is removed, added, changed (sqlite3.h, SQLITE_DELETE, SQLITE_INSERT, SQLITE_UPDATE).
            if action in (9, 18, 23):
                left[0] -= 1
                if left[0] < 0:
                    return 1
            return 0

        with self._authorized(authorize):
            yield

    @contextmanager
    def failing_to_commit(self) -> Iterator[None]:
        """While this holds, whatever was changed can't be stored in the end."""

        def authorize(action: int, about: object, *_more: object) -> int:
            # 22: a transaction begins or ends (SQLITE_TRANSACTION).
            return int(action == 22 and about == "COMMIT")

        with self._authorized(authorize):
            yield

    @contextmanager
    def _authorized(self, authorize: Callable[..., int]) -> Iterator[None]:
        driver = self._library._connection._driver
        driver.set_authorizer(authorize)
        try:
            yield
        finally:
            driver.set_authorizer(None)


@pytest.mark.parametrize("what", ["save", "merge", "separate", "remove", "bring back", "undo"])
def test_the_nth_change_within_a_step(folder: Path, what: str) -> None:
    with Library.open(folder, now=clock) as library:
        one, other = (row.id for row in library.people.rows())
        deeds: dict[str, Callable[[], object]] = {
            "save": lambda: library.people.save(contact("New Person")),
            "merge": lambda: library.merges.merge(
                one, other, combine(library.people.get(one), library.people.get(other))
            ),
            "separate": lambda: library.merges.separate(library.merges.of(one)[0].id),
            "remove": lambda: library.people.delete(one),
            "bring back": lambda: library.trash.restore(library.trash.all()[0].id),
            "undo": library.history.undo,
        }
        if what == "separate":
            deeds["merge"]()
        if what == "bring back":
            deeds["remove"]()
        before, can_undo = dump(library), library.history.can_undo
        statements = Statements(library)
        failures = 0
        for number in range(0, 2_000, 7):
            try:
                with statements.failing(number):
                    deeds[what]()
            except Exception:  # noqa: BLE001 - whatever the database says, nothing of it may be there
                failures += 1
                assert (dump(library), library.history.can_undo) == (before, can_undo)
            else:
                break
        assert failures > 1
        assert library.check().ok


def test_an_update_of_an_older_library(disk: Disk, tmp_path: Path) -> None:
    source = Path(__file__).resolve().parent.parent / "databases" / "version-1.sqlite"

    def update() -> None:
        Library.open(tmp_path, now=clock).close()

    def check() -> None:
        assert (tmp_path / DATABASE).stat().st_size

    shutil.copy(source, tmp_path / DATABASE)
    assert until_it_works(disk, update, check) > 3
    with Library.open(tmp_path, now=clock) as library:
        assert [row.name for row in library.people.rows()] == ["Ada King", "Ben Lee", "Norma R. Jones"]
    assert len(Backups(tmp_path).all()) >= 1
    with pytest.raises(LibraryError):
        restore(tmp_path, tmp_path / "nothing", NOW)
