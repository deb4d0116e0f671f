"""Who is erased is gone from the library, its pictures, its history and, with the next one, from earlier backups."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from cardkeeper.errors import WrongInput
from cardkeeper.library import Library, Reason, restore
from tests.core.library.samples import NOW, add_card, clock, contact

NAME = "Zzyzx Quarkfield"


def traces(folder: Path) -> set[str]:
    """The files in which the name, or a word of it as the search keeps it, can still be read."""
    marks = [mark.encode() for mark in (NAME, "zzyzx", "quarkfield", "Quarkfield")]
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and any(mark in path.read_bytes() for mark in marks)
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library with somebody who will be erased, and a backup of that."""
    folder = tmp_path / "library"
    with Library.open(folder, now=clock) as library:
        add_card(library, NAME)
        add_card(library, "Ada King")
        library.begun.keep("log", f"{NAME} asked", library.people.find("zzyzx")[0])
        library.backups.make(Reason.ASKED, NOW)
    return folder


def test_nothing_of_somebody_who_was_erased_can_be_read_any_more(folder: Path) -> None:
    assert traces(folder)
    with Library.open(folder, now=clock) as library:
        (person,) = library.people.find("zzyzx")
        library.people.delete(person)
        library.erasing.erase(library.trash.all()[0].id)
        assert library.trash.all() == ()
        assert (library.history.can_undo, library.history.can_redo) == ("", "")
        assert library.check().ok
    assert {path for path in traces(folder) if not path.startswith("backups/")} == set()
    with Library.open(folder, now=clock) as library:
        library.backups.make(Reason.ASKED, NOW + timedelta(days=1))
        assert [backup.note.people for backup in library.backups.all()] == [1, 2]
    assert traces(folder) == set()
    assert len(list((folder / "backups" / "files").rglob("*.jpg"))) == 2


def test_an_earlier_backup_is_still_good_without_them(folder: Path) -> None:
    with Library.open(folder, now=clock) as library:
        (person,) = library.people.find("zzyzx")
        library.people.delete(person)
        library.erasing.erase(library.trash.all()[0].id)
        library.backups.make(Reason.ASKED, NOW + timedelta(days=1))
        earlier = library.backups.all()[1]
    restore(folder, earlier.path, NOW + timedelta(days=2))
    with Library.open(folder, now=clock) as library:
        assert [row.name for row in library.people.rows()] == ["Ada King"]
        assert library.check().ok


def test_who_was_added_to_another_library_under_the_same_number_stays(folder: Path, tmp_path: Path) -> None:
    with Library.open(tmp_path / "other", now=clock) as other:
        other.people.save(contact("Same Number"))
        foreign = other.backups.make(Reason.ASKED, NOW)
    restore(folder, foreign.path, NOW + timedelta(hours=1))
    with Library.open(folder, now=clock) as library:
        (person,) = library.people.find("number")
        library.people.delete(person)
        library.erasing.erase(library.trash.all()[0].id)
        library.backups.make(Reason.ASKED, NOW + timedelta(days=1))
        before = next(backup for backup in library.backups.all() if backup.note.reason is Reason.RESTORE)
    restore(folder, before.path, NOW + timedelta(days=2))
    with Library.open(folder, now=clock) as library:
        assert [row.name for row in library.people.rows()] == ["Ada King", NAME]


def test_only_who_is_in_the_trash_can_be_erased(folder: Path) -> None:
    with Library.open(folder, now=clock) as library, pytest.raises(WrongInput):
        library.erasing.erase(4711)
