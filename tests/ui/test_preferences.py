"""The settings: each holds as soon as it is chosen, and after a restart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cardkeeper import settings
from cardkeeper.library import preview
from cardkeeper.model.people import Contact, FollowUpKind
from cardkeeper.model.progress import ReaderMode
from cardkeeper.settings import Settings
from cardkeeper.translation import use_language
from tests.ui.lived_in import open_library, session_on
from ui import theme
from ui.parts import Scrolling
from ui.preferences import PreferencesPage
from ui.preferences.fields import ChoiceField, NumberField, SegmentField, WeekdaysField
from ui.questions import YesQuestion


@pytest.fixture
def page(tmp_path: Path, qtbot: QtBot) -> Iterator[PreferencesPage]:
    with open_library(tmp_path) as library:
        page = PreferencesPage(session_on(library, Settings(weekly_limit=17, theme="dark")))
        qtbot.addWidget(page)
        page.refresh(None)
        yield page


def kept(folder: Path) -> Settings:
    return settings.load(folder).settings


def choose(page: PreferencesPage, name: str, value: object) -> None:
    """As a person chooses in a list."""
    field = page.fields[name]
    assert isinstance(field, ChoiceField | NumberField)
    row = field.choice.findData(value)
    field.choice.setCurrentIndex(row)
    field.choice.activated.emit(row)


def type_in(page: PreferencesPage, name: str, text: str) -> None:
    """As a person types into the line of a list, and leaves it."""
    field = page.fields[name]
    assert isinstance(field, NumberField)
    line = field.choice.lineEdit()
    assert line is not None
    line.setText(text)
    line.editingFinished.emit()


def test_every_setting_has_a_field_that_is_named(page: PreferencesPage) -> None:
    assert set(page.fields) == {line.name for line in settings.table()}
    for line in settings.table():
        assert page.fields[line.name].widget.accessibleName() == line.title


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_with_large_text_a_setting_stands_below_its_name_and_nothing_scrolls_sideways(
    language: str, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    use_language(language)
    theme.apply(qapp, "light", 200)
    try:
        with open_library(tmp_path) as library:
            page = PreferencesPage(session_on(library))
            qtbot.addWidget(page)
            page.refresh(None)
            page.resize(888, 560)
            page.show()
            (area,) = page.findChildren(Scrolling, options=Qt.FindChildOption.FindDirectChildrenOnly)
            qtbot.waitUntil(lambda: area.horizontalScrollBar().maximum() == 0)
            qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    finally:
        theme.apply(qapp, "light", 100)
        use_language("en")


def test_it_shows_what_is_set_also_a_number_that_the_list_does_not_have(page: PreferencesPage) -> None:
    theme, limit, days = page.fields["theme"], page.fields["weekly_limit"], page.fields["working_days"]
    assert isinstance(theme, SegmentField)
    assert isinstance(limit, NumberField)
    assert isinstance(days, WeekdaysField)
    assert theme.segments.value() == "dark"
    assert limit.choice.currentText() == "17"
    assert days.boxes.days() == (1, 2, 3, 4, 5)


def test_numbers_are_shown_as_what_they_count(page: PreferencesPage, tmp_path: Path) -> None:
    said = {"text_size": "100 %", "drawer_days": "30 days", "quiet_from": "18:00", "quiet_until": "8:00"}
    for name, words in said.items():
        field = page.fields[name]
        assert isinstance(field, NumberField)
        assert field.choice.currentText() == words
    for typed in ("21:00", "21"):
        type_in(page, "quiet_from", typed)
        assert kept(tmp_path).quiet_from == 21
        type_in(page, "quiet_from", "18")


def test_showing_what_is_set_changes_nothing(page: PreferencesPage, tmp_path: Path) -> None:
    page.refresh(None)
    assert not (tmp_path / settings.FILE_NAME).exists()


def test_each_choice_is_kept_at_once(page: PreferencesPage, tmp_path: Path) -> None:
    reader, days = page.fields["reader"], page.fields["working_days"]
    assert isinstance(reader, SegmentField)
    assert isinstance(days, WeekdaysField)
    reader.segments.segment(ReaderMode.TESSERACT).click()
    choose(page, "text_size", 150)
    choose(page, "region", "DE")
    choose(page, "next_step", "note")
    choose(page, "drawer_days", 14)
    days.boxes.boxes[5].click()
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


def test_a_number_can_be_typed_with_its_unit_or_without(page: PreferencesPage, tmp_path: Path) -> None:
    type_in(page, "drawer_days", "25")
    assert kept(tmp_path).drawer_days == 25
    type_in(page, "drawer_days", "26 days")
    assert kept(tmp_path).drawer_days == 26


def test_a_number_that_can_not_be_is_said_beneath_and_not_kept(page: PreferencesPage, tmp_path: Path) -> None:
    type_in(page, "weekly_limit", "400")
    assert "1 to 100" in page.notes["weekly_limit"].text()
    type_in(page, "weekly_limit", "many")
    assert "many" in page.notes["weekly_limit"].text()
    assert not (tmp_path / settings.FILE_NAME).exists()
    type_in(page, "weekly_limit", "4")
    assert page.notes["weekly_limit"].text() == ""
    assert kept(tmp_path).weekly_limit == 4


def test_one_working_day_always_stays(page: PreferencesPage, tmp_path: Path) -> None:
    days = page.fields["working_days"]
    assert isinstance(days, WeekdaysField)
    for box in days.boxes.boxes.values():
        if box.isChecked():
            box.click()
    assert days.boxes.days() == (5,)
    assert kept(tmp_path).working_days == (5,)


def test_countries_are_named_not_coded(page: PreferencesPage) -> None:
    region = page.fields["region"]
    assert isinstance(region, ChoiceField)
    names = [region.choice.itemText(row) for row in range(region.choice.count())]
    assert "Germany" in names
    assert len(names) > 200


def test_a_backup_is_made_and_gone_back_to(page: PreferencesPage, tmp_path: Path, qtbot: QtBot) -> None:
    library = page._session.library
    library.people.save(Contact("Ada King"))
    page.backups.make()
    qtbot.waitUntil(lambda: page.backups.choice.count() == 1)
    assert page.backups.state.text().startswith("Backed up today at 09:30.")
    library.people.save(Contact("Ben Lee"))
    page.backups.ask_restore()
    qtbot.waitUntil(lambda: page.backups.bar.question is not None)
    question = page.backups.bar.question
    assert isinstance(question, YesQuestion)
    assert "1 person, 0 cards" in question.accessibleName()
    question.sure.click()
    assert [row.name for row in library.people.rows()] == ["Ada King"]
    page.refresh(None)
    assert page.backups.choice.count() == 2
    assert "Before a backup was restored" in page.backups.choice.itemText(0)


def test_a_copy_goes_anywhere_and_comes_back(page: PreferencesPage, tmp_path: Path, qtbot: QtBot) -> None:
    library = page._session.library
    library.people.save(Contact("Ada King"))
    with qtbot.waitSignal(page._session.said):
        page.backups.save_copy(tmp_path / "away.zip")
    assert preview(tmp_path / "elsewhere", tmp_path / "away.zip").people == 1


def test_what_is_no_backup_is_said_in_words(page: PreferencesPage, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "card.jpg").write_bytes(b"no backup")
    with qtbot.waitSignal(page._session.failed) as failed:
        page.backups._look(tmp_path / "card.jpg")
    assert "is no backup" in failed.args[0]


def test_the_library_is_checked_and_repaired_from_the_window(page: PreferencesPage, qtbot: QtBot) -> None:
    library = page._session.library
    library.people.save(Contact("Ada King"))
    page.backups.check()
    qtbot.waitUntil(lambda: page.backups.checked.text().startswith("Everything is whole"))
    with library._connection.unit():
        library._connection.run("DELETE FROM lookups")
    page.backups.check()
    qtbot.waitUntil(lambda: "would not be found" in page.backups.checked.text())
    assert not page.backups.repair_button.isHidden()
    page.backups.repair_button.click()
    assert "The search was made anew." in page.backups.checked.text()
    assert page.backups.repair_button.isHidden()
