"""What was done, newest first: undo and redo, also after a restart."""

from __future__ import annotations

from cardkeeper.library.changes import Changes
from cardkeeper.library.transactions import Transactions
from cardkeeper.library.undo_log import UndoLog


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

    def undo(self) -> Changes | None:
        """Undo the newest step; None when there is none."""
        step = self._log.newest(undone=False)
        return self._transactions.turn(step, "undone") if step else None

    def redo(self) -> Changes | None:
        """Do the step again that was undone last; None when there is none."""
        step = self._log.newest(undone=True)
        return self._transactions.turn(step, "redone") if step else None
