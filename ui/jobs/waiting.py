"""The thread that waits for the reading processes, so that the interface's thread never does."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Final, Protocol

from cardkeeper.files import Gathered, gather
from cardkeeper.model.progress import Cancelled, CardTask, Done, Failed, ReadOptions, Report, Seen

_PATIENCE: Final = 0.1
"""Seconds to wait for a report before looking whether somebody asked for something."""


class Pool(Protocol):
    """What is asked of `cardkeeper.workers.WorkerPool`."""

    def warm(self) -> None: ...
    def submit(self, path: Path, known: frozenset[str] = ...) -> int: ...
    def ask(self, task: CardTask) -> int: ...
    def cancel(self, ticket: int) -> None: ...
    def cancel_all(self) -> None: ...
    def next(self, timeout: float | None = ...) -> Report | None: ...
    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Arrived:
    """The files that a drop stands for."""

    drop: int
    gathered: Gathered


@dataclass(frozen=True, slots=True)
class Told:
    """A report about the file of one key."""

    key: int
    report: Report

    @property
    def last(self) -> bool:
        """Whether nothing more is told of this file."""
        return isinstance(self.report.said, Done | Failed | Cancelled | Seen)


class Waiter(threading.Thread):
    """Owns the pool: whatever is asked of it waits in a queue and is done here, between two reports.

    `tell` is called on this thread, with `Arrived` and `Told`.
    """

    def __init__(
        self, open_pool: Callable[[ReadOptions], Pool], options: ReadOptions, tell: Callable[[Arrived | Told], None]
    ) -> None:
        super().__init__(name="reading", daemon=True)
        self._open_pool = open_pool
        self._options = options
        self._tell = tell
        self._asked: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._pool: Pool | None = None
        self._stale = False
        self._keys: dict[int, int] = {}

    # Called on the interface's thread.

    def warm(self) -> None:
        """Load the readers before there is anything to read."""
        self._asked.put(self._warm)

    def gather(self, paths: Iterable[Path], drop: int) -> None:
        """Find the files that these paths stand for; large folders take a while, so it is done here."""
        wanted = tuple(paths)
        self._asked.put(lambda: self._tell(Arrived(drop, gather(wanted))))

    def submit(self, key: int, path: Path, known: frozenset[str]) -> None:
        self._asked.put(lambda: self._hand_over(key, lambda pool: pool.submit(path, known)))

    def ask(self, key: int, task: CardTask) -> None:
        self._asked.put(lambda: self._hand_over(key, lambda pool: pool.ask(task)))

    def cancel(self, key: int) -> None:
        self._asked.put(lambda: self._cancel(key))

    def cancel_all(self) -> None:
        self._asked.put(self._cancel_all)

    def renew(self, options: ReadOptions) -> None:
        """Read like this from now on; what is being read is finished as it was begun."""
        self._asked.put(lambda: self._renew(options))

    def stop(self) -> None:
        """End every process and this thread."""
        self._asked.put(None)
        self.join()

    # Run on this thread.

    def run(self) -> None:
        while (asked := self._next_request()) is not None:
            asked()
        self._close()

    def _next_request(self) -> Callable[[], None] | None:
        """What was asked for; else, while files are read, the next report."""
        while True:
            try:
                return self._asked.get(block=not self._keys)
            except Empty:
                return self._listen

    def _listen(self) -> None:
        report = self._pool.next(_PATIENCE) if self._pool else None
        if report is None:
            return
        told = Told(self._keys.get(report.ticket, 0), report)
        if told.key:
            self._tell(told)
        if told.last:
            self._keys.pop(report.ticket, None)

    def _hand_over(self, key: int, submit: Callable[[Pool], int]) -> None:
        self._keys[submit(self._ready_pool())] = key

    def _warm(self) -> None:
        self._ready_pool().warm()

    def _ready_pool(self) -> Pool:
        """The pool that reads as was last asked for, unless another is still busy."""
        if self._stale and not self._keys:
            self._close()
        if self._pool is None:
            self._pool, self._stale = self._open_pool(self._options), False
        return self._pool

    def _cancel(self, key: int) -> None:
        for ticket, owner in self._keys.items():
            if owner == key and self._pool:
                self._pool.cancel(ticket)

    def _cancel_all(self) -> None:
        if self._pool:
            self._pool.cancel_all()

    def _renew(self, options: ReadOptions) -> None:
        self._stale = self._stale or options != self._options
        self._options = options

    def _close(self) -> None:
        if self._pool:
            self._pool.close()
            self._pool = None
        self._keys.clear()
