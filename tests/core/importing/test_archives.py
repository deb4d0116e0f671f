"""Everything leaves as one open file, and comes back as what it was."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from cardkeeper.demo import Clock, fill
from cardkeeper.errors import UnreadableFile, WrongInput
from cardkeeper.exchange.archive import Archive, is_archive
from cardkeeper.exchange.loading import load
from cardkeeper.importing.applying import apply
from cardkeeper.importing.archives import load_archive, take_all
from cardkeeper.importing.planning import Outcome, plan_of
from cardkeeper.library import Library
from cardkeeper.model.people import Contact
from cardkeeper.outgoing import write_everything
from tests.core.exchange.vcards import SAMPLES, many
from tests.core.library.samples import TODAY, clock


def dump(library: Library) -> dict[str, list[dict[str, object]]]:
    return {table: list(library.whole.rows(table)) for table in library.whole.tables}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of a lived-in library."""
    moment = Clock.on(TODAY)
    place = tmp_path_factory.mktemp("archive")
    with Library.open(place / "library", now=moment) as library:
        fill(library, 20, 7, TODAY, moment)
        plan = plan_of(library.people, [load("v.vcf", many(SAMPLES.values()))])
        apply(library, plan, clock(), lambda _done, _of: None)
        library.people.delete(library.people.all()[0].id)
        write_everything(library, place / "all.zip", clock())
        (place / "rows.json").write_text(json.dumps(dump(library)), encoding="utf-8")
    return place / "all.zip"


def test_an_empty_library_takes_everything_as_it_was(archive: Path, tmp_path: Path) -> None:
    with Library.open(tmp_path / "new", now=clock) as library:
        take_all(library, archive)
        assert json.loads(json.dumps(dump(library))) == json.loads((archive.parent / "rows.json").read_text("utf-8"))
        assert library.check().ok
        library.history.undo()
        assert library.whole.empty
        library.history.redo()
        assert not library.whole.empty


def test_a_library_with_people_gets_those_who_are_missing(archive: Path, tmp_path: Path) -> None:
    with Library.open(tmp_path / "new", now=clock) as library:
        library.people.save(Contact("Somebody Else"))
        with pytest.raises(WrongInput, match="not empty"):
            take_all(library, archive)
        loaded = load_archive(archive)
        plan = plan_of(library.people, [loaded])
        assert plan.count(Outcome.NEW) == len(loaded.records)
        apply(library, plan, clock(), lambda _done, _of: None)
        assert len(library.people.all()) == len(loaded.records) + 1
        assert plan_of(library.people, [load_archive(archive)]).to_do == ()
        photos = [kept.file for person in library.people.all() for kept in person.kept if kept.file]
        assert photos
        assert all(library.files.path_of(photo) for photo in photos)


def test_it_is_open_for_any_program(archive: Path) -> None:
    assert is_archive(archive)
    with zipfile.ZipFile(archive) as opened:
        assert json.loads(opened.read("cardkeeper.json"))["format"] == 1
        people = [json.loads(line) for line in opened.read("people.jsonl").splitlines()]
        assert {"name", "emails", "phones"} <= people[0]["contact"].keys()
        assert any(name.endswith(".jpg") for name in opened.namelist())
    with Archive(archive) as read:
        assert read.refused == ()
        assert read.note.people == len(people)


def test_an_archive_of_a_newer_program_is_refused(archive: Path, tmp_path: Path) -> None:
    with Library.open(tmp_path / "new", now=clock) as library, pytest.raises(WrongInput, match="newer version"):
        library.whole.put("Import", library.whole.version + 1, [])
    newer = tmp_path / "newer.zip"
    with zipfile.ZipFile(newer, "w") as target:
        target.writestr(
            "cardkeeper.json", '{"format":2,"schema":1,"made_at":"2026-01-01T00:00:00Z","people":0,"cards":0}'
        )
    with pytest.raises(UnreadableFile, match="newer version"):
        Archive(newer)


def test_places_that_cannot_be_written_are_named(tmp_path: Path) -> None:
    with Library.open(tmp_path / "new", now=clock) as library, pytest.raises(WrongInput, match="is a folder"):
        write_everything(library, tmp_path, clock())
