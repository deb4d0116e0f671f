"""A library with a password opens with that alone, keeps all that it held, and leaves nothing open beside it."""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image

from cardkeeper import pipeline
from cardkeeper.errors import LibraryError
from cardkeeper.library import (
    PASSWORDS,
    Backups,
    Key,
    Library,
    LibraryDamaged,
    PasswordNeeded,
    Reason,
    Stopped,
    WrongPassword,
    has_password,
    new_key,
    pack,
    preview,
    reseal,
    restore,
    unlocked,
)
from cardkeeper.library.key import unlock
from cardkeeper.library.places import DATABASE, FILES, SEALED, SET_ASIDE
from cardkeeper.library.salvage import salvage
from cardkeeper.matching import combine
from cardkeeper.model.cards import ReaderName
from cardkeeper.model.progress import CardRead, Opened, ReadOptions
from cardkeeper.reading.fake import FakeReader
from cardkeeper.reading.panel import Panel
from tests.core.library.samples import NOW, add_card, clock, contact, dump
from tests.core.library.test_backups import MINUTE

pytestmark = pytest.mark.skipif(not PASSWORDS, reason="sqlcipher3 has no wheel for this machine")

PASSWORD = "correct horse battery staple"
NAMES = ("Norma R. Jones", "Ada King")
OPEN_WORDS = (b"Norma", b"Lindgate", b"norma", b"scan of", b"card of", b"Rotunda", b"cello")
"""Of people, and of their pictures, as they lie in a library without a password."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library without a password, with two people, their cards, a backup, and things that were set aside."""
    folder = tmp_path / "library"
    with Library.open(folder, now=clock) as library:
        for name in NAMES:
            add_card(library, name)
        library.backups.make(Reason.ASKED, NOW)
        library.files.keep_bytes(b"scan of nobody, Norma", ".jpg")
        library.check(repair=True)
    (folder / f"{DATABASE}.damaged-20260101").write_bytes(b"Norma R. Jones")
    return folder


def contents(folder: Path, key: Key | None = None) -> dict[str, list[tuple[object, ...]]]:
    with Library.open(folder, key=key, read_only=True, now=clock) as library:
        return dump(library)


def pictures(folder: Path, key: Key | None = None) -> list[bytes]:
    with Library.open(folder, key=key, read_only=True, now=clock) as library:
        cards = [card for row in library.people.rows() for card in library.cards.of_contact(row.id)]
        assert cards
        return [library.files.read(hashed) or b"" for card in cards for hashed in (card.scan.sha256, card.card.picture)]


