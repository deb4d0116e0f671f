"""A window on a new library, with somebody before it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cardkeeper import settings
from cardkeeper.library import Library
from cardkeeper.model.progress import ReaderMode
from cardkeeper.settings import Settings
from tests.journey.somebody import Person
from ui.app import Desk

NOW = datetime(2026, 11, 19, 9, 30, tzinfo=UTC)


@pytest.fixture
def person(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Person]:
    with Library.open(tmp_path / "library", now=lambda: NOW) as library:
        # One reader is enough here, the one that starts soonest; what both do together is tested where they are.
        settings.save(library.folder, Settings(reader=ReaderMode.TESSERACT))
        desk = Desk(qapp, library, lambda: NOW)
        desk.window.resize(1280, 800)
        with qtbot.waitActive(desk.window):
            desk.window.show()
            desk.window.activateWindow()
        yield Person(desk, qtbot)
        desk.window.close()
        desk.close()
