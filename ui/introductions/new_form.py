"""A new introduction, referral or lead, in a form that stands in the page."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cardkeeper.errors import WorldError, WrongInput
from cardkeeper.library import Library
from cardkeeper.model.relationships import Handing, Lead, Referral
from cardkeeper.relationships import introductions
from cardkeeper.translation import tr
from ui.labelled import Labelled
from ui.parts import Button, FieldNote, LineField, Panel, SectionTitle, Segments
from ui.person_field import PersonField


class NewForm(Panel):
    """Asks for what a new one needs; `made` tells the id of what was saved."""

    made = Signal(int)
    closed = Signal()

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._tab = "introductions"
        self._today = date.min
        self.title = SectionTitle("")
        self.way = Segments(
            [(Handing.GIVEN.value, tr("I give it"), ""), (Handing.RECEIVED.value, tr("I received it"), "")],
            tr("Which way"),
        )
        self.first, self.second = PersonField(tr("One person")), PersonField(tr("The other person"))
        self.business, self.place = LineField(name=tr("Business")), LineField(name=tr("Place"))
        self.why = LineField(name=tr("What it is about"))
        for line in (self.business, self.place, self.why):
            line.setMaxLength(500)
        self.note = FieldNote()
        self.save = Button(tr("Save"), "primary")
        self.cancel = Button(tr("Cancel"), "quiet")
        self._arrange()
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.close_it)
        self.way.chosen.connect(lambda _value: self._name_fields())
        self.hide()

    def open_for(self, tab: str, today: date, first_id: int = 0) -> None:
        """Ask for a new one of this tab; the person with `first_id` stands in it already."""
        self._tab, self._today = tab, today
        names = self._library.people.names()
        for field in (self.first, self.second):
            field.set_people(names)
            field.clear()
        for line in (self.business, self.place, self.why):
            line.clear()
        self.note.clear()
        self._name_fields()
        self.show()
        self.first.show_person(first_id)
        (self.second if self.first.person() else self.first).setFocus(Qt.FocusReason.OtherFocusReason)

    def close_it(self) -> None:
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_on()
            return
        super().keyPressEvent(event)

    def _go_on(self) -> None:
        """To what is still to be said, else keep it."""
        fields = (field for field in (self.first, self.second, self.why) if field.isVisibleTo(self))
        missing = next((field for field in fields if not field.text().strip()), None)
        if missing is not None and not missing.hasFocus():
            missing.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._save()

    def _arrange(self) -> None:
        self.body.addWidget(self.title)
        self._fields = {
            "way": Labelled(tr("Which way"), self.way, 180),
            "first": Labelled("", self.first, 180),
            "second": Labelled("", self.second, 180),
            "business": Labelled(tr("Business"), self.business, 150),
            "place": Labelled(tr("Place"), self.place, 120),
            "why": Labelled(tr("What it is about"), self.why, 200),
        }
        row = QHBoxLayout()
        row.setSpacing(12)
        for field in self._fields.values():
            row.addWidget(field)
        self.body.addLayout(row)
        self.body.addWidget(self.note)
        buttons = QHBoxLayout()
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        self.body.addLayout(buttons)

    def _name_fields(self) -> None:
        """Which fields there are, and what each is called."""
        given = self.way.value() == Handing.GIVEN.value
        shown = {
            "introductions": ("first", "second", "why"),
            "referrals": ("way", "first", "second", "why"),
            "leads": ("way", "first", "business", "place", "why"),
        }[self._tab]
        for name, field in self._fields.items():
            field.setVisible(name in shown)
        partner = tr("To whom") if given else tr("From whom")
        introducing = self._tab == "introductions"
        self._fields["first"].set_name(tr("One") if introducing else partner)
        self._fields["second"].set_name(tr("The other") if introducing else tr("Who is handed on"))
        self._fields["why"].set_name(tr("Why they should meet") if introducing else tr("What it is about"))
        self.title.set_text(
            {
                "introductions": tr("New introduction"),
                "referrals": tr("New referral"),
                "leads": tr("New lead"),
            }[self._tab]
        )

    def _save(self) -> None:
        try:
            made = {"introductions": self._introduction, "referrals": self._referral, "leads": self._lead}[self._tab]()
        except WorldError as error:
            self.note.error(str(error))
            return
        self.hide()
        self.made.emit(made)

    def _introduction(self) -> int:
        first, second = self._person(self.first), self._person(self.second)
        return self._library.introductions.save(introductions.begin(first, second, self.why.text(), self._today))

    def _referral(self) -> int:
        partner, prospect = self._person(self.first), self._person(self.second)
        given = self.way.value() == Handing.GIVEN.value
        referral = Referral(
            None if given else partner, partner if given else None, prospect, self._today, self.why.text().strip()
        )
        return self._library.referrals.save(referral)

    def _lead(self) -> int:
        business = " ".join(self.business.text().split())
        if not business:
            raise WrongInput(tr("The lead has no business."), tr("Say which business it is."))
        place, about = self.place.text().strip(), self.why.text().strip()
        lead = Lead(Handing(self.way.value()), self._person(self.first), business, self._today, place, about)
        return self._library.leads.save(lead)

    def _person(self, field: PersonField) -> int:
        found = field.person()
        if not found:
            name = field.text().strip()
            message = tr("Nobody known is named “{name}”.", name=name) if name else tr("Somebody is still missing.")
            raise WrongInput(message, tr("Choose somebody from the list."))
        return found
