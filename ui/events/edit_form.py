"""A new event, or one that is changed, in a form that stands in the page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cardkeeper.errors import WorldError, WrongInput
from cardkeeper.library import Library
from cardkeeper.model.people import Event
from cardkeeper.translation import tr
from ui.day_field import DayField
from ui.labelled import Labelled
from ui.parts import Button, FieldNote, LineField, Panel


class EventForm(Panel):
    """Name, day, place, and what it cost to be there."""

    saved = Signal(int)

    def __init__(self, library: Library, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._event = Event("")
        self.name = LineField(name=tr("Name of the event"))
        self.on = DayField(today, name=tr("Day"))
        self.place = LineField(name=tr("Place"))
        self.cost = LineField(name=tr("Cost"), hint=tr("A number, or nothing"))
        for line in (self.name, self.place):
            line.setMaxLength(200)
        self.cost.setMaxLength(20)
        self.note = FieldNote()
        row = QHBoxLayout()
        row.setSpacing(12)
        for words, field, width in (
            (tr("Event"), self.name, 200),
            (tr("Day"), self.on, 160),
            (tr("Place"), self.place, 160),
            (tr("Cost"), self.cost, 100),
        ):
            row.addWidget(Labelled(words, field, width))
        self.save = Button(tr("Save"), "primary")
        self.cancel = Button(tr("Cancel"), "quiet")
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.hide)
        buttons = QHBoxLayout()
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.note)
        self.body.addLayout(buttons)
        self.hide()

    def open_for(self, event: Event) -> None:
        """Change an event; one with id 0 is new."""
        self._event = event
        self.name.setText(event.name)
        self.on.set_day(event.on)
        self.place.setText(event.place)
        self.cost.setText("" if event.cost is None else str(event.cost))
        self.note.clear()
        self.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._save()
            return
        super().keyPressEvent(event)

    def _save(self) -> None:
        try:
            name = " ".join(self.name.text().split())
            if not name:
                raise WrongInput(tr("The event has no name."), tr("Say what it was called."))
            place = " ".join(self.place.text().split())
            event = replace(self._event, name=name, on=self.on.day(), place=place, cost=_cost(self.cost.text()))
            saved = self._library.events.save(event)
        except WorldError as error:
            self.note.error(str(error))
            return
        self.hide()
        self.saved.emit(saved)


def _cost(text: str) -> Decimal | None:
    """A cost as it was typed, with a point or a comma. Raises WrongInput for what is no number."""
    typed = "".join(text.split()).replace(",", ".")
    if not typed:
        return None
    try:
        cost = Decimal(typed)
    except InvalidOperation as error:
        raise WrongInput(tr("“{cost}” is no number.", cost=text.strip()), tr("Type it like 12.50.")) from error
    if not cost.is_finite() or cost < 0:
        raise WrongInput(tr("“{cost}” is no cost.", cost=text.strip()), tr("Type it like 12.50."))
    return cost
