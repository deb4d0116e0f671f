"""The buttons of an open loop that is no next step: a promise, a thank-you, somebody losing touch, and the like."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QBoxLayout, QMenu, QWidget

from cardkeeper.acting import Acting
from cardkeeper.relationships.items import Item
from cardkeeper.relationships.moves import Move, moves_of
from cardkeeper.translation import tr
from ui import links
from ui.line_bar import LineBar
from ui.loops import asked_after_loop, item_action, letter_of
from ui.questions import WordsQuestion
from ui.session import Session
from ui.steps import Action, Means


class LoopBar(LineBar[Item]):
    """Acts on one line that is about what is open between two people."""

    def __init__(
        self,
        session: Session,
        *,
        align_right: bool = False,
        quiet: QBoxLayout | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._acting = Acting(session.library)
        super().__init__(session, self._acting, align_right=align_right, quiet=quiet, parent=parent)

    def is_same(self, item: Item, other: Item) -> bool:
        return item.key == other.key

    def action(self, item: Item) -> Action:
        return item_action(item)

    def usual_words(self, item: Item) -> str:
        moves = moves_of(item)
        return moves[0].words if moves else ""

    def asked_after(self, item: Item, means: Means) -> tuple[str, str, Callable[[], None]] | None:
        asked = asked_after_loop(item, means)
        if asked is None:
            return None
        words, move = asked
        return words, tr("Yes: {what}", what=move.words), lambda: self.note(move)

    def person_of(self, item: Item) -> int:
        return item.contact_id

    def act(self) -> None:
        """What the line offers first; it may lead to the second person whom it names."""
        if self.item is not None and self.question is None and item_action(self.item).means is Means.OPEN_OTHER:
            self.opens_person.emit(self.item.other_id)
        else:
            super().act()

    def write(self) -> None:
        """Write the letter that the line asks for, else open an empty mail and ask whether it was sent."""
        letter = letter_of(self.item) if self.item is not None else None
        if letter is not None:
            self.composes.emit(letter)
        elif self.item is not None and self.item.email:
            if not links.open_url(links.mail_url(self.item.email)):
                QApplication.clipboard().setText(self.item.email)
                self.session.say(tr("Copied {mail}", mail=self.item.email))
            self.ask_after(Means.WRITE)

    def done(self) -> None:
        """Note the usual thing; some things are asked for in words first."""
        moves = moves_of(self.item) if self.item is not None else ()
        if moves:
            self.note(moves[0])

    def note(self, move: Move) -> None:
        """Note that this happened."""
        if self.item is None:
            return
        item, today = self.item, self.session.today()
        if not move.asks:
            self.change(lambda: self._acting.do(item, move.name, today))
            return
        question = WordsQuestion(move.asks, "", move.words)
        question.given.connect(lambda text: self.change(lambda: self._acting.do(item, move.name, today, text)))
        self.ask(question)

    def add_moves(self, menu: QMenu, item: Item) -> None:
        for move in moves_of(item):
            menu.addAction(move.words, lambda move=move: self.note(move))

    def add_ways(self, menu: QMenu, item: Item) -> None:
        if item.other_id:
            name = self.session.library.people.get(item.other_id).name
            menu.addAction(tr("Open {name}", name=name), lambda: self.opens_person.emit(item.other_id))
