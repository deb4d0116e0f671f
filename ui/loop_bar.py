"""The buttons of an open loop that is no next step, and the questions that they ask in their place, on any page."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QMenu, QWidget

from cardkeeper.acting import Acting
from cardkeeper.relationships.items import Item
from cardkeeper.relationships.moves import Move, moves_of
from cardkeeper.translation import tr
from ui import links
from ui.line_bar import LineBar
from ui.loops import asked_after_loop, item_action, letter_of
from ui.questions import WordsQuestion, YesQuestion
from ui.session import Session
from ui.steps import Means


class LoopBar(LineBar):
    """Acts on one line: reaches the person, notes what happened, puts it off, drops it."""

    def __init__(self, session: Session, *, align_right: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(session, align_right=align_right, parent=parent)
        self._acting = Acting(session.library)
        self._item: Item | None = None
        self.offer(self.act, self.done, self.ask_snooze, self.more_menu)

    @property
    def item(self) -> Item | None:
        return self._item

    def set_item(self, item: Item | None) -> None:
        """Offer what can be done about this line; a question about another one is taken back."""
        same = item is not None and self._item is not None and item.key == self._item.key
        self._item = item
        if item is None:
            self.take_back()
            self.buttons.hide()
            return
        if not same:
            self.take_back()
        self.buttons.setVisible(self.question is None)
        action, moves = item_action(item), moves_of(item)
        self.primary.set_text(action.text)
        self.primary.set_icon(action.icon)
        self.mark_button.setVisible(bool(moves) and action.means is not Means.MARK)
        if moves:
            self.mark_button.set_text(moves[0].words)

    def act(self) -> None:
        """What the line offers first."""
        if self._item is None or self.question is not None:
            return
        match item_action(self._item).means:
            case Means.WRITE:
                self.write()
            case Means.CALL:
                self.call()
            case Means.MARK:
                self.done()
            case Means.OPEN:
                self.opens_person.emit(self._item.contact_id)
            case Means.OPEN_OTHER:
                self.opens_person.emit(self._item.other_id)

    def write(self) -> None:
        """Write the letter that the line asks for, else open an empty mail and ask whether it was sent."""
        letter = letter_of(self._item) if self._item is not None else None
        if letter is not None:
            self.composes.emit(letter)
        elif self._item is not None and self._item.email:
            if not links.open_url(links.mail_url(self._item.email)):
                QApplication.clipboard().setText(self._item.email)
                self.session.say(tr("Copied {mail}", mail=self._item.email))
            self._ask_after(Means.WRITE)

    def call(self) -> None:
        """Open the number in the telephone program, or put it on the clipboard; then ask whether they talked."""
        if self._item is not None and self._item.phone:
            self.reach(self._item.phone)
            self._ask_after(Means.CALL)

    def done(self) -> None:
        """Note the usual thing; some things are asked for in words first."""
        moves = moves_of(self._item) if self._item is not None else ()
        if moves:
            self.note(moves[0])

    def note(self, move: Move) -> None:
        """Note that this happened."""
        if self._item is None:
            return
        if move.asks:
            self._ask_words(self._item, move)
            return
        item, today = self._item, self.session.today()
        self.change(lambda: self._acting.do(item, move.name, today))

    def ask_snooze(self) -> None:
        """Ask until when to put it off."""
        if self._item is None:
            return
        item, today = self._item, self.session.today()
        self.ask_until(lambda on: self._acting.snooze(item, on, today))

    def ask_drop(self) -> None:
        """Ask why to give it up."""
        if self._item is None:
            return
        item, today = self._item, self.session.today()
        self.ask_why(lambda why: self._acting.drop(item, why, today))

    def _ask_words(self, item: Item, move: Move) -> None:
        today = self.session.today()
        question = WordsQuestion(move.asks, "", move.words)
        question.given.connect(lambda text: self.change(lambda: self._acting.do(item, move.name, today, text)))
        self.ask(question)

    def _ask_after(self, means: Means) -> None:
        asked = asked_after_loop(self._item, means) if self._item else None
        if asked is None:
            return
        words, move = asked
        question = YesQuestion(words, tr("Yes: {what}", what=move.words))
        question.yes.connect(lambda: self.note(move))
        self.ask(question)

    def more_menu(self) -> QMenu:
        """Everything else that can be done, in words."""
        item = self._item
        if item is None:
            return QMenu(self)
        menu = self.menu_to_reach(item.email, item.phone, self.write, self.call)
        for move in moves_of(item):
            menu.addAction(move.words, lambda move=move: self.note(move))
        menu.addSeparator()
        menu.addAction(tr("Drop with a reason"), self.ask_drop)
        menu.addAction(tr("Open person"), lambda: self.opens_person.emit(item.contact_id))
        if item.other_id:
            name = self.session.library.people.get(item.other_id).name
            menu.addAction(tr("Open {name}", name=name), lambda: self.opens_person.emit(item.other_id))
        return menu
