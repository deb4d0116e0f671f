"""The page of an import: what each record would become and why, problems first; then the report, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from cardkeeper.errors import WorldError
from cardkeeper.exchange.loading import USUAL, Choice, Loaded
from cardkeeper.files import PEOPLE_SUFFIXES
from cardkeeper.importing.planning import Item, Outcome, Plan
from cardkeeper.importing.sources import Failed, remember_columns
from cardkeeper.translation import tr, trn
from ui.delegates import Cell
from ui.ground import Ground
from ui.importing.reading import ReadingBar
from ui.importing.words import outcome_tone, outcome_words
from ui.importing.work import Work
from ui.language import number
from ui.lines_table import Line, LinesView
from ui.parts import (
    Button,
    ElidedLabel,
    EmptyState,
    Notice,
    Page,
    PageHeader,
    ProgressLine,
    Scrolling,
    Segments,
    Separator,
)
from ui.session import Session
from ui.wording import Tone

_MOST_SHOWN: Final = 2_000
"""Lines of one kind; more than anybody reads. The counts tell of all."""

_LEAST_TABLE: Final = 240
"""Pixels of the records that stay in sight, however much of the page the choices above them take; the rest scrolls."""

_ORDER: Final = (
    Outcome.PROBLEM, Outcome.MERGES, Outcome.NEW, Outcome.BESIDE, Outcome.LEFT_OUT, Outcome.SAME,
)  # fmt: skip


class ImportingPage(Page):
    """Files in, a plan that can be looked at and changed, and one button that does it."""

    name: ClassVar[str] = "importing"
    settled = Signal()
    """What was asked for is done, and shown."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.work = Work(session, self)
        self._paths: tuple[Path, ...] = ()
        self._choice = USUAL
        self._loaded: tuple[Loaded, ...] = ()
        self._failed: tuple[Failed, ...] = ()
        self.plan = Plan(())
        self._done = False
        self.header = PageHeader(tr("Import"))
        self.import_button = Button(tr("Import"), "primary", icon="account-arrow-down-outline")
        self.stop_button = Button(tr("Stop"))
        self.files_button = Button(tr("Choose files"), icon="folder-open-outline")
        self.notice = Notice("warn")
        self.report = Notice("info")
        self.undo_button = Button(tr("Undo"), size="medium")
        self.people_button = Button(tr("Show people"), size="medium")
        self.reading = ReadingBar()
        self.progress = ProgressLine()
        self.kinds = Segments([("", tr("All"), "")], tr("Which records"))
        self._above = QHBoxLayout()
        self.table = LinesView(tr("Records"))
        self.more = ElidedLabel("", "body", "text2")
        self.about = ElidedLabel("", "body", "text2")
        self.choose_buttons = {
            Outcome.NEW: Button(tr("Add as a new person"), size="medium"),
            Outcome.MERGES: Button("", size="medium"),
            Outcome.LEFT_OUT: Button(tr("Leave out"), size="medium"),
        }
        self.empty = EmptyState(
            "account-arrow-down-outline",
            tr("Bring your people along"),
            tr(
                "Drop CSV, Excel or vCard files here: from Google Contacts, Outlook, LinkedIn, an iPhone or any other "
                "address book; or a whole library that Cardkeeper exported. You see what would happen before anything "
                "changes."
            ),
            (self.files_button,),
        )
        self._arrange()
        self._connect()
        self._show()

    # What the window asks of a page

    def take(self, paths: Sequence[Path]) -> None:
        """Read these files and show what importing them would do."""
        self._paths, self._choice = tuple(paths), USUAL
        self._load()

    def take_focus(self) -> None:
        (self.table if self.plan.items else self.files_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self) -> None:
        """Let a person choose files, without stopping the window meanwhile."""
        dialog = QFileDialog(self, tr("Import people"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        kinds = " ".join(f"*{suffix} *{suffix.upper()}" for suffix in sorted(PEOPLE_SUFFIXES))
        dialog.setNameFilters([tr("Tables, vCards and libraries ({kinds})", kinds=kinds), tr("All files (*)")])
        dialog.filesSelected.connect(lambda names: self.take([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # Inside

    def _arrange(self) -> None:
        self.header.add(self.stop_button)
        self.header.add(self.import_button)
        self.report.add_button(self.people_button)
        self.report.add_button(self.undo_button)
        notices = QVBoxLayout()
        notices.setContentsMargins(24, 8, 24, 0)
        notices.setSpacing(8)
        notices.addWidget(self.notice)
        notices.addWidget(self.report)
        above = self._above
        above.setContentsMargins(24, 4, 24, 8)
        above.setSpacing(12)
        above.addWidget(self.kinds)
        above.addWidget(self.more, 1)
        ground = Ground("surface")
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        listed = QVBoxLayout()
        listed.setContentsMargins(16, 0, 16, 0)
        listed.addWidget(self.table)
        self.table.setMinimumHeight(_LEAST_TABLE)
        inside.addLayout(listed, 1)
        inside.addWidget(Separator())
        self.bar = QWidget()
        below = QHBoxLayout(self.bar)
        below.setContentsMargins(24, 8, 24, 8)
        below.setSpacing(8)
        below.addWidget(self.about, 1)
        for button in self.choose_buttons.values():
            below.addWidget(button)
        inside.addWidget(self.bar)
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addLayout(notices)
        body.addWidget(self.reading)
        body.addLayout(above)
        body.addWidget(ground, 1)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(Scrolling(self._body, sideways=False))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self.progress)
        whole.addWidget(Separator())
        whole.addWidget(holder, 1)

    def _connect(self) -> None:
        self.files_button.clicked.connect(self.choose)
        self.import_button.clicked.connect(self._import)
        self.stop_button.clicked.connect(self._stop)
        self.undo_button.clicked.connect(self._undo)
        self.people_button.clicked.connect(lambda: self.go.emit("people"))
        self.reading.chosen.connect(self._read_otherwise)
        self.kinds.chosen.connect(lambda _: self._show_lines())
        self.table.chosen.connect(lambda _: self._show_current())
        for outcome, button in self.choose_buttons.items():
            button.clicked.connect(lambda _=False, outcome=outcome: self._choose(outcome))
        self.work.loaded.connect(self._take_loaded)
        self.work.planned.connect(self._take_plan)
        self.work.progressed.connect(self._show_progress)
        self.work.finished.connect(self._finish)
        self.work.failed.connect(self._fail)

    def _load(self) -> None:
        self._done = False
        self.plan = Plan(())
        self.header.set_state(tr("Reading {names}", names=", ".join(path.name for path in self._paths[:3])))
        self._busy(on=True)
        self.work.load(self._paths, self._choice)

    def _read_otherwise(self, choice: Choice) -> None:
        self._choice = choice
        self._load()

    def _take_loaded(self, loaded: tuple[Loaded, ...], failed: tuple[Failed, ...]) -> None:
        self._loaded, self._failed = loaded, failed
        self.reading.show_loaded(loaded[0] if len(loaded) == 1 else None)
        self.work.plan(loaded)

    def _take_plan(self, plan: Plan) -> None:
        self.plan = plan
        self._busy(on=False)
        self._show()
        self.settled.emit()

    def _import(self) -> None:
        if self._choice.columns and len(self._loaded) == 1:
            try:
                remember_columns(self._session.library.folder, self._loaded[0])
            except WorldError as error:
                self._session.fail(error)
        self._busy(on=True)
        self.header.set_state(tr("Importing"))
        self.work.apply(self.plan)

    def _stop(self) -> None:
        self.work.stop()
        self._busy(on=False)
        self._show()

    def _finish(self, done: int, of: int) -> None:
        self._done = True
        self._busy(on=False)
        people = done if done < of else self.plan.people
        said = trn("Imported {count} person.", "Imported {count} people.", people)
        left = tr("Stopped before the other {count}.", count=of - done) if done < of else ""
        known = self.plan.count(Outcome.SAME)
        rest = trn("{count} was known already.", "{count} were known already.", known) if known else ""
        self.report.set_message(said, " ".join(part for part in (left, rest) if part))
        self.undo_button.setEnabled(done > 0)
        self._show()
        self.settled.emit()

    def _fail(self, error: WorldError) -> None:
        self._session.fail(error)
        self._busy(on=False)
        self._show()
        self.settled.emit()

    def _undo(self) -> None:
        self._session.undo()
        self._done = False
        self._load()

    # Showing

    def _busy(self, *, on: bool) -> None:
        self.progress.set_fraction(0)
        self.progress.setVisible(on)
        self.stop_button.setVisible(on)
        self.import_button.setVisible(not on and bool(self.plan.items) and not self._done)

    def _show_progress(self, done: int, of: int) -> None:
        self.progress.set_fraction(done / of if of else 1)
        self.header.set_state(tr("{done} of {count}", done=number(done), count=number(of)))

    def _show(self) -> None:
        to_do = len(self.plan.to_do)
        self._stack.setCurrentIndex(1 if self._loaded or self._failed else 0)
        self.import_button.setVisible(bool(self.plan.items) and not self._done and not self.work.busy)
        self.import_button.setEnabled(to_do > 0)
        people = self.plan.people
        self.import_button.set_text(
            trn("Import {count} person", "Import {count} people", people) if people or not to_do else tr("Import")
        )
        self.stop_button.setVisible(self.work.busy)
        self.progress.setVisible(self.work.busy)
        self.report.setVisible(self._done)
        self.reading.setVisible(self.reading.isVisible() and not self._done)
        self.header.set_state(self._state())
        self._show_notice()
        self._show_kinds()
        self._show_lines()

    def _state(self) -> str:
        files = ", ".join(f"{file.name} · {file.words}" for file in self._loaded[:3])
        return files if len(self._loaded) <= 3 else tr("{files} and more", files=files)

    def _show_notice(self) -> None:
        said = [f"{failed.path.name}: {failed.error}" for failed in self._failed]
        said += [f"{file.name}: {remark}" for file in self._loaded for remark in file.remarks]
        self.notice.setVisible(bool(said))
        if said:
            self.notice.set_message(said[0], "\n".join(said[1:4]))

    def _show_kinds(self) -> None:
        """A segment for each kind of outcome that there is; which one is chosen stays."""
        counts = {outcome: self.plan.count(outcome) for outcome in _ORDER}
        there = [(each.value, f"{outcome_words(each)} {number(counts[each])}", "") for each in _ORDER if counts[each]]
        chosen = self.kinds.value()
        self._above.removeWidget(self.kinds)
        self.kinds.deleteLater()
        everything = ("", tr("All {count}", count=number(len(self.plan.items))), "")
        self.kinds = Segments([everything, *there], tr("Which records"))
        self.kinds.set_value(chosen if any(value == chosen for value, _, _ in there) else "")
        self.kinds.chosen.connect(lambda _: self._show_lines())
        self._above.insertWidget(0, self.kinds)

    def _show_lines(self) -> None:
        wanted = self.kinds.value()
        numbered = [(at, item) for at, item in enumerate(self.plan.items) if not wanted or item.outcome.value == wanted]
        numbered.sort(key=lambda pair: _ORDER.index(pair[1].outcome))
        several = len(self._loaded) > 1
        lines = [Line(at + 1, _cells(item, several=several)) for at, item in numbered[:_MOST_SHOWN]]
        head = (tr("Who"), tr("What happens"), tr("Why"), tr("Where"))
        self.table.show_lines(head, lines)
        hidden = len(numbered) - len(lines)
        self.more.set_text(trn("{count} more is not shown", "{count} more are not shown", hidden) if hidden else "")
        if lines and not self.table.current():
            self.table.stand_on(lines[0].id)
        self._show_current()

    def _current(self) -> Item | None:
        at = self.table.current() - 1
        return self.plan.items[at] if 0 <= at < len(self.plan.items) else None

    def _show_current(self) -> None:
        item = self._current()
        self.bar.setVisible(item is not None)
        if item is None:
            return
        self.about.set_text(_about(item))
        may = item.can_choose and not self._done and not self.work.busy
        for outcome, button in self.choose_buttons.items():
            possible = outcome is not Outcome.MERGES or item.known is not None
            button.setVisible(may and possible and item.outcome is not outcome)
        if item.known is not None:
            name = item.known.name or item.known.company or tr("them")
            self.choose_buttons[Outcome.MERGES].set_text(tr("Add to {name}", name=name))

    def _choose(self, outcome: Outcome) -> None:
        at = self.table.current() - 1
        if 0 <= at < len(self.plan.items):
            self.plan = self.plan.with_choice(at, outcome)
            self._show()
            self.table.stand_on(at + 1)


def _cells(item: Item, *, several: bool) -> tuple[Cell, ...]:
    where = tr("line {line}", line=item.line) if item.line else ""
    place = f"{item.file}, {where}" if several and where else where or item.file
    return (
        Cell(item.name or "–"),
        Cell(outcome_words(item.outcome), outcome_tone(item.outcome)),
        Cell(item.why, Tone.QUIET),
        Cell(place, Tone.QUIET),
    )


def _about(item: Item) -> str:
    """What the record says, in one line."""
    if item.record is None:
        return item.why
    contact = item.record.contact
    numbers = (phone.number for phone in contact.phones)
    return " · ".join(
        part for part in (contact.title, contact.company, *contact.emails, *numbers, *contact.addresses) if part
    )
