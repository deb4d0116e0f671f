"""What was done can be gone back to; who was removed comes back or is erased; who was merged is separated."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from cardkeeper.library import Library
from cardkeeper.matching import combine
from cardkeeper.model.people import Contact
from tests.ui.lived_in import open_library
from ui.history import HistoryPage
from ui.paragraph import Sentence
from ui.questions import YesQuestion
from ui.session import Session


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as library:
        for name in ("Ada King", "Ben Lee", "Cleo Ray"):
            library.people.save(Contact(name, emails=(f"{name[0]}@x.example",)))
        yield library


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> HistoryPage:
    page = HistoryPage(session)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    with qtbot.waitActive(page):
        page.show()
    session.changed.connect(page.refresh)
    page.refresh(None)
    page.take_focus()
    return page


def shown(page: HistoryPage) -> list[str]:
    return [page.model.index(row).data() for row in range(page.model.rowCount())]


def press(page: HistoryPage, words: str) -> None:
    buttons = page.bar.buttons.findChildren(QPushButton)
    [button for button in buttons if button.text() == words][-1].click()


def names(library: Library) -> list[str]:
    return [row.name for row in library.people.rows()]


def test_one_goes_back_several_steps_and_forth_again(page: HistoryPage, library: Library) -> None:
    assert shown(page) == ["Added Cleo Ray", "Added Ben Lee", "Added Ada King"]
    page.view.setCurrentIndex(page.model.index(1))
    assert page.hint.text() == "Undoes 2 steps, newest first."
    press(page, "Undo back to here")
    assert names(library) == ["Ada King"]
    assert shown(page) == ["Undone: Added Cleo Ray", "Undone: Added Ben Lee", "Added Ada King"]
    page.view.setCurrentIndex(page.model.index(0))
    press(page, "Do again up to here")
    assert names(library) == ["Ada King", "Ben Lee", "Cleo Ray"]


def test_the_keyboard_stays_in_the_page_when_its_button_has_gone(
    page: HistoryPage, library: Library, qtbot: QtBot
) -> None:
    library.people.delete(library.people.find("ada")[0])
    page.show_list("removed")
    back = page.bar.buttons.findChildren(QPushButton)[-1]
    qtbot.waitUntil(back.isVisible)
    back.setFocus()
    back.click()
    assert names(library) == ["Ada King", "Ben Lee", "Cleo Ray"]
    assert page.lists.segment("removed").hasFocus()


def test_a_long_name_leaves_the_question_whole(page: HistoryPage, library: Library) -> None:
    long = library.people.save(Contact("Maximiliane-Henriette " * 8))
    library.people.delete(long)
    page.show_list("removed")
    press(page, "Erase for good")
    question = page.bar.question
    assert question is not None
    assert not page.hint.isVisible()
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Keep"
    words = question.findChildren(Sentence)[0]
    assert words.height() >= words.heightForWidth(words.width())
    assert page.rect().contains(QRect(words.mapTo(page, QPoint(0, 0)), words.size()))


def test_the_model_keeps_its_promises(page: HistoryPage, qtmodeltester: object) -> None:
    qtmodeltester.check(page.model)  # type: ignore[attr-defined]


def test_who_was_removed_is_brought_back(page: HistoryPage, library: Library) -> None:
    library.people.delete(2)
    page.show_list("removed")
    assert shown(page) == ["Ben Lee"]
    press(page, "Bring back")
    assert names(library) == ["Ada King", "Ben Lee", "Cleo Ray"]
    assert page.nothing.title.text() == "Nobody was removed in the last 30 days"


def test_erasing_is_asked_about_and_then_for_good(page: HistoryPage, library: Library) -> None:
    library.people.delete(2)
    page.show_list("removed")
    press(page, "Erase for good")
    question = page.bar.question
    assert isinstance(question, YesQuestion)
    question.not_yet.click()
    assert shown(page) == ["Ben Lee"]
    press(page, "Erase for good")
    question = page.bar.question
    assert isinstance(question, YesQuestion)
    question.sure.click()
    assert shown(page) == []
    assert library.history.all() == ()


def test_who_was_merged_is_separated(page: HistoryPage, library: Library, qtbot: QtBot) -> None:
    library.merges.merge(1, 2, combine(library.people.get(1), library.people.get(2)))
    page.show_list("merged")
    assert shown(page) == ["Ben Lee, now a part of Ada King"]
    with qtbot.waitSignal(page.open_person) as opened:
        press(page, "Show")
    assert opened.args == [1]
    press(page, "Separate again")
    assert names(library) == ["Ada King", "Ben Lee", "Cleo Ray"]
    assert shown(page) == []
