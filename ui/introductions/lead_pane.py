"""Beside a lead: what is known of it, and the person who turns it into a referral."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cardkeeper.errors import WorldError, WrongInput
from cardkeeper.model.relationships import Handing, Lead, LeadState, Referral
from cardkeeper.translation import tr
from ui.ground import Ground
from ui.introductions.reading import Known, lead_words
from ui.labelled import Labelled
from ui.paragraph import Paragraph
from ui.parts import Button, FieldNote, LinkButton
from ui.person_field import PersonField
from ui.session import Session


class LeadPane(Ground):
    """A lead becomes a referral when a person is found, and keeps its history."""

    opens_person = Signal(int)
    grown = Signal(int)
    """The referral that it became."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        self._session = session
        self._lead: Lead | None = None
        self.title = Paragraph("", "section")
        self.about = Paragraph("", "body", "text2")
        self.state = Paragraph("", "body")
        self.partner = LinkButton("")
        self.person = PersonField(tr("The person who was found"))
        self._found = Labelled(tr("A person was found"), self.person, 180)
        self.note = FieldNote()
        self.grow = Button(tr("Make it a referral"), "primary", size="medium")
        self.close_button = Button(tr("Close the lead"), size="medium")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(10)
        for part in (
            self.title, self.about, self.state, self.partner, self._found, self.note, self.grow, self.close_button,
        ):  # fmt: skip
            column.addWidget(part)
        column.addStretch(1)
        self.partner.clicked.connect(self._open_partner)
        self.grow.clicked.connect(self._grow)
        self.close_button.clicked.connect(self._close)

    def show_lead(self, lead: Lead, known: Known) -> None:
        """Show a lead; who is named already stays while it is the same."""
        if self._lead is None or self._lead.id != lead.id:
            self.person.clear()
            self.person.set_people(self._session.library.people.names())
            self.note.clear()
        self._lead = lead
        self.title.set_text(", ".join(part for part in (lead.business, lead.place) if part))
        self.about.set_text(lead.about)
        self.about.setVisible(bool(lead.about))
        self.state.set_text(lead_words(lead))
        name = known.name(lead.contact_id)
        received = lead.direction is Handing.RECEIVED
        self.partner.set_text(tr("From {name}", name=name) if received else tr("Given to {name}", name=name))
        for part in (self._found, self.grow, self.close_button):
            part.setVisible(lead.open)

    def _open_partner(self) -> None:
        if self._lead is not None:
            self.opens_person.emit(self._lead.contact_id)

    def _grow(self) -> None:
        lead, who = self._lead, self.person.person()
        if lead is None:
            return
        received = lead.direction is Handing.RECEIVED
        source, receiver = (lead.contact_id, None) if received else (None, lead.contact_id)
        try:
            if not who:
                raise WrongInput(tr("Nobody known is named so."), tr("Choose somebody from the list."))
            referral = Referral(source, receiver, who, self._session.today(), lead.about or lead.business)
            made = self._session.library.leads.grow(lead.id, referral)
        except WorldError as error:
            self.note.error(str(error))
            return
        self.grown.emit(made)

    def _close(self) -> None:
        if self._lead is None:
            return
        lead = self._session.library.leads.get(self._lead.id)
        self._session.library.leads.save(replace(lead, state=LeadState.CLOSED, closed_on=self._session.today()))
