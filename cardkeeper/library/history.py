"""What was done, newest first: undo and redo, one step or back to any, also after a restart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cardkeeper.library.changes import Changes
from cardkeeper.library.transactions import Transactions
from cardkeeper.library.undo_log import UndoLog


@dataclass(frozen=True, slots=True)
class Done:
    """One thing that was done, and whether it is undone at the moment."""

    id: int
    said: str
    done_at: datetime
    undone: bool


class History:
    """Undoes the newest step, and does again what was undone, until something new is done."""

    def __init__(self, transactions: Transactions, log: UndoLog) -> None:
        self._transactions = transactions
        self._log = log

    @property
    def can_undo(self) -> str:
        """What `undo` would undo, in words; empty when there is nothing."""
        step = self._log.newest(undone=False)
        return step.said if step else ""

    @property
    def can_redo(self) -> str:
        """What `redo` would do again, in words; empty when there is nothing."""
        step = self._log.newest(undone=True)
        return step.said if step else ""

    def all(self) -> tuple[Done, ...]:
        """Everything that can be undone or done again, newest first."""
        return tuple(
            Done(step_id, said, datetime.fromisoformat(done_at), bool(undone))
            for step_id, said, done_at, undone in self._log.steps()
        )

    def undo(self) -> Changes | None:
        """Undo the newest step; None when there is none."""
        step = self._log.newest(undone=False)
        return self._transactions.turn(step, "undone") if step else None

    def redo(self) -> Changes | None:
        """Do the step again that was undone last; None when there is none."""
        step = self._log.newest(undone=True)
        return self._transactions.turn(step, "redone") if step else None

    def undo_back_to(self, step_id: int) -> int:
        """Undo this step and all that came after it, newest first; return how many.

        Raises WrongInput where one can't be undone; those after it are undone then.
        """
        count = 0
        while (step := self._log.newest(undone=False)) is not None and step.id >= step_id:
            self._transactions.turn(step, "undone")
            count += 1
        return count

    def redo_up_to(self, step_id: int) -> int:
        """Do again all that was undone, up to this step; return how many steps. Raises as `undo_back_to`."""
        count = 0
        while (step := self._log.newest(undone=True)) is not None and step.id <= step_id:
            self._transactions.turn(step, "redone")
            count += 1
        return count
