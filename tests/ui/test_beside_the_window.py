"""What goes on beside the interface's thread: pictures, background work, and errors that nobody caught."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSize, QThread
from pytestqt.qtbot import QtBot

from cardkeeper.errors import StorageFull, WorldError
from cardkeeper.files import FileStore
from tests.ui.waiting_cards import jpeg
from ui import pictures as pictures_module
from ui.crash import Crashes
from ui.jobs import Background
from ui.pictures import Pictures


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "files")


@pytest.fixture
def pictures(store: FileStore, qtbot: QtBot) -> Iterator[Pictures]:
    loader = Pictures(store)
    yield loader
    loader.close()


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    runner = Background()
    yield runner
    runner.close()


def test_a_picture_comes_later_fitted_and_at_once_from_then_on(
    store: FileStore, pictures: Pictures, qtbot: QtBot
) -> None:
    sha256 = store.keep_bytes(jpeg(width=1000, height=600), ".jpg")
    with qtbot.waitSignal(pictures.loaded) as loaded:
        assert pictures.get(sha256, QSize(200, 200)) is None
    assert loaded.args == [sha256]
    picture = pictures.get(sha256, QSize(200, 200))
    assert picture is not None
    assert (picture.width(), picture.height()) == (200, 120)


def test_a_small_picture_is_never_enlarged(store: FileStore, pictures: Pictures, qtbot: QtBot) -> None:
    sha256 = store.keep_bytes(jpeg(width=50, height=30), ".jpg")
    with qtbot.waitSignal(pictures.loaded):
        pictures.get(sha256, QSize(400, 400))
    picture = pictures.get(sha256, QSize(400, 400))
    assert picture is not None
    assert picture.width() == 50


def test_what_is_no_picture_is_missing_and_not_asked_for_again(
    store: FileStore, pictures: Pictures, qtbot: QtBot
) -> None:
    broken = store.keep_bytes(b"not a picture", ".jpg")
    for sha256 in (broken, "0" * 64):
        with qtbot.waitSignal(pictures.loaded):
            pictures.get(sha256, QSize(200, 200))
        assert pictures.missing(sha256)
    assert pictures.missing("")


def test_pictures_are_kept_within_bounds(store: FileStore, pictures: Pictures, qtbot: QtBot) -> None:
    kept = pictures_module.MOST_BYTES // (1000 * 600 * 4)
    first = store.keep_bytes(jpeg(), ".jpg")
    for number in range(kept + 2):
        sha256 = first if not number else store.keep_bytes(jpeg(f"#{number * 0x040404:06x}"), ".jpg")
        with qtbot.waitSignal(pictures.loaded):
            pictures.get(sha256, QSize(1000, 600))
    assert pictures.get(first, QSize(1000, 600)) is None


def test_work_is_done_elsewhere_and_heard_of_here(background: Background, qtbot: QtBot) -> None:
    def work(text: str) -> tuple[str, bool]:
        return text.upper(), QThread.currentThread() is background.thread()

    heard_here: list[bool] = []
    job = background.run(work, "done")
    job.done.connect(lambda _result: heard_here.append(QThread.currentThread() is background.thread()))
    with qtbot.waitSignal(job.done) as done:
        pass
    assert done.args == [("DONE", False)]
    assert heard_here == [True]


def test_an_error_of_the_world_arrives_as_one(background: Background, qtbot: QtBot) -> None:
    def work() -> None:
        raise StorageFull("The disk is full.", "Make room.")

    job = background.run(work)
    with qtbot.waitSignal(job.failed) as failed:
        pass
    assert isinstance(failed.args[0], StorageFull)


def test_nothing_is_begun_after_the_end_and_nobody_stumbles_over_it(qtbot: QtBot) -> None:
    runner = Background()
    done: list[object] = []
    runner.close()
    runner.run(done.append, 1).done.connect(done.append)
    qtbot.waitUntil(lambda: not runner.children())
    assert done == []


def test_a_job_leaves_nothing_behind(background: Background, qtbot: QtBot) -> None:
    with qtbot.waitSignal(background.run(str).destroyed):
        pass
    assert background.findChildren(QObject) == []


def test_errors_that_nobody_caught_become_a_sentence_or_a_report_without_words(
    qtbot: QtBot, expected_log: list[str]
) -> None:
    expected_log.append("a mistake of ours")
    crashes = Crashes()
    told: list[object] = []
    crashes.world.connect(told.append)
    crashes.bug.connect(told.append)
    for error in (WorldError("The disk is full.", "Make room."), ValueError("Rebecca Baxter")):
        try:
            raise error
        except (WorldError, ValueError) as caught:
            crashes.take(type(caught), caught, caught.__traceback__)
    assert isinstance(told[0], WorldError)
    assert "builtins.ValueError" in str(told[1])
    assert "Rebecca" not in str(told[1])
