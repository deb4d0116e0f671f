"""The world's errors: what can go wrong outside the program, each with a message and a remedy in plain words.

Anything that is not a `WorldError` is a mistake of ours and ends in a bug report without card text.
"""

from __future__ import annotations


class WorldError(Exception):
    """Something outside the program went wrong, and the person in front of it can do something about it.

    `message` says what happened, `remedy` what to do; both are whole sentences, already translated.
    """

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()

    def __reduce__(self) -> tuple[type[WorldError], tuple[str, str]]:
        """Errors cross from worker processes to the window, so both sentences must survive pickling."""
        return type(self), (self.message, self.remedy)


class UnreadableFile(WorldError):
    """A file that came in can't be taken for a picture or a document of cards."""


class ReaderUnavailable(WorldError):
    """A reader that was asked for by name is not on this machine."""


class ReaderFailed(WorldError):
    """A reader stopped, crashed or took longer than its timeout on one picture."""


class LibraryError(WorldError):
    """The library can't be used: locked, damaged, newer than this program, or no library at all."""


class StorageFull(LibraryError):
    """The disk is full: nothing of the change was kept, nothing that was there before is lost."""


class ReadOnlyPlace(LibraryError):
    """The library lies where nothing can be written; it can still be read."""


class WrongInput(WorldError):
    """What a person asked for can't be done as said: an unknown id, an empty name, a date that is none."""
