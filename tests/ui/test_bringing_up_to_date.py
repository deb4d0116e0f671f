"""A library of an older version is brought up to date beside the window, which says so and how far it is."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cardkeeper.library.places import DATABASE
from ui.app import Door
from ui.frame import Frame
from ui.unlock import WorkingPage

OLDER = Path(__file__).resolve().parent.parent / "databases" / "version-3.sqlite"


def test_an_older_library_says_what_is_done_and_opens(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> None:
    shutil.copy(OLDER, tmp_path / DATABASE)
    frame = Frame({})
    door = Door(qapp, frame, tmp_path)
    door.open()
    frame.show()
    assert isinstance(door.page, WorkingPage)
    assert door.page.title.text() == "Bringing your library up to date"
    qtbot.waitUntil(lambda: door.desk is not None, timeout=30_000)
    assert door.desk is not None
    assert door.desk.session.library.people.count() > 0
    door.close()
    frame.close()
    frame.deleteLater()
