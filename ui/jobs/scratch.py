"""Files that are there only to be read, such as a picture on the clipboard."""

from __future__ import annotations

import tempfile
from pathlib import Path


class Scratch:
    """Folders outside the library, none until one is asked for.

    They are there until `close`: the library has what was read, and whoever tries again reads it from here.
    """

    def __init__(self) -> None:
        self._whole: tempfile.TemporaryDirectory[str] | None = None

    def folder(self) -> Path:
        """A new, empty one."""
        self._whole = self._whole or tempfile.TemporaryDirectory(prefix="cardkeeper-")
        return Path(tempfile.mkdtemp(dir=self._whole.name))

    def close(self) -> None:
        """Take all of them away."""
        if self._whole is not None:
            self._whole.cleanup()
            self._whole = None
