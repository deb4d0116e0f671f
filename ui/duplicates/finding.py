"""Looks for duplicates in another thread, tells how far it is, and stops when asked."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from cardkeeper.errors import WorldError
from cardkeeper.library import Library
from cardkeeper.library.duplicates import Pair, Stopped
from ui.jobs import Background
from ui.session import Session


class Finding(QObject):
    """One search at a time; a new one takes the place of the one before."""

    progressed = Signal(int, int)
    """How many of how many pairs are compared."""
    found = Signal(object)
    """All pairs, a tuple of `Pair`; None when it was stopped."""

    def __init__(self, session: Session, background: Background) -> None:
        super().__init__(background)
        self._session, self._background = session, background
        self._stop = threading.Event()
        self.busy = False

    def start(self) -> None:
        self._stop.set()
        self._stop = threading.Event()
        self.destroyed.connect(self._stop.set)
        self.busy = True
        job = self._background.run(_find, self._session.library.beside, self._stop, self.progressed.emit)
        job.done.connect(self._done)
        job.failed.connect(self._failed)

    def stop(self) -> None:
        self._stop.set()

    def _done(self, pairs: tuple[Pair, ...] | None) -> None:
        self.busy = False
        self.found.emit(pairs)

    def _failed(self, error: WorldError) -> None:
        self.busy = False
        self._session.fail(error)
        self.found.emit(None)


def _find(
    beside: Callable[[], Library], stop: threading.Event, progressed: Callable[[int, int], None]
) -> tuple[Pair, ...] | None:
    def tell(done: int, of: int) -> bool:
        progressed(done, of)
        return not stop.is_set()

    with beside() as library:
        try:
            return library.duplicates.find(tell)
        except Stopped:
            return None
