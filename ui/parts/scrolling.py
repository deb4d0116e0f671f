"""What scrolls where a part has no room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Scrolling(QScrollArea):
    """A part that scrolls, without a frame or a ground of its own; the keyboard goes to what is inside."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None, *, sideways: bool = True) -> None:
        """`sideways`: whether it may also scroll from side to side; else what is inside takes the width there is."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if not sideways:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
