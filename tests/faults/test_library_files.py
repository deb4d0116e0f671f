"""A library file that is damaged, foreign, newer or gone is refused with a sentence, and stays as it is."""

from __future__ import annotations

import os
import shutil
import threading
from pathlib import Path

import pytest

from cardkeeper.errors import LibraryError
from cardkeeper.files import sha256_of
from cardkeeper.library import Library, LibraryHeld
from cardkeeper.library.connection import Connection
from cardkeeper.library.places import DATABASE
from tests.core.library.samples import accepted, clock, contact
from tests.faults.conftest import NAMES, StartChild

PAGE = 4096


def refused(folder: Path) -> LibraryError:
    """The error with which the library is refused, after making sure that nothing was touched."""
    path = folder / DATABASE
    before = sha256_of(path)
    for read_only in (True, False):
        with pytest.raises(LibraryError) as caught:
            Library.open(folder, read_only=read_only, now=clock)
        assert sha256_of(path) == before
    assert caught.value.message
    assert caught.value.remedy
    return caught.value


def write_at(path: Path, offset: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(data)


def flip(path: Path, offset: int, length: int = 64) -> None:
    data = path.read_bytes()[offset : offset + length]
    write_at(path, offset, bytes(byte ^ 0xFF for byte in data))


def test_an_empty_file_is_not_taken_for_a_new_library(folder: Path) -> None:
    (folder / DATABASE).write_bytes(b"")
    assert "empty" in refused(folder).message


def test_a_picture_named_like_a_library_is_refused(folder: Path) -> None:
    (folder / DATABASE).write_bytes(b"\xff\xd8\xff\xe0" + bytes(5000))
    assert "is no library" in refused(folder).message


def test_the_database_of_another_program_is_refused(folder: Path) -> None:
    write_at(folder / DATABASE, 68, (0x12345678).to_bytes(4, "big"))
    assert "another program" in refused(folder).message


def test_a_newer_library_is_refused(folder: Path) -> None:
    write_at(folder / DATABASE, 60, (999).to_bytes(4, "big"))
    assert "newer version" in refused(folder).message


def test_a_newer_library_is_refused_when_only_its_log_says_so(folder: Path, tmp_path: Path) -> None:
    writer = Connection(folder / DATABASE)
    with writer.unit():
        writer.run("PRAGMA user_version = 999")
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    writer.close()
    assert (copy / f"{DATABASE}-wal").stat().st_size
    assert "newer version" in refused(copy).message


def test_a_library_whose_database_is_gone_is_not_begun_anew(folder: Path) -> None:
    with Library.open(folder, now=clock) as library:
        library.files.keep_bytes(b"picture", ".jpg")
    (folder / DATABASE).unlink()
    with pytest.raises(LibraryError, match="its database is gone"):
        Library.open(folder, now=clock)
    assert not (folder / DATABASE).exists()


def test_there_is_nothing_to_read_in_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="no library"):
        Library.open(tmp_path, read_only=True, now=clock)
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize("offset", [0, 100, PAGE + 8])
def test_damage_is_noticed_when_the_library_is_opened(folder: Path, offset: int) -> None:
    flip(folder / DATABASE, offset)
    assert "damaged" in refused(folder).message


@pytest.mark.parametrize("lost", [1, PAGE, 5 * PAGE])
def test_a_library_that_was_cut_off_is_refused(folder: Path, lost: int) -> None:
    path = folder / DATABASE
    os.truncate(path, path.stat().st_size - lost)
    assert "damaged" in refused(folder).message


