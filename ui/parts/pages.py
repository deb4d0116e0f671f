"""What every page has: its name, what it asks the window for, its header, and its commands for the palette."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cardkeeper.library import Key
from cardkeeper.library.changes import Changes
from cardkeeper.model.letters import Form, first_form
from cardkeeper.model.people import Contact, FollowUpKind
from ui import theme
from ui.parts.labels import ElidedLabel, Label


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done from the palette: its words, its icon, its keys, and what it does."""

    text: str
    icon: str
    run: Callable[[], object]
    keys: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A page one can go to: its words and icon, the name that the window knows it by, and its keys."""

    text: str
    icon: str
    name: str
    keys: str = ""


@dataclass(frozen=True, slots=True)
class Writing:
    """A letter that is wanted: to whom, one after the other; without a form, what their next step asks for."""

    people: tuple[int, ...]
    form: Form | None = None
    introduction_id: int = 0
    referral_id: int = 0
    need_id: int = 0
    thank_you_id: int = 0
    promise_id: int = 0

    @classmethod
    def invitation(cls, contact: Contact, *, begun: bool) -> Writing:
        """To meet in the form that suits the person; what their next step asks for where one was begun."""
        kind = contact.form if contact.form not in (None, FollowUpKind.NOTE, FollowUpKind.NONE) else None
        return cls((contact.id,), None if begun else first_form(kind or FollowUpKind.COFFEE))


@dataclass(frozen=True, slots=True)
class NewPassword:
    """A password that a person wants for the library."""

    key: Key | None
    """What opens it now."""
    password: str = field(default="", repr=False)
    """Empty: it shall have none."""
    backups: bool = True
    """Whether earlier backups come along."""
    keep: bool = False
    """The password stays as it is; only earlier backups get it."""


class Page(QWidget):
    """A page of the window. Pages don't know each other: they say what they want, and the window routes it."""

    go = Signal(str)
    """To the page of this name."""
    open_person = Signal(int)
    """To the person with this id."""
    open_review = Signal(int)
    """To the review of the card with this id; 0 is the first that waits."""
    compare = Signal(tuple)
    """Show the people with these ids side by side, to make one of them."""
    introduce = Signal(int)
    """Begin an introduction of the person with this id."""
    compose = Signal(object)
    """Write a letter (`Writing`)."""
    export_people = Signal(object)
    """Export people with these ids (a tuple; nobody: everyone)."""
    add_files = Signal()
    """Let a person choose files with cards."""
    add_files_of = Signal(object)
    """Let a person choose files with cards of people who were met at this `Event`."""
    paste = Signal()
    """Take the cards that are on the clipboard."""
    brought = Signal(object)
    """Files (paths) that this page itself has taken, to be read as one drop."""

    wants = Signal(str)
    """Another library: "practice" with made-up people, "choose" for one in another place."""

    set_up = Signal(str)
    """To where this is set: the name of a setting, "backups" or "password"."""

    protect = Signal(object)
    """Close the library and give it another password (`NewPassword`)."""
    lock = Signal()
    """Close the library, so that its password is asked for again."""

    name: ClassVar[str] = ""
    reachable: Collection[str] = ()
    """The pages that this window has, so that a page offers no way to one that is not there."""
    mini_rail: ClassVar[bool] = False
    """Whether the page needs the width, so that the rail shows icons only."""

    def refresh(self, changes: Changes | None) -> None:
        """Show what the library holds now; `changes` says what is new, None that anything may be."""

    def start_find(self) -> None:
        """Put the keyboard into the page's search, where it has one."""

    def listed(self) -> tuple[int, ...]:
        """The ids of the people in the order in which this page shows them, for who is opened from it to go on."""
        return ()

    def commands(self) -> tuple[Command, ...]:
        """What the palette offers while this page is shown."""
        return ()

    def take_focus(self) -> None:
        """Put the keyboard where one begins on this page: the first part that takes it."""
        at = self.nextInFocusChain()
        while at is not None and at is not self:
            takes_keys = at.isEnabled() and bool(at.focusPolicy() & Qt.FocusPolicy.TabFocus)
            if takes_keys and self.isAncestorOf(at) and at.isVisibleTo(self):
                at.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            at = at.nextInFocusChain()


class PageHeader(QWidget):
    """A page's title, its state in one line, and its buttons at the right."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(24, 0, 24, 0)
        self._row.setSpacing(8)
        self._title = Label(title, "page")
        self._state = ElidedLabel("", "body", "text2", least=0.4)
        self._row.addWidget(self._title)
        self._row.addSpacing(4)
        self._row.addWidget(self._state, 1)
        self._restyle()
        theme.notifier().changed.connect(self._restyle)

    def set_title(self, title: str) -> None:
        self._title.set_text(title)

    def title(self) -> str:
        return self._title.text()

    def set_state(self, state: str) -> None:
        self._state.set_text(state)

    def state(self) -> str:
        return self._state.whole_text()

    def add(self, widget: QWidget) -> None:
        """Put a button or another part at the right end."""
        self._row.addWidget(widget)

    def add_first(self, widget: QWidget) -> None:
        """Put a part before all buttons, such as what comes back from a row of its own."""
        self._row.insertWidget(self._row.indexOf(self._state) + 1, widget)

    def width_of(self, *parts: QWidget) -> int:
        """How many pixels it takes to show the title and these parts in full."""
        margins = self._row.contentsMargins()
        widths = [part.sizeHint().width() + self._row.spacing() for part in (self._title, *parts)]
        return margins.left() + sum(widths) + margins.right() + self._row.spacing()

    def _restyle(self) -> None:
        self.setFixedHeight(theme.px(60))


class RowBelow(QWidget):
    """A row below a page's header, for what has no room beside the title; it is hidden while it is empty."""

    def __init__(self, header: PageHeader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header = header
        self._held: tuple[QWidget, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(24, 0, 24, 8)
        self._row.addStretch(1)
        self.hide()

    def hold(self, *parts: QWidget) -> None:
        """Hold these parts of the header, in this order; whatever else was here goes back beside the title."""
        if parts == self._held:
            return
        for part in reversed(self._held):
            self._header.add_first(part)
        for at, part in enumerate(parts):
            self._row.insertWidget(at, part)
        self._held = parts
        self.setVisible(bool(parts))
