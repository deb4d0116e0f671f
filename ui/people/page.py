"""The page of all people: what narrows them at the left and above, the table, and what is done with many below."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from cardkeeper.errors import WorldError
from cardkeeper.library import Changes, Kind
from cardkeeper.library.lists import kept
from cardkeeper.model.people import Contact
from cardkeeper.translation import tr
from ui import theme
from ui.ground import Ground
from ui.jobs.background import Background
from ui.language import number
from ui.parts import Button, Command, EmptyState, IconButton, Page, PageHeader, Separator, Writing, open_below
from ui.people.add_form import AddForm
from ui.people.bulk_bar import BulkBar
from ui.people.columns import Column, layout_of
from ui.people.facts import Facts, FactsReader, KeptSearches
from ui.people.filter_bar import FilterBar
from ui.people.filters import Filters, View, view_counts
from ui.people.kept_filters import KeptFilters
from ui.people.search import SearchField
from ui.people.side import Side
from ui.people.table import PeopleTable
from ui.people.table_model import PeopleModel
from ui.session import Session
from ui.splitter import Splitter

ROOM_FOR_SIDE: Final = 800
"""A page narrower than this (pixels at 100 %) shows the table alone."""
_MORE: Final = ("account-arrow-down-outline", "export-variant", "call-merge", "history")
"""The commands that the menu at the right end of the header offers, by their icons."""
_NO_CONCERN: Final = frozenset({Kind.CARDS, Kind.BATCHES, Kind.PUT_OFFS})


class PeoplePage(Page):
    """Everyone, narrowed and sorted as a person likes."""

    name: ClassVar[str] = "people"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._background = Background(self)
        self._order: list[int] = []
        self._facts = FactsReader(session, self._background)
        self._searches = KeptSearches(session, self)
        self._kept = KeptFilters(session)
        self.model = PeopleModel(session.library.lists.lines, session.today, self)
        self.table = PeopleTable(self.model, layout_of(session.settings.people_table))
        self.header = PageHeader(tr("People"))
        self.search_field = SearchField()
        self.side = Side()
        self.filter_bar = FilterBar()
        self.add_form = AddForm(lambda: session.settings.region)
        self.bulk_bar = BulkBar(session)
        self.nobody = EmptyState("account-group-outline", "", "", self._ways_out())
        self._build()
        self._connect()

    def _ways_out(self) -> tuple[Button, ...]:
        self._clear_button = Button(tr("Show everyone"))
        self._clear_button.clicked.connect(self.show_everyone)
        self._cards_button = Button(tr("Add cards"), "primary", icon="tray-arrow-down")
        self._cards_button.clicked.connect(self.add_files)
        self._import_button = Button(tr("Import people"), icon="account-arrow-down-outline")
        self._import_button.clicked.connect(lambda: self.go.emit("importing"))
        return self._clear_button, self._import_button, self._cards_button

    def _build(self) -> None:
        self.add_button = Button(tr("Add person"), icon="plus")
        self.header.add(self.search_field)
        self.more_button = IconButton("dots-horizontal", tr("More"))
        self.more_button.clicked.connect(lambda: _show_menu(self.more_button, self.commands()))
        self.header.add(self.add_button)
        self.header.add(self.more_button)
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
        self.search_field.asked.connect(lambda _text: self._show(same_people=True))
        self.search_field.left.connect(self.table.setFocus)
        self.add_button.clicked.connect(self.begin_adding)
        self.add_form.added.connect(self._add)
        self.add_form.cancelled.connect(self._end_adding)
        self.side.view_chosen.connect(lambda view: self._narrow(Filters(View(view))))
        self.side.search_chosen.connect(self._show_saved)
        self.side.company_chosen.connect(lambda company: self._narrow(Filters(company=company)))
        self.filter_bar.narrowed.connect(self._narrow)
        self._facts.gathered.connect(self._take)
        self.filter_bar.keep.connect(lambda name: self._searches.keep(name, self._typed()))
        self.filter_bar.forget.connect(lambda: self._searches.forget(self._typed()))
        self.filter_bar.columns_button.clicked.connect(
            lambda: self.table.show_column_menu(self.filter_bar.columns_button)
        )
        self.table.opened.connect(self.open_person)
        self.table.rearranged.connect(self._rearranged)
        self.model.checked_changed.connect(self._show_marked)
        self.bulk_bar.merge.connect(self.compare)
        self.bulk_bar.write.connect(lambda ids: self.compose.emit(Writing(ids)))
        self.bulk_bar.export.connect(self.export_people)
        self.bulk_bar.unmark.connect(lambda: self.model.check(self.model.checked(), on=False))

    # What the window asks of a page

    def refresh(self, changes: Changes | None) -> None:
        """Show everyone anew where something about people changed; what is current and marked stays."""
        if changes is not None and not changes.kinds - _NO_CONCERN:
            return
        self._put_in_order()
        self._facts.gather(len(self._order))
        self._show()

    def _put_in_order(self) -> None:
        self._order = self._session.library.lists.in_order(self.table.arrangement().orders)
        self.model.forget_marks(self._order)

    def _take(self, facts: Facts) -> None:
        self._searches.learn(facts)
        self.filter_bar.learn(facts.tags, facts.events)
        self.side.set_counts(view_counts(facts.counts))
        self.side.set_searches(facts.searches)
        self.side.set_companies(facts.companies)
        before = self._kept.recall(facts)
        if before is not None and not self.search_field.text():
            self.filter_bar.show_filters(before)
            self._show(same_people=True)
        self._show_choice()

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
            Command(tr("Import people"), "account-arrow-down-outline", lambda: self.go.emit("importing")),
            Command(tr("Export people"), "export-variant", lambda: self.go.emit("exporting")),
            Command(tr("Find duplicates"), "call-merge", lambda: self.go.emit("duplicates")),
            Command(tr("Show what was done and removed"), "history", lambda: self.go.emit("history")),
            Command(
                tr("Show whom you hardly know"),
                "account-question-outline",
                lambda: self._narrow(Filters(View.HARDLY_KNOWN)),
            ),
            Command(tr("Show who is still in the drawer"), "tray-full", lambda: self._narrow(Filters(View.DRAWER))),
        )

    def take_focus(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Narrowing

    def show_everyone(self) -> None:
        """Take all filters and the search away."""
        self.search_field.clear()
        self._narrow(Filters())

    def _show_saved(self, words: str) -> None:
        """A saved search takes the place of everything that narrowed the table."""
        self.filter_bar.show_filters(Filters())
        self.search_field.set_words(words)

    def _typed(self) -> str:
        """All that narrows the table, as one would type it."""
        return f"{self.search_field.text().strip()} {self.filter_bar.filters().words}".strip()

    def _narrow(self, filters: Filters) -> None:
        self.filter_bar.show_filters(filters)
        self._show(same_people=True)
        self._kept.keep(filters)

    def _rearranged(self, order: bool) -> None:
        if order:
            self._put_in_order()
            self._show(same_people=True)
        try:
            self._session.keep_table(self.table.arrangement().text)
        except WorldError as error:
            self._session.fail(error)

    def _show(self, *, same_people: bool = False) -> None:
        """Show whom search and filters leave; who is current stays in sight."""
        current = self.table.current_id()
        typed = self._typed()
        which = self._session.library.lists.which(typed, self._session.today(), self._session.settings.drawer_days)
        self.model.show_ids(kept(self._order, which), same_people=same_people)
        hardly_known = self.filter_bar.filters().view is View.HARDLY_KNOWN
        self.table.lend(Column.TO_DO if hardly_known else None)
        self.table.stand_on(current)
        self._show_choice()
        self._show_marked()
        self._show_state(narrowed=which is not None)

    def _show_choice(self) -> None:
        filters, typed = self.filter_bar.filters(), self._typed()
        self.side.show_choice(filters.view, filters.company, typed)
        self.filter_bar.show_keeping(possible=bool(typed), kept=self._searches.knows(typed))

    def _show_state(self, *, narrowed: bool) -> None:
        shown, everyone = self.model.rowCount(), len(self._order)
        of_all = tr("{shown} of {count}", shown=number(shown), count=number(everyone))
        self.header.set_state(of_all if narrowed else number(everyone) * bool(everyone))
        self._stack.setCurrentIndex(0 if shown else 1)
        self._clear_button.setVisible(bool(everyone))
        self._cards_button.setVisible(not everyone)
        self._import_button.setVisible(not everyone)
        if everyone:
            self.nobody.title.set_text(tr("Nobody fits"))
            self.nobody.text.set_text(tr("Take a filter away, or search for fewer words."))
        else:
            self.nobody.title.set_text(tr("Nobody here yet"))
            self.nobody.text.set_text(tr("Accept cards in the inbox, or add a person by hand."))

    # People

    def _show_marked(self) -> None:
        marked = self.model.checked()
        self.bulk_bar.set_marked(marked, self.filter_bar.tags)
        self.bulk_ground.setVisible(bool(marked))

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


def _show_menu(button: QWidget, commands: Iterable[Command]) -> None:
    menu = QMenu(button)
    menu.aboutToHide.connect(menu.deleteLater)
    for command in commands:
        if command.icon in _MORE:
            menu.addAction(command.text, command.run)
    open_below(menu, button)
