"""A field with its name above it, for forms whose fields stand side by side."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.parts import Label


class Labelled(QWidget):
    """A field under its name; grows with the room there is, from `width` pixels (at 100 % text) on."""

    def __init__(self, name: str, field: QWidget, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width, self._field = width, field
        column = QVBoxLayout(self)
        # The ring around a field that has the keyboard needs room below it; beside it there is some around the form.
        column.setContentsMargins(0, 0, 0, 3)
        column.setSpacing(4)
        self._label = Label(name, "body", "text2")
        self._label.setBuddy(field)
        column.addWidget(self._label)
        column.addWidget(field)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(field)
        self._restyle()
        theme.notifier().changed.connect(self._restyle)

    def set_name(self, name: str) -> None:
        """Call the field something else."""
        self._label.set_text(name)
        self._field.setAccessibleName(name)

    def _restyle(self) -> None:
        self.setMinimumWidth(theme.px(self._width))
