"""The fields that ask where and how somebody was met, for a whole drop and for one card alike."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCompleter, QWidget

from cardkeeper.library import Library
from cardkeeper.model.people import Event, How, MetContext
from cardkeeper.translation import tr
from ui import wording
from ui.day_field import DayField
from ui.parts import Choice, LineField

_OFFERED: Final = 8
"""How many known people the field "through" offers at once."""


class CalmChoice(Choice):
    """A choice that scrolling over it does not change."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class EventField(CalmChoice):
    """A known event or a new name; `event_chosen` tells a known one that a person took."""

    event_chosen = Signal(object)
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(editable=True, name=tr("Event"), parent=parent)
        self._events: tuple[Event, ...] = ()
        self.setMinimumContentsLength(12)
        self.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._completed)
        self.setCompleter(completer)
        self.activated.connect(self._taken)
        line = self.lineEdit()
        if line is not None:
            line.setPlaceholderText(tr("Event or occasion"))
            line.textEdited.connect(self.edited)

    def offer(self, events: Sequence[Event]) -> None:
        """Offer these known events, keeping what stands in the field."""
        if tuple(events) == self._events:
            return
        text = self.currentText()
        self._events = tuple(events)
        self.clear()
        for event in self._events:
            self.addItem(event.name)
        self.set_text(text)

    def text(self) -> str:
        return self.currentText().strip()

    def set_text(self, text: str) -> None:
        """Show a name, without telling it as a person's; what is being typed keeps its cursor."""
        if text != self.currentText():
            self.setCurrentIndex(next((at for at, event in enumerate(self._events) if event.name == text), -1))
            self.setEditText(text)

    def _completed(self, name: object) -> None:
        """Qt tells the text, or the line of the model, by the way it was taken."""
        if isinstance(name, str):
            self._taken(self.findText(name))

    def _taken(self, index: int) -> None:
        self.edited.emit()
        if 0 <= index < len(self._events):
            self.event_chosen.emit(self._events[index])


class HowField(CalmChoice):
    """How somebody was met; nothing where nobody said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(name=tr("How you met"), parent=parent)
        self.addItem(tr("Not said"), None)
        for how in How:
            self.addItem(wording.how_words(how), how)

    def how(self) -> How | None:
        chosen = self.currentData()
        return How(chosen) if chosen else None

    def set_how(self, how: How | None) -> None:
        self.setCurrentIndex(next(at for at in range(self.count()) if self.itemData(at) == how))


class ThroughField(LineField):
    """Through whom somebody was met: a known person, offered while typing, or any other name."""

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(hint=tr("Nobody"), name=tr("Through whom you met"), parent=parent)
        self._library = library
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.textEdited.connect(self._look_up)

    def _look_up(self, text: str) -> None:
        found = self._library.people.find(text)[:_OFFERED] if len(text.strip()) > 1 else ()
        names = [self._library.people.get(contact_id).name for contact_id in found]
        self._names.setStringList(list(dict.fromkeys(name for name in names if name)))


class MetFields(QObject):
    """The widgets of one answer to "where did you meet"; whoever makes them lays them out."""

    changed = Signal()
    """A person changed something."""

    def __init__(self, library: Library, today: date, parent: QWidget, *, short: bool = False) -> None:
        """`short`: the day is told without what goes without saying, where there is little room."""
        super().__init__(parent)
        self.occasion = EventField(parent)
        self.day = DayField(today, name=tr("Date"), short=short, parent=parent)
        self.place = LineField(hint=tr("Town or venue"), name=tr("Place"), parent=parent)
        self.how = HowField(parent)
        self.through = ThroughField(library, parent)
        self.about = LineField(hint=tr("What you talked about"), name=tr("Talked about"), parent=parent)
        self.occasion.edited.connect(self.changed)
        self.occasion.event_chosen.connect(self._fill_from)
        self.day.day_chosen.connect(self.changed)
        self.how.activated.connect(self.changed)
        for line in (self.place, self.through, self.about):
            line.textEdited.connect(self.changed)
        self.through.completer().activated.connect(self.changed)

    def widgets(self) -> tuple[QWidget, ...]:
        """All of them, in the order of the keyboard."""
        return self.occasion, self.day, self.place, self.how, self.through, self.about

    def value(self) -> MetContext:
        """What the fields say."""
        return MetContext(
            event=self.occasion.text(),
            on=self.day.day(),
            place=self.place.text().strip(),
            how=self.how.how(),
            through=self.through.text().strip(),
            about=self.about.text().strip(),
        )

    def show_value(self, context: MetContext) -> None:
        """Show an answer; fields that say it already are left alone, so that typing goes on undisturbed."""
        if context == self.value():
            return
        self.occasion.set_text(context.event)
        self.day.set_day(context.on)
        self.how.set_how(context.how)
        shown = ((self.place, context.place), (self.through, context.through), (self.about, context.about))
        for line, text in shown:
            if line.text().strip() != text:
                line.setText(text)
                line.setCursorPosition(0)

    def _fill_from(self, event: Event) -> None:
        """A known event brings its day and its place."""
        if event.on is not None:
            self.day.set_day(event.on)
        if event.place:
            self.place.setText(event.place)
        self.changed.emit()
