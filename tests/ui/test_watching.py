"""The watched folder from the window's side: what arrives is read, whatever page is shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from cardkeeper.arriving import load_taken
from ui.session import Session
from ui.watching import WatchedFolder


class Taken(list[tuple[Path, ...]]):
    """What was handed over."""


def watch(session: Session, folder: Path, taken: Taken) -> WatchedFolder:
    session.keep(replace(session.settings, watched_folder=str(folder)))
    return WatchedFolder(session, taken.append, pause_ms=10)


def test_what_arrives_is_handed_over_once_and_said(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "scans"
    folder.mkdir()
    (folder / "old.jpg").write_bytes(b"lay there before")
    taken = Taken()
    said: list[str] = []
    session.said.connect(said.append)
    watched = watch(session, folder, taken)
    qtbot.waitUntil((tmp_path / "library" / "watched.json").exists)
    (folder / "new.jpg").write_bytes(b"arrived")
    qtbot.waitUntil(lambda: len(taken) == 1)
    assert taken == [(folder / "new.jpg",)]
    assert said == ["1 file came into the folder"]
    watched.close()
    again = watch(session, folder, taken)
    (folder / "later.jpg").write_bytes(b"while nobody looked")
    qtbot.waitUntil(lambda: len(taken) == 2)
    assert taken[1] == (folder / "later.jpg",)
    again.close()


def test_a_folder_that_is_not_there_is_complained_of_once(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    complaints: list[str] = []
    session.failed.connect(lambda message, _remedy: complaints.append(message))
    watched = watch(session, tmp_path / "gone", Taken())
    qtbot.waitUntil(lambda: bool(complaints))
    assert "gone" in complaints[0]
    watched.close()


def test_another_folder_and_none_at_once(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    taken = Taken()
    watched = watch(session, first, taken)
    session.keep(replace(session.settings, watched_folder=str(second)))
    qtbot.waitUntil(lambda: load_taken(session.library.folder, second) is not None)
    (first / "a.jpg").write_bytes(b"to the old one")
    (second / "b.jpg").write_bytes(b"to the new one")
    qtbot.waitUntil(lambda: bool(taken))
    assert taken == [(second / "b.jpg",)]
    session.keep(replace(session.settings, watched_folder=""))
    watched.close()
