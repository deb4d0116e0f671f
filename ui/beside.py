"""Panes side by side where the window has the room, else one above another in a part that scrolls.

With large text in a small window, two panes beside each other would squeeze what they hold until it is cut.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from ui import theme
from ui.ground import Ground

_ANY: Final = 16_777_215
"""QWIDGETSIZE_MAX, which Qt for Python does not name."""


@dataclass(frozen=True, slots=True)
class Pane:
    """A part of a page, with sizes in pixels at 100 % text."""

    part: QWidget
    height: int
    """At least, where panes stand one above another."""
    width: int = 0
    """Where they stand side by side; 0: a share of what room is free."""
    share: int = 1


class Beside(QScrollArea):
    """Panes with a thin line between them."""

    def __init__(self, *panes: Pane, needs: int, last_on_top: bool = False) -> None:
        """`needs`: the width, in pixels at 100 % text, below which the panes stand one above another."""
        super().__init__()
        self._panes, self._needs = panes, needs
        inside = QWidget()
        self._lines = tuple(Ground("border") for _ in panes[1:])
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._stacked_way = QBoxLayout.Direction.BottomToTop if last_on_top else QBoxLayout.Direction.TopToBottom
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        for at, pane in enumerate(panes):
            if at:
                self._row.addWidget(self._lines[at - 1])
            self._row.addWidget(pane.part, 0 if pane.width else pane.share)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self._turn()
        theme.notifier().changed.connect(self._turn)

    @property
    def stacked(self) -> bool:
        """Whether the panes stand one above another."""
        return self._row.direction() is self._stacked_way

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._turn()
        super().resizeEvent(event)

    def _turn(self) -> None:
        stacked = self.width() < theme.px(self._needs)
        self._row.setDirection(self._stacked_way if stacked else QBoxLayout.Direction.LeftToRight)
        for line in self._lines:
            line.setFixedSize(1, 1)
            line.setMaximumSize(*((_ANY, 1) if stacked else (1, _ANY)))
        for pane in self._panes:
            wide = 0 if stacked else theme.px(pane.width)
            pane.part.setMinimumWidth(wide)
            pane.part.setMaximumWidth(wide or _ANY)
            pane.part.setMinimumHeight(theme.px(pane.height) if stacked else 0)
