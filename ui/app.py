"""The window as it is opened: all that it needs, put together and taken apart in order."""

from __future__ import annotations

import gc
import logging
import shutil
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from cardkeeper import paths, settings
from cardkeeper.cli.terminal import LIBRARY_UNUSABLE, say
from cardkeeper.errors import LibraryError
from cardkeeper.library import Library, Reason
from cardkeeper.library.library import local_now
from cardkeeper.logs import logged
from cardkeeper.translation import tr
from ui import language, theme
from ui.crash import Crashes
from ui.digest import Digest, Tray
from ui.doorbell import Doorbell
from ui.first_paint import FirstPaint
from ui.frame import Frame
from ui.jobs import Background, ReadingJobs
from ui.main_window import MainWindow
from ui.main_window.rescue import open_library
from ui.parts import FocusRings
from ui.pictures import Pictures
from ui.session import Session
from ui.watching import WatchedFolder

_WITHOUT_SCREEN: Final = ("offscreen", "minimal")
_log = logging.getLogger(__name__)


class Desk(QObject):
    """All that one window needs, put together, and taken apart in order."""

    def __init__(
        self,
        app: QApplication,
        library: Library,
        now: Callable[[], datetime] = local_now,
        frame: Frame | None = None,
    ) -> None:
        """`frame`: a window that is seen already and is to be filled; without one, the main window is one itself."""
        super().__init__(app)
        self._app, self._frame = app, frame
        loaded = settings.load(library.folder)
        self.session = Session(library, loaded.settings, now, self)
        self._language = loaded.settings.language
        language.apply(self._language)
        # A moment later: what has changed the setting is a part of the window that goes.
        self._renewal = QTimer(self, singleShot=True, interval=0)
        self._renewal.timeout.connect(self._renew_window)
        self._apply_look()
        self.rings = FocusRings(app)
        self.jobs = ReadingJobs(self.session, parent=self)
        self.pictures = Pictures(library.files, self)
        self.background = Background(self)
        self.watched = WatchedFolder(self.session, self.jobs.start, self)
        self.digest = Digest(self.session, Tray(self), self)
        self.window = self._make_window()
        self.digest.wanted.connect(self._open_from_note)
        self.session.settings_changed.connect(self._apply_look)
        self.session.settings_changed.connect(self._apply_language)
        app.styleHints().colorSchemeChanged.connect(self._apply_look)
        for problem in loaded.problems:
            self.window.show_error(problem, tr("What could be understood there holds."))

    def show_report(self, report: str) -> None:
        """Tell in the window of a mistake of ours."""
        self.window.bug_notice.show_report(report)

    def come_forward(self, files: tuple[Path, ...]) -> None:
        """Somebody has started the program again: show the window that is open, and take these files in."""
        whole = self.window.window()
        whole.setWindowState(whole.windowState() & ~Qt.WindowState.WindowMinimized)
        whole.show()
        whole.raise_()
        whole.activateWindow()
        self.window.coming_in.take(files)

    def close(self) -> None:
        """End the processes and threads, then let go of the library."""
        self._app.styleHints().colorSchemeChanged.disconnect(self._apply_look)
        self._renewal.stop()
        self.rings.close()
        self.watched.close()
        self.digest.close()
        self.jobs.close()
        self.window.backups.close()
        self.background.close()
        self.pictures.close()
        self.session.close()
        self._back_up()
        self.window.deleteLater()
        self.deleteLater()

    def _open_from_note(self, contact_id: int) -> None:
        """A click on the note of the day: the window comes forward with the person."""
        self.come_forward(())
        self.window.open_person(contact_id)

    @property
    def folder_to_remove(self) -> Path | None:
        """The practice library, once a person has had enough of it."""
        return self.window.practice.folder_to_remove

    def _make_window(self) -> MainWindow:
        window = MainWindow(self.session, self.jobs, self.pictures, self.background)
        if self._frame is not None:
            self._frame.hold(window)
        else:
            window.restore(self.session.settings.window)
        return window

    def _apply_language(self) -> None:
        """Words are put where they stand when a window is made, so another language takes another window."""
        if self.session.settings.language != self._language:
            self._language = self.session.settings.language
            self._renewal.start()

    def _renew_window(self) -> None:
        language.apply(self._language)
        old, self.window = self.window, self._make_window()
        if old.pages.current is not None:
            self.window.go(old.pages.current.name)
        if self._frame is None:
            # In this order, or the program would end with its last window.
            self.window.show()
            old.close()
        old.deleteLater()

    def _back_up(self) -> None:
        """A backup of what changed since the last one; where that fails, the line at the bottom shows how old it is."""
        if self.session.library.read_only:
            return
        try:
            self.session.library.backups.make_if_changed(Reason.CLOSING, self.session.now())
        except LibraryError as error:
            say(str(error))

    def _apply_look(self) -> None:
        theme.apply(self._app, self.session.settings.theme, self.session.settings.text_size)


def fill(
    app: QApplication, frame: Frame, folder: Path, files: Sequence[Path], open_things: ExitStack, *, seen: float
) -> None:
    """Open the library and fill the window that is seen already; what is open is closed with `open_things`.

    `seen`: since when, on the monotonic clock.
    """
    try:
        open_things.enter_context(logged(paths.log_folder()))
        _log.info("the window can be seen, for %d ms by now", 1000 * (time.monotonic() - seen))
        library = open_library(folder)
    except LibraryError as error:
        frame.hide()
        app.exit(_refuse(error))
        return
    crashes = Crashes(app)
    crashes.install()
    open_things.callback(crashes.uninstall)
    desk = Desk(app, library, frame=frame)
    open_things.callback(lambda: _remove(desk.folder_to_remove))
    open_things.callback(desk.close)
    crashes.world.connect(desk.session.fail)
    crashes.bug.connect(desk.show_report)
    FirstPaint(desk.window).over.connect(lambda: _settle(app, desk, open_things))
    desk.window.take_focus()
    desk.window.coming_in.take(files)


def _remove(folder: Path | None) -> None:
    """Take away a practice library that nobody wants any more, now that it is closed."""
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)


def _settle(app: QApplication, desk: Desk, open_things: ExitStack) -> None:
    """What need not be done before the window can be used."""
    _log.info("the window can be used")
    app.setWindowIcon(theme.program_icon())
    bell = Doorbell(desk.session.library.folder, desk)
    open_things.callback(bell.close)
    bell.rung.connect(desk.come_forward)
    desk.jobs.warm()
    desk.digest.look()
    # The page with the most behind it is there at once when somebody goes to it.
    desk.background.run(import_module, "ui.people")
    # What stands until the end need not be looked through for rubbish again and again, which would hold the window.
    gc.freeze()


def _refuse(error: LibraryError) -> int:
    """Say why there is no window: in the terminal, or in a box where nobody sees one."""
    say(str(error))
    seen = sys.stderr is not None and sys.stderr.isatty()
    if not seen and QApplication.platformName() not in _WITHOUT_SCREEN:
        box = QMessageBox(QMessageBox.Icon.Warning, "Cardkeeper", error.message)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(error.remedy)
        box.addButton(tr("Close"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()
    return LIBRARY_UNUSABLE
