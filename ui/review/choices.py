"""The line of the field in focus, enlarged, with what it may say; and the lines of the card that no field uses."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cardkeeper import review
from cardkeeper.model.drafts import Draft, DraftValue
from cardkeeper.model.geometry import Box
from cardkeeper.translation import tr, trn
from ui import theme
from ui.card_words import short_field_words
from ui.flow import flowing
from ui.parts import Label, Panel, Scrolling
from ui.parts.painting import fill
from ui.review.editing import Spot
from ui.review.options import MOST, Option, OptionButton
from ui.review.places import UnusedLine
from ui.value_line import empty

_LINE_HEIGHT: Final = 52
_MOST_TEXTS: Final = 5
"""So many texts are offered for one field; any other can be typed."""
_ROWS_SHOWN: Final = 2
"""Rows of lines not used yet that show; the others are scrolled to."""


class EnlargedLine(QWidget):
    """The print of one field, cut from the card's picture and enlarged."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cut = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("The print, enlarged"))
        theme.notifier().changed.connect(self.updateGeometry)

    def show_part(self, picture: QPixmap | None, card: QSize, box: Box | None) -> None:
        """Show what lies in a box of a card of this size; nothing where there is no picture or no box."""
        self._cut = QPixmap()
        if picture is not None and box is not None and not card.isEmpty():
            ratio = picture.width() / card.width()
            pad = max(2.0, 0.12 * min(box.height, box.width)) * ratio
            part = QRectF(box.left * ratio, box.top * ratio, box.width * ratio, box.height * ratio)
            area = part.adjusted(-pad, -pad, pad, pad).toAlignedRect().intersected(picture.rect())
            if not area.isEmpty():
                self._cut = picture.copy(area)
                self._cut.setDevicePixelRatio(1.0)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(320), theme.px(_LINE_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), theme.px(_LINE_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._cut.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._cut.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, (self.height() - size.height()) // 2, size.width(), size.height())
        painter.drawPixmap(place, self._cut)
        fill(painter, place, line="border", radius=4)


class ChoicesPane(QWidget):
    """What can be taken with Alt and a number: the texts of the field in focus, then the lines not used yet."""

    chosen = Signal(object, str)
    """A field's value and the text that it is."""
    nothing_there = Signal(object)
    """A field of which the card says nothing."""
    line_taken = Signal(int)
    """A line of the card that belongs into the field in focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options: list[OptionButton] = []
        self._choosing: list[OptionButton] = []
        self._needed, self._most = 0, 1
        self.enlarged = EnlargedLine()
        self._field = Label("", "strong")
        self._asked = Label("", "small", "text2")
        self._choices = QWidget()
        self._grid = QGridLayout(self._choices)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._lines = flowing(spacing=8)
        self._lines_area = Scrolling(self._lines, sideways=False)
        self._counted = Label("", "small", "text2")
        self.value_panel = Panel(margin=12)
        self.lines_panel = Panel(margin=12)
        self._lay_out()

    def show_spot(self, spot: Spot, draft: Draft, lines: Sequence[UnusedLine], total: int) -> None:
        """Offer what there is for a field; `total`: how many lines the card has."""
        values = draft.all(spot.field)
        value = values[spot.index] if spot.index < len(values) else None
        choices = self._value_options(spot, value, draft)
        short = short_field_words(spot.field)
        instead = spot.field in review.SINGLE
        words = tr("use as {field}", field=short) if instead else tr("add to {field}", field=short)
        taking = [Option(line.text, partial(self.line_taken.emit, line.line), detail=words) for line in lines]
        self._field.set_text(review.field_words(spot.field))
        self._asked.set_text(tr("Which is right?") if len(choices) > 1 else tr("Is it right?") if choices else "")
        self._options = []
        self._choosing = self._made(choices)
        self._keep_room(draft)
        self._show_lines(self._made(taking[:MOST]))
        self._counted.set_text(
            trn("{used} of {count} line", "{used} of {count} lines", total, used=len(lines)) if lines else ""
        )
        self.lines_panel.setVisible(bool(lines))
        self._fit_lines()

    def take(self, number: int) -> None:
        """Take the option of this number, where there is one."""
        if 0 < number <= len(self._options):
            self._options[number - 1].option.run()

    def options(self) -> tuple[OptionButton, ...]:
        """All that can be taken, in the order of their numbers."""
        return tuple(self._options)

    def _value_options(self, spot: Spot, value: DraftValue | None, draft: Draft) -> list[Option]:
        if value is None:
            gap = any(gap.field is spot.field for gap in draft.gaps)
            nothing = Option(tr("Nothing on the card"), partial(self.nothing_there.emit, spot.field))
            return [nothing] if gap and spot.index == 0 else []
        if not value.needs_look and not value.choices:
            return []
        texts = [value.text, *(text for text in value.choices if text != value.text)][:_MOST_TEXTS]
        other = texts[1] if len(texts) > 1 else ""
        return [
            Option(
                text,
                partial(self.chosen.emit, spot, text),
                compared=value.text if at else other,
                detail="" if len(texts) > 1 else tr("is right"),
            )
            for at, text in enumerate(texts)
        ]

    def begin(self, draft: Draft) -> None:
        """Keep as much room as any field of this card needs: the card does not move while one goes through them."""
        self._needed = 0
        self._keep_room(draft)

    def set_most_rows(self, rows: int) -> None:
        """There is room for so many rows of choices at most."""
        self._most = rows
        self._restyle()

    def _keep_room(self, draft: Draft) -> None:
        chooses = any({value.text} | set(value.choices) != {value.text} for value in draft.values)
        asks = draft.gaps or any(value.needs_look for value in draft.values)
        self._needed = max(self._needed, 2 if chooses else 1 if asks else 0)
        self._restyle()

    def _made(self, options: Sequence[Option]) -> list[OptionButton]:
        first = len(self._options) + 1
        buttons = [OptionButton(number, option) for number, option in enumerate(options, first)]
        self._options += buttons
        return buttons

    def _arrange_choices(self) -> None:
        """Side by side where all can be read so, else in as many rows as there is room for."""
        buttons = self._choosing
        for button in buttons:
            self._grid.removeWidget(button)
        empty(self._grid)
        wanted = sum(button.sizeHint().width() + self._grid.spacing() for button in buttons)
        across = len(buttons) if wanted <= self._choices.width() else math.ceil(len(buttons) / max(1, self._rows()))
        for at, button in enumerate(buttons):
            self._grid.addWidget(button, at // across, at % across)
            button.show()
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, column == across)
        self._grid.setRowStretch(self._rows(), 1)

    def _show_lines(self, buttons: Sequence[OptionButton]) -> None:
        layout = self._lines.layout()
        if layout is not None:
            empty(layout)
            for button in buttons:
                layout.addWidget(button)
                button.show()
        self._lines.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange_choices()
        self._fit_lines()

    def _fit_lines(self) -> None:
        """Give the lines not used yet the rows that they need, up to a few."""
        rows = self._lines.heightForWidth(self._lines_area.viewport().width())
        self._lines_area.setFixedHeight(max(theme.px(28), min(rows, theme.px(_ROWS_SHOWN * 28) + 8)))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._field)
        words.addWidget(self._asked)
        words.addStretch(1)
        head.addLayout(words)
        head.addWidget(self.enlarged, 1)
        self.value_panel.body.addLayout(head)
        self.value_panel.body.addWidget(self._choices)
        self._restyle()
        theme.notifier().changed.connect(self._restyle)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(Label(tr("Not used yet"), "strong"), alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._lines_area, 1)
        row.addWidget(self._counted, alignment=Qt.AlignmentFlag.AlignTop)
        self.lines_panel.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.value_panel)
        column.addWidget(self.lines_panel)

    def _restyle(self) -> None:
        rows = self._rows()
        self._choices.setFixedHeight(rows * theme.px(28) + max(0, rows - 1) * self._grid.spacing())
        self._choices.setVisible(rows > 0)
        self._arrange_choices()

    def _rows(self) -> int:
        return min(self._needed, self._most)
