"""Backups that can't be made, that are damaged, or that were made by somebody hostile; and what is restored anyway."""

from __future__ import annotations

import os
import stat
import sys
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from cardkeeper.cli.main import main
from cardkeeper.errors import LibraryError
from cardkeeper.files import sha256_of
from cardkeeper.library import BackupDamaged, Backups, Library, LibraryDamaged, Reason, pack, preview, restore
from cardkeeper.library.places import DATABASE
from tests.core.library.samples import NOW, clock, contact, dump
from tests.faults.conftest import NAMES, StartChild
from tests.faults.test_library_files import flip


@pytest.fixture
def backup(folder: Path) -> Path:
    """A good backup of the library in `folder`."""
    return Backups(folder).make(Reason.ASKED, NOW).path


def contents(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    with Library.open(folder, read_only=True, now=clock) as library:
        return dump(library)


def everything(folder: Path) -> dict[str, str]:
    """Every file in a folder by its hash."""
    return {
        str(path.relative_to(folder)): sha256_of(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix not in (".lock", ".json") and not path.name.endswith(("-shm", "-wal"))
    }


# 7 and 8: the library is damaged.


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: flip(path, 0),
        lambda path: flip(path, 100),
        lambda path: flip(path, 4096 + 8),
        lambda path: os.truncate(path, path.stat().st_size - 4096),
        lambda path: path.write_bytes(b""),
    ],
    ids=["header", "first page", "second page", "cut off", "empty"],
)
def test_a_damaged_library_is_moved_aside_and_the_newest_good_backup_takes_its_place(
    folder: Path, backup: Path, damage: Callable[[Path], object]
) -> None:
    before = contents(folder)
    damage(folder / DATABASE)
    damaged = sha256_of(folder / DATABASE)
    with pytest.raises(LibraryDamaged):
        Library.open(folder, now=clock)
    newest = Backups(folder).newest_verified()
    assert newest
    assert newest.path == backup
    restored = restore(folder, newest.path, NOW)
    assert restored.set_aside
    assert restored.set_aside.name == f"{DATABASE}.damaged-20261119-093000"
    assert sha256_of(restored.set_aside) == damaged
    assert contents(folder) == before


