"""What to remember of a person and what they can do for others; each changed in its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from cardkeeper.model.people import Contact, FollowUpKind, Tier, Tone
from cardkeeper.translation import tr
from ui import theme
from ui.flow import flowing
from ui.parts import Label, Segments
from ui.person.also import also_of
from ui.person.inline import InlineText
from ui.person.needs_pane import NeedsPane
from ui.person.ways import OftenField, WaysRow
from ui.session import Session
from ui.wording import tier_words

_NO_TIER = "none"


class About(QWidget):
    """Needs, offers, doors, facts, notes, tags, tier, and how to keep up with them."""

    changed = Signal(object)
    """How the person is to be changed: a function from the contact as it is to the one as it shall be."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contact = Contact("")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, theme.px(58))
        grid.setColumnStretch(1, 1)
        self._grid = grid
        self.needs = NeedsPane(session)
        label = Label(tr("Needs"), "small", "text2")
        label.setBuddy(self.needs.line)
        label.setContentsMargins(0, 4, 0, 0)
        grid.addWidget(label, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.needs, 0, 1)
        self.offers = self._text(tr("Offers"), tr("What they can do for others, one a line"), _sentence)
        self.doors = self._text(tr("Doors"), tr("Whom they can open doors to, one a line"), _sentence)
        self.facts = self._text(tr("Facts"), tr("What to remember, one a line"), _sentence)
        self.notes = self._text(tr("Notes"), tr("Anything else"), str)
        self.tags = self._text(tr("Tags"), tr("Words to find them by, with commas between"), str)
        self.offers.changed.connect(lambda text: self._tell(lambda who: replace(who, offers=lines_of(text))))
        self.doors.changed.connect(lambda text: self._tell(lambda who: replace(who, doors=lines_of(text))))
        self.facts.changed.connect(lambda text: self._tell(lambda who: replace(who, facts=lines_of(text))))
        self.notes.changed.connect(lambda text: self._tell(lambda who: replace(who, notes=text)))
        self.tags.changed.connect(lambda text: self._tell(lambda who: replace(who, tags=tags_of(text))))
        self.tier = Segments([*((tier.value, tier.value, "") for tier in Tier), (_NO_TIER, tr("None"), "")], tr("Tier"))
        self.tier_words = Label("", "small", "text2", wrap=True)
        self.tier.chosen.connect(self._set_tier)
        for tier in Tier:
            self.tier.segment(tier.value).setAccessibleName(tier_words(tier))
        row = grid.rowCount()
        grid.addWidget(Label(tr("Tier"), "small", "text2"), row, 0)
        self.often = OftenField()
        self.often.chosen.connect(lambda days: self._tell(lambda who: replace(who, cadence_days=days)))
        grid.addWidget(flowing(self.tier, self.often, self.tier_words), row, 1)
        self.ways = WaysRow()
        self.ways.form_chosen.connect(
            lambda form: self._tell(lambda who: replace(who, form=FollowUpKind(form) if form else None))
        )
        self.ways.language_chosen.connect(lambda code: self._tell(lambda who: replace(who, language=code)))
        self.ways.tone_chosen.connect(
            lambda tone: self._tell(lambda who: replace(who, tone=Tone(tone) if tone else None))
        )
        grid.addWidget(Label(tr("Ways"), "small", "text2"), row + 1, 0)
        grid.addWidget(self.ways, row + 1, 1)
        self._also_label = Label(tr("Also"), "small", "text2")
        self.also = Label("", "body", wrap=True)
        grid.addWidget(self._also_label, row + 2, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.also, row + 2, 1)

    def _text(self, name: str, hint: str, shown: Callable[[str], str]) -> InlineText:
        text = InlineText(name, hint, shown=shown)
        label = Label(name, "small", "text2")
        label.setBuddy(text.readout)
        label.setContentsMargins(0, 4, 0, 0)
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(text, row, 1)
        return text

    def show_contact(self, contact: Contact) -> None:
        """Show a person; a text about somebody else that is being changed is given up."""
        if contact.id != self._contact.id:
            for text in (self.offers, self.doors, self.facts, self.notes, self.tags):
                if text.editing:
                    text.cancel()
        self._contact = contact
        self.offers.set_text("\n".join(contact.offers))
        self.doors.set_text("\n".join(contact.doors))
        self.facts.set_text("\n".join(contact.facts))
        self.notes.set_text(contact.notes)
        self.tags.set_text(", ".join(contact.tags))
        self.tier.set_value(contact.tier.value if contact.tier else _NO_TIER)
        self.tier_words.set_text(tier_words(contact.tier))
        self.tier_words.setVisible(contact.tier is not None)
        self.often.show_days(contact.cadence_days)
        self.ways.show_contact(contact)
        also = also_of(contact)
        self.also.set_text("\n".join(also))
        for part in (self._also_label, self.also):
            part.setVisible(bool(also))

    def _set_tier(self, value: str) -> None:
        self._tell(lambda who: replace(who, tier=None if value == _NO_TIER else Tier(value)))

    def _tell(self, change: Callable[[Contact], Contact]) -> None:
        self.changed.emit(change)


def lines_of(text: str) -> tuple[str, ...]:
    """One value a line, without empty ones and doubles."""
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))


def tags_of(text: str) -> tuple[str, ...]:
    """Tags between commas, each once, whatever its case."""
    found: dict[str, str] = {}
    for tag in text.replace("\n", ",").split(","):
        words = " ".join(tag.split())
        if words:
            found.setdefault(words.casefold(), words)
    return tuple(found.values())


def _sentence(text: str) -> str:
    """Lines as they are read one after the other."""
    return "; ".join(lines_of(text))
