"""The head of the review: back to the inbox, how far this sitting is, and the cards before and after."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cardkeeper.translation import tr, trn
from ui import theme
from ui.parts import Button, ElidedLabel, Label, ProgressLine
from ui.review.sitting import Sitting, Standing

_FEWEST: Final = 3
"""So many cards must be done before the rest of the time is guessed."""
_WIDE: Final = 760
"""Pixels of width at 100 % text from which title, bar and time have room."""
_LONGEST: Final = timedelta(minutes=5)
"""A longer gap between two cards was a break, not work."""


class Pace:
    """How long a card takes in this sitting."""

    def __init__(self) -> None:
        self._last: datetime | None = None
        self._spent = timedelta()
        self._cards = 0

    def begin(self, now: datetime) -> None:
        self._last = now

    def done(self, now: datetime) -> None:
        """A card is through."""
        if self._last is not None and now - self._last < _LONGEST:
            self._spent += now - self._last
            self._cards += 1
        self._last = now

    def words(self, left: int) -> str:
        """How long the rest will take at this pace; empty while that can't be told."""
        if self._cards < _FEWEST or not left:
            return ""
        minutes = round(self._spent / self._cards * left / timedelta(minutes=1))
        if minutes < 1:
            return tr("Less than a minute left")
        return trn("About {count} minute left", "About {count} minutes left", minutes)


class ReviewHeader(QWidget):
    """One line over the whole page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = Button(tr("Inbox"), "quiet", icon="chevron-left", size="medium")
        self.back.setToolTip(tr("Back to the inbox (Esc)"))
        self.previous = Button(tr("Previous"), "quiet", icon="chevron-left", size="medium")
        self.previous.setToolTip(tr("Previous card (Ctrl+PgUp)"))
        self.next = Button(tr("Next"), "quiet", icon="chevron-right", size="medium")
        self.next.setToolTip(tr("Next card (Ctrl+PgDn)"))
        self._title = Label(tr("Review"), "section")
        self._place = Label("", "section")
        self._done = ProgressLine()
        self._left = ElidedLabel("", "body", "text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(10)
        row.addWidget(self.back)
        row.addWidget(self._title)
        row.addStretch(1)
        row.addWidget(self._place)
        row.addWidget(self._done)
        row.addWidget(self._left, 2)
        row.addStretch(1)
        row.addWidget(self.previous)
        row.addWidget(self.next)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.notifier().changed.connect(self._restyle)
        self._restyle()

    def show_sitting(self, sitting: Sitting, card_id: int, pace: Pace) -> None:
        """Say how far this sitting is."""
        total = len(sitting.entries)
        finished = sitting.count(Standing.ACCEPTED, Standing.SKIPPED)
        place = sitting.place(card_id)
        self._place.set_text(tr("{place} of {total}", place=place, total=total) if place else "")
        self._done.set_fraction(finished / total if total else 0.0)
        self._left.set_text(pace.words(total - finished) if place else "")
        self.previous.setEnabled(bool(place and sitting.neighbour(card_id, -1)))
        self.next.setEnabled(bool(place and sitting.neighbour(card_id, 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the numbers stay and what repeats them goes."""
        super().resizeEvent(event)
        wide = self.width() >= theme.px(_WIDE)
        self._title.setVisible(wide)
        self._done.setVisible(wide)
        self._left.setVisible(wide)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, theme.color("border"))

    def _restyle(self) -> None:
        self.setFixedHeight(theme.px(52))
        self._done.setFixedWidth(theme.px(140))
        self._left.setAlignment(Qt.AlignmentFlag.AlignVCenter)
