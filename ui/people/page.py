"""The page of all people: what narrows them at the left and above, the table, and what is done with many below."""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from cardkeeper.errors import WorldError
from cardkeeper.keys import company_key, words
from cardkeeper.library import Changes, Kind
from cardkeeper.model.overview import PersonRow
from cardkeeper.model.people import Contact
from cardkeeper.relationships.drawer import look_into
from cardkeeper.translation import tr
from ui import theme
from ui.ground import Ground
from ui.jobs.background import Background
from ui.parts import Button, Command, EmptyState, Page, PageHeader, Separator
from ui.people.add_form import AddForm
from ui.people.bulk_bar import BulkBar
from ui.people.filter_bar import FilterBar
from ui.people.filters import Filters, View, counts, predicate
from ui.people.search import SearchField
from ui.people.side import Side
from ui.people.table import PeopleTable
from ui.people.table_model import PeopleModel
from ui.session import Session
from ui.splitter import Splitter

ROOM_FOR_SIDE: Final = 800
"""A page narrower than this (pixels at 100 %) shows the table alone."""
_CONCERNS: Final = frozenset({Kind.CONTACTS, Kind.FOLLOW_UPS, Kind.INTERACTIONS, Kind.EVENTS})


class PeoplePage(Page):
    """Everyone, narrowed and sorted as a person likes."""

    name: ClassVar[str] = "people"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._drawer: frozenset[int] = frozenset()
        self._found: frozenset[int] | None = None
        self.model = PeopleModel(session.today, self)
        self.table = PeopleTable(self.model)
        self.header = PageHeader(tr("People"))
        self.search_field = SearchField()
        self.side = Side()
        self.filter_bar = FilterBar()
        self.add_form = AddForm(lambda: session.settings.region)
        self.bulk_bar = BulkBar(session, Background(self))
        self.nobody = EmptyState("account-group-outline", "", "", self._ways_out())
        self._build()
        self._connect()

    def _ways_out(self) -> tuple[Button, ...]:
        self._clear_button = Button(tr("Show everyone"))
        self._clear_button.clicked.connect(self.show_everyone)
        self._cards_button = Button(tr("Add cards"), "primary", icon="tray-arrow-down")
        self._cards_button.clicked.connect(self.add_files)
        return self._clear_button, self._cards_button

    def _build(self) -> None:
        self.add_button = Button(tr("Add person"), icon="plus")
        self.header.add(self.search_field)
        self.header.add(self.add_button)
        table_or_nobody = Ground("surface")
        self._stack = QStackedLayout(table_or_nobody)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.nobody)
        self.bulk_ground = Ground("surface")
        below = QVBoxLayout(self.bulk_ground)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(Separator())
        below.addWidget(self.bulk_bar)
        self._form_holder = QWidget()
        form = QHBoxLayout(self._form_holder)
        form.setContentsMargins(16, 0, 16, 8)
        form.addWidget(self.add_form)
        self._form_holder.hide()
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.filter_bar, self._form_holder, Separator()):
            column.addWidget(part)
        column.addWidget(table_or_nobody, 1)
        column.addWidget(self.bulk_ground)
        self.splitter = Splitter(self.side, main, stretch=1, sizes=(196, 876))
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.header)
        page.addWidget(Separator())
        page.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.search_field.asked.connect(self._search)
        self.search_field.left.connect(self.table.setFocus)
        self.add_button.clicked.connect(self.begin_adding)
        self.add_form.added.connect(self._add)
        self.add_form.cancelled.connect(self._end_adding)
        self.side.view_chosen.connect(lambda view: self._narrow(Filters(View(view))))
        self.side.company_chosen.connect(lambda company: self._narrow(Filters(company=company)))
        self.filter_bar.narrowed.connect(self._narrow)
        self.filter_bar.columns_button.clicked.connect(self._show_columns)
        self.table.opened.connect(self.open_person)
        self.model.checked_changed.connect(self._show_marked)
        self.bulk_bar.unmark.connect(lambda: self.model.check(self.model.checked(), on=False))

    # What the window asks of a page

    def refresh(self, changes: Changes | None) -> None:
        """Load everyone anew where something about people changed; what is current and marked stays."""
        if changes is not None and not changes.kinds & _CONCERNS:
            return
        rows = self._session.library.people.rows()
        today = self._session.today()
        drawer = look_into(rows, today, self._session.settings.drawer_days)
        self._drawer = frozenset(item.row.id for item in drawer.people)
        self.filter_bar.learn(rows)
        self.side.set_counts(counts(rows, today, self._drawer))
        self.side.set_companies(self._session.library.people.companies())
        self._find_again()
        shown = self.filter_bar.filters()
        self.side.show_choice(shown.view, shown.company)
        self._show(rows)

    def start_find(self) -> None:
        self.search_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_field.selectAll()

    def search(self, text: str) -> None:
        """Show whom these words find."""
        self.search_field.set_words(text)

    def listed(self) -> tuple[int, ...]:
        return self.model.shown_ids()

    def commands(self) -> tuple[Command, ...]:
        return (
            Command(tr("Add a person by hand"), "plus", self.begin_adding),
            Command(tr("Show everyone"), "account-group-outline", self.show_everyone),
            Command(tr("Show who is still in the drawer"), "tray-full", lambda: self._narrow(Filters(View.DRAWER))),
        )

    def take_focus(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Narrowing

    def show_everyone(self) -> None:
        """Take all filters and the search away."""
        self.search_field.clear()
        self._found = None
        self._narrow(Filters())

    def _search(self, text: str) -> None:
        self._found = self._ids(text)
        self._narrow(self.filter_bar.filters())

    def _find_again(self) -> None:
        self._found = self._ids(self.search_field.text().strip())

    def _ids(self, text: str) -> frozenset[int] | None:
        return frozenset(self._session.library.people.find(text)) if text else None

    def _narrow(self, filters: Filters) -> None:
        self.filter_bar.show_filters(filters)
        self.side.show_choice(filters.view, filters.company)
        self._show()

    def _show(self, people: tuple[PersonRow, ...] | None = None) -> None:
        """Show whom the filters leave, of these people or of those who are loaded; who is current stays in sight."""
        current = self.table.current_id()
        filters = self.filter_bar.filters()
        narrowed = filters != Filters() or self._found is not None
        everyone = self.model.people() if people is None else people
        keeps = predicate(filters, self._session.today(), self._drawer, self._found, _spellings(filters, everyone))
        if people is None:
            self.model.narrow(keeps if narrowed else None)
        else:
            self.model.set_people(people, keeps if narrowed else None)
        self.table.stand_on(current)
        self._show_marked()
        self._show_state(narrowed=narrowed)

    def _show_state(self, *, narrowed: bool) -> None:
        shown, everyone = self.model.rowCount(), len(self.model.people())
        of_all = tr("{shown} of {count}", shown=f"{shown:,}", count=f"{everyone:,}")
        self.header.set_state(of_all if narrowed else f"{everyone:,}" * bool(everyone))
        self._stack.setCurrentIndex(0 if shown else 1)
        self._clear_button.setVisible(bool(everyone))
        self._cards_button.setVisible(not everyone)
        if everyone:
            self.nobody.title.set_text(tr("Nobody fits"))
            self.nobody.text.set_text(tr("Take a filter away, or search for fewer words."))
        else:
            self.nobody.title.set_text(tr("Nobody here yet"))
            self.nobody.text.set_text(tr("Accept cards in the inbox, or add a person by hand."))

    # People

    def _show_marked(self) -> None:
        marked = self.model.checked()
        self.bulk_bar.set_marked(
            [row for row in self.model.people() if row.id in marked] if marked else [], self.filter_bar.tags
        )
        self.bulk_ground.setVisible(bool(marked))

    def _show_columns(self) -> None:
        button = self.filter_bar.columns_button
        menu = self.table.column_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def begin_adding(self) -> None:
        """Type a person by hand."""
        self._form_holder.show()
        self.add_form.start()

    def _end_adding(self) -> None:
        self._form_holder.hide()
        self.table.setFocus()

    def _add(self, contact: Contact) -> None:
        try:
            contact_id = self._session.library.people.save(contact)
        except WorldError as error:
            self._session.fail(error)
            return
        self._end_adding()
        self.open_person.emit(contact_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.setVisible(self.width() >= theme.px(ROOM_FOR_SIDE))


def _spellings(filters: Filters, people: tuple[PersonRow, ...]) -> frozenset[str]:
    """All ways in which a company's name is written: with and without its legal form, with and without accents."""
    if not filters.company:
        return frozenset()
    wanted, key = set(words(filters.company)), company_key(filters.company)
    near = {row.company for row in people if not wanted.isdisjoint(words(row.company))}
    return frozenset(name for name in near if company_key(name) == key) | {filters.company}
