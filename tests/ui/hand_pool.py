"""A pool of workers that a test plays by hand: it says what workers would say, when the test wants it said."""

from __future__ import annotations

import queue
from itertools import count
from pathlib import Path

from cardkeeper.model.cards import Scan
from cardkeeper.model.progress import (
    Cancelled,
    CardRead,
    CardTask,
    Done,
    Event,
    Failed,
    Framed,
    Opened,
    Outcome,
    Report,
)
from tests.ui.waiting_cards import BOBBY, Print, read_card, renamed


class HandPool:
    """Keeps the contract of `cardkeeper.workers.WorkerPool`: reports come out of `next`, the last of each file once."""

    def __init__(self) -> None:
        self._tickets = count(1)
        self._reports: queue.SimpleQueue[Report] = queue.SimpleQueue()
        self.paths: dict[int, Path] = {}
        self.open: set[int] = set()
        self.asked: dict[int, CardTask] = {}
        self.closed = False
        self.warmed = False

    def warm(self) -> None:
        self.warmed = True

    def submit(self, path: Path, known: frozenset[str] = frozenset()) -> int:
        ticket = next(self._tickets)
        self.paths[ticket] = path
        self.open.add(ticket)
        return ticket

    def ask(self, task: CardTask) -> int:
        ticket = self.submit(Path())
        self.asked[ticket] = task
        return ticket

    def cancel(self, ticket: int) -> None:
        if ticket in self.open:
            self.say(ticket, Cancelled())

    def cancel_all(self) -> None:
        for ticket in tuple(self.open):
            self.cancel(ticket)

    def next(self, timeout: float | None = None) -> Report | None:
        try:
            return self._reports.get(timeout=timeout)
        except queue.Empty:
            return None

    def close(self) -> None:
        self.closed = True

    def say(self, ticket: int, said: Event | Outcome) -> None:
        """What a worker says about the file of this ticket."""
        if isinstance(said, Outcome):
            self.open.discard(ticket)
        self._reports.put(Report(ticket, self.paths[ticket], said))

    def read(self, ticket: int, *names: str, same_as: int = 0) -> None:
        """The whole way of a file with a card for each of these people; `same_as`: the ticket of one with its bytes."""
        self.say(ticket, Opened(Scan(f"{same_as or ticket:064x}", self.paths[ticket].name, "image/jpeg", 1000, 1)))
        self.say(ticket, Framed(1, 1, len(names)))
        for number, name in enumerate(names, start=1):
            prints: tuple[Print, ...] = renamed(BOBBY, name)
            self.say(ticket, CardRead(read_card(prints, number=number)))
        self.say(ticket, Done(len(names)))

    def fail(self, ticket: int, message: str, remedy: str) -> None:
        self.say(ticket, Failed(message, remedy))
