"""Whom do I know at X, who used to be there, and who could open the door?"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cardkeeper.library import Library
from cardkeeper.model.people import Contact, Position
from tests.ui.lived_in import open_library, session_on
from ui.companies import CompaniesPage
from ui.lines_table import LinesView
from ui.parts import Writing


@pytest.fixture
def ids(library: Library) -> dict[str, int]:
    people = (
        Contact("Ann", (Position("Director", company="Lumen Software GmbH"),)),
        Contact("Ben", (Position("Engineer", company="LUMEN SOFTWARE"),)),
        Contact(
            "Cem",
            (Position("Owner", company="Rowe"), Position("Clerk", company="Lumen Software", until=date(2023, 12, 31))),
        ),
        Contact("Dag", (Position("Baker", company="Café Élan"),), doors=("the board of Lumen",)),
    )
    return {person.name: library.people.save(person) for person in people}


@pytest.fixture
def page(library: Library, ids: dict[str, int], qtbot: QtBot) -> CompaniesPage:
    session = session_on(library)
    page = CompaniesPage(session)
    session.changed.connect(page.refresh)
    qtbot.addWidget(page)
    page.resize(1072, 740)
    page.show()
    page.refresh(None)
    return page


def names(view: LinesView, column: int = 0) -> list[str]:
    return [view.lines.index(row, column).data() for row in range(view.lines.rowCount())]


def test_a_company_shows_who_is_there_and_who_used_to_be(
    page: CompaniesPage, ids: dict[str, int], qtbot: QtBot
) -> None:
    QTest.keyClicks(page.search, "lumen")
    assert page.line.text() == "You know 2 people there, 1 who used to"
    assert names(page.now) == ["Ann", "Ben", "Cem"]
    assert names(page.now, 1) == ["Director", "Engineer", "Clerk (until 2023)"]
    assert names(page.doors) == ["Dag"]
    with qtbot.waitSignal(page.compose) as asked:
        page.write_button.click()
    assert asked.args == [Writing((ids["Ann"], ids["Ben"]))]
    with qtbot.waitSignal(page.open_person) as opened:
        page.doors.activated.emit(page.doors.lines.index(0, 0))
    assert opened.args == [ids["Dag"]]


def test_companies_are_found_without_accents(page: CompaniesPage) -> None:
    QTest.keyClicks(page.search, "cafe elan")
    assert names(page.list) == ["Café Élan"]
    assert page.title.text() == "Café Élan"


def test_a_word_that_finds_nothing_leaves_the_page_standing(page: CompaniesPage) -> None:
    QTest.keyClicks(page.search, "zzz")
    assert names(page.list) == []
    assert page.title.text() == ""


def test_no_companies_say_where_they_come_from(tmp_path: Path, qtbot: QtBot) -> None:
    with open_library(tmp_path / "empty") as library:
        page = CompaniesPage(session_on(library))
        qtbot.addWidget(page)
        page.show()
        page.refresh(None)
        assert page.empty.isVisible()
