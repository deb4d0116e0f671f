"""Files that are read beside the window: what is known of each, and what reaches the library."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cardkeeper.library import Library
from cardkeeper.model.progress import ReaderMode
from cardkeeper.settings import Settings
from tests.ui.hand_pool import HandPool
from tests.ui.lived_in import open_library, session_on
from ui.jobs import FileJob, FileState, ReadingJobs
from ui.session import Session


class Bench:
    """Jobs whose pool the test plays by hand."""

    def __init__(self, library: Library, qtbot: QtBot) -> None:
        self.library, self.qtbot = library, qtbot
        self.session: Session = session_on(library)
        self.pools: list[HandPool] = []
        self.jobs = ReadingJobs(self.session, self._open)

    def _open(self, _options: object) -> HandPool:
        self.pools.append(HandPool())
        return self.pools[-1]

    @property
    def pool(self) -> HandPool:
        return self.pools[-1]

    def drop(self, folder: Path, *names: str) -> None:
        """Drop files of these names, and wait until the pool has them."""
        paths = [folder / name for name in names]
        for path in paths:
            path.write_bytes(b"a picture")
        handed = sum(len(pool.paths) for pool in self.pools) + len(paths)
        self.jobs.start(paths)
        self.until(lambda: sum(len(pool.paths) for pool in self.pools) == handed)

    def until(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=5000)

    def named(self, name: str) -> FileJob:
        return next(job for job in self.jobs.files() if job.name == name)


@pytest.fixture
def bench(tmp_path: Path, qtbot: QtBot) -> Iterator[Bench]:
    with open_library(tmp_path / "library") as library:
        bench = Bench(library, qtbot)
        yield bench
        bench.jobs.close()


def test_a_file_goes_from_waiting_to_done_and_its_cards_into_the_inbox(bench: Bench, tmp_path: Path) -> None:
    bench.drop(tmp_path, "sheet.tiff")
    assert bench.named("sheet.tiff").state is FileState.WAITING
    with bench.qtbot.waitSignal(bench.jobs.finished):
        bench.pool.read(1, "Rebecca Baxter", "Bobby Perry")
    job = bench.named("sheet.tiff")
    assert (job.state, job.cards_found, job.cards_read) == (FileState.DONE, 2, 2)
    assert [card.draft.values[0].text for card in bench.library.cards.inbox()] == ["Rebecca Baxter", "Bobby Perry"]


def test_a_whole_drop_is_one_batch_and_one_step_to_undo(bench: Bench, tmp_path: Path) -> None:
    bench.drop(tmp_path, "a.jpg", "b.jpg")
    with bench.qtbot.waitSignal(bench.jobs.finished):
        bench.pool.read(1, "Rebecca Baxter")
        bench.pool.read(2, "Bobby Perry")
    assert {card.batch_id for card in bench.library.cards.inbox()} == {bench.named("a.jpg").batch_id}
    bench.session.undo()
    assert bench.library.cards.inbox() == ()


def test_the_same_file_twice_in_one_drop_is_told_as_seen_before(bench: Bench, tmp_path: Path) -> None:
    bench.drop(tmp_path, "a.jpg", "a copy.jpg")
    with bench.qtbot.waitSignal(bench.jobs.finished):
        bench.pool.read(1, "Rebecca Baxter")
        bench.pool.read(2, "Rebecca Baxter", same_as=1)
    assert len(bench.library.cards.inbox()) == 1
    assert bench.named("a.jpg").state is FileState.DONE
    copy = bench.named("a copy.jpg")
    assert (copy.state, copy.seen_on) == (FileState.SEEN, bench.session.today())


def test_a_file_that_fails_says_why_and_the_others_go_on(bench: Bench, tmp_path: Path) -> None:
    bench.drop(tmp_path, "bad.jpg", "good.jpg")
    with bench.qtbot.waitSignal(bench.jobs.finished):
        bench.pool.fail(1, "The file ends too early.", "Copy it again.")
        bench.pool.read(2, "Bobby Perry")
    bad = bench.named("bad.jpg")
    assert (bad.state, bad.message, bad.remedy) == (FileState.FAILED, "The file ends too early.", "Copy it again.")
    assert bench.named("good.jpg").state is FileState.DONE


def test_a_failed_file_stays_through_the_next_drop_until_it_is_dismissed(bench: Bench, tmp_path: Path) -> None:
    bench.drop(tmp_path, "bad.jpg", "good.jpg")
    with bench.qtbot.waitSignal(bench.jobs.finished):
        bench.pool.fail(1, "The file is empty.", "")
        bench.pool.read(2, "Bobby Perry")
    bench.drop(tmp_path, "next.jpg")
    assert {job.name for job in bench.jobs.files()} == {"bad.jpg", "next.jpg"}
    bench.jobs.dismiss(bench.named("bad.jpg").key)
    assert {job.name for job in bench.jobs.files()} == {"next.jpg"}


def test_trying_again_reads_the_file_anew(bench: Bench, tmp_path: Path) -> None:
    bench.drop(tmp_path, "bad.jpg")
    with bench.qtbot.waitSignal(bench.jobs.finished):
        bench.pool.fail(1, "Reading stopped.", "")
    bench.jobs.retry(bench.named("bad.jpg").key)
    assert bench.named("bad.jpg").state is FileState.WAITING
    bench.until(lambda: 2 in bench.pool.paths)
    with bench.qtbot.waitSignal(bench.jobs.finished):
        bench.pool.read(2, "Bobby Perry")
    assert bench.named("bad.jpg").state is FileState.DONE


def test_cancel_stops_everything_at_once_and_keeps_what_was_read(bench: Bench, tmp_path: Path) -> None:
    bench.drop(tmp_path, "a.jpg", "b.jpg", "c.jpg")
    bench.pool.read(1, "Rebecca Baxter")
    bench.until(lambda: bench.named("a.jpg").state is FileState.DONE)
    with bench.qtbot.waitSignal(bench.jobs.finished):
        bench.jobs.cancel()
        assert not bench.jobs.active
    states = [bench.named(name).state for name in ("a.jpg", "b.jpg", "c.jpg")]
    assert states == [FileState.DONE, FileState.CANCELLED, FileState.CANCELLED]
    bench.until(lambda: not bench.pool.open)
    assert len(bench.library.cards.inbox()) == 1


def test_stopping_more_files_than_can_be_told_of_at_once_still_comes_to_an_end(bench: Bench, tmp_path: Path) -> None:
    bench.drop(tmp_path, *(f"{number}.jpg" for number in range(60)))
    with bench.qtbot.waitSignal(bench.jobs.finished, timeout=10_000):
        bench.jobs.cancel()
    assert {job.state for job in bench.jobs.files()} == {FileState.CANCELLED}


def test_what_still_comes_of_a_stopped_file_does_not_count(bench: Bench, tmp_path: Path) -> None:
    bench.drop(tmp_path, "a.jpg", "b.jpg")
    bench.pool.read(1, "Rebecca Baxter")
    bench.jobs.cancel_file(bench.named("a.jpg").key)
    with bench.qtbot.waitSignal(bench.jobs.finished):
        bench.pool.read(2, "Bobby Perry")
    assert bench.named("a.jpg").state is FileState.CANCELLED
    assert [card.draft.values[0].text for card in bench.library.cards.inbox()] == ["Bobby Perry"]


def test_a_path_that_is_nothing_to_read_says_so(bench: Bench, tmp_path: Path) -> None:
    with bench.qtbot.waitSignal(bench.jobs.finished):
        bench.jobs.start([tmp_path / "gone.jpg"])
    assert bench.named("gone.jpg").state is FileState.FAILED
    assert bench.named("gone.jpg").message


def test_another_reader_is_used_for_what_comes_next(bench: Bench, tmp_path: Path) -> None:
    bench.drop(tmp_path, "a.jpg")
    with bench.qtbot.waitSignal(bench.jobs.finished):
        bench.pool.read(1, "Rebecca Baxter")
    bench.session.keep(Settings(reader=ReaderMode.TESSERACT))
    bench.drop(tmp_path, "b.jpg")
    assert [pool.closed for pool in bench.pools] == [True, False]
    bench.pool.read(1, "Bobby Perry")
