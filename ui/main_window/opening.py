"""The ways between pages that carry something along: letters to write, and back to the page that wanted them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from cardkeeper.translation import tr
from ui.main_window.pages import Pages
from ui.main_window.rail import Entry
from ui.parts import Page, Writing

if TYPE_CHECKING:
    from ui.composer import ComposerPage
    from ui.duplicates import DuplicatesPage
    from ui.exporting import ExportingPage
    from ui.importing import ImportingPage
    from ui.introductions import IntroductionsPage
    from ui.preferences import PreferencesPage


class Opening(QObject):
    """Shows a page on what another page asked for."""

    def __init__(self, pages: Pages, entries: Sequence[Entry], parent: QObject) -> None:
        super().__init__(parent)
        self._pages = pages
        self._names = {entry.name: entry.text for entry in entries}

    def listen_to(self, page: Page) -> None:
        """Hear what this page wants from now on."""
        page.compose.connect(self.compose)
        page.introduce.connect(self.introduce)
        page.compare.connect(self.compare)
        page.export_people.connect(self.export_people)
        page.set_up.connect(self.set_up)

    def compare(self, ids: tuple[int, ...]) -> None:
        """Show two people side by side, to make one of them."""
        page = cast("DuplicatesPage", self._pages.show("duplicates"))
        page.compare_people(ids)
        page.take_focus()

    def import_people(self, paths: Sequence[Path]) -> None:
        """Show what importing these files would do."""
        page = cast("ImportingPage", self._pages.show("importing"))
        page.take(paths)
        page.take_focus()

    def export_people(self, ids: Sequence[int]) -> None:
        """Let a person choose how these people are exported; nobody: everyone."""
        page = cast("ExportingPage", self._pages.show("exporting"))
        page.show_people(ids)
        page.take_focus()

    def set_up(self, what: str) -> None:
        """Show the settings where this is set, with the keyboard there."""
        cast("PreferencesPage", self._pages.show("preferences")).show_line(what)

    def introduce(self, contact_id: int) -> None:
        """Ask whom to bring this person together with, and why."""
        cast("IntroductionsPage", self._pages.show("introductions")).open_form_with(contact_id)

    def compose(self, writing: Writing) -> None:
        """Write letters; afterwards back to the page that wanted them."""
        before = self._pages.current.name if self._pages.current else "today"
        page = cast("ComposerPage", self._pages.show("composer"))
        page.write(writing, before, self._names.get(before, tr("Back")))
        page.take_focus()
