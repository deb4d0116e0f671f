"""The card of the review with what one does to its picture: zoom, turn, cut anew, see the other side."""

from __future__ import annotations

from PySide6.QtCore import QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QApplication, QCheckBox, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from cardkeeper.model.cards import Card, StoredCard
from cardkeeper.model.geometry import Quad, Side
from cardkeeper.translation import tr
from ui.card_view import CardView
from ui.parts import ElidedLabel, IconButton, Panel, Segments
from ui.pictures import Pictures
from ui.review.edges import EdgesPane

_LONGEST: int = 2400
"""Pixels of the longer side beyond which a card's picture is shown smaller than it is kept."""


class PicturePane(QWidget):
    """The picture and its tools. Loads beside the interface's thread; says so when there is none."""

    turned = Signal(int)
    """A person wants the card turned by so many degrees clockwise."""
    shown = Signal()
    """The picture of the card has come."""
    side_chosen = Signal(object)
    """The `Side` of the card that a person wants to see."""
    separated = Signal()
    """Front and back are to be two cards."""
    joined = Signal()
    """The card and the next one are front and back."""
    page_wanted = Signal()
    """The page of this side, to draw the card's edges on it."""
    framed = Signal(object)
    """The `Quad` on the page along which the card is to be cut anew."""
    found = Signal(object)
    """The `Quad` on the page of a card that was overlooked."""
    edges_left = Signal()
    """No edges are to be drawn any more."""

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._card: StoredCard | None = None
        self._side = Side.FRONT
        self._pixmap: QPixmap | None = None
        self.view = CardView()
        self.view.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.edges = EdgesPane()
        self.sides = Segments([(Side.FRONT, tr("Front"), ""), (Side.BACK, tr("Back"), "")], tr("Side of the card"))
        self.sides.setToolTip(tr("The other side (F3)"))
        self.sides.chosen.connect(lambda value: self.side_chosen.emit(Side(value)))
        self.separate_button = IconButton("call-split", tr("Separate front and back"), size="medium")
        self.separate_button.clicked.connect(self.separated)
        self.join_button = IconButton(
            "card-multiple-outline", tr("The next card is the back of this one"), keys="Ctrl+J", size="medium"
        )
        self.join_button.clicked.connect(self.joined)
        self._file = ElidedLabel("", "small", "text2")
        self.boxes = QCheckBox(tr("Boxes"))
        self.boxes.setChecked(True)
        self.boxes.setToolTip(tr("Show the places of the fields (Ctrl+B)"))
        self.boxes.toggled.connect(self.view.set_boxes_shown)
        self.turn_button = IconButton("rotate-right", tr("Turn right"), keys="Ctrl+R", size="medium")
        self.turn_button.clicked.connect(lambda: self.turned.emit(90))
        self.edges_button = IconButton("crop", tr("Set the edges of the card"), keys="Ctrl+E", size="medium")
        self.edges_button.clicked.connect(self.page_wanted)
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

    def show_card(self, card: StoredCard, side: Side) -> None:
        """Show the picture of a side of a card, or what keeps it from being shown."""
        cut = card.side(side)
        other = self._card is None or self._card.side(self._side).picture != cut.picture
        self._card, self._side = card, side
        self._file.set_text(_where(card, side))
        self.sides.setVisible(card.back is not None)
        self.separate_button.setVisible(card.back is not None)
        self.sides.set_value(side)
        if other:
            self._pixmap = None
            self.view.say("")
            self.close_edges()
        self._fetch()

    def show_page(self, page: QPixmap, size: QSizeF) -> None:
        """Show the page that the side was cut from, in pixels of its own size, with the card's edges to be moved."""
        if self._card is not None:
            self.edges.view.show_page(page, size, self._card.side(self._side).quad)
            self._stack.setCurrentWidget(self.edges)
            self.edges.view.setFocus()

    def close_edges(self) -> None:
        """Show the card again in place of its page."""
        if self._stack.currentWidget() is self.edges:
            had_keyboard = self.edges.isAncestorOf(QApplication.focusWidget() or self)
            self._stack.setCurrentWidget(self.view)
            if had_keyboard:
                self.edges_left.emit()

    def say(self, words: str) -> None:
        """Show a sentence in place of the picture, until the next one."""
        self._pixmap = None
        self.view.say(words)

    def show_again(self) -> None:
        """Show the card's picture in place of the sentence."""
        self._pixmap = None
        self._fetch()

    def cut_out(self) -> Card | None:
        """The side that is shown."""
        return self._card.side(self._side) if self._card else None

    def picture(self) -> QPixmap | None:
        """The picture that is shown; its size in device-independent pixels may differ from the card's own."""
        return self._pixmap

    def _fetch(self) -> None:
        cut = self.cut_out()
        if cut is None or self._pixmap is not None:
            return
        size = QSize(max(1, cut.width), max(1, cut.height))
        pixmap = self._pictures.get(cut.picture, size.boundedTo(QSize(_LONGEST, _LONGEST)))
        if pixmap is not None and not pixmap.isNull():
            self._pixmap = pixmap
            self.view.show_picture(pixmap, QSizeF(size), dark=cut.dark)
            self.shown.emit()
        elif self._pictures.missing(cut.picture):
            self.view.say(tr("The picture of this card is missing. What was read is kept."))

    def _loaded(self, sha256: str) -> None:
        cut = self.cut_out()
        if cut is not None and sha256 == cut.picture:
            self._fetch()

    def _take_edges(self, quad: Quad) -> None:
        self.close_edges()
        self.framed.emit(quad)

    def _take_found(self, quad: Quad) -> None:
        self.close_edges()
        self.found.emit(quad)

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(2)
        tools.addWidget(self.sides)
        tools.addWidget(self.separate_button)
        tools.addWidget(self.join_button)
        tools.addSpacing(6)
        tools.addWidget(self._file, 1)
        tools.addWidget(self.boxes)
        tools.addSpacing(8)
        for button in (self.turn_button, self.edges_button, self.out_button, self.in_button, self.fit_button):
            tools.addWidget(button)
        panel = Panel(ground="rail", margin=6)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.edges)
        panel.body.addWidget(self._stack)
        self.edges.taken.connect(self._take_edges)
        self.edges.found.connect(self._take_found)
        self.edges.left.connect(self.close_edges)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(tools)
        column.addWidget(panel, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)


def _where(card: StoredCard, side: Side) -> str:
    """The file that a side comes from, and which card of it where there are several."""
    place, name = card.side(side), card.file(side).name
    if place.page > 1:
        return tr("{file}, page {page}, card {number}", file=name, page=place.page, number=place.number)
    return tr("{file}, card {number}", file=name, number=place.number) if place.number > 1 else name
