"""Whom one met just now and has not written to: a short note to each within 48 hours, drafted in one go."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cardkeeper.model.overview import PersonRow
from cardkeeper.relationships.today import silent_words
from cardkeeper.translation import tr
from ui import theme
from ui.parts import Button, ElidedLabel, IconLabel, Panel


class NotesBar(Panel):
    """One line with a button; not there when everybody has heard from one."""

    wanted = Signal(object)
    """The ids of those to write to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=0)
        self._people: tuple[int, ...] = ()
        row = QHBoxLayout()
        row.setContentsMargins(14, 5, 10, 5)
        row.setSpacing(10)
        self.body.addLayout(row)
        self.words = ElidedLabel()
        self.write = Button(tr("Write short notes"), size="small")
        self.write.clicked.connect(lambda: self.wanted.emit(self._people))
        row.addWidget(IconLabel("email-outline", "text2", 18))
        row.addWidget(self.words, 1)
        row.addWidget(self.write)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setMinimumHeight(theme.px(36))
        self.hide()

    def set_people(self, people: tuple[PersonRow, ...]) -> None:
        """Name how many, and who at a touch; hidden when there is nobody."""
        self._people = tuple(person.id for person in people)
        self.words.set_text(silent_words(len(people)))
        self.words.setToolTip(", ".join(person.name or person.company for person in people))
        self.setVisible(bool(people))