def test_damage_on_any_page_is_noticed(folder: Path, tmp_path: Path) -> None:
    for number in range((folder / DATABASE).stat().st_size // PAGE):
        broken = tmp_path / f"page {number}"
        shutil.copytree(folder, broken)
        flip(broken / DATABASE, number * PAGE + (100 if number == 0 else 0))
        assert "damaged" in refused(broken).message


def test_a_library_that_is_open_elsewhere_says_where(folder: Path, start_child: StartChild) -> None:
    child = start_child(f"""
from pathlib import Path
from cardkeeper.library import Library
with Library.open(Path({str(folder)!r})) as library:
    print("open", flush=True)
    input()
""")
    assert child.stdout
    assert child.stdout.readline() == "open\n"
    with pytest.raises(LibraryHeld, match=f"process {child.pid} "):
        Library.open(folder, now=clock)
    with Library.open(folder, read_only=True, now=clock) as reading:
        assert sorted(row.name for row in reading.people.rows()) == sorted(NAMES)
    child.communicate("\n")
    with Library.open(folder, now=clock) as library:
        assert library.people.save(contact())


def test_a_library_whose_holder_was_killed_can_be_opened(folder: Path, start_child: StartChild) -> None:
    child = start_child(f"""
from pathlib import Path
from cardkeeper.library import Library
library = Library.open(Path({str(folder)!r}))
print("open", flush=True)
input()
""")
    assert child.stdout
    child.stdout.readline()
    child.kill()
    child.wait()
    with Library.open(folder, now=clock) as library:
        assert len(library.people.rows()) == len(NAMES)


def test_reading_beside_the_window_sees_what_is_stored_and_changes_nothing(folder: Path) -> None:
    with Library.open(folder, now=clock) as window, Library.open(folder, read_only=True, now=clock) as command:
        window.people.save(contact("Zoe Quick"))
        assert len(command.people.find("zoe")) == 1
        with window.transaction("Half"):
            window.people.save(contact("Half Done"))
            assert command.people.find("half") == ()
        for change in (lambda: command.people.save(contact()), command.history.undo):
            with pytest.raises(LibraryError, match="reading only"):
                change()
        assert window.people.find("half done")


def test_a_library_on_a_disk_where_nothing_can_be_written_can_still_be_read(folder: Path) -> None:
    connection = Connection(folder / DATABASE, read_only=True, settled=True)
    assert connection.value("SELECT count(*) FROM contacts") == len(NAMES)
    connection.close()
    assert not (folder / f"{DATABASE}-wal").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_without_rights_opens_for_reading_only(folder: Path) -> None:
    folder.chmod(0o500)
    try:
        with pytest.raises(LibraryError, match="written"):
            Library.open(folder, now=clock)
        with Library.open(folder, read_only=True, now=clock) as library:
            assert len(library.people.rows()) == len(NAMES)
    finally:
        folder.chmod(0o700)


def test_a_folder_that_can_not_be_made_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LibraryError) as caught:
        Library.open(tmp_path / "file" / "library", now=clock)
    assert caught.value.remedy


def test_a_half_made_library_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / f"{DATABASE}.new").write_bytes(b"SQLite format 3\0 and then the power went")
    with Library.open(tmp_path, now=clock) as library:
        assert library.people.save(contact())
    assert not (tmp_path / f"{DATABASE}.new").exists()


def test_another_thread_may_not_touch_the_library(folder: Path) -> None:
    with Library.open(folder, now=clock) as library:
        raised: list[BaseException] = []

        def reach_in() -> None:
            try:
                library.people.rows()
            except RuntimeError as error:
                raised.append(error)

        thread = threading.Thread(target=reach_in)
        thread.start()
        thread.join()
        assert "another thread" in str(raised[0])


def test_nothing_is_changed_outside_of_a_transaction(folder: Path) -> None:
    with Library.open(folder, now=clock) as library:
        with pytest.raises(RuntimeError, match="outside of a transaction"):
            library._connection.run("DELETE FROM contacts")
        assert len(library.people.rows()) == len(NAMES)
        card = library.cards.inbox()[0].id
        with library.transaction("Accepting"), pytest.raises(RuntimeError, match="inside of a transaction"):
            library.history.undo()
        library.cards.accept(card, accepted())
