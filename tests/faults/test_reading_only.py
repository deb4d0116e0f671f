"""A library where nothing can be written: it is shown, nothing in it is changed, and no action ends the window."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from cardkeeper.cli.main import main
from cardkeeper.cli.terminal import LIBRARY_UNUSABLE
from cardkeeper.errors import ReadOnlyPlace
from cardkeeper.library import Library
from cardkeeper.library.places import DATABASE
from tests.ui.every_page import pages
from tests.ui.lived_in import NOW, Mailbox, clock, fill
from ui.app import Desk
from ui.crash import Crashes
from ui.main_window.rescue import open_library

NOBODY = 65534
EVENTS_AFTER_A_CLICK = 3

pytestmark = pytest.mark.skipif(not hasattr(os, "setresuid"), reason="rights of folders are tried on Linux")


@contextmanager
def without_rights() -> Iterator[None]:
    """What an ordinary person may do; the superuser may write anywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.fixture
def folder() -> Iterator[Path]:
    """The library of somebody who has lived in it, in a folder that can't be written."""
    above = Path(tempfile.mkdtemp())
    above.chmod(0o755)
    folder = above / "library"
    with Library.open(folder, now=clock) as library:
        fill(library)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield folder
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    # A backup that the superuser may begin there may still be underway.
    shutil.rmtree(above, ignore_errors=True)


class Hearing:
    """Takes errors as the program does: the world's as sentences, mistakes of ours as reports."""

    def __init__(self, app: QApplication, desk: Desk) -> None:
        self.sentences: list[str] = []
        self.reports: list[str] = []
        self._crashes = Crashes(app)
        self._crashes.world.connect(desk.session.fail)
        self._crashes.bug.connect(self.reports.append)
        desk.session.failed.connect(lambda message, _remedy: self.sentences.append(message))
        self._crashes.install()


@pytest.fixture
def desk(qapp: QApplication, folder: Path) -> Iterator[Desk]:
    with without_rights():
        library = open_library(folder)
    desk = Desk(qapp, library, lambda: NOW)
    desk.window.show()
    yield desk
    desk.window.close()
    desk.close()


@pytest.fixture
def hearing(qapp: QApplication, desk: Desk) -> Iterator[Hearing]:
    hearing = Hearing(qapp, desk)
    yield hearing
    hearing._crashes.uninstall()


def library_in(folder: Path) -> tuple[bytes, list[str]]:
    """The database, and what else is kept of it; a superuser's test may add backups where nobody else could."""
    return (folder / DATABASE).read_bytes(), sorted(path.name for path in folder.glob("*.json"))


def test_the_window_opens_for_reading_and_says_so_over_every_page(desk: Desk) -> None:
    assert desk.session.library.read_only
    assert desk.window.reading_only.isVisible()
    desk.window.go("people")
    assert desk.window.reading_only.isVisible()
    assert len(desk.session.library.people.rows()) > 5


def test_a_change_is_answered_with_a_sentence(desk: Desk, hearing: Hearing, qtbot: QtBot) -> None:
    library = desk.session.library
    desk.session.undo()
    assert "reading only" in hearing.sentences[-1]
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(__file__)])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, files, buttons, keys)
    QApplication.sendEvent(desk.window, drop)
    assert hearing.sentences[-1].endswith("reading only.")
    assert desk.window.notice.isVisible()
    assert not library.cards.inbox()
    assert hearing.reports == []


def test_a_look_can_be_chosen_until_the_window_is_closed(desk: Desk, folder: Path) -> None:
    before = library_in(folder)
    desk.session.keep_window("somewhere", "today", ())
    desk.session.keep_table("columns")
    assert desk.session.settings.people_table == "columns"
    assert library_in(folder) == before


@pytest.mark.parametrize("name", pages())
def test_whatever_is_pressed_the_window_goes_on(
    desk: Desk, hearing: Hearing, folder: Path, name: str, qapp: QApplication
) -> None:
    before = library_in(folder)
    with Mailbox():
        for place in range(_press_all(desk, name)):
            _press_one(desk, name, place, qapp)
    assert hearing.reports == []
    assert library_in(folder) == before


def _press_all(desk: Desk, name: str) -> int:
    return len(_buttons(_open(desk, name)))


def _press_one(desk: Desk, name: str, place: int, app: QApplication) -> None:
    buttons = _buttons(_open(desk, name))
    if place < len(buttons):
        buttons[place].click()
    for _ in range(EVENTS_AFTER_A_CLICK):
        app.processEvents()
    for dialog in app.topLevelWidgets():
        if isinstance(dialog, QDialog) and isValid(dialog):
            dialog.reject()


def _open(desk: Desk, name: str) -> QWidget:
    if name == "person":
        desk.window.open_person(desk.session.library.people.find("speer")[0])
    else:
        desk.window.go(name)
    page = desk.window.pages.current
    assert page is not None
    return page


def _buttons(page: QWidget) -> list[Any]:
    return [each for each in page.findChildren(QAbstractButton) if each.isVisible() and each.isEnabled()]


def test_commands_that_read_work_and_those_that_write_say_why_not(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    named = ["--library", str(folder)]
    with without_rights():
        assert main([*named, "people", "--find", "speer"]) == 0
        assert "Theodor Speer" in capsys.readouterr().out
        assert main([*named, "today"]) == 0
        assert main([*named, "export", "--as", "vcard4"]) == 0
        assert main([*named, "check"]) == 0
        capsys.readouterr()
        assert main([*named, "undo"]) == LIBRARY_UNUSABLE
    said = capsys.readouterr().err
    assert "can't be written" in said
    assert "Check that the disk is there" in said


def test_a_database_that_may_not_be_written_is_read_only_too(folder: Path) -> None:
    folder.chmod(0o777)
    with without_rights(), pytest.raises(ReadOnlyPlace):
        Library.open(folder, now=clock)
    with without_rights(), open_library(folder) as library:
        assert library.read_only
        assert (folder / DATABASE).exists()


def test_where_there_is_no_library_none_is_shown(folder: Path) -> None:
    with without_rights(), pytest.raises(ReadOnlyPlace):
        open_library(folder / "none")
