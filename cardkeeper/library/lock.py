"""Who holds a library: one process may change it at a time, and anyone else is told which."""

from __future__ import annotations

import os
import socket
from datetime import datetime
from pathlib import Path
from typing import Final

import filelock
import msgspec

from cardkeeper.errors import LibraryError
from cardkeeper.files import storage_error
from cardkeeper.translation import tr

_WAIT_SECONDS: Final = 0.5
"""Long enough for a command that is just ending, short enough that a second start answers at once."""


class Holder(msgspec.Struct, frozen=True):
    """The process that holds a library."""

    pid: int
    host: str
    since: datetime


class LibraryHeld(LibraryError):
    """Another process has the library open for writing."""


class LibraryLock:
    """Held from opening for writing until close. The system frees it when the process dies, however it dies."""

    def __init__(self, folder: Path) -> None:
        self._lock = filelock.FileLock(folder / "library.lock", timeout=_WAIT_SECONDS)
        self._note = folder / "library.holder.json"

    def acquire(self, now: datetime) -> None:
        """Take the lock. Raises LibraryHeld, which says who has it, or LibraryError where nothing can be written."""
        try:
            self._lock.acquire(poll_interval=0.05)
            self._note.write_bytes(msgspec.json.encode(Holder(os.getpid(), socket.gethostname(), now)))
        except filelock.Timeout as error:
            raise self._held() from error
        except OSError as error:
            self._lock.release()
            raise storage_error(self._note.parent, error) from error

    def release(self) -> None:
        self._note.unlink(missing_ok=True)
        self._lock.release()

    def _held(self) -> LibraryHeld:
        remedy = tr("Use the window that is open, or close it first.")
        holder = self._holder()
        if holder is None:
            return LibraryHeld(tr("The library is already open in another program."), remedy)
        return LibraryHeld(
            tr(
                "The library is already open: process {pid} on {host}, since {time}.",
                pid=holder.pid,
                host=holder.host,
                time=holder.since.strftime("%H:%M"),
            ),
            remedy,
        )

    def _holder(self) -> Holder | None:
        """Who wrote the note last; None while it is being written."""
        try:
            return msgspec.json.decode(self._note.read_bytes(), type=Holder)
        except (OSError, msgspec.DecodeError):
            return None
