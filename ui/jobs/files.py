"""What is known of each file of a drop while it is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path


class FileState(StrEnum):
    """How far a file has come."""

    WAITING = "waiting"
    READING = "reading"
    DONE = "done"
    SEEN = "seen"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class FileJob:
    """One file of a drop. `key` names it in this window, for as long as the window is open."""

    key: int
    path: Path
    drop: int
    """The files that came in together have the same number here."""
    batch_id: int = 0
    """What the library calls this drop; 0 until the first of its files could be opened."""
    state: FileState = FileState.WAITING
    page: int = 0
    pages: int = 0
    cards_found: int = 0
    cards_read: int = 0
    doubles: int = 0
    """How many of the cards that were read had come in before, with the same bytes."""
    backs: int = 0
    """How many of the cards that were read are the backs of others."""
    message: str = ""
    """Why it could not be read, in words for the person; `remedy` is what to do."""
    remedy: str = ""
    seen_on: date | None = None
    """The day on which the same bytes came in before."""

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def active(self) -> bool:
        """Whether it still waits or is being read."""
        return self.state in (FileState.WAITING, FileState.READING)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many files of those on the list are through, in whatever way."""

    done: int
    total: int

    @property
    def fraction(self) -> float:
        return self.done / self.total if self.total else 0.0