def test_a_command_names_the_backup_that_would_help(
    folder: Path, backup: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    flip(folder / DATABASE, 0)
    assert main(["--library", str(folder), "people"]) == 3
    assert f"restore {backup}" in capsys.readouterr().err
    assert main(["--library", str(folder), "restore", str(backup)]) == 0
    assert main(["--library", str(folder), "people"]) == 0


def test_a_second_damaged_library_does_not_overwrite_the_first(folder: Path, backup: Path) -> None:
    for _ in range(2):
        (folder / DATABASE).write_bytes(b"")
        restore(folder, backup, NOW)
    aside = [path for path in folder.glob(f"{DATABASE}.damaged-*") if not path.name.endswith(("-wal", "-shm"))]
    assert len(aside) == 2


def test_there_is_no_backup_of_a_damaged_library(folder: Path, backup: Path) -> None:
    flip(folder / DATABASE, 4096 * 3 + 8)
    before = everything(folder / "backups")
    with pytest.raises(LibraryDamaged, match="Earlier backups are still there"):
        Backups(folder).make(Reason.CLOSING, NOW)
    assert everything(folder / "backups") == before


# 9: a log of the old library lies beside the restored one.


def test_a_log_that_was_left_beside_the_old_library_does_not_touch_the_restored_one(
    folder: Path, backup: Path, start_child: StartChild
) -> None:
    before = contents(folder)
    child = start_child(f"""
from pathlib import Path
from cardkeeper.library import Library
from tests.core.library.samples import contact
library = Library.open(Path({str(folder)!r}))
for number in range(30):
    library.people.save(contact(f"Person{{number}} Lost"))
print("stored", flush=True)
input()
""")
    assert child.stdout
    child.stdout.readline()
    child.kill()
    child.wait()
    assert (folder / f"{DATABASE}-wal").stat().st_size
    restored = restore(folder, backup, NOW)
    assert contents(folder) == before
    assert restored.before
    restore(folder, restored.before.path, NOW)
    assert len(contents(folder)["contacts"]) == len(NAMES) + 30


# 12: there is no place for the backup.


def test_where_no_backup_can_be_made_the_old_ones_stay_and_the_library_goes_on(folder: Path) -> None:
    (folder / "backups").write_text("in the way")
    with Library.open(folder, now=clock) as library:
        with pytest.raises(LibraryError) as caught:
            library.backups.make(Reason.CLOSING, NOW)
        assert caught.value.remedy
        assert library.people.save(contact("Still Works"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_disk_that_fills_while_a_backup_is_made_costs_no_backup(
    folder: Path, backup: Path, start_child: StartChild
) -> None:
    before = everything(folder / "backups")
    child = start_child(f"""
import resource, signal
from pathlib import Path
from cardkeeper.errors import LibraryError
from cardkeeper.library import Backups, Reason
from tests.core.library.samples import NOW
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
for limit in (1000, 50_000, 150_000):
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    try:
        Backups(Path({str(folder)!r})).make(Reason.CLOSING, NOW)
    except LibraryError as error:
        print(bool(error.message), bool(error.remedy))
""")
    assert child.communicate()[0].splitlines() == ["True True"] * 3
    assert everything(folder / "backups") == before


# 13: the backup itself is damaged.


def test_a_damaged_backup_is_refused_and_the_next_is_offered(folder: Path, backup: Path) -> None:
    with Library.open(folder, now=clock) as library:
        library.people.save(contact("Newer"))
        newer = library.backups.make(Reason.ASKED, NOW)
    flip(newer.path, newer.path.stat().st_size // 2)
    before = everything(folder)
    with pytest.raises(BackupDamaged, match="Nothing was changed"):
        restore(folder, newer.path, NOW)
    assert everything(folder) == before
    offered = Backups(folder).newest_verified()
    assert offered
    assert offered.path == backup


@pytest.fixture
def expected_log() -> list[str]:
    return ["a backup is damaged", "the library that a backup replaces is damaged"]


def test_a_backup_of_which_a_file_is_gone_is_none(folder: Path, backup: Path) -> None:
    backup.with_suffix(".json").unlink()
    assert Backups(folder).newest_verified() is None
    Backups(folder).make(Reason.ASKED, NOW + timedelta(minutes=1))
    assert not backup.exists()


def test_a_backup_of_a_newer_version_is_refused(folder: Path, tmp_path: Path) -> None:
    alone = tmp_path / "newer.sqlite"
    data = bytearray((folder / DATABASE).read_bytes())
    data[60:64] = (999).to_bytes(4, "big")
    alone.write_bytes(data)
    before = everything(folder)
    with pytest.raises(LibraryError, match="newer version"):
        restore(folder, alone, NOW)
    assert everything(folder) == before


# 20: an archive that wants to write elsewhere, or to fill the disk.


def hostile(folder: Path, backup: Path, archive: Path) -> Backups:
    backups = Backups(folder)
    (whole,) = (one for one in backups.all() if one.path == backup)
    pack(whole, backups.pictures, archive)
    return backups


@pytest.mark.parametrize(
    "name",
    [
        "../outside.txt",
        "/absolute.txt",
        "C:\\windows.txt",
        "files/../../outside.txt",
        "files/ab/../../x",
        "CON",
        "files/CON",
        "x" * 300,
        "files/\u202egpj.exe",
        "library.sqlite/",
        "files/ab/" + "ab" * 32 + ".jpg/../../../x",
    ],
)
def test_what_an_archive_wants_to_write_elsewhere_is_refused_entry_by_entry(
    folder: Path, backup: Path, tmp_path: Path, name: str
) -> None:
    archive, before = tmp_path / "hostile.zip", contents(folder)
    hostile(folder, backup, archive)
    with zipfile.ZipFile(archive, "a") as opened:
        opened.writestr(name, b"gotcha")
    outside = everything(tmp_path)
    elsewhere = tmp_path / "elsewhere"
    restored = restore(elsewhere, archive, NOW)
    assert len(restored.preview.refused) == 1
    assert contents(elsewhere) == before
    assert {path: sha for path, sha in everything(tmp_path).items() if not path.startswith("elsewhere")} == outside
    assert not any(b"gotcha" in path.read_bytes() for path in elsewhere.rglob("*") if path.is_file())


def test_links_and_bombs_in_an_archive_are_refused(folder: Path, backup: Path, tmp_path: Path) -> None:
    archive = tmp_path / "hostile.zip"
    hostile(folder, backup, archive)
    link = zipfile.ZipInfo(f"files/ab/{'ab' * 32}.jpg")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    bomb = zipfile.ZipInfo(f"files/cd/{'cd' * 32}.jpg")
    bomb.compress_type = zipfile.ZIP_DEFLATED
    other = zipfile.ZipInfo(f"files/ef/{'ef' * 32}.jpg")
    with zipfile.ZipFile(archive, "a") as opened:
        opened.writestr(link, "/etc/passwd")
        opened.writestr(bomb, bytes(200 << 20))
        opened.writestr(other, b"not what its name says")
    found = preview(tmp_path / "elsewhere", archive)
    assert [said.split(" ", 1)[1] for said in found.refused] == [
        "is no plain file.",
        "would become far too large.",
        "is not what it was.",
    ]


@pytest.mark.parametrize("how", ["cut off", "no library in it", "other database", "another note"])
def test_an_archive_that_is_not_whole_is_refused(folder: Path, backup: Path, tmp_path: Path, how: str) -> None:
    archive = tmp_path / "broken.zip"
    hostile(folder, backup, archive)
    if how == "cut off":
        os.truncate(archive, archive.stat().st_size // 2)
    else:
        with zipfile.ZipFile(archive) as whole:
            held = {name: whole.read(name) for name in whole.namelist()}
        if how == "no library in it":
            del held["library.sqlite"]
        elif how == "other database":
            held["library.sqlite"] = b"SQLite format 3\x00" + bytes(5000)
        else:
            held["library.sqlite"] = held["library.sqlite"].replace(b"Ada", b"Eda")
        with zipfile.ZipFile(archive, "w") as opened:
            for name, data in held.items():
                opened.writestr(name, data)
    before = everything(folder)
    with pytest.raises(LibraryError) as caught:
        restore(folder, archive, NOW)
    assert caught.value.remedy
    assert everything(folder) == before


def test_a_picture_is_no_backup(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "card.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(500))
    for path in (tmp_path / "card.jpg", tmp_path / "nothing there"):
        with pytest.raises(LibraryError):
            preview(folder, path)


def test_what_an_unpacking_left_that_was_killed_goes_when_the_library_is_opened(folder: Path) -> None:
    left = folder / "unpacking-abc"
    left.mkdir()
    (left / DATABASE).write_bytes(b"half")
    with Library.open(folder, now=clock):
        assert not left.exists()
