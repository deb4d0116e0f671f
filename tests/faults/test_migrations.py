"""A library of an older version becomes one of today, or stays what it was; a copy is made before."""

from __future__ import annotations

import shutil
import signal
from pathlib import Path

import peewee
import pytest

from cardkeeper.errors import LibraryError
from cardkeeper.library import Library, Stopped, is_older
from cardkeeper.library.connection import Connection
from cardkeeper.library.migrations import steps, version_of
from cardkeeper.library.opening import open_database, open_read_only
from cardkeeper.library.places import DATABASE
from cardkeeper.model.letters import Form, Language
from cardkeeper.model.people import Tone
from tests.core.library.samples import NOW, clock, dump
from tests.faults.conftest import NAMES, StartChild

DATABASES = Path(__file__).resolve().parent.parent / "databases"

NEXT = (
    "-- A step as a later version may bring it.\nALTER TABLE contacts ADD COLUMN pronouns TEXT NOT NULL DEFAULT '';",
    "UPDATE contacts SET pronouns = 'they; them';",
    """CREATE TRIGGER guard AFTER DELETE ON events BEGIN
        UPDATE encounters SET event_id = NULL WHERE event_id = old.id;
    END;""",
    "CREATE TABLE pets (id INTEGER PRIMARY KEY, contact_id INTEGER NOT NULL REFERENCES contacts, text TEXT NOT NULL);",
    "INSERT INTO pets (contact_id, text) SELECT id, 'a dog' FROM contacts;",
)


def later(*statements: str) -> tuple[str, ...]:
    """The steps of today and one more."""
    return (*steps(), "\n".join(statements or NEXT))


