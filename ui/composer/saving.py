"""Saves a letter as a draft and a meeting for a calendar, at a place that a person chooses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from cardkeeper.errors import WorldError
from cardkeeper.translation import tr
from ui.composer.desk import Desk
from ui.composer.handing import Handing, file_name
from ui.session import Session


class Saving(QWidget):
    """Asks where, then writes; `saved` comes after a letter was."""

    saved = Signal()

    def __init__(self, session: Session, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._desk = session, desk
        self._handing = Handing(session)
        self.hide()

    def ask_for_eml(self) -> None:
        errand = self._desk.errand
        if errand:
            self._ask(tr("Save the letter"), file_name(errand, ".eml"), tr("Mail (*.eml)"), self.save_eml)

    def ask_for_ics(self) -> None:
        errand = self._desk.errand
        if errand:
            self._ask(tr("Save the meeting"), file_name(errand, ".ics"), tr("Calendar (*.ics)"), self.save_ics)

    def save_eml(self, target: Path) -> None:
        """Write the letter as a draft that any mail program opens."""
        errand = self._desk.errand
        if errand is None:
            return
        try:
            self._handing.save_eml(errand, self._desk.letter(), target)
        except WorldError as error:
            self._session.fail(error)
            return
        self.saved.emit()

    def save_ics(self, target: Path) -> None:
        """Write the first time that is offered, or the one that is booked, for a calendar."""
        errand, moment = self._desk.errand, self._desk.moment()
        if errand is None or moment is None:
            return
        try:
            self._handing.save_ics(errand, moment, self._desk.place(), target)
        except WorldError as error:
            self._session.fail(error)

    def _ask(self, title: str, name: str, kind: str, then: Callable[[Path], None]) -> None:
        """Let a person choose where to save, without stopping the window meanwhile."""
        dialog = QFileDialog(self.window(), title, str(Path.home() / name), kind)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
        dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
