"""Imports are foreseeable, repeatable, and undone in one step; what a person wrote is never overwritten."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cardkeeper.exchange.loading import Loaded, load
from cardkeeper.importing.adding import with_missing
from cardkeeper.importing.applying import apply, prepare, said_of, work
from cardkeeper.importing.planning import Outcome, Plan, plan_of
from cardkeeper.library import Library
from cardkeeper.library.backups import Reason
from cardkeeper.model.people import Contact, FollowUpKind, Kept, Phone, PhoneKind, Position, Stage
from tests.core.exchange.tables import GOOGLE, LINKEDIN, OUTLOOK
from tests.core.exchange.vcards import APPLE, SAMPLES, card, many
from tests.core.library.samples import clock


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library", now=clock) as library:
        yield library


def file(data: str | bytes, name: str = "people") -> Loaded:
    return load(name, data.encode() if isinstance(data, str) else data, region="DE")


def bring(library: Library, *files: Loaded) -> Plan:
    plan = plan_of(library, files)
    apply(library, plan, clock(), lambda _done, _of: None)
    return plan


def outcomes(plan: Plan) -> list[str]:
    return [item.outcome.value for item in plan.items]


FILES = {
    "every vCard": many(SAMPLES.values()),
    "Google": GOOGLE.encode(),
    "Outlook": OUTLOOK.encode("cp1252"),
    "LinkedIn": LINKEDIN.encode(),
    "names only": b"Name\nAnn Lee\nBob Ray\n",
}


@pytest.mark.parametrize("name", FILES)
def test_the_same_file_again_changes_nothing(library: Library, name: str) -> None:
    first = bring(library, file(FILES[name], name))
    assert first.count(Outcome.NEW) == len(file(FILES[name]).records) == len(library.people.all())
    before = library.people.all()
    again = bring(library, file(FILES[name], name))
    assert again.to_do == ()
    assert {item.why for item in again.items if item.outcome is Outcome.SAME} == {"Imported before."}
    assert library.people.all() == before


def test_it_changes_nothing_either_when_people_were_changed_since(library: Library) -> None:
    bring(library, file(GOOGLE))
    for person in library.people.all():
        library.people.save(replace(person, name="Another name", emails=(), phones=(), notes="mine", kept=()))
    before = library.people.all()
    assert bring(library, file(GOOGLE)).to_do == ()
    assert library.people.all() == before


def test_looking_changes_nothing(library: Library) -> None:
    plan = plan_of(library, [file(GOOGLE)])
    assert (plan.count(Outcome.NEW), library.people.all(), library.history.can_undo) == (3, (), "")
    assert plan_of(None, [file(GOOGLE)]) == plan


def test_an_import_is_one_step_back(library: Library) -> None:
    library.people.save(Contact("Ann Lee", emails=("ann@lumen.example",)))
    before = library.people.all()
    more = "First Name,Last Name,E-mail,Phone\nAnn,Lee,ann@lumen.example,030 6966377\nBob,Ray,bob@x.example,\n"
    plan = bring(library, file(more))
    assert outcomes(plan) == ["merges", "new"]
    assert library.history.can_undo == said_of(plan) == "Imported 2 people"
    library.history.undo()
    assert library.people.all() == before
    assert plan_of(library, [file(more)]) == plan


def test_somebody_known_gets_what_is_missing_and_keeps_all_else(library: Library) -> None:
    ann = Contact(
        "Ann Lee", (Position("CTO", "", "Lumen"),), ("ann@lumen.example",), notes="Met twice", tags=("friend",)
    )
    ann_id = library.people.save(ann)
    text = (
        "First Name,Last Name,E-mail,Mobile,Company,Notes,Tags\n"
        "Ann,Lee,ANN@lumen.example,0171 5550123,Lumen GmbH,New,x\n"
    )
    (item,) = bring(library, file(text)).items
    assert (item.outcome, item.why) == (Outcome.MERGES, "Adds to Ann Lee: phone, tag, note.")
    now = library.people.get(ann_id)
    assert (now.name, now.positions, now.emails) == (ann.name, ann.positions, ann.emails)
    assert now.phones == (Phone("0171 5550123", PhoneKind.MOBILE, "+491715550123"),)
    assert (now.notes, now.tags) == ("Met twice\n\nNew", ("friend", "x"))
    assert len(library.people.all()) == 1


def test_somebody_who_may_be_known_is_added_and_told(library: Library) -> None:
    known = library.people.save(Contact("Ann Lee", emails=("ann@lumen.example",)))
    plan = plan_of(library, [file("Name,Phone\nAnn Lee,030 6966377\n")])
    (item,) = plan.items
    assert (item.outcome, item.known and item.known.id) == (Outcome.NEW, known)
    assert item.why == "May be Ann Lee: same name."
    merged = plan.with_choice(0, Outcome.MERGES)
    apply(library, merged, clock(), lambda _done, _of: None)
    assert [person.phones for person in library.people.all()] == [(Phone("030 6966377", e164="+49306966377"),)]


def test_a_person_may_leave_somebody_out(library: Library) -> None:
    plan = plan_of(library, [file("Name\nAnn Lee\nBob Ray\n")]).with_choice(0, Outcome.LEFT_OUT)
    apply(library, plan, clock(), lambda _done, _of: None)
    assert [person.name for person in library.people.all()] == ["Bob Ray"]


def test_one_entry_of_an_address_book_is_known_by_its_number(library: Library) -> None:
    bring(library, file(card("VERSION:3.0", "UID:7", "FN:Ann Lee", "NOTE:a")))
    (item,) = plan_of(library, [file(card("VERSION:3.0", "UID:7", "FN:Ann Lee-Ray", "TEL:1"))]).items
    assert item.outcome is Outcome.MERGES


def test_a_record_twice_is_taken_once(library: Library) -> None:
    plan = bring(library, file("Name,Email\nAnn,a@x.example\nAnn,a@x.example\n", "twice.csv"))
    assert outcomes(plan) == ["new", "same"]
    assert plan.items[1].why == "The same as line 2 of twice.csv."


def test_problems_come_first_and_say_where(library: Library) -> None:
    plan = plan_of(library, [file(LINKEDIN)])
    assert [(item.outcome, item.line) for item in plan.items] == [
        (Outcome.PROBLEM, 7),
        (Outcome.NEW, 5),
        (Outcome.NEW, 6),
    ]


def test_how_one_met_and_what_came_next_is_taken_along(library: Library) -> None:
    bring(library, file(LINKEDIN))
    priya = next(person for person in library.people.all() if person.name == "Priya Beispiel")
    (met,) = library.people.encounters(priya.id)
    assert (met.context.event, met.context.on) == ("LinkedIn", date(2024, 3, 5))
    (step,) = library.follow_ups.of(priya.id)
    assert (step.kind, step.stage, step.reason) == (FollowUpKind.NONE, Stage.NONE, "Imported from people")


def test_pictures_are_kept_with_the_library(library: Library) -> None:
    bring(library, file(APPLE))
    (bobby,) = library.people.all()
    photo = next(kept for kept in bobby.kept if kept.name == "PHOTO")
    assert library.files.path_of(photo.file)
    assert library.check().ok


def test_what_is_kept_is_found(library: Library) -> None:
    bring(library, file(APPLE))
    (bobby,) = library.people.all()
    for words in ("skype bobby", "Kim", "anniversary"):
        assert library.people.find(words) == (bobby.id,)


def test_a_stop_takes_everything_back(library: Library) -> None:
    class Stopped(Exception):
        pass

    def stop(done: int, of: int) -> None:
        if done == of:
            raise Stopped

    with pytest.raises(Stopped):
        apply(library, plan_of(library, [file(GOOGLE)]), clock(), stop)
    assert library.people.all() == ()
    assert library.history.can_undo == ""


def test_parts_of_an_import_are_one_step(library: Library) -> None:
    plan = plan_of(library, [file(GOOGLE)])
    doing = work(library, plan, clock())
    done: list[int | None] = [0]
    while done[-1] is not None:
        with library.transaction(said_of(plan), step="import 1"):
            done.append(next(doing, None))
    assert done == [0, 0, 3, None]
    assert len(library.people.all()) == 3
    library.history.undo()
    assert library.people.all() == ()


def test_a_backup_is_made_before(library: Library) -> None:
    library.people.save(Contact("Ann"))
    prepare(library, plan_of(library, []), clock())
    assert [backup.note.reason for backup in library.backups.all()] == [Reason.IMPORT]


KNOWN = Contact(
    "Ann Lee",
    (Position("CTO", "Research", "Lumen"),),
    ("ann@lumen.example",),
    (Phone("+49 30 6966377", PhoneKind.WORK, "+49306966377"),),
    ("www.lumen.example",),
    ("Ring 1, 18028 Calau, Germany",),
    ("friend",),
    notes="Likes tea",
    kept=(Kept("BDAY", "1980-01-02"), Kept("NICKNAME", "Annie", group="item1")),
)


@pytest.mark.parametrize(
    "record",
    [
        KNOWN,
        Contact("Lee, Ann", emails=("ANN@lumen.example",)),
        Contact("Dr. Ann Lee", phones=(Phone("030 6966377"),)),
        Contact("Ann Lee", (Position("", "", "Lumen GmbH"),)),
        Contact("Ann Lee", websites=("https://lumen.example/",)),
        Contact("Ann Lee", addresses=("Ring 1, 18028 Calau",)),
        Contact("Ann Lee", tags=("Friend",), notes="likes tea"),
        Contact("Ann Lee", kept=(Kept("BDAY", "1981-01-02"), Kept("REV", "20200101T000000Z"))),
    ],
)
def test_another_writing_of_what_is_known_adds_nothing(record: Contact) -> None:
    assert with_missing(KNOWN, record) == KNOWN


def test_another_name_is_kept_and_a_new_job_goes_beside_the_old() -> None:
    added = with_missing(KNOWN, Contact("Annabel Lee", (Position("CEO", "", "Ali AB"),)))
    assert (added.name, added.other) == ("Ann Lee", ("Annabel Lee",))
    assert added.positions == (*KNOWN.positions, Position("CEO", "", "Ali AB"))


def test_groups_of_two_cards_stay_apart() -> None:
    record = Contact(
        "Ann Lee",
        phones=(Phone("1"),),
        kept=(Kept("TEL", "1", group="item1", stands_for="1"), Kept("X-ABLabel", "Office", group="item1")),
    )
    brought = with_missing(KNOWN, record).kept[2:]
    assert len({kept.group for kept in brought}) == 1
    assert brought[0].group != "item1"