def lies_open(folder: Path) -> Iterator[str]:
    """Each file in a folder in which a word stands that only who has the password may read."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and any(word in path.read_bytes() for word in OPEN_WORDS):
            yield str(path.relative_to(folder))


def files_in(folder: Path) -> list[str]:
    """The names of all files but those of backups, which have a time of their own, and of who has it open."""
    names = (str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    passing = ("backups/2", "backups/making", "library.lock", f"{DATABASE}-")
    return sorted(name for name in names if not name.startswith(passing))


def seal(folder: Path, password: str = PASSWORD) -> Key:
    key = new_key(password)
    reseal(folder, None, key, NOW)
    return key


def test_it_opens_with_the_password_and_holds_what_it_held(folder: Path) -> None:
    before, seen = contents(folder), pictures(folder)
    assert list(lies_open(folder))
    resealed = reseal(folder, None, new_key(PASSWORD), NOW)
    assert resealed.left == 0
    assert has_password(folder)
    key = unlocked(folder, PASSWORD)
    assert key == resealed.key
    assert (contents(folder, key), pictures(folder, key)) == (before, seen)
    with Library.open(folder, key=key, now=clock) as library:
        assert library.check().ok


def test_nothing_in_its_folder_can_be_read_without_the_password(folder: Path) -> None:
    key = seal(folder)
    assert list(lies_open(folder)) == []
    assert not (folder / FILES).exists()
    with Library.open(folder, key=key, now=clock) as library:
        add_card(library, "Norma Newcomer")
        library.backups.make(Reason.ASKED, NOW + MINUTE)
        assert list(lies_open(folder)) == []  # nor in the write-ahead log while it is used
    assert list(lies_open(folder)) == []
    names = {path.name for path in (folder / SEALED).rglob("*")}
    with Library.open(folder, key=key, now=clock) as library:
        hashes = {card.card.picture for row in library.people.rows() for card in library.cards.of_contact(row.id)}
    assert not names & hashes, "whoever has a copy of a picture could tell that it is here"


def test_without_the_password_it_is_not_opened_and_never_called_damaged(folder: Path) -> None:
    seal(folder)
    for read_only in (False, True):
        with pytest.raises(PasswordNeeded) as caught:
            Library.open(folder, read_only=read_only)
        assert not isinstance(caught.value, LibraryDamaged)
        with pytest.raises(WrongPassword, match="That is not the password"):
            Library.open(folder, key=new_key(PASSWORD), read_only=read_only)
    with pytest.raises(WrongPassword, match="That is not the password"):
        unlocked(folder, "correct horse")


def test_a_password_counts_by_its_letters_and_not_by_its_keyboard(folder: Path) -> None:
    seal(folder, "Caf\u00e9 'Mu\u0308ller' \"x\" \\ 日本")
    assert unlocked(folder, "Cafe\u0301 'M\u00fcller' \"x\" \\ 日本")


def test_any_program_that_knows_sqlcipher_opens_it(folder: Path) -> None:
    seal(folder)
    other = pytest.importorskip("sqlcipher3.dbapi2").connect(str(folder / DATABASE))
    other.execute(f"PRAGMA key = '{PASSWORD}'")
    assert other.execute("SELECT count(*) FROM contacts").fetchone() == (2,)
    other.close()


def test_a_password_is_changed_and_the_old_one_opens_nothing_any_more(folder: Path) -> None:
    before, seen = contents(folder), pictures(folder)
    first = seal(folder)
    lying = sorted(path.name for path in (folder / SEALED).rglob("*"))
    with pytest.raises(WrongPassword):
        reseal(folder, new_key("guessed"), new_key("other"), NOW)
    second = reseal(folder, first, new_key("other"), NOW).key
    with pytest.raises(WrongPassword):
        unlocked(folder, PASSWORD)
    assert (contents(folder, second), pictures(folder, second)) == (before, seen)
    assert sorted(path.name for path in (folder / SEALED).rglob("*")) == lying, "pictures need not be made anew"
    (backup,) = Backups.of(folder, second).all()
    with pytest.raises(WrongPassword):
        unlock(backup.path, PASSWORD)
    assert unlock(backup.path, "other") == second


def test_a_password_is_taken_away_and_everything_is_as_it_was(folder: Path) -> None:
    before, seen, lying = contents(folder), pictures(folder), files_in(folder)
    opened = list(lies_open(folder))
    key = seal(folder)
    reseal(folder, key, None, NOW)
    assert not has_password(folder)
    assert (contents(folder), pictures(folder)) == (before, seen)
    assert len(list(lies_open(folder))) == len(opened)
    assert not (folder / SEALED).exists()
    with sqlite3.connect(folder / DATABASE) as plain:
        assert plain.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'seal'").fetchone() == (0,)
    plain.close()
    assert files_in(folder) == lying


def test_a_library_with_a_password_does_all_that_one_without_does(folder: Path) -> None:
    key = seal(folder)
    with Library.open(folder, key=key, now=clock) as library:
        original, _ = add_card(library, "Ben Lee")
        assert library.files.read(original) == b"scan of Ben Lee"
        (ben,) = library.people.find("bEn le")
        (ada,) = library.people.find("ada")
        library.merges.merge(ada, ben, combine(library.people.get(ada), library.people.get(ben)))
        assert library.people.find("ben") == (ada,)
        library.history.undo()
        assert library.people.find("ben lee") == (ben,)
        with library.beside() as beside:
            assert len(beside.people.rows()) == 3
        seen: list[int] = []
        other = threading.Thread(target=lambda: seen.append(_counted(library)))
        other.start()
        other.join()
        assert seen == [3]
        library.people.delete(ben)
        library.erasing.erase(library.trash.all()[0].id)
        assert library.files.path_of(original) is None
        assert library.check().ok
        library.backups.make(Reason.ASKED, NOW + MINUTE)
        for backup in library.backups.all():
            assert ben in backup.note.erased or backup.made_at > NOW


def _counted(library: Library) -> int:
    with library.beside() as beside:
        return len(beside.people.rows())


def test_what_was_done_before_the_password_can_still_be_undone(folder: Path) -> None:
    with Library.open(folder, now=clock) as library:
        library.people.save(contact("Cleo Ray"))
    key = seal(folder)
    with Library.open(folder, key=key, now=clock) as library:
        library.history.undo()
        assert library.people.find("cleo") == ()
        library.history.redo()
        assert library.people.find("cleo")


def test_who_has_the_password_reads_beside_who_writes(folder: Path) -> None:
    key = seal(folder)
    with Library.open(folder, key=key, now=clock) as library:
        library.people.save(contact("Cleo Ray"))
        with Library.open(folder, key=key, read_only=True, now=clock) as reading:
            assert reading.people.find("cleo")
        with pytest.raises(LibraryError, match="already open"):
            Library.open(folder, key=key, now=clock)


def test_cards_that_are_read_into_it_are_sealed_at_once(folder: Path, tmp_path: Path) -> None:
    key = seal(folder)
    file = tmp_path / "front.jpg"
    Image.new("RGB", (640, 400), "white").save(file)
    with Library.open(folder, key=key, now=clock) as library:
        options = ReadOptions(store=library.files.folder, seal_key=library.seal_key)
        events = tuple(pipeline.read_file(file, options, Panel(FakeReader(ReaderName.TESSERACT, {}))))
        (opened,) = (event for event in events if isinstance(event, Opened))
        (read,) = (event.read for event in events if isinstance(event, CardRead))
        assert library.files.read(opened.scan.sha256) == file.read_bytes()
        assert (library.files.read(read.card.picture) or b"").startswith(b"\xff\xd8")
        again = pipeline.reread(read.card, 90, options, Panel(FakeReader(ReaderName.TESSERACT, {})))
        assert (again.card.width, again.card.height) == (read.card.height, read.card.width)
        assert pipeline.draw_page(opened.scan.sha256, 1, options).width == 640
    for path in (folder / SEALED).rglob("*"):
        assert path.is_dir() or path.read_bytes()[:8] == b"CKSEAL1\n"
    assert repr(library.seal_key) not in repr(options)


def test_a_picture_that_was_altered_is_noticed_and_comes_back_from_a_backup(folder: Path) -> None:
    key = seal(folder)
    seen = pictures(folder, key)
    with Library.open(folder, key=key, now=clock) as library:
        library.backups.make(Reason.ASKED, NOW + MINUTE)
        (card, *_) = library.cards.of_contact(library.people.find("ada")[0])
        path, other = library.files.path_of(card.card.picture), library.files.path_of(card.scan.sha256)
        assert path
        assert other
        data = other.read_bytes()
        path.unlink()  # it has a second name in the backups
        path.write_bytes(data)  # a whole one, but under the wrong name
        assert not library.check().ok
        report = library.check(repair=True)
        assert report.ok
        assert report.repaired
    assert pictures(folder, key) == seen


def test_backups_have_the_password_and_bring_back_what_they_hold(folder: Path) -> None:
    key = seal(folder)
    before = contents(folder, key)
    with Library.open(folder, key=key, now=clock) as library:
        backup = library.backups.make(Reason.ASKED, NOW + MINUTE)
        assert backup.note.sealed
        with pytest.raises(PasswordNeeded):
            preview(folder, backup.path)
        assert preview(folder, backup.path, key).people == 2
        add_card(library, "Ben Lee")
        library.restore(backup.path)
        assert dump(library) == before
    assert len(pictures(folder, key)) == 4


def test_a_backup_carried_away_asks_for_the_password_that_it_had(folder: Path, tmp_path: Path) -> None:
    before, seen = contents(folder), pictures(folder)
    key = seal(folder)
    archive, new = tmp_path / "carried.zip", tmp_path / "new"
    with Library.open(folder, key=key, now=clock) as library:
        backup = library.backups.make(Reason.ASKED, NOW + MINUTE)
        pack(backup, library.backups.pictures_of(backup), archive)
    assert not any(word in archive.read_bytes() for word in OPEN_WORDS)
    with pytest.raises(PasswordNeeded, match="password of its own"):
        restore(new, archive, NOW)
    with pytest.raises(WrongPassword):
        restore(new, archive, NOW, password="guessed")
    restore(new, archive, NOW, password=PASSWORD)
    fresh = unlocked(new, PASSWORD)
    assert (contents(new, fresh), pictures(new, fresh)) == (before, seen)


@pytest.mark.parametrize("then", [None, "another password"])
def test_a_restored_library_is_protected_as_the_present_one(folder: Path, tmp_path: Path, then: str | None) -> None:
    """Whatever password the backup had: it is never put down more openly than the library that it replaces."""
    before, seen = contents(folder), pictures(folder)
    key = seal(folder)
    archive = tmp_path / "carried.zip"
    with Library.open(folder, key=key, now=clock) as library:
        backup = library.backups.make(Reason.ASKED, NOW + MINUTE)
        pack(backup, library.backups.pictures_of(backup), archive)
    now = reseal(folder, reseal(folder, key, None, NOW).key, new_key(then) if then else None, NOW).key
    restored = restore(folder, archive, NOW + 2 * MINUTE, now, PASSWORD)
    assert restored.before
    assert has_password(folder) is (then is not None)
    assert (contents(folder, now), pictures(folder, now)) == (before, seen)
    with Library.open(folder, key=now, now=clock) as library:
        assert library.check(repair=True).ok
    if then:
        assert list(lies_open(folder)) == []


def test_an_open_backup_is_sealed_when_it_is_restored(folder: Path, tmp_path: Path) -> None:
    before, seen, archive = contents(folder), pictures(folder), tmp_path / "open.zip"
    backups = Backups(folder)
    pack(backups.all()[0], backups.pictures, archive)
    key = seal(folder)
    restore(folder, archive, NOW + MINUTE, key)
    assert (contents(folder, key), pictures(folder, key)) == (before, seen)
    assert list(lies_open(folder)) == []


def test_nobody_restores_over_a_library_whose_password_they_do_not_have(folder: Path, tmp_path: Path) -> None:
    backups, archive = Backups(folder), tmp_path / "open.zip"
    pack(backups.all()[0], backups.pictures, archive)
    key = seal(folder)
    before = contents(folder, key)
    with pytest.raises(PasswordNeeded):
        restore(folder, archive, NOW)
    with pytest.raises(WrongPassword):
        restore(folder, archive, NOW, new_key("guessed"))
    assert contents(folder, key) == before


def test_earlier_backups_may_stay_open_and_are_sealed_later(folder: Path) -> None:
    key = new_key(PASSWORD)
    assert reseal(folder, None, key, NOW, backups=False).left == 1
    assert any(name.startswith("backups") for name in lies_open(folder))
    with Library.open(folder, key=key, now=clock) as library:
        assert len(library.backups.otherwise()) == 1
        restored = preview(folder, library.backups.all()[0].path, key)
        assert (restored.people, restored.lacking) == (2, 0)
    assert reseal(folder, key, key, NOW).left == 0
    assert list(lies_open(folder)) == []


def test_stopping_leaves_the_library_as_it_was(folder: Path) -> None:
    before = contents(folder)

    def stop(done: int, _all: int) -> None:
        if done == 2:
            raise Stopped("stopped")

    with pytest.raises(Stopped):
        reseal(folder, None, new_key(PASSWORD), NOW, progress=stop)
    assert not has_password(folder)
    assert not (folder / SEALED).exists()
    assert contents(folder) == before


def test_who_has_the_library_open_keeps_its_password_from_being_changed(folder: Path) -> None:
    with Library.open(folder, now=clock), pytest.raises(LibraryError, match="already open"):
        reseal(folder, None, new_key(PASSWORD), NOW)
    assert not has_password(folder)


def test_a_damaged_library_with_a_password_is_told_from_a_wrong_password(folder: Path) -> None:
    key = seal(folder)
    path = folder / DATABASE
    data = bytearray(path.read_bytes())
    data[200:260] = bytes(60)
    path.write_bytes(data)
    assert unlocked(folder, PASSWORD) == key
    with pytest.raises(WrongPassword):
        unlocked(folder, "guessed")
    with pytest.raises(LibraryDamaged):
        Library.open(folder, key=key)


def test_people_are_saved_out_of_a_damaged_library_with_a_password(folder: Path) -> None:
    key = seal(folder)
    path = folder / DATABASE
    data = bytearray(path.read_bytes())
    for page in range(len(data) // 4096 - 8, len(data) // 4096):
        data[page * 4096 + 100] ^= 0xFF
    path.write_bytes(data)
    found = salvage(folder, key)
    assert {person.name for person, _ in found.people} == set(NAMES)


def test_a_plain_library_with_a_spoiled_beginning_is_no_library_with_a_password(folder: Path) -> None:
    path = folder / DATABASE
    path.write_bytes(bytes(range(100)) + path.read_bytes()[100:])
    assert not has_password(folder)
    with pytest.raises(LibraryDamaged):
        Library.open(folder)


def test_a_key_is_never_told(folder: Path) -> None:
    key = seal(folder)
    for said in (repr(key), str(key), repr(unlocked(folder, PASSWORD))):
        assert key.secret.hex() not in said
        assert repr(key.secret) not in said


def test_neither_password_nor_key_gets_into_a_log(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Also not where somebody looks at everything that the libraries say of their work."""
    with caplog.at_level(logging.DEBUG):
        key = seal(folder)
        with Library.open(folder, key=key, now=clock) as library:
            backup = library.backups.make(Reason.ASKED, NOW + MINUTE)
            library.restore(backup.path)
            sealing = library.seal_key
        reseal(folder, unlocked(folder, PASSWORD), None, NOW)
    assert "the library has a new password" in caplog.text
    assert "INSERT" not in caplog.text, "whoever logs statements logs what people are called"
    for secret in (PASSWORD, key.secret.hex(), key.salt.hex(), sealing.hex()):
        assert secret.lower() not in caplog.text.lower()


