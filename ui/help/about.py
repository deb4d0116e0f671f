"""What the program is made of, with versions; the readers are asked in a process of their own."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import PySide6
from PySide6.QtCore import QProcess, Qt, qVersion
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QVBoxLayout, QWidget

from cardkeeper import __version__
from cardkeeper.translation import tr
from ui import programs
from ui.flow import flowing
from ui.parts import Button, Label, SectionTitle


class AboutView(QWidget):
    """The versions, to be read and copied; also what a report about a mistake begins with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: QProcess | None = None
        self._lines: dict[str, str] = {
            "Cardkeeper": __version__,
            "Qt": qVersion(),
            "PySide6": PySide6.__version__,
            tr("Style"): (QApplication.style().metaObject().className() or "").rpartition("::")[2],
        }
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.copy_button = Button(tr("Copy"), icon="content-copy", size="medium")
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text()))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 4, 24, 24)
        column.setSpacing(12)
        column.addWidget(SectionTitle(tr("About Cardkeeper")))
        words = tr("Business cards in, people kept; all on your own computer.")
        column.addWidget(Label(words, "body", "text2", wrap=True))
        column.addLayout(self._grid)
        column.addWidget(flowing(self.copy_button))
        licence = tr(
            "Cardkeeper is free software under the MIT licence. It is built on Qt and PySide6 (LGPL), Tesseract and "
            "PP-OCR (Apache), and many libraries whose licences come with it. The type is Inter (OFL), the icons are "
            "Material Design Icons (Apache)."
        )
        column.addWidget(Label(licence, "small", "text2", wrap=True))
        column.addStretch(1)
        self._show_lines()

    def text(self) -> str:
        """All of it, a line each."""
        return "\n".join(f"{name}: {version}" for name, version in self._lines.items())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._asked is None:
            self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._asked is not None and self._asked.state() != QProcess.ProcessState.NotRunning:
            self._asked.kill()
            self._asked.waitForFinished()

    def _ask(self) -> None:
        self._asked = QProcess(self)
        self._asked.setProcessEnvironment(programs.surroundings())
        self._asked.finished.connect(self._take)
        program, words = programs.command("about", "--json")
        self._asked.start(program, words)

    def _take(self, status: int, how: QProcess.ExitStatus) -> None:
        if self._asked is None or status != 0 or how is not QProcess.ExitStatus.NormalExit:
            self._asked = None
            return
        told = msgspec.json.decode(self._asked.readAllStandardOutput().data(), type=dict[str, str])
        self._lines |= told
        self._show_lines()

    def _show_lines(self) -> None:
        shown: Mapping[str, str] = self._lines
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for row, (name, version) in enumerate(shown.items()):
            value = Label(version, "body", wrap=True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setAccessibleName(f"{name}: {version}")
            self._grid.addWidget(Label(name, "body", "text2"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, row, 1)
