"""The way of the Tab key through panes that are filled anew while the page stands."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QWidget


def stops(pane: QWidget) -> Iterator[QWidget]:
    """The parts of a pane that take the keyboard, in the order in which the Tab key finds them."""
    at = pane.nextInFocusChain()
    while at is not None and at is not pane:
        # The line inside of a day or a choice comes with its field.
        within = isinstance(at.parentWidget(), QAbstractSpinBox | QComboBox)
        if pane.isAncestorOf(at) and at.focusPolicy() & Qt.FocusPolicy.TabFocus and not within:
            yield at
        at = at.nextInFocusChain()


def chain(*parts: QWidget) -> None:
    """Let the Tab key go through these in this order. They must stand in one window already, below its first part."""
    for one, next_one in pairwise(parts):
        QWidget.setTabOrder(one, next_one)
