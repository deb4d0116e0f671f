"""Words that somebody began and did not keep yet: found again wherever they are written next, also after a restart."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from cardkeeper.errors import LibraryError
from cardkeeper.library import Library

LOG: Final = "log"
"""Where one writes down what happened with a person."""
WHO: Final = "who"
"""Where somebody new is named."""
TO_REMEMBER: Final = "to remember"
"""The line about somebody new."""

_PAUSE_MS: Final = 1000
"""So long after the last key they go into the library."""


class Begun(QObject):
    """What was typed last in each place, for each person; it goes into the library in the pauses of typing."""

    failed = Signal(object)
    """A LibraryError: what was typed last is not in the library."""

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._typed: dict[tuple[str, int], str] = {}
        """What the library does not have yet."""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.store)

    def words(self, place: str, contact_id: int = 0) -> str:
        """What was begun there about this person; 0 is somebody who is not here yet."""
        typed = self._typed.get((place, contact_id))
        return self._library.begun.words(place, contact_id) if typed is None else typed

    def put(self, place: str, words: str, contact_id: int = 0) -> None:
        """Remember the words as they stand now; none: let them go."""
        if words != self.words(place, contact_id):
            self._typed[place, contact_id] = words
            self._pause.start()

    def store(self) -> None:
        """Bring into the library what it does not have yet; one that can only be read leaves it until the end."""
        self._pause.stop()
        if self._library.read_only:
            return
        try:
            for (place, contact_id), words in tuple(self._typed.items()):
                self._library.begun.keep(place, words, contact_id)
                del self._typed[place, contact_id]
        except LibraryError as error:
            self.failed.emit(error)
