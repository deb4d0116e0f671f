"""Companies with the people known there, now and before: whom do I know at X, and who could open its door?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cardkeeper.days import ago
from cardkeeper.keys import fold
from cardkeeper.library import Changes
from cardkeeper.model.overview import CompanyPerson, CompanyRow, PersonRow
from cardkeeper.translation import tr, trn
from ui.beside import Beside, Pane
from ui.delegates import Cell
from ui.language import number
from ui.lines_table import Line, LinesView
from ui.paragraph import Paragraph
from ui.parts import Button, Command, EmptyState, LineField, Page, PageHeader, SectionTitle, Writing
from ui.session import Session
from ui.wording import Said, Tone, met_words

_LIST = 320


class CompaniesPage(Page):
    """Companies at the left, their people at the right."""

    name: ClassVar[str] = "companies"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._companies: tuple[CompanyRow, ...] = ()
        self._rows: Mapping[int, PersonRow] = {}
        self._there: tuple[CompanyPerson, ...] = ()
        self._at = ""
        self.header = PageHeader(tr("Companies"))
        self.search = LineField(hint=tr("Find a company"), name=tr("Find a company"))
        self.list = LinesView(tr("Companies"))
        self.title = Paragraph("", "page")
        self.line = Paragraph("", "body", "text2")
        self.now = LinesView(tr("Who works there"))
        self.doors_title = SectionTitle(tr("Who could open a door"))
        self.doors = LinesView(tr("Who could open a door"))
        self.write_button = Button(tr("Write to them"), icon="email-outline", size="medium")
        self.empty = EmptyState(
            "domain", tr("No companies yet"), tr("Companies come with the people: from their cards, or typed.")
        )
        self._arrange()
        self._connect()

    # What the window asks of a page

    def refresh(self, changes: Changes | None) -> None:
        self._companies = self._session.library.people.companies()
        self._show()

    def show_company(self, name: str) -> None:
        """Show who is known at this company."""
        self.search.clear()
        self._at = name
        self.refresh(None)

    def start_find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def listed(self) -> tuple[int, ...]:
        return tuple(one.contact_id for one in self._there)

    def commands(self) -> tuple[Command, ...]:
        return (Command(tr("Find a company"), "magnify", self.start_find, "Ctrl+F"),)

    # Inside

    def _arrange(self) -> None:
        left = QWidget()
        inner = QVBoxLayout(left)
        inner.setContentsMargins(24, 12, 12, 16)
        inner.setSpacing(8)
        inner.addWidget(self.search)
        inner.addWidget(self.list, 1)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(24, 12, 24, 16)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.write_button)
        column.addLayout(head)
        column.addWidget(self.line)
        column.addWidget(self.now, 2)
        column.addWidget(self.doors_title)
        column.addWidget(self.doors, 1)
        both = Beside(Pane(left, 260, width=_LIST), Pane(right, 320), needs=680)
        self._stack = QStackedWidget()
        self._stack.addWidget(both)
        self._stack.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._show())
        self.list.chosen.connect(self._choose)
        self.now.opened.connect(self.open_person)
        self.doors.opened.connect(self.open_person)
        self.write_button.clicked.connect(self._write)

    def _show(self) -> None:
        self._stack.setCurrentIndex(0 if self._companies else 1)
        count = len(self._companies)
        self.header.set_state(trn("{count} company", "{count} companies", count) if count else "")
        wanted = fold(self.search.text())
        shown = [(at, row) for at, row in enumerate(self._companies, start=1) if wanted in fold(row.name)]
        lines = [Line(at, (Cell(row.name), Cell(number(row.people), right=True))) for at, row in shown]
        self.list.show_lines((tr("Company"), tr("People")), lines)
        names = [row.name for _, row in shown]
        if self._at not in names:
            self._at = names[0] if names else ""
        at = next((at for at, row in shown if row.name == self._at), 0)
        self.list.stand_on(at)
        self._show_people()

    def _choose(self, at: int) -> None:
        self._at = self._companies[at - 1].name
        self._show_people()

    def _show_people(self) -> None:
        library = self._session.library
        self._there = library.companies.people(self._at) if self._at else ()
        self.title.set_text(self._at)
        here = sum(one.until is None for one in self._there)
        before = len(self._there) - here
        parts = [trn("You know {count} person there", "You know {count} people there", here)]
        if before:
            parts.append(trn("{count} who used to", "{count} who used to", before))
        self.line.set_text(", ".join(parts) if self._at else "")
        there = {one.contact_id for one in self._there}
        doors = library.companies.doors_to(self._at) if self._at else ()
        self._rows = {row.id: row for row in library.people.rows_of(sorted(there | set(doors)))}
        head = (tr("Name"), tr("Title"), tr("Met"), tr("Last talked"))
        self.now.show_lines(head, [self._person(one) for one in self._there if one.contact_id in self._rows])
        others = [self._rows[who] for who in doors if who in self._rows and who not in there]
        self.doors_title.setVisible(bool(others))
        self.doors.setVisible(bool(others))
        self.doors.show_lines(
            (tr("Name"), tr("Company"), tr("Last talked")),
            [
                Line(row.id, (Cell(row.name), Cell(row.company), Cell(self._talked(row).text, self._talked(row).tone)))
                for row in others
            ],
        )
        self.write_button.setVisible(here > 0)

    def _person(self, one: CompanyPerson) -> Line:
        row = self._rows[one.contact_id]
        title = one.title if one.until is None else tr("{title} (until {year})", title=one.title, year=one.until.year)
        talked = self._talked(row)
        return Line(row.id, (Cell(row.name), Cell(title), Cell(met_words(row.met)), Cell(talked.text, talked.tone)))

    def _talked(self, row: PersonRow) -> Said:
        if row.last_talked is None:
            return Said(tr("not yet"), Tone.QUIET)
        return Said(ago(row.last_talked, self._session.today()))

    def _write(self) -> None:
        people = [one.contact_id for one in self._there if one.until is None and one.contact_id in self._rows]
        if people:
            self.compose.emit(Writing(tuple(people)))
