"""What the window says when the program itself has made a mistake."""

from __future__ import annotations

import platform
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from cardkeeper import __version__
from cardkeeper.errors import LibraryError
from cardkeeper.files import write_whole
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
        self.save_button = Button(tr("Save report"), size="medium", icon="content-save-outline")
        self.save_button.clicked.connect(self.ask_where)
        self.add_button(self.save_button)
        self.copy_button = Button(tr("Copy report"), size="medium", icon="content-copy")
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report()))
        self.add_button(self.copy_button)

    def show_report(self, report: str) -> None:
        self._report = report
        self.show()

    def ask_where(self) -> None:
        """Let a person choose a file for the report, without stopping the window meanwhile."""
        dialog = QFileDialog(self, tr("Save report"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.selectFile("cardkeeper-report.txt")
        dialog.fileSelected.connect(self.save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, name: str) -> None:
        """Put the report into this file."""
        try:
            write_whole(Path(name), self.report().encode())
        except LibraryError as error:
            self.set_message(error.message, error.remedy)

    def report(self) -> str:
        """What happened where, and in which versions."""
        versions = (
            f"Cardkeeper {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
        )
        return f"{versions}\n\n{self._report}\n"
