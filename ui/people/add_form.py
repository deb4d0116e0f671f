"""A person typed by hand: the few fields that one knows at once; everything else can be added on their page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from cardkeeper.keys import e164
from cardkeeper.model.people import Contact, Phone, Position
from cardkeeper.translation import tr
from ui.parts import Button, FieldNote, Label, LineField, Panel

_LONGEST: Final = 500


class AddForm(Panel):
    """Name, work, mail and phone in one panel above the table."""

    added = Signal(object)
    """The new `Contact`."""
    cancelled = Signal()

    def __init__(self, region: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=12)
        self._region = region
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        self.body.addLayout(grid)
        self.name = self._field(grid, tr("Name"), 0)
        self.title = self._field(grid, tr("Title"), 1)
        self.company = self._field(grid, tr("Company"), 2)
        self.email = self._field(grid, tr("E-mail"), 3)
        self.phone = self._field(grid, tr("Phone"), 4)
        self.problem = FieldNote()
        self.body.addWidget(self.problem)
        row = QHBoxLayout()
        self.save = Button(tr("Add person"), "primary", keys="Enter", shortcut=False, size="medium")
        self.save.clicked.connect(self.add)
        self.cancel = Button(tr("Cancel"), keys="Esc", shortcut=False, size="medium")
        self.cancel.clicked.connect(self.cancelled)
        row.addWidget(self.save)
        row.addWidget(self.cancel)
        row.addStretch(1)
        self.body.addLayout(row)

    @staticmethod
    def _field(grid: QGridLayout, words: str, column: int) -> LineField:
        field = LineField(name=words)
        field.setMaxLength(_LONGEST)
        label = Label(words, "small", "text2")
        label.setBuddy(field)
        grid.addWidget(label, 0, column)
        grid.addWidget(field, 1, column)
        return field

    def start(self) -> None:
        """Begin with empty fields."""
        for field in self._fields():
            field.clear()
        self.problem.clear()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self) -> None:
        """Hand on the person; somebody without a name needs at least something to be found by."""
        name, title, company, email, phone = (" ".join(field.text().split()) for field in self._fields())
        if not (name or company or email or phone):
            self.problem.error(tr("There is nothing to find this person by. Type a name, company, e-mail or phone."))
            self.name.setFocus()
            return
        self.added.emit(
            Contact(
                name,
                (Position(title, company=company),) if title or company else (),
                emails=(email,) if email else (),
                phones=(Phone(phone, e164=e164(phone, self._region())),) if phone else (),
            )
        )

    def _fields(self) -> tuple[LineField, ...]:
        return self.name, self.title, self.company, self.email, self.phone

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.add()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
