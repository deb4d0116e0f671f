"""What happens to errors that nobody caught: the world's become a sentence, our own a bug report without card text."""

from __future__ import annotations

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from cardkeeper.errors import WorldError
from cardkeeper.logs import bug_report

_log = logging.getLogger(__name__)


class Crashes(QObject):
    """Hears of every error on any thread, and lets the window go on."""

    world = Signal(object)
    """A `WorldError` that nobody caught."""
    bug = Signal(str)
    """The report of a mistake of ours, without a word of any card."""

    def install(self) -> None:
        sys.excepthook = self.take
        threading.excepthook = lambda hook: self.take(hook.exc_type, hook.exc_value, hook.exc_traceback)

    def uninstall(self) -> None:
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def take(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        if isinstance(error, WorldError):
            self.world.emit(error)
        elif isinstance(error, Exception):
            report = bug_report(error)
            _log.error("a mistake of ours\n%s", report)
            self.bug.emit(report)
        else:
            sys.__excepthook__(kind, error or kind(), trace)
