"""The window as it is opened: all that it needs, put together and taken apart in order."""

from __future__ import annotations

import gc
import logging
import shutil
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMessageBox

from cardkeeper import paths, settings
from cardkeeper.cli.terminal import LIBRARY_UNUSABLE, say
from cardkeeper.errors import LibraryError
from cardkeeper.library import (
    Key,
    Library,
    PasswordNeeded,
    Reason,
    Resealed,
    Stopped,
    is_older,
    new_key,
    reseal,
    unlocked,
)
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
from ui.parts import FocusRings, NewPassword
from ui.pictures import Pictures
from ui.session import Session
from ui.watching import WatchedFolder

if TYPE_CHECKING:  # hardly any start needs it
    from ui.unlock import UnlockPage, WorkingPage

_WITHOUT_SCREEN: Final = ("offscreen", "minimal")
_log = logging.getLogger(__name__)


class Desk(QObject):
    """All that one window needs, put together, and taken apart in order."""

    protect = Signal(object)
    """The library is to be closed for another password (`NewPassword`)."""
    lock = Signal()

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

    def close(self, *, back_up: bool = True) -> None:
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
        if back_up:
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
        window.protect.connect(self._protect)
        window.lock.connect(self.lock)
        if self._frame is not None:
            self._frame.hold(window)
        else:
            window.restore(self.session.settings.window)
        return window

    def _protect(self, new: NewPassword) -> None:
        if self.jobs.active:
            reading = LibraryError(tr("Cards are still being read."), tr("Try again when they are, or stop them."))
            self.session.fail(reading)
        else:
            self.protect.emit(new)

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


class Door(QObject):
    """The way into a library: opens it into the window, asks for its password, and closes it for another one."""

    _progressed = Signal(int, int)

    def __init__(
        self,
        app: QApplication,
        frame: Frame,
        folder: Path,
        files: Sequence[Path] = (),
        *,
        leave: Callable[[int], object] = QApplication.exit,
    ) -> None:
        """`leave` ends the program with an exit status, where there is no way in."""
        super().__init__(app)
        self._app, self._frame, self._folder, self._leave = app, frame, folder, leave
        self._files = tuple(files)
        self._background = Background(self)
        self._things = ExitStack()
        self._bell: Doorbell | None = None
        self._rings: FocusRings | None = None
        self._stop = threading.Event()
        self.page: UnlockPage | WorkingPage | None = None
        """What is shown while the library is closed."""
        self.desk: Desk | None = None

    def open(self, key: Key | None = None) -> None:
        """Open the library, or ask for its password; where neither can be done, say why, and end.

        One that an older version wrote is brought up to date first, beside the window.
        """
        if is_older(self._folder, key):
            self._bring_up_to_date(key)
        else:
            self._enter(key)

    def _enter(self, key: Key | None) -> None:
        try:
            library = open_library(self._folder, key)
        except PasswordNeeded:
            self._ask()
        except LibraryError as error:
            self._frame.hide()
            self._leave(_refuse(error))
        else:
            self._furnish(library)

    def close(self) -> None:
        """Let go of everything."""
        self._stop.set()
        self._background.close()
        self._be_open()
        self._things.close()

    # Closed

    def _ask(self) -> None:
        page: UnlockPage = import_module("ui.unlock").UnlockPage(self._folder)
        page.entered.connect(self._try)
        self._show(page)
        if self._bell is None:
            # Whoever starts the program again comes to this page, and brings files for later.
            self._bell = Doorbell(self._folder, self)
            self._bell.rung.connect(self._come_forward)

    def _show(self, page: UnlockPage | WorkingPage) -> None:
        chosen = settings.load(self._folder).settings
        language.apply(chosen.language)
        theme.apply(self._app, chosen.theme, chosen.text_size)
        self._rings = self._rings or FocusRings(self._app)
        before, self.page = self.page, page
        self._frame.hold(page)
        page.take_focus()
        if before is not None:
            before.deleteLater()

    def _try(self, password: str) -> None:
        job = self._background.run(unlocked, self._folder, password)
        job.done.connect(self.open)
        job.failed.connect(cast("UnlockPage", self.page).show_error)

    def _come_forward(self, files: tuple[Path, ...]) -> None:
        self._files += files
        self._frame.show()
        self._frame.raise_()
        self._frame.activateWindow()

    def _be_open(self) -> None:
        """What stood there while the library was closed goes."""
        if self._bell is not None:
            self._bell.close()
            self._bell.deleteLater()
        if self._rings is not None:
            self._rings.close()
        page, self.page, self._bell, self._rings = self.page, None, None, None
        if page is not None:
            page.deleteLater()

    def _show_work(self, icon: str, title: str, counted: Callable[[int, int], str]) -> None:
        """Show how far it is with what is done beside the window, until that ends or is stopped."""
        self._stop.clear()
        page: WorkingPage = import_module("ui.unlock").WorkingPage(icon, title, counted)
        self._progressed.connect(page.show_progress, Qt.ConnectionType.QueuedConnection)
        page.stop.connect(self._stop.set)
        self._show(page)

    def _bring_up_to_date(self, key: Key | None) -> None:
        self._show_work("database-arrow-up-outline", tr("Bringing your library up to date"), _people)
        job = self._background.run(_update, self._folder, key, self._progressed.emit, self._stop)
        job.done.connect(lambda _: self._enter(key))
        # What else went wrong is said where the library is opened.
        job.failed.connect(lambda error: self._leave(0) if isinstance(error, Stopped) else self._enter(key))

    # Open

    def _furnish(self, library: Library) -> None:
        things = self._things
        crashes = Crashes(self._app)
        crashes.install()
        things.callback(crashes.uninstall)
        self._be_open()
        desk = self.desk = Desk(self._app, library, frame=self._frame)
        things.callback(lambda: _remove(desk.folder_to_remove))
        things.callback(self._close_desk)
        crashes.world.connect(desk.session.fail)
        crashes.bug.connect(desk.show_report)
        # A moment later: what asked for it is a part of the window that goes.
        desk.protect.connect(self._protect, Qt.ConnectionType.QueuedConnection)
        desk.lock.connect(self._lock, Qt.ConnectionType.QueuedConnection)
        FirstPaint(desk.window).over.connect(lambda: _settle(self._app, desk, things))
        desk.window.take_focus()
        files, self._files = self._files, ()
        desk.window.coming_in.take(files)

    def _close_desk(self, *, back_up: bool = True) -> None:
        desk, self.desk = self.desk, None
        if desk is not None:
            desk.close(back_up=back_up)
            # What was to stand until the end has ended sooner.
            gc.unfreeze()

    def _lock(self) -> None:
        self._close_desk()
        self._things.close()
        self.open()

    def _protect(self, new: NewPassword) -> None:
        """Close the library, give it the password, and open it again."""
        self._close_desk(back_up=False)
        self._things.close()
        self._show_work("lock-outline", _protecting(new), _files)
        job = self._background.run(_give_password, self._folder, new, self._progressed.emit, self._stop)
        job.done.connect(self._protected)
        job.failed.connect(lambda error: self._not_protected(new, error))

    def _protected(self, resealed: Resealed) -> None:
        self.open(resealed.key)
        if self.desk is not None:
            self.desk.window.opening.set_up("password")
            if resealed.problem:
                self.desk.session.fail(resealed.problem)
            elif resealed.key:
                self.desk.session.say(tr("The library has the password"))
            else:
                self.desk.session.say(tr("The library has no password any more"))

    def _not_protected(self, new: NewPassword, error: LibraryError) -> None:
        self.open(new.key)
        if self.desk is not None:
            self.desk.window.opening.set_up("password")
            self.desk.session.fail(error)


