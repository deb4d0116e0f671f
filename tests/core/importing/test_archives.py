"""Everything leaves as one open file, and comes back as what it was."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from cardkeeper import settings
from cardkeeper.demo import Clock, fill
from cardkeeper.errors import UnreadableFile, WrongInput
from cardkeeper.exchange.archive import Archive, is_archive
from cardkeeper.exchange.loading import load
from cardkeeper.importing.applying import apply, prepare, settings_after, work
from cardkeeper.importing.archives import load_archive
from cardkeeper.importing.planning import Outcome, plan_of
from cardkeeper.library import Library
from cardkeeper.library.joining import BESIDE_PEOPLE
from cardkeeper.model.overview import SavedSearch
from cardkeeper.model.people import Channel, Contact, Event, Interaction
from cardkeeper.model.relationships import Introduction
from cardkeeper.outgoing import write_everything
from tests.core.exchange.vcards import SAMPLES, many
from tests.core.importing.taking import take_in
from tests.core.library.samples import TODAY, clock, drop


def dump(library: Library) -> dict[str, list[dict[str, object]]]:
    return {table: list(library.whole.rows(table)) for table in library.whole.tables}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of a lived-in library."""
    moment = Clock.on(TODAY)
    place = tmp_path_factory.mktemp("archive")
    with Library.open(place / "library", now=moment) as library:
        fill(library, 20, 7, TODAY, moment)
        plan = plan_of(library, [load("v.vcf", many(SAMPLES.values()))])
        apply(library, plan, clock(), lambda _done, _of: None)
        library.people.delete(library.people.all()[0].id)
        write_everything(library, place / "all.zip", clock())
        (place / "rows.json").write_text(json.dumps(dump(library)), encoding="utf-8")
    return place / "all.zip"


def test_an_empty_library_takes_everything_as_it_was(archive: Path, tmp_path: Path) -> None:
    with Library.open(tmp_path / "new", now=clock) as library:
        take_in(library, archive)
        assert json.loads(json.dumps(dump(library))) == json.loads((archive.parent / "rows.json").read_text("utf-8"))
        assert library.check().ok
        library.history.undo()
        assert library.whole.empty
        library.history.redo()
        assert not library.whole.empty


def test_trash_and_merges_come_into_a_library_that_holds_nobody(tmp_path: Path) -> None:
    with Library.open(tmp_path / "old", now=clock) as old:
        plan = plan_of(old, [load("v.vcf", many(SAMPLES.values()))])
        apply(old, plan, clock(), lambda _done, _of: None)
        removed, kept, merged = old.people.all()[:3]
        old.people.delete(removed.id)
        old.merges.merge(kept.id, merged.id, kept)
        write_everything(old, tmp_path / "all.zip", clock())
    with Library.open(tmp_path / "new", now=clock) as library:
        library.searches.save(SavedSearch("Berlin", "berlin"))
        take_in(library, tmp_path / "all.zip")
        library.trash.restore(library.trash.all()[0].id)
        ((merge, _),) = library.merges.all()
        library.merges.separate(merge.id)
        for person in (removed, kept, merged):
            assert library.people.get(person.id) == person
        assert all(library.files.path_of(each.file) for each in removed.kept if each.file)
        assert [search.name for search in library.searches.all()] == ["Berlin"]
        assert library.check().ok


def told(library: Library) -> dict[str, int]:
    """How much is told of people: lines of each table beside those of people themselves, and the trash."""
    return {table: len(list(library.whole.rows(table))) for table in BESIDE_PEOPLE}


def test_a_library_with_people_gets_all_that_is_missing(archive: Path, tmp_path: Path) -> None:
    with Library.open(tmp_path / "old", now=clock) as old:
        take_in(old, archive)
        everything, names = told(old), {person.name for person in old.people.all()}
    with Library.open(tmp_path / "new", now=clock) as library:
        somebody = library.people.save(Contact("Somebody Else"))
        library.log.add(Interaction(somebody, TODAY, Channel.CALL, text="Hello"))
        before = dump(library)
        plan = take_in(library, archive)
        assert plan.count(Outcome.NEW) == plan.people == len(names)
        assert {person.name for person in library.people.all()} == names | {"Somebody Else"}
        everything["interactions"] += 1
        assert told(library) == everything
        assert library.check().ok
        photos = [kept.file for person in library.people.all() for kept in person.kept if kept.file]
        pictures = [row["picture"] for row in library.whole.rows("cards")]
        assert photos
        assert pictures
        assert all(library.files.path_of(sha256) for sha256 in (*photos, *pictures))
        library.history.undo()
        assert dump(library) == before


def test_the_same_archive_again_changes_nothing(archive: Path, tmp_path: Path) -> None:
    with Library.open(tmp_path / "new", now=clock) as library:
        library.people.save(Contact("Somebody Else"))
        take_in(library, archive)
        library.follow_ups.save(replace(library.follow_ups.open()[0], due=None))
        before = dump(library)
        assert {item.outcome for item in take_in(library, archive).items} == {Outcome.SAME}
        assert dump(library) == before


