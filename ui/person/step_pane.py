"""What comes next with a person, with the buttons that move it on; and what came of earlier steps."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cardkeeper.model.people import FollowUp, Stage
from cardkeeper.relationships.followups import stage_words
from cardkeeper.relationships.person import loops
from cardkeeper.relationships.step_lines import title_of, why_of
from cardkeeper.translation import tr, trn
from ui import wording
from ui.begin_bar import BeginBar
from ui.paragraph import Paragraph
from ui.parts import IconLabel, Label, Panel, SectionTitle
from ui.person.given_pane import GivenPane
from ui.person.loops_pane import LoopsPane
from ui.person.story import Story
from ui.session import Session
from ui.step_bar import StepBar
from ui.steps import icon_of
from ui.value_line import empty

_LONGEST_WHY = 240
"""Characters; what was written down in full stands among what happened."""


class StepPane(QWidget):
    """The next step in a panel, earlier ones below it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(SectionTitle(tr("Next step")))
        self.panel = Panel(margin=12, ground="window")
        head = QHBoxLayout()
        head.setSpacing(10)
        self._icon = IconLabel("coffee-outline", "accent", 20)
        head.addWidget(self._icon)
        self.title = Paragraph("", "strong")
        head.addWidget(self.title, 1)
        self.panel.body.addLayout(head)
        quiet = QHBoxLayout()
        quiet.setSpacing(0)
        head.addLayout(quiet)
        self.late = Paragraph("", "small_strong", "err")
        self.why = Paragraph("", "small", "text2")
        self.steps = StepBar(session, quiet=quiet)
        self.begin = BeginBar(session)
        for part in (self.late, self.why, self.steps, self.begin):
            self.panel.body.addWidget(part)
        column.addWidget(self.panel)
        self.loops = LoopsPane(session)
        self.given = GivenPane(session)
        column.addSpacing(6)
        column.addWidget(self.loops)
        column.addSpacing(6)
        column.addWidget(self.given)
        self._history_title = SectionTitle(tr("Earlier steps"))
        self._history = QVBoxLayout()
        self._history.setSpacing(6)
        column.addWidget(self._history_title)
        column.addLayout(self._history)

    def show_story(self, story: Story) -> None:
        """Show what is open, or that nothing is."""
        today = self._session.today()
        agenda = story.agenda
        self.steps.set_item(agenda)
        self.steps.setVisible(agenda is not None)
        self.begin.setVisible(agenda is None)
        self.begin.set_person(story.contact.id, story.name)
        if agenda is not None:
            step = agenda.follow_up
            late = (today - step.due).days if step.due and step.due < today else 0
            self._show(icon_of(agenda), title_of(agenda), why_of(agenda, today))
            self.late.set_text(trn("Overdue by {count} day.", "Overdue by {count} days.", late) if late else "")
            if not late and step.due and step.due > today:
                self.why.set_text(f"{tr('Due {day}.', day=wording.day(step.due, today))} {self.why.text()}")
        else:
            newest = story.follow_ups[0] if story.follow_ups else None
            self._show_none(newest)
        self.late.setVisible(bool(self.late.text()))
        self.loops.show_items(loops(story.between, story.people, today))
        self.given.show_favours(story.contact.id, story.between.favours)
        self._show_history([step for step in story.follow_ups if not step.open], today)

    def _show_none(self, newest: FollowUp | None) -> None:
        self.late.set_text("")
        if newest is None:
            self._show("alert", tr("Next step not set"), tr("Choose one, so that this card does not end in a drawer."))
        elif newest.stage is Stage.NONE:
            self._show("minus-circle-outline", tr("None, on purpose"), newest.reason)
        else:
            self._show("check", tr("Nothing is open"), tr("Choose what comes next, or none on purpose."))

    def _show(self, icon: str, title: str, why: str) -> None:
        self._icon.set_icon(icon, "warn" if icon == "alert" else "accent")
        self.title.set_text(title)
        self.title.set_color("warn" if icon == "alert" else "text")
        self.why.set_text(wording.short(why, _LONGEST_WHY))
        self.why.setVisible(bool(why))

    def _show_history(self, steps: list[FollowUp], today: date) -> None:
        empty(self._history)
        self._history_title.setVisible(bool(steps))
        for step in steps:
            words = tr("{what}: {stage}", what=wording.kind_words(step.kind), stage=stage_words(step.stage))
            if step.reason:
                words = tr("{what} ({why})", what=words, why=step.reason)
            line = Paragraph(words)
            when = Label(wording.day(step.moved_on, today), "small", "text2")
            row = QHBoxLayout()
            row.addWidget(line, 1)
            row.addWidget(when)
            self._history.addLayout(row)
