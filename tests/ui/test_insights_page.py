"""Plots say in words what they show, have a table each, and can be saved."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from cardkeeper.library import Library
from tests.ui.lived_in import fill, open_library, session_on
from tests.ui.lived_in_ties import tie
from ui.insights import InsightsPage
from ui.session import Session


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as library:
        tie(library, fill(library))
        yield library


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> InsightsPage:
    page = InsightsPage(session)
    session.changed.connect(page.refresh)
    qtbot.addWidget(page)
    page.resize(1072, 740)
    page.show()
    page.refresh(None)
    return page


def test_each_figure_tells_its_finding_in_a_sentence(page: InsightsPage) -> None:
    assert page.drawer.title.text() == "2 people are still in the drawer"
    assert page.pipeline.title.text() == "4 wait for a first word, 1 for an answer"
    assert page.favours.title.text() == "You gave 13 times and asked 1 time"
    assert "so far it is 13.0" in page.favours.line.text()
    assert page.helped_bars.bars()[0].name == "Theodor Speer"


def test_each_plot_is_told_to_screen_readers(page: InsightsPage) -> None:
    assert "Over 4 weeks 1, late" in page.drawer_bars.accessibleDescription()
    assert "Nov: Given 3, Asked 0" in page.months.accessibleDescription()


def test_a_table_says_the_same_and_can_be_saved(page: InsightsPage, tmp_path: Path) -> None:
    page.favours.table_button.click()
    assert page.favours.csv_button.isVisible()
    target = tmp_path / "favours.csv"
    page.save_csv(page.favours, target)
    rows = list(csv.DictReader(io.StringIO(target.read_text(encoding="utf-8-sig"))))
    assert len(rows) == 12
    assert rows[-1] == {"Month": "Nov 2026", "Given": "3", "Asked": "0"}
    assert sum(int(row["Given"]) for row in rows) == 13


def test_other_months_can_be_looked_at(page: InsightsPage) -> None:
    page.period.setCurrentIndex(page.period.findData(3))
    assert [one.name for one in page.months.months()] == ["Sep", "Oct", "Nov"]
    assert page.favours.table.lines.rowCount() == 3


def test_all_figures_can_be_saved_as_a_picture(
    page: InsightsPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    page.save_picture(tmp_path / "insights.png")
    assert QImage(str(tmp_path / "insights.png")).width() > 600
    with qtbot.waitSignal(session.failed):
        page.save_picture(tmp_path / "nowhere" / "insights.png")


def test_figures_stand_below_each_other_where_there_is_less_room(page: InsightsPage, qtbot: QtBot) -> None:
    page.resize(600, 740)
    qtbot.waitUntil(lambda: page.pipeline.y() > page.drawer.y())


def test_an_empty_library_has_figures_without_bars(tmp_path: Path, qtbot: QtBot) -> None:
    with open_library(tmp_path / "empty") as library:
        page = InsightsPage(session_on(library))
        qtbot.addWidget(page)
        page.show()
        page.refresh(None)
        assert page.favours.title.text() == "You gave 0 times and asked 0 times"
        page.grab()
