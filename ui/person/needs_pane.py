"""What a person needs, since when, who may have it, and a line for one more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cardkeeper import days
from cardkeeper.model.overview import NeedMatch, PersonRow
from cardkeeper.model.relationships import Need, NeedState
from cardkeeper.relationships.loop_lines import match_words
from cardkeeper.translation import tr, trn
from ui import wording
from ui.paragraph import Paragraph
from ui.parts import Button, Label, LineField, LinkButton
from ui.session import Session
from ui.value_line import empty

_MOST_SHOWN = 5


class NeedsPane(QWidget):
    """Each open need with those who may meet it; closed ones stay in the log."""

    opens_person = Signal(int)
    composes_for = Signal(int, int)
    """Ask this person about this need: the ids of the person and of the need."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._contact_id = 0
        self._opened: set[int] = set()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._shown = QWidget()
        self._list = QVBoxLayout(self._shown)
        self._list.setContentsMargins(6, 3, 0, 0)
        self._list.setSpacing(6)
        column.addWidget(self._shown)
        self.line = LineField(hint=tr("What are they looking for?"), name=tr("Another need"), quiet=True)
        self.line.setMaxLength(300)
        self.line.returnPressed.connect(self._add)
        column.addWidget(self.line)

    def show_needs(self, contact_id: int, needs: tuple[Need, ...], today: date) -> None:
        """Show what a person needs now."""
        if contact_id != self._contact_id:
            self.line.clear()
            self._opened.clear()
        self._contact_id = contact_id
        empty(self._list)
        people = self._session.library.day.people()
        for need in needs:
            if need.state is not NeedState.CLOSED:
                self._show(need, people, today)
        self._shown.setVisible(self._list.count() > 0)

    def _show(self, need: Need, people: Mapping[int, PersonRow], today: date) -> None:
        self._list.addWidget(Paragraph(need.text, "strong"))
        matches = self._session.library.matches.of(need) if need.open else ()
        row = QHBoxLayout()
        row.setSpacing(8)
        since = tr("Open for {days}.", days=days.span(max(0, (today - need.since).days)))
        row.addWidget(Label(since if need.open else tr("Somebody is on the way to them."), "small", "text2"))
        if matches:
            fit = LinkButton(trn("{count} person may fit", "{count} people may fit", len(matches)))
            fit.clicked.connect(lambda: self._turn(need, today))
            row.addWidget(fit)
        row.addStretch(1)
        met = Button(tr("Met"), "quiet", icon="check", size="small")
        met.setToolTip(tr("They have found it"))
        met.clicked.connect(lambda: self._close(need, today))
        row.addWidget(met)
        self._list.addLayout(row)
        if need.id in self._opened:
            for match in matches[:_MOST_SHOWN]:
                self._show_match(need, match, people[match.contact_id])

    def _show_match(self, need: Need, match: NeedMatch, person: PersonRow) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Paragraph(match_words(match, person), "small"), 1)
        open_ = LinkButton(tr("Open {name}", name=wording.short(person.name or person.company)))
        open_.clicked.connect(lambda: self.opens_person.emit(person.id))
        ask = LinkButton(tr("Ask"))
        ask.setToolTip(tr("Write to them about it"))
        ask.clicked.connect(lambda: self.composes_for.emit(person.id, need.id))
        row.addWidget(open_)
        row.addWidget(ask)
        self._list.addLayout(row)

    def _turn(self, need: Need, today: date) -> None:
        self._opened ^= {need.id}
        self.show_needs(self._contact_id, self._session.library.needs.of(self._contact_id), today)

    def _add(self) -> None:
        text = self.line.text().strip()
        if text:
            self.line.clear()
            self._session.library.needs.save(Need(self._contact_id, text, self._session.today()))

    def _close(self, need: Need, today: date) -> None:
        now = self._session.library.needs.get(need.id)
        self._session.library.needs.save(replace(now, state=NeedState.CLOSED, closed_on=today))
