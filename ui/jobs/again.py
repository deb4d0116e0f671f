"""Cards that are looked at again: turned, or cut from their page along other edges; and pages to cut them from."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from PySide6.QtCore import QObject, Signal

from cardkeeper.errors import WorldError
from cardkeeper.model.cards import StoredCard
from cardkeeper.model.geometry import Quad, Side
from cardkeeper.model.progress import CardRead, CardTask, Failed, FrameTask, PageDrawn, PageTask, TurnTask
from ui.jobs.waiting import Told, Waiter
from ui.session import Session


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked: about which side of which card."""

    card_id: int
    side: Side
    beside: bool = False
    """Whether what is read is one more card of the page."""


class Again(QObject):
    """Asks the reading processes about cards that are kept, and puts what they read into the library."""

    page_drawn = Signal(int, object)
    """The id of a card, and the `PageDrawn` that the side asked for was cut from."""
    failed = Signal(int)
    """The id of a card about which something could not be done; the session says why."""

    def __init__(self, session: Session, waiter: Waiter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._waiter = session, waiter
        self._asked: dict[int, _Asked] = {}
        self._numbers = count(-1, -1)

    def turn(self, card: StoredCard, side: Side, degrees: int) -> None:
        """Turn a side clockwise by so many degrees and read it again; the library says when it has changed."""
        self._ask(card, side, TurnTask(card.side(side), degrees))

    def frame(self, card: StoredCard, side: Side, quad: Quad) -> None:
        """Cut a side out of its page along these edges and read it again; the library says when it has changed."""
        self._ask(card, side, FrameTask(card.side(side), card.file(side).sha256, quad))

    def frame_beside(self, card: StoredCard, side: Side, quad: Quad) -> None:
        """Cut one more card out of the page of a side along these edges, and read it into the inbox."""
        self._ask(card, side, FrameTask(card.side(side), card.file(side).sha256, quad), beside=True)

    def draw_page(self, card: StoredCard, side: Side) -> None:
        """Have the page of a side drawn; `page_drawn` brings it."""
        self._ask(card, side, PageTask(card.file(side).sha256, card.side(side).page))

    def take(self, told: Told) -> bool:
        """Follow what a process says; False where it is about something that was not asked here."""
        asked = self._asked.get(told.key)
        if asked is None:
            return False
        said = told.report.said
        if isinstance(said, CardRead):
            self._keep(asked, said)
        elif isinstance(said, PageDrawn):
            self.page_drawn.emit(asked.card_id, said)
        elif isinstance(said, Failed):
            self._session.failed.emit(said.message, said.remedy)
            self.failed.emit(asked.card_id)
        if told.last:
            del self._asked[told.key]
        return True

    def _keep(self, asked: _Asked, said: CardRead) -> None:
        try:
            if asked.beside:
                self._session.library.cards.add_beside(asked.card_id, said.read, asked.side)
            else:
                self._session.library.cards.reread(asked.card_id, said.read, asked.side)
        except WorldError as error:
            self._session.fail(error)
            self.failed.emit(asked.card_id)

    def _ask(self, card: StoredCard, side: Side, task: CardTask, *, beside: bool = False) -> None:
        key = next(self._numbers)
        self._asked[key] = _Asked(card.id, side, beside)
        self._waiter.ask(key, task)
