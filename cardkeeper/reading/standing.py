"""A Tesseract that stays: it starts and loads its language once, then reads picture after picture.

Starting the program and loading English takes as long as reading the lines of a card that are looked at twice. With
`stream_filelist` Tesseract takes the names of pictures from its standard input, one a line, and gives the words of each
as soon as it has read it (its FAQ, "streaming"; since 4.1 nothing is held back). When its standard input ends, as it
does when the program that started it is gone, it ends by itself.
"""

from __future__ import annotations

import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import weakref
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

import numpy as np

from cardkeeper.errors import ReaderFailed
from cardkeeper.images import Picture
from cardkeeper.translation import tr

_WAYS: Final = ("-c", "stream_filelist=1", "-c", "tessedit_create_tsv=1")
"""Picture after picture, and tables; said by itself, since the file that says so lies beside the program's own data."""
_PAGE: Final = "1\t"
"""How the row of a table begins that stands before all others of one picture."""
_GOING: Final = 1.0
"""Seconds that a Tesseract with nothing left to read may take to end."""
_BLANK, _SHOWN = "blank.pgm", "shown.pgm"


@dataclass(frozen=True, slots=True)
class _Run:
    """One run of the program: its process, the folder it reads pictures from, the rows that it says."""

    process: subprocess.Popen[bytes]
    folder: Path
    said: queue.SimpleQueue[str | None]
    """The rows of its tables; None when it has ended."""
    listener: threading.Thread


class StandingTesseract:
    """One program that reads one picture at a time, for one caller at a time."""

    def __init__(self, command: Sequence[str]) -> None:
        """`command`: the program and the options it reads with. Nothing is started yet."""
        self._command = (str(command[0]), "-", "-", *command[1:], *_WAYS)
        self._run: _Run | None = None
        self._end: weakref.finalize[[_Run], StandingTesseract] | None = None

    def start(self) -> None:
        """Have it start and load its language, without waiting for it. Raises `ReaderFailed` if it can't be started."""
        self._running()

    def table(self, shades: Picture, timeout: float) -> list[str]:
        """The rows of words on a grey picture, as in Tesseract's TSV files, without the heading.

        `timeout` in seconds. Raises `ReaderFailed` when it stops or takes longer; the next picture starts it anew.
        """
        until = time.monotonic() + timeout
        run = self._running()
        try:
            _ask(run, shades)
            return _answer(run, until)
        except ReaderFailed:
            self.close()
            raise

    def close(self) -> None:
        """End it, if it runs."""
        if self._end is not None:
            self._end()
        self._run = self._end = None

    def _running(self) -> _Run:
        if self._run is None or self._run.process.poll() is not None:
            self.close()
            self._run = _start(self._command)
            self._end = weakref.finalize(self, _end, self._run)
        return self._run


def _start(command: Sequence[str]) -> _Run:
    folder = Path(tempfile.mkdtemp(prefix="cardkeeper-tesseract-"))
    _save(folder / _BLANK, np.full((8, 8), 255, dtype=np.uint8))
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # Pictures are named without their folder, so that no letter in its name can get lost on the way.
            cwd=folder,
            creationflags=_flags(),
        )
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise _stopped() from error
    said: queue.SimpleQueue[str | None] = queue.SimpleQueue()
    listener = threading.Thread(target=_listen, args=(_pipe(process.stdout), said), daemon=True)
    listener.start()
    return _Run(process, folder, said, listener)


def _flags() -> int:
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW
    return 0


def _listen(pipe: IO[bytes], said: queue.SimpleQueue[str | None]) -> None:
    for row in pipe:
        said.put(row.decode("utf-8", "replace").rstrip("\r\n"))
    said.put(None)


def _ask(run: _Run, shades: Picture) -> None:
    _save(run.folder / _SHOWN, shades)
    names = _pipe(run.process.stdin)
    try:
        # How many rows a picture gives is not known before; those of an empty one behind it say that all are there.
        names.write(f"{_SHOWN}\n{_BLANK}\n".encode())
        names.flush()
    except OSError as error:
        raise _stopped() from error


def _answer(run: _Run, until: float) -> list[str]:
    rows: list[str] = []
    pages = 0
    while pages < 2:
        try:
            row = run.said.get(timeout=max(0.0, until - time.monotonic()))
        except queue.Empty as error:
            raise took_too_long() from error
        if row is None:
            raise _stopped()
        pages += row.startswith(_PAGE)
        if pages == 1:
            rows.append(row)
    return rows


def _end(run: _Run) -> None:
    """End a run and leave nothing behind; one that is at work is not waited for."""
    _close(run.process.stdin)
    try:
        run.process.wait(_GOING)
    except subprocess.TimeoutExpired:
        run.process.kill()
        run.process.wait()
    run.listener.join()
    _close(run.process.stdout)
    shutil.rmtree(run.folder, ignore_errors=True)


def _close(pipe: IO[bytes] | None) -> None:
    try:
        _pipe(pipe).close()
    except OSError:  # what was still to be said to a program that is gone
        return


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise ValueError("a standing Tesseract is started with both pipes")
    return pipe


def _save(path: Path, shades: Picture) -> None:
    """As a portable grey map: packing it in any way takes longer than reading it."""
    height, width = shades.shape
    path.write_bytes(f"P5 {width} {height} 255\n".encode() + shades.tobytes())


def took_too_long() -> ReaderFailed:
    """What to say when the time is over."""
    return ReaderFailed(
        tr("Reading this picture took too long."), tr("Crop the picture to the card and drop it again.")
    )


def _stopped() -> ReaderFailed:
    return ReaderFailed(tr("Tesseract stopped while reading this picture."), tr("Try again, or use the neural reader."))
