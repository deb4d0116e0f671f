"""Other libraries than the one that is open: a practice library of made-up people, and another place for one's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QProcess, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from cardkeeper import paths
from cardkeeper.errors import LibraryError, UnreadableFile
from cardkeeper.library.places import DATABASE
from cardkeeper.translation import tr
from ui import programs
from ui.session import Session

_PEOPLE: Final = "60"


class Libraries(QObject):
    """Opens them in windows of their own."""

    moved = Signal()
    """A window on another library has been started, in place of this one."""

    def __init__(
        self,
        session: Session,
        window: QWidget,
        practice: Path | None = None,
        open_window: Callable[[Path], bool] = programs.open_window,
    ) -> None:
        super().__init__(window)
        self._session, self._window, self._open_window = session, window, open_window
        self.practice = practice or paths.practice_folder()
        self._making: QProcess | None = None

    @property
    def practising(self) -> bool:
        """Whether it is the practice library that is open."""
        return self._session.library.folder.absolute() == self.practice.absolute()

    def open_practice(self) -> None:
        """A window on made-up people, who are made up the first time."""
        if (self.practice / DATABASE).exists():
            self._open(self.practice)
        elif self._making is None:
            self._session.say(tr("Making up people for the practice library …"))
            self._make()

    def choose(self) -> None:
        """Let a person choose where their library lives, without stopping the window meanwhile."""
        dialog = QFileDialog(self._window, tr("Where the library lives"), str(self._session.library.folder.parent))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.move_to(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def move_to(self, folder: Path) -> None:
        """Use the library in this folder from now on, also after a restart; it is made where there is none."""
        try:
            paths.remember_library(folder)
        except LibraryError as error:
            self._session.fail(error)
            return
        if self._open(folder):
            self.moved.emit()

    def _open(self, folder: Path) -> bool:
        if self._open_window(folder):
            return True
        self._session.fail(UnreadableFile(tr("Another window does not start."), tr("Start the program again.")))
        return False

    def _make(self) -> None:
        process = QProcess(self)
        program, words = programs.command("--library", str(self.practice), "demo", "--people", _PEOPLE)
        process.setProcessEnvironment(programs.surroundings())
        process.finished.connect(self._made)
        process.start(program, words)
        self._making = process

    def _made(self, status: int) -> None:
        self._making = None
        if status == 0:
            self._session.say(tr("The practice library opens in a window of its own"))
            self._open(self.practice)
        else:
            self._session.fail(
                UnreadableFile(
                    tr("The practice library could not be made."),
                    tr("See that there is room on the disk, and try again."),
                )
            )
