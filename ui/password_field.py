"""A field for a password, which an eye shows as it is typed, and what is said of one that is easy to guess."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cardkeeper.translation import tr
from ui.parts import IconButton, LineField

_VERY_SHORT: Final = 8
_SHORT: Final = 14
"""Letters; four plain words have more."""


def strength_words(password: str) -> str:
    """A hint, never a rule; empty where there is nothing to say."""
    if not password:
        return ""
    if len(password) < _VERY_SHORT:
        return tr("Very short: a machine guesses it in moments. Four words that don’t belong together are good.")
    if len(password) < _SHORT:
        return tr("Rather short. Four words that don’t belong together are good.")
    return ""


class PasswordField(QWidget):
    """One line in dots, and the eye beside it."""

    entered = Signal()
    """Enter was pressed."""
    edited = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = LineField(name=name)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.eye = IconButton("eye-outline", tr("Show the password"))
        self.eye.setCheckable(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self.eye)
        self.setFocusProxy(self.line)
        self.line.returnPressed.connect(self.entered)
        self.line.textEdited.connect(self._edited)
        self.eye.toggled.connect(self._show)

    def text(self) -> str:
        return self.line.text()

    def clear(self) -> None:
        """Nothing typed, nothing wrong, nothing to be seen."""
        self.line.clear()
        self.line.set_state("normal")
        self.eye.setChecked(False)

    def set_error(self) -> None:
        """What was typed is wrong: it is marked, to be typed over."""
        self.line.set_state("error")
        self.line.setFocus()
        self.line.selectAll()

    def _edited(self, _text: str) -> None:
        self.line.set_state("normal")
        self.edited.emit()

    def _show(self, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        name = tr("Hide the password") if shown else tr("Show the password")
        self.eye.setAccessibleName(name)
        self.eye.setToolTip(name)
        self.eye.set_icon("eye-off-outline" if shown else "eye-outline")
