"""The files being read: what was asked, how far each has come, and putting what was read into the library."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from cardkeeper.errors import WorldError
from cardkeeper.files import Gathered
from cardkeeper.intake import Intake
from cardkeeper.model.people import NOTHING_SAID, MetContext
from cardkeeper.model.progress import Cancelled, CardRead, Done, Failed, Framed, Opened, ReadOptions, Report, Seen
from cardkeeper.workers import WorkerPool
from ui.jobs.again import Again
from ui.jobs.files import FileJob, FileState, Progress
from ui.jobs.scratch import Scratch
from ui.jobs.waiting import Arrived, Pool, Told, Waiter
from ui.session import Session

_BREATH_MS: Final = 8
"""Between two reports the window lives: one is stored at a time, since the disk may take a while to have it."""
_TELL_MS: Final = 90
"""What has changed is told together so often; nobody can follow more."""


def gentle_pool(options: ReadOptions) -> Pool:
    """Processes that read while the window lives: the window goes first."""
    return WorkerPool(options, gentle=True)


class ReadingJobs(QObject):
    """Reads files in other processes and keeps a list of them, failures included, until each is dismissed."""

    updated = Signal(object)
    """A tuple of the `FileJob`s that are new or have changed."""
    finished = Signal()
    """Nothing is being read any more."""
    _told = Signal(object)

    def __init__(
        self, session: Session, open_pool: Callable[[ReadOptions], Pool] = gentle_pool, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.scratch = Scratch()
        self._session = session
        self._jobs: dict[int, FileJob] = {}
        self._drops: dict[int, Intake] = {}
        self._suggested: dict[int, MetContext] = {}
        self.suggested: dict[int, MetContext] = {}
        """By batch, where its people were met, as far as the way in which it was added tells."""
        self._stopped: set[int] = set()
        self._inbox: deque[Arrived | Told] = deque()
        self._news: dict[int, FileJob] = {}
        self._gathering: set[int] = set()
        self._said_finished = True
        self._closed = False
        self._turn = QTimer(self, singleShot=True, interval=_BREATH_MS)
        self._turn.timeout.connect(self._take_one)
        self._telling = QTimer(self, singleShot=True, interval=_TELL_MS)
        self._telling.timeout.connect(self._tell)
        self._told.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._numbers = count(1)
        self._waiter = Waiter(open_pool, self._options(), self._told.emit)
        self._waiter.start()
        self.again = Again(session, self._waiter, self)
        session.settings_changed.connect(self._renew)

    def files(self) -> tuple[FileJob, ...]:
        """All files on the list, in the order in which they came."""
        return tuple(self._jobs.values())

    @property
    def gathering(self) -> bool:
        """Whether files are still being looked for in what was dropped."""
        return bool(self._gathering)

    @property
    def active(self) -> bool:
        """Whether anything waits or is being read."""
        return any(job.active for job in self._jobs.values())

    def progress(self) -> Progress:
        return Progress(sum(not job.active for job in self._jobs.values()), len(self._jobs))

    def warm(self) -> None:
        """Load the readers now, so that the first card is read sooner."""
        self._waiter.warm()

    def start(self, paths: Iterable[Path], suggested: MetContext = NOTHING_SAID) -> None:
        """Read these files, and those in these folders, as one drop: one batch, and one step to undo.

        `suggested`: what the question of the drop has in it until a person says where they met these people.
        """
        if not self.active:
            # A new drop begins a new list; what failed stays until a person has dismissed it.
            self._jobs = {key: job for key, job in self._jobs.items() if job.state is FileState.FAILED}
        self._said_finished = False
        drop = next(self._numbers)
        self._gathering.add(drop)
        self._drops[drop] = Intake(self._session.library)
        self._suggested[drop] = suggested
        self._waiter.gather(paths, drop)
        self._tell_soon()

    def cancel(self) -> None:
        """Stop all reading, at once for whoever looks: ending the processes takes a moment. What was read stays."""
        self._waiter.cancel_all()
        self._gathering.clear()
        self._tell_soon()
        for job in self.files():
            self._stop(job)

    def cancel_file(self, key: int) -> None:
        """Stop reading one file."""
        self._waiter.cancel(key)
        self._stop(self._jobs[key])

    def _stop(self, job: FileJob) -> None:
        if job.active:
            self._stopped.add(job.key)
            self._tell_soon(self._put(replace(job, state=FileState.CANCELLED)))

    def retry(self, key: int) -> None:
        """Read a file again that failed or was stopped."""
        old = self._jobs[key]
        if not old.active:
            self._said_finished = False
            self._tell_soon(self._put(FileJob(key, old.path, old.drop, old.batch_id)))
            self._waiter.submit(key, old.path, self._session.library.cards.hashes())

    def dismiss(self, key: int) -> None:
        """Take a file that is through off the list."""
        job = self._jobs[key]
        if not job.active:
            del self._jobs[key]
            self.updated.emit((job,))

    def close(self) -> None:
        """End reading and every process. What was told and not yet taken is let go: the library may be closed now."""
        self._waiter.stop()
        self._closed = True
        self._turn.stop()
        self._telling.stop()
        self._inbox.clear()
        self.scratch.close()

    def _renew(self) -> None:
        self._waiter.renew(self._options())

    def _options(self) -> ReadOptions:
        settings = self._session.settings
        library = self._session.library
        return ReadOptions(settings.reader, library.files.folder, library.seal_key, settings.region)

    @Slot(object)
    def _hear(self, told: Arrived | Told) -> None:
        """Take what the reading thread tells. What was on its way when reading ended still comes, and is let go."""
        if self._closed:
            return
        self._inbox.append(told)
        if not self._turn.isActive():
            self._turn.start()

    def _take_one(self) -> None:
        told = self._inbox.popleft()
        self._tell_soon(*(self._arrive(told) if isinstance(told, Arrived) else self._follow(told)))
        if self._inbox:
            self._turn.start()

    def _tell_soon(self, *news: FileJob) -> None:
        self._news |= {job.key: job for job in news}
        if not self._telling.isActive():
            self._telling.start()

    def _tell(self) -> None:
        news, self._news = tuple(self._news.values()), {}
        self.updated.emit(news)
        if not (self._said_finished or self._gathering or self.active or self._inbox):
            self._said_finished = True
            self.finished.emit()

    def _arrive(self, arrived: Arrived) -> list[FileJob]:
        if arrived.drop not in self._gathering:
            return []
        self._gathering.discard(arrived.drop)
        known = self._session.library.cards.hashes()
        gathered: Gathered = arrived.gathered
        jobs = []
        for path in gathered.files:
            job = FileJob(next(self._numbers), path, arrived.drop)
            jobs.append(self._put(job))
            self._waiter.submit(job.key, path, known)
        for problem in gathered.problems:
            failed = FileJob(next(self._numbers), problem.path, arrived.drop, state=FileState.FAILED)
            jobs.append(self._put(replace(failed, message=problem.message, remedy=problem.remedy)))
        return jobs

    def _follow(self, told: Told) -> list[FileJob]:
        if self.again.take(told):
            return []
        if told.key in self._stopped:
            # Whatever still comes of a file that was stopped does not count, up to its last word.
            if told.last:
                self._stopped.discard(told.key)
            return []
        job = self._jobs.get(told.key)
        if job is None:
            return []
        try:
            stored = self._drops[job.drop].take(told.report)
        except WorldError as error:
            return [self._put(replace(job, state=FileState.FAILED, message=error.message, remedy=error.remedy))]
        self._put(self._after(job, told.report, new=stored is not None))
        paired = self._pair_sides(job.drop) if told.last else []
        return [self._jobs[told.key], *paired, *self._name_batch(job.drop)]

    def _pair_sides(self, drop: int) -> list[FileJob]:
        """Once a drop is through, front and back that follow each other are one card, where it is set so."""
        jobs = [job for job in self._jobs.values() if job.drop == drop]
        if self._session.settings.sides != "alternate" or any(job.active for job in jobs):
            return []
        backs = Counter(self._drops[drop].pair_sides([job.path for job in jobs]))
        return [self._put(replace(job, backs=job.backs + backs[job.path])) for job in jobs if job.path in backs]

    def _name_batch(self, drop: int) -> list[FileJob]:
        """Once the first file of a drop is in the library, all of them know what the drop is called there."""
        batch = self._drops[drop].batch_id or 0
        self.suggested[batch] = self._suggested[drop]
        unnamed = [job for job in self._jobs.values() if job.drop == drop and job.batch_id != batch]
        return [self._put(replace(job, batch_id=batch)) for job in unnamed]

    def _after(self, job: FileJob, report: Report, *, new: bool) -> FileJob:
        """How a file stands after a report; `new`: whether that brought a card which was not there yet."""
        match report.said:
            case Opened(scan):
                after = replace(job, state=FileState.READING, pages=scan.pages)
            case Framed(page, pages, cards):
                after = replace(job, page=page, pages=pages, cards_found=job.cards_found + cards)
            case CardRead():
                after = replace(job, cards_read=job.cards_read + 1, doubles=job.doubles + (not new))
            case Seen(sha256):
                after = replace(job, state=FileState.SEEN, seen_on=self._session.library.cards.seen(sha256))
            case Done() if job.cards_read and job.doubles == job.cards_read:
                after = replace(job, state=FileState.SEEN, seen_on=self._session.today())
            case Done():
                after = replace(job, state=FileState.DONE)
            case Failed(message, remedy):
                after = replace(job, state=FileState.FAILED, message=message, remedy=remedy)
            case Cancelled():
                after = replace(job, state=FileState.CANCELLED)
        return after

    def _put(self, job: FileJob) -> FileJob:
        self._jobs[job.key] = job
        return job
