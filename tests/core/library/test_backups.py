"""Backups are made of what is stored, and bring it back exactly, pictures and all."""

from __future__ import annotations

import threading
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest

from cardkeeper.errors import LibraryError
from cardkeeper.library import Changes, Library, Reason, pack, preview, restore
from tests.core.library.samples import NOW, add_card, clock, contact, dump, with_two_people

MINUTE = timedelta(minutes=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return with_two_people(tmp_path / "library")


def contents(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    with Library.open(folder, read_only=True, now=clock) as library:
        return dump(library)


def test_a_backup_says_when_and_why_it_was_made_and_what_it_holds(folder: Path) -> None:
    with Library.open(folder, now=clock) as library:
        backup = library.backups.make(Reason.IMPORT, NOW)
        assert (backup.made_at, backup.note.reason) == (NOW, Reason.IMPORT)
        assert (backup.note.people, backup.note.cards, len(backup.pictures())) == (2, 2, 4)
        assert library.backups.all() == (backup,)


def test_a_backup_brings_back_exactly_what_was_stored(folder: Path) -> None:
    with Library.open(folder, now=clock) as library:
        _, picture = add_card(library, "Ben Lee")
        backup = library.backups.make(Reason.ASKED, NOW)
        before = dump(library)
        for row in library.people.rows():
            library.people.delete(row.id)
    kept = folder / "files" / picture[:2] / f"{picture}.jpg"
    kept.unlink()
    restored = restore(folder, backup.path, NOW + MINUTE)
    assert (restored.preview.people, restored.preview.lacking) == (3, 0)
    assert contents(folder) == before
    with Library.open(folder, now=clock) as library:
        assert library.check().ok


def test_restoring_is_undone_by_restoring_what_was_there(folder: Path) -> None:
    with Library.open(folder, now=clock) as library:
        backup = library.backups.make(Reason.ASKED, NOW)
        library.people.save(contact("Later Still"))
        later = dump(library)
    restored = restore(folder, backup.path, NOW + MINUTE)
    assert contents(folder) != later
    assert restored.before
    restore(folder, restored.before.path, NOW + 2 * MINUTE)
    assert contents(folder) == later


def test_after_a_restore_nobody_new_gets_the_number_of_somebody_who_was_replaced(folder: Path) -> None:
    with Library.open(folder, now=clock) as library:
        backup = library.backups.make(Reason.ASKED, NOW)
        replaced = library.people.save(contact("Later Still"))
    restore(folder, backup.path, NOW + MINUTE)
    with Library.open(folder, now=clock) as library:
        assert library.people.save(contact("Somebody Else")) > replaced


def test_a_backup_is_made_again_only_when_something_changed(folder: Path) -> None:
    with Library.open(folder, now=clock) as library:
        backups = library.backups
        assert backups.make_if_changed(Reason.CLOSING, NOW)
        assert backups.make_if_changed(Reason.CLOSING, NOW + MINUTE) is None
        library.people.save(contact("Ben Lee"))
        assert backups.make_if_changed(Reason.CLOSING, NOW + MINUTE, apart=10 * MINUTE) is None
        assert backups.make_if_changed(Reason.CLOSING, NOW + MINUTE)
        library.history.undo()
        assert backups.make_if_changed(Reason.CLOSING, NOW + 2 * MINUTE)
        library.history.redo()
        assert backups.make_if_changed(Reason.CLOSING, NOW + 3 * MINUTE)
        assert backups.make_if_changed(Reason.CLOSING, NOW - 500 * MINUTE, apart=10 * MINUTE) is None


def test_pictures_take_room_once_and_go_when_no_backup_holds_them_any_more(folder: Path) -> None:
    with Library.open(folder, now=clock) as library:
        backups = library.backups
        first = backups.make(Reason.ASKED, NOW - 900 * 24 * 60 * MINUTE)
        picture = first.pictures()[0]
        kept, own = backups.pictures.path_of(picture), library.files.path_of(picture)
        assert kept
        assert own
        assert kept.samefile(own)
        own.unlink()
        for months in range(1, 40):
            backups.make(Reason.ASKED, NOW - (900 - 30 * months) * 24 * 60 * MINUTE)
        assert first.path not in [backup.path for backup in backups.all()]
        assert backups.pictures.path_of(picture) is None
        assert len(backups.all()[0].pictures()) == 3


def test_another_thread_may_make_a_backup_while_the_library_is_being_changed(folder: Path) -> None:
    with Library.open(folder, now=clock) as library:
        with library.transaction("Half way"):
            library.people.save(contact("Not Stored Yet"))
            thread = threading.Thread(target=library.backups.make, args=(Reason.ASKED, NOW))
            thread.start()
            thread.join()
        backup = library.backups.newest()
        assert backup
        assert backup.note.people == 2


def test_one_file_to_carry_away_brings_everything_to_another_machine(folder: Path, tmp_path: Path) -> None:
    with Library.open(folder, now=clock) as library:
        backup = library.backups.make(Reason.ASKED, NOW)
        pack(backup, library.backups.pictures, tmp_path / "away.zip")
        before = dump(library)
    found = preview(tmp_path / "elsewhere", tmp_path / "away.zip")
    assert (found.made_at, found.people, found.cards, found.refused) == (NOW, 2, 2, ())
    restored = restore(tmp_path / "elsewhere", tmp_path / "away.zip", NOW)
    assert (restored.before, restored.set_aside) == (None, None)
    assert contents(tmp_path / "elsewhere") == before
    with Library.open(tmp_path / "elsewhere", now=clock) as library:
        assert library.check().ok


def test_a_database_alone_can_be_restored_too_and_says_how_many_pictures_it_lacks(folder: Path, tmp_path: Path) -> None:
    with Library.open(folder, now=clock) as library:
        backup = library.backups.make(Reason.ASKED, NOW)
    alone = tmp_path / "alone.sqlite"
    alone.write_bytes(backup.path.read_bytes())
    assert preview(tmp_path / "elsewhere", alone).lacking == 2
    restore(tmp_path / "elsewhere", alone, NOW)
    assert len(contents(tmp_path / "elsewhere")["contacts"]) == 2


def test_nothing_is_restored_while_somebody_has_the_library_open(folder: Path) -> None:
    with Library.open(folder, now=clock) as library:
        backup = library.backups.make(Reason.ASKED, NOW)
        with pytest.raises(LibraryError, match="already open"):
            restore(folder, backup.path, NOW)


def test_the_archive_holds_pictures_under_their_names(folder: Path, tmp_path: Path) -> None:
    with Library.open(folder, now=clock) as library:
        backup = library.backups.make(Reason.ASKED, NOW)
        pack(backup, library.backups.pictures, tmp_path / "away.zip")
    with zipfile.ZipFile(tmp_path / "away.zip") as archive:
        names = archive.namelist()
    assert names[:2] == ["library.sqlite", "backup.json"]
    assert all(name.startswith("files/") and name.endswith(".jpg") for name in names[2:])
    assert len(names) == 2 + 4


def test_a_library_that_is_open_goes_on_with_the_backup_that_was_restored(folder: Path) -> None:
    with Library.open(folder, now=clock) as library:
        backup = library.backups.make(Reason.ASKED, NOW)
        before = dump(library)
        for row in library.people.rows():
            library.people.delete(row.id)
        told: list[Changes] = []
        library.subscribe(told.append)
        restored = library.restore(backup.path)
        assert dump(library) == before
        assert [changes.said for changes in told] == ["Restored a backup"]
        library.people.save(contact("Somebody New"))
        library.history.undo()
        assert dump(library) == before
        assert restored.before
        library.restore(restored.before.path)
        assert library.people.rows() == ()
        with pytest.raises(LibraryError):
            library.restore(folder / "nothing there")
        assert library.people.save(contact("Still Open"))


def test_a_backup_that_was_just_made_stays_though_the_clock_was_put_back(folder: Path) -> None:
    with Library.open(folder, now=clock) as library:
        for minutes in range(20, 40):
            library.backups.make(Reason.ASKED, NOW + minutes * MINUTE)
        earlier = library.backups.make(Reason.ASKED, NOW)
        assert earlier in library.backups.all()
