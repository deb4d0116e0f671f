"""The one way to change a library: a change, its undo step and its notice are one thing, or nothing at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Literal

import peewee

from cardkeeper.errors import WrongInput
from cardkeeper.library.changes import Changes, Kind
from cardkeeper.library.connection import Connection
from cardkeeper.library.derived import Derived
from cardkeeper.library.undo_log import Step, UndoLog
from cardkeeper.translation import tr

Listener = Callable[[Changes], None]


class Transactions:
    """Opens units of change, and tells of them once they are stored."""

    def __init__(self, connection: Connection, log: UndoLog, derived: Derived, now: Callable[[], datetime]) -> None:
        self.now = now
        self._connection = connection
        self._log = log
        self._derived = derived
        self._listeners: list[Listener] = []

    def install(self, progress: Callable[[int, int], None] = lambda _done, _of: None) -> None:
        """Set up this connection for changes, once. `progress`: see `Derived.install`."""
        with self._connection.unit():
            self._log.install()
            self._derived.install(progress)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after each stored change; the returned function ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @contextmanager
    def transaction(self, said: str, step: str = "") -> Iterator[None]:
        """All that changes inside is stored together, as one undo step, or not at all.

        Inside of another it becomes a part of that; when it fails, only this part is taken back. Raises StorageFull or
        LibraryError when it can't be stored.
        """
        if self._connection.in_unit:
            with self._connection.part():
                yield
            return
        with self._connection.unit():
            step_id = self._log.begin(said, self.now())
            yield
            self._derived.refresh()
            step_id, kinds = self._log.end(step_id, step)
        if step:
            self._log.name(step_id, step)
        if kinds:
            self._tell(Changes(said, kinds))

    @contextmanager
    def housekeeping(self) -> Iterator[None]:
        """A unit that is no undo step and that nobody needs to hear of: what nobody would want back goes here."""
        with self._connection.unit():
            self._log.pause()
            yield
            self._derived.refresh()

    def turn(self, step: Step, how: Literal["undone", "redone"]) -> Changes:
        """Undo a step, or do it again. Raises WrongInput when something newer stands in its way."""
        if self._connection.in_unit:
            raise RuntimeError("a step is undone inside of a transaction")
        try:
            with self._connection.unit():
                kinds = self._log.turn(step.id, undone=how == "undone")
                self._derived.refresh()
        except peewee.IntegrityError as error:
            raise WrongInput(
                tr("“{said}” can't be undone or done again: something newer stands on it.", said=step.said),
                tr("Change it by hand instead."),
            ) from error
        changes = Changes(step.said, kinds, how)
        self._tell(changes)
        return changes

    def announce(self, said: str) -> None:
        """Tell everyone that anything may be different; for what is no undo step."""
        self._tell(Changes(said, frozenset(Kind), "for good"))

    def _tell(self, changes: Changes) -> None:
        for listener in tuple(self._listeners):
            listener(changes)
