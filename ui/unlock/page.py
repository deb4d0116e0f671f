"""Asks for the password of a library before anything of it is shown."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from cardkeeper.errors import WorldError
from cardkeeper.translation import tr
from ui.parts import Button, ElidedLabel, FieldNote, Label
from ui.password_field import PasswordField
from ui.unlock.ground import LonePanel


class UnlockPage(LonePanel):
    """The password, Enter, and the library opens; a wrong one is said so, and typed over."""

    entered = Signal(str)
    """What was typed."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__("lock-outline", tr("This library has a password"), parent)
        self.field = PasswordField(tr("Password"))
        self.note = FieldNote()
        self.button = Button(tr("Open"), "primary")
        label = Label(tr("Password"), "small", "text2")
        label.setBuddy(self.field.line)
        place = ElidedLabel(str(folder), "small", "text2")
        place.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        lost = Label(
            tr("If you forget it, nobody can open this library again, not even us."), "small", "text2", wrap=True
        )
        for part in (place, label, self.field, self.note, self.button, lost):
            self.body.addWidget(part)
        self.field.entered.connect(self._enter)
        self.button.clicked.connect(self._enter)
        self.field.edited.connect(self.note.clear)

    def take_focus(self) -> None:
        self.field.line.setFocus()

    def set_busy(self, *, busy: bool) -> None:
        """While a password is tried, which takes a moment on purpose."""
        self.button.setEnabled(not busy)
        self.field.line.setReadOnly(busy)

    def show_error(self, error: WorldError) -> None:
        """Say what is wrong, and let it be typed again."""
        self.set_busy(busy=False)
        self.note.error(str(error))
        self.field.set_error()

    def _enter(self) -> None:
        if self.button.isEnabled() and self.field.text():
            self.set_busy(busy=True)
            self.entered.emit(self.field.text())
