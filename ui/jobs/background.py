"""Work that takes a while and touches no database, done on another thread; its end is heard on the interface's."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import ParamSpec

from PySide6.QtCore import QObject, Qt, Signal, Slot

from cardkeeper.errors import WorldError

_P = ParamSpec("_P")


class Job(QObject):
    """One piece of work. It deletes itself when it is over."""

    done = Signal(object)
    """What the work returned."""
    failed = Signal(object)
    """The `WorldError` that ended it. Any other error is a mistake of ours and is raised on the interface's thread."""
    _over = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._over.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def follow(self, future: Future[object]) -> None:
        future.add_done_callback(self._over.emit)

    @Slot(object)
    def _tell(self, future: Future[object]) -> None:
        self.deleteLater()
        if future.cancelled():
            return
        error = future.exception()
        if error is None:
            self.done.emit(future.result())
        elif isinstance(error, WorldError):
            self.failed.emit(error)
        else:
            raise error


class Background(QObject):
    """Runs such work one piece after another."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False
        self._threads = ThreadPoolExecutor(max_workers=1, thread_name_prefix="background")

    def run(self, work: Callable[_P, object], *args: _P.args, **kwargs: _P.kwargs) -> Job:
        """Begin; connect to the job's signals right away, before control goes back to Qt."""
        job = Job(self)
        if self._closed:
            # Parts of a window that goes may still ask; nobody waits for an answer any more.
            job.deleteLater()
            return job
        job.follow(self._threads.submit(work, *args, **kwargs))
        return job

    def close(self) -> None:
        """Finish what is underway and begin nothing more: whatever is asked for later is never done."""
        self._closed = True
        self._threads.shutdown(cancel_futures=True)
