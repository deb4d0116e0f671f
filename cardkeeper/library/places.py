"""What lies where in a library's folder."""

from __future__ import annotations

from pathlib import Path
from typing import Final

DATABASE: Final = "library.sqlite"
FILES: Final = "files"
SEALED: Final = "sealed"
"""The files of a library that has a password; so which files count is decided by the database alone."""
MADE: Final = f"{DATABASE}.sealing"
"""The database in its new form while the password is changed, until it takes the place of the old one."""
DISCARDED: Final = "discarded"
"""What is being removed: whatever lies here is of no use to anybody."""
BACKUPS: Final = "backups"
SET_ASIDE: Final = "set-aside"

LOGS: Final = ("-wal", "-shm", "-journal")
"""What SQLite puts beside a database; a log of one database beside another one would damage it."""


def beside(path: Path, suffix: str) -> Path:
    """The file that lies beside another one under its name and a suffix."""
    return path.with_name(path.name + suffix)


def remove_database(path: Path) -> None:
    """Remove a database that is not needed any more, with all that lies beside it. Raises OSError."""
    for part in (path, *(beside(path, suffix) for suffix in LOGS)):
        part.unlink(missing_ok=True)
