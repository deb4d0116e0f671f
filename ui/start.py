"""What runs first: the words that the program was started with become a window, a command, or a reading worker.

Each of the three is loaded only where it is wanted: the window needs no commands, commands and workers need no Qt.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Final

from cardkeeper import paths
from cardkeeper.flags import FINDER_FLAG, WORKER_FLAG

_LIBRARY: Final = "--library"


@dataclass(frozen=True, slots=True)
class Opening:
    """A window to open: on which library, and with which files, as a file manager hands them over."""

    folder: Path
    files: tuple[Path, ...] = ()


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the words say; returns the exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if getattr(sys, "frozen", False):
        _leave_no_trace()
    if words[:1] == [WORKER_FLAG]:
        import_module("cardkeeper.worker_main").main(Path(words[1]))
        return 0
    if words[:1] == [FINDER_FLAG]:
        import_module("cardkeeper.finder_main").serve(sys.stdin.buffer, sys.stdout.buffer)
        return 0
    wanted = opening(words)
    if wanted is None:
        return int(import_module("cardkeeper.cli.main").main(words))
    if not has_screen():
        return int(import_module("cardkeeper.cli.terminal").no_display())
    return int(import_module("ui.opening").open_window(wanted.folder, wanted.files))


def opening(words: Sequence[str]) -> Opening | None:
    """The window that these words ask for; None where they ask for something else."""
    match list(words):
        case [word, folder, *rest] if word == _LIBRARY:
            library = Path(folder)
        case [word, *rest] if word.startswith(f"{_LIBRARY}="):
            library = Path(word.removeprefix(f"{_LIBRARY}="))
        case rest:
            library = paths.library_folder()
    return Opening(library, tuple(map(Path, rest))) if all(map(_is_file, rest)) else None


def _is_file(word: str) -> bool:
    """Whether a word names a file and no command: commands have neither a dot nor a slash in them."""
    return not word.startswith("-") and ("." in word or "/" in word or os.sep in word)


def _leave_no_trace() -> None:
    """Take out of the surroundings what lets a built program find its own libraries, now that it has found them.

    The mail program or browser that we start would look for its own libraries among ours.
    """
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before:
        os.environ["LD_LIBRARY_PATH"] = before


def has_screen() -> bool:
    """Whether a window has somewhere to open; a Qt platform that someone set by hand counts."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
