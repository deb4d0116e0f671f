"""The n-th write, change or commit fails while people come in or go out: all of it is there, or nothing."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cardkeeper.demo import Clock, fill
from cardkeeper.errors import LibraryError, StorageFull, WorldError
from cardkeeper.exchange.exporting import Format
from cardkeeper.exchange.loading import load
from cardkeeper.importing.applying import apply, prepare
from cardkeeper.importing.archives import load_archive
from cardkeeper.importing.planning import Plan, plan_of
from cardkeeper.library import Library
from cardkeeper.library.places import DATABASE
from cardkeeper.outgoing import Outgoing, write_each, write_everything, write_file
from tests.core.exchange.vcards import SAMPLES, many
from tests.core.library.samples import NOW, TODAY, clock, contact, dump
from tests.faults.test_nth_operation import Disk, Statements, attempt
from tests.faults.test_reading_only import without_rights

MOST = 200


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of a lived-in library, with its pictures."""
    moment, place = Clock.on(TODAY), tmp_path_factory.mktemp("archive")
    with Library.open(place / "library", now=moment) as library:
        fill(library, 6, 3, TODAY, moment)
        write_everything(library, place / "all.zip", NOW)
    return place / "all.zip"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Library.open(tmp_path / "library", now=clock) as library:
        library.people.save(contact("Norma R. Jones"))
        bring(library, plan_of(library, [load("v.vcf", many(SAMPLES.values()))]))
    return tmp_path / "library"


def bring(library: Library, plan: Plan) -> None:
    prepare(library, plan, NOW)
    apply(library, plan, NOW, lambda _done, _of: None)


def until_it_works(disk: Disk, do: Callable[[], object], check: Callable[[], None]) -> int:
    """Let the first, second, third … call fail until none does; after each failure look whether all is whole."""
    for number in range(MOST):
        error = attempt(disk, number, lambda: void(do()))
        if error is None:
            return number
        assert isinstance(error, StorageFull)
        check()
    raise AssertionError("it never works")


def void(_value: object) -> None:
    """What is done counts, not what it returns."""


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # xlsxwriter leaves its files open
@pytest.mark.parametrize("form", [Format.CSV, Format.GOOGLE, Format.XLSX, Format.VCARD3, Format.ARCHIVE])
def test_a_file_holds_what_it_held_or_all_of_the_new(disk: Disk, folder: Path, tmp_path: Path, form: Format) -> None:
    target = tmp_path / "out" / f"people{form.suffix}"
    target.parent.mkdir()
    target.write_bytes(b"old")

    def check() -> None:
        assert target.read_bytes() == b"old" or is_whole(target, form)
        assert list(target.parent.iterdir()) == [target], "nothing is left over"

    with Library.open(folder, now=clock) as library:
        people = Outgoing(library, library.lists.in_order())

        def write() -> None:
            if form is Format.ARCHIVE:
                write_everything(library, target, NOW)
            else:
                write_file(people, form, target, library.files.read)

        assert until_it_works(disk, write, check) > 1
        assert is_whole(target, form)
        gc.collect()  # so that files which xlsxwriter left open are told here and not in another test


def is_whole(path: Path, form: Format) -> bool:
    if form in {Format.XLSX, Format.ARCHIVE}:
        with zipfile.ZipFile(path) as archive:
            return archive.testzip() is None
    return len(load(path.name, path.read_bytes()).records) == len(SAMPLES) + 1


def test_of_a_file_for_each_every_one_is_whole(disk: Disk, folder: Path, tmp_path: Path) -> None:
    with Library.open(folder, now=clock) as library:
        people = Outgoing(library, library.lists.in_order())
        target = tmp_path / "cards"

        def check() -> None:
            for path in target.iterdir() if target.exists() else ():
                assert len(load(path.name, path.read_bytes()).records) == 1

        def write() -> None:
            write_each(people, Format.VCARD3, target, library.files.read)

        assert until_it_works(disk, write, check) > people.count


