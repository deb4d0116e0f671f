"""The form in which every field of a person can be changed, values added and removed; kept as one change."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cardkeeper import keys
from cardkeeper.model.drafts import FieldName
from cardkeeper.model.geometry import Side
from cardkeeper.model.people import NOTHING_SAID, Contact, Encounter, MetContext, Phone
from cardkeeper.translation import tr
from ui.both_sides import BothSides
from ui.met_fields import MetFields
from ui.parts import Button, FieldNote, Label, SectionTitle
from ui.person.rows import KeptField, PhoneGroup, PositionGroup, TextGroup
from ui.person.story import Story, look_at
from ui.pictures import Pictures
from ui.session import Session


@dataclass(frozen=True, slots=True)
class Edited:
    """What a person made of the form: the contact, and how they were met where that changed."""

    contact: Contact
    encounter: Encounter | None = None


class Editor(QWidget):
    """All fields of one person, below their newest card. Ctrl+S keeps them, Esc leaves them as they were."""

    kept = Signal(object)
    cancelled = Signal()

    def __init__(self, session: Session, story: Story, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._story = session, story
        self.card = BothSides(story.cards[0], story.name, pictures) if story.cards else None
        contact = story.contact
        self.name = KeptField(contact.name, tr("Name"))
        self.positions = PositionGroup(contact.positions, session.today())
        self.phones = PhoneGroup(contact.phones)
        self.emails = TextGroup(tr("E-mail"), tr("Add an e-mail"), contact.emails)
        self.websites = TextGroup(tr("Website"), tr("Add a website"), contact.websites)
        self.addresses = TextGroup(tr("Address"), tr("Add an address"), contact.addresses)
        self.other = TextGroup(tr("Other text"), tr("Add a line"), contact.other)
        self.met = MetFields(session.library, session.today(), self)
        self.problem = FieldNote()
        self._arrange()
        self._show_met()
        self._show_looks()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionTitle(tr("Edit")))
        self.save = Button(tr("Save"), "primary", keys="Ctrl+S", size="medium")
        self.cancel = Button(tr("Cancel"), keys="Esc", shortcut=False, size="medium")
        self.save.clicked.connect(self.keep)
        self.cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addWidget(self.cancel)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.problem)
        if self.card is not None:
            column.addWidget(self.card)
        _add_field(column, tr("Name"), self.name)
        self.name_note = FieldNote()
        column.addWidget(self.name_note)
        for group in (self.positions, self.phones, self.emails, self.websites, self.addresses, self.other):
            column.addWidget(group)
        column.addWidget(Label(tr("How you met"), "section"))
        met = self.met
        for words, field in (
            (tr("Event"), met.occasion),
            (tr("Date"), met.day),
            (tr("Place"), met.place),
            (tr("How"), met.how),
            (tr("Through"), met.through),
            (tr("Talked about"), met.about),
        ):
            _add_field(column, words, field)
        column.addStretch(1)

    def _show_met(self) -> None:
        self.met.occasion.offer(self._session.library.events.all())
        self.met.show_value(self._was_met())

    def _was_met(self) -> MetContext:
        return self._story.encounters[-1].context if self._story.encounters else NOTHING_SAID

    def _show_looks(self) -> None:
        notes = {
            FieldName.NAME: self.name_note,
            FieldName.TITLE: self.positions.note,
            FieldName.COMPANY: self.positions.note,
            FieldName.DEPARTMENT: self.positions.note,
            FieldName.PHONE: self.phones.note,
            FieldName.EMAIL: self.emails.note,
            FieldName.WEBSITE: self.websites.note,
            FieldName.ADDRESS: self.addresses.note,
        }
        for field, note in notes.items():
            why = look_at(self._story, field)
            if why:
                note.warn(why)

    def stops(self) -> tuple[QWidget, ...]:
        """The parts that take the keyboard, in order."""
        groups = (self.positions, self.phones, self.emails, self.websites, self.addresses, self.other)
        fields = (stop for group in groups for stop in group.stops())
        sides = [self.card.sides.segment(side) for side in Side] if self.card is not None else []
        return self.save, self.cancel, *sides, self.name, *fields, *self.met.widgets()

    def start(self) -> None:
        """Put the keyboard into the first field."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Hand on what stands in the form; a person must stay somebody who can be found."""
        contact = self._contact()
        if not (contact.name or contact.company or contact.emails or contact.phones):
            self.problem.error(tr("There is nothing left to find this person by. Type at least a name."))
            self.name.setFocus()
            return
        self.kept.emit(Edited(contact, self._encounter()))

    def _contact(self) -> Contact:
        """The person as they are now, with the fields of the form; what is changed elsewhere meanwhile stays."""
        was = self._story.contact
        now = self._session.library.people.get(was.id)
        changed = replace(
            now,
            name=self.name.value(),
            positions=self.positions.values(),
            phones=self._numbers(),
            emails=self.emails.values(),
            websites=self.websites.values(),
            addresses=self.addresses.values(),
            other=self.other.values(),
        )
        return replace(changed, unsure=tuple(field for field in now.unsure if not _touched(field, was, changed)))

    def _numbers(self) -> tuple[Phone, ...]:
        """The numbers, in E.164 where a number, the others of this person, or the settings tell the country."""
        numbers = self.phones.values()
        known = {keys.region_of(phone.e164) for phone in numbers if phone.e164} - {""}
        region = known.pop() if len(known) == 1 else self._session.settings.region
        return tuple(phone if phone.e164 else replace(phone, e164=keys.e164(phone.number, region)) for phone in numbers)

    def _encounter(self) -> Encounter | None:
        met, was = self.met.value(), self._was_met()
        if met == was:
            return None
        first = self._story.encounters[-1] if self._story.encounters else None
        return replace(first, context=met) if first else Encounter(self._story.contact.id, met)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            return
        super().keyPressEvent(event)


def _add_field(column: QVBoxLayout, words: str, field: QWidget) -> None:
    label = Label(words, "small_strong", "text2")
    label.setBuddy(field)
    column.addWidget(label)
    column.addWidget(field)


def _touched(field: str, was: Contact, now: Contact) -> bool:
    """Whether a person changed a field that needed a look."""
    return _value(FieldName(field), was) != _value(FieldName(field), now)


def _value(field: FieldName, contact: Contact) -> object:
    return {
        FieldName.NAME: contact.name,
        FieldName.TITLE: contact.title,
        FieldName.DEPARTMENT: contact.position.department if contact.position else "",
        FieldName.COMPANY: contact.company,
        FieldName.PHONE: tuple(phone.number for phone in contact.phones),
        FieldName.EMAIL: contact.emails,
        FieldName.WEBSITE: contact.websites,
        FieldName.ADDRESS: contact.addresses,
        FieldName.OTHER: contact.other,
    }[field]
