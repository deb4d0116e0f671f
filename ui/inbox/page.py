"""The inbox page: the question for the drop, the cards that wait for a review, and the files that are being read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cardkeeper.library import Changes, Kind
from cardkeeper.model.cards import Batch, StoredCard
from cardkeeper.model.people import NOTHING_SAID, MetContext
from cardkeeper.translation import tr, trn
from ui import card_words, theme
from ui.inbox import several
from ui.inbox.card_model import CardModel, Coming
from ui.inbox.empty import NothingHere
from ui.inbox.file_list import FileList
from ui.inbox.file_model import FileModel
from ui.inbox.grid import CardGrid
from ui.inbox.question import BatchQuestion
from ui.inbox.selection import SelectionBar
from ui.inbox.skipped import SkippedPane
from ui.jobs import FileJob, FileState, ReadingJobs
from ui.key_words import keys_in_words
from ui.parts import Button, Command, IconButton, Page, PageHeader, Panel, Scrolling, SectionTitle, open_below
from ui.pictures import Pictures
from ui.session import Session

_FILES_WIDTH: Final = 312
_BELOW: Final = 760
"""Pixels of width at 100 % text under which the list of files goes below the cards."""
_PASTE_FROM: Final = 560
"""Pixels of width at 100 % text from which the button to paste has room beside those that matter more."""
_ANY: Final = 16_777_215
"""Qt's word for any size."""
_COMING_SHOWN: Final = 12
"""So many places for cards that are being read are shown at most."""


