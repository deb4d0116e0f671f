"""At the left of the table: the views, and the companies with how many people one knows there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cardkeeper.keys import fold
from cardkeeper.model.overview import CompanyRow, SavedSearch
from cardkeeper.translation import tr, trn
from ui import theme
from ui.delegates import draw_text, has
from ui.language import number
from ui.list_model import ListModel
from ui.parts import Label, LineField
from ui.parts.painting import fill, paint_focus, turn
from ui.people.filters import View, view_words
from ui.roles import OBJECT_ROLE, Index

ROW: Final = 30
_MOST_SEARCHES: Final = 6
"""So many saved searches are shown without scrolling."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A line with a count; `key` says which it is."""

    key: str
    text: str
    count: int


class CountedModel(ListModel[Counted]):
    """Lines with counts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, int] = {}

    def set_lines(self, lines: Sequence[Counted]) -> None:
        """Show these; the current line stays where only counts have changed."""
        if [line.key for line in lines] == [line.key for line in self._lines]:
            self._lines = tuple(lines)
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self._rows = {line.key: row for row, line in enumerate(lines)}
        super().set_lines(lines)

    def row_of(self, key: str) -> int:
        """The line of a key, -1 where there is none; asked at every key of a search, of thousands of companies."""
        return self._rows.get(key, -1)

    def text(self, line: Counted) -> str:
        return line.text

    def spoken(self, line: Counted) -> str:
        return trn("{text}, {count} person", "{text}, {count} people", line.count, text=line.text)

    def tip(self, line: Counted) -> str:
        return line.text


class CountedDelegate(QStyledItemDelegate):
    """A text at the left, its count at the right; the chosen one on a soft ground."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Counted = index.data(OBJECT_ROLE)
        painter.save()
        turn(painter, option.rect, option.direction)
        area = option.rect.adjusted(0, 1, 0, -1)
        chosen = has(option, QStyle.StateFlag.State_Selected)
        if chosen or has(option, QStyle.StateFlag.State_MouseOver):
            fill(painter, area, "soft" if chosen else "hover")
        view = option.widget
        current = isinstance(view, QListView) and view.hasFocus() and view.currentIndex().row() == index.row()
        if current:
            paint_focus(painter, area)
        count = number(line.count)
        width = QFontMetrics(theme.font("small_strong", tabular=True)).horizontalAdvance(count)
        inside = area.adjusted(theme.px(8), 0, -theme.px(10), 0)
        role, tint = ("strong", "accent") if chosen else ("body", "text")
        draw_text(painter, inside.adjusted(0, 0, -width - theme.px(8), 0), line.text, role, tint)
        draw_text(
            painter,
            inside,
            count,
            "small_strong" if chosen else "small",
            "accent" if chosen else "text2",
            align=Qt.AlignmentFlag.AlignRight,
            tabular=True,
        )
        painter.restore()


class CountedList(QListView):
    """A list of counted lines of which one may be chosen."""

    chosen = Signal(str)

    def __init__(self, model: CountedModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = model
        self.setModel(model)
        self.setItemDelegate(CountedDelegate(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().currentChanged.connect(self._chosen)
        self._told = True

    def choose(self, key: str) -> None:
        """Show a line as chosen, none for an unknown key, without telling it as a person's choice."""
        row = self._lines.row_of(key)
        self._told = False
        if row < 0:
            self.selectionModel().clear()
        else:
            self.selectionModel().setCurrentIndex(
                self._lines.index(row, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        self._told = True

    def _chosen(self, current: QModelIndex) -> None:
        line = current.data(OBJECT_ROLE)
        if self._told and isinstance(line, Counted):
            self.chosen.emit(line.key)


class Side(QWidget):
    """Views above, companies below with a field to find one."""

    view_chosen = Signal(str)
    search_chosen = Signal(str)
    """The words of a saved search."""
    company_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._companies: tuple[Counted, ...] = ()
        self._view_model, self._company_model = CountedModel(self), CountedModel(self)
        self._search_model = CountedModel(self)
        self.views = CountedList(self._view_model, tr("Views"))
        self.searches = CountedList(self._search_model, tr("Saved searches"))
        self._searches_title = Label(tr("Saved searches"), "small_strong", "text2")
        self._searches_title.setIndent(8)
        self.companies = CountedList(self._company_model, tr("Companies"))
        self.search = LineField(hint=tr("Find a company"), name=tr("Find a company"))
        self.search.setClearButtonEnabled(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addWidget(self.views)
        column.addWidget(self._searches_title)
        column.addWidget(self.searches)
        title = Label(tr("Companies"), "small_strong", "text2")
        title.setIndent(8)
        title.setBuddy(self.search)
        column.addSpacing(4)
        column.addWidget(title)
        column.addWidget(self.search)
        column.addWidget(self.companies, 1)
        self.views.chosen.connect(self.view_chosen)
        self.searches.chosen.connect(self.search_chosen)
        self.companies.chosen.connect(self.company_chosen)
        self.search.textChanged.connect(self._narrow)
        theme.notifier().changed.connect(self._fit)

    def set_counts(self, counts: dict[View, int]) -> None:
        """How many people each view holds; views of nobody are left out, apart from everyone."""
        shown = [view for view in View if counts[view] or view is View.EVERYONE]
        self._view_model.set_lines([Counted(view.value, view_words(view), counts[view]) for view in shown])
        self._fit()

    def set_searches(self, searches: Sequence[tuple[SavedSearch, int]]) -> None:
        """The saved searches, each with how many people it finds."""
        self._search_model.set_lines([Counted(search.words, search.name, count) for search, count in searches])
        for part in (self._searches_title, self.searches):
            part.setVisible(bool(searches))
        self._fit()

    def set_companies(self, companies: Sequence[CompanyRow]) -> None:
        self._companies = tuple(Counted(row.name, row.name, row.people) for row in companies)
        self._narrow()

    def show_choice(self, view: View, company: str, typed: str = "") -> None:
        """Show what narrows the table now."""
        saved = self._search_model.row_of(typed) >= 0
        self.searches.choose(typed)
        self.views.choose("" if company or saved else view.value)
        self.companies.choose(company)

    def _narrow(self) -> None:
        wanted = fold(self.search.text())
        found = [line for line in self._companies if wanted in fold(line.text)] if wanted else self._companies
        chosen = self.companies.currentIndex().data(OBJECT_ROLE)
        self._company_model.set_lines(found)
        self.companies.choose(chosen.key if isinstance(chosen, Counted) else "")

    def _fit(self) -> None:
        """The views and searches take as much height as they need, the companies the rest."""
        self.views.setFixedHeight(self._view_model.rowCount() * theme.px(ROW) + 4)
        self.searches.setFixedHeight(min(self._search_model.rowCount(), _MOST_SEARCHES) * theme.px(ROW) + 4)
