"""Opens the window: something is seen at once, and what it is made of is loaded while a person looks at it."""

from __future__ import annotations

import gc
import os
import signal
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

from ui.first_paint import FirstPaint
from ui.frame import Frame, remembered

APP_ID: Final = "io.github.cardkeeper.Cardkeeper"
"""What desktops know the program by: the name of its .desktop file and of its icon."""


def open_window(folder: Path, files: Sequence[Path] = ()) -> int:
    """Show the window on this library, taking these files in, until it is closed; returns the exit status."""
    leave_imports_alone()
    # What is loaded stays: it need not be looked through for rubbish before the window can be used (see ui.app).
    gc.disable()
    app = QApplication([sys.argv[0]])
    app.setApplicationName("cardkeeper")
    app.setApplicationDisplayName("Cardkeeper")
    app.setDesktopFileName(APP_ID)
    # Ctrl+C in the terminal ends the program; the library is whole at any moment.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _close_when_told(app)
    # Only where a window may be open already; a pipe on Windows has no file to be seen by.
    if (sys.platform == "win32" or (folder / "window.socket").exists()) and _ring(folder, files):
        return 0
    frame = Frame(remembered(folder))
    with ExitStack() as open_things:

        def fill() -> None:
            seen = time.monotonic()
            try:
                import_module("ui.app").fill(app, frame, folder, files, open_things, seen=seen)
            except BaseException:
                # Whatever went wrong before there is a window to say it in must not leave an empty one behind.
                app.exit(1)
                raise

        FirstPaint(frame).over.connect(fill)
        frame.show()
        return app.exec()


def _close_when_told(app: QApplication) -> None:
    """End as if the window were closed, with a backup, where the system ends all programs to shut down.

    Python hears of a signal only when it runs next, which may be never while Qt waits: a pipe wakes Qt up. Windows
    sends no such signal; it closes the window.
    """
    if sys.platform != "win32":
        heard, told = os.pipe()
        os.set_blocking(told, False)
        signal.set_wakeup_fd(told)
        signal.signal(signal.SIGTERM, lambda *_: None)
        QSocketNotifier(heard, QSocketNotifier.Type.Read, app).activated.connect(app.quit)


def leave_imports_alone() -> None:
    """Keep PySide6 from reading the source text of every module that is imported after it.

    It looks for those that want another way to call Qt (`from __feature__ import`), which none of ours does; that takes
    a fifth of the time of the imports, and ten megabytes. It finds the function by its name at each import, as of 6.10;
    where another version does not, nothing is changed.
    """
    support: Any = sys.modules.get("PySide6.support.feature")
    if hasattr(support, "feature_imported"):
        support.feature_imported = _leave_alone


def _leave_alone(_module: object) -> None:
    """Nothing is to be found out about a module."""


def _ring(folder: Path, files: Sequence[Path]) -> bool:
    return bool(import_module("ui.doorbell").ring(folder, files))
