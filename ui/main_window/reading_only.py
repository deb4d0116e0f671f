"""What stands over the pages of a library that lies where nothing can be written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from cardkeeper.translation import tr
from ui.parts import Notice


class ReadingOnlyNotice(Notice):
    """Shown as long as such a library is open; whatever would change it is answered with a sentence."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(
            "warn",
            tr("This library can only be read."),
            tr(
                "Nothing can be written to {folder}. You can look at everything and export it; to change something,"
                " see that the folder can be written, and open it again.",
                folder=folder,
            ),
            icon="lock-outline",
            parent=parent,
        )
