"""Insights: the drawer by age, the pipeline, what was given and asked by month, and whom one helps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import ClassVar, Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QVBoxLayout, QWidget

from cardkeeper.errors import LibraryError, WorldError
from cardkeeper.files import write_whole
from cardkeeper.library import Changes
from cardkeeper.relationships import insights
from cardkeeper.relationships.balance import balance_of
from cardkeeper.relationships.insights import Count
from cardkeeper.translation import tr, trc, trn
from ui import theme
from ui.charts import Bar, BarRows, Month, MonthColumns
from ui.delegates import Cell
from ui.insights.figure import Figure
from ui.language import number
from ui.lines_table import Line
from ui.parts import Button, Choice, Page, PageHeader, Scrolling
from ui.session import Session

_TWO_COLUMNS: Final = 760
"""From so many pixels on (at 100 %) two figures stand side by side."""
_PERIODS: Final = (3, 6, 12, 24)


class InsightsPage(Page):
    """Four figures, each a plot and a table."""

    name: ClassVar[str] = "insights"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._columns = 0
        self.header = PageHeader(tr("Insights"))
        self.period = Choice(name=tr("Which months"))
        for months in _PERIODS:
            self.period.addItem(trn("Last {count} month", "Last {count} months", months), months)
        self.period.setCurrentIndex(_PERIODS.index(insights.MONTHS))
        self.save_button = Button(tr("Save as picture"), icon="content-save-outline")
        self.drawer_bars = BarRows(tr("The drawer by age"))
        self.pipeline_bars = BarRows(tr("Next steps by stage"), label_width=84)
        self.months = MonthColumns(tr("Given and asked by month"), tr("Given"), trc("a favour", "Asked"))
        self.helped_bars = BarRows(tr("Whom you help"), label_width=140)
        self.drawer = Figure(self.drawer_bars, tr("The drawer by age"))
        self.pipeline = Figure(self.pipeline_bars, tr("Next steps by stage"))
        self.favours = Figure(self.months, tr("Given and asked by month"))
        self.helped = Figure(self.helped_bars, tr("Whom you help"))
        self._figures = (self.drawer, self.pipeline, self.favours, self.helped)
        self._arrange()
        self.period.currentIndexChanged.connect(lambda _index: self._show_favours())
        self.save_button.clicked.connect(self._ask_picture)
        for figure in self._figures:
            figure.csv_wanted.connect(lambda figure=figure: self._ask_csv(figure))

    def refresh(self, changes: Changes | None) -> None:
        """Count everything as the library is now."""
        self._show_drawer()
        self._show_pipeline()
        self._show_favours()

    def save_picture(self, target: Path) -> None:
        """Save all figures as they look now."""
        if not self._inside.grab().save(str(target)):
            error = LibraryError(
                tr("{name} can't be written.", name=target.name), tr("Choose another folder, or make room on the disk.")
            )
            self._session.fail(error)
            return
        self._session.say(tr("Saved {name}", name=target.name))

    def save_csv(self, figure: Figure, target: Path) -> None:
        """Save the table of a figure for a spreadsheet."""
        try:
            write_whole(target, figure.table.lines.as_csv().encode("utf-8-sig"))
        except WorldError as error:
            self._session.fail(error)
            return
        self._session.say(tr("Saved {name}", name=target.name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    # Inside

    def _arrange(self) -> None:
        self.header.add(self.period)
        self.header.add(self.save_button)
        self._inside = QWidget()
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(24, 0, 24, 16)
        self._grid.setSpacing(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(Scrolling(self._inside, sideways=False), 1)
        self._place()

    def _place(self) -> None:
        """Two figures side by side where there is room; the months need the whole width."""
        columns = 2 if self.width() >= theme.px(_TWO_COLUMNS) else 1
        if columns == self._columns:
            return
        self._columns = columns
        places = (
            ((0, 0, 1), (0, 1, 1), (1, 0, 2), (2, 0, 2))
            if columns == 2
            else ((0, 0, 1), (1, 0, 1), (2, 0, 1), (3, 0, 1))
        )
        for figure, (row, column, span) in zip(self._figures, places, strict=True):
            self._grid.addWidget(figure, row, column, 1, span)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _show_drawer(self) -> None:
        drawer = self._session.day().drawer
        counts = insights.drawer_by_age(drawer)
        _show(self.drawer_bars, counts)
        self.drawer.say(drawer.title, tr("Never followed up, or not moved for a month, by days since you met"))
        self.drawer.show_table((tr("Days"), tr("People")), _lines(counts))

    def _show_pipeline(self) -> None:
        library, today = self._session.library, self._session.today()
        counts = insights.pipeline(library.follow_ups.open(), library.follow_ups.thanked_since(_new_year(today)), today)
        _show(self.pipeline_bars, counts)
        waits = trn("{count} waits for a first word", "{count} wait for a first word", counts[0].value)
        silent = tr("{count} for an answer", count=counts[1].value)
        self.pipeline.say(tr("{waits}, {silent}", waits=waits, silent=silent), tr("Next steps by stage, today"))
        self.pipeline.show_table((tr("Stage"), tr("Next steps"), tr("Of these")), _lines(counts, notes=True))

    def _show_favours(self) -> None:
        library, today = self._session.library, self._session.today()
        months = int(self.period.currentData())
        every = library.favours.all()
        by_month = insights.favours_by_month(every, today, months)
        since = insights.first_of(today, months)
        recent = [favour for favour in every if since <= favour.happened_on <= today]
        balance, aim = balance_of(recent), self._session.settings.favour_aim
        given = trn("You gave {count} time", "You gave {count} times", balance.given)
        asked = trn("asked {count} time", "asked {count} times", balance.asked)
        line = tr("Favours, referrals, leads and introductions by month.")
        if balance.asked:
            so_far = f"{balance.given / balance.asked:.1f}"
            line += " " + tr("You aim for {aim} given before each ask; so far it is {so_far}.", aim=aim, so_far=so_far)
        self.months.show_months([Month(one.name, one.given, one.asked) for one in by_month])
        self.favours.say(tr("{given} and {asked}", given=given, asked=asked), line)
        lines = [
            Line(at, (Cell(f"{one.name} {one.first.year}"), _number(one.given), _number(one.asked)))
            for at, one in enumerate(by_month)
        ]
        self.favours.show_table((tr("Month"), tr("Given"), trc("a favour", "Asked")), lines)
        people = {row.id: row for row in library.people.rows_of(sorted({favour.contact_id for favour in recent}))}
        helped = insights.whom_i_help(every, people, since)
        _show(self.helped_bars, helped)
        title = tr("Nobody was given anything yet") if not helped else tr("Whom you help")
        self.helped.say(title, tr("What you gave, by person"))
        self.helped.show_table((tr("Who"), tr("Given"), tr("Of these")), _lines(helped, notes=True))

    def _ask_picture(self) -> None:
        self._ask(tr("Save as picture"), "insights.png", tr("Picture (*.png)"), self.save_picture)

    def _ask_csv(self, figure: Figure) -> None:
        name = f"{figure.accessibleName().lower()}.csv"
        self._ask(tr("Save as CSV"), name, tr("CSV files (*.csv)"), lambda path: self.save_csv(figure, path))

    def _ask(self, title: str, name: str, kind: str, then: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self.window(), title, str(Path.home() / name), kind)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
        dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _new_year(today: date) -> date:
    return today.replace(month=1, day=1)


def _show(bars: BarRows, counts: Sequence[Count]) -> None:
    bars.show_bars([Bar(one.name, one.value, one.note, one.late) for one in counts])


def _number(value: int) -> Cell:
    return Cell(number(value), right=True)


def _lines(counts: Sequence[Count], *, notes: bool = False) -> list[Line]:
    return [
        Line(at, (Cell(one.name), _number(one.value), *((Cell(one.note),) if notes else ())))
        for at, one in enumerate(counts)
    ]
