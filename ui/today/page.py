"""The page of the day: the week in a line, the list, and beside it the person of the current line."""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from cardkeeper import days
from cardkeeper.acting import Acting
from cardkeeper.library import Changes
from cardkeeper.model.letters import Form
from cardkeeper.model.overview import Said
from cardkeeper.relationships.drawer import InDrawer
from cardkeeper.relationships.today import TodayList
from cardkeeper.translation import tr
from ui import theme
from ui.parts import Button, Command, EmptyState, Page, PageHeader, Writing
from ui.pictures import Pictures
from ui.roles import OBJECT_ROLE
from ui.session import Session
from ui.splitter import Splitter
from ui.today.aside import Aside, know
from ui.today.model import TodayModel, contact_of
from ui.today.notes_bar import NotesBar
from ui.today.view import TodayView
from ui.today.week_bar import WeekBar

ROOM_FOR_ASIDE: Final = 860
"""A page narrower than this (pixels at 100 %) shows the list alone."""


class TodayPage(Page):
    """What to do today, with whom, and why."""

    name: ClassVar[str] = "today"

    def __init__(self, session: Session, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._list: TodayList | None = None
        self.model = TodayModel(self)
        self.header = PageHeader(tr("Today"))
        self.week = WeekBar()
        self.notes = NotesBar()
        self.view = TodayView(session, self.model)
        self.aside = Aside(session, pictures)
        self.empty = EmptyState("calendar-check-outline", "", "", (self._button_to_inbox(),))
        self._build()
        self._connect()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        add = Button(tr("Add"), icon="plus")
        add.setToolTip(tr("Add cards"))
        add.clicked.connect(self.add_files)
        self.log_button = Button(tr("Log a talk"), icon="note-text-outline", keys="Ctrl+L", shortcut=False)
        self.log_button.clicked.connect(self.log_talk)
        self.header.add(add)
        self.header.add(self.log_button)
        column.addWidget(self.header)
        holder = QWidget()
        row = QVBoxLayout(holder)
        row.setContentsMargins(24, 0, 24, 8)
        row.addWidget(self.week)
        row.addWidget(self.notes)
        row.setSpacing(8)
        column.addWidget(holder)
        left = QWidget()
        self._stack = QStackedLayout(left)
        listed = QWidget()
        inner = QVBoxLayout(listed)
        inner.setContentsMargins(12, 0, 12, 8)
        inner.addWidget(self.view)
        self._stack.addWidget(listed)
        self._stack.addWidget(self.empty)
        self.splitter = Splitter(left, self.aside, sizes=(756, 316))
        column.addWidget(self.splitter, 1)

    def _button_to_inbox(self) -> Button:
        button = Button(tr("Open the inbox"))
        button.clicked.connect(lambda: self.go.emit("inbox"))
        return button

    def _connect(self) -> None:
        self.view.line_changed.connect(self._show_person)
        self.view.drawer_turned.connect(self._turn_drawer)
        self.week.see_why.connect(self._turn_waiting)
        self.notes.wanted.connect(lambda people: self.compose.emit(Writing(people, Form.NOTE)))
        self.aside.opens_person.connect(self.open_person)
        self.aside.logged.connect(self._log)
        self.aside.log_box.left.connect(self.view.setFocus)
        self.view.steps.opens_person.connect(self.open_person)
        self.view.loops.opens_person.connect(self.open_person)
        self.view.loops.composes.connect(self.compose)
        self.view.steps.composes.connect(self.compose)
        self.view.begin.opens_person.connect(self.open_person)
        for keys, do in (
            ("Ctrl+D", self.view.done),
            ("Ctrl+I", self.view.steps.invited),
            ("Ctrl+.", self.view.ask_snooze),
            ("Ctrl+Backspace", self.view.ask_drop),
            ("Ctrl+L", self.log_talk),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            # A key held down must not go through the whole list.
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(do)

    # What the window asks of a page

    def refresh(self, changes: Changes | None) -> None:
        """Show the list as it is now; the current line stays with its person, or goes on to the next one."""
        today, day = self._session.today(), self._session.day()
        at, line = self.view.currentIndex().row(), self.view.line()
        self._list = day
        self.view.blockSignals(True)
        self.model.set_list(day)
        self.view.stand_on(line, at)
        self.view.blockSignals(False)
        self.week.set_week(day.week, opened=self.model.shows_waiting and bool(day.waiting))
        self.notes.set_people(day.silent)
        self.header.set_state(days.full_day(today, today))
        self._show_emptiness(day)
        self._show_person()

    def listed(self) -> tuple[int, ...]:
        return self.model.people()

    def commands(self) -> tuple[Command, ...]:
        return (
            Command(tr("Mark the current line as done"), "check", self.view.done, "Ctrl+D"),
            Command(tr("Snooze the current line"), "alarm-snooze", self.view.ask_snooze, "Ctrl+."),
            Command(tr("Drop the current line, with a reason"), "close", self.view.ask_drop, "Ctrl+Backspace"),
            Command(tr("Log a talk"), "note-text-outline", self.log_talk, "Ctrl+L"),
        )

    def take_focus(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def log_talk(self) -> None:
        """Write down a talk with the person of the current line."""
        self.aside.show()
        self.aside.begin_log()

    # Inside

    def _show_emptiness(self, day: TodayList) -> None:
        nothing = self.model.rowCount() == 0
        self._stack.setCurrentIndex(1 if nothing else 0)
        if not nothing:
            return
        today = self._session.today()
        self.empty.title.set_text(tr("Nothing is due today"))
        if day.next_due:
            self.empty.text.set_text(tr("The next step is due {day}.", day=days.ahead(day.next_due, today)))
        elif day.week.waiting:
            self.empty.text.set_text(day.week.waiting_line)
        else:
            self.empty.text.set_text(
                tr("Accept cards in the inbox and choose a next step with each person. What is due shows here.")
            )

    def _show_person(self) -> None:
        contact_id = contact_of(self.view.line())
        self.log_button.setEnabled(bool(contact_id))
        if contact_id:
            self.aside.show_person(know(self._session.library, contact_id))
        else:
            self.aside.show_nobody()

    def open_drawer(self) -> None:
        """Show who lies in the drawer, and stand on the first of them."""
        self.model.show_drawer(True)
        first = next((row for row in range(self.model.rowCount()) if self._lies_in_drawer(row)), -1)
        if first >= 0:
            self.view.stand_on(None, first)
            self.view.scrollToBottom()

    def _lies_in_drawer(self, row: int) -> bool:
        return isinstance(self.model.index(row, 0).data(OBJECT_ROLE), InDrawer)

    def _turn_drawer(self) -> None:
        at = self.view.currentIndex().row()
        self.model.show_drawer(not self.model.shows_drawer)
        self.view.stand_on(None, at + 1 if self.model.shows_drawer else at)

    def _turn_waiting(self) -> None:
        line, at = self.view.line(), self.view.currentIndex().row()
        self.model.show_waiting(not self.model.shows_waiting)
        self.view.stand_on(line, at)
        if self._list:
            self.week.set_week(self._list.week, opened=self.model.shows_waiting)
            self._show_emptiness(self._list)
        if self.model.shows_waiting:
            self.view.scrollToBottom()

    def _log(self, said: Said) -> None:
        Acting(self._session.library).note(said, self._session.today())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.aside.setVisible(self.width() >= theme.px(ROOM_FOR_ASIDE))
