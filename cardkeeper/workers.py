"""A pool of worker processes around the pipeline: pixels stay in them, and values come out.

The process that owns the pool imports no reader and no picture library: a worker is a child `python` that is spoken to
over its standard input and output (`worker_main`). A worker loads its readers once and lives on. One that crashes or
says nothing for too long is ended and replaced, and only the file it was reading fails.
"""

from __future__ import annotations

import os
import pickle
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import IO, Final, Self

from cardkeeper.flags import WORKER_FLAG
from cardkeeper.model.progress import (
    Cancelled,
    CardTask,
    Done,
    Event,
    Failed,
    FileTask,
    Outcome,
    ReadOptions,
    Ready,
    Report,
    Seen,
    Setup,
    Task,
)
from cardkeeper.translation import language_in_use, tr

_STARTING: Final = 90.0
"""Seconds that a worker may take to load its readers, on a slow disk and a busy machine."""
_BOTH_READERS: Final = 2
"""Each of two readers may take its whole timeout before a worker must say something."""
_TRIES: Final = 2
_LIFETIME: Final = 500
"""Files after which an idle worker is replaced, so that no library's leak can grow for ever."""


@dataclass(slots=True)
class _Job:
    ticket: int
    path: Path
    task: Task
    begun: bool = False
    """Whether something was said about it; if not, it may be given to another worker without telling things twice."""
    tries: int = 0


@dataclass(frozen=True, slots=True)
class _Gone:
    """A worker's output has ended: it is no more."""


@dataclass(frozen=True, slots=True)
class _LookAgain:
    """Nothing was said by a worker, but something has changed for whoever waits."""


@dataclass(slots=True)
class _Worker:
    """A child process, the folder for its temporary files, and what it is busy with."""

    process: subprocess.Popen[bytes]
    folder: Path
    patience: float
    """When it must have said something, on the monotonic clock."""
    listener: threading.Thread
    job: _Job | None = None
    ready: bool = False
    files: int = 0

    def tell(self, message: object) -> None:
        """Hand over a message; that a worker is gone is noticed where its answers are read."""
        try:
            pickle.dump(message, _pipe(self.process.stdin))
            _pipe(self.process.stdin).flush()
        except (BrokenPipeError, OSError):
            return

    def end(self) -> None:
        """End it now, with what it may have started, and leave nothing behind."""
        if sys.platform != "win32":
            try:
                os.killpg(self.process.pid, signal.SIGKILL)
            except ProcessLookupError:
                self.process.kill()
        else:
            self.process.kill()
        self.process.wait()
        self.listener.join()
        for pipe in (self.process.stdin, self.process.stdout):
            try:
                _pipe(pipe).close()
            except BrokenPipeError:
                continue
        shutil.rmtree(self.folder, ignore_errors=True)


@dataclass(slots=True)
class _Messages:
    """What the workers say, by the number of the worker, in the order of arrival."""

    queue: queue.SimpleQueue[tuple[int, object]] = field(default_factory=queue.SimpleQueue)

    def listen(self, number: int, pipe: IO[bytes]) -> None:
        """Take in all that one worker says, until its end."""
        try:
            while True:
                self.queue.put((number, pickle.load(pipe)))  # noqa: S301 - written by our own child
        except (EOFError, OSError, pickle.UnpicklingError):
            self.queue.put((number, _Gone()))


