"""The program's log, its newest lines last: what one is asked for when something went wrong."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cardkeeper import paths
from cardkeeper.translation import tr
from ui import links
from ui.flow import flowing
from ui.parts import Button, Label, SectionTitle, TextField

_TAIL: Final = 64 * 1024
"""Bytes: some hundreds of lines."""


def newest_lines(folder: Path) -> str:
    """The end of the log; empty where there is none or it can't be read."""
    try:
        with (folder / "cardkeeper.log").open("rb") as log:
            log.seek(max(0, log.seek(0, os.SEEK_END) - _TAIL))
            text = log.read().decode("utf-8", "replace")
    except OSError:
        return ""
    return text if len(text) < _TAIL else text.partition("\n")[2]


class LogView(QWidget):
    """The log, to be read and copied; it holds no word of any card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = TextField(name=tr("Log"))
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(TextField.LineWrapMode.NoWrap)
        self.copy_button = Button(tr("Copy"), icon="content-copy", size="medium")
        self.folder_button = Button(tr("Open the folder"), icon="folder-open-outline", size="medium")
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        self.folder_button.clicked.connect(lambda: links.open_url(QUrl.fromLocalFile(str(paths.log_folder()))))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 4, 24, 24)
        column.setSpacing(8)
        column.addWidget(SectionTitle(tr("Log")))
        words = tr(
            "It names places in the program, counts and times. No word of a card and nobody’s name stands in it."
        )
        column.addWidget(Label(words, "body", "text2", wrap=True))
        column.addWidget(self.text, 1)
        column.addWidget(flowing(self.copy_button, self.folder_button))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.text.setPlainText(newest_lines(paths.log_folder()) or tr("Nothing was written yet."))
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.maximum())
