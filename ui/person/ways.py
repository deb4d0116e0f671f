"""How one keeps up with one person: how often, in which form, in which language and tone; quiet until it is chosen."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from cardkeeper.model.letters import Language
from cardkeeper.model.people import Contact, FollowUpKind, Tone
from cardkeeper.relationships.cadence import every_words
from cardkeeper.translation import LANGUAGES, tr
from ui.flow import FlowLayout
from ui.met_fields import CalmChoice
from ui.wording import form_words, letter_tone_words

_HANDY_DAYS: Final = (7, 14, 21, 30, 60, 90, 180, 365)
_MOST_DAYS: Final = 3650


class OftenField(CalmChoice):
    """How many days may pass between two talks: chosen, or typed as a number; as the tier says where nothing is."""

    chosen = Signal(object)
    """The days, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(editable=True, name=tr("How often, in days"), quiet=True, parent=parent)
        self._days: int | None = None
        self.addItem(tr("As the tier says"), None)
        for days in _HANDY_DAYS:
            self.addItem(every_words(days), days)
        self.activated.connect(lambda row: self._take(self.itemData(row)))
        line = self.lineEdit()
        if line is not None:
            line.editingFinished.connect(self._take_typed)

    def show_days(self, days: int | None) -> None:
        """Show what is kept for the person."""
        self._days = days
        self.setCurrentIndex(self.findData(days) if days else 0)
        self.setEditText(every_words(days) if days else self.itemText(0))

    def _take_typed(self) -> None:
        text = self.currentText().strip()
        at = self.findText(text)
        if at >= 0:
            self._take(self.itemData(at))
        elif not text:
            self._take(None)
        elif text != (every_words(self._days) if self._days else ""):
            number = re.fullmatch(r"\D*(\d{1,4})\D*", text)
            days = int(number.group(1)) if number else 0
            self._take(days if 0 < days <= _MOST_DAYS else self._days)

    def _take(self, days: int | None) -> None:
        before = self._days
        self.show_days(days)
        if days != before:
            self.chosen.emit(days)


class WaysRow(QWidget):
    """The form of meeting that suits a person, and how letters to them are written."""

    form_chosen = Signal(object)
    """The value of a `FollowUpKind`, or None."""
    language_chosen = Signal(str)
    tone_chosen = Signal(object)
    """The value of a `Tone`, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = CalmChoice(name=tr("Form of meeting that suits them"), quiet=True)
        self.form.addItem(tr("Any form"), None)
        for kind in FollowUpKind:
            if kind is not FollowUpKind.NONE:
                self.form.addItem(form_words(kind), kind.value)
        self.language = CalmChoice(name=tr("Language of letters"), quiet=True)
        self.language.addItem(tr("Usual language"), "")
        for language in Language:
            self.language.addItem(LANGUAGES[language.value], language.value)
        self.tone = CalmChoice(name=tr("Tone of letters"), quiet=True)
        self.tone.addItem(tr("Usual tone"), None)
        for tone in Tone:
            self.tone.addItem(letter_tone_words(tone), tone.value)
        self.form.activated.connect(lambda row: self.form_chosen.emit(self.form.itemData(row)))
        self.language.activated.connect(lambda row: self.language_chosen.emit(self.language.itemData(row)))
        self.tone.activated.connect(lambda row: self.tone_chosen.emit(self.tone.itemData(row)))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        flow = FlowLayout(self, spacing=4)
        for field in (self.form, self.language, self.tone):
            flow.addWidget(field)

    def show_contact(self, contact: Contact) -> None:
        """Show what is kept for the person; a language that no letter is written in counts as none."""
        self.form.setCurrentIndex(max(0, self.form.findData(contact.form.value if contact.form else None)))
        self.language.setCurrentIndex(max(0, self.language.findData(contact.language)))
        self.tone.setCurrentIndex(max(0, self.tone.findData(contact.tone.value if contact.tone else None)))
