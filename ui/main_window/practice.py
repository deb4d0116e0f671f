"""What stands over the pages of the practice library: that these people are made up, and the way to be rid of them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cardkeeper.translation import tr
from ui.libraries import Libraries
from ui.parts import Button, Notice


class PracticeNotice(Notice):
    """Shown only while the practice library is open."""

    removed = Signal()
    """The window is to be closed, and the library with it."""

    def __init__(self, libraries: Libraries, parent: QWidget | None = None) -> None:
        super().__init__(
            "info",
            tr("These people are made up."),
            tr("This is a practice library, apart from yours: try out whatever you like."),
            icon="account-multiple-plus-outline",
            parent=parent,
        )
        self._libraries = libraries
        self.folder_to_remove: Path | None = None
        self.remove_button = Button(tr("Remove the practice library"), size="medium")
        self.remove_button.clicked.connect(self.remove)
        self.add_button(self.remove_button)

    def remove(self) -> None:
        """Close the window; whoever has opened it removes the folder afterwards."""
        self.folder_to_remove = self._libraries.practice
        self.removed.emit()
