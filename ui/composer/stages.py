"""How far the next step has come, and the stages that it may go to, each one press away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cardkeeper.model.people import FollowUp, Stage
from cardkeeper.relationships import followups
from cardkeeper.relationships.followups import stage_words
from cardkeeper.translation import tr
from ui.parts import Label, Segments
from ui.value_line import empty


class StageLine(QWidget):
    """The way of a next step from its beginning to its end; where it stands is marked."""

    wanted = Signal(object)
    """The `Stage` that a person says is reached."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.segments: Segments | None = None
        self._step: FollowUp | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)

    def show_step(self, step: FollowUp | None) -> None:
        """Show a step; nothing where the letter belongs to none."""
        if step == self._step and self.segments is not None:
            return
        self._step = step
        empty(self._row)
        self.segments = None
        self.setVisible(step is not None)
        if step is None:
            return
        way = followups.stages(step.kind)
        choices = [(stage.value, _capital(stage_words(stage)), "") for stage in way]
        self.segments = Segments(choices, tr("Stage"))
        self.segments.set_value(step.stage.value)
        ahead = followups.moves(step)
        for stage in way:
            self.segments.segment(stage.value).setEnabled(stage is step.stage or stage in ahead)
        self.segments.chosen.connect(lambda value: self.wanted.emit(Stage(value)))
        self._row.addWidget(Label(tr("Stage"), "small", "text2"))
        self._row.addWidget(self.segments)

    def take_back(self) -> None:
        """Show where it stands again, after a stage that was not taken."""
        if self.segments is not None and self._step is not None:
            self.segments.set_value(self._step.stage.value)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
