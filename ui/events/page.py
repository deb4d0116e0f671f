"""Events: how many cards came of each, who of them was invited and met, and which events are worth going to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from cardkeeper.errors import WorldError
from cardkeeper.files import write_whole
from cardkeeper.library import Changes
from cardkeeper.model.overview import EventFunnel, PersonRow
from cardkeeper.model.people import Event, Stage
from cardkeeper.translation import tr, trn
from ui import theme
from ui.beside import Beside, Pane
from ui.charts import BarRows
from ui.events.edit_form import EventForm
from ui.events.event_list import EventList
from ui.events.lines import bars, comparison, people_lines, when_and_where
from ui.flow import flowing
from ui.lines_table import LinesView
from ui.paragraph import Paragraph
from ui.parts import (
    Button,
    Command,
    EmptyState,
    Page,
    PageHeader,
    Panel,
    RowBelow,
    SectionTitle,
    Segments,
    Separator,
    Writing,
)
from ui.session import Session

_LIST = 228
_ROOM_FOR_SHAPE = 720


class EventsPage(Page):
    """One event at a time, or all side by side."""

    name: ClassVar[str] = "events"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._funnels: tuple[EventFunnel, ...] = ()
        self._people: tuple[PersonRow, ...] = ()
        self._at = 0
        self.header = PageHeader(tr("Events"))
        self._below = RowBelow(self.header)
        self.shape = Segments(
            [("one", tr("Event by event"), ""), ("all", tr("Which are worth it?"), "")], tr("How to show them")
        )
        self.new_button = Button(tr("New event"), icon="plus")
        self.add_button = Button(tr("Add cards"), icon="tray-arrow-down")
        self.form = EventForm(session.library, session.today())
        self.list = EventList()
        self.title = Paragraph("", "page")
        self.line = Paragraph("", "body", "text2")
        self.edit_button = Button(tr("Edit"), icon="pencil-outline", size="medium")
        self.funnel = BarRows(tr("What came of it"), track=True, numbers_right=True)
        self.people_title = SectionTitle(tr("People met here"))
        self.which = Segments([("open", tr("Still to do"), ""), ("all", tr("All"), "")], tr("Which people"))
        self.write_button = Button(tr("Write to those not invited"), icon="email-outline", size="medium")
        self.people = LinesView(tr("People met here"))
        self.comparison = LinesView(tr("All events side by side"))
        self.csv_button = Button(tr("Save as CSV"), icon="content-save-outline", size="medium")
        self.empty = EmptyState(
            "ticket-outline",
            tr("No events yet"),
            tr("When a drop of cards is told where they were taken, the event stands here with what came of it."),
        )
        self._arrange()
        self._connect()

    # What the window asks of a page

    def refresh(self, changes: Changes | None) -> None:
        self._funnels = self._session.library.events.funnels()
        if self._at not in {funnel.event.id for funnel in self._funnels}:
            self._at = self._funnels[0].event.id if self._funnels else 0
        self._show()

    def show_event(self, event_id: int) -> None:
        """Show what came of this event."""
        self._at = event_id
        self.shape.set_value("one")
        self.refresh(None)

    def listed(self) -> tuple[int, ...]:
        return tuple(row.id for row in self._people)

    def commands(self) -> tuple[Command, ...]:
        return (Command(tr("New event"), "plus", self.begin_event),)

    def take_focus(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_event(self) -> None:
        """Ask for a new event."""
        self.form.open_for(Event(""))

    def add_cards(self) -> None:
        """Add cards of people who were met at the event that is shown."""
        funnel = self._funnel() if self.shape.value() == "one" else None
        if funnel is None:
            self.add_files.emit()
        else:
            self.add_files_of.emit(funnel.event)

    def write_to_those_left(self) -> None:
        """Letters to all who were met here and have not heard a word, one after the other."""
        first = (Stage.TO_INVITE, Stage.TO_CALL, Stage.TO_SEND)
        left = [row.id for row in self._people if row.next_step is None or row.next_step.stage in first]
        if left:
            self.compose.emit(Writing(tuple(left)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The way of looking stands beside the title where there is room, else in a row of its own."""
        super().resizeEvent(event)
        self._below.hold(*((self.shape,) if self.width() < theme.px(_ROOM_FOR_SHAPE) else ()))

    # Inside

    def _arrange(self) -> None:
        for button in (self.shape, self.new_button, self.add_button):
            self.header.add(button)
        self._one = Beside(Pane(_padded(self.list, 8), 200, width=_LIST), Pane(self._detail(), 620), needs=680)
        compared = QWidget()
        inner = QVBoxLayout(compared)
        inner.setContentsMargins(24, 16, 24, 16)
        inner.addWidget(self.csv_button, alignment=Qt.AlignmentFlag.AlignRight)
        inner.addWidget(self.comparison, 1)
        self._stack = QStackedWidget()
        for part in (self._one, compared, self.empty):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._below)
        column.addWidget(_padded(self.form, 24, 8))
        column.addWidget(Separator())
        column.addWidget(self._stack, 1)

    def _detail(self) -> QWidget:
        detail = QWidget()
        column = QVBoxLayout(detail)
        column.setContentsMargins(24, 14, 24, 12)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.edit_button, alignment=Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self.line)
        panel = Panel()
        panel.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        panel.body.addWidget(self.funnel)
        column.addWidget(panel)
        column.addSpacing(8)
        self.people_title.add(flowing(self.write_button, self.which, align_right=True))
        column.addWidget(self.people_title)
        table = Panel(margin=4)
        table.body.addWidget(self.people)
        column.addWidget(table, 1)
        return detail

    def _connect(self) -> None:
        self.list.chosen.connect(self._choose)
        self.shape.chosen.connect(lambda _shape: self._show())
        self.which.chosen.connect(lambda _which: self._show_people())
        self.new_button.clicked.connect(self.begin_event)
        self.add_button.clicked.connect(self.add_cards)
        self.edit_button.clicked.connect(self._edit)
        self.form.saved.connect(self.show_event)
        self.write_button.clicked.connect(self.write_to_those_left)
        self.people.opened.connect(self.open_person)
        self.people.acted.connect(lambda contact_id: self.compose.emit(Writing((contact_id,))))
        self.comparison.opened.connect(self.show_event)
        self.csv_button.clicked.connect(self._ask_csv)

    def _show(self) -> None:
        today = self._session.today()
        self.header.set_state(trn("{count} event", "{count} events", len(self._funnels)) if self._funnels else "")
        if not self._funnels:
            self._stack.setCurrentWidget(self.empty)
            return
        if self.shape.value() == "all":
            self._stack.setCurrentIndex(1)
            self.comparison.show_lines(*comparison(self._funnels, today))
            return
        self._stack.setCurrentWidget(self._one)
        self.list.show_funnels(self._funnels, today, self._at)
        self._show_event()

    def _show_event(self) -> None:
        funnel = self._funnel()
        if funnel is None:
            return
        today = self._session.today()
        self.title.set_text(funnel.event.name)
        self.line.set_text(when_and_where(funnel, today))
        self.funnel.show_bars(bars(funnel))
        library = self._session.library
        self._people = library.people.rows_of(library.events.people(funnel.event.id))
        self._show_people()

    def _show_people(self) -> None:
        head, lines = people_lines(self._people, self._session.today(), all_of_them=self.which.value() == "all")
        self.people.show_lines(head, lines)
        self.people_title.set_detail(str(len(lines)))
        funnel = self._funnel()
        self.write_button.setVisible(funnel is not None and funnel.to_invite + funnel.no_step > 0)

    def _funnel(self) -> EventFunnel | None:
        return next((funnel for funnel in self._funnels if funnel.event.id == self._at), None)

    def _choose(self, event_id: int) -> None:
        self._at = event_id
        self._show_event()

    def _edit(self) -> None:
        funnel = self._funnel()
        if funnel is not None:
            self.form.open_for(funnel.event)

    def _ask_csv(self) -> None:
        ask_for_csv(self, tr("events"), self.save_csv)

    def save_csv(self, target: Path) -> None:
        """Save the comparison for a spreadsheet."""
        try:
            write_whole(target, self.comparison.lines.as_csv().encode("utf-8-sig"))
        except WorldError as error:
            self._session.fail(error)
            return
        self._session.say(tr("Saved {name}", name=target.name))


def ask_for_csv(page: QWidget, name: str, then: Callable[[Path], None]) -> None:
    """Let a person choose where to save a table."""
    dialog = QFileDialog(page.window(), tr("Save as CSV"), str(Path.home() / f"{name}.csv"), tr("CSV files (*.csv)"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("csv")
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _padded(widget: QWidget, side: int, bottom: int = 0) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(side, 0 if bottom else 8, side, bottom)
    row.addWidget(widget)
    return holder
