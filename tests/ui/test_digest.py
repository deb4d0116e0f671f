"""The note of the day: opt-in, once, and a click opens the person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from cardkeeper.settings import load
from tests.ui.lived_in import NOW, fill, open_library
from ui.digest import Digest, Tray
from ui.session import Session

pytestmark = pytest.mark.usefixtures("qapp")


class Listener(QObject):
    """Stands where the tray would be: keeps what is told."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[str, str]] = []
        self.there = True

    def tell(self, title: str, text: str) -> bool:
        if self.there:
            self.told.append((title, text))
        return self.there

    def close(self) -> None:
        self.there = False


@pytest.fixture
def clock() -> list[timedelta]:
    """How much later it is."""
    return [timedelta()]


@pytest.fixture
def session(tmp_path: Path, clock: list[timedelta]) -> Iterator[Session]:
    with open_library(tmp_path / "library") as library:
        fill(library)
        yield Session(library, load(library.folder).settings, lambda: NOW + clock[0])


def test_nothing_is_told_until_somebody_wants_it(session: Session) -> None:
    listener = Listener()
    digest = Digest(session, listener)
    digest.look()
    assert listener.told == []
    session.keep(replace(session.settings, digest="on"))
    assert len(listener.told) == 1
    assert "things for today" in listener.told[0][0]
    digest.close()


def test_it_is_told_once_a_day_also_after_a_restart(session: Session, clock: list[timedelta]) -> None:
    session.settings = replace(session.settings, digest="on")
    listener = Listener()
    digest = Digest(session, listener)
    for _ in range(3):
        digest.look()
    assert len(listener.told) == 1
    assert load(session.library.folder).settings.digest_shown == "2026-11-19"
    clock[0] = timedelta(days=1)
    digest.look()
    assert len(listener.told) == 2
    digest.close()


def test_quiet_hours_are_quiet(session: Session, clock: list[timedelta]) -> None:
    session.settings = replace(session.settings, digest="on")
    clock[0] = timedelta(hours=12)
    listener = Listener()
    digest = Digest(session, listener)
    digest.look()
    assert listener.told == []
    digest.close()


def test_a_click_opens_the_person(session: Session, qtbot: QtBot) -> None:
    session.settings = replace(session.settings, digest="on")
    listener = Listener()
    digest = Digest(session, listener)
    digest.look()
    with qtbot.waitSignal(digest.wanted) as opened:
        listener.clicked.emit()
    assert opened.args == [session.day().items[0].contact_id]
    digest.close()


def test_where_there_is_no_tray_nothing_is_told_and_nothing_counts_as_told(session: Session, qtbot: QtBot) -> None:
    session.settings = replace(session.settings, digest="on")
    tray = Tray(session)
    digest = Digest(session, tray)
    digest.look()
    assert session.settings.digest_shown == ""
    digest.close()
