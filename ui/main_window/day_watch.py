"""Notices that it has become another day, at midnight and when a computer wakes up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

_LOOK_EVERY_MS: Final = 60_000


class DayWatch(QObject):
    """Looks at the day once a minute."""

    passed = Signal()

    def __init__(self, today: Callable[[], date], parent: QObject) -> None:
        super().__init__(parent)
        self._today = today
        self._day = today()
        timer = QTimer(self, interval=_LOOK_EVERY_MS)
        timer.timeout.connect(self.look)
        timer.start()

    def look(self) -> None:
        if self._today() != self._day:
            self._day = self._today()
            self.passed.emit()
