"""Nothing that somebody began to write is lost by closing the window: it stands there the next morning."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.lived_in import NOW, fill, open_library
from ui.app import Desk
from ui.begun import LOG
from ui.composer import ComposerPage
from ui.log_box import LogBox
from ui.main_window import MainWindow
from ui.parts import Writing
from ui.person import PersonPage
from ui.session import Session

Restart = Callable[[], MainWindow]


@pytest.fixture
def restart(qapp: QApplication, tmp_path: Path) -> Iterator[Restart]:
    """Closes the window, as one does in the evening, and opens another one on the same library."""
    with open_library(tmp_path / "library") as library:
        fill(library)
    desks: list[Desk] = []

    def close() -> None:
        for desk in desks:
            desk.window.close()
            desk.close(back_up=False)
        desks.clear()

    def again() -> MainWindow:
        close()
        desks.append(Desk(qapp, open_library(tmp_path / "library"), lambda: NOW))
        desks[0].window.show()
        return desks[0].window

    yield again
    close()


def somebody(window: MainWindow) -> int:
    return window.session.library.people.find("jacob")[0]


def log_of(window: MainWindow) -> LogBox:
    """Where one writes on the page of somebody."""
    window.log_talk(somebody(window))
    return cast("PersonPage", window.pages.current).happened.box


def test_a_talk_half_written_down(restart: Restart) -> None:
    QTest.keyClicks(log_of(restart()).text, "He found a site manager")
    box = log_of(restart())
    assert box.text.toPlainText() == "He found a site manager"
    box.log()
    assert log_of(restart()).text.toPlainText() == ""


def test_somebody_new_half_named(restart: Restart) -> None:
    quick = restart().everywhere.quick
    quick.open()
    QTest.keyClicks(quick.text, "Max Half")
    QTest.keyClicks(quick.about, "paints")
    QTest.keyClick(quick.about, Qt.Key.Key_Escape)
    quick = restart().everywhere.quick
    quick.open()
    assert (quick.text.toPlainText(), quick.about.text()) == ("Max Half", "paints")
    QTest.keyClicks(quick.text, "Another")
    assert quick.text.toPlainText() == "Another"


def test_a_letter_half_written(restart: Restart) -> None:
    def letter_of(window: MainWindow) -> ComposerPage:
        window.opening.compose(Writing((somebody(window),)))
        return cast("ComposerPage", window.pages.current)

    QTest.keyClicks(letter_of(restart()).desk.paper.words, "Good morning. ")
    assert letter_of(restart()).desk.paper.words.toPlainText().startswith("Good morning. ")


def test_a_note_that_is_being_changed(restart: Restart) -> None:
    window = restart()
    window.open_person(somebody(window))
    notes = cast("PersonPage", window.pages.current).about.notes
    notes.edit()
    QTest.keyClicks(notes.field, "Plays chess")
    window = restart()
    assert window.session.library.people.get(somebody(window)).notes == "Plays chess"


def test_changing_an_entry_leaves_what_was_begun(session: Session, ids: dict[str, int], qtbot: QtBot) -> None:
    box = LogBox(session.today(), session.begun)
    qtbot.addWidget(box)
    jacob = ids["Jacob Calderon"]
    box.set_person(jacob, session.today())
    QTest.keyClicks(box.text, "He found")
    box.change(session.library.log.of(jacob)[0])
    box.discard.click()
    assert box.text.toPlainText() == "He found"


def test_words_are_stored_in_the_pauses_of_typing(session: Session, ids: dict[str, int], qtbot: QtBot) -> None:
    jacob = ids["Jacob Calderon"]
    session.begun.put(LOG, "He found", jacob)
    qtbot.waitUntil(lambda: session.library.begun.words(LOG, jacob) == "He found")
