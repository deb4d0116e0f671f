"""Below the table while people are marked: what can be done with all of them, asked for in the same line."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QSizePolicy, QWidget

from cardkeeper.model.people import Tier
from cardkeeper.translation import tr, trn
from ui.log_box import LogBox
from ui.parts import Button, IconButton, Label, LineField
from ui.people.bulk import Bulk, Deed, Running, removal_words
from ui.questions import AskingBar, Question, YesQuestion
from ui.session import Session
from ui.wording import tier_words


class TagQuestion(Question):
    """Which tag to give or to take."""

    given = Signal(str)
    taken = Signal(str)

    def __init__(self, known: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(tr("Tag"), parent)
        self.tag = LineField(hint=tr("A word, like “Partner”"), name=tr("Tag"))
        self.tag.setMaxLength(100)
        completer = QCompleter(list(known), self.tag)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.tag.setCompleter(completer)
        self.tag.returnPressed.connect(lambda: self._tell(self.given))
        self.give = Button(tr("Add tag"), "primary", size="medium")
        self.take = Button(tr("Take tag away"), size="medium")
        self.give.clicked.connect(lambda: self._tell(self.given))
        self.take.clicked.connect(lambda: self._tell(self.taken))
        for widget in (self.tag, self.give, self.take):
            self.add(widget)
        self.add_way_back()

    def _tell(self, signal: object) -> None:
        text = self.tag.text().strip()
        if text:
            (self.given if signal is self.given else self.taken).emit(text)


class TierQuestion(Question):
    """How often one wants to be in touch."""

    chosen = Signal(object)
    """A `Tier`, or None for no tier."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Tier"), parent)
        for tier in (*Tier, None):
            button = Button(tier.value if tier else tr("None"), size="medium")
            button.setToolTip(tier_words(tier))
            button.setAccessibleName(tier_words(tier))
            button.clicked.connect(lambda _checked=False, tier=tier: self.chosen.emit(tier))
            self.add(button)
        self.add_way_back()


class LogQuestion(Question):
    """What happened with all of them."""

    logged = Signal(object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.box = LogBox(today, one=False)
        self.box.set_person(0, today)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.box.logged.connect(self.logged)
        self.box.left.connect(self.cancelled)
        self.box.discard.clicked.connect(self.cancelled)
        self.add(self.box)

    def start(self) -> None:
        self.box.begin()


class BulkBar(QWidget):
    """How many are marked, and what can be done with them."""

    unmark = Signal()
    write = Signal(tuple)
    """Letters to these people, each looked at."""
    export = Signal(tuple)
    """Let a person choose how these people are exported."""
    merge = Signal(tuple)
    """Show these people side by side, to make one of them."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._bulk = Bulk(session.library)
        self._marked: tuple[int, ...] = ()
        self._tags: Callable[[], Sequence[str]] = tuple
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(12)
        self.count = Label("", "strong")
        self.bar = AskingBar(session, align_right=True)
        self.bar.return_focus_to(self)
        self.close_button = IconButton("close", tr("Take all marks away"), size="medium")
        self.close_button.clicked.connect(self.unmark)
        row.addWidget(self.count)
        row.addWidget(self.bar, 1)
        row.addWidget(self.close_button)
        self._add(tr("Write"), "email-outline", lambda: self.write.emit(self._marked))
        self._add(tr("Tag"), "tag-outline", self.ask_tag)
        self._add(tr("Set tier"), "podium", self.ask_tier)
        self._add(tr("Log one talk for all"), "note-text-outline", self.ask_log)
        self._add(tr("Export"), "export-variant", lambda: self.export.emit(tuple(self._marked)))
        self.merge_button = self._add(tr("Merge"), "call-merge", lambda: self.merge.emit(self._marked))
        self._add(tr("Remove"), "delete-outline", self.ask_removal)
        self.hide()

    def _add(self, text: str, icon: str, do: Callable[[], None]) -> Button:
        button = Button(text, "quiet", icon=icon, size="medium")
        self.bar.add_button(button, do)
        return button

    def set_marked(self, ids: Collection[int], tags: Callable[[], Sequence[str]]) -> None:
        """Offer what can be done with these people; `tags` tells those in use."""
        if set(ids) != set(self._marked):
            self.bar.take_back()
        self._marked, self._tags = tuple(sorted(ids)), tags
        self.merge_button.setEnabled(len(ids) == 2)
        self.merge_button.setToolTip("" if len(ids) == 2 else tr("Mark two people to merge them"))
        if self.bar.isEnabled():
            self._show_count()
        self.setVisible(bool(ids))

    def ids(self) -> list[int]:
        return list(self._marked)

    def ask_tag(self) -> None:
        question = TagQuestion(self._tags())
        question.given.connect(lambda tag: self._run(self._bulk.tag(len(self._marked), tag)))
        question.taken.connect(lambda tag: self._run(self._bulk.untag(len(self._marked), tag)))
        self.bar.ask(question)

    def ask_tier(self) -> None:
        question = TierQuestion()
        question.chosen.connect(lambda tier: self._run(self._bulk.set_tier(len(self._marked), tier)))
        self.bar.ask(question)

    def ask_log(self) -> None:
        question = LogQuestion(self._session.today())
        question.logged.connect(lambda said: self._run(self._bulk.log(len(self._marked), said.entry)))
        self.bar.ask(question)

    def _run(self, deed: Deed) -> None:
        """Do it with everyone who is marked now; meanwhile nothing else is offered."""
        ids = self.ids()
        self.bar.take_back()
        self.bar.setEnabled(False)
        running = Running(self._session.library, deed, ids, self)
        running.progressed.connect(self._show_progress)
        running.finished.connect(self._finished)
        running.start()

    def _show_progress(self, done: int, of: int) -> None:
        if done < of:
            self.count.set_text(tr("{done} of {count} done", done=done, count=of))

    def _finished(self) -> None:
        self.bar.setEnabled(True)
        self._show_count()

    def _show_count(self) -> None:
        self.count.set_text(trn("{count} selected", "{count} selected", len(self._marked)))

    def ask_removal(self) -> None:
        """Removing takes a second press, and can be undone."""
        count = len(self._marked)
        rows = self._session.library.lists.lines(self._marked[:1])
        names = [row.name or row.company for row in rows.values()]
        question = YesQuestion(
            removal_words(names, count), trn("Remove {count}", "Remove {count}", count), tr("Keep them")
        )
        question.yes.connect(lambda: self._run(self._bulk.remove(len(self._marked))))
        self.bar.ask(question)
