"""A menu under the button that opens it."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget


def open_below(menu: QMenu, button: QWidget) -> None:
    """Open a menu under a button, within the window that holds the button."""
    under = button.mapToGlobal(QPoint(0, button.height()))
    window = button.window()
    last = window.mapToGlobal(QPoint(window.width(), 0)).x() - menu.sizeHint().width()
    menu.popup(QPoint(min(under.x(), last), under.y()))
