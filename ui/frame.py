"""The window as it is seen first: its ground, the rail and the bottom line, before what stands on them is loaded.

It stays what the system knows as the window; the main window fills it, and another one when the language changes. This
module loads nothing of ours, so that something can be seen at once.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

GROUND: Final = {False: ("#F7F7F5", "#EEEEEB", "#DDDDD8"), True: ("#1A1B1D", "#151618", "#383B3F")}
"""Window, rail and border of the theme's light (False) and dark tokens, which are not loaded yet."""
RAIL: Final = 208
STATUS: Final = 28
_USUAL: Final = QSize(1280, 800)
_TITLE: Final = 40
"""Pixels that the system's bar above a window takes at most."""


class Frame(QWidget):
    """The empty window, until `hold` fills it."""

    def __init__(self, remembered: dict[str, Any]) -> None:
        """`remembered`: what stands in the settings, unchecked; whatever is no use there is passed over."""
        super().__init__()
        self._held: QWidget | None = None
        self._closing = False
        wanted, percent = remembered.get("theme"), remembered.get("text_size")
        system = QApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        self._dark = wanted == "dark" or (wanted != "light" and system)
        self._percent = percent if isinstance(percent, int) and 50 <= percent <= 300 else 100
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.setWindowTitle("Cardkeeper")
        place = remembered.get("window")
        saved = QByteArray.fromBase64(place.encode("ascii", "ignore")) if isinstance(place, str) else QByteArray()
        if saved.isEmpty() or not self.restoreGeometry(saved):
            self.resize(_USUAL)
            if not fits(self.screen().availableSize()):
                self.setWindowState(Qt.WindowState.WindowMaximized)

    def hold(self, content: QWidget) -> None:
        """Fill the window with this, in place of what was in it."""
        old, self._held = self._held, content
        if old is not None:
            self._layout.removeWidget(old)
            old.hide()
        self._layout.addWidget(content)
        content.show()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._held is not None and not self._closing:
            self._closing = True
            self._held.close()
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._held is not None:
            return
        window, rail, border = (QColor(name) for name in GROUND[self._dark])
        wide, high = (round(size * self._percent / 100) for size in (RAIL, STATUS))
        painter = QPainter(self)
        painter.fillRect(self.rect(), window)
        painter.fillRect(QRect(0, 0, wide, self.height() - high), rail)
        painter.fillRect(QRect(wide - 1, 0, 1, self.height() - high), border)
        painter.fillRect(QRect(0, self.height() - high, self.width(), high), rail)
        painter.fillRect(QRect(0, self.height() - high, self.width(), 1), border)


def fits(screen: QSize) -> bool:
    """Whether a window in its usual size, with the system's bar above it, has room on a screen."""
    return screen.width() >= _USUAL.width() and screen.height() >= _USUAL.height() + _TITLE


def remembered(folder: Path) -> dict[str, Any]:
    """What stands in the settings of a library, unchecked: enough to paint by. The window looks closer later."""
    try:
        found = json.loads((folder / "settings.json").read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
