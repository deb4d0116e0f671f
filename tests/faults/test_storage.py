"""The power fails, the disk is full, the disk breaks: what was stored stays, and nothing is ever there by half."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cardkeeper.errors import StorageFull
from cardkeeper.library import Changes, Library
from cardkeeper.model.people import Event
from tests.core.library.samples import accepted, clock, contact, dump
from tests.faults.conftest import NAMES, StartChild


def is_whole(library: Library) -> bool:
    people = library.people.all()
    return library.check().problems == missing_pictures(library) and all(len(person.phones) == 2 for person in people)


def missing_pictures(library: Library) -> tuple[str, ...]:
    """The cards of these tests have no pictures, which the check rightly says."""
    return tuple(said for said in library.check().problems if "is missing" in said)


@pytest.mark.parametrize("stored", [1, 2, 3, 5, 8, 13, 21, 34])
def test_a_program_killed_while_it_stores_loses_nothing_that_it_said_was_stored(
    folder: Path, start_child: StartChild, stored: int
) -> None:
    child = start_child(f"""
from pathlib import Path
from cardkeeper.library import Library
from tests.core.library.samples import accepted, drop
with Library.open(Path({str(folder)!r})) as library:
    for number in range(1000, 9000):
        name = f"Person{{number}} Family{{number}}"
        (card,) = drop(library, name, first_scan=number)
        print(library.cards.accept(card, accepted(name)), flush=True)
""")
    assert child.stdout
    told = [int(child.stdout.readline()) for _ in range(stored)]
    child.kill()
    told += [int(line) for line in child.communicate()[0].split()]
    with Library.open(folder, now=clock) as library:
        assert is_whole(library)
        assert {row.id for row in library.people.rows()} >= set(told)
        assert len(library.people.rows()) <= len(NAMES) + len(told) + 1
        assert len(library.follow_ups.agenda()) == len(library.people.rows())


def limit(library: Library, pages: int) -> None:
    """A disk with room for so many pages more; None of them are free inside of the file."""
    used = library._connection.value("PRAGMA page_count")
    library._connection.value(f"PRAGMA max_page_count = {used + pages}")


def test_a_full_disk_leaves_everything_as_it_was_however_far_the_change_had_come(folder: Path) -> None:
    with Library.open(folder, now=clock) as library:
        card = library.cards.inbox()[0].id
        before, step = dump(library), library.history.can_undo
        told: list[Changes] = []
        library.subscribe(told.append)
        failures = 0
        limit(library, 0)
        while not is_accepted(library, card):
            failures += 1
            assert (dump(library), library.history.can_undo, told) == (before, step, [])
            limit(library, failures)
        assert failures > 5
        assert len(told) == 1
        limit(library, 1000)
        library.history.undo()
        assert dump(library) == before


def is_accepted(library: Library, card: int) -> bool:
    try:
        library.cards.accept(card, accepted("Cleo " + "Ray " * 5_000))
    except StorageFull:
        return False
    return True


def test_a_record_for_which_there_is_no_room_is_left_out_whole_when_the_rest_goes_on(folder: Path) -> None:
    with Library.open(folder, now=clock) as library:
        limit(library, 6)
        with library.transaction("Import"):
            library.people.save(contact("Ada Small"))
            with pytest.raises(StorageFull):
                library.people.save(contact("Ben Big", notes="x" * 100_000))
            library.events.save(Event("After"))
        assert (len(library.people.find("small")), library.people.find("big")) == (1, ())
        assert is_whole(library)


def test_who_goes_on_after_sqlite_took_the_whole_unit_back_stores_nothing_alone(folder: Path) -> None:
    with Library.open(folder, now=clock) as library:
        before = dump(library)
        limit(library, 2)
        with pytest.raises(StorageFull):
            go_on(library)
        with pytest.raises(StorageFull):
            end_quietly(library)
        assert dump(library) == before
        library.events.save(Event("After"))
        assert "After" in [event.name for event in library.events.all()]


def go_on(library: Library) -> None:
    with library.transaction("Import"):
        lose_the_unit(library)
        library.events.save(Event("Alone"))


def end_quietly(library: Library) -> None:
    with library.transaction("Import"):
        lose_the_unit(library)


def lose_the_unit(library: Library) -> None:
    """Fill the disk with one statement that needs no statement journal: SQLite then takes back everything."""
    library.events.save(Event("Before"))
    with pytest.raises(StorageFull):
        library._connection.insert("listings", {"id": 4711, "person": "x" * 100_000})
    assert not library._connection._in_transaction


def test_undo_on_a_full_disk_undoes_nothing_by_half(folder: Path) -> None:
    with Library.open(folder, now=clock) as library:
        person = library.people.save(contact(notes="x" * 100_000))
        library.people.delete(person)
        before = dump(library)
        with library._connection.unit():
            library._connection.run("CREATE TABLE ballast (x TEXT)")
            library._connection.run("INSERT INTO ballast VALUES (?)", ("x" * 300_000,))
        limit(library, 0)
        with pytest.raises(StorageFull):
            library.history.undo()
        assert dump(library) == before
        limit(library, 1000)
        library.history.undo()
        assert library.people.get(person).notes == "x" * 100_000


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_disk_that_fails_while_storing_is_said_in_words_and_leaves_nothing_by_half(
    folder: Path, start_child: StartChild
) -> None:
    child = start_child(f"""
import resource, signal
from pathlib import Path
from cardkeeper.errors import LibraryError
from cardkeeper.library import Library
from tests.core.library.samples import contact, dump
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with Library.open(Path({str(folder)!r})) as library:
    before = dump(library)
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, resource.RLIM_INFINITY))
    try:
        library.people.save(contact(notes="x" * 500_000))
    except LibraryError as error:
        print(type(error).__name__, bool(error.remedy), dump(library) == before)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    print(library.people.save(contact("After The Failure")) > 0)
""")
    said = child.communicate()[0].splitlines()
    assert said in (["LibraryError True True", "True"], ["StorageFull True True", "True"])
    with Library.open(folder, now=clock) as library:
        assert is_whole(library)
        assert library.people.find("after failure")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_picture_for_which_there_is_no_room_leaves_no_half_file(tmp_path: Path, start_child: StartChild) -> None:
    child = start_child(f"""
import resource, signal
from pathlib import Path
from cardkeeper.errors import StorageFull
from cardkeeper.files import FileStore, write_whole
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
folder = Path({str(tmp_path)!r})
write_whole(folder / "settings", b"old")
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))
for write in (
    lambda: FileStore(folder / "files").keep_bytes(bytes(5000), ".jpg"),
    lambda: write_whole(folder / "settings", bytes(5000)),
):
    try:
        write()
    except StorageFull as error:
        print(bool(error.remedy))
""")
    assert child.communicate()[0].split() == ["True", "True"]
    assert list((tmp_path / "files").rglob("*")) == []
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["settings"]
    assert (tmp_path / "settings").read_bytes() == b"old"


def test_a_picture_kept_just_before_the_power_failed_is_found_by_the_check(folder: Path) -> None:
    with Library.open(folder, now=clock) as library:
        kept = library.files.keep_bytes(b"a picture whose card was never stored", ".jpg")
        (library.files.folder / "incoming-half").write_bytes(b"half")
        assert any("2 files belong to no card" in said for said in library.check().problems)
        report = library.check(repair=True)
        assert any("set-aside" in said for said in report.repaired)
        assert library.files.path_of(kept) is None
        assert sorted(path.name for path in (folder / "set-aside").iterdir()) == [f"{kept}.jpg", "incoming-half"]
        assert not any("belong" in said for said in library.check().problems)
