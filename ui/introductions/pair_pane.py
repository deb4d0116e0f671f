"""Below the board, where no referral led to an introduction: the two whom it brings together, side by side."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cardkeeper.days import ago
from cardkeeper.library import Library
from cardkeeper.model.overview import PersonRow
from cardkeeper.model.relationships import Introduction
from cardkeeper.translation import tr
from ui.fact_rows import FactRows
from ui.introductions.reading import Known
from ui.paragraph import Paragraph
from ui.parts import Scrolling, Separator
from ui.value_line import ElidedLink, empty
from ui.wording import work_words


class PairPane(QWidget):
    """What each of them does, needs and offers: what to say of one to the other."""

    person_chosen = Signal(int)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._both = QWidget()
        QHBoxLayout(self._both).setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Scrolling(self._both))

    def show_pair(self, item: Introduction, known: Known, today: date) -> None:
        """Show the two; whoever was removed is left out."""
        row = self._both.layout()
        if not isinstance(row, QHBoxLayout):
            return
        empty(row)
        row.setSpacing(24)
        for number, person in enumerate(
            known.people[one] for one in (item.first_id, item.second_id) if one in known.people
        ):
            if number:
                row.addWidget(Separator(upright=True))
            row.addWidget(self._side(person, today), 1)

    def _side(self, person: PersonRow, today: date) -> QWidget:
        contact = self._library.people.get(person.id)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        name = ElidedLink(person.name or person.company, "strong")
        name.clicked.connect(lambda: self.person_chosen.emit(person.id))
        column.addWidget(name)
        column.addWidget(Paragraph(work_words(person.title, person.company), "small", "text2"))
        facts = FactRows()
        facts.show_rows(
            (
                (tr("Needs"), [need.text for need in self._library.needs.of(person.id) if need.open]),
                (tr("Offers"), contact.offers),
                (tr("Doors"), contact.doors),
                (tr("Facts"), contact.facts),
                (tr("Last talked"), [ago(person.last_talked, today) if person.last_talked else tr("never")]),
            )
        )
        column.addSpacing(8)
        column.addWidget(facts)
        column.addStretch(1)
        return side
