"""How full the week is with meetings: painted parts, and the same in words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cardkeeper.relationships.week import Week
from cardkeeper.translation import tr
from ui import theme
from ui.parts import ElidedLabel, Label, LinkButton, Panel
from ui.parts.painting import fill, turn

_MOST_PARTS: Final = 20
"""With more than this the parts would be too thin to count; then it is one bar."""


class WeekParts(QWidget):
    """One part for each meeting that fits into the week, those that are set up filled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._week = Week(0, 1)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_week(self, week: Week) -> None:
        self._week = week
        self.setAccessibleName(week.line)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(min(self._week.limit, _MOST_PARTS) * theme.px(21), theme.px(8))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(60), theme.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        turn(painter, self.rect(), self.layoutDirection())
        parts = min(self._week.limit, _MOST_PARTS)
        filled = round(parts * min(1.0, self._week.done / max(1, self._week.limit)))
        wide = self.width() / max(1, parts)
        for number in range(parts):
            place = QRectF(number * wide, 0, wide - 3, self.height())
            fill(painter, place, "chart" if number < filled else "track", radius=2)


class WeekBar(Panel):
    """The week in one line; what waits for another one is a press away."""

    see_why = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=0)
        row = self._row = QHBoxLayout()
        row.setContentsMargins(14, 5, 10, 5)
        row.setSpacing(10)
        self.body.addLayout(row)
        self._title = Label(tr("This week"), "strong")
        self._parts = WeekParts()
        self.words = ElidedLabel()
        self.waiting = Label("", "body", "text2")
        self.why = LinkButton(tr("See why"))
        self.why.clicked.connect(self.see_why)
        row.addWidget(self._title)
        row.addWidget(self._parts)
        row.addWidget(self.words, 1)
        row.addWidget(self.waiting)
        row.addWidget(self.why)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setMinimumHeight(theme.px(36))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The words say what the parts show; where there is no room for both, they are enough."""
        parts = (self._title, self._parts, self.words, self.waiting, self.why)
        shown = [part for part in parts if part is self._parts or not part.isHidden()]
        margins = self._row.contentsMargins()
        around = margins.left() + margins.right() + self._row.spacing() * (len(shown) - 1)
        self._parts.setVisible(around + sum(part.sizeHint().width() for part in shown) <= self.width())

    def set_week(self, week: Week, *, opened: bool) -> None:
        """Show a week; `opened`: whether what waits is shown already."""
        self._parts.set_week(week)
        self.words.set_text(week.line)
        self.waiting.set_text(week.waiting_line)
        self.waiting.setVisible(bool(week.waiting))
        self.why.setVisible(bool(week.waiting))
        self.why.set_text(tr("Hide them") if opened else tr("See why"))
        self._fit()