def test_what_a_change_that_was_killed_left_open_goes_when_the_library_is_opened(folder: Path) -> None:
    """As when the password was being taken away: half of the open form lay there already."""
    plain = (folder / DATABASE).read_bytes()
    key = seal(folder)
    (folder / f"{DATABASE}.sealing").write_bytes(plain)
    for half in (FILES, "discarded"):
        (folder / half / "ab").mkdir(parents=True)
        (folder / half / "ab" / ("ab" * 32)).write_bytes(b"scan of Norma")
    (folder / FILES / "unfinished").touch()
    assert list(lies_open(folder))
    Library.open(folder, key=key, now=clock).close()
    assert list(lies_open(folder)) == []


def test_files_put_there_by_hand_are_never_removed(folder: Path, tmp_path: Path) -> None:
    """Whoever puts an earlier, open database into the folder of a library with a password keeps the sealed files."""
    plain = (folder / DATABASE).read_bytes()
    key = seal(folder)
    sealed = (folder / DATABASE).read_bytes()
    (folder / DATABASE).write_bytes(plain)
    with Library.open(folder, now=clock) as library:
        assert library.people.find("ada")
    (folder / DATABASE).write_bytes(sealed)
    assert len(pictures(folder, key)) == 4


def test_erased_people_leave_backups_with_a_password_too(folder: Path) -> None:
    key = seal(folder)
    with Library.open(folder, key=key, now=clock) as library:
        library.backups.make(Reason.ASKED, NOW + MINUTE)
        (ada,) = library.people.find("ada")
        library.people.delete(ada)
        library.erasing.erase(library.trash.all()[0].id)
        library.people.save(contact("Cleo Ray"))
        library.backups.make(Reason.ASKED, NOW + timedelta(hours=1))
        for backup in library.backups.all():
            assert backup.note.erased == (ada,) or backup.made_at == NOW + timedelta(hours=1)
            assert preview(folder, backup.path, key).people in (1, 2)
            assert len(backup.pictures()) == 2


