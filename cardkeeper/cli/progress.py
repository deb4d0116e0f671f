"""A progress bar for people who watch a terminal; nothing at all for programs that read along."""

from __future__ import annotations

import shutil
import sys
from types import TracebackType
from typing import Final, Self

from cardkeeper.model.progress import CardRead, Done, Event, Failed, Outcome, Seen
from cardkeeper.translation import trn

_BAR: Final = 24
_ERASE: Final = "\r\x1b[K"


class ProgressBar:
    """Files done out of all, and cards found so far, on one line of standard error."""

    def __init__(self, files: int) -> None:
        self._files = files
        self._done = 0
        self._cards = 0
        self._shown = False
        self._watched = sys.stderr.isatty()

    def __enter__(self) -> Self:
        self._draw()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.hide()

    def count(self, said: Event | Outcome) -> None:
        """Take one report into account."""
        self._cards += isinstance(said, CardRead)
        self._done += isinstance(said, Done | Failed | Seen)
        self._draw()

    def hide(self) -> None:
        """Clear the line, so that something else can be printed in its place."""
        if self._shown:
            sys.stderr.write(_ERASE)
            sys.stderr.flush()
            self._shown = False

    def _draw(self) -> None:
        if not self._watched or not self._files:
            return
        full = _BAR * self._done // self._files
        cards = trn("{count} card", "{count} cards", self._cards)
        line = f"{'━' * full}{'─' * (_BAR - full)} {self._done}/{self._files} · {cards}"
        sys.stderr.write(_ERASE + line[: shutil.get_terminal_size().columns - 1])
        sys.stderr.flush()
        self._shown = True


class Counter:
    """How many of how many are done, on one line of standard error; nothing where nobody watches."""

    def __init__(self, word: str) -> None:
        self._word = word
        self._shown = -1
        self._watched = sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown >= 0:
            sys.stderr.write(_ERASE)
            sys.stderr.flush()

    def show(self, done: int, of: int) -> None:
        """Tell how far it is; only what a reader can see is written."""
        step = 100 * done // max(of, 1)
        if self._watched and step != self._shown:
            self._shown = step
            full = _BAR * done // max(of, 1)
            sys.stderr.write(f"{_ERASE}{'━' * full}{'─' * (_BAR - full)} {done}/{of} {self._word}")
            sys.stderr.flush()
