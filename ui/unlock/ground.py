"""One panel in the middle of the window, with nothing of the library around it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.parts import IconLabel, Label, Panel

_WIDTH: Final = 440


class LonePanel(QWidget):
    """A page of one panel: an icon, a title, and what is put beneath."""

    def __init__(self, icon: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel = Panel(margin=24)
        self.body = self._panel.body
        self.body.setSpacing(12)
        self.body.addWidget(IconLabel(icon, "accent", 40), alignment=Qt.AlignmentFlag.AlignHCenter)
        self.title = Label(title, "page", wrap=True)
        self.title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self.title)
        inner = QWidget()
        inner.setAutoFillBackground(False)
        across = QHBoxLayout(inner)
        across.setContentsMargins(16, 16, 16, 16)
        across.addStretch(1)
        across.addWidget(self._panel, 0, Qt.AlignmentFlag.AlignVCenter)
        across.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.viewport().setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self._restyle()
        theme.notifier().changed.connect(self._restyle)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.color("window"))

    def _restyle(self) -> None:
        self._panel.setFixedWidth(theme.px(_WIDTH))
        self.update()
