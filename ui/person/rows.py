"""Fields of which a person may have any number: one row for each value, a button that adds one, one that removes it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from cardkeeper.model.people import Phone, PhoneKind, Position
from cardkeeper.translation import tr
from ui.day_field import DayField
from ui.met_fields import CalmChoice
from ui.parts import Button, FieldNote, IconButton, Label, LineField
from ui.person.card_pane import phone_words
from ui.tab_order import chain

LONGEST: Final = 1000
"""Characters in one field; the longest real address has some 300."""


class KeptField(LineField):
    """A field for a text that may hold more than one line can show: left alone, it gives back exactly what it got."""

    def __init__(self, text: str, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        shown = " ".join(text.split())[:LONGEST]
        super().__init__(shown, name=name, hint=hint, exact=True, parent=parent)
        self._got, self._shown = text, shown
        self.setMaxLength(LONGEST)
        self.setCursorPosition(0)

    def value(self) -> str:
        """What was typed, or the untouched text."""
        typed = self.text().strip()
        return self._got if typed == self._shown else " ".join(typed.split())


class TextRow(QWidget):
    """One text."""

    removed = Signal()

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(4)
        self.field = KeptField(text, name)
        self.row.addWidget(self.field, 1)
        self.remove = IconButton("close", tr("Remove {what}", what=text or name), size="medium")
        self.remove.clicked.connect(self.removed)
        self.row.addWidget(self.remove)

    def text(self) -> str:
        return self.field.value()

    def stops(self) -> tuple[QWidget, ...]:
        """The parts that take the keyboard, in order."""
        return self.field, self.remove


class PhoneRow(TextRow):
    """A number and what it is for."""

    def __init__(self, phone: Phone, parent: QWidget | None = None) -> None:
        super().__init__(phone.number, tr("Phone"), parent)
        self._was = phone
        self.kind = CalmChoice(name=tr("What the number is for"))
        for kind in PhoneKind:
            self.kind.addItem(phone_words(Phone("", kind)) or tr("Other"), kind.value)
        self.kind.setCurrentIndex(list(PhoneKind).index(phone.kind))
        self.kind.setMinimumContentsLength(5)
        self.row.insertWidget(1, self.kind)

    def stops(self) -> tuple[QWidget, ...]:
        return self.field, self.kind, self.remove

    def phone(self) -> Phone:
        """The number as it stands; its E.164 form is kept only with the number that it belongs to."""
        kind = PhoneKind(self.kind.currentData())
        same = self.text() == self._was.number
        return Phone(self.text(), kind, self._was.e164 if same else "")


class PositionRow(QWidget):
    """A job: title, department, company, and from when to when."""

    removed = Signal()

    def __init__(self, position: Position, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 8)
        grid.setSpacing(4)
        self.title = KeptField(position.title, tr("Title"), tr("Title"))
        self.department = KeptField(position.department, tr("Department"), tr("Department"))
        self.company = KeptField(position.company, tr("Company"), tr("Company"))
        self.since = DayField(today, name=tr("Since"))
        self.since.set_day(position.since)
        self.until = DayField(today, name=tr("Until"))
        self.until.set_day(position.until)
        self.remove = IconButton("close", tr("Remove {what}", what=position.title or tr("Position")), size="medium")
        self.remove.clicked.connect(self.removed)
        grid.addWidget(self.title, 0, 0, 1, 2)
        grid.addWidget(self.remove, 0, 2)
        grid.addWidget(self.department, 1, 0, 1, 2)
        grid.addWidget(self.company, 2, 0, 1, 2)
        for column, (words, day) in enumerate(((tr("Since"), self.since), (tr("Until"), self.until))):
            label = Label(words, "small", "text2")
            label.setBuddy(day)
            grid.addWidget(label, 3, column)
            grid.addWidget(day, 4, column)

    def stops(self) -> tuple[QWidget, ...]:
        """The parts that take the keyboard, in order."""
        return self.title, self.department, self.company, self.since, self.until, self.remove

    def position(self) -> Position:
        title, department, company = self.title.value(), self.department.value(), self.company.value()
        return Position(title, department, company, self.since.day(), self.until.day())


class RowGroup(QWidget):
    """The rows of one kind under their name, with a line that says what is wrong with one of them."""

    def __init__(self, name: str, add: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        column.addWidget(Label(name, "small_strong", "text2"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        column.addLayout(self._rows)
        self.note = FieldNote()
        column.addWidget(self.note)
        self.add = Button(add, "quiet", icon="plus", size="small")
        column.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignLeft)

    def rows(self) -> list[QWidget]:
        items = (self._rows.itemAt(at) for at in range(self._rows.count()))
        return [row for item in items if item is not None and (row := item.widget()) is not None]

    def stops(self) -> tuple[QWidget, ...]:
        """The parts that take the keyboard, in order."""
        rows = [row for row in self.rows() if isinstance(row, TextRow | PositionRow)]
        return *(stop for row in rows for stop in row.stops()), self.add

    def put(self, row: TextRow | PositionRow, *, focus: bool = False) -> None:
        """Add a row at the end."""
        row.removed.connect(lambda: self._drop(row))
        self._rows.addWidget(row)
        if self.isVisible():
            chain(*self.stops())
        if focus:
            row.setFocusProxy(row.field if isinstance(row, TextRow) else row.title)
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, row: QWidget) -> None:
        self._rows.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)


class TextGroup(RowGroup):
    """Any number of texts of one kind."""

    def __init__(self, name: str, add: str, values: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(name, add, parent)
        for value in values:
            self.put(TextRow(value, name))
        self.add.clicked.connect(lambda: self.put(TextRow("", name), focus=True))

    def values(self) -> tuple[str, ...]:
        """The texts, each once, without empty ones."""
        texts = (row.text() for row in self.rows() if isinstance(row, TextRow))
        return tuple(dict.fromkeys(text for text in texts if text))


class PhoneGroup(RowGroup):
    """Any number of phone numbers."""

    def __init__(self, phones: Sequence[Phone], parent: QWidget | None = None) -> None:
        super().__init__(tr("Phone"), tr("Add a phone"), parent)
        for phone in phones:
            self.put(PhoneRow(phone))
        self.add.clicked.connect(lambda: self.put(PhoneRow(Phone("")), focus=True))

    def values(self) -> tuple[Phone, ...]:
        phones = (row.phone() for row in self.rows() if isinstance(row, PhoneRow))
        return tuple(dict.fromkeys(phone for phone in phones if phone.number))


class PositionGroup(RowGroup):
    """Any number of jobs, newest first."""

    def __init__(self, positions: Sequence[Position], today: date, parent: QWidget | None = None) -> None:
        super().__init__(tr("Positions"), tr("Add a position"), parent)
        for position in positions:
            self.put(PositionRow(position, today))
        self.add.clicked.connect(lambda: self.put(PositionRow(Position(), today), focus=True))

    def values(self) -> tuple[Position, ...]:
        positions = (row.position() for row in self.rows() if isinstance(row, PositionRow))
        return tuple(dict.fromkeys(position for position in positions if position != Position()))
