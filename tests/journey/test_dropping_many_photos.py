"""Photos dropped on the window are read by the real readers while the window lives on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cardkeeper.library import Library
from tests.helpers_window import Heart, take_photos, worst
from ui import theme
from ui.app import Desk
from ui.jobs import FileState

LONGEST_STALL_MS = 50
"""As long as a person does not notice."""


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qapp, Library.open(tmp_path / "library"))
    desk.window.resize(1280, 800)
    with qtbot.waitExposed(desk.window):
        desk.window.show()
    yield desk
    desk.window.close()
    desk.close()
    theme.apply(qapp, "light", 100)


def test_the_window_never_stands_still_while_photos_are_read(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    photos = take_photos(tmp_path / "photos", 4, size=(1600, 1200))
    heart = Heart()
    heart.start()
    with qtbot.waitSignal(desk.jobs.finished, timeout=240_000):
        desk.window.coming_in.take(photos)
    heart.stop()
    assert [job.state for job in desk.jobs.files()] == [FileState.DONE] * 4
    assert len(desk.session.library.cards.inbox()) == 4
    qtbot.waitUntil(lambda: desk.window.rail.count("inbox") == 4)
    # What the thread itself computed: a busy machine may keep any program waiting.
    assert worst(heart.work)[0] < LONGEST_STALL_MS


def test_cancel_stops_fifty_photos_and_keeps_what_was_read(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    photos = take_photos(tmp_path / "photos", 50, size=(800, 600))
    with qtbot.waitSignal(desk.session.changed, timeout=120_000):
        desk.window.coming_in.take(photos)
    with qtbot.waitSignal(desk.jobs.finished, timeout=60_000):
        desk.jobs.cancel()
    states = {job.state for job in desk.jobs.files()}
    assert FileState.CANCELLED in states
    assert states <= {FileState.CANCELLED, FileState.DONE}
    done = sum(job.state is FileState.DONE for job in desk.jobs.files())
    assert len(desk.session.library.cards.inbox()) >= done