def test_a_damaged_library_with_a_password_is_replaced_by_its_backup(folder: Path, expected_log: list[str]) -> None:
    expected_log.append("the library that a backup replaces is damaged")
    key = seal(folder)
    before, seen = contents(folder, key), pictures(folder, key)
    (backup,) = Backups.of(folder, key).all()
    path = folder / DATABASE
    data = bytearray(path.read_bytes())
    for page in range(1, len(data) // 4096):
        data[page * 4096 + 100] ^= 0xFF
    path.write_bytes(data)
    restored = restore(folder, backup.path, NOW + MINUTE, key)
    assert restored.set_aside
    assert restored.set_aside.read_bytes() == data
    assert (contents(folder, key), pictures(folder, key)) == (before, seen)


def test_what_was_set_aside_while_there_was_a_password_can_be_read_without_one(folder: Path) -> None:
    key = seal(folder)
    with Library.open(folder, key=key, now=clock) as library:
        library.files.keep_bytes(b"scan of nobody at all", ".jpg")
        assert library.check(repair=True).repaired
    reseal(folder, key, None, NOW)
    aside = {path.read_bytes(): path for path in (folder / SET_ASIDE).iterdir()}
    assert aside[b"scan of nobody at all"].suffix == ".jpg"
    assert b"scan of nobody, Norma" in aside


def test_a_picture_that_can_not_be_opened_any_more_is_kept_aside(folder: Path) -> None:
    key = seal(folder)
    with Library.open(folder, key=key, now=clock) as library:
        (card, *_) = library.cards.of_contact(library.people.find("ada")[0])
        path = library.files.path_of(card.card.picture)
        assert path
        data = path.read_bytes()[:-1]
        path.unlink()
        path.write_bytes(data)
    reseal(folder, key, None, NOW)
    assert data in [aside.read_bytes() for aside in (folder / SET_ASIDE).iterdir()]
    with Library.open(folder, now=clock) as library:
        assert library.check(repair=True).ok, "its backup has it whole"


def test_sealed_files_of_another_library_are_kept_aside(folder: Path) -> None:
    (folder / SEALED / "ab").mkdir(parents=True)
    (folder / SEALED / "ab" / ("ab" * 32)).write_bytes(b"sealed by somebody")
    key = seal(folder)
    assert len(pictures(folder, key)) == 4
    assert any(path.is_file() and ("ab" * 32) in path.name for path in (folder / SET_ASIDE).rglob("*"))


def test_a_damaged_backup_stays_as_it_is(folder: Path, expected_log: list[str]) -> None:
    expected_log.append("a damaged backup was left as it is")
    (backup,) = Backups(folder).all()
    data = backup.path.read_bytes()[:-4096]
    backup.path.write_bytes(data)
    assert reseal(folder, None, new_key(PASSWORD), NOW).left == 1
    assert backup.path.read_bytes() == data


def test_where_there_is_no_library_no_password_is_set(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="There is no library"):
        reseal(tmp_path, None, new_key(PASSWORD), NOW)
    assert not (tmp_path / DATABASE).exists()
