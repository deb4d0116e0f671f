"""What was done and can be undone, who was removed and can be brought back, who was merged and can be separated."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import ClassVar

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QStackedLayout, QVBoxLayout, QWidget

from cardkeeper.errors import WorldError
from cardkeeper.library import Changes
from cardkeeper.library.history import Done
from cardkeeper.library.merges import Merge
from cardkeeper.library.trash import DAYS_KEPT, Removed
from cardkeeper.translation import tr, trn
from ui.ground import Ground
from ui.history.model import Line, LineDelegate, LineModel
from ui.language import number
from ui.parts import Button, Command, EmptyState, Label, Page, PageHeader, Segments, Separator
from ui.questions import AskingBar, YesQuestion
from ui.roles import OBJECT_ROLE
from ui.session import Session
from ui.wording import moment

_CHANGES, _REMOVED, _MERGED = "changes", "removed", "merged"


class HistoryPage(Page):
    """Three lists, and below them what can be done with the current line."""

    name: ClassVar[str] = "history"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.header = PageHeader(tr("History"))
        self.lists = Segments(
            (
                (_CHANGES, tr("Changes"), "history"),
                (_REMOVED, tr("Removed people"), "delete-outline"),
                (_MERGED, tr("Merged people"), "call-merge"),
            ),
            tr("What to show"),
        )
        self.model = LineModel(self)
        self.view = QListView()
        self.hint = Label("", "small", "text2", wrap=True)
        self.bar = AskingBar(session, align_right=True)
        self.nothing = EmptyState("history", "", "")
        self._build()
        self.bar.asking_changed.connect(lambda: self.hint.setVisible(self.bar.question is None))
        self.lists.chosen.connect(lambda _which: self.refresh(None))
        self.view.selectionModel().currentChanged.connect(lambda *_: self._offer())

    def refresh(self, changes: Changes | None) -> None:
        """Show the chosen list as it is now; the place in it stays."""
        row = self.view.currentIndex().row()
        lines = {_CHANGES: self._changes, _REMOVED: self._removed, _MERGED: self._merged}[self.lists.value()]()
        self.bar.return_focus_to(self.view if lines else self.lists.segment(self.lists.value()))
        self.model.set_lines(lines)
        self._stack.setCurrentIndex(0 if lines else 1)
        self.nothing.title.set_text(_NOTHING[self.lists.value()]())
        self.header.set_state(number(len(lines)) if lines else "")
        if lines:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(self.model.index(min(max(row, 0), len(lines) - 1)), flags)
        self._offer()

    def show_list(self, which: str) -> None:
        """Show this one of the lists."""
        self.lists.set_value(which)
        self.refresh(None)

    def commands(self) -> tuple[Command, ...]:
        return (
            Command(tr("Show removed people"), "delete-outline", lambda: self.show_list(_REMOVED)),
            Command(tr("Show merged people"), "call-merge", lambda: self.show_list(_MERGED)),
        )

    def take_focus(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(LineDelegate(self.view))
        self.view.setAccessibleName(tr("What was done"))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        above = QHBoxLayout()
        above.setContentsMargins(24, 8, 24, 8)
        above.addWidget(self.lists)
        above.addStretch(1)
        list_or_nothing = Ground("surface")
        self._stack = QStackedLayout(list_or_nothing)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.nothing)
        self.below = Ground("surface")
        row = QHBoxLayout(self.below)
        row.setContentsMargins(24, 10, 24, 10)
        row.setSpacing(12)
        row.addWidget(self.hint, 1)
        row.addWidget(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(Separator())
        column.addLayout(above)
        column.addWidget(Separator())
        column.addWidget(list_or_nothing, 1)
        column.addWidget(Separator())
        column.addWidget(self.below)

    # The lists

    def _changes(self) -> list[Line]:
        return [
            Line(
                tr("Undone: {what}", what=done.said) if done.undone else done.said,
                self._when(done.done_at),
                "undo" if done.undone else "check",
                done,
                done.undone,
            )
            for done in self._session.library.history.all()
        ]

    def _removed(self) -> list[Line]:
        today = self._session.today()
        lines = []
        for removed in self._session.library.trash.all():
            ends = (removed.removed_at + timedelta(days=DAYS_KEPT)).date()
            left = trn("{count} day left", "{count} days left", max(0, (ends - today).days))
            when = tr("{when}, {left}", when=self._when(removed.removed_at), left=left)
            lines.append(Line(removed.name or tr("Somebody without a name"), when, "account-outline", removed))
        return lines

    def _merged(self) -> list[Line]:
        lines = []
        for merge, into in self._session.library.merges.all():
            words = tr("{name}, now a part of {kept}", name=merge.name, kept=into)
            lines.append(Line(words, self._when(merge.merged_at), "call-merge", merge))
        return lines

    def _when(self, at: datetime) -> str:
        return moment(at, self._session.now())

    # What can be done

    def _offer(self) -> None:
        """The buttons for the current line."""
        self.bar.take_back()
        self.bar.clear()
        line = self.view.currentIndex().data(OBJECT_ROLE)
        about = line.about if isinstance(line, Line) else None
        self.below.setVisible(about is not None)
        match about:
            case Done():
                self._offer_change(about)
            case Removed():
                self.hint.set_text(tr("Brings back everything that was kept of them."))
                self._add(tr("Erase for good"), "delete-forever-outline", lambda: self._ask_erasing(about))
                self._add(tr("Bring back"), "restore", lambda: self._session.library.trash.restore(about.id))
            case Merge():
                self.hint.set_text(tr("What was typed or logged since the merge stays with the one that was kept."))
                self._add(tr("Show"), "open-in-new", lambda: self.open_person.emit(about.kept_id))
                self._add(tr("Separate again"), "call-split", lambda: self._session.library.merges.separate(about.id))

    def _offer_change(self, done: Done) -> None:
        history = self._session.library.history
        after = [one for one in history.all() if (one.id <= done.id if done.undone else one.id >= done.id)]
        count = sum(one.undone is done.undone for one in after)
        if done.undone:
            self.hint.set_text(trn("Does {count} step again.", "Does {count} steps again.", count))
            self._add(tr("Do again up to here"), "redo", lambda: history.redo_up_to(done.id))
        else:
            self.hint.set_text(trn("Undoes {count} step, newest first.", "Undoes {count} steps, newest first.", count))
            self._add(tr("Undo back to here"), "undo", lambda: history.undo_back_to(done.id))

    def _add(self, text: str, icon: str, do: Callable[[], object]) -> None:
        def run() -> None:
            try:
                do()
            except WorldError as error:
                self._session.fail(error)

        self.bar.add_button(Button(text, icon=icon, size="medium"), run)

    def _ask_erasing(self, removed: Removed) -> None:
        words = tr("Erase {name}, their cards and this history? Nothing brings them back.", name=removed.name)
        question = YesQuestion(words, tr("Erase for good"), tr("Keep"), for_good=True)
        question.yes.connect(lambda: self.bar.change(lambda: self._session.library.erasing.erase(removed.id)))
        self.bar.ask(question)


_NOTHING: dict[str, Callable[[], str]] = {
    _CHANGES: lambda: tr("Nothing was changed yet"),
    _REMOVED: lambda: tr("Nobody was removed in the last 30 days"),
    _MERGED: lambda: tr("Nobody was merged yet"),
}
