"""The whole job in the window: cards are dropped, read, reviewed by keyboard; Today has invites, the CSV everyone."""

from __future__ import annotations

import csv
import random
import shutil
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt

from cardkeeper.demo.drawing import draw
from cardkeeper.demo.people import Crowd
from cardkeeper.keys import name_key
from cardkeeper.model.cards import CardState
from cardkeeper.model.people import FollowUpKind
from tests.journey.somebody import Person
from ui.exporting import ExportingPage
from ui.jobs import FileState
from ui.parts import Button
from ui.people import PeoplePage
from ui.today import TodayPage

NOW = datetime(2026, 11, 19, 9, 30, tzinfo=UTC)
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def draw_cards(folder: Path, count: int) -> dict[str, str]:
    """Draw cards of made-up people; the names on them, by file."""
    folder.mkdir()
    chance = random.Random(11)
    crowd = Crowd(chance)
    names = {}
    for number in range(count):
        person = crowd.somebody()
        path = folder / f"IMG_{2041 + number}.jpg"
        path.write_bytes(draw(person, chance).jpeg)
        names[path.name] = person.name
    return names


def test_a_handful_of_cards_becomes_people_with_coffees_and_a_csv(person: Person, tmp_path: Path) -> None:
    names = draw_cards(tmp_path / "cards", 5)
    (tmp_path / "cards" / "notes.jpg").write_text("this is no picture")
    shutil.copy(tmp_path / "cards" / "IMG_2041.jpg", tmp_path / "cards" / "the-same-again.jpg")

    person.drops(tmp_path / "cards")
    person.waits_until(lambda: len(person.desk.jobs.files()) == 7 and not person.desk.jobs.active)
    states = {file.name: file.state for file in person.desk.jobs.files()}
    assert states.pop("notes.jpg") is FileState.FAILED
    assert sorted(states.values()).count(FileState.SEEN) <= 1
    person.waits_until(lambda: len(person.inbox.cards.cards()) == 5)

    question = person.inbox.question
    assert question.isVisible()
    assert question.isAncestorOf(person.keyboard_at())
    person.types("Housing Forum")
    question.fields.place.setFocus()
    person.types("Kornhaus, Stuttgart")
    person.presses(Qt.Key.Key_Return)
    assert not question.isVisible()
    assert {card.context.event for card in person.library.cards.inbox()} == {"Housing Forum"}

    person.presses(Qt.Key.Key_R, CTRL)
    person.waits_until(person.review.isVisible)
    for done in range(5):
        assert person.library.cards.counts()[CardState.ACCEPTED] == done
        person.presses(Qt.Key.Key_Return)
    person.waits_until(person.review.finished.isVisible)

    contacts = {name_key(contact.name) for contact in person.library.people.all()}
    assert contacts == {name_key(name) for name in names.values()}
    agenda = person.library.follow_ups.agenda()
    assert {item.follow_up.kind for item in agenda} == {FollowUpKind.COFFEE}
    assert {item.met.place for item in agenda} == {"Kornhaus, Stuttgart"}

    person.presses(Qt.Key.Key_2, CTRL)
    today = person.window.pages.page("today")
    assert isinstance(today, TodayPage)
    lines = [str(today.model.index(row).data()) for row in range(today.model.rowCount())]
    invited = [line for line in lines if line.startswith("Invite ") and line.endswith(" to coffee")]
    assert len(invited) == 5

    export_everyone(person, tmp_path / "people.csv")
    rows = list(csv.DictReader((tmp_path / "people.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert {name_key(row["Name"]) for row in rows} == contacts
    assert all("Housing Forum" in row.values() for row in rows)


def export_everyone(person: Person, target: Path) -> None:
    """Mark everyone on the page of people and export them."""
    person.presses(Qt.Key.Key_3, CTRL)
    people = person.window.pages.page("people")
    assert isinstance(people, PeoplePage)
    people.model.check(people.model.shown_ids(), on=True)
    next(button for button in people.bulk_bar.findChildren(Button) if button.text() == "Export").click()
    exporting = person.window.pages.current
    assert isinstance(exporting, ExportingPage)
    exporting.export(target)
    person.waits_until(target.exists)


def test_accepted_cards_and_then_the_whole_drop_are_taken_back_and_brought_again(
    person: Person, tmp_path: Path
) -> None:
    draw_cards(tmp_path / "cards", 2)
    person.drops(tmp_path / "cards")
    person.waits_until(lambda: len(person.desk.jobs.files()) == 2 and not person.desk.jobs.active)
    before = person.library.cards.inbox()
    assert len(before) == 2
    person.window.open_review(0)
    for _ in before:
        person.presses(Qt.Key.Key_Return)
    people = person.library.people.all()
    assert len(people) == 2

    for _ in before:
        person.presses(Qt.Key.Key_Z, CTRL)
    assert person.library.cards.inbox() == before
    person.presses(Qt.Key.Key_Z, CTRL)
    assert person.library.cards.inbox() == ()

    person.presses(Qt.Key.Key_Y, CTRL)
    assert person.library.cards.inbox() == before
    for _ in before:
        person.presses(Qt.Key.Key_Y, CTRL)
    assert person.library.people.all() == people
