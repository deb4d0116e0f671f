"""What is asked to set, change or take away a password: the present one, the new one twice, what becomes of backups."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from cardkeeper.errors import WorldError
from cardkeeper.translation import tr, trn
from ui import theme
from ui.flow import flowing
from ui.parts import Button, FieldNote, Label
from ui.password_field import PasswordField, strength_words
from ui.questions import Question

_WIDEST: Final = 440


class PasswordQuestion(Question):
    """The password of a backup that has one of its own."""

    given = Signal(str)

    def __init__(self, words: str, do: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.field = PasswordField(tr("Password"))
        self.field.entered.connect(self._give)
        self.do = Button(do, "primary", size="medium")
        self.do.clicked.connect(self._give)
        self.add(self.field)
        self.add(self.do)
        self.add_way_back()

    def _give(self) -> None:
        if self.field.text():
            self.given.emit(self.field.text())


@dataclass(frozen=True, slots=True)
class Asked:
    """What a form asks for."""

    do: str
    """The words of the button."""
    present: bool = False
    """The password that the library has."""
    new: bool = False
    open_backups: int = 0
    """How many earlier backups could be sealed, too."""


class PasswordForm(QWidget):
    """Fields under each other; Enter goes on to the next one and at last does it, Esc takes it back."""

    given = Signal()
    cancelled = Signal()

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.present, self.new, self.again = (
            PasswordField(name) for name in (tr("Present password"), tr("New password"), tr("New password once more"))
        )
        self.present_note, self.hint, self.note = FieldNote(), FieldNote(), FieldNote()
        count = asked.open_backups
        self.backups = QCheckBox(
            trn("Seal {count} earlier backup, too", "Seal {count} earlier backups, too", count) if count else ""
        )
        self.backups.setChecked(True)
        self.do = Button(asked.do, "primary")
        self.back = Button(tr("Cancel"))
        self._asked = asked
        self._arrange()
        self._restyle()
        theme.notifier().changed.connect(self._restyle)
        self.new.edited.connect(self._look)
        self.again.edited.connect(self.note.clear)
        self.present.edited.connect(self.present_note.clear)
        self.do.clicked.connect(self._give)
        self.back.clicked.connect(self.cancelled)

    def start(self) -> None:
        """Put the keyboard into the first field."""
        self._fields()[0].line.setFocus()

    def set_busy(self, *, busy: bool) -> None:
        self.do.setEnabled(not busy)

    def show_error(self, error: WorldError) -> None:
        """The present password was wrong."""
        self.set_busy(busy=False)
        self.present_note.error(str(error))
        self.present.set_error()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            return
        super().keyPressEvent(event)

    def _fields(self) -> list[PasswordField]:
        present = [self.present] if self._asked.present else []
        return present + ([self.new, self.again] if self._asked.new else [])

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        notes = {self.present: self.present_note, self.new: self.hint, self.again: self.note}
        fields = self._fields()
        for field in fields:
            label = Label(field.line.accessibleName(), "small", "text2")
            label.setBuddy(field.line)
            for part in (label, field, notes[field]):
                column.addWidget(part)
        for field, following in pairwise(fields):
            field.entered.connect(following.line.setFocus)
        fields[-1].entered.connect(self._give)
        if self._asked.new:
            column.addSpacing(8)
            column.addWidget(
                Label(tr("If you forget it, nobody can open this library again, not even us."), "strong", wrap=True)
            )
        if self._asked.open_backups:
            column.addWidget(self.backups)
        column.addSpacing(8)
        column.addWidget(flowing(self.do, self.back))

    def _restyle(self) -> None:
        self.setMaximumWidth(theme.px(_WIDEST))

    def _look(self) -> None:
        words = strength_words(self.new.text())
        if words:
            self.hint.warn(words)
        else:
            self.hint.clear()
        self.note.clear()

    def _give(self) -> None:
        if not self.do.isEnabled():
            return
        if self._asked.present and not self.present.text():
            self.present.line.setFocus()
        elif self._asked.new and not self.new.text():
            self.new.line.setFocus()
        elif self._asked.new and self.new.text() != self.again.text():
            self.note.error(tr("The two are not the same. Type it once more."))
            self.again.set_error()
        else:
            self.set_busy(busy=True)
            self.given.emit()
