"""What waits, as the rail counts it: cards in the inbox, things to do today, people, and the drawer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QObject, QTimer

from cardkeeper.library import Library
from cardkeeper.library.changes import Changes, Kind
from cardkeeper.model.cards import CardState
from cardkeeper.relationships.today import TodayList, list_today
from cardkeeper.settings import Settings
from ui.jobs import Background
from ui.main_window.rail import Rail
from ui.session import Session

_MOMENT_MS: Final = 200
_AT_ONCE: Final = 5_000
"""So many people are counted in some milliseconds."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """What waits, in numbers."""

    today: int
    introductions: int
    drawer: int
    oldest_days: int


class Counts(QObject):
    """Keeps the numbers on the rail right; counts again a moment after a change, once for many."""

    def __init__(self, session: Session, rail: Rail, background: Background) -> None:
        super().__init__(rail)
        self._session, self._rail, self._background = session, rail, background
        self._busy, self._again = False, False
        self._kinds: set[Kind] = set()
        self._soon = QTimer(self, singleShot=True, interval=250)
        self._soon.timeout.connect(self._count_changed)
        session.changed.connect(self._take)

    def count_all(self) -> None:
        self._count_cards()
        self._count_people()

    def _take(self, changes: Changes) -> None:
        self._kinds |= changes.kinds
        if not self._soon.isActive():
            self._soon.start()

    def _count_changed(self) -> None:
        kinds, self._kinds = self._kinds, set()
        if Kind.CARDS in kinds:
            self._count_cards()
        if kinds - {Kind.CARDS, Kind.BATCHES}:
            self._count_people()

    def _count_cards(self) -> None:
        waiting = self._session.library.cards.counts().get(CardState.INBOX, 0)
        self._rail.set_count("inbox", waiting)

    def _count_people(self) -> None:
        """Count at once of few people, and of many in another thread, so that the window need not wait."""
        people = self._session.library.people.count()
        self._rail.set_count("people", people)
        if people <= _AT_ONCE:
            self._show(_waiting(self._session.library, self._session.day()))
        elif self._busy:
            self._again = True
        else:
            self._busy = True
            # A moment later, when what asked for it can be seen.
            QTimer.singleShot(_MOMENT_MS, self, self._count_beside)

    def _count_beside(self) -> None:
        today, settings = self._session.today(), self._session.settings
        job = self._background.run(_count_beside, self._session.library.beside, today, settings)
        job.done.connect(self._counted)
        job.failed.connect(self._session.fail)

    def _counted(self, waiting: _Waiting) -> None:
        self._busy = False
        self._show(waiting)
        if self._again:
            self._again = False
            self._count_people()

    def _show(self, waiting: _Waiting) -> None:
        self._rail.set_count("today", waiting.today)
        self._rail.set_count("introductions", waiting.introductions)
        self._rail.set_drawer(waiting.drawer, waiting.oldest_days)


def _waiting(library: Library, day: TodayList) -> _Waiting:
    return _Waiting(day.count, len(library.introductions.open()), day.drawer.count, day.drawer.oldest_days)


def _count_beside(beside: Callable[[], Library], today: date, settings: Settings) -> _Waiting:
    with beside() as library:
        return _waiting(library, list_today(library.day.facts(today, settings), today, settings))
