"""What stands beside the table of people: counts, companies, tags, events, saved searches; gathered in one go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal

from cardkeeper.errors import WorldError
from cardkeeper.library import Library
from cardkeeper.model.overview import CompanyRow, SavedSearch, ViewCounts
from ui.jobs import Background
from ui.session import Session

_AT_ONCE: Final = 5_000
"""Of so many people everything is read at once, in a few milliseconds."""


@dataclass(frozen=True, slots=True)
class Facts:
    """All of it, as the library was at one moment."""

    counts: ViewCounts
    companies: tuple[CompanyRow, ...]
    tags: tuple[str, ...]
    events: tuple[str, ...]
    searches: tuple[tuple[SavedSearch, int], ...]
    """Each with how many people it finds."""


def gather(library: Library, today: date, drawer_days: int) -> Facts:
    """Read it; a tenth of a second for a hundred thousand people."""
    lists = library.lists
    counts = lists.counts(today, drawer_days)
    searches = []
    for search in library.searches.all():
        found = lists.which(search.words, today, drawer_days)
        searches.append((search, counts.everyone if found is None else len(found)))
    return Facts(counts, library.people.companies(), lists.tags(), lists.events(), tuple(searches))


def gather_beside(beside: Callable[[], Library], today: date, drawer_days: int) -> Facts:
    """The same in another thread than the one that has the library open."""
    with beside() as library:
        return gather(library, today, drawer_days)


class FactsReader(QObject):
    """Gathers the facts at once of few people, and of many in another thread while the table shows already."""

    gathered = Signal(object)

    def __init__(self, session: Session, background: Background) -> None:
        super().__init__(background)
        self._session, self._background = session, background
        self._busy, self._again = False, False

    def gather(self, people: int) -> None:
        """Read the facts about so many people; `gathered` tells them."""
        today, drawer_days = self._session.today(), self._session.settings.drawer_days
        if people <= _AT_ONCE:
            self.gathered.emit(gather(self._session.library, today, drawer_days))
        elif self._busy:
            self._again = True
        else:
            self._busy = True
            job = self._background.run(gather_beside, self._session.library.beside, today, drawer_days)
            job.done.connect(lambda facts: self._take(facts, people))
            job.failed.connect(self._session.fail)

    def _take(self, facts: Facts, people: int) -> None:
        self._busy = False
        self.gathered.emit(facts)
        if self._again:
            self._again = False
            self.gather(people)


class KeptSearches(QObject):
    """Keeps searches under names, and forgets them."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._all: tuple[SavedSearch, ...] = ()

    def learn(self, facts: Facts) -> None:
        self._all = tuple(search for search, _ in facts.searches)

    def knows(self, words: str) -> bool:
        return any(search.words == words for search in self._all)

    def keep(self, name: str, words: str) -> None:
        self._store(lambda: self._session.library.searches.save(SavedSearch(name, words)))

    def forget(self, words: str) -> None:
        for search in self._all:
            if search.words == words:
                self._store(partial(self._session.library.searches.delete, search.id))

    def _store(self, change: Callable[[], object]) -> None:
        try:
            change()
        except WorldError as error:
            self._session.fail(error)
