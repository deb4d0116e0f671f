"""The line of the field in focus, enlarged, with what it may say instead."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cardkeeper import review
from cardkeeper.model.drafts import Draft, DraftValue
from cardkeeper.model.geometry import Box
from cardkeeper.review import Offer
from cardkeeper.translation import tr
from ui import theme
from ui.card_words import short_field_words
from ui.flow import flowing
from ui.parts import Label, Panel, Scrolling
from ui.parts.painting import fill
from ui.review.editing import Spot
from ui.review.form import label_width
from ui.review.options import MOST, Option, OptionButton
from ui.value_line import empty

_LINE_HEIGHT: Final = 52
_GAP: Final = 8


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
        rounded = QPainterPath()
        rounded.addRoundedRect(place, 4, 4)
        painter.setClipPath(rounded)
        painter.drawPixmap(place, self._cut)
        painter.setClipping(False)
        fill(painter, place, line="border", radius=4)


class ChoicesPane(QWidget):
    """The field in focus: its print, enlarged, and all that can be taken for it with Alt and a number."""

    confirmed = Signal(object)
    """A value that is right as it stands."""
    taken = Signal(object, object)
    """A place of a field, and the `Offer` that was taken for it."""
    nothing_there = Signal(object)
    """A field of which the card says nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options: list[OptionButton] = []
        self._rows = 1
        self.enlarged = EnlargedLine()
        self._field = Label("", "strong")
        self._asked = Label("", "small", "text2")
        self._flow = flowing(spacing=_GAP)
        self._area = Scrolling(self._flow, sideways=False)
        self._lay_out()

    def show_spot(self, spot: Spot, draft: Draft, offers: Sequence[Offer]) -> None:
        """Offer what there is for a field."""
        values = draft.all(spot.field)
        value = values[spot.index] if spot.index < len(values) else None
        options = self._settling(spot, value, draft)
        self._asked.set_text(tr("Is it right?") if options and value is not None else "")
        options += [self._option(spot, value, offer) for offer in offers[: MOST - len(options)]]
        self._field.set_text(review.field_words(spot.field))
        self._options = [OptionButton(number, option) for number, option in enumerate(options, 1)]
        layout = self._flow.layout()
        if layout is not None:
            empty(layout)
            for button in self._options:
                layout.addWidget(button)
                button.show()
        self._flow.updateGeometry()
        self._area.verticalScrollBar().setValue(0)

    def take(self, number: int) -> None:
        """Take the option of this number, where there is one."""
        if 0 < number <= len(self._options):
            self._options[number - 1].option.run()

    def options(self) -> tuple[OptionButton, ...]:
        """All that can be taken, in the order of their numbers."""
        return tuple(self._options)

    def set_rows(self, rows: int) -> None:
        """Keep room for so many rows, whatever the field: the card does not move while one goes through them."""
        self._rows = rows
        self._restyle()

    def _settling(self, spot: Spot, value: DraftValue | None, draft: Draft) -> list[Option]:
        """What settles a doubt without another text."""
        if value is not None and value.needs_look:
            other = value.choices[0] if value.choices else ""
            return [Option(value.text, partial(self.confirmed.emit, spot), compared=other, detail=tr("is right"))]
        if value is None and spot.index == 0 and any(gap.field is spot.field for gap in draft.gaps):
            return [Option(tr("Nothing on the card"), partial(self.nothing_there.emit, spot.field))]
        return []

    def _option(self, spot: Spot, value: DraftValue | None, offer: Offer) -> Option:
        compared, detail = "", ""
        short = short_field_words(offer.field or spot.field)
        if offer.field is not None:
            filled = value is not None and value.text.strip()
            detail = tr("swap with {field}", field=short) if filled else tr("move from {field}", field=short)
        elif offer.line is not None and not offer.join:
            single = spot.field in review.SINGLE
            detail = tr("use as {field}", field=short) if single else tr("add to {field}", field=short)
        elif value is not None:
            compared = value.text
        return Option(offer.text, partial(self.taken.emit, spot, offer), compared=compared, detail=detail)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._field)
        words.addWidget(self._asked)
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addLayout(words)
        head.addWidget(self.enlarged, 1)
        panel = Panel(margin=12)
        panel.body.addLayout(head)
        panel.body.addWidget(self._area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panel)
        theme.notifier().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self._field.setFixedWidth(label_width())
        self._area.setFixedHeight(self._rows * theme.px(28) + (self._rows - 1) * _GAP)
