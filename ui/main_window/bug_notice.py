"""What the window says when the program itself has made a mistake."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from cardkeeper.translation import tr
from ui.parts import Button, Notice


class BugNotice(Notice):
    """Says so in the page, and copies a report that holds no word of any card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "error",
            tr("Something went wrong inside Cardkeeper."),
            tr("What you did last may not be done. The report names places in the program, and nothing of yours."),
            dismissable=True,
            parent=parent,
        )
        self._report = ""
        self.copy_button = Button(tr("Copy report"), size="medium", icon="content-copy")
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._report))
        self.add_button(self.copy_button)

    def show_report(self, report: str) -> None:
        self._report = report
        self.show()