def _protecting(new: NewPassword) -> str:
    if new.keep:
        return tr("Sealing earlier backups")
    return tr("Sealing your library") if new.password else tr("Taking the password away")


def _files(done: int, whole: int) -> str:
    return tr("{done} of {count} files", done=done, count=whole)


def _people(done: int, whole: int) -> str:
    return tr("{done} of {count} people", done=done, count=whole)


def _update(folder: Path, key: Key | None, told: Callable[[int, int], None], stop: threading.Event) -> None:
    def progress(done: int, whole: int) -> None:
        if stop.is_set():
            raise Stopped(tr("Stopped."), tr("Your library is brought up to date when you open it the next time."))
        told(done, whole)

    Library.open(folder, key=key, progress=progress).close()


def _give_password(folder: Path, new: NewPassword, told: Callable[[int, int], None], stop: threading.Event) -> Resealed:
    def progress(done: int, whole: int) -> None:
        if stop.is_set():
            raise Stopped(tr("Stopped."), tr("The password of the library is as it was."))
        told(done, whole)

    key = new.key
    if not new.keep:
        key = new_key(new.password) if new.password else None
    return reseal(folder, new.key, key, local_now(), backups=new.backups, progress=progress)


def fill(
    app: QApplication, frame: Frame, folder: Path, files: Sequence[Path], open_things: ExitStack, *, seen: float
) -> None:
    """Open the library and fill the window that is seen already; what is open is closed with `open_things`.

    `seen`: since when, on the monotonic clock.
    """
    try:
        open_things.enter_context(logged(paths.log_folder()))
    except LibraryError as error:
        frame.hide()
        app.exit(_refuse(error))
        return
    _log.info("the window can be seen, for %d ms by now", 1000 * (time.monotonic() - seen))
    door = Door(app, frame, folder, files)
    open_things.callback(door.close)
    door.open()


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
    # What has most behind it is there at once when somebody goes to it.
    for part in ("ui.people", "ui.palette", "ui.quick"):
        desk.background.run(import_module, part)
    # What stands until the end need not be looked through for rubbish again and again, which would hold the window.
    gc.freeze()
    gc.enable()


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