class WorkerPool:
    """Reads files in other processes. Any thread may call it; reports come out of `next`, one caller at a time."""

    def __init__(
        self, options: ReadOptions, workers: int | None = None, *, threads: int | None = None, gentle: bool = False
    ) -> None:
        """`workers`: how many processes at most; by default one for each core, and no more than four. None is started
        before there is something to read, or before `warm`. `threads`: how many cores one reading may use; by default
        its worker's share of them, but two where there are two, since a card may be the only one that is waited for.
        `gentle`: other programs, and a window that waits for the pool, go first on a busy machine.
        """
        self._options = options
        self._gentle = gentle
        cores = os.cpu_count() or 1
        self._most = workers or min(4, cores)
        self._threads = threads or max(min(2, cores), cores // self._most)
        self._tickets = count(1)
        self._numbers = count(1)
        self._waiting: deque[_Job] = deque()
        self._workers: dict[int, _Worker] = {}
        self._messages = _Messages()
        self._reports: deque[Report] = deque()
        self._lock = threading.RLock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def warm(self) -> None:
        """Start one worker before there is work, so that the first file is read sooner."""
        with self._lock:
            if not self._workers:
                self._start()

    def submit(self, path: Path, known: frozenset[str] = frozenset()) -> int:
        """Have a file read, unless its hash is among the known ones; returns the ticket its reports will carry."""
        return self._enqueue(path, FileTask(path, known))

    def ask(self, task: CardTask) -> int:
        """Have something done about a card that is kept; returns the ticket. It goes before files that wait."""
        return self._enqueue(Path(), task, first=True)

    def cancel(self, ticket: int) -> None:
        """Stop reading a file, now; its last report is `Cancelled`. A ticket that is done already stays done."""
        with self._lock:
            job = next((job for job in self._waiting if job.ticket == ticket), None)
            if job is not None:
                self._waiting.remove(job)
                self._report(job, Cancelled())
            for number, worker in list(self._workers.items()):
                if worker.job is not None and worker.job.ticket == ticket:
                    self._end(number, Cancelled())
            self._wake()

    def cancel_all(self) -> None:
        """Stop reading all files, now."""
        with self._lock:
            for ticket in self.tickets():
                self.cancel(ticket)

    def tickets(self) -> tuple[int, ...]:
        """What is not read to its end yet: being read, or waiting."""
        with self._lock:
            busy = [worker.job.ticket for worker in self._workers.values() if worker.job is not None]
            return (*sorted(busy), *(job.ticket for job in self._waiting))

    def processes(self) -> dict[int, int | None]:
        """The process id of each worker, and the ticket it is busy with."""
        with self._lock:
            return {worker.process.pid: worker.job.ticket if worker.job else None for worker in self._workers.values()}

    def next(self, timeout: float | None = None) -> Report | None:
        """The next report, in the order of events of each file. None after `timeout` seconds without one, and at once
        when nothing is left to read.
        """
        until = None if timeout is None else time.monotonic() + timeout
        while True:
            with self._lock:
                self._end_overdue()
                self._hand_out()
                if self._reports:
                    return self._reports.popleft()
                if not self.tickets():
                    return None
                patience = min(worker.patience for worker in self._workers.values() if worker.job is not None)
            now = time.monotonic()
            if until is not None and now >= until:
                return None
            wait = max(0.0, min(patience, patience if until is None else until) - now)
            try:
                number, message = self._messages.queue.get(timeout=wait)
            except queue.Empty:
                continue
            with self._lock:
                self._take(number, message)

    def close(self) -> None:
        """End all workers. What was not read to its end is not reported any more."""
        with self._lock:
            self._waiting.clear()
            for number in list(self._workers):
                self._workers.pop(number).end()
            self._wake()

    def _enqueue(self, path: Path, task: Task, *, first: bool = False) -> int:
        with self._lock:
            job = _Job(next(self._tickets), path, task)
            if first:
                self._waiting.appendleft(job)
            else:
                self._waiting.append(job)
            self._hand_out()
            self._wake()
            return job.ticket

    def _hand_out(self) -> None:
        """Give each idle worker a file, and start workers while there is more to read than there are of them."""
        while self._waiting:
            idle = next((worker for worker in self._workers.values() if worker.job is None), None)
            if idle is None and len(self._workers) < self._most:
                idle = self._start()
            if idle is None:
                return
            idle.job = self._waiting.popleft()
            idle.job.tries += 1
            idle.patience = self._patience(ready=idle.ready)
            idle.tell(idle.job.task)

    def _patience(self, *, ready: bool) -> float:
        return time.monotonic() + (_BOTH_READERS * self._options.timeout if ready else _STARTING)

    def _start(self) -> _Worker:
        number = next(self._numbers)
        folder = Path(tempfile.mkdtemp(prefix="cardkeeper-worker-"))
        process = _spawn(folder)
        listener = threading.Thread(
            target=self._messages.listen, args=(number, _pipe(process.stdout)), name=f"worker {number}", daemon=True
        )
        listener.start()
        worker = _Worker(process, folder, self._patience(ready=False), listener)
        worker.tell(Setup(self._options, threads=self._threads, gentle=self._gentle, language=language_in_use()))
        self._workers[number] = worker
        return worker

    def _take(self, number: int, message: object) -> None:
        worker = self._workers.get(number)
        if worker is None:  # it was ended meanwhile; what it still said does not count
            return
        worker.patience = self._patience(ready=True)
        if isinstance(message, Ready):
            worker.ready = True
        elif isinstance(message, _Gone):
            self._lost(number, worker)
        elif worker.job is not None and isinstance(message, Event | Outcome):
            worker.job.begun = True
            self._report(worker.job, message)
            if isinstance(message, Done | Failed | Seen):
                self._finished(number, worker)

    def _lost(self, number: int, worker: _Worker) -> None:
        """A worker has died. If it had said nothing yet, the file may not be to blame: it gets a second try."""
        if worker.job is not None and not worker.job.begun and worker.job.tries < _TRIES:
            self._waiting.appendleft(worker.job)
            worker.job = None
        self._end(number, _stopped())

    def _finished(self, number: int, worker: _Worker) -> None:
        worker.job = None
        worker.files += 1
        if worker.files >= _LIFETIME:
            self._end(number, Cancelled())

    def _end_overdue(self) -> None:
        now = time.monotonic()
        for number, worker in list(self._workers.items()):
            if worker.job is not None and worker.patience < now:
                self._end(number, _too_long())

    def _end(self, number: int, outcome: Outcome) -> None:
        """End a worker; the file it is busy with, if any, ends with this outcome."""
        worker = self._workers.pop(number)
        worker.end()
        if worker.job is not None:
            self._report(worker.job, outcome)

    def _report(self, job: _Job, said: Event | Outcome) -> None:
        self._reports.append(Report(job.ticket, job.path, said))

    def _wake(self) -> None:
        self._messages.queue.put((0, _LookAgain()))


def _spawn(folder: Path) -> subprocess.Popen[bytes]:
    """Start a worker in a process group of its own, so that Ctrl+C reaches us alone and a worker ends with its own."""
    if getattr(sys, "frozen", False):
        command = [sys.executable, WORKER_FLAG, str(folder)]
    else:
        command = [sys.executable, "-P", "-m", "cardkeeper.worker_main", str(folder)]
    root = str(Path(__file__).resolve().parent.parent)
    paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
    surroundings = os.environ | {
        "PYTHONPATH": os.pathsep.join(paths),
        # Each worker shares its own work out: threads of these beside its own slow all of them down.
        "OMP_THREAD_LIMIT": "1",
        "OPENCV_FOR_THREADS_NUM": "1",
        # The GNU allocator keeps a heap for each thread that ever read a line: a third more memory, and no faster.
        "MALLOC_ARENA_MAX": "1",
    }
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        # A program started without a console, as on Windows, has no standard error to share.
        stderr=subprocess.DEVNULL if sys.stderr is None else None,
        env=surroundings,
        start_new_session=sys.platform != "win32",
        creationflags=_flags(),
    )


def _flags() -> int:
    if sys.platform == "win32":
        return subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
    return 0


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise ValueError("a worker is started with both pipes")
    return pipe


def _stopped() -> Failed:
    return Failed(
        tr("Reading stopped in the middle of this file."),
        tr("Try it again; if it stops again, save the picture anew and drop that."),
    )


def _too_long() -> Failed:
    return Failed(tr("Reading this file took too long."), tr("Crop the picture to the card and drop it again."))
