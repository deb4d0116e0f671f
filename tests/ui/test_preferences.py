"""The settings: each holds as soon as it is chosen, and after a restart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cardkeeper import settings
from cardkeeper.model.people import FollowUpKind
from cardkeeper.model.progress import ReaderMode
from cardkeeper.settings import Settings
from tests.ui.lived_in import open_library, session_on
from ui.preferences import PreferencesPage


@pytest.fixture
def page(tmp_path: Path, qtbot: QtBot) -> Iterator[PreferencesPage]:
    with open_library(tmp_path) as library:
        page = PreferencesPage(session_on(library, Settings(weekly_limit=17, theme="dark")))
        qtbot.addWidget(page)
        page.refresh(None)
        yield page


def kept(folder: Path) -> Settings:
    return settings.load(folder).settings


def test_it_shows_what_is_set_also_a_number_that_the_list_does_not_have(page: PreferencesPage) -> None:
    assert page.theme.value() == "dark"
    assert page.weekly_limit.currentData() == 17
    assert page.working_days.days() == (1, 2, 3, 4, 5)


def test_showing_what_is_set_changes_nothing(page: PreferencesPage, tmp_path: Path) -> None:
    page.refresh(None)
    assert not (tmp_path / settings.FILE_NAME).exists()


def test_each_choice_is_kept_at_once(page: PreferencesPage, tmp_path: Path) -> None:
    page.reader.segment(ReaderMode.TESSERACT).click()
    page.text_size.setCurrentIndex(page.text_size.findData(150))
    page.region.setCurrentIndex(page.region.findData("DE"))
    page.next_step.setCurrentIndex(page.next_step.findData(FollowUpKind.NOTE))
    page.drawer_days.setCurrentIndex(page.drawer_days.findData(14))
    page.working_days.boxes[5].click()
    assert kept(tmp_path) == Settings(
        theme="dark",
        text_size=150,
        reader=ReaderMode.TESSERACT,
        region="DE",
        weekly_limit=17,
        drawer_days=14,
        working_days=(1, 2, 3, 4),
        next_step=FollowUpKind.NOTE,
    )


def test_one_working_day_always_stays(page: PreferencesPage, tmp_path: Path) -> None:
    for box in page.working_days.boxes.values():
        if box.isChecked():
            box.click()
    assert page.working_days.days() == (5,)
    assert kept(tmp_path).working_days == (5,)


def test_countries_are_named_not_coded(page: PreferencesPage) -> None:
    names = [page.region.itemText(row) for row in range(page.region.count())]
    assert "Germany" in names
    assert len(names) > 200
