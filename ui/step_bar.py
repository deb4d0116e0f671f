"""The buttons of one next step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QBoxLayout, QMenu, QWidget

from cardkeeper import days
from cardkeeper.model.overview import Agenda
from cardkeeper.model.people import FollowUpKind, Stage
from cardkeeper.relationships import followups
from cardkeeper.translation import tr
from ui import wording
from ui.line_bar import LineBar
from ui.parts import Writing
from ui.questions import DayQuestion
from ui.session import Session
from ui.steps import Action, Means, Steps, asked_after, first_action, mark_words


class StepBar(LineBar[Agenda]):
    """Acts on one follow-up that is open."""

    def __init__(
        self,
        session: Session,
        *,
        align_right: bool = False,
        quiet: QBoxLayout | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._steps = Steps(session.library)
        super().__init__(session, self._steps, align_right=align_right, quiet=quiet, parent=parent)

    def set_item(self, item: Agenda | None) -> None:
        """Offer what can be done about this follow-up: nothing where it is over."""
        super().set_item(item if item is not None and item.follow_up.open else None)

    def is_same(self, item: Agenda, other: Agenda) -> bool:
        return item.follow_up == other.follow_up

    def action(self, item: Agenda) -> Action:
        return first_action(item)

    def usual_words(self, item: Agenda) -> str:
        return mark_words(_usual(item))

    def asked_after(self, item: Agenda, means: Means) -> tuple[str, str, Callable[[], None]] | None:
        asked = asked_after(item, means)
        if asked is None:
            return None
        words, yes, stage = asked
        return words, yes, lambda: self.mark(stage)

    def person_of(self, item: Agenda) -> int:
        return item.follow_up.contact_id

    def write(self) -> None:
        """Write the letter that the next step asks for."""
        if self.item is not None:
            self.composes.emit(Writing((self.item.follow_up.contact_id,)))

    def done(self) -> None:
        """Mark the usual next stage; a booking asks for its day."""
        if self.item is not None:
            self.mark(_usual(self.item))

    def invited(self) -> None:
        """Mark as invited, where that is what comes next."""
        if self.item is not None and Stage.INVITED in followups.moves(self.item.follow_up):
            self.mark(Stage.INVITED)

    def mark(self, stage: Stage) -> None:
        """Say that a stage is reached; of a meeting that is booked, the day is asked first."""
        if self.item is None:
            return
        item, today = self.item, self.session.today()
        if stage is not Stage.BOOKED:
            self.change(lambda: self._steps.mark(item, stage, today))
            return
        choices = ((tr("Tomorrow"), today + days.DAY), (tr("In a week"), today + timedelta(days=7)))
        question = DayQuestion(tr("When do you meet?"), choices, today, tr("On this day"))
        question.chosen.connect(lambda on: self.change(lambda: self._steps.mark(item, stage, today, due=on)))
        self.ask(question)

    def add_moves(self, menu: QMenu, item: Agenda) -> None:
        for stage in followups.moves(item.follow_up):
            if stage is not Stage.DROPPED:
                menu.addAction(mark_words(stage), lambda stage=stage: self.mark(stage))
        forms = menu.addMenu(tr("Another form"))
        today = self.session.today()
        for kind in FollowUpKind:
            if kind not in (FollowUpKind.NONE, item.follow_up.kind):
                forms.addAction(
                    wording.kind_words(kind),
                    lambda kind=kind: self.change(lambda: self._steps.change(item, kind, today)),
                )


def _usual(item: Agenda) -> Stage:
    return followups.moves(item.follow_up)[0]
