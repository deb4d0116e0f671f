"""What came of each event, who of it still waits for a word, and which events are worth it."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cardkeeper.library import Library
from cardkeeper.model.people import Contact, Encounter, Event, FollowUp, FollowUpKind, MetContext, Stage
from tests.ui.lived_in import TODAY
from ui.events import EventsPage
from ui.parts import Writing
from ui.session import Session


@pytest.fixture
def ids(library: Library) -> dict[str, int]:
    breakfast = library.events.save(Event("Founders’ Breakfast", date(2026, 11, 18), "Kornhaus", Decimal("25.00")))
    fair = library.events.save(Event("=Fair", date(2025, 3, 20)))
    ids = {"breakfast": breakfast, "fair": fair}
    for name, event, stage in (
        ("Ann", breakfast, Stage.TO_INVITE), ("Ben", breakfast, Stage.MET), ("Cem", breakfast, None),
        ("Dag", fair, Stage.THANKED),
    ):  # fmt: skip
        who = library.people.save(Contact(name, (), ("ann@example.org",) if name == "Ann" else ()))
        library.people.save_encounter(Encounter(who, MetContext(), event))
        if stage:
            library.follow_ups.save(FollowUp(who, FollowUpKind.COFFEE, stage, TODAY, TODAY))
        ids[name] = who
    return ids


@pytest.fixture
def page(session: Session, ids: dict[str, int], qtbot: QtBot) -> EventsPage:
    page = EventsPage(session)
    session.changed.connect(page.refresh)
    qtbot.addWidget(page)
    page.resize(1072, 740)
    page.show()
    page.refresh(None)
    return page


def names(page: EventsPage) -> list[str]:
    lines = page.people.lines
    return [lines.index(row, 0).data() for row in range(lines.rowCount())]


def test_the_newest_event_shows_what_came_of_it(page: EventsPage) -> None:
    assert page.title.text() == "Founders’ Breakfast"
    assert page.line.text() == "Wednesday 18 November · Kornhaus · cost 25.00"
    shown = [(bar.name, bar.value, bar.note) for bar in page.funnel.bars()]
    assert shown[:4] == [
        ("Cards", 3, ""),
        ("Reviewed", 3, ""),
        ("Invited", 1, "1 not invited yet, 1 without a next step"),
        ("Met", 1, ""),
    ]
    assert "Reviewed 3" in page.funnel.accessibleDescription()


def test_who_waits_for_a_word_can_be_written_to_in_one_sitting(
    page: EventsPage, ids: dict[str, int], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.compose) as asked:
        page.write_button.click()
    assert asked.args == [Writing((ids["Ann"], ids["Cem"]))]


def test_people_still_to_do_or_all(page: EventsPage, ids: dict[str, int], qtbot: QtBot) -> None:
    page.show_event(ids["fair"])
    assert names(page) == []
    page.which.segment("all").click()
    assert names(page) == ["Dag"]
    with qtbot.waitSignal(page.open_person) as opened:
        page.people.activated.emit(page.people.lines.index(0, 0))
    assert opened.args == [ids["Dag"]]


def test_all_events_side_by_side_say_which_are_worth_it(page: EventsPage, tmp_path: Path) -> None:
    page.shape.segment("all").click()
    target = tmp_path / "events.csv"
    page.save_csv(target)
    rows = list(csv.DictReader(io.StringIO(target.read_text(encoding="utf-8-sig"))))
    assert [(row["Event"], row["Met"], row["Cost"], row["Cost for each meeting"]) for row in rows] == [
        ("'=Fair", "0", "", ""),
        ("Founders’ Breakfast", "1", "25.00", "25.00"),
    ][::-1]


def test_an_event_is_made_and_changed_without_a_dialog(page: EventsPage, library: Library) -> None:
    page.new_button.click()
    QTest.keyClicks(page.form.name, "Harbour walk")
    QTest.keyClicks(page.form.cost, "a lot")
    QTest.keyClick(page.form.cost, Qt.Key.Key_Return)
    assert "“a lot” is no number." in page.form.note.text()
    page.form.cost.setText("12,50")
    QTest.keyClick(page.form.cost, Qt.Key.Key_Return)
    assert page.title.text() == "Harbour walk"
    assert next(event for event in library.events.all() if event.name == "Harbour walk").cost == Decimal("12.50")
    page.edit_button.click()
    page.form.place.setText("Pier 4")
    page.form.save.click()
    assert page.line.text() == "No day · Pier 4 · cost 12.50"
    library.history.undo()
    assert "Pier 4" not in page.line.text()


def test_no_events_say_how_one_comes_about(session: Session, qtbot: QtBot, library: Library) -> None:
    page = EventsPage(session)
    qtbot.addWidget(page)
    page.refresh(None)
    page.show()
    assert page.empty.isVisible()


def test_cards_are_added_to_the_event_that_is_shown(page: EventsPage, ids: dict[str, int], qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.add_files_of) as wanted:
        page.add_button.click()
    assert wanted.args is not None
    assert wanted.args[0].id == ids["breakfast"]
    page.shape.segment("all").click()
    with qtbot.waitSignal(page.add_files):
        page.add_button.click()


def test_a_person_met_there_is_written_to_from_their_row(page: EventsPage, ids: dict[str, int], qtbot: QtBot) -> None:
    row = page.people.lines.row_of(ids["Ann"])
    offer = page.people.lines.index(row, page.people.lines.columnCount() - 1)
    assert offer.data() == "Write invite"
    with qtbot.waitSignal(page.compose) as asked, qtbot.assertNotEmitted(page.open_person):
        place = page.people.visualRect(offer).center()
        QTest.mouseClick(page.people.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == [Writing((ids["Ann"],))]
    page.people.setCurrentIndex(offer)
    with qtbot.waitSignal(page.compose):
        QTest.keyClick(page.people, Qt.Key.Key_Return)


def test_who_has_no_mail_address_is_offered_no_letter(page: EventsPage, ids: dict[str, int], qtbot: QtBot) -> None:
    row = page.people.lines.row_of(ids["Cem"])
    nothing = page.people.lines.index(row, page.people.lines.columnCount() - 1)
    assert nothing.data() == ""
    page.people.setCurrentIndex(nothing)
    with qtbot.waitSignal(page.open_person) as opened:
        QTest.keyClick(page.people, Qt.Key.Key_Return)
    assert opened.args == [ids["Cem"]]
