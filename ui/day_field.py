"""A field for a day that may be left open: typed section by section, stepped with arrows, or taken from a calendar."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QDateEdit, QSizePolicy, QWidget

from cardkeeper.translation import tr, trc
from ui import theme
from ui.parts.dated import paint_dated, restyle_dated

_OPEN: Final = QDate(1900, 1, 1)
"""Stands for no day; Qt shows its special text there."""
_LAST: Final = QDate(2199, 12, 31)


class DayField(QDateEdit):
    """A day, or none where it is `optional`. `day_chosen` tells what a person set, never what the program did.

    A `short` one leaves out the year that goes without saying. The weekday is left out while one types.
    """

    day_chosen = Signal()

    def __init__(
        self, today: date, *, name: str, optional: bool = True, short: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._short = short
        self._today = today
        self._optional = optional
        self._told = True
        self.setAccessibleName(name)
        self.setFrame(False)
        self.setCalendarPopup(True)
        self.setDateRange(_OPEN, _LAST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if optional:
            self.setSpecialValueText(tr("No day"))
        self.set_day(None if optional else today)
        self._fit_format()
        self.dateChanged.connect(self._changed)
        theme.notifier().changed.connect(self._restyle)
        self._restyle()

    def day(self) -> date | None:
        shown = self.date()
        return None if shown == _OPEN else date(shown.year(), shown.month(), shown.day())

    def set_day(self, day: date | None) -> None:
        """Show a day, or that there is none, without telling it as a person's."""
        self._told = False
        self.setDate(_OPEN if day is None else QDate(day.year, day.month, day.day))
        self._fit_format()
        self._told = True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """While one types, all that can be typed is there, the day of the month first."""
        super().focusInEvent(event)
        self._fit_format()
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.setSelectedSection(QDateEdit.Section.DaySection)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._fit_format()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """In an open field the first key goes on from today; Delete on the whole text opens the field again."""
        erasing = event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if erasing and self._optional and self.lineEdit().selectedText() == self.lineEdit().text():
            self.setDate(_OPEN)
            return
        if self.day() is None and (event.text().isdigit() or event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)):
            self._take_today()
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes on to the next field at once; left and right go from day to month to year."""
        return QWidget.focusNextPrevChild(self, forward)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A calendar opens at today, not at the year 1900."""
        if self.day() is None:
            self._take_today()
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a form must not change the days that pass under the mouse."""
        event.ignore()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(136 if self._short else 158), theme.px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), theme.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_dated(self, "calendar-month-outline")

    def _fit_format(self) -> None:
        # Translators order the parts of a day, and put what stands between them, as Qt's formats write it.
        if self.hasFocus():
            wanted = trc("date format", "d MMM yyyy")
        elif self._short and self.date().year() in (self._today.year, _OPEN.year()):
            wanted = trc("date format", "ddd d MMM")
        else:
            wanted = trc("date format", "ddd d MMM yyyy")
        if wanted != self.displayFormat():
            self.setDisplayFormat(wanted)

    def _take_today(self) -> None:
        self.setDate(QDate(self._today.year, self._today.month, self._today.day))
        self.setSelectedSection(QDateEdit.Section.DaySection)

    def _changed(self) -> None:
        if self._told:
            self.day_chosen.emit()

    def _restyle(self) -> None:
        restyle_dated(self)
