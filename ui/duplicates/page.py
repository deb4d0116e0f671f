"""Who may be there twice: the pairs at the left, both side by side, and what is to become of them below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Final

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QStackedLayout, QVBoxLayout, QWidget

from cardkeeper.errors import WorldError
from cardkeeper.library import Changes, Kind, Reason
from cardkeeper.library.duplicates import Pair
from cardkeeper.matching import Certainty, Twins
from cardkeeper.translation import tr, trn
from ui import theme
from ui.duplicates.comparing import Comparison
from ui.duplicates.finding import Finding
from ui.duplicates.pairs import PairDelegate, PairModel, Shown, lines_of
from ui.ground import Ground
from ui.jobs import Background
from ui.language import number
from ui.parts import Button, Command, ElidedLabel, EmptyState, Page, PageHeader, ProgressLine, Separator
from ui.questions import AskingBar, YesQuestion
from ui.roles import OBJECT_ROLE
from ui.session import Session
from ui.splitter import Splitter

_ROOM_FOR_BOTH: Final = 680
"""Pixels of width at 100 % text that list and comparison need side by side."""


class DuplicatesPage(Page):
    """Looks when it is first shown and when asked; every merge can be undone, and taken apart at any time."""

    name: ClassVar[str] = "duplicates"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._pairs: tuple[Pair, ...] = ()
        self._looked = False
        self._background = Background(self)
        self.finding = Finding(session, self._background)
        self.header = PageHeader(tr("Duplicates"))
        self.again_button = Button(tr("Look again"), icon="magnify")
        self.sure_button = Button(tr("Merge all that are sure"), icon="call-merge")
        self.model = PairModel(self)
        self.view = QListView()
        self.comparison = Comparison()
        self.why = ElidedLabel("", "small", "text2")
        self.bar = AskingBar(session, align_right=True)
        self.nothing = EmptyState("account-multiple-check-outline", "", "")
        self.progress = ProgressLine()
        self.stop_button = Button(tr("Stop"), size="medium")
        self._build()
        self._connect()

    # What the window asks of a page

    def refresh(self, changes: Changes | None) -> None:
        """Look the first time; later keep to the pairs of which both are still there."""
        if not self._looked:
            self.look()
        elif changes is None or changes.kinds & {Kind.CONTACTS, Kind.DUPLICATES}:
            apart = self._session.library.merges.told_apart()
            self._show([pair for pair in self._pairs if (pair.first_id, pair.second_id) not in apart])

    def compare_people(self, ids: tuple[int, ...]) -> None:
        """Put these two first, whether or not anything says that they are one."""
        first, second = sorted(ids)[:2]
        self._looked = True
        asked = Pair(first, second, Twins(Certainty.POSSIBLE, ()))
        self._show([pair for pair in self._pairs if (pair.first_id, pair.second_id) != (first, second)] + [asked])
        for row in range(self.model.rowCount()):
            line = self.model.index(row).data(OBJECT_ROLE)
            if line.pair == asked:
                self._stand_on(row)

    def commands(self) -> tuple[Command, ...]:
        return (Command(tr("Look for duplicates again"), "magnify", self.look),)

    def take_focus(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where text is large for the window, the two stand below the list of pairs."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(_ROOM_FOR_BOTH)
        way = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if way is not self._both.orientation():
            self._both.setOrientation(way)
            self._both.share(*((0.35, 0.65) if narrow else (0.3, 0.7)))

    # Looking

    def look(self) -> None:
        """Compare everyone anew, in the background."""
        self._looked = True
        self.progress_line.show()
        self.again_button.setEnabled(False)
        self.header.set_state(tr("Looking …"))
        self.finding.start()

    def _take(self, pairs: tuple[Pair, ...] | None) -> None:
        self.progress_line.hide()
        self.again_button.setEnabled(True)
        self._show(self._pairs if pairs is None else pairs)

    def _show_progress(self, done: int, of: int) -> None:
        self.progress.set_fraction(done / of if of else 1.0)
        self.header.set_state(tr("{done} of {count} pairs compared", done=number(done), count=number(of)))

    def _show(self, pairs: Sequence[Pair]) -> None:
        row = self.view.currentIndex().row()
        people = self._session.library.lists.lines([person for pair in pairs for person in _both(pair)])
        self._pairs = tuple(pair for pair in pairs if pair.first_id in people and pair.second_id in people)
        self.model.set_lines(lines_of(self._pairs, people))
        sure = sum(pair.twins.certainty is Certainty.SURE for pair in self._pairs)
        self.sure_button.setVisible(sure > 1)
        self.sure_button.set_text(trn("Merge {count} that is sure", "Merge {count} that are sure", sure))
        self.header.set_state(trn("{count} pair", "{count} pairs", len(self._pairs)) if self._pairs else "")
        self._stack.setCurrentIndex(0 if self._pairs else 1)
        self.nothing.title.set_text("" if self.finding.busy else tr("Nobody is there twice"))
        self.nothing.text.set_text(
            "" if self.finding.busy else tr("As far as names, mails, numbers and companies tell.")
        )
        self._stand_on(self.model.first_pair(max(0, row)))

    def _stand_on(self, row: int) -> None:
        if row >= 0:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(self.model.index(row), flags)

    # What becomes of a pair

    def _current(self) -> Pair | None:
        line = self.view.currentIndex().data(OBJECT_ROLE)
        return line.pair if isinstance(line, Shown) else None

    def _show_pair(self) -> None:
        pair = self._current()
        self.bar.take_back()
        if pair is None:
            return
        people = self._session.library.people
        try:
            self.comparison.show_pair(people.get(pair.first_id), people.get(pair.second_id))
        except WorldError:
            # Removed a moment ago; the list will be without them in another.
            return
        self.why.set_text(pair.twins.words)

    def merge(self) -> None:
        """Make one of the two, by what is ticked, and go on to the next pair."""
        pair = self._current()
        if pair is not None:
            merges = self._session.library.merges
            self._do(lambda: merges.merge(pair.first_id, pair.second_id, self.comparison.result()))

    def tell_apart(self) -> None:
        """Remember that the two are not the same, and go on to the next pair."""
        pair = self._current()
        if pair is not None:
            self._do(lambda: self._session.library.merges.tell_apart(pair.first_id, pair.second_id))

    def ask_merging_sure(self) -> None:
        sure = [_both(pair) for pair in self._pairs if pair.twins.certainty is Certainty.SURE]
        words = trn(
            "Merge {count} pair? A backup is made first.", "Merge {count} pairs? A backup is made first.", len(sure)
        )
        question = YesQuestion(words, tr("Merge them"), tr("Not now"))
        question.yes.connect(lambda: self._merge_sure(sure))
        self.bar.ask(question)

    def _merge_sure(self, pairs: Sequence[tuple[int, int]]) -> None:
        self.bar.take_back()
        self.setEnabled(False)
        job = self._background.run(self._session.library.backups.make, Reason.MERGE, self._session.now())
        job.done.connect(lambda _backup: self._backed_up(pairs))
        job.failed.connect(self._not_backed_up)

    def _backed_up(self, pairs: Sequence[tuple[int, int]]) -> None:
        self.setEnabled(True)
        self._do(lambda: self._session.library.merges.merge_pairs(pairs))

    def _not_backed_up(self, error: WorldError) -> None:
        self.setEnabled(True)
        self._session.fail(error)

    def _do(self, change: Callable[[], object]) -> None:
        try:
            change()
        except WorldError as error:
            self._session.fail(error)

    # Putting it together

    def _build(self) -> None:
        self.header.add(self.again_button)
        self.header.add(self.sure_button)
        self.sure_button.hide()
        self.view.setModel(self.model)
        self.view.setItemDelegate(PairDelegate(self.view))
        self.view.setAccessibleName(tr("Pairs who may be one"))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setMouseTracking(True)
        self.bar.return_focus_to(self.view)
        self.progress_line = QWidget()
        line = QHBoxLayout(self.progress_line)
        line.setContentsMargins(24, 8, 24, 8)
        line.addWidget(self.progress, 1)
        line.addWidget(self.stop_button)
        self.progress_line.hide()
        right = Ground("surface")
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.comparison, 1)
        beside.addWidget(Separator())
        below = QHBoxLayout()
        below.setContentsMargins(24, 10, 24, 10)
        below.setSpacing(12)
        below.addWidget(self.why, 1)
        below.addWidget(self.bar)
        beside.addLayout(below)
        self._both = Splitter(self.view, right, stretch=1, sizes=(320, 752))
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self._both)
        self._stack.addWidget(self.nothing)
        self._stack.setCurrentIndex(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, Separator(), self.progress_line):
            column.addWidget(part)
        column.addWidget(holder, 1)

    def _connect(self) -> None:
        self.finding.progressed.connect(self._show_progress)
        self.finding.found.connect(self._take)
        self.again_button.clicked.connect(self.look)
        self.sure_button.clicked.connect(self.ask_merging_sure)
        self.stop_button.clicked.connect(self.finding.stop)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_pair())
        self.bar.add_button(Button(tr("Not the same"), icon="account-multiple-outline", size="medium"), self.tell_apart)
        self.bar.add_button(
            Button(tr("Merge"), "primary", icon="call-merge", keys="Ctrl+Return", shortcut=False, size="medium"),
            self.merge,
        )
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self.merge)


def _both(pair: Pair) -> tuple[int, int]:
    return pair.first_id, pair.second_id
