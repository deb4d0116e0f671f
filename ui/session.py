"""What all pages of one window share: the library, the settings, the clock, and what was last said and done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal

from cardkeeper import settings as settings_file
from cardkeeper.errors import WorldError
from cardkeeper.library import Changes, Library
from cardkeeper.library.library import local_now
from cardkeeper.relationships.today import TodayList, list_today
from cardkeeper.settings import Settings
from ui.begun import Begun


class Session(QObject):
    """The library that is open, and who wants to hear of it."""

    changed = Signal(object)
    """`Changes`, after each change, undo and redo."""
    said = Signal(str)
    """A sentence about what was done that changed nothing in the library."""
    failed = Signal(str, str)
    """Message and remedy of something that went wrong outside the program."""
    settings_changed = Signal()

    def __init__(
        self,
        library: Library,
        settings: Settings,
        now: Callable[[], datetime] = local_now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.library = library
        self.settings = settings
        self.now = now
        self.begun = Begun(library, self)
        self.begun.failed.connect(self.fail)
        self._day: tuple[date, Settings, TodayList] | None = None
        self._unsubscribe = library.subscribe(self._tell)

    def today(self) -> date:
        return self.now().date()

    def day(self) -> TodayList:
        """The list of today; asked again, it is made anew only after something has changed."""
        today = self.today()
        if self._day is None or self._day[:2] != (today, self.settings):
            facts = self.library.day.facts(today, self.settings)
            self._day = today, self.settings, list_today(facts, today, self.settings)
        return self._day[2]

    def _tell(self, changes: Changes) -> None:
        self._day = None
        self.changed.emit(changes)

    def undo(self) -> None:
        """Take the newest change back, or say that there is none."""
        try:
            self.library.history.undo()
        except WorldError as error:
            self.fail(error)

    def redo(self) -> None:
        """Do again what was taken back last."""
        try:
            self.library.history.redo()
        except WorldError as error:
            self.fail(error)

    def say(self, sentence: str) -> None:
        self.said.emit(sentence)

    def fail(self, error: WorldError) -> None:
        """Show what went wrong, and what to do, in the window."""
        self.failed.emit(error.message, error.remedy)

    def keep(self, settings: Settings) -> None:
        """Use these settings from now on and keep them. Where they can't be kept (LibraryError), nothing changes.

        Beside a library that can only be read they hold until the window is closed.
        """
        if settings != self.settings:
            self._save(settings)
            self.settings = settings
            self.settings_changed.emit()

    def remember_recent(self, recent: tuple[str, ...]) -> None:
        """Remember where one was last; kept on disk with the window's place. No page needs to hear of that."""
        self.settings = replace(self.settings, recent=recent)

    def keep_window(self, place: str, page: str, panes: tuple[str, ...]) -> None:
        """Remember where the window is, which page it shows, how wide its panes are, and where one was last."""
        self._remember(replace(self.settings, window=place, page=page, panes=panes))

    def keep_table(self, layout: str) -> None:
        """Remember which columns the table of people shows and how it is sorted."""
        self._remember(replace(self.settings, people_table=layout))

    def keep_filters(self, filters: str) -> None:
        """Remember what narrows the table of people."""
        self._remember(replace(self.settings, people_filters=filters))

    def remember_digest(self) -> None:
        """Remember that the note of today was shown, so that a restart does not show it again."""
        self._remember(replace(self.settings, digest_shown=self.today().isoformat()))

    def _remember(self, settings: Settings) -> None:
        """Use these from now on, and keep them where that can be done; no page needs to hear of it."""
        self.settings = settings
        if settings != settings_file.load(self.library.folder).settings:
            self._save(settings)

    def _save(self, settings: Settings) -> None:
        if not self.library.read_only:
            settings_file.save(self.library.folder, settings)

    def close(self) -> None:
        """Let go of the library; nothing is heard from it afterwards."""
        self.begun.store()
        self._unsubscribe()
        self.library.close()
