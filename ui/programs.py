"""How this program starts itself once more: a command, or a window on another library."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QProcess, QProcessEnvironment


def command(*words: str) -> tuple[str, list[str]]:
    """The program and the words that run a command; a built program has no `python -m`."""
    return _start("cardkeeper", words)


def window(folder: Path) -> tuple[str, list[str]]:
    """The same for a window on the library in this folder."""
    return _start("ui.start", ["--library", str(folder)])


def surroundings() -> QProcessEnvironment:
    """What a child needs to find the program, wherever it is started."""
    found = QProcessEnvironment.systemEnvironment()
    if not getattr(sys, "frozen", False):
        found.insert("PYTHONPATH", str(Path(__file__).resolve().parent.parent))
    return found


def open_window(folder: Path) -> bool:
    """Start a window on this library, apart from this one; False where it does not start."""
    process = QProcess()
    program, words = window(folder)
    process.setProgram(program)
    process.setArguments(words)
    process.setProcessEnvironment(surroundings())
    started, _number = process.startDetached()
    return started


def _start(module: str, words: Sequence[str]) -> tuple[str, list[str]]:
    if getattr(sys, "frozen", False):
        return sys.executable, list(words)
    return sys.executable, ["-P", "-m", module, *words]