def contents(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    with Library.open(folder, read_only=True, now=clock) as library:
        return dump(library)


def test_an_older_library_is_brought_up_to_date_after_a_copy_was_made(folder: Path) -> None:
    before = contents(folder)
    connection = open_database(folder, later(), NOW)
    assert version_of(connection) == len(steps()) + 1
    assert connection.value("SELECT count(*) FROM pets") == len(NAMES)
    assert connection.value("SELECT pronouns FROM contacts LIMIT 1") == "they; them"
    assert connection.value("SELECT count(*) FROM undo_steps") == 0
    connection.close()
    (copy,) = (folder / "backups").glob("*.sqlite")
    shutil.move(copy, folder / DATABASE)
    assert contents(folder) == before


@pytest.mark.parametrize("after", range(len(NEXT) + 1))
def test_a_step_that_fails_anywhere_leaves_the_library_as_it_was(folder: Path, after: int) -> None:
    before = contents(folder)
    with pytest.raises(peewee.OperationalError):
        open_database(folder, later(*NEXT[:after], "INSERT INTO nowhere VALUES (1);", *NEXT[after:]), NOW)
    assert contents(folder) == before
    assert len(list((folder / "backups").glob("*.sqlite"))) == 1


@pytest.mark.parametrize("line", range(1, 10))
def test_a_program_killed_on_the_way_leaves_the_old_library_or_the_new(
    folder: Path, start_child: StartChild, line: int
) -> None:
    before = contents(folder)
    child = start_child(f"""
import os, signal
from pathlib import Path
from cardkeeper.library.opening import open_database
from tests.core.library.samples import NOW
from tests.faults.test_migrations import later

class Dying(str):
    def splitlines(self, keepends=False):
        for number, line in enumerate(str.splitlines(self, keepends)):
            if number == {line}:
                os.kill(os.getpid(), signal.SIGKILL)
            yield line

*old, new = later()
open_database(Path({str(folder)!r}), (*old, Dying(new)), NOW).close()
""")
    if child.wait() == -signal.SIGKILL:
        assert contents(folder) == before
    assert len(list((folder / "backups").glob("*.sqlite"))) == 1
    connection = open_database(folder, later(), NOW)
    assert connection.value("SELECT count(*) FROM pets") == len(NAMES)
    connection.close()


def test_a_step_that_breaks_what_belongs_together_is_refused(folder: Path) -> None:
    before = contents(folder)
    orphan = "INSERT INTO pets (contact_id, text) VALUES (4711, 'nobody');"
    with pytest.raises(LibraryError, match="don't fit together"):
        open_database(folder, later(*NEXT, "PRAGMA defer_foreign_keys = ON;", orphan), NOW)
    assert contents(folder) == before


def test_an_older_library_is_not_brought_up_to_date_by_a_command_that_only_reads(folder: Path) -> None:
    before = (folder / DATABASE).read_bytes()
    with pytest.raises(LibraryError, match="older version"):
        open_read_only(folder, later())
    assert (folder / DATABASE).read_bytes() == before


def test_a_copy_that_can_not_be_made_stops_the_update(folder: Path) -> None:
    before = contents(folder)
    (folder / "backups").write_text("in the way")
    with pytest.raises(LibraryError):
        open_database(folder, later(), NOW)
    assert contents(folder) == before


def test_there_is_a_real_library_of_every_version() -> None:
    assert [file.name for file in sorted(DATABASES.glob("*.sqlite"))] == [
        f"version-{number + 1}.sqlite" for number in range(len(steps()))
    ]


@pytest.mark.parametrize("file", sorted(DATABASES.glob("*.sqlite")), ids=lambda file: file.stem)
def test_a_real_library_of_that_version_opens_with_everything_in_it(tmp_path: Path, file: Path) -> None:
    shutil.copy(file, tmp_path / DATABASE)
    with Library.open(tmp_path, now=clock) as library:
        assert all("is missing" in said for said in library.check().problems)
        assert [row.name for row in library.people.rows()] == ["Ada King", "Ben Lee", "Norma R. Jones"]
        assert [item.name for item in library.follow_ups.agenda()] == ["Norma R. Jones", "Ada King", "Ben Lee"]
        (norma,) = library.people.find("07640 9515 norma")
        person = library.people.get(norma)
        assert (person.company, person.facts) == ("Lindgate Homes Ltd", ("has twins", "plays the cello"))
        assert library.people.encounters(norma)[0].context.about == "first-time buyers"
        (card,) = library.cards.of_contact(norma)
        assert card.reading.lines[0].seconds[0].text == "NORMA R. JONES"
        assert len(library.cards.inbox()) == 1
        library.people.delete(norma)
        library.history.undo()
        assert library.people.get(norma) == person


def test_the_connection_waits_no_longer_than_told(folder: Path) -> None:
    connection = Connection(folder / DATABASE)
    assert connection.value("PRAGMA busy_timeout") == 4000
    assert connection.value("PRAGMA synchronous") == 2
    assert connection.value("PRAGMA foreign_keys") == 1
    assert connection.value("PRAGMA trusted_schema") == 0
    connection.close()


def test_a_library_of_version_2_has_its_relationships(tmp_path: Path) -> None:
    shutil.copy(DATABASES / "version-2.sqlite", tmp_path / DATABASE)
    with Library.open(tmp_path, now=clock) as library:
        ben, norma = library.people.find("ben")[0], library.people.find("norma")[0]
        assert library.people.get(ben).doors == ("builders in Reading",)
        assert [need.text for need in library.needs.of(norma)] == ["a structural engineer"]
        assert [lead.business for lead in library.leads.all()] == ["Clinic in Calau"]
        assert [referral.parent_id for referral in library.referrals.all()] == [1, None]
        assert [introduction.why for introduction in library.introductions.open()] == ["a survey"]
        assert [promise.text for promise in library.promises.open()] == ["Send the acoustics report"]
        assert [entry.text for entry in library.log.open()] == ["left a message"]
        assert [put_off.reason for put_off in library.put_offs.holding(NOW.date())] == ["on leave"]
        assert len(library.thanks.open()) == 2
        assert [str(event.cost) for event in library.events.all()] == ["12.50"]


def test_a_library_of_version_3_knows_who_was_removed_and_merged(tmp_path: Path) -> None:
    shutil.copy(DATABASES / "version-3.sqlite", tmp_path / DATABASE)
    with Library.open(tmp_path, now=clock) as library:
        ben, norma = library.people.find("ben")[0], library.people.find("norma")[0]
        assert [removed.name for removed in library.trash.all()] == ["Gus Gone"]
        assert library.merges.told_apart() == {tuple(sorted((ben, norma)))}
        assert [search.words for search in library.searches.all()] == ["company:lindgate"]
        (merge,) = library.merges.of(library.people.find("ada")[0])
        assert library.people.get(library.merges.separate(merge.id)).emails == ("ada@engines.example",)
        gus = library.trash.restore(library.trash.all()[0].id)
        assert library.people.get(gus).notes == "Call before noon."


def test_a_library_of_version_5_has_its_letters(tmp_path: Path) -> None:
    shutil.copy(DATABASES / "version-5.sqlite", tmp_path / DATABASE)
    with Library.open(tmp_path, now=clock) as library:
        template = library.letters.template(Form.COFFEE, Tone.WARM, Language.GERMAN)
        assert template is not None
        assert template.subject == "Kaffee?"
        letter = library.letters.unsent(library.people.find("norma")[0], Form.NOTE)
        assert letter is not None
        assert letter.body == "I write to you."


def test_a_library_of_version_7_has_the_words_that_were_begun(tmp_path: Path) -> None:
    shutil.copy(DATABASES / "version-7.sqlite", tmp_path / DATABASE)
    with Library.open(tmp_path, now=clock) as library:
        assert library.begun.words("log", library.people.find("norma")[0]) == "She asked about"
        assert library.begun.words("who") == "Max Half"


def test_stopping_the_upgrade_leaves_a_library_that_is_brought_up_to_date_the_next_time(tmp_path: Path) -> None:
    shutil.copy(DATABASES / "version-3.sqlite", tmp_path / DATABASE)
    assert is_older(tmp_path)

    def stop(_done: int, _of: int) -> None:
        raise Stopped("stopped")

    with pytest.raises(Stopped):
        Library.open(tmp_path, now=clock, progress=stop)
    assert is_older(tmp_path)
    told: list[tuple[int, int]] = []
    with Library.open(tmp_path, now=clock, progress=lambda done, of: told.append((done, of))) as library:
        everyone = library.people.count()
        assert len(library.lists.in_order()) == everyone
    assert told[-1] == (everyone, everyone)
    assert not is_older(tmp_path)


def test_of_what_is_no_library_nothing_is_said_before_it_is_opened(tmp_path: Path) -> None:
    assert not is_older(tmp_path)
    (tmp_path / DATABASE).write_bytes(b"JFIF" * 100)
    assert not is_older(tmp_path)
