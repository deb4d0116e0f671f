"""What pointing at the card does to the form: lines go into fields, values to other fields, doubts are settled."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from cardkeeper.model.drafts import FieldName
from cardkeeper.translation import tr
from ui import card_words
from ui.review.editing import Editing, Spot
from ui.review.form import FIELDS, Form
from ui.review.panes import CardPane
from ui.review.places import UnusedLine


class Pointing(QObject):
    """Takes clicks on the card and the options beside it, and leaves the keyboard where the text went."""

    def __init__(self, editing: Editing, pane: CardPane, form: Form) -> None:
        super().__init__(pane)
        self._editing, self._pane, self._form = editing, pane, form
        pane.picture.view.clicked.connect(self._point)
        pane.picture.view.menu_asked.connect(self._offer_fields)
        pane.choices.chosen.connect(self._choose)
        pane.choices.nothing_there.connect(self._nothing_there)
        pane.choices.line_taken.connect(self._take_line)

    def _point(self, key: object) -> None:
        """A click on a place: its field gets the keyboard, a line that is not used goes into the field that has it."""
        if isinstance(key, Spot):
            self._form.focus(key)
        elif isinstance(key, UnusedLine):
            self._take_line(key.line)

    def _take_line(self, line: int) -> None:
        self._form.focus(self._editing.assign(line, self._form.current))

    def _choose(self, spot: Spot, text: str) -> None:
        self._editing.choose(spot, text)
        self._form.focus(self._form.current)

    def _nothing_there(self, field: FieldName) -> None:
        self._editing.dismiss(field)
        self._form.focus(self._form.current)

    def _offer_fields(self, key: object, where: QPoint) -> None:
        """The menu of a place on the card: into which field it belongs."""
        menu = QMenu(self._pane)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for field in FIELDS:
            action = menu.addAction(tr("Put into {field}", field=card_words.short_field_words(field)))
            action.triggered.connect(partial(self.put_into, key, field))
            action.setEnabled(not isinstance(key, Spot) or key.field is not field)
        menu.popup(where)

    def put_into(self, key: object, field: FieldName, *_: object) -> None:
        """Put what stands at a place of the card into a field."""
        if isinstance(key, Spot):
            self._editing.move(key, field)
            self._form.focus(Spot(field, max(0, len(self._editing.draft.all(field)) - 1)))
        elif isinstance(key, UnusedLine):
            self._form.focus(self._editing.assign(key.line, Spot(field, len(self._editing.draft.all(field)))))
