"""At the top of the composer: the way back, whom one writes to and why, and where one is among many."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cardkeeper.model.people import FollowUp
from cardkeeper.translation import tr
from ui import theme
from ui.composer.stages import StageLine
from ui.parts import Button, ElidedLabel, IconButton, Label

_GAP: Final = 8
_MARGINS: Final = 44
_STATE: Final = 90
"""Pixels at 100 % text that are left for why one writes."""


class Header(QWidget):
    """Back, the title, the state, and previous and next where there are several letters to look at."""

    back = Signal()
    stepped = Signal(int)
    """-1 to the letter before, 1 to the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 24, 0)
        row.setSpacing(_GAP)
        self.back_button = Button(tr("Back"), "quiet", icon="chevron-left")
        self.title = ElidedLabel("", "page")
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.state = ElidedLabel("", "body", "text2", least=0.4)
        self.stages = StageLine()
        self.place = Label("", "body", "text2")
        self.before = IconButton("chevron-up", tr("Letter before"), keys="Alt+Up")
        self.after = IconButton("chevron-down", tr("Next letter"), keys="Alt+Down")
        self.back_button.clicked.connect(self.back)
        self.before.clicked.connect(lambda: self.stepped.emit(-1))
        self.after.clicked.connect(lambda: self.stepped.emit(1))
        row.addWidget(self.back_button)
        row.addWidget(self.title)
        row.addSpacing(4)
        row.addWidget(self.state, 1)
        for part in (self.stages, self.place, self.before, self.after):
            row.addWidget(part)
        self._restyle()
        theme.notifier().changed.connect(self._restyle)

    def show_stages(self, step: FollowUp | None) -> None:
        """Show how far a step has come, where it leaves the title its room."""
        self.stages.show_step(step)
        self._fit_stages()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_stages()

    def _fit_stages(self) -> None:
        others = (self.back_button, self.title, self.place, self.before, self.after)
        told = sum(part.sizeHint().width() + _GAP for part in others if not part.isHidden())
        room = self.width() - told - self.stages.sizeHint().width() - theme.px(_STATE) - _MARGINS
        self.stages.setVisible(self.stages.segments is not None and room >= 0)

    def show_errand(self, title: str, state: str, at: int, count: int) -> None:
        """Say what is written and why; `at` counts from 0."""
        self.title.set_text(title)
        self.state.set_text(state)
        for part in (self.place, self.before, self.after):
            part.setVisible(count > 1)
        self.place.set_text(tr("{at} of {count}", at=at + 1, count=count))
        self.before.setEnabled(at > 0)
        self.after.setEnabled(at + 1 < count)

    def _restyle(self) -> None:
        self.setFixedHeight(theme.px(60))
        # A moment later, when all that stands here has heard of the new size.
        QTimer.singleShot(0, self, self._fit_stages)
