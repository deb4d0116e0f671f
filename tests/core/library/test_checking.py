"""The check says what is not whole, mends what can be mended, and deletes nothing."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from cardkeeper.library import Library, Reason
from cardkeeper.library.places import SET_ASIDE
from cardkeeper.model.cards import ReadCard, Scan
from cardkeeper.model.people import Contact, Kept
from tests.core.library.samples import accepted, contact, dump, read_card


@pytest.fixture
def lived_in(library: Library) -> Library:
    """One card whose scan and picture are really there, accepted."""
    original = library.files.keep_bytes(b"the scan", ".jpg")
    picture = library.files.keep_bytes(b"the card", ".jpg")
    with library.transaction("Added files"):
        batch = library.cards.add_batch()
        library.cards.add_scan(batch, Scan(original, "a.jpg", "image/jpeg", 8, 1))
        card = library.cards.add_card(batch, original, with_picture(picture))
        library.cards.finish_scan(original)
    library.cards.accept(card, accepted())
    return library


def with_picture(sha256: str) -> ReadCard:
    read = read_card()
    return replace(read, card=replace(read.card, picture=sha256))


def put(library: Library, statement: str) -> None:
    """Change the database behind the library's back."""
    with library._connection.unit():
        library._connection.run("PRAGMA defer_foreign_keys = ON")
        library._connection.run(statement)


def test_a_whole_library_has_no_problems(lived_in: Library) -> None:
    report = lived_in.check()
    assert (report.ok, report.problems, report.repaired) == (True, (), ())
    assert (report.people, report.cards, report.files) == (1, 1, 2)


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM search",
        "DELETE FROM lookups",
        "DELETE FROM listings",
        "UPDATE search SET name = 'somebody else'",
        "UPDATE listings SET person = '{}'",
        "INSERT INTO search (rowid, name) VALUES (77, 'nobody')",
        "INSERT INTO lookups VALUES ('email:x', 77)",
    ],
)
def test_what_is_derived_is_made_anew_when_it_is_out_of_step(lived_in: Library, damage: str) -> None:
    whole = dump(lived_in)
    put(lived_in, damage)
    assert "search" in lived_in.check().problems[0]
    report = lived_in.check(repair=True)
    assert (report.ok, len(report.repaired)) == (True, 1)
    assert dump(lived_in) == whole
    assert lived_in.check().ok


def test_an_index_out_of_step_is_made_anew(lived_in: Library) -> None:
    connection = lived_in._connection
    put(lived_in, "DROP INDEX events_name")
    root = connection.value("SELECT rootpage FROM sqlite_schema WHERE name = 'events'")
    assert root
    put(lived_in, "CREATE INDEX events_name ON events (name_key, held_on) WHERE name_key = 'nothing'")
    connection.value("PRAGMA writable_schema = ON")
    put(lived_in, "UPDATE sqlite_schema SET sql = replace(sql, ' WHERE name_key = ''nothing''', '')")
    connection.value("PRAGMA writable_schema = RESET")
    assert "damaged" in lived_in.check().problems[0]
    report = lived_in.check(repair=True)
    assert report.ok
    assert "indexes" in report.repaired[0]
    assert lived_in.check().ok


def test_a_missing_and_a_changed_picture_are_said_and_nothing_else_is_lost(lived_in: Library) -> None:
    card = lived_in.cards.of_contact(1)[0]
    original, picture = lived_in.files.path_of(card.scan.sha256), lived_in.files.path_of(card.card.picture)
    assert original
    assert picture
    original.unlink()
    picture.write_bytes(b"altered")
    report = lived_in.check(repair=True)
    assert not report.ok
    assert re.search("scan 1 is missing", report.problems[0])
    assert re.search("card 1 was changed", report.problems[1])
    assert picture.exists()
    assert lived_in.people.get(1).name == contact().name


def test_a_picture_that_was_changed_in_place_is_told_with_its_backup(lived_in: Library) -> None:
    """Its second name among the backups is the same file where the disk has such names."""
    lived_in.backups.make(Reason.ASKED, lived_in.now())
    card = lived_in.cards.of_contact(1)[0]
    picture = lived_in.files.path_of(card.card.picture)
    assert picture
    copy = lived_in.backups.pictures.path_of(card.card.picture)
    assert copy
    for path in (picture, copy):
        path.write_bytes(b"altered")
    (problem,) = lived_in.check(repair=True).problems
    assert re.search("card 1 was changed.*No backup has it whole", problem)


def test_a_missing_and_a_changed_picture_come_back_from_a_backup(lived_in: Library) -> None:
    lived_in.backups.make(Reason.ASKED, lived_in.now())
    card = lived_in.cards.of_contact(1)[0]
    wanted = (card.scan.sha256, card.card.picture)
    before = [path.read_bytes() for sha256 in wanted if (path := lived_in.files.path_of(sha256))]
    original, picture = (path for sha256 in wanted if (path := lived_in.files.path_of(sha256)))
    original.unlink()
    picture.unlink()
    picture.write_bytes(b"altered")
    assert len(lived_in.check().problems) == 2
    report = lived_in.check(repair=True)
    assert report.ok
    assert [said.endswith("It was brought back from a backup.") for said in report.repaired] == [True, True]
    again = [path.read_bytes() for sha256 in wanted if (path := lived_in.files.path_of(sha256))]
    assert again == before
    assert (lived_in.folder / SET_ASIDE / picture.name).read_bytes() == b"altered"
    assert lived_in.check().ok


def test_files_that_undo_would_bring_back_are_not_strays(lived_in: Library) -> None:
    lived_in.history.undo()
    lived_in.history.undo()
    assert lived_in.cards.inbox() == ()
    assert lived_in.check(repair=True).ok
    lived_in.history.redo()
    assert lived_in.check().ok


def test_a_link_to_nothing_is_said(lived_in: Library) -> None:
    lived_in._connection.value("PRAGMA foreign_keys = OFF")
    put(lived_in, "UPDATE encounters SET event_id = 99")
    lived_in._connection.value("PRAGMA foreign_keys = ON")
    assert any("encounters" in said and "events" in said for said in lived_in.check().problems)


def test_a_check_of_a_library_open_for_reading_changes_nothing(lived_in: Library) -> None:
    with Library.open(lived_in.folder, read_only=True) as reading:
        assert reading.check().ok


def test_a_photo_that_came_with_a_person_is_no_stray(library: Library) -> None:
    photo = library.files.keep_bytes(b"picture", ".jpg")
    person = library.people.save(Contact("Ann", kept=(Kept("PHOTO", file=photo, media_type="image/jpeg"),)))
    assert library.check(repair=True).ok
    library.people.delete(person)
    assert library.check(repair=True).ok
    library.history.undo()
    assert library.files.path_of(photo)
    library.files.folder.joinpath(photo[:2], f"{photo}.jpg").unlink()
    assert re.search(f"person {person} is missing", library.check().problems[0])
