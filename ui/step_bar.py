"""The buttons of one next step, and the questions that they ask in their place, on whatever page it stands."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QMenu, QWidget

from cardkeeper import days
from cardkeeper.model.overview import Agenda
from cardkeeper.model.people import FollowUpKind, Stage
from cardkeeper.relationships import followups
from cardkeeper.translation import tr
from ui import wording
from ui.line_bar import LineBar
from ui.parts import Writing
from ui.questions import DayQuestion, YesQuestion
from ui.session import Session
from ui.steps import Means, Steps, asked_after, first_action, mark_words


class StepBar(LineBar):
    """Acts on one follow-up: writes or calls, marks, puts off, drops."""

    def __init__(self, session: Session, *, align_right: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(session, align_right=align_right, parent=parent)
        self._steps = Steps(session.library)
        self._item: Agenda | None = None
        self.offer(self.act, self.done, self.ask_snooze, self.more_menu)

    # What it is about

    @property
    def item(self) -> Agenda | None:
        return self._item

    def set_item(self, item: Agenda | None) -> None:
        """Offer what can be done about this follow-up; a question about another one is taken back."""
        same = item is not None and self._item is not None and item.follow_up == self._item.follow_up
        self._item = item
        if item is None or not item.follow_up.open:
            self.take_back()
            self.buttons.hide()
            return
        if not same:
            self.take_back()
        self.buttons.setVisible(self.question is None)
        action = first_action(item)
        self.primary.set_text(action.text)
        self.primary.set_icon(action.icon)
        self.mark_button.set_text(mark_words(self._usual(item)))
        self.mark_button.setVisible(action.means is not Means.MARK)

    @staticmethod
    def _usual(item: Agenda) -> Stage:
        return followups.moves(item.follow_up)[0]

    # What a person does

    def act(self) -> None:
        """The row's action: write, call, or mark."""
        if self._item is None or self.question is not None:
            return
        match first_action(self._item).means:
            case Means.WRITE:
                self.write()
            case Means.CALL:
                self.call()
            case Means.MARK:
                self.done()
            case Means.DROP:
                self.ask_drop()

    def write(self) -> None:
        """Write the letter that the next step asks for."""
        if self._item is not None:
            self.composes.emit(Writing((self._item.follow_up.contact_id,)))

    def call(self) -> None:
        """Open the number in the telephone program, or put it on the clipboard; then ask whether they talked."""
        if self._item is not None:
            self.reach(self._item.phone)
            self._ask_after(Means.CALL)

    def done(self) -> None:
        """Mark the usual next stage; a booking asks for its day."""
        if self._item is not None and self._item.follow_up.open:
            self.mark(self._usual(self._item))

    def invited(self) -> None:
        """Mark as invited, where that is what comes next."""
        if self._item is not None and Stage.INVITED in followups.moves(self._item.follow_up):
            self.mark(Stage.INVITED)

    def mark(self, stage: Stage) -> None:
        """Say that a stage is reached."""
        if self._item is None:
            return
        if stage is Stage.BOOKED:
            self._ask_booking()
            return
        item = self._item
        self.change(lambda: self._steps.mark(item, stage, self.session.today()))

    def ask_snooze(self) -> None:
        """Ask until when to put it off."""
        if self._item is None or not self._item.follow_up.open:
            return
        item, today = self._item, self.session.today()
        self.ask_until(lambda on: self._steps.snooze(item, on, today))

    def ask_drop(self) -> None:
        """Ask why to give it up."""
        if self._item is None or not self._item.follow_up.open:
            return
        item, today = self._item, self.session.today()
        self.ask_why(lambda why: self._steps.drop(item, why, today))

    # Questions

    def _ask_after(self, means: Means) -> None:
        asked = asked_after(self._item, means) if self._item else None
        if asked is None:
            return
        words, yes, stage = asked
        question = YesQuestion(words, yes)
        question.yes.connect(lambda: self.mark(stage))
        self.ask(question)

    def _ask_booking(self) -> None:
        if self._item is None:
            return
        item, today = self._item, self.session.today()
        choices = ((tr("Tomorrow"), today + days.DAY), (tr("In a week"), today + timedelta(days=7)))
        question = DayQuestion(tr("When do you meet?"), choices, today, tr("On this day"))
        question.chosen.connect(lambda on: self.change(lambda: self._steps.mark(item, Stage.BOOKED, today, due=on)))
        self.ask(question)

    # The rest, in a menu

    def more_menu(self) -> QMenu:
        """Everything else that can be done, in words."""
        item = self._item
        if item is None:
            return QMenu(self)
        menu = self.menu_to_reach(item.email, item.phone, self.write, self.call)
        for stage in followups.moves(item.follow_up):
            if stage is not Stage.DROPPED:
                menu.addAction(mark_words(stage), lambda stage=stage: self.mark(stage))
        self._add_forms(menu, item)
        menu.addSeparator()
        menu.addAction(tr("Drop with a reason"), self.ask_drop)
        menu.addAction(tr("Open person"), lambda: self.opens_person.emit(item.follow_up.contact_id))
        return menu

    def _add_forms(self, menu: QMenu, item: Agenda) -> None:
        forms = menu.addMenu(tr("Another form"))
        today = self.session.today()
        for kind in FollowUpKind:
            if kind not in (FollowUpKind.NONE, item.follow_up.kind):
                forms.addAction(
                    wording.kind_words(kind),
                    lambda kind=kind: self.change(lambda: self._steps.change(item, kind, today)),
                )
