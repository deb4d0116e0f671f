"""A field for a day and an hour that may be left open, such as a time to offer for a coffee."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Final

from PySide6.QtCore import QDate, QDateTime, QSize, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QDateTimeEdit, QSizePolicy, QWidget

from cardkeeper.translation import tr, trc
from ui import theme
from ui.parts.dated import paint_dated, restyle_dated

_OPEN: Final = QDateTime(1900, 1, 1, 0, 0, 0)
"""Stands for no time; Qt shows its special text there."""


class MomentField(QDateTimeEdit):
    """A day with an hour, or none. `moment_chosen` tells what a person set, never what the program did."""

    moment_chosen = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = True
        self._usual = _OPEN
        self.setAccessibleName(name)
        self.setFrame(False)
        self.setDisplayFormat(trc("date format", "ddd d MMM, HH:mm"))
        self.setMinimumDateTime(_OPEN)
        self.setSpecialValueText(tr("No time"))
        self.setCalendarPopup(True)
        self.setCorrectionMode(QDateTimeEdit.CorrectionMode.CorrectToNearestValue)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setDateTime(_OPEN)
        self.dateTimeChanged.connect(self._changed)
        theme.notifier().changed.connect(self._restyle)
        self._restyle()

    def moment(self) -> datetime | None:
        """The time as it hangs on the wall here, without a zone; None where none is set."""
        shown = self.dateTime()
        if shown == _OPEN:
            return None
        on, at = shown.date(), shown.time()
        return datetime.combine(date(on.year(), on.month(), on.day()), time(at.hour(), at.minute()))

    def set_moment(self, moment: datetime | None) -> None:
        """Show a time, or that there is none, without telling it as a person's."""
        self._told = False
        self.setDateTime(_OPEN if moment is None else _as_qt(moment))
        self._told = True

    def set_usual(self, moment: datetime) -> None:
        """Where typing begins in an open field."""
        self._usual = _as_qt(moment)

    def stepBy(self, steps: int) -> None:
        """Minutes go by quarters of an hour."""
        quarter = self.currentSection() == QDateTimeEdit.Section.MinuteSection
        super().stepBy(steps * 15 if quarter else steps)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """In an open field the first key goes on from the usual time; Delete on the whole text opens it again."""
        line = self.lineEdit()
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and line.selectedText() == line.text():
            self.setDateTime(_OPEN)
            return
        begins = event.text().isdigit() or event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if self.moment() is None and begins and self._usual != _OPEN:
            self.setDateTime(self._usual)
            self.setSelectedSection(QDateTimeEdit.Section.DaySection)
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes on to the next field at once; left and right go from day to hour."""
        return QWidget.focusNextPrevChild(self, forward)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a form must not change the times that pass under the mouse."""
        event.ignore()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(170), theme.px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), theme.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_dated(self, "calendar-clock-outline")

    def _changed(self) -> None:
        if self._told:
            self.moment_chosen.emit()

    def _restyle(self) -> None:
        restyle_dated(self)


def _as_qt(moment: datetime) -> QDateTime:
    return QDateTime(QDate(moment.year, moment.month, moment.day), QTime(moment.hour, moment.minute))
