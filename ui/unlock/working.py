"""How far it is while a library gets another password or is brought up to date; it is closed meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from cardkeeper.translation import tr
from ui.parts import Button, Label, ProgressLine
from ui.unlock.ground import LonePanel


class WorkingPage(LonePanel):
    """The progress, and a way to stop it."""

    stop = Signal()

    def __init__(
        self, icon: str, title: str, counted: Callable[[int, int], str], parent: QWidget | None = None
    ) -> None:
        """`counted` says how many of how many are done."""
        super().__init__(icon, title, parent)
        self._counted = counted
        self.words = Label(tr("Your library is closed meanwhile. Nothing is lost if this is stopped."), wrap=True)
        self.line = ProgressLine()
        self.count = Label("", "small", "text2")
        self.button = Button(tr("Stop"))
        for part in (self.words, self.line, self.count):
            self.body.addWidget(part)
        self.body.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignHCenter)
        self.button.clicked.connect(self._stop)

    def take_focus(self) -> None:
        self.button.setFocus()

    def show_progress(self, done: int, whole: int) -> None:
        """How far it is."""
        self.line.set_fraction(done / whole if whole else 0.0)
        self.count.set_text(self._counted(done, whole))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._stop()
        super().closeEvent(event)

    def _stop(self) -> None:
        self.button.setEnabled(False)
        self.stop.emit()
