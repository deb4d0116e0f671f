"""The log: a few small files that turn over, for finding out what went wrong without knowing whose cards they were.

What may be logged: ids, hashes, counts, durations, versions, names of our own functions. What may not: words of a card,
names, numbers, addresses, file names of the person's, and the messages of exceptions, which may quote any of these. So
exceptions are written as their types and the lines of code that they passed through, by `bug_report` here and by the
formatter for `logger.exception`.
"""

from __future__ import annotations

import logging
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Final

from cardkeeper.files import storage_error

_OURS: Final = ("cardkeeper", "ui")
_FILE_BYTES: Final = 512 * 1024
_FILES_KEPT: Final = 4
_Information = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


@contextmanager
def logged(folder: Path, *, level: int = logging.INFO) -> Iterator[Path]:
    """Write what the program logs to a file in this folder as long as the context lasts; gives the file's path.

    Raises LibraryError or StorageFull where it can't be written.
    """
    path = folder / "cardkeeper.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=_FILE_BYTES, backupCount=_FILES_KEPT, encoding="utf-8")
    except OSError as error:
        raise storage_error(folder, error) from error
    handler.setFormatter(_Wordless("%(asctime)s %(levelname)s %(process)d %(name)s: %(message)s"))
    loggers = [logging.getLogger(name) for name in _OURS]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(level)
        logger.addHandler(handler)
    try:
        yield path
    finally:
        for logger, old in zip(loggers, before, strict=True):
            logger.setLevel(old)
            logger.removeHandler(handler)
        handler.close()


def bug_report(error: BaseException) -> str:
    """A mistake of ours as types and lines of code, with those that led to it first; no message, no value."""
    chain: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and link not in chain:
        chain.append(link)
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return "\n".join(_without_words(part) for part in reversed(chain))


class _Wordless(logging.Formatter):
    """Times in UTC, and exceptions without their messages."""

    converter = staticmethod(time.gmtime)

    def formatException(self, ei: _Information) -> str:  # noqa: N802 - logging's own name
        return bug_report(ei[1]) if ei[1] is not None else ""


def _without_words(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames]
    return "\n".join([f"{type(error).__module__}.{type(error).__qualname__}", *lines])
