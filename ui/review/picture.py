"""The card of the review with what one does to its picture: zoom, turn, show or hide the boxes."""

from __future__ import annotations

from PySide6.QtCore import QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cardkeeper.model.cards import StoredCard
from cardkeeper.translation import tr
from ui.card_view import CardView
from ui.parts import ElidedLabel, IconButton, Panel
from ui.pictures import Pictures

_LONGEST: int = 2400
"""Pixels of the longer side beyond which a card's picture is shown smaller than it is kept."""


class PicturePane(QWidget):
    """The picture and its tools. Loads beside the interface's thread; says so when there is none."""

    turned = Signal(int)
    """A person wants the card turned by so many degrees clockwise."""
    shown = Signal()
    """The picture of the card has come."""

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._card: StoredCard | None = None
        self._pixmap: QPixmap | None = None
        self.view = CardView()
        self.view.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._file = ElidedLabel("", "small", "text2")
        self.boxes = QCheckBox(tr("Boxes"))
        self.boxes.setChecked(True)
        self.boxes.setToolTip(tr("Show the places of the fields (Ctrl+B)"))
        self.boxes.toggled.connect(self.view.set_boxes_shown)
        self.turn_button = IconButton("rotate-right", tr("Turn right"), keys="Ctrl+R", size="medium")
        self.turn_button.clicked.connect(lambda: self.turned.emit(90))
        self.out_button = IconButton("magnify-minus-outline", tr("Zoom out"), keys="Ctrl+-", size="medium")
        self.out_button.clicked.connect(self.view.zoom_out)
        self.in_button = IconButton("magnify-plus-outline", tr("Zoom in"), keys="Ctrl++", size="medium")
        self.in_button.clicked.connect(self.view.zoom_in)
        self.fit_button = IconButton("fit-to-page-outline", tr("Whole card"), keys="Ctrl+0", size="medium")
        self.fit_button.clicked.connect(self.view.fit)
        # The plus is another key on many keyboards.
        for keys, act in (("Ctrl+=", self.view.zoom_in), ("Ctrl+B", self.boxes.toggle)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self._lay_out()
        pictures.loaded.connect(self._loaded)

    def show_card(self, card: StoredCard) -> None:
        """Show a card's picture, or what keeps it from being shown."""
        other = self._card is None or self._card.card.picture != card.card.picture
        self._card = card
        self._file.set_text(_where(card))
        if other:
            self._pixmap = None
            self.view.say("")
        self._fetch()

    def say(self, words: str) -> None:
        """Show a sentence in place of the picture, until the next one."""
        self._pixmap = None
        self.view.say(words)

    def show_again(self) -> None:
        """Show the card's picture in place of the sentence."""
        self._pixmap = None
        self._fetch()

    def picture(self) -> QPixmap | None:
        """The picture that is shown; its size in device-independent pixels may differ from the card's own."""
        return self._pixmap

    def _fetch(self) -> None:
        card = self._card
        if card is None or self._pixmap is not None:
            return
        size = QSize(max(1, card.card.width), max(1, card.card.height))
        pixmap = self._pictures.get(card.card.picture, size.boundedTo(QSize(_LONGEST, _LONGEST)))
        if pixmap is not None and not pixmap.isNull():
            self._pixmap = pixmap
            self.view.show_picture(pixmap, QSizeF(size), dark=card.card.dark)
            self.shown.emit()
        elif self._pictures.missing(card.card.picture):
            self.view.say(tr("The picture of this card is missing. What was read is kept."))

    def _loaded(self, sha256: str) -> None:
        if self._card is not None and sha256 == self._card.card.picture:
            self._fetch()

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(2)
        tools.addWidget(self._file, 1)
        tools.addWidget(self.boxes)
        tools.addSpacing(8)
        for button in (self.turn_button, self.out_button, self.in_button, self.fit_button):
            tools.addWidget(button)
        panel = Panel(ground="rail", margin=6)
        panel.body.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(tools)
        column.addWidget(panel, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)


def _where(card: StoredCard) -> str:
    """The file that a card comes from, and which card of it where there are several."""
    place = card.card
    if place.page > 1:
        return tr("{file}, page {page}, card {number}", file=card.scan.name, page=place.page, number=place.number)
    return tr("{file}, card {number}", file=card.scan.name, number=place.number) if place.number > 1 else card.scan.name
