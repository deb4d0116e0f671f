"""The days of the week as boxes to check, of which at least one stays checked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from cardkeeper import days
from ui.flow import FlowLayout

_A_MONDAY: Final = date(2026, 11, 16)


class WeekdayBoxes(QWidget):
    """Monday to Sunday; `chosen` tells the ISO numbers (Monday is 1) that a person has checked."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(self, spacing=12)
        row.setContentsMargins(0, 0, 0, 0)
        self.boxes: dict[int, QCheckBox] = {}
        for number in range(1, 8):
            day = _A_MONDAY + timedelta(days=number - 1)
            box = QCheckBox(days.short_weekday(day))
            box.setAccessibleName(days.weekday(day))
            box.clicked.connect(self._tell)
            self.boxes[number] = box
            row.addWidget(box)
        self.setFocusProxy(self.boxes[1])

    def days(self) -> tuple[int, ...]:
        return tuple(number for number, box in self.boxes.items() if box.isChecked())

    def set_days(self, numbers: Iterable[int]) -> None:
        """Show these days, without telling them as a person's."""
        shown = frozenset(numbers)
        for number, box in self.boxes.items():
            box.setChecked(number in shown)

    def _tell(self) -> None:
        box = self.sender()
        if not self.days() and isinstance(box, QCheckBox):
            # A week without a working day has no day for a next step.
            box.setChecked(True)
        else:
            self.chosen.emit(self.days())
