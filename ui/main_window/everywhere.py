"""What can be done on any page: one list of actions, from which the keys are bound and the palette is filled."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from cardkeeper.translation import tr
from ui.jobs import Background
from ui.libraries import Libraries
from ui.main_window.coming_in import ComingIn
from ui.main_window.pages import Pages
from ui.main_window.rail import Entry
from ui.parts import Command, Place
from ui.session import Session

if TYPE_CHECKING:  # made when first wanted
    from ui.help import HelpPage
    from ui.palette import Palette
    from ui.quick import QuickCapture

_CHAPTERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "inbox": "adding-cards",
        "camera": "adding-cards",
        "scanner": "adding-cards",
        "review": "reviewing",
        "today": "following-up",
        "composer": "following-up",
        "people": "people",
        "person": "people",
        "companies": "people",
        "duplicates": "people",
        "introductions": "introductions",
        "events": "events-and-insights",
        "insights": "events-and-insights",
        "history": "your-data",
        "preferences": "your-data",
        "help": "first-steps",
    }
)
"""Which chapter of the guide helps on which page."""


@dataclass(frozen=True, slots=True)
class _Ways:
    """Where the actions lead."""

    session: Session
    pages: Pages
    coming_in: ComingIn
    go: Callable[[str], object]
    close: Callable[[], object]


class Everywhere(QObject):
    """The palette, quick capture, and the keys that work wherever one is."""

    open_person = Signal(int)
    log_talk = Signal(int)
    """Write down what was talked about with this person."""
    introduce = Signal(int)
    """Begin an introduction of this person."""
    compose = Signal(object)
    """Write a letter (`Writing`)."""
    set_up = Signal(str)
    """To where this is set: "backups" or "password"."""

    def __init__(
        self,
        window: QWidget,
        background: Background,
        entries: Sequence[Entry],
        *,
        session: Session,
        pages: Pages,
        coming_in: ComingIn,
        go: Callable[[str], object],
        libraries: Libraries,
    ) -> None:
        super().__init__(window)
        self._entries = entries
        self._libraries = libraries
        self._to = _Ways(session, pages, coming_in, go, window.close)
        self._window, self._background = window, background
        self._palette: Palette | None = None
        self._quick: QuickCapture | None = None
        for keys, act in self._keys():
            QShortcut(QKeySequence(keys), window, act)

    def refit(self) -> None:
        """The window has another size."""
        for box in (self._palette, self._quick):
            if box is not None:
                box.refit()

    @property
    def palette(self) -> Palette:
        """Where a few letters lead anywhere; a window is not held up by it before it is wanted."""
        if self._palette is None:
            palette: Palette = import_module("ui.palette").Palette(self._to.session, self._window)
            palette.go.connect(self._to.go)
            palette.open_person.connect(self.open_person)
            palette.log_talk.connect(self.log_talk)
            palette.introduce.connect(self.introduce)
            palette.compose.connect(self.compose)
            self._palette = palette
        return self._palette

    @property
    def quick(self) -> QuickCapture:
        """Where a name and a line make a person."""
        if self._quick is None:
            quick: QuickCapture = import_module("ui.quick").QuickCapture(
                self._to.session, self._background, self._window
            )
            quick.open_person.connect(self.open_person)
            self._quick = quick
        return self._quick

    def open_palette(self) -> None:
        """Ctrl+K: from here one gets anywhere."""
        page = self._to.pages.current
        commands = (*(page.commands() if page else ()), *self._commands())
        self.palette.open(self._places(), commands, page.name if page else "")

    def open_quick(self) -> None:
        """Ctrl+N: somebody new, whatever one is at."""
        self.quick.open()

    def open_library(self, which: str) -> None:
        """The practice library, or one in another place."""
        if which == "practice":
            self._libraries.open_practice()
        else:
            self._libraries.choose()

    def help(self, chapter: str) -> None:
        """A chapter of the guide, or one of keys, about and log."""
        page = cast("HelpPage", self._to.pages.page("help"))
        page.show_chapter(chapter)
        self._to.go("help")

    def help_here(self) -> None:
        """F1: what the guide says of the page one is on."""
        page = self._to.pages.current
        self.help(_CHAPTERS.get(page.name if page else "", "first-steps"))

    def _keys(self) -> tuple[tuple[str, Callable[[], object]], ...]:
        to = self._to
        return (
            ("Ctrl+K", self.open_palette),
            ("Ctrl+N", self.open_quick),
            ("Ctrl+F", self._find),
            ("Ctrl+O", to.coming_in.choose),
            ("Ctrl+V", to.coming_in.paste),
            ("Ctrl+Z", to.session.undo),
            ("Ctrl+Shift+Z", to.session.redo),
            ("Ctrl+Y", to.session.redo),
            ("F1", self.help_here),
            ("?", lambda: self.help("keys")),
            ("Ctrl+Q", to.close),
            *((place.keys, lambda name=place.name: to.go(name)) for place in self._places() if place.keys),
        )

    def _places(self) -> tuple[Place, ...]:
        pages = (
            Place(entry.text, entry.icon, entry.name, f"Ctrl+{number}")
            for number, entry in enumerate(self._entries, start=1)
        )
        others = (
            Place(tr("Companies"), "domain", "companies"),
            Place(tr("Duplicates"), "call-merge", "duplicates"),
            Place(tr("History"), "history", "history"),
        )
        return (*pages, *others, Place(tr("Settings"), "cog-outline", "preferences", "Ctrl+,"))

    def _commands(self) -> tuple[Command, ...]:
        to = self._to
        undo = to.session.library.history.can_undo
        always = (
            Command(tr("New person"), "account-plus-outline", self.open_quick, "Ctrl+N"),
            Command(tr("Add files"), "plus", to.coming_in.choose, "Ctrl+O"),
            Command(tr("Take cards with the camera"), "camera-outline", lambda: to.go("camera")),
            Command(tr("Scan cards"), "scanner", lambda: to.go("scanner")),
            Command(tr("Import people"), "account-arrow-down-outline", lambda: to.go("importing")),
            Command(tr("Export people"), "export-variant", lambda: to.go("exporting")),
            Command(tr("Watch a folder"), "folder-eye-outline", lambda: to.go("preferences")),
            Command(tr("Back up or restore"), "backup-restore", lambda: self.set_up.emit("backups")),
            Command(tr("Set or change the password"), "lock-outline", lambda: self.set_up.emit("password")),
            Command(tr("Paste a card"), "clipboard-outline", to.coming_in.paste, "Ctrl+V"),
        )
        more = (
            Command(tr("Help"), "help-circle-outline", self.help_here, "F1"),
            Command(tr("Show all keys"), "keyboard-outline", lambda: self.help("keys"), "?"),
            Command(tr("Try made-up people"), "account-multiple-plus-outline", self._libraries.open_practice),
            Command(tr("About Cardkeeper"), "information-outline", lambda: self.help("about")),
            Command(tr("Show the log"), "text-box-outline", lambda: self.help("log")),
        )
        back = Command(tr("Undo: {what}", what=undo), "undo", to.session.undo, "Ctrl+Z")
        return (*always, back, *more) if undo else (*always, *more)

    def _find(self) -> None:
        if self._to.pages.current is not None:
            self._to.pages.current.start_find()