@pytest.mark.parametrize("what", ["vcards", "archive"])
@pytest.mark.parametrize("empty", [True, False])
def test_all_of_an_import_is_there_or_nothing(
    disk: Disk, tmp_path: Path, archive: Path, what: str, *, empty: bool
) -> None:
    with Library.open(tmp_path / "library", now=clock) as library:
        if not empty:
            library.people.save(contact("Somebody Else"))
        loaded = load("v.vcf", many(SAMPLES.values())) if what == "vcards" else load_archive(archive)
        plan, before = plan_of(library, [loaded]), dump(library)

        def check() -> None:
            assert dump(library) == before
            assert library.history.can_undo == ("" if empty else library.history.can_undo)

        assert until_it_works(disk, lambda: bring(library, plan), check) > 3
        assert library.check().ok
        pictures = [row["picture"] for row in library.whole.rows("cards")]
        assert all(library.files.path_of(str(picture)) for picture in pictures)


@pytest.mark.parametrize("what", ["vcards", "archive"])
def test_the_nth_change_or_commit_of_an_import_fails(tmp_path: Path, archive: Path, what: str) -> None:
    with Library.open(tmp_path / "library", now=clock) as library:
        library.people.save(contact("Somebody Else"))
        loaded = load("v.vcf", many(SAMPLES.values())) if what == "vcards" else load_archive(archive)
        plan, before, can_undo = plan_of(library, [loaded]), dump(library), library.history.can_undo
        prepare(library, plan, NOW)
        statements, failures = Statements(library), 0
        for number in range(0, 20_000, 37):
            try:
                with statements.failing(number):
                    apply(library, plan, NOW, lambda _done, _of: None)
            except Exception:  # noqa: BLE001 - whatever the database says, nothing of it may be there
                failures += 1
                assert (dump(library), library.history.can_undo) == (before, can_undo)
            else:
                break
        assert failures > 3
        assert library.check().ok
        assert len(library.people.all()) == len(loaded.records) + 1


def test_a_commit_that_fails_takes_everything_back(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library", now=clock) as library:
        plan = plan_of(library, [load("v.vcf", many(SAMPLES.values()))])
        with pytest.raises(WorldError), Statements(library).failing_to_commit():
            apply(library, plan, NOW, lambda _done, _of: None)
        assert library.people.all() == ()
        apply(library, plan, NOW, lambda _done, _of: None)
        assert len(library.people.all()) == len(SAMPLES)


@pytest.fixture
def left_behind(folder: Path) -> Iterator[Path]:
    """A library whose last changes still stand in SQLite's log, in a folder that can't be written."""
    above = Path(tempfile.mkdtemp())
    copy = above / "library"
    copy.mkdir()
    with Library.open(folder, now=clock) as library:
        library.people.save(contact("Written Last"))
        for name in (DATABASE, f"{DATABASE}-wal"):
            shutil.copy(folder / name, copy / name)
            (copy / name).chmod(0o444)
    assert (copy / f"{DATABASE}-wal").stat().st_size
    copy.chmod(0o555)
    above.chmod(0o755)
    yield copy
    copy.chmod(0o755)
    shutil.rmtree(above)


@pytest.mark.skipif(not hasattr(os, "setresuid"), reason="rights of folders are tried on Linux")
def test_changes_that_a_dead_program_left_in_the_log_are_told_where_nothing_can_be_written(left_behind: Path) -> None:
    """Without them, an old state would be shown as if it were the last one."""
    with without_rights(), pytest.raises(LibraryError, match="last changes") as told:
        Library.open(left_behind, now=clock, read_only=True)
    assert "Copy the folder" in told.value.remedy


@pytest.mark.skipif(not hasattr(os, "setresuid"), reason="rights of folders are tried on Linux")
def test_an_empty_log_hinders_nobody(left_behind: Path) -> None:
    log = left_behind / f"{DATABASE}-wal"
    log.chmod(0o644)
    log.write_bytes(b"")
    with without_rights(), Library.open(left_behind, now=clock, read_only=True) as read:
        assert "Norma R. Jones" in {person.name for person in read.people.all()}
