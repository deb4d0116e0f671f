"""What lies where in a library's folder."""

from __future__ import annotations

from pathlib import Path
from typing import Final

DATABASE: Final = "library.sqlite"
FILES: Final = "files"
SEALED: Final = "sealed"
"""The files of a library that has a password; so which files count is decided by the database alone."""
BACKUPS: Final = "backups"
SET_ASIDE: Final = "set-aside"

LOGS: Final = ("-wal", "-shm", "-journal")
"""What SQLite puts beside a database; a log of one database beside another one would damage it."""


def beside(path: Path, suffix: str) -> Path:
    """The file that lies beside another one under its name and a suffix."""
    return path.with_name(path.name + suffix)
