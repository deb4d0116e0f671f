"""The work of an import behind the page: files are read on another thread, the library is asked and changed in slices.

Each slice is stored by itself, so the window stays alive and nothing else that happens meanwhile is held up; all slices
are one undo step. Stopping keeps what was imported so far, which that one step takes back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from cardkeeper.errors import WorldError
from cardkeeper.exchange.loading import USUAL, Choice, Loaded
from cardkeeper.importing.applying import prepare, said_of, settings_after, work
from cardkeeper.importing.planning import Item, Plan, Planner
from cardkeeper.importing.sources import Failed, load_all, remembered_columns
from ui.jobs import Background
from ui.session import Session


class Work(QObject):
    """One import at a time, from files to people."""

    loaded = Signal(object, object)
    """What the files hold (`Loaded`), and those that can't be read (`Failed`)."""
    planned = Signal(object)
    """The `Plan`."""
    progressed = Signal(int, int)
    finished = Signal(int, int)
    """How many of how many items were done; fewer when it was stopped."""
    failed = Signal(object)
    """The `WorldError` that ended it."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._background = Background(self)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self._steps: Iterator[None] = iter(())
        self._number = 0
        self._asked = 0
        self._done = (0, 0)
        """Of the import underway, how many of how many people are stored; zeros while none is."""

    @property
    def busy(self) -> bool:
        return self._timer.isActive() or bool(self._done[1])

    def load(self, paths: Sequence[Path], choice: Choice = USUAL) -> None:
        """Read these files, on another thread."""
        self.stop()
        asked = self._asked
        remembered = remembered_columns(self._session.library.folder)
        region = self._session.settings.region
        job = self._background.run(load_all, tuple(paths), choice, region=region, remembered=remembered)
        job.done.connect(lambda found: self._take(asked, *found))

    def plan(self, loaded: Sequence[Loaded]) -> None:
        """Compare with the library, some records at a time."""
        of = sum(len(file.records) + len(file.problems) for file in loaded)
        self._run(self._planning(Planner(self._session.library).steps(loaded), of))

    def apply(self, plan: Plan) -> None:
        """Back up and keep files on another thread, then do what the plan says, some people at a time."""
        self._number += 1
        self._asked += 1
        asked = self._asked
        self._done = (0, len(plan.to_do))
        self.progressed.emit(*self._done)
        steps = self._applying(plan, f"import {self._number}")
        job = self._background.run(prepare, self._session.library, plan, self._session.now())
        job.done.connect(lambda _: self._run(steps) if asked == self._asked else None)
        job.failed.connect(self._fail)

    def stop(self) -> None:
        """End what is underway; of an import, what was stored stays, and is one undo step."""
        self._asked += 1
        self._timer.stop()
        if self._done[1]:
            done, self._done = self._done, (0, 0)
            self.finished.emit(*done)

    def _take(self, asked: int, loaded: tuple[Loaded, ...], failed: tuple[Failed, ...]) -> None:
        if asked == self._asked:
            self.loaded.emit(loaded, failed)

    def _run(self, steps: Iterator[None]) -> None:
        self._steps = steps
        self._timer.start(0)

    def _go_on(self) -> None:
        try:
            if next(self._steps, self) is self:
                self._timer.stop()
        except WorldError as error:
            self._fail(error)

    def _fail(self, error: WorldError) -> None:
        """What was stored before is told as after a stop."""
        self.failed.emit(error)
        self.stop()

    def _planning(self, steps: Iterator[tuple[Item, ...]], of: int) -> Iterator[None]:
        items: list[Item] = []
        for some in steps:
            items.extend(some)
            self.progressed.emit(len(items), of)
            yield
        self._timer.stop()
        self.planned.emit(Plan(tuple(items), self._session.library.whole.empty))

    def _applying(self, plan: Plan, step: str) -> Iterator[None]:
        library, said, of = self._session.library, said_of(plan), len(plan.to_do)
        doing = work(library, plan, self._session.now())
        done: int | None = 0
        while done is not None:
            with library.transaction(said, step=step):
                done = next(doing, None)
            if done is not None:
                self._done = (done, of)
                self.progressed.emit(*self._done)
                yield
        self._session.keep(settings_after(plan, self._session.settings))
        self._done = (0, 0)
        self._timer.stop()
        self.finished.emit(of, of)
