"""The window as it is opened: all that it needs, put together and taken apart in order."""

from __future__ import annotations

import gc
import logging
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from cardkeeper import paths, settings
from cardkeeper.cli.terminal import DONE, LIBRARY_UNUSABLE, say
from cardkeeper.errors import LibraryError
from cardkeeper.library import Library, Reason
from cardkeeper.library.library import local_now
from cardkeeper.logs import logged
from cardkeeper.translation import tr
from ui import language, theme
from ui.crash import Crashes
from ui.digest import Digest, Tray
from ui.doorbell import Doorbell, ring
from ui.first_paint import FirstPaint
from ui.jobs import Background, ReadingJobs
from ui.main_window import MainWindow
from ui.parts import FocusRings
from ui.pictures import Pictures
from ui.session import Session
from ui.watching import WatchedFolder

APP_ID: Final = "io.github.cardkeeper.Cardkeeper"
"""What desktops know the program by: the name of its .desktop file and of its icon."""
_WITHOUT_SCREEN: Final = ("offscreen", "minimal")
_log = logging.getLogger(__name__)


class Desk(QObject):
    """All that one window needs, put together, and taken apart in order."""

    def __init__(self, app: QApplication, library: Library, now: Callable[[], datetime] = local_now) -> None:
        super().__init__(app)
        self._app = app
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
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self.window.coming_in.take(files)

    def close(self) -> None:
        """End the processes and threads, then let go of the library."""
        self._app.styleHints().colorSchemeChanged.disconnect(self._apply_look)
        self._renewal.stop()
        self.rings.close()
        self.watched.close()
        self.digest.close()
        self.jobs.close()
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

    def _make_window(self) -> MainWindow:
        window = MainWindow(self.session, self.jobs, self.pictures, self.background)
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
        # In this order, or the program would end with its last window.
        self.window.show()
        old.close()
        old.deleteLater()

    def _back_up(self) -> None:
        """A backup of what changed since the last one; where that fails, the line at the bottom shows how old it is."""
        try:
            self.session.library.backups.make_if_changed(Reason.CLOSING, self.session.now())
        except LibraryError as error:
            say(str(error))

    def _apply_look(self) -> None:
        theme.apply(self._app, self.session.settings.theme, self.session.settings.text_size)


def open_window(folder: Path, files: Sequence[Path] = ()) -> int:
    """Show the window on this library, taking these files in, until it is closed; returns the exit status."""
    app = QApplication([sys.argv[0]])
    app.setApplicationName("cardkeeper")
    app.setApplicationDisplayName("Cardkeeper")
    app.setDesktopFileName(APP_ID)
    # Ctrl+C in the terminal ends the program; the library is whole at any moment.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if ring(folder, files):
        return DONE
    with ExitStack() as open_things:
        try:
            open_things.enter_context(logged(paths.log_folder()))
            library = Library.open(folder)
        except LibraryError as error:
            return _refuse(app, error)
        crashes = Crashes(app)
        crashes.install()
        open_things.callback(crashes.uninstall)
        desk = Desk(app, library)
        open_things.callback(desk.close)
        crashes.world.connect(desk.session.fail)
        crashes.bug.connect(desk.show_report)
        bell = Doorbell(folder, desk)
        open_things.callback(bell.close)
        bell.rung.connect(desk.come_forward)
        FirstPaint(desk.window).over.connect(lambda: _settle(app, desk))
        desk.window.show()
        desk.window.coming_in.take(files)
        return app.exec()


def _settle(app: QApplication, desk: Desk) -> None:
    """What need not be done before the window can be seen."""
    _log.info("the window can be seen")
    app.setWindowIcon(theme.program_icon())
    desk.jobs.warm()
    desk.digest.look()
    # What stands until the end need not be looked through for rubbish again and again, which would hold the window.
    gc.freeze()


def _refuse(app: QApplication, error: LibraryError) -> int:
    """Say why there is no window: in the terminal, or in a box where nobody sees one."""
    say(str(error))
    seen = sys.stderr is not None and sys.stderr.isatty()
    if not seen and QApplication.platformName() not in _WITHOUT_SCREEN:
        theme.apply(app)
        box = QMessageBox(QMessageBox.Icon.Warning, "Cardkeeper", error.message)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(error.remedy)
        box.addButton(tr("Close"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()
    return LIBRARY_UNUSABLE
