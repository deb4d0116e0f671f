"""The events by year, newest first, each with what is left to do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cardkeeper.model.overview import EventFunnel
from cardkeeper.translation import tr, trn
from ui import theme
from ui.delegates import draw_text
from ui.events.lines import short_line
from ui.list_model import ListModel
from ui.parts.painting import paint_row, turn
from ui.roles import OBJECT_ROLE, Index


class _Events(ListModel[str | EventFunnel]):
    """Years as headings, events below."""

    today = date.min

    def show(self, funnels: Sequence[EventFunnel], today: date) -> None:
        """Show these events, as they stand on a day."""
        self.today = today
        lines: list[str | EventFunnel] = []
        for funnel in funnels:
            year = str(funnel.event.on.year) if funnel.event.on else tr("Without a day")
            if year not in lines:
                lines.append(year)
            lines.append(funnel)
        self.set_lines(lines)

    def text(self, line: str | EventFunnel) -> str:
        if isinstance(line, str):
            return line
        left = trn("{count} left", "{count} left", line.left) if line.left else ""
        return ", ".join(part for part in (line.event.name, short_line(line, self.today), left) if part)

    def flags(self, index: Index) -> Qt.ItemFlag:
        heading = isinstance(self._lines[index.row()], str)
        return Qt.ItemFlag.NoItemFlags if heading else super().flags(index)

    def row_of(self, event_id: int) -> int:
        return next(
            (row for row, line in enumerate(self._lines) if not isinstance(line, str) and line.event.id == event_id), -1
        )


class _Delegate(QStyledItemDelegate):
    """A name, a line, and how many are left at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, theme.px(30 if isinstance(index.data(OBJECT_ROLE), str) else 49))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        turn(painter, option.rect, option.direction)
        line = index.data(OBJECT_ROLE)
        area = option.rect.adjusted(theme.px(10), 0, -theme.px(10), 0)
        if isinstance(line, str):
            draw_text(painter, area, line, "small_strong", "text2")
            painter.restore()
            return
        paint_row(painter, option)
        model = index.model()
        today = model.today if isinstance(model, _Events) else date.min
        left = trn("{count} left", "{count} left", line.left) if line.left else ""
        upper = area.adjusted(0, theme.px(5), 0, -area.height() // 2)
        lower = area.adjusted(0, area.height() // 2, 0, -theme.px(5))
        taken = draw_text(painter, upper, left, "small_strong", "warn", align=Qt.AlignmentFlag.AlignRight)
        draw_text(painter, upper.adjusted(0, 0, -taken - theme.px(8), 0), line.event.name, "strong")
        draw_text(painter, lower, short_line(line, today), "small", "text2")
        painter.restore()


class EventList(QListView):
    """The list; `chosen` tells the id of the event that is current."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.events = _Events(self)
        self.setModel(self.events)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(tr("Events"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.selectionModel().currentChanged.connect(self._tell)
        theme.notifier().changed.connect(self.doItemsLayout)

    def show_funnels(self, funnels: Sequence[EventFunnel], today: date, at: int) -> None:
        """Show the events, standing on one of them."""
        self.blockSignals(True)
        self.events.show(funnels, today)
        row = self.events.row_of(at)
        if row >= 0:
            self.selectionModel().setCurrentIndex(
                self.events.index(row, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        self.blockSignals(False)

    def _tell(self, index: QModelIndex, _before: QModelIndex) -> None:
        line = index.data(OBJECT_ROLE)
        if isinstance(line, EventFunnel):
            self.chosen.emit(line.event.id)
