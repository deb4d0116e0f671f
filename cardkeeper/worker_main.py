"""What runs inside a worker process: readers are loaded once, then file after file is read and told about.

The process is started by `workers.WorkerPool` as `python -m cardkeeper.worker_main FOLDER`, where FOLDER takes its
temporary files. Tasks come in on standard input, messages go out on standard output, both pickled. When standard input
ends, the program that waits for us is gone, and so are we.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import shutil
import signal
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from cardkeeper import pipeline
from cardkeeper.errors import WorldError
from cardkeeper.model.progress import (
    CardRead,
    Done,
    Event,
    Failed,
    FileTask,
    FrameTask,
    Ready,
    Seen,
    Setup,
    Task,
    TurnTask,
)
from cardkeeper.reading import panel as readers
from cardkeeper.reading.panel import Panel
from cardkeeper.translation import use_language

_GONE: Final = 0
_GENTLE: Final = 10
"""POSIX niceness, from 0 to 19: about a tenth of the time that a program of usual priority gets beside it."""


def main(folder: Path) -> None:
    """Read tasks until there are no more."""
    tempfile.tempdir = str(folder)
    source, sink = _own_streams()
    tasks: queue.SimpleQueue[Task] = queue.SimpleQueue()
    setup = _take_setup(source, folder)
    use_language(setup.language)
    if setup.gentle:
        _step_back()
    threading.Thread(target=_receive, args=(source, tasks, folder), daemon=True).start()
    panel = _load(setup)
    _tell(sink, Ready())
    while True:
        task = tasks.get()
        for said in _work(task, setup, panel):
            _tell(sink, said)


def _load(setup: Setup) -> Panel | Failed:
    """The readers, ready to read; or what to say of every file when they can't be had."""
    try:
        panel = readers.choose(setup.options.reader, readers.installed(setup.threads), readers.of_languages())
        panel.load()
    except WorldError as error:
        return Failed(error.message, error.remedy)
    return panel


def _step_back() -> None:
    """Let whatever a person waits for go first."""
    if sys.platform == "win32":
        return
    os.nice(_GENTLE)
    # Linux shares time out by sessions before it looks at processes, and a worker leads a session of its own. Where
    # that is off, or not ours to set, niceness alone has to do.
    with contextlib.suppress(OSError):
        Path("/proc/self/autogroup").write_text(str(_GENTLE), encoding="ascii")


def _own_streams() -> tuple[BinaryIO, BinaryIO]:
    """Both pipes to the program that started us; what a library prints goes to standard error instead."""
    sink = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return sys.stdin.buffer, sink


def _take_setup(source: BinaryIO, folder: Path) -> Setup:
    """What we are told first; when nobody is there any more to tell it, we leave as we came."""
    try:
        setup: Setup = pickle.load(source)  # noqa: S301 - written by the program that started us
    except EOFError:
        shutil.rmtree(folder, ignore_errors=True)
        sys.exit(_GONE)
    return setup


def _receive(source: BinaryIO, tasks: queue.SimpleQueue[Task], folder: Path) -> None:
    try:
        while True:
            tasks.put(pickle.load(source))  # noqa: S301 - written by the program that started us
    except (EOFError, OSError):
        shutil.rmtree(folder, ignore_errors=True)
        _end_with_children()


def _end_with_children() -> None:
    """End at once, with a Tesseract that may be running; we lead a process group of our own where there are groups."""
    if sys.platform != "win32" and os.getpgrp() == os.getpid():
        os.killpg(os.getpid(), signal.SIGKILL)
    os._exit(_GONE)


def _work(task: Task, setup: Setup, panel: Panel | Failed) -> Iterator[Event | Done | Failed]:
    if isinstance(panel, Failed):
        yield panel
        return
    try:
        cards = 0
        for event in _events(task, setup, panel):
            yield event
            cards += isinstance(event, CardRead)
            if isinstance(event, Seen):
                return
        yield Done(cards)
    except WorldError as error:
        yield Failed(error.message, error.remedy)


def _events(task: Task, setup: Setup, panel: Panel) -> Iterator[Event]:
    if isinstance(task, FileTask):
        yield from pipeline.read_file(task.path, setup.options, panel, task.known)
    elif isinstance(task, TurnTask):
        yield CardRead(pipeline.reread(task.card, task.turn, setup.options, panel))
    elif isinstance(task, FrameTask):
        yield CardRead(pipeline.reframe(task.card, task.sha256, task.quad, setup.options, panel))
    else:
        yield pipeline.draw_page(task.sha256, task.page, setup.options)


def _tell(sink: BinaryIO, message: object) -> None:
    pickle.dump(message, sink)
    sink.flush()


if __name__ == "__main__":
    main(Path(sys.argv[-1]))
