"""The pages of the window: made when first shown, refreshed when seen, and what they want passed on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from cardkeeper.library.changes import Changes
from ui.parts import Page
from ui.session import Session

_STRIDE_MS: Final = 80
"""What a person does is answered within this; what comes in by itself is shown together so often."""


def joined(first: Changes | None, second: Changes) -> Changes:
    """Two changes as one: all kinds of both, and the words of the newer."""
    return Changes(second.said, second.kinds | first.kinds, second.how) if first else second


class Pages(QObject):
    """Shows one page at a time. A change reaches the page that is shown soon, and the others when they are shown."""

    shown = Signal(str)
    """The name of the page that is shown now."""
    made = Signal(object)
    """A `Page` that was made just now, for whoever listens to its signals."""

    def __init__(self, session: Session, makers: Mapping[str, Callable[[], Page]], stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._makers = dict(makers)
        self._stack = stack
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._waiting: Changes | None = None
        # A drop of fifty files changes the library a hundred times; nobody needs to see each.
        self._soon = QTimer(self, singleShot=True, interval=_STRIDE_MS)
        self._soon.timeout.connect(self._refresh_shown)
        session.changed.connect(self._take)

    @property
    def current(self) -> Page | None:
        page = self._stack.currentWidget()
        return page if isinstance(page, Page) else None

    def page(self, name: str) -> Page:
        """The page of this name, made now if it was never shown."""
        if name not in self._pages:
            page = self._makers[name]()
            page.reachable = self.names()
            self._pages[name] = page
            self._stack.addWidget(page)
            # The style looks at each part once. Now is a good moment, and in the middle of a drop is a bad one.
            for part in page.findChildren(QWidget):
                part.ensurePolished()
            self._stale.add(name)
            self.made.emit(page)
        return self._pages[name]

    def names(self) -> tuple[str, ...]:
        """Every page there is, made or not."""
        return tuple(self._makers)

    def has(self, name: str) -> bool:
        return name in self._makers

    def show(self, name: str) -> Page:
        """Show this page as the library is now."""
        page = self.page(name)
        if name in self._stale:
            self._stale.discard(name)
            page.refresh(None)
        self._stack.setCurrentWidget(page)
        self.shown.emit(name)
        return page

    def refresh_all(self) -> None:
        """Everything may look different: a setting or a day has changed."""
        self._stale = set(self._pages)
        if self.current is not None:
            self._stale.discard(self.current.name)
            self.current.refresh(None)

    def _take(self, changes: Changes) -> None:
        self._waiting = joined(self._waiting, changes)
        self._stale = {name for name in self._pages if self._pages[name] is not self.current}
        if not self._soon.isActive():
            self._soon.start()

    def _refresh_shown(self) -> None:
        changes, self._waiting = self._waiting, None
        if self.current is not None and changes is not None:
            self.current.refresh(changes)
