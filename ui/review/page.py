"""The review page: one card after another, each beside its form, by keyboard alone where one likes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cardkeeper.errors import WrongInput
from cardkeeper.library import Changes, Kind
from cardkeeper.model.cards import StoredCard
from cardkeeper.translation import tr, trn
from ui.parts import Button, Command, EmptyState, Page
from ui.pictures import Pictures
from ui.review.desk import Desk
from ui.review.header import Pace, ReviewHeader
from ui.review.showing import LooksAgain
from ui.review.sitting import Sitting, Standing
from ui.session import Session


class ReviewPage(Page):
    """Goes through the inbox, card by card. An end that is taken back brings its card onto the desk again."""

    name = "review"
    mini_rail = True

    def __init__(self, session: Session, again: LooksAgain, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.sitting = Sitting()
        self._current = 0
        self._busy = False
        self._ended: list[int] = []
        self._pace = Pace()
        self.header = ReviewHeader()
        self.desk = Desk(session, pictures, again)
        self.again_button = Button(tr("Review them now"), "primary")
        self.today_button = Button(tr("Open Today"), "primary", icon="calendar-check-outline")
        self.inbox_button = Button(tr("Inbox"), icon="tray-arrow-down")
        self.finished = EmptyState("check", "", "", (self.again_button, self.today_button, self.inbox_button))
        self._lay_out()
        self._connect()

    # What the window asks

    def show_card(self, card_id: int) -> None:
        """Begin a sitting at a card; 0: at the first that waits."""
        self.sitting.begin_anew()
        self._ended = []
        self._bring_up_to_date(anew=True)
        self._pace.begin(self._session.now())
        self._open(card_id if self._is_open(card_id) else self.sitting.first())

    def refresh(self, changes: Changes | None) -> None:
        if self._busy:
            return
        if changes is not None and not changes.kinds & {Kind.CARDS, Kind.BATCHES, Kind.CONTACTS, Kind.FOLLOW_UPS}:
            return
        self._bring_up_to_date(anew=changes is None or changes.how != "done")
        self.desk.deciding.count_weeks()
        back = self._came_back()
        if back:
            self._open(back)
        elif self._is_open(self._current):
            entry = self.sitting.entry(self._current)
            if entry is not None:
                self.desk.follow(entry.card, self.sitting.around(self._current))
            self._show_sitting()
        else:
            self._go_on()

    def take_focus(self) -> None:
        if self._stack.currentWidget() is self.desk:
            self.desk.find_names()
        else:
            (self.again_button if self.again_button.isVisibleTo(self) else self.today_button).setFocus()

    def commands(self) -> tuple[Command, ...]:
        if self._stack.currentWidget() is not self.desk:
            return ()
        return (
            Command(tr("Next field that needs a look"), "alert", self.desk.right.form.next_look, "F2"),
            Command(tr("Another person on this card"), "account-plus-outline", self.desk.belonging.add_person, "Alt+P"),
            Command(
                tr("This is the back of the card before"), "card-multiple-outline", self.desk.belonging.pair_with_last
            ),
            Command(tr("Review this card later"), "timer-sand", self.put_off, "F6"),
            Command(tr("Skip this card on purpose"), "minus", self.desk.right.bar.ask_reason, "F8"),
        )

    # What a person does

    def accept(self) -> None:
        """Make the card a person and go on."""
        if not self._catch_up():
            return
        with self._ending():
            contact_id = self.desk.accept()
        if contact_id:
            self._end()

    def _catch_up(self) -> bool:
        """See to it that the desk shows what the library has, whose news come a moment later; False where it is gone.

        Who answers a question and presses Enter at once means the card as it is after the answer.
        """
        fresh = self._card(self._current)
        if fresh is None or not self.desk.editing.shows(fresh):
            self.refresh(None)
        return fresh is not None and fresh.id == self._current and self._is_open(fresh.id)

    def skip(self, reason: str) -> None:
        """Leave the card out on purpose and go on."""
        if self._current:
            with self._ending():
                self.desk.editing.keep()
                self._session.library.cards.skip(self._current, reason)
            self._end()

    @contextmanager
    def _ending(self) -> Iterator[None]:
        """While a card ends, the page does not follow the library: it goes on once, afterwards."""
        self._busy = True
        try:
            yield
        finally:
            self._busy = False

    def put_off(self) -> None:
        """Leave the card for the end of this sitting and go on."""
        self.desk.editing.keep()
        self.sitting.put_off(self._current)
        self._go_on()

    def go_beside(self, step: int) -> None:
        """Open the card before (-1) or after (1)."""
        beside = self.sitting.neighbour(self._current, step)
        if beside:
            self._open(beside)

    def _pick(self, card_id: int) -> None:
        """A card of the strip: to review, or, once it is accepted, its person."""
        entry = self.sitting.entry(card_id)
        if entry is not None and entry.open:
            self._open(card_id)
        elif entry is not None and entry.card.contact_id:
            self.open_person.emit(entry.card.contact_id)

    # The sitting

    def _open(self, card_id: int) -> None:
        """Put a card on the desk; 0: there is none left."""
        self._current = card_id
        entry = self.sitting.entry(card_id)
        if entry is None:
            self.desk.editing.close()
            self._show_end()
            return
        self._stack.setCurrentWidget(self.desk)
        self.desk.open(entry.card, self.sitting.around(card_id))
        self._show_sitting()

    def _end(self) -> None:
        """The card on the desk is through."""
        self._ended.append(self._current)
        self._pace.done(self._session.now())
        self._bring_up_to_date(anew=False)
        self.desk.deciding.count_weeks()
        self._go_on()

    def _go_on(self) -> None:
        """To the next card; from one that became the back of another to that."""
        front = self._card(self._current) if self._current and self.sitting.entry(self._current) is None else None
        if front is not None and self._is_open(front.id):
            self._open(front.id)
        else:
            self._open(self.sitting.after_done(self._current) if self._current else self.sitting.first())

    def _came_back(self) -> int:
        """The card whose end was taken back, 0 where none was."""
        back = [card_id for card_id in self._ended if self._is_open(card_id)]
        self._ended = [card_id for card_id in self._ended if card_id not in back]
        return back[-1] if back else 0

    def _is_open(self, card_id: int) -> bool:
        entry = self.sitting.entry(card_id)
        return entry is not None and entry.open

    def _bring_up_to_date(self, *, anew: bool) -> None:
        """Take the inbox as it is; look up the cards that left it, once, and `anew` when one may have come back."""
        inbox = self._session.library.cards.inbox()
        here = {card.id for card in inbox}
        gone = {}
        for entry in self.sitting.entries:
            if entry.card.id not in here:
                found = entry.card if not anew and not entry.open else self._card(entry.card.id)
                if found is not None:
                    gone[found.id] = found
        self.sitting.take(inbox, gone)

    def _card(self, card_id: int) -> StoredCard | None:
        try:
            return self._session.library.cards.get(card_id)
        except WrongInput:
            return None

    # What it shows

    def _show_sitting(self) -> None:
        self.header.show_sitting(self.sitting, self._current, self._pace)
        self.desk.left.strip.show_entries(self.sitting.entries, self._current)
        left = self.sitting.count(Standing.WAITING, Standing.LATER)
        self.desk.right.bar.show_last(last=left < 2)

    def _show_end(self) -> None:
        """Say that the sitting is over, and what of it waits."""
        self._show_sitting()
        later = self.sitting.count(Standing.LATER)
        accepted = self.sitting.count(Standing.ACCEPTED)
        self.finished.title.set_text(
            trn("{count} card waits for later", "{count} cards wait for later", later)
            if later
            else tr("No card waits for a review")
        )
        self.finished.text.set_text(
            trn(
                "{count} person has a next step now. Today shows it on its day.",
                "{count} people have a next step now. Today shows each on its day.",
                accepted,
            )
            if accepted
            else ""
        )
        self.again_button.setVisible(bool(later))
        if self._stack.currentWidget() is not self.finished:
            self._stack.setCurrentWidget(self.finished)
            self.take_focus()

    # How it is put together

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go.emit("inbox")
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing that was typed is left behind."""
        self.desk.editing.keep()
        super().hideEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.desk)
        self._stack.addWidget(self.finished)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        for keys, step in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.go_beside, step))
        self.header.back.clicked.connect(lambda: self.go.emit("inbox"))
        self.header.previous.clicked.connect(lambda: self.go_beside(-1))
        self.header.next.clicked.connect(lambda: self.go_beside(1))
        self.desk.accept_asked.connect(self.accept)
        self.desk.right.bar.put_off.connect(self.put_off)
        self.desk.right.bar.skipped.connect(self.skip)
        self.desk.right.known.person_wanted.connect(self.open_person)
        self.desk.left.strip.picked.connect(self._pick)
        self.again_button.clicked.connect(lambda: self.show_card(0))
        self.today_button.clicked.connect(lambda: self.go.emit("today"))
        self.inbox_button.clicked.connect(lambda: self.go.emit("inbox"))
