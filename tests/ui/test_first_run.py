"""The first run: a name, a place, and people to try things out on, who live apart and can be removed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cardkeeper import paths, settings
from cardkeeper.errors import LibraryError
from cardkeeper.library import Library
from tests.ui.lived_in import NOW, open_library
from ui.app import Desk
from ui.inbox import InboxPage
from ui.inbox.first_run import FirstRun
from ui.libraries import Libraries
from ui.session import Session


class Opened(list[Path]):
    """The libraries on which windows were opened."""

    def open(self, folder: Path) -> bool:
        self.append(folder)
        return True


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of nobody in particular."""
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "home"


def test_the_name_is_kept_as_soon_as_it_is_typed(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    first = FirstRun(session)
    qtbot.addWidget(first)
    first.name.setText("  Ada Lovelace ")
    first.name.editingFinished.emit()
    assert settings.load(tmp_path / "library").settings.my_name == "Ada Lovelace"


def test_only_what_this_window_can_do_is_offered(session: Session, qtbot: QtBot) -> None:
    first = FirstRun(session)
    qtbot.addWidget(first)
    first.show()
    first.show_ways(("inbox", "importing", "preferences"))
    assert first.restore_way.isVisible()
    with qtbot.waitSignal(first.set_up) as asked:
        first.restore_way.click()
    assert asked.args == ["backups"]
    first.show_ways(("inbox", "importing"))
    assert first.import_way.isVisible()
    assert not first.restore_way.isVisible()
    with qtbot.waitSignal(first.go) as went:
        first.import_way.click()
    assert went.args == ["importing"]


@pytest.mark.parametrize(("way", "field"), [("restore", "Restore from a file …"), ("watch", "Watched folder")])
def test_a_way_to_begin_leads_to_where_it_is_set(
    qapp: QApplication, home: Path, tmp_path: Path, way: str, field: str, qtbot: QtBot
) -> None:
    desk = Desk(qapp, open_library(tmp_path / "library"), lambda: NOW)
    with qtbot.waitActive(desk.window):
        desk.window.show()
    inbox = desk.window.pages.current
    assert isinstance(inbox, InboxPage)
    nothing = inbox.nothing
    (nothing.first_run.restore_way if way == "restore" else nothing.zone.watch_button).click()
    focus = qapp.focusWidget()
    assert desk.window.pages.current is not inbox
    assert focus is not None
    assert field in (focus.accessibleName(), getattr(focus, "text", str)())
    qtbot.waitUntil(lambda: not focus.visibleRegion().isEmpty())
    desk.window.close()
    desk.close()


def test_made_up_people_live_in_a_library_of_their_own(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    opened = Opened()
    practice = tmp_path / "practice"
    libraries = Libraries(session, window, practice, opened.open)
    libraries.open_practice()
    qtbot.waitUntil(lambda: opened == [practice], timeout=240_000)
    with Library.open(practice, read_only=True) as library:
        assert len(library.people.rows()) >= 50
    assert session.library.people.rows() == ()
    libraries.open_practice()
    assert opened == [practice, practice]


def test_the_practice_library_says_so_and_can_be_removed(qapp: QApplication, home: Path, qtbot: QtBot) -> None:
    desk = Desk(qapp, open_library(paths.practice_folder()), lambda: NOW)
    desk.window.show()
    assert desk.window.practice.isVisible()
    desk.window.practice.remove_button.click()
    assert not desk.window.isVisible()
    assert desk.folder_to_remove == paths.practice_folder()
    desk.close()


def test_another_library_is_no_practice(qapp: QApplication, home: Path, tmp_path: Path) -> None:
    desk = Desk(qapp, open_library(tmp_path / "library"), lambda: NOW)
    desk.window.show()
    assert not desk.window.practice.isVisible()
    desk.window.close()
    desk.close()


def test_a_library_in_another_place_is_the_one_from_then_on(
    session: Session, home: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    assert paths.library_folder().name == "library"
    window = QWidget()
    qtbot.addWidget(window)
    opened = Opened()
    libraries = Libraries(session, window, None, opened.open)
    with qtbot.waitSignal(libraries.moved):
        libraries.move_to(tmp_path / "elsewhere")
    assert opened == [tmp_path / "elsewhere"]
    assert paths.library_folder() == tmp_path / "elsewhere"


def test_a_place_that_can_not_be_remembered_is_said(home: Path, tmp_path: Path) -> None:
    home.write_text("no folder", encoding="utf-8")
    with pytest.raises(LibraryError):
        paths.remember_library(tmp_path)
