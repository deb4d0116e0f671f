"""The line at the bottom says when the library was last backed up."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cardkeeper.library import Backups, Library
from tests.core.library.samples import NOW, clock, contact
from ui.app import Desk
from ui.main_window.backup_watch import backed_up_words


@pytest.mark.parametrize(
    ("made_at", "said"),
    [
        (None, "Not backed up yet"),
        (NOW - timedelta(minutes=16), "Backed up today at 09:14"),
        (NOW - timedelta(days=1), "Backed up yesterday at 09:30"),
        (NOW - timedelta(days=16), "Backed up 3 Nov"),
    ],
)
def test_when_it_was(made_at: datetime | None, said: str) -> None:
    assert backed_up_words(made_at, NOW) == said


def test_closing_the_window_backs_up_what_changed(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(qapp, Library.open(tmp_path, now=clock), clock)
    assert desk.window.status.backup.text() == "Not backed up yet"
    desk.session.library.people.save(contact())
    desk.close()
    (backup,) = Backups(tmp_path).all()
    assert backup.note.people == 1
    again = Desk(qapp, Library.open(tmp_path, now=clock), clock)
    assert again.window.status.backup.text() == "Backed up today at 09:30"
    again.close()
    assert Backups(tmp_path).all() == (backup,)
