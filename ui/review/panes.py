"""The two sides of the review: the card with all that helps to read it, and the form with all that is decided."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cardkeeper.library import Library
from cardkeeper.model.cards import Reading
from cardkeeper.translation import tr
from ui import theme
from ui.flow import flowing
from ui.parts import KeyCaps, Label, Notice, Scrolling, Separator
from ui.pictures import Pictures
from ui.review.bar import ReviewBar
from ui.review.belonging import BelongingNotice
from ui.review.choices import ChoicesPane
from ui.review.form import Form
from ui.review.known import KnownNotice
from ui.review.met import MetSection
from ui.review.picture import PicturePane
from ui.review.step import StepSection
from ui.review.strip import FilmStrip

_HINTS_FROM: Final = 600
_STRIP_FROM: Final = 480
_TWO_ROWS_FROM: Final = 540
_CARD_WITHIN: Final = 330
"""Heights in pixels at 100 % text from which the keys, the film strip and a second row of choices have room, and that
of a card that scrolls."""


class CardPane(QWidget):
    """Picture, enlarged line, lines not used, film strip and keys, one below the other."""

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = PicturePane(pictures)
        self.choices = ChoicesPane()
        self.strip = FilmStrip(pictures)
        self.hints = _hints()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(8)
        column.addWidget(self.picture, 1)
        column.addWidget(self.choices)
        column.addWidget(self.strip)
        column.addWidget(self.hints)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The card comes first: where there is little room a second row of choices goes, then keys, then the strip."""
        super().resizeEvent(event)
        self.hints.setVisible(self.height() >= theme.px(_HINTS_FROM))
        self.strip.setVisible(self.height() >= theme.px(_STRIP_FROM))
        self.choices.set_rows(2 if self.height() >= theme.px(_TWO_ROWS_FROM) else 1)


class FormPane(QWidget):
    """Known person, fields, where met and next step in a place that scrolls, with the bar under it."""

    def __init__(self, library: Library, today: date, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.belonging = BelongingNotice(pictures)
        self.known = KnownNotice()
        self.unread = Notice("info", icon="text-recognition")
        self.form = Form()
        self.met = MetSection(library, today)
        self.step = StepSection(today)
        self.bar = ReviewBar()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 12, 20, 16)
        column.setSpacing(10)
        self._column = column
        for widget in (
            self.belonging,
            self.known,
            self.unread,
            self.form,
            Separator(),
            self.met,
            Separator(),
            self.step,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        self.area = Scrolling(content, sideways=False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.area, 1)
        outer.addWidget(self.bar)

    def take_in(self, card: CardPane) -> None:
        """Show the card above the fields, scrolling with them."""
        card.setMinimumHeight(theme.px(_CARD_WITHIN))
        self._column.insertWidget(0, card)

    def let_go(self, card: CardPane) -> None:
        """Give the card back to whoever shows it elsewhere."""
        card.setMinimumHeight(0)
        self._column.removeWidget(card)

    def say_unread(self, reading: Reading) -> None:
        """Say why a form is empty: nobody read the card, or nothing was found on it."""
        self.unread.setVisible(not reading.lines and not reading.codes)
        if reading.readers:
            self.unread.set_message(tr("No text was found."), tr("Turn the card, or type what it says."))
        else:
            self.unread.set_message(tr("No reader is installed."), tr("Type what the card says."))

    def bring_into_sight(self, widget: QWidget) -> None:
        """Scroll so far that a field and the words under it show."""
        self.area.ensureWidgetVisible(widget, 0, theme.px(40))


def _hints() -> QWidget:
    holder = flowing(spacing=12)
    layout = holder.layout()
    for keys, words in (
        ("Down", tr("next field")),
        ("F2", tr("next look")),
        ("F5", tr("talked about")),
        ("Alt+1…9", tr("choose")),
        ("Esc", tr("inbox")),
    ):
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(KeyCaps(keys))
        row.addWidget(Label(words, "small", "text2"))
        pair.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if layout is not None:
            layout.addWidget(pair)
    return holder