class InboxPage(Page):
    """What came in. Asks once for a drop where these people were met; every card opens its review."""

    name = "inbox"

    def __init__(self, session: Session, jobs: ReadingJobs, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self.cards = CardModel(self)
        self.files = FileModel(session, self)
        self.header = PageHeader(tr("Inbox"))
        self.add_button = Button(tr("Add files"), icon="plus")
        self.add_button.setToolTip(keys_in_words("Ctrl+O"))
        self.paste_button = Button(tr("Paste"), "quiet", icon="clipboard-outline")
        self.paste_button.setToolTip(keys_in_words("Ctrl+V"))
        self.review_button = Button(tr("Review"), icon="card-search-outline", keys="Ctrl+R")
        self.question = BatchQuestion(session)
        self.grid = CardGrid(self.cards, pictures)
        self.file_list = FileList(self.files)
        self.nothing = NothingHere(session)
        self.selection = SelectionBar()
        self.skipped = SkippedPane(pictures)
        self.more_button = IconButton("dots-horizontal", tr("More"))
        self._cards_title = SectionTitle(tr("Ready for review"))
        self._files_title = SectionTitle(tr("This drop"))
        self.cancel_button = Button(tr("Cancel"), "quiet", size="small")
        self.retry_button = Button(tr("Try all again"), "quiet", size="small")
        self._showing_skipped = False
        self._lay_out()
        self._connect(pictures)

    # What the window asks

    def refresh(self, changes: Changes | None) -> None:
        if changes is None or changes.kinds & {Kind.CARDS, Kind.BATCHES, Kind.EVENTS}:
            self._show_cards(self._session.library.cards.inbox())
            self.skipped.show_cards(self._session.library.cards.skipped())
        self._show_files()

    def commands(self) -> tuple[Command, ...]:
        return (
            Command(tr("Add files"), "plus", self.add_files.emit, "Ctrl+O"),
            Command(tr("Paste cards"), "clipboard-outline", self.paste.emit, "Ctrl+V"),
            Command(self.review_button.text(), "card-search-outline", self._review_all, "Ctrl+R"),
            Command(tr("Skipped cards"), "minus", self.show_skipped),
        )

    def take_focus(self) -> None:
        if self._showing_skipped:
            self.skipped.list.setFocus()
        elif self._stack.currentIndex() == 0:
            self.nothing.zone.choose_button.setFocus()
        elif self.question.isVisibleTo(self):
            self.question.start()
        else:
            self.grid.setFocus()

    # What it shows

    def _show_cards(self, cards: Sequence[StoredCard]) -> None:
        self.cards.set_cards(cards)
        self.grid.take_first()
        self._say_how_many()
        self._show_question()
        self._show_place()

    def _say_how_many(self) -> None:
        """The counts in the header, over the grid, and on the button."""
        cards = self.cards.cards()
        waiting = len(cards)
        looks = sum(bool(card_words.looks_left(card.draft)) for card in cards)
        ready = trn("{count} card", "{count} cards", waiting)
        needing = trn("{count} needs a look", "{count} need a look", looks)
        detail = tr("{cards}, {looks}", cards=ready, looks=needing) if looks else ready
        self._cards_title.set_detail(detail if waiting else tr("The first card comes in a moment"))
        reading = trn("Reading {count} file", "Reading {count} files", self._jobs.progress().total)
        self.header.set_state(
            trn("{count} card ready for review", "{count} cards ready for review", waiting)
            if waiting
            else tr("Looking for files")
            if self._jobs.gathering
            else reading
        )
        self.review_button.set_text(trn("Review {count} card", "Review {count} cards", waiting))
        self.review_button.setVisible(bool(waiting))

    def _show_files(self) -> None:
        files = self._jobs.files()
        self.files.set_files(files)
        self.cards.set_coming(_coming(files))
        progress = self._jobs.progress()
        words = trn("{done} of {count} file done", "{done} of {count} files done", progress.total, done=progress.done)
        self._files_title.set_detail(tr("Looking for files") if self._jobs.gathering else words)
        busy = self._jobs.active or self._jobs.gathering
        self.cancel_button.setVisible(busy)
        self.retry_button.setVisible(not busy and len(self.files.rows_failed()) > 1)
        self._files_pane.setVisible(bool(files) or self._jobs.gathering)
        self._say_how_many()
        self._show_question()
        self._show_place()

    def _show_question(self) -> None:
        """Ask about the oldest drop that nobody has said anything about and of which something came in."""
        here = {card.batch_id for card in self.cards.cards()}
        here |= {file.batch_id for file in self._jobs.files() if file.active}
        asked = [batch for batch in self._session.library.cards.batches_open() if batch.id in here]
        focus: QWidget | None = QApplication.focusWidget()
        had_keyboard = focus is not None and self.question.isAncestorOf(focus)
        appears = bool(asked) and not self.question.isVisibleTo(self)
        self.question.setVisible(bool(asked))
        if asked:
            self._ask(asked[0])
            if appears and (focus is None or focus is self.grid):
                self.question.start()
        elif had_keyboard:
            self.grid.setFocus()
        self.review_button.set_kind("normal" if asked else "primary")

    def _ask(self, batch: Batch) -> None:
        scans = {card.scan.sha256: card.scan for card in self.cards.cards() if card.batch_id == batch.id}
        gone = (FileState.FAILED, FileState.SEEN, FileState.CANCELLED)
        files = sum(file.batch_id == batch.id and file.state not in gone for file in self._jobs.files())
        suggested = self._jobs.suggested.get(batch.id, NOTHING_SAID)
        said = next((card.context for card in reversed(self.cards.cards()) if card.context.known), NOTHING_SAID)
        self.question.ask(batch, tuple(scans.values()), max(files, len(scans)), suggested, replace(said, about=""))

    def _show_place(self) -> None:
        """Show the place to drop files where there is nothing else to show."""
        files = self._jobs.files()
        busy = self._jobs.gathering or any(file.active or file.state is FileState.FAILED for file in files)
        something = self.cards.rowCount() > 0 or busy
        if self._showing_skipped and self.skipped.model.cards():
            self._stack.setCurrentWidget(self._skipped_area)
            return
        self._showing_skipped = False
        self._stack.setCurrentIndex(1 if something else 0)
        self.add_button.setVisible(something)
        self.paste_button.setVisible(something and self.width() >= theme.px(_PASTE_FROM))
        if not something:
            first = not (any(self._session.library.cards.counts().values()) or self._session.library.people.rows())
            self.nothing.set_first_run(first=first, pages=self.reachable)
            self.header.set_state(tr("Nothing here yet") if first else tr("Nothing waits for a review"))
            self.nothing.say_of(files)

    # What a person does

    def _review_all(self) -> None:
        if self.cards.cards():
            self.open_review.emit(0)

    def _answer(self, batch_id: int, context: MetContext) -> None:
        self._session.library.cards.answer(batch_id, context)
        self._after_question()

    def _put_off(self, batch_id: int) -> None:
        self._session.library.cards.put_off(batch_id)
        self._after_question()

    def show_skipped(self) -> None:
        """Show the cards that were left out, where there are any."""
        if self.skipped.model.cards():
            self._showing_skipped = True
            self._show_place()
            self.skipped.list.setFocus()
        else:
            self._session.say(tr("No card was skipped"))

    def _leave_skipped(self) -> None:
        self._showing_skipped = False
        self._show_place()
        self.take_focus()

    def _pair_chosen(self) -> None:
        several.pair(self._session, self.grid.chosen_ids())
        self.grid.choose_current()

    def _skip_chosen(self, reason: str) -> None:
        several.skip(self._session, self.grid.chosen_ids(), reason)
        self.grid.choose_current()

    def _offer_more(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        count = len(self.skipped.model.cards())
        skipped = menu.addAction(trn("Skipped cards ({count})", "Skipped cards ({count})", count))
        skipped.setEnabled(bool(count))
        skipped.triggered.connect(self.show_skipped)
        open_below(menu, self.more_button)

    def _after_question(self) -> None:
        self._show_question()
        if self.question.isVisibleTo(self):
            self.question.start()
        else:
            self.grid.setFocus()

    def _show_in_folder(self, path: object) -> None:
        if isinstance(path, Path):
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    # How it is put together

    def _connect(self, pictures: Pictures) -> None:
        session = self._session
        self.add_button.clicked.connect(self.add_files)
        self.paste_button.clicked.connect(self.paste)
        self.nothing.choose.connect(self.add_files)
        self.nothing.paste.connect(self.paste)
        self.nothing.zone.watch.connect(lambda: self.set_up.emit("watched_folder"))
        self.nothing.first_run.go.connect(self.go)
        self.nothing.first_run.wants.connect(self.wants)
        self.nothing.first_run.set_up.connect(self.set_up)
        self.review_button.clicked.connect(self._review_all)
        self.cancel_button.clicked.connect(self._jobs.cancel)
        self.retry_button.clicked.connect(lambda: _try_all_again(self._jobs))
        self.question.answered.connect(self._answer)
        self.question.put_off.connect(self._put_off)
        self.grid.opened.connect(self.open_review)
        self.grid.chosen.connect(lambda chosen: self.selection.show_count(len(chosen)))
        self.selection.pair_asked.connect(self._pair_chosen)
        self.selection.skipped.connect(self._skip_chosen)
        self.selection.cleared.connect(self.grid.choose_current)
        self.skipped.left.connect(self._leave_skipped)
        self.skipped.put_back.connect(lambda ids: several.put_back(session, ids))
        self.more_button.clicked.connect(self._offer_more)
        self.file_list.retry.connect(self._jobs.retry)
        self.file_list.leave_out.connect(self._jobs.dismiss)
        self.file_list.cancel.connect(self._jobs.cancel_file)
        self.file_list.show_file.connect(self._show_in_folder)
        pictures.loaded.connect(self.cards.picture_loaded)
        self._jobs.updated.connect(self._show_files)
        theme.notifier().changed.connect(self._arrange)

    def _lay_out(self) -> None:
        for button in (self.add_button, self.paste_button, self.more_button, self.review_button):
            self.header.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        self._stack = QStackedWidget()
        self._stack.addWidget(Scrolling(self.nothing))
        self._stack.addWidget(Scrolling(self._content()))
        self._skipped_area = Scrolling(self.skipped)
        self._stack.addWidget(self._skipped_area)
        column.addWidget(self._stack, 1)

    def _content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 0, 24, 16)
        column.setSpacing(16)
        column.addWidget(self.question)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(24)
        column.addLayout(self._columns, 1)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._cards_title)
        left.addWidget(self.selection)
        left.addWidget(self.grid, 1)
        self._columns.addLayout(left, 1)
        self._files_pane = QWidget()
        right = QVBoxLayout(self._files_pane)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(8)
        self._files_title.add(self.retry_button)
        self._files_title.add(self.cancel_button)
        right.addWidget(self._files_title)
        panel = Panel(margin=1)
        panel.body.addWidget(self.file_list)
        right.addWidget(panel, 1)
        self._columns.addWidget(self._files_pane)
        return content

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Files beside the cards, or below them where the window is narrow or the text large."""
        narrow = self.width() < theme.px(_BELOW)
        self.paste_button.setVisible(self._stack.currentIndex() == 1 and self.width() >= theme.px(_PASTE_FROM))
        self._columns.setDirection(QHBoxLayout.Direction.TopToBottom if narrow else QHBoxLayout.Direction.LeftToRight)
        self._files_pane.setMaximumWidth(_ANY if narrow else theme.px(_FILES_WIDTH))
        self._cards_title.setMinimumHeight(theme.px(24))
        self._files_title.setMinimumHeight(theme.px(24))
        self._files_pane.setMinimumWidth(0 if narrow else theme.px(_FILES_WIDTH))
        self._files_pane.setMaximumHeight(theme.px(190) if narrow else _ANY)


def _coming(files: Sequence[FileJob]) -> list[Coming]:
    """A place for each card that is being read."""
    places = []
    for file in files:
        if file.state is FileState.READING:
            if file.cards_found > 1:
                places += [Coming(file.name, number + 1) for number in range(file.cards_read, file.cards_found)]
            else:
                places.append(Coming(file.name))
    return places[:_COMING_SHOWN]


def _try_all_again(jobs: ReadingJobs) -> None:
    """What stood in the way of one file, such as a full disk, stood in the way of many."""
    for file in jobs.files():
        if file.state is FileState.FAILED:
            jobs.retry(file.key)
