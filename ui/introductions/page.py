"""Introductions, referrals and leads by stage; below, where the one at hand came from, and whom to ask first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cardkeeper.errors import WorldError
from cardkeeper.library import Changes
from cardkeeper.model.relationships import Consent, IntroductionStage
from cardkeeper.translation import tr
from ui import theme
from ui.introductions.board import Board
from ui.introductions.chain_pane import ChainPane
from ui.introductions.guard import GuardPanel
from ui.introductions.lead_pane import LeadPane
from ui.introductions.moving import move, neighbour
from ui.introductions.new_form import NewForm
from ui.introductions.reading import CONSENT_ICONS, Known, read
from ui.introductions.tables import introduction_lines, lead_lines, referral_lines
from ui.lines_table import LinesView
from ui.parts import Button, Command, EmptyState, IconLabel, Label, Page, PageHeader, RowBelow, Scrolling, Segments
from ui.session import Session
from ui.splitter import Splitter

_RIGHT: Final = 352
_LEAST_RIGHT: Final = 280
_MARGIN: Final = 32
"""Pixels around the ways of looking where they have a row of their own."""
_ROOM_FOR_BOTH: Final = 600
"""Pixels of width at 100 % text from which on panes, and ways of looking, stand side by side."""


class IntroductionsPage(Page):
    """Who is brought together with whom, and what came of it."""

    name: ClassVar[str] = "introductions"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._known = Known({}, (), (), (), ())
        self._at = {"introductions": 0, "referrals": 0, "leads": 0}
        self.header = PageHeader(tr("Introductions"))
        self._row_below = RowBelow(self.header)
        self.tabs = Segments(
            [
                ("introductions", tr("Introductions"), ""),
                ("referrals", tr("Referrals"), ""),
                ("leads", tr("Leads"), ""),
            ],
            tr("What to show"),
        )
        self.shape = Segments(
            [("board", tr("Board"), "view-column-outline"), ("list", tr("List"), "format-list-bulleted")],
            tr("How to show it"),
        )
        self.new_button = Button(tr("New introduction"), icon="plus")
        self.form = NewForm(session.library)
        self.board = Board()
        self.table = LinesView(tr("As a list"))
        self.empty = EmptyState("handshake-outline", "", "")
        self.chain = ChainPane(session)
        self.guard = GuardPanel(session)
        self.lead = LeadPane(session)
        self._arrange()
        self._connect()

    # What the window asks of a page

    def refresh(self, changes: Changes | None) -> None:
        self._known = read(self._session.library)
        self._show()

    def show_introduction(self, introduction_id: int) -> None:
        """Show this introduction."""
        self._at["introductions"] = introduction_id
        self.tabs.set_value("introductions")
        self._show()

    def commands(self) -> tuple[Command, ...]:
        return (Command(self.new_button.text(), "plus", self.open_form),)

    def open_form(self) -> None:
        """Ask for a new one of what is shown."""
        self.form.open_for(self.tabs.value(), self._session.today())

    def open_form_with(self, contact_id: int) -> None:
        """Ask whom to introduce this person to."""
        self.tabs.set_value("introductions")
        self._show()
        self.form.open_for("introductions", self._session.today(), contact_id)

    def take_focus(self) -> None:
        """To the card or the line that is current, else to where one begins."""
        at = {0: self.board.current_list(), 1: self.table, 2: None}[self._top.currentIndex()]
        (at or self.new_button).setFocus(Qt.FocusReason.OtherFocusReason)

    # Inside

    def _arrange(self) -> None:
        self._legend = QWidget()
        legend = QHBoxLayout(self._legend)
        legend.setContentsMargins(0, 0, 0, 0)
        for consent, words in (
            (Consent.NOT_ASKED, tr("not asked")),
            (Consent.ASKED, tr("asked")),
            (Consent.AGREED, tr("agreed")),
        ):
            legend.addWidget(IconLabel(CONSENT_ICONS[consent], "accent" if consent is Consent.AGREED else "text2", 14))
            legend.addWidget(Label(words, "small", "text2"))
        for part in (self._legend, self.tabs, self.shape, self.new_button):
            self.header.add(part)
        self._top = QStackedWidget()
        for part in (Scrolling(self.board), _with_margin(self.table), self.empty):
            self._top.addWidget(part)
        self._side = QStackedWidget()
        self._side.addWidget(self.guard)
        self._side.addWidget(self.lead)
        self._below = Splitter(self.chain, self._side, sizes=(700, _RIGHT))
        self._halves = Splitter(self._top, self._below, sizes=(300, 412), orientation=Qt.Orientation.Vertical)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._row_below)
        form = QHBoxLayout()
        form.setContentsMargins(24, 0, 24, 8)
        form.addWidget(self.form)
        column.addLayout(form)
        column.addWidget(Scrolling(self._halves), 1)

    def _connect(self) -> None:
        self.tabs.chosen.connect(lambda _tab: self._show())
        self.shape.chosen.connect(lambda _shape: self._show())
        self.new_button.clicked.connect(self.open_form)
        self.form.made.connect(self._stand_on)
        self.board.chosen.connect(self._choose)
        self.board.moved.connect(self._move)
        self.board.shifted.connect(self._shift)
        self.board.acted.connect(self.guard.loops.act)
        self.table.opened.connect(
            lambda _line: self.guard.loops.act() if self._side.currentWidget() is self.guard else None
        )
        self.table.chosen.connect(self._choose)
        self.chain.person_chosen.connect(self.open_person)
        self.chain.referral_chosen.connect(self._show_referral)
        self.chain.export_wanted.connect(self._ask_export)
        self.guard.loops.opens_person.connect(self.open_person)
        self.guard.loops.composes.connect(self.compose)
        self.lead.opens_person.connect(self.open_person)
        self.lead.grown.connect(self._show_referral)

    def _show(self) -> None:
        """Show the tab as the library is now."""
        tab, today, known = self.tabs.value(), self._session.today(), self._known
        self._name_tabs()
        self.shape.setVisible(tab == "introductions")
        self._fit_header()
        self.form.hide()
        lines = {"introductions": introduction_lines, "referrals": referral_lines, "leads": lead_lines}[tab]
        head, rows = lines(known, today)
        on_board = tab == "introductions" and self.shape.value() == "board"
        self._below.setVisible(bool(rows))
        if not rows:
            self._show_emptiness(tab)
            return
        if on_board:
            self.board.show_known(known, today)
        else:
            self.table.show_lines(head, rows)
        self._top.setCurrentIndex(0 if on_board else 1)
        there = {row.id for row in rows}
        if self._at[tab] not in there:
            self._at[tab] = (self.board.first() if on_board else 0) or rows[0].id
        if on_board:
            self.board.stand_on(self._at[tab])
        else:
            self.table.stand_on(self._at[tab])
        self._show_detail()

    def _name_tabs(self) -> None:
        counts = {
            "introductions": sum(item.open for item in self._known.introductions),
            "referrals": len(self._known.referrals),
            "leads": len(self._known.leads),
        }
        names = {"introductions": tr("Introductions"), "referrals": tr("Referrals"), "leads": tr("Leads")}
        for tab, name in names.items():
            self.tabs.segment(tab).setText(f"{name}  {counts[tab]}" if counts[tab] else name)
            self.tabs.segment(tab).updateGeometry()
        words = {
            "introductions": tr("New introduction"),
            "referrals": tr("New referral"),
            "leads": tr("New lead"),
        }
        self.new_button.set_text(words[self.tabs.value()])

    def _show_emptiness(self, tab: str) -> None:
        self._top.setCurrentIndex(2)
        self.empty.title.set_text(
            {
                "introductions": tr("Nobody is being introduced"),
                "referrals": tr("No referrals yet"),
                "leads": tr("No leads yet"),
            }[tab]
        )
        self.empty.text.set_text(
            {
                "introductions": tr("Bring two people together who know you. Each is asked before the other is named."),
                "referrals": tr("A person handed on, by you or to you. Each can be followed back to its source."),
                "leads": tr("A business and a place, no person yet. It becomes a referral when one is found."),
            }[tab]
        )

    def _show_detail(self) -> None:
        tab, today, known = self.tabs.value(), self._session.today(), self._known
        at = self._at[tab]
        self._side.setCurrentWidget(self.lead if tab == "leads" else self.guard)
        self.chain.show()
        if tab == "introductions":
            item = next(each for each in known.introductions if each.id == at)
            self.guard.show_introduction(item, known, today)
            self.chain.show_introduction(item, known, today)
        elif tab == "referrals":
            referral = next(each for each in known.referrals if each.id == at)
            self.guard.show_referral(referral, known, today)
            self.chain.show_referral(referral, known, today)
        else:
            lead = next(each for each in known.leads if each.id == at)
            self.lead.show_lead(lead, known)
            grown = next((each for each in known.referrals if each.id == lead.referral_id), None)
            if grown is not None:
                self.chain.show_referral(grown, known, today)
            self.chain.setVisible(grown is not None)

    def _choose(self, chosen: int) -> None:
        self._at[self.tabs.value()] = chosen
        self._show_detail()

    def _stand_on(self, made: int) -> None:
        self._at[self.tabs.value()] = made
        self.refresh(None)

    def _show_referral(self, referral_id: int) -> None:
        self._at["referrals"] = referral_id
        self.tabs.set_value("referrals")
        self.refresh(None)

    def _move(self, introduction_id: int, stage: IntroductionStage) -> None:
        self._does(lambda: move(self._session.library, introduction_id, stage, self._session.today()))

    def _shift(self, introduction_id: int, by: int) -> None:
        item = next(each for each in self._known.introductions if each.id == introduction_id)
        stage = neighbour(item, by)
        if stage is not None:
            self._move(introduction_id, stage)

    def _ask_export(self) -> None:
        kinds = f"{tr('Picture (*.png)')};;{tr('Drawing (*.svg)')}"
        dialog = QFileDialog(self.window(), tr("Save the picture"), str(Path.home() / "introductions.png"), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("png")
        dialog.fileSelected.connect(lambda name: self.export(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, target: Path) -> None:
        """Save the picture of the chain as PNG or SVG."""
        if self._does(lambda: self.chain.tree.export(target)):
            self._session.say(tr("Saved {name}", name=target.name))

    def _does(self, make: Callable[[], object]) -> bool:
        try:
            make()
        except WorldError as error:
            self._session.fail(error)
            return False
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_header()
        self._fit_panes()

    def _fit_panes(self) -> None:
        """Where text is large for the window, what is below stands one above another, and all of it scrolls."""
        narrow = self.width() < theme.px(_ROOM_FOR_BOTH)
        way = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if way is not self._below.orientation():
            self._below.setOrientation(way)
            self._below.share(*((0.5, 0.5) if narrow else (0.65, 0.35)))
        self._side.setMinimumWidth(0 if narrow else theme.px(_LEAST_RIGHT))
        self._side.setMinimumHeight(theme.px(260) if narrow else 0)
        self._top.setMinimumHeight(theme.px(180))

    def _fit_header(self) -> None:
        """What has no room beside the title in this language goes: the legend away, then the tabs below."""
        beside = [part for part in (self.tabs, self.shape, self.new_button) if not part.isHidden()]
        narrow = self.width() < self.header.width_of(*beside)
        self.shape.set_bare(False)
        both = self.tabs.sizeHint().width() + self.shape.sizeHint().width() + 2 * _MARGIN
        self.shape.set_bare(both > self.width())
        very_narrow = narrow and self.width() < theme.px(_ROOM_FOR_BOTH)
        self._row_below.hold(*(part for part, goes in ((self.tabs, narrow), (self.shape, very_narrow)) if goes))
        legend = self.header.width_of(*beside, self._legend) <= self.width()
        self._legend.setVisible(legend and self.tabs.value() == "introductions")


def _with_margin(widget: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(24, 0, 24, 12)
    row.addWidget(widget)
    return holder