@pytest.mark.parametrize("after", [1, 2, 3, 6])
def test_what_was_stopped_is_made_whole_by_the_next_time(archive: Path, tmp_path: Path, after: int) -> None:
    with Library.open(tmp_path / "whole", now=clock) as whole, Library.open(tmp_path / "half", now=clock) as half:
        for library in (whole, half):
            library.people.save(Contact("Somebody Else"))
        take_in(whole, archive)
        plan = plan_of(half, [load_archive(archive)])
        prepare(half, plan, clock())
        doing = work(half, plan, clock())
        for _ in range(after):
            with half.transaction("Imported", step="import 1"):
                next(doing)
        take_in(half, archive)
        assert told(half) == told(whole)
        assert {person.name for person in half.people.all()} == {person.name for person in whole.people.all()}
        assert half.check().ok


def test_an_archive_of_this_library_changes_nothing(archive: Path, tmp_path: Path) -> None:
    with Library.open(tmp_path / "new", now=clock) as library:
        take_in(library, archive)
        before = dump(library)
        plan = take_in(library, archive)
        assert [(item.name, item.why) for item in plan.items if item.outcome is not Outcome.SAME] == []
        assert dump(library) == before


def test_what_happened_since_joins_those_who_are_known(archive: Path, tmp_path: Path) -> None:
    with Library.open(tmp_path / "far", now=clock) as far, Library.open(tmp_path / "near", now=clock) as near:
        take_in(far, archive)
        near.people.save(Contact("Somebody Else"))
        take_in(near, archive)
        ann, bob = far.people.all()[3:5]
        far.log.add(Interaction(ann.id, TODAY, Channel.CALL, text="She moved"))
        far.introductions.save(Introduction(ann.id, bob.id, "Both row", TODAY))
        write_everything(far, tmp_path / "later.zip", clock())
        plan = take_in(near, tmp_path / "later.zip")
        adds = {item.name: item.why for item in plan.items if item.outcome is Outcome.MERGES}
        assert adds == {
            ann.name: f"Adds to {ann.name}: conversation, introduction.",
            bob.name: f"Adds to {bob.name}: introduction.",
        }
        (known,) = (person for person in near.people.all() if person.name == ann.name)
        assert [each.text for each in near.log.of(known.id)].count("She moved") == 1
        assert far.introductions.all()[-1].why == near.introductions.all()[-1].why == "Both row"
        assert near.check().ok


def test_cards_that_wait_and_events_come_along_though_everybody_is_known(archive: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    with Library.open(other, now=clock) as library:
        take_in(library, archive)
        waiting = len(library.cards.inbox())
        drop(library, "Norma R. Jones")
        library.events.save(Event("Winter Fair"))
        write_everything(library, tmp_path / "later.zip", clock())
    with Library.open(tmp_path / "here", now=clock) as library:
        take_in(library, archive)
        people = library.people.count()
        plan = plan_of(library, [load_archive(tmp_path / "later.zip")])
        assert [item.why for item in plan.to_do] == ["Comes along: cards that wait, events."]
        take_in(library, tmp_path / "later.zip")
        assert len(library.cards.inbox()) == waiting + 1
        assert "Winter Fair" in [event.name for event in library.events.all()]
        assert library.people.count() == people
        assert library.check().ok or all("is missing" in said for said in library.check().problems)
        assert not plan_of(library, [load_archive(tmp_path / "later.zip")]).to_do
        library.history.undo()
        assert len(library.cards.inbox()) == waiting


def test_an_archive_of_cards_that_wait_alone_comes_into_an_empty_library(tmp_path: Path) -> None:
    with Library.open(tmp_path / "other", now=clock) as library:
        drop(library, "Norma R. Jones", "Ada King")
        write_everything(library, tmp_path / "waiting.zip", clock())
    with Library.open(tmp_path / "here", now=clock) as library:
        take_in(library, tmp_path / "waiting.zip")
        assert len(library.cards.inbox()) == 2


def test_who_is_left_out_stays_away_with_all_that_is_told_of_them(archive: Path, tmp_path: Path) -> None:
    with Library.open(tmp_path / "new", now=clock) as library:
        library.people.save(Contact("Somebody Else"))
        plan = plan_of(library, [load_archive(archive)])
        at = next(at for at, item in enumerate(plan.items) if item.record and item.record.met)
        plan = plan.with_choice(at, Outcome.LEFT_OUT)
        prepare(library, plan, clock())
        apply(library, plan, clock(), lambda _done, _of: None)
        name = plan.items[at].name
        assert name not in {person.name for person in library.people.all()}
        assert not any(name in json.dumps(row["draft"]) for row in library.whole.rows("cards"))
        assert library.check().ok


def test_what_somebody_set_for_themselves_comes_along_where_nothing_is_set(tmp_path: Path) -> None:
    with Library.open(tmp_path / "old", now=clock) as old:
        old.people.save(Contact("Ann Lee"))
        mine = replace(settings.Settings(), my_name="Theodor", weekly_limit=4, working_days=(1, 2), theme="dark")
        settings.save(old.folder, mine)
        write_everything(old, tmp_path / "all.zip", clock())
    with Library.open(tmp_path / "new", now=clock) as new:
        plan = plan_of(new, [load_archive(tmp_path / "all.zip")])
        here = replace(settings.Settings(), weekly_limit=7)
        after = settings_after(plan, here)
        assert (after.my_name, after.weekly_limit, after.working_days, after.theme) == ("Theodor", 7, (1, 2), "system")
        new.people.save(Contact("Bob Ray"))
        assert settings_after(plan_of(new, [load_archive(tmp_path / "all.zip")]), here) == here


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
        library.whole.joining(library.whole.version + 1)
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
