"""What waits, as the rail counts it: cards in the inbox, things to do today, people, and the drawer."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from cardkeeper.library.changes import Changes, Kind
from cardkeeper.model.cards import CardState
from ui.main_window.rail import Rail
from ui.session import Session


class Counts(QObject):
    """Keeps the numbers on the rail right; counts again a moment after a change, once for many."""

    def __init__(self, session: Session, rail: Rail) -> None:
        super().__init__(rail)
        self._session, self._rail = session, rail
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
        day = self._session.day()
        self._rail.set_count("today", day.count)
        self._rail.set_count("people", self._session.library.people.count())
        self._rail.set_count("introductions", len(self._session.library.introductions.open()))
        self._rail.set_drawer(day.drawer.count, day.drawer.oldest_days)
