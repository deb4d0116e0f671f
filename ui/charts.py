"""Small painted charts: bars with their numbers and words, columns by month. Each says in words what it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import language, theme
from ui.delegates import draw_text
from ui.parts.painting import fill, turn

_ROW: Final = 31
_BAR: Final = 22


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name, how much, and a word beside the number."""

    name: str
    value: int
    note: str = ""
    late: bool = False
    """Drawn in the colour of a warning; the note says the same."""


class BarRows(QWidget):
    """Bars from the left, longest where most is."""

    def __init__(
        self, name: str, *, label_width: int = 104, track: bool = False, numbers_right: bool = False,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """`track` shows the whole length behind each bar; `numbers_right` puts all numbers below each other."""
        super().__init__(parent)
        self._name, self._label_width, self._track, self._right = name, label_width, track, numbers_right
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.notifier().changed.connect(self.updateGeometry)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        self._bars = tuple(bars)
        self.setAccessibleName(self._name)
        said = [", ".join(part for part in (f"{bar.name} {bar.value}", bar.note) if part) for bar in self._bars]
        self.setAccessibleDescription("; ".join(said))
        self.updateGeometry()
        self.update()

    def bars(self) -> tuple[Bar, ...]:
        return self._bars

    def sizeHint(self) -> QSize:
        return QSize(theme.px(360), theme.px(_ROW) * max(1, len(self._bars)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(240), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        turn(painter, self.rect(), self.layoutDirection())
        most = max((bar.value for bar in self._bars), default=0)
        left, aside = self._sides()
        room = max(theme.px(40), self.width() - left - aside)
        for at, bar in enumerate(self._bars):
            row = QRect(0, at * theme.px(_ROW), self.width(), theme.px(_ROW))
            words = row.adjusted(0, 0, left - self.width() - theme.px(10), 0)
            align = Qt.AlignmentFlag.AlignLeft if self._right else Qt.AlignmentFlag.AlignRight
            draw_text(painter, words, bar.name, "strong" if self._right else "body",
                      "text" if self._right else "text2", align=align)  # fmt: skip
            place = QRect(left, row.top() + (row.height() - theme.px(_BAR)) // 2, room, theme.px(_BAR))
            if self._track:
                fill(painter, place, "track", radius=4)
            long = round(room * bar.value / most) if most else 0
            if bar.value:
                filled = QRect(place.left(), place.top(), max(theme.px(4), long), place.height())
                fill(painter, filled, "warn_line" if bar.late else "chart", radius=4)
            number_at = place.right() + theme.px(16) if self._right else place.left() + long + theme.px(8)
            self._paint_number(painter, row, bar, number_at)
        if not self._right:
            painter.fillRect(left - 1, 0, 1, self.height(), theme.color("control"))

    def _sides(self) -> tuple[int, int]:
        """Pixels at the left for the names and at the right for the numbers: what this language needs."""
        names = QFontMetrics(theme.font("strong" if self._right else "body"))
        notes = QFontMetrics(theme.font("body"))
        widest = max((names.horizontalAdvance(bar.name) for bar in self._bars), default=0)
        longest = max((notes.horizontalAdvance(bar.note) for bar in self._bars), default=0)
        left = max(theme.px(self._label_width), min(widest + theme.px(14), self.width() // 3))
        aside = max(theme.px(150), min(longest + theme.px(80), self.width() * 2 // 5))
        return left, aside

    def _paint_number(self, painter: QPainter, row: QRect, bar: Bar, at: int) -> None:
        width = theme.px(36) if self._right else 0
        number = QRect(at, row.top(), width or theme.px(60), row.height())
        align = Qt.AlignmentFlag.AlignRight if self._right else Qt.AlignmentFlag.AlignLeft
        role = "section" if self._right else "strong"
        taken = draw_text(painter, number, language.number(bar.value), role, "text", align=align, tabular=True)
        beside = number.right() + theme.px(12) if self._right else at + taken + theme.px(8)
        note = QRect(beside, row.top(), max(0, self.width() - beside), row.height())
        draw_text(painter, note, bar.note, "body" if bar.late else "small", "warn" if bar.late else "text2")


@dataclass(frozen=True, slots=True)
class Month:
    """Two columns above a name."""

    name: str
    first: int
    second: int


class MonthColumns(QWidget):
    """Two columns for each month: the first filled, the second hatched, so that none is told by colour alone."""

    def __init__(self, name: str, first: str, second: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._first, self._second = name, first, second
        self._months: tuple[Month, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.notifier().changed.connect(self.updateGeometry)

    def show_months(self, months: Sequence[Month]) -> None:
        self._months = tuple(months)
        self.setAccessibleName(self._name)
        said = [f"{one.name}: {self._first} {one.first}, {self._second} {one.second}" for one in self._months]
        self.setAccessibleDescription("; ".join(said))
        self.update()

    def months(self) -> tuple[Month, ...]:
        return self._months

    def sizeHint(self) -> QSize:
        return QSize(theme.px(600), theme.px(260))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(320), theme.px(180))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        turn(painter, self.rect(), self.layoutDirection())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_legend(painter)
        if not self._months:
            return
        top, bottom = theme.px(44), self.height() - theme.px(26)
        left = theme.px(34)
        most = _round_up(max((max(one.first, one.second) for one in self._months), default=0))
        for mark in (0, most // 2, most):
            y = round(bottom - (bottom - top) * mark / most)
            painter.fillRect(left, y, self.width() - left, 1, theme.color("border"))
            scale = QRect(0, y - theme.px(8), left - theme.px(8), theme.px(16))
            draw_text(painter, scale, str(mark), "small", "text2", align=Qt.AlignmentFlag.AlignRight)
        wide = (self.width() - left) / len(self._months)
        column = min(theme.px(24), wide / 3)
        for at, one in enumerate(self._months):
            middle = left + wide * (at + 0.5)
            for number, value in enumerate((one.first, one.second)):
                high = (bottom - top) * value / most
                place = QRectF(middle + (number - 1) * (column + 2) + 1, bottom - high, column, high)
                self._paint_column(painter, place, value, hatched=bool(number))
            name = QRect(round(middle - wide / 2), bottom + theme.px(6), round(wide), theme.px(18))
            draw_text(painter, name, one.name, "small", "text2", align=Qt.AlignmentFlag.AlignHCenter)

    def _paint_column(self, painter: QPainter, place: QRectF, value: int, *, hatched: bool) -> None:
        if value and hatched:
            painter.setPen(QPen(theme.color("text2"), 1))
            painter.setBrush(QBrush(theme.color("text2"), Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, 0), 2, 2)
        elif value:
            fill(painter, place, "chart", radius=2)
        number = QRect(
            round(place.left()) - 12, round(place.top()) - theme.px(18), round(place.width()) + 24, theme.px(16)
        )
        role, tint = ("small_strong", "text") if value and not hatched else ("small", "text2")
        draw_text(painter, number, str(value), role, tint, align=Qt.AlignmentFlag.AlignHCenter)

    def _paint_legend(self, painter: QPainter) -> None:
        at = 0
        for hatched, words in ((False, self._first), (True, self._second)):
            box = QRectF(at + 1, theme.px(3), theme.px(13), theme.px(13))
            if hatched:
                painter.setPen(QPen(theme.color("text2"), 1))
                painter.setBrush(QBrush(theme.color("text2"), Qt.BrushStyle.BDiagPattern))
                painter.drawRect(box)
            else:
                fill(painter, box, "chart", radius=2)
            metrics = QFontMetrics(theme.font("small"))
            area = QRect(at + theme.px(20), 0, metrics.horizontalAdvance(words) + 4, theme.px(20))
            draw_text(painter, area, words, "small", "text")
            at = area.right() + theme.px(16)


def _round_up(most: int) -> int:
    """A round even number at or above, so that half of it is whole."""
    for step in (2, 4, 10, 20, 50, 100, 200, 500, 1000):
        if most <= step:
            return step
    return -(-most // 1000) * 1000
