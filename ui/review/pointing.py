"""What pointing at the card does to the form: lines go into fields, values to other fields, doubts are settled."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from cardkeeper import review
from cardkeeper.model.drafts import FieldName
from cardkeeper.review import Offer
from ui.card_view import Place
from ui.review.editing import Editing, Spot
from ui.review.form import FIELDS, Form
from ui.review.panes import CardPane


class Pointing(QObject):
    """Takes clicks on the card and the options beside it, and leaves the keyboard where the text went."""

    def __init__(self, editing: Editing, pane: CardPane, form: Form) -> None:
        super().__init__(pane)
        self._editing, self._pane, self._form = editing, pane, form
        pane.picture.view.clicked.connect(self._point)
        pane.picture.view.menu_asked.connect(self._offer_fields)
        pane.choices.confirmed.connect(self._confirm)
        pane.choices.taken.connect(self._take)
        pane.choices.nothing_there.connect(self._nothing_there)

    def _point(self, place: Place, where: QPoint) -> None:
        """A click on a place leads to its field; where that has the keyboard already, it asks for another field.

        A line that is not used goes into the field with the keyboard where that is empty or an address, which has
        several lines; else it is asked which field it is.
        """
        key, here = place.key, self._form.current
        value = self._editing.value(here)
        takes = value is None or not value.text.strip() or here.field is FieldName.ADDRESS
        if isinstance(key, Spot) and key != here:
            self._form.focus(key)
        elif isinstance(key, Offer) and takes:
            self._take(here, key)
        else:
            self._offer_fields(place, where)

    def _confirm(self, spot: Spot) -> None:
        self._editing.confirm(spot)
        self._go_on()

    def _take(self, spot: Spot, offer: Offer) -> None:
        """Take what was offered; another line may belong there too, another reading settles a doubt."""
        value = self._editing.value(spot)
        doubted = value is not None and value.needs_look
        self._form.focus(self._editing.take(spot, offer))
        if doubted and offer.line is None:
            self._form.next_look()

    def _nothing_there(self, field: FieldName) -> None:
        self._editing.dismiss(field)
        self._go_on()

    def _go_on(self) -> None:
        """From a doubt that is settled to the next one."""
        self._form.focus(self._form.current)
        self._form.next_look()

    def _offer_fields(self, place: Place, where: QPoint) -> None:
        """The menu of a place on the card: what it is."""
        menu = QMenu(self._pane)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        one = QActionGroup(menu)
        for field in FIELDS:
            action = one.addAction(menu.addAction(review.field_words(field)))
            action.setCheckable(True)
            action.setChecked(isinstance(place.key, Spot) and place.key.field is field)
            action.triggered.connect(partial(self._put_into, place, field))
        menu.popup(where)

    def _put_into(self, place: Place, field: FieldName, *_: object) -> None:
        """Put what stands at a place of the card into a field."""
        what = self._line_at(place) or place.key
        if isinstance(what, Offer):
            self._take(Spot(field, len(self._editing.draft.all(field))), what)
        elif isinstance(what, Spot) and what.field is not field:
            self._editing.move(what, field)
            self._form.focus(Spot(field, max(0, len(self._editing.draft.all(field)) - 1)))

    def _line_at(self, place: Place) -> Offer | None:
        """The line of an address that was pointed at; of all else the whole value is meant."""
        card = self._editing.card
        if card is None or not isinstance(place.key, Spot) or place.key.field is not FieldName.ADDRESS:
            return None
        value, lines = self._editing.value(place.key), card.reading.lines
        if value is None or len(value.lines) < 2:
            return None
        line = max(value.lines, key=lambda line: lines[line].box.shared_area(place.box))
        return Offer(lines[line].text.strip(), line=line)
