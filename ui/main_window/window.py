"""The window: the rail, one page at a time, and the line at the bottom. It routes, and does nothing else."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cardkeeper.errors import LibraryError
from cardkeeper.library import Changes
from ui import recents, theme
from ui.first_paint import FirstPaint
from ui.jobs import Background, ReadingJobs
from ui.libraries import Libraries
from ui.main_window.above import Above
from ui.main_window.backup_watch import BackupWatch
from ui.main_window.bug_notice import BugNotice
from ui.main_window.coming_in import ComingIn, local_files
from ui.main_window.counts import Counts
from ui.main_window.day_watch import DayWatch
from ui.main_window.drop_cover import DropCover
from ui.main_window.everywhere import Everywhere
from ui.main_window.opening import Opening
from ui.main_window.pages import Pages
from ui.main_window.panes import Panes
from ui.main_window.practice import PracticeNotice
from ui.main_window.rail import Rail
from ui.main_window.reading_only import ReadingOnlyNotice
from ui.main_window.routes import entries, makers
from ui.main_window.status import StatusLine
from ui.parts import Notice, Page
from ui.pictures import Pictures
from ui.session import Session

if TYPE_CHECKING:  # pages are loaded when they are first shown
    from ui.person import PersonPage
    from ui.review import ReviewPage
    from ui.today import TodayPage

_log = logging.getLogger(__name__)

_NARROW_BELOW: Final = 900
"""Pixels of width at 100 % text under which the rail shows icons only."""
# Which entry of the rail is marked while a page is shown that the rail does not name.
_BELONGS_TO: Final = {
    "review": "inbox",
    "camera": "inbox",
    "scanner": "inbox",
    "person": "people",
    "companies": "people",
    "duplicates": "people",
    "importing": "people",
    "exporting": "people",
}


class MainWindow(QWidget):
    """Puts the parts together and passes on what pages want."""

    protect = Signal(object)
    """Close the library and give it another password (`NewPassword`)."""
    lock = Signal()
    """Close the library, so that its password is asked for again."""

    def __init__(self, session: Session, jobs: ReadingJobs, pictures: Pictures, background: Background) -> None:
        super().__init__()
        self.session, self.jobs = session, jobs
        self._entries = entries()
        self.rail = Rail(self._entries, self)
        self.stack = QStackedWidget(self)
        self.status = StatusLine(self)
        self.notice = Notice("error", dismissable=True)
        self.bug_notice = BugNotice()
        self.libraries = Libraries(session, self)
        self.practice = PracticeNotice(self.libraries)
        self.reading_only = ReadingOnlyNotice(session.library.folder)
        self.pages = Pages(session, makers(session, jobs, pictures), self.stack)
        self.panes = Panes(session.settings.panes)
        self.coming_in = ComingIn(session, jobs, background, self)
        self.opening = Opening(self.pages, self._entries, self)
        self.everywhere = Everywhere(
            self,
            background,
            self._entries,
            session=session,
            pages=self.pages,
            coming_in=self.coming_in,
            go=self.go,
            libraries=self.libraries,
        )
        self._cover = DropCover(self)
        self._counts = Counts(session, self.rail, background)
        self.backups = BackupWatch(session, background, self.status)
        self.days = DayWatch(session.today, self)
        self._arrange()
        self._route()
        FirstPaint(self).over.connect(self._counts.count_all)
        named = {entry.name for entry in self._entries}
        # Only pages that the rail names: the others were about somebody.
        self.pages.show(session.settings.page if session.settings.page in named else "inbox")

    def open_review(self, card_id: int) -> None:
        """The review of this card; 0 is the first that waits."""
        page = cast("ReviewPage", self.pages.show("review"))
        page.show_card(card_id)
        page.take_focus()

    def open_person(self, contact_id: int) -> None:
        """All that is known of this person; from there one can go on through the list of the page before."""
        among = self.pages.current.listed() if self.pages.current else ()
        recents.saw_person(self.session, contact_id)
        page = cast("PersonPage", self.pages.show("person"))
        page.show_person(contact_id, among)
        page.take_focus()

    def open_drawer(self) -> None:
        """Who was never followed up, at the end of the day's list."""
        page = cast("TodayPage", self.pages.show("today"))
        page.take_focus()
        page.open_drawer()

    def log_talk(self, contact_id: int) -> None:
        """Where one writes down what was talked about with this person."""
        self.open_person(contact_id)
        cast("PersonPage", self.pages.current).log_talk()

    def go(self, name: str) -> None:
        """To a page, with the keyboard where one begins there."""
        recents.went_to(self.session, name)
        self.pages.show(name).take_focus()

    def show_error(self, message: str, remedy: str) -> None:
        """A sentence over the page, until it is dismissed or something else goes wrong."""
        self.notice.set_message(message, remedy)
        self.notice.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.color("window"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rail()
        self.everywhere.refit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()):
            event.acceptProposedAction()
            self._cover.cover()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._cover.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._cover.hide()
        event.acceptProposedAction()
        self.coming_in.take(local_files(event.mimeData()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard where one begins on the page that is shown."""
        if self.pages.current is not None:
            self.pages.current.take_focus()

    def closeEvent(self, event: QCloseEvent) -> None:
        try:
            place = bytes(self.window().saveGeometry().toBase64().data()).decode("ascii")
            page = self.pages.current.name if self.pages.current else ""
            self.session.keep_window(place, page, self.panes.kept())
        except LibraryError as error:
            # Where a window was is no reason to keep somebody in it.
            _log.info("the place of the window is not kept: %s", type(error).__name__)
        super().closeEvent(event)
        if not self.isWindow():
            self.window().close()

    def restore(self, saved: str) -> None:
        """Where the window was when it was last closed; fits any screen."""
        if not saved or not self.restoreGeometry(QByteArray.fromBase64(saved.encode("ascii"))):
            self.resize(1280, 800)

    def _arrange(self) -> None:
        self.setWindowTitle("Cardkeeper")
        self.setAcceptDrops(True)
        self.setMinimumSize(640, 480)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(Above(self.notice, self.bug_notice, self.practice, self.reading_only))
        self.practice.setVisible(self.libraries.practising)
        self.reading_only.setVisible(self.session.library.read_only)
        beside.addWidget(self.stack, 1)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addLayout(beside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(across, 1)
        column.addWidget(self.status)

    def _route(self) -> None:
        session = self.session
        self.pages.made.connect(self._listen_to)
        self.pages.made.connect(self.panes.give)
        self.pages.made.connect(self.opening.listen_to)
        self.pages.shown.connect(self._show_place)
        self.rail.chosen.connect(self._go_from_rail)
        self.rail.search.connect(self.everywhere.open_palette)
        self.rail.drawer.connect(self.open_drawer)
        self.status.undo.connect(session.undo)
        self.status.redo.connect(session.redo)
        session.changed.connect(self._tell)
        session.said.connect(self.status.say)
        session.failed.connect(self.show_error)
        session.settings_changed.connect(self.pages.refresh_all)
        session.settings_changed.connect(self._counts.count_all)
        self.days.passed.connect(self.pages.refresh_all)
        self.days.passed.connect(self._counts.count_all)
        self.days.passed.connect(self.backups.show)
        self.coming_in.people.connect(self.opening.import_people)
        self.coming_in.taken.connect(lambda: self.pages.show("inbox"))
        self.jobs.updated.connect(self._show_progress)
        theme.notifier().changed.connect(self._fit_rail)
        self.everywhere.open_person.connect(self.open_person)
        self.everywhere.log_talk.connect(self.log_talk)
        self.everywhere.introduce.connect(self.opening.introduce)
        self.everywhere.compose.connect(self.opening.compose)
        self.everywhere.set_up.connect(self.opening.set_up)
        self.practice.removed.connect(self.close)
        self.libraries.moved.connect(self.close)

    def _listen_to(self, page: Page) -> None:
        page.go.connect(self.go)
        page.open_person.connect(self.open_person)
        page.open_review.connect(self.open_review)
        page.add_files.connect(self.coming_in.choose)
        page.add_files_of.connect(self.coming_in.choose_for)
        page.paste.connect(self.coming_in.paste)
        page.brought.connect(self.coming_in.take)
        page.wants.connect(self.everywhere.open_library)
        page.protect.connect(self.protect)
        page.lock.connect(self.lock)

    def _go_from_rail(self, name: str) -> None:
        """The keyboard stays in the rail, so that arrow keys go on."""
        self.pages.show(name)

    def _show_place(self, name: str) -> None:
        # Letters are written on the way: the place that one comes from stays marked.
        if name != "composer":
            self.rail.set_current(_BELONGS_TO.get(name, name))
        self._fit_rail()

    def _tell(self, changes: Changes) -> None:
        """Say what was done last: what cards bring that are read meanwhile is not what Ctrl+Z would undo."""
        if changes.how == "for good":
            self.status.say(changes.said)
        elif changes.how != "done" or changes.said == self.session.library.history.can_undo:
            self.status.show_changes(changes)

    def _show_progress(self, files: object) -> None:
        self.rail.set_progress(self.jobs.progress() if self.jobs.active else None)

    def _fit_rail(self) -> None:
        page = self.pages.current
        wants = page is not None and page.mini_rail
        self.rail.set_narrow(wants or self.width() < theme.px(_NARROW_BELOW))
