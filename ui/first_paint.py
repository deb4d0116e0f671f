"""Tells when a window can be seen for the first time: work that a person need not wait for begins then."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """Watches one window, says `over` once, and goes."""

    over = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            # What lies in the window is painted right after it.
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        self.over.emit()
        self.deleteLater()
