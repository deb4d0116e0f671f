"""The help is offline, complete, and in step with the program: its chapters, its table of keys, its versions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from cardkeeper.translation import tr, use_language
from tests.ui.lived_in import NOW, fill, open_library
from ui import theme
from ui.app import Desk
from ui.help import HelpPage
from ui.help.guide import CHAPTERS, chapter_file, chapter_title, guide_folder
from ui.help.log import newest_lines
from ui.key_table import key_table

LANGUAGES = ("en", "de", "fr", "es")


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    library = open_library(tmp_path / "library")
    fill(library)
    desk = Desk(qapp, library, lambda: NOW)
    desk.window.resize(1280, 800)
    desk.window.show()
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    yield desk
    desk.window.close()
    desk.close()


def press(desk: Desk, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or desk.window, key)


def help_page(desk: Desk) -> HelpPage:
    page = desk.window.pages.current
    assert isinstance(page, HelpPage)
    return page


@pytest.fixture(params=LANGUAGES)
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    use_language(request.param)
    yield request.param
    use_language("en")


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_chapter_is_there_with_its_links_and_pictures(name: str, spoken: str) -> None:
    path = chapter_file(name)
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert chapter_title(name)
    assert (path.parent.name == spoken) is (spoken != "en")
    for target in re.findall(r"\]\(([^)]+)\)", text):
        assert (path.parent / target).resolve().is_file(), target


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_chapter_calls_things_as_the_window_does(name: str, spoken: str) -> None:
    """What is bold in English and a text of the window is bold in the window's words in every language."""
    english = (guide_folder() / f"{name}.md").read_text(encoding="utf-8")
    told = _bold(chapter_file(name).read_text(encoding="utf-8"))
    for words in _bold(english):
        said = tr(words)
        assert words == said or said in told or said.lower() in told, said


def _bold(text: str) -> set[str]:
    return {" ".join(words.split()) for words in re.findall(r"\*\*([^*]+)\*\*", text)}


def test_no_chapter_is_left_out() -> None:
    for folder in (guide_folder(), *(guide_folder() / language for language in LANGUAGES if language != "en")):
        assert {path.stem for path in folder.glob("*.md")} == set(CHAPTERS)


def test_f1_shows_what_helps_on_the_page_one_is_on(desk: Desk) -> None:
    desk.window.go("people")
    press(desk, Qt.Key.Key_F1)
    assert help_page(desk).guide.toPlainText().startswith("People")
    desk.window.go("preferences")
    press(desk, Qt.Key.Key_F1)
    assert help_page(desk).guide.toPlainText().startswith("Your data")


def test_a_question_mark_shows_all_keys_except_where_one_types(desk: Desk) -> None:
    desk.window.go("people")
    desk.window.pages.page("people").start_find()
    QTest.keyClicks(QApplication.focusWidget() or desk.window, "who?")
    assert desk.window.pages.current is desk.window.pages.page("people")
    desk.window.go("today")
    QTest.keyClicks(QApplication.focusWidget() or desk.window, "?")
    page = help_page(desk)
    assert page.stack.currentWidget() is page.keys


def test_in_a_small_window_with_large_text_one_chooses_the_chapter_above_the_text(desk: Desk) -> None:
    desk.window.resize(1000, 640)
    desk.window.everywhere.help("first-steps")
    page = help_page(desk)
    assert page.chapters.isVisible()
    assert not page.choice.isVisible()
    desk.session.keep(replace(desk.session.settings, text_size=200))
    page.take_focus()
    assert page.choice.hasFocus()
    assert page.choice.isVisible()
    QTest.keyClick(page.choice, Qt.Key.Key_Down)
    assert page.chapters.currentRow() == page.choice.currentIndex() == 1


def test_a_link_leads_to_another_chapter(desk: Desk) -> None:
    desk.window.everywhere.help("first-steps")
    page = help_page(desk)
    with_links = page.guide.document().toHtml()
    assert "reviewing.md" in with_links
    page.guide.chapter.emit("reviewing")
    assert page.guide.toPlainText().startswith("Reviewing")


def test_links_have_the_colour_of_the_theme_also_after_it_has_changed(desk: Desk) -> None:
    desk.window.everywhere.help("first-steps")
    for look in ("dark", "light"):
        desk.session.keep(replace(desk.session.settings, theme=look))
        document = help_page(desk).guide.document()
        html = document.toHtml()
        assert f"color:{theme.color('accent').name()}" in html


def test_pictures_are_no_wider_than_the_text(desk: Desk) -> None:
    desk.window.everywhere.help("reviewing")
    assert help_page(desk).guide.document().size().width() <= help_page(desk).guide.viewport().width()


def test_about_names_both_readers_with_their_versions(desk: Desk, qtbot: QtBot) -> None:
    desk.window.everywhere.help("about")
    page = help_page(desk)
    qtbot.waitUntil(lambda: "SQLite" in page.about.text(), timeout=120_000)
    told = dict(line.split(": ", 1) for line in page.about.text().splitlines())
    assert re.match(r"3\.\d+", told["SQLite"])
    assert "PP-OCR" in told["Neural reader"]
    assert "eng" in told["Tesseract"]
    assert told["Qt"] == "6.10.2"


def test_the_end_of_a_long_log_begins_with_a_whole_line(tmp_path: Path) -> None:
    assert newest_lines(tmp_path) == ""
    lines = [f"2026-11-19 INFO line {number}" for number in range(10_000)]
    (tmp_path / "cardkeeper.log").write_text("\n".join(lines) + "\n", encoding="utf-8")
    shown = newest_lines(tmp_path).splitlines()
    assert shown[-1] == lines[-1]
    assert shown[0] in lines


def test_a_report_is_saved_with_versions_and_without_a_word_of_a_card(desk: Desk, tmp_path: Path) -> None:
    desk.window.bug_notice.show_report("builtins.KeyError\n  page.py:12 in refresh")
    desk.window.bug_notice.save(str(tmp_path / "report.txt"))
    text = (tmp_path / "report.txt").read_text(encoding="utf-8")
    assert "Qt 6.10.2" in text
    assert "page.py:12 in refresh" in text


def test_a_report_that_can_not_be_saved_says_so(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("in the way", encoding="utf-8")
    desk.window.bug_notice.show_report("builtins.KeyError")
    desk.window.bug_notice.save(str(tmp_path / "report.txt" / "inside.txt"))
    assert "report.txt" in desk.window.bug_notice.message()


def test_every_shortcut_stands_in_the_table_of_keys(desk: Desk) -> None:
    """A new shortcut has to be added to `ui/key_table.py`, or nobody would find it."""
    told = {keys for section in key_table() for one in section.rows for keys in one.keys}
    told |= {f"{prefix}+{number}" for prefix in ("Ctrl", "Alt") for number in range(1, 10)}
    for name in desk.window.pages.names():
        desk.window.pages.page(name)
    bound = {shortcut.key().toString() for shortcut in desk.window.findChildren(QShortcut)}
    bound |= {button.shortcut().toString() for button in desk.window.findChildren(QAbstractButton)}
    missing = {keys.replace("Return", "Enter") for keys in bound} - told - {""}
    assert not missing, f"add these to ui/key_table.py: {sorted(missing)}"
