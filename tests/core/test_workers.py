"""Worker processes: they read for the window, live on, die alone, and stop when they are told to."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cardkeeper import images
from cardkeeper.files import FileStore, sha256_of
from cardkeeper.model.cards import Card
from cardkeeper.model.drafts import FieldName
from cardkeeper.model.geometry import Box, Quad
from cardkeeper.model.progress import (
    Cancelled,
    CardRead,
    Done,
    Failed,
    Framed,
    Opened,
    ReadOptions,
    Report,
    Seen,
    TurnTask,
)
from cardkeeper.workers import WorkerPool
from tests.helpers_reading import draw_card, save_card

ROOT = Path(__file__).resolve().parents[2]
HANGS = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no file that hangs when opened can be made here")


def all_reports(pool: WorkerPool) -> Iterator[Report]:
    while (report := pool.next(timeout=120)) is not None:
        yield report


def said_of(reports: list[Report], ticket: int) -> list[object]:
    return [report.said for report in reports if report.ticket == ticket]


@pytest.fixture(scope="module")
def pool(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WorkerPool]:
    with WorkerPool(ReadOptions(store=tmp_path_factory.mktemp("files")), workers=1) as made:
        yield made


@pytest.fixture
def endless(tmp_path: Path) -> Path:
    """A file whose opening never ends: nobody writes into this pipe."""
    path = tmp_path / "endless.jpg"
    os.mkfifo(path)
    return path


def broken_file(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_text("not a picture")
    return path


def test_a_file_is_read_step_by_step_in_another_process(pool: WorkerPool, tmp_path: Path) -> None:
    path = save_card(tmp_path / "anna.png")
    ticket = pool.submit(path)
    reports = list(all_reports(pool))
    assert {report.ticket for report in reports} == {ticket}
    assert {report.path for report in reports} == {path}
    assert [type(report.said) for report in reports] == [Opened, Framed, CardRead, Done]
    read = reports[2].said
    assert isinstance(read, CardRead)
    assert read.read.draft.text(FieldName.NAME) == "Anna Bergmann"
    assert reports[3].said == Done(cards=1)


def test_a_worker_lives_on_with_its_readers_loaded(pool: WorkerPool, tmp_path: Path) -> None:
    pool.warm()
    before = set(pool.processes())
    pool.submit(save_card(tmp_path / "anna.png"))
    list(all_reports(pool))
    assert set(pool.processes()) == before
    assert len(before) == 1


def test_a_bad_file_fails_alone(pool: WorkerPool, tmp_path: Path) -> None:
    bad, good = pool.submit(broken_file(tmp_path, "bad.jpg")), pool.submit(save_card(tmp_path / "good.png"))
    reports = list(all_reports(pool))
    (failure,) = said_of(reports, bad)
    assert isinstance(failure, Failed)
    assert failure.message
    assert failure.remedy
    assert said_of(reports, good)[-1] == Done(cards=1)


def test_a_file_seen_before_is_noticed(pool: WorkerPool, tmp_path: Path) -> None:
    path = save_card(tmp_path / "anna.png")
    ticket = pool.submit(path, known=frozenset({sha256_of(path)}))
    assert said_of(list(all_reports(pool)), ticket) == [Seen(sha256_of(path))]


def test_a_card_turned_by_hand_is_read_again(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    kept = store.keep_bytes(images.encode(images.turn(draw_card()[0], 270)), ".jpg")
    card = Card(1, 1, Quad.of_box(Box(0, 0, 600, 1050)), 600, 1050, picture=kept)
    with WorkerPool(ReadOptions(store=tmp_path), workers=1) as pool:
        ticket = pool.ask(TurnTask(card, 90))
        read, done = said_of(list(all_reports(pool)), ticket)
    assert isinstance(read, CardRead)
    assert read.read.draft.text(FieldName.NAME) == "Anna Bergmann"
    assert (read.read.card.width, read.read.card.turn) == (1050, 90)
    assert done == Done(cards=1)


def test_nothing_to_read_is_known_at_once() -> None:
    with WorkerPool(ReadOptions()) as pool:
        assert pool.next() is None
        assert pool.processes() == {}


@HANGS
def test_a_moment_without_news_is_no_end(endless: Path) -> None:
    with WorkerPool(ReadOptions(), workers=1) as pool:
        ticket = pool.submit(endless)
        assert pool.next(timeout=0) is None
        assert pool.tickets() == (ticket,)


@HANGS
def test_a_file_that_hangs_a_worker_fails_after_its_time_and_the_rest_goes_on(endless: Path, tmp_path: Path) -> None:
    with WorkerPool(ReadOptions(timeout=1), workers=1) as pool:
        stuck, other = pool.submit(endless), pool.submit(broken_file(tmp_path, "other.jpg"))
        reports = list(all_reports(pool))
    (failure,) = said_of(reports, stuck)
    assert isinstance(failure, Failed)
    assert "too long" in failure.message
    (refused,) = said_of(reports, other)
    assert isinstance(refused, Failed)
    assert "not a picture" in refused.message


@HANGS
def test_a_worker_that_dies_is_replaced_and_its_file_gets_one_more_try(endless: Path, tmp_path: Path) -> None:
    with WorkerPool(ReadOptions(), workers=1) as pool:
        deadly, other = pool.submit(endless), pool.submit(broken_file(tmp_path, "other.jpg"))
        dead: list[int] = []
        for _ in range(2):
            dead.append(kill_the_worker_on(pool, deadly, but=dead))
        reports = list(all_reports(pool))
        assert set(pool.processes()).isdisjoint(dead)
    (failure,) = said_of(reports, deadly)
    assert isinstance(failure, Failed)
    assert "stopped" in failure.message
    assert isinstance(said_of(reports, other)[-1], Failed)


def kill_the_worker_on(pool: WorkerPool, ticket: int, *, but: list[int]) -> int:
    """Kill the process that reads the file of this ticket, as soon as there is one that is not dead already."""
    while True:
        busy = [pid for pid, reads in pool.processes().items() if reads == ticket and pid not in but]
        if busy:
            os.kill(busy[0], signal.SIGKILL)
            return busy[0]
        assert pool.next(timeout=0.1) is None


@HANGS
def test_cancelling_ends_the_reading_within_a_second(endless: Path, tmp_path: Path) -> None:
    with WorkerPool(ReadOptions(), workers=1) as pool:
        running, waiting = pool.submit(endless), pool.submit(save_card(tmp_path / "anna.png"))
        began = time.monotonic()
        pool.cancel_all()
        reports = [pool.next(timeout=1), pool.next(timeout=1)]
        assert time.monotonic() - began < 1
        assert {report.ticket: report.said for report in reports if report} == {
            running: Cancelled(),
            waiting: Cancelled(),
        }
        assert pool.next() is None
        assert pool.processes() == {}


@HANGS
def test_after_cancelling_the_next_file_is_read(endless: Path, tmp_path: Path) -> None:
    with WorkerPool(ReadOptions(), workers=1) as pool:
        pool.cancel(pool.submit(endless))
        ticket = pool.submit(save_card(tmp_path / "anna.png"))
        assert said_of(list(all_reports(pool)), ticket)[-1] == Done(cards=1)


@HANGS
def test_closing_ends_every_process_and_leaves_no_file_behind(endless: Path) -> None:
    pool = WorkerPool(ReadOptions(), workers=2)
    pool.submit(endless)
    pool.submit(endless)
    processes = list(pool.processes())
    assert len(processes) == 2
    pool.close()
    for process in processes:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)
    pool.close()


@HANGS
def test_when_the_window_is_killed_its_workers_end_too(endless: Path, tmp_path: Path) -> None:
    program = (
        "import sys, tempfile\n"
        "from pathlib import Path\n"
        "from cardkeeper.model.progress import ReadOptions\n"
        "from cardkeeper.workers import WorkerPool\n"
        "tempfile.tempdir = sys.argv[2]\n"
        "pool = WorkerPool(ReadOptions(), workers=1)\n"
        "pool.submit(Path(sys.argv[1]))\n"
        "print('reading', flush=True)\n"
        "pool.next()\n"
    )
    folder = tmp_path / "temporary"
    folder.mkdir()
    window = subprocess.Popen(
        [sys.executable, "-c", program, str(endless), str(folder)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert window.stdout is not None
    assert window.stdout.readline() == b"reading\n"
    assert list(folder.iterdir())
    window.kill()
    # Standard error is shared with the workers: it ends when the last of them has ended.
    _, errors = window.communicate(timeout=60)
    assert errors == b""
    assert list(folder.iterdir()) == []


def test_the_process_that_waits_loads_no_reader_and_no_pixels(tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from cardkeeper.model.progress import Done, ReadOptions\n"
        "from cardkeeper.workers import WorkerPool\n"
        "with WorkerPool(ReadOptions(), workers=1) as pool:\n"
        "    pool.submit(Path(sys.argv[1]))\n"
        "    said = []\n"
        "    while (report := pool.next()) is not None:\n"
        "        said.append(report.said)\n"
        "assert said[-1] == Done(1), said\n"
        "heavy = {'cv2', 'onnxruntime', 'rapidocr', 'numpy', 'PIL', 'pytesseract', 'zxingcpp', 'cardkeeper.pipeline'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    path = save_card(tmp_path / "anna.png")
    run = subprocess.run(
        [sys.executable, "-c", program, str(path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
