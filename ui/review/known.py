"""The notice that a card may be of somebody known: who, why, and what would change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cardkeeper import days
from cardkeeper.matching import Match
from cardkeeper.model.people import Contact, Encounter, Phone
from cardkeeper.translation import tr
from ui import wording
from ui.flow import flowing
from ui.parts import Button, IconLabel, Label, Panel


@dataclass(frozen=True, slots=True)
class Difference:
    """What a card would change about somebody known."""

    what: str
    before: str
    now: str


def differences(known: Contact, merged: Contact) -> tuple[Difference, ...]:
    """What is other or new once a card is taken for somebody known, in the order of the form."""
    found = []
    if known.name != merged.name:
        found.append(Difference(tr("Name"), known.name, merged.name))
    if job_words(known) != job_words(merged):
        found.append(Difference(tr("Job"), job_words(known), job_words(merged)))
    lists = (
        (tr("E-mail"), known.emails, merged.emails),
        (tr("Phone"), _numbers(known.phones), _numbers(merged.phones)),
        (tr("Website"), known.websites, merged.websites),
        (tr("Address"), known.addresses, merged.addresses),
    )
    for what, before, now in lists:
        new = [text for text in now if text not in before]
        if new:
            found.append(Difference(what, before[0] if before else "", ", ".join(new)))
    return tuple(found)


def job_words(contact: Contact) -> str:
    return wording.work_words(contact.title, contact.company)


def met_words(encounters: Sequence[Encounter], today: date) -> str:
    """When and where somebody was met last; empty where nobody said."""
    met = encounters[0].context if encounters else None
    if met is None:
        return ""
    where = wording.met_words(met)
    if met.on and where:
        return tr("You met on {day}: {where}.", day=days.plain_day(met.on, today), where=where)
    if met.on:
        return tr("You met on {day}.", day=days.plain_day(met.on, today))
    return tr("You met: {where}.", where=where) if where else ""


class KnownNotice(Panel):
    """Beside the form: this may be somebody known. Says what Enter will do, and lets a person say otherwise."""

    same_chosen = Signal()
    other_chosen = Signal()
    person_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, ground="soft", edge="accent", margin=12)
        self._contact_id = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._who = Label("", "strong", wrap=True)
        self._why = Label("", "small", "text2", wrap=True)
        self._outcome = Label("", "small_strong")
        self._compared = QWidget()
        self._grid = QGridLayout(self._compared)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self.same = Button(tr("Same person"), icon="", keys="Alt+S", size="medium", shortcut=False)
        self.other = Button(tr("Someone else"), keys="Alt+O", size="medium", shortcut=False)
        self.compare = Button(tr("Compare"), "quiet", keys="Alt+C", size="medium", shortcut=False)
        self.compare.setCheckable(True)
        self.open = Button(tr("Open"), "quiet", size="medium")
        self.same.clicked.connect(self.same_chosen)
        self.other.clicked.connect(self.other_chosen)
        self.open.clicked.connect(lambda: self.person_wanted.emit(self._contact_id))
        self.compare.toggled.connect(self._compared.setVisible)
        self._lay_out()
        self.hide()

    def show_match(self, match: Match, changes: Sequence[Difference], met: str, *, same: bool) -> None:
        """Show somebody known; `same`: the card will be taken for theirs."""
        contact = match.contact
        if contact.id != self._contact_id:
            self.compare.setChecked(False)
        self._contact_id = contact.id
        whom = ", ".join(text for text in (contact.name, contact.company) if text)
        self._who.set_text(tr("You may know them: {whom}", whom=whom))
        self._why.set_text(" ".join(text for text in (f"{match.words}.", met) if text))
        new_job = any(change.what == tr("Job") for change in changes)
        self.same.set_text(tr("Same person, new job") if new_job else tr("Same person"))
        self.same.set_icon("check" if same else "")
        self.other.set_icon("" if same else "check")
        self._outcome.set_text(
            tr("Accepting updates {name}.", name=contact.name or contact.company)
            if same
            else tr("Accepting adds a new person.")
        )
        self._show_changes(changes)
        self.compare.setVisible(bool(changes))
        self._compared.setVisible(bool(changes) and self.compare.isChecked())
        self.setAccessibleName(f"{self._who.text()} {self._why.text()} {self._outcome.text()}")
        self.show()

    def message(self) -> str:
        return f"{self._who.text()} {self._why.text()} {self._outcome.text()}"

    def _show_changes(self, changes: Sequence[Difference]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        heads = (tr("So far"), tr("With this card")) if changes else ()
        for column, head in enumerate(heads, start=1):
            self._grid.addWidget(Label(head, "tiny", "text2"), 0, column)
        top = Qt.AlignmentFlag.AlignTop
        for row, change in enumerate(changes, start=1):
            self._grid.addWidget(Label(change.what, "small", "text2"), row, 0, top)
            self._grid.addWidget(Label(change.before or tr("nothing"), "small", "text2", wrap=True), row, 1, top)
            self._grid.addWidget(Label(change.now, "small_strong", wrap=True), row, 2, top)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(IconLabel("account-question-outline", "accent", 20), alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(4)
        for widget in (self._who, self._why):
            column.addWidget(widget)
        column.addWidget(flowing(self.same, self.other, self.compare, self.open, self._outcome, spacing=6))
        column.addWidget(self._compared)
        self._compared.hide()
        row.addLayout(column, 1)
        self.body.addLayout(row)


def _numbers(phones: Sequence[Phone]) -> tuple[str, ...]:
    return tuple(phone.number for phone in phones)


class Decisions:
    """What a person said about the matches of each card; until then a sure match is taken for the same person."""

    def __init__(self) -> None:
        self._said: dict[int, dict[int, bool]] = {}

    def say(self, card_id: int, contact_id: int, *, same: bool) -> None:
        self._said.setdefault(card_id, {})[contact_id] = same

    def current(self, card_id: int, matches: Sequence[Match]) -> tuple[Match, bool] | None:
        """The match to show, and whether the card is taken for theirs; None when there is none."""
        said = self._said.get(card_id, {})
        for match in matches:
            if match.contact.id not in said:
                return match, match.sure
            if said[match.contact.id]:
                return match, True
        return (matches[0], False) if matches else None
