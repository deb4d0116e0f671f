"""The next step with the person of a card: a form of meeting with a day, or none with a reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cardkeeper import days
from cardkeeper.model.overview import Agenda
from cardkeeper.model.people import FollowUpKind, NextStep
from cardkeeper.translation import tr
from ui import theme
from ui.day_field import DayField
from ui.met_fields import CalmChoice
from ui.parts import FieldNote, KeyCaps, Label, LineField, Segments

ORDER: Final = (
    FollowUpKind.COFFEE,
    FollowUpKind.CALL,
    FollowUpKind.VIDEO,
    FollowUpKind.WALK,
    FollowUpKind.LUNCH,
    FollowUpKind.NEXT_EVENT,
    FollowUpKind.NOTE,
    FollowUpKind.NONE,
)


def kind_words(kind: FollowUpKind) -> str:
    """A form of the next step as a choice."""
    return {
        FollowUpKind.COFFEE: tr("Coffee"),
        FollowUpKind.CALL: tr("Call"),
        FollowUpKind.VIDEO: tr("Video"),
        FollowUpKind.WALK: tr("Walk"),
        FollowUpKind.LUNCH: tr("Group lunch"),
        FollowUpKind.NEXT_EVENT: tr("Next event"),
        FollowUpKind.NOTE: tr("Note"),
        FollowUpKind.NONE: tr("None"),
    }[kind]


class WeekLoad:
    """How many meetings are due in each week, so that a review can say what one more would be."""

    def __init__(self) -> None:
        self._weeks: Counter[date] = Counter()

    def load(self, agenda: Iterable[Agenda]) -> None:
        """Count the open meetings by the Monday of their week."""
        self._weeks = Counter(
            days.monday_of(item.follow_up.due)
            for item in agenda
            if item.follow_up.due is not None and item.follow_up.kind.is_meeting
        )

    def words(self, step: NextStep, today: date, limit: int) -> str:
        """What a meeting on that day would mean for its week."""
        if step.due is None or not step.kind.is_meeting:
            return ""
        monday = days.monday_of(step.due)
        number = self._weeks[monday] + 1
        this_week = monday == days.monday_of(today)
        if number > limit:
            return (
                tr("This week has {limit} meetings already: it will wait.", limit=limit)
                if this_week
                else tr("That week has {limit} meetings already: it may wait.", limit=limit)
            )
        if this_week:
            return tr("It will be meeting {number} of {limit} this week.", number=number, limit=limit)
        return tr("It will be meeting {number} of {limit} that week.", number=number, limit=limit)


class StepSection(QWidget):
    """The choice of the next step."""

    changed = Signal(object)
    """A person chose another `NextStep`."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.segments = Segments([(kind.value, kind_words(kind), "") for kind in ORDER], tr("Next step"))
        self.choice = CalmChoice(name=tr("Next step"))
        for kind in ORDER:
            self.choice.addItem(kind_words(kind), kind.value)
        self.day = DayField(today, name=tr("Day of the next step"), optional=False, short=True)
        self.reason = LineField(hint=tr("Why there is none"), name=tr("Why there is no next step"))
        self.reason.setMaxLength(300)
        self.words = Label("", "small", "text2", wrap=True)
        self.error = FieldNote()
        self._lay_out()
        self.segments.chosen.connect(self._take_kind)
        self.choice.activated.connect(lambda at: self._take_kind(self.choice.itemData(at)))
        self.day.day_chosen.connect(self._tell)
        self.reason.textEdited.connect(self._tell)

    def show_step(self, step: NextStep) -> None:
        """Show a next step without telling it as a person's; what is missing in it stays said."""
        if step == self.step():
            return
        self._show_kind(step.kind)
        if step.due is not None and step.due != self.day.day():
            self.day.set_day(step.due)
        if step.reason != self.reason.text().strip():
            self.reason.setText(step.reason)
        self.error.clear()

    def say(self, words: str) -> None:
        """What the choice means, in words under it."""
        self.words.set_text(words)
        self.words.setVisible(bool(words))

    def step(self) -> NextStep:
        """What is chosen."""
        kind = FollowUpKind(self.segments.value())
        if kind is FollowUpKind.NONE:
            return NextStep(kind, None, self.reason.text().strip())
        return NextStep(kind, self.day.day())

    def complain(self, words: str) -> None:
        """Say what is missing, and put the keyboard there."""
        self.error.error(words)
        self.reason.set_state("error")
        self.reason.setFocus()

    def start(self) -> None:
        """Put the keyboard on the choice."""
        if self.choice.isHidden():
            self.segments.segment(self.segments.value()).setFocus()
        else:
            self.choice.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the row of choices has no room, a list takes its place."""
        super().resizeEvent(event)
        wide = self.width() >= self.segments.sizeHint().width()
        self.segments.setVisible(wide)
        self.choice.setVisible(not wide)

    def _take_kind(self, value: str) -> None:
        self._show_kind(FollowUpKind(value))
        self._tell()

    def _show_kind(self, kind: FollowUpKind) -> None:
        self.segments.set_value(kind.value)
        self.choice.setCurrentIndex(ORDER.index(kind))
        none = kind is FollowUpKind.NONE
        self.reason.setVisible(none)
        self.day.setVisible(not none)

    def _tell(self) -> None:
        self.error.clear()
        self.reason.set_state("normal")
        self.changed.emit(self.step())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(tr("Next step"), "section"))
        head.addWidget(KeyCaps("F7"))
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.segments)
        column.addWidget(self.choice)
        under = QHBoxLayout()
        under.setSpacing(12)
        under.addWidget(self.day)
        under.addWidget(self.reason, 1)
        under.addWidget(self.words, 1)
        column.addLayout(under)
        column.addWidget(self.error)
        self.choice.hide()
        self.reason.hide()
        self.setMinimumWidth(theme.px(120))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
