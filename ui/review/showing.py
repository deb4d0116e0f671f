"""Which side of the card under review is shown, what lights on it, and what is done to its picture."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, QSize, QSizeF, SignalInstance
from PySide6.QtGui import QPixmap

from cardkeeper import review
from cardkeeper.model.cards import StoredCard
from cardkeeper.model.geometry import Quad, Side
from cardkeeper.model.progress import PageDrawn
from cardkeeper.translation import tr
from ui.review.editing import Editing, Spot
from ui.review.panes import CardPane
from ui.review.places import around, places_of, side_of


class LooksAgain(Protocol):
    """What is asked of `ui.jobs.Again`."""

    @property
    def page_drawn(self) -> SignalInstance: ...
    @property
    def failed(self) -> SignalInstance: ...
    def turn(self, card: StoredCard, side: Side, degrees: int) -> None: ...
    def frame(self, card: StoredCard, side: Side, quad: Quad) -> None: ...
    def frame_beside(self, card: StoredCard, side: Side, quad: Quad) -> None: ...
    def draw_page(self, card: StoredCard, side: Side) -> None: ...


class Showing(QObject):
    """Keeps the picture, its marks and the enlarged line in step with the draft and with where the keyboard is."""

    def __init__(self, editing: Editing, pane: CardPane, again: LooksAgain) -> None:
        super().__init__(pane)
        self._editing, self._pane, self._again = editing, pane, again
        self.side = Side.FRONT
        self._page_of = 0
        picture = pane.picture
        picture.turned.connect(self._turn)
        picture.framed.connect(self._frame)
        picture.found.connect(self._frame_beside)
        picture.page_wanted.connect(self._ask_for_page)
        picture.side_chosen.connect(self.show_side)
        again.page_drawn.connect(self._show_page)
        again.failed.connect(self._give_up)

    def open(self, card: StoredCard) -> None:
        """Show a card from its front."""
        self.side = Side.FRONT
        self._page_of = 0
        self._pane.picture.close_edges()
        self._pane.picture.show_card(card, self.side)

    def follow(self, card: StoredCard) -> None:
        """Show the same card as the library has it now."""
        self.side = self.side if card.back else Side.FRONT
        self._pane.picture.show_card(card, self.side)

    def show_side(self, side: Side) -> None:
        """Show a side of the card."""
        card = self._editing.card
        if card is not None and (card.back or side is Side.FRONT):
            self.side = side
            self._pane.picture.show_card(card, side)
            self.show_draft()

    def flip(self) -> None:
        """Show the other side."""
        self.show_side(Side.FRONT if self.side is Side.BACK else Side.BACK)

    def show_draft(self) -> None:
        """Mark the places of the draft."""
        card = self._editing.card
        if card is not None:
            self._pane.picture.view.show_places(places_of(self._editing.draft, card.reading, self.side))

    def show_spot(self, spot: Spot, *, scroll: bool) -> None:
        """Light the places of a field on the side where it stands, enlarge its line, and offer what it may say."""
        card = self._editing.card
        if card is None:
            return
        draft, value = self._editing.draft, self._editing.value(spot)
        if scroll and side_of(value, self.side) is not self.side:
            self.show_side(side_of(value, self.side))
        picture, cut = self._pane.picture, card.side(self.side)
        picture.view.light(spot, scroll=scroll)
        choices = self._pane.choices
        choices.enlarged.show_part(picture.picture(), QSize(cut.width, cut.height), around(value, self.side))
        choices.show_spot(spot, draft, review.offers(draft, card.reading, spot.field, spot.index))

    def _turn(self, degrees: int) -> None:
        card = self._kept(tr("Turning the card and reading it again"))
        if card is not None:
            self._again.turn(card, self.side, degrees)

    def _frame(self, quad: Quad) -> None:
        card = self._kept(tr("Cutting the card out and reading it again"))
        if card is not None:
            self._again.frame(card, self.side, quad)

    def _frame_beside(self, quad: Quad) -> None:
        card = self._editing.card
        if card is not None:
            self._again.frame_beside(card, self.side, quad)

    def _ask_for_page(self) -> None:
        card = self._editing.card
        if card is not None:
            self._page_of = card.id
            self._again.draw_page(card, self.side)

    def _show_page(self, card_id: int, page: PageDrawn) -> None:
        """The page that was asked for has come; a person who has gone on meanwhile does not want it any more."""
        if card_id == self._page_of:
            self._page_of = 0
            drawn = QPixmap()
            drawn.loadFromData(page.picture)
            self._pane.picture.show_page(drawn, QSizeF(page.width, page.height))

    def _give_up(self, card_id: int) -> None:
        card = self._editing.card
        if card is not None and card.id == card_id:
            self._pane.picture.show_again()

    def _kept(self, words: str) -> StoredCard | None:
        """The card with all that was typed, and words in the place of its picture until it was read again."""
        self._editing.keep()
        if self._editing.card is not None:
            self._pane.picture.say(words)
        return self._editing.card
