"""The three panes around one letter, and the letter itself: filled from its template until a person types."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cardkeeper.errors import WorldError
from cardkeeper.messages.drafts import draft, shipped
from cardkeeper.model.letters import Form, Language, Letter, Template
from cardkeeper.model.people import Contact, Stage, Tone
from cardkeeper.translation import language_in_use, tr
from ui.beside import Beside, Pane
from ui.composer.changes import LetterChanges
from ui.composer.errands import Errand
from ui.composer.facts import FactsPane
from ui.composer.paper import Paper
from ui.composer.ways import Ways, WaysPane, usual_times
from ui.pictures import Pictures
from ui.session import Session

_LEFT: Final = 272
"""The three tones beside each other are this wide in German and French."""
_RIGHT: Final = 292


class Desk(QWidget):
    """One letter with all that belongs to it."""

    template_wanted = Signal()

    def __init__(self, session: Session, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._changes = LetterChanges(session.library)
        self._errand: Errand | None = None
        self._own = False
        self.ways = WaysPane()
        self.paper = Paper()
        self.facts = FactsPane(session, pictures)
        self._arrange()
        self._connect()

    # What it is about

    @property
    def errand(self) -> Errand | None:
        return self._errand

    def show_errand(self, errand: Errand) -> None:
        """Show a letter. What was typed for it before is there again; one that is open already keeps its words."""
        before, self._errand = self._errand, errand
        same = before is not None and (before.about, before.form) == (errand.about, errand.form)
        if before is None or before.about != errand.about:
            self._set_offers(errand)
        unsent = self._session.library.letters.unsent(errand.about, errand.form)
        self._show_ways()
        self.paper.unsigned.setVisible(not errand.situation.my_name)
        self.facts.show_person(self._session.library, errand.contact, self._session.today())
        if same and self._own:
            return
        self._own = unsent is not None
        if unsent is not None:
            letter = replace(self.made(self._template()), subject=unsent.subject, body=unsent.body)
            self.paper.show_letter(letter, errand.form, self.ways.ways().language, own=True)
        else:
            self.fill()

    def letter(self) -> Letter:
        """The letter as it stands."""
        return self.paper.letter(self.made(self._template()))

    def made(self, template: Template) -> Letter:
        """The letter that a template makes."""
        if self._errand is None:
            return Letter((), "", "")
        ways = self.ways.ways()
        situation = self._errand.situation
        place = ways.place or situation.where
        return draft(template, replace(situation, times=ways.times, where=place), self._session.today())

    def fill(self) -> None:
        """Write the letter from its template, unless a person has typed."""
        if self._errand is not None and not self._own:
            ways = self.ways.ways()
            self.paper.show_letter(self.made(self._template()), self._errand.form, ways.language, own=False)

    def moment(self) -> datetime | None:
        """When the meeting is: as booked, else the first time that is offered. On the wall here, without a zone."""
        errand = self._errand
        step = errand.step if errand else None
        if step is not None and step.stage is Stage.BOOKED and step.due and step.at:
            return datetime.combine(step.due, step.at)
        return next(iter(self.ways.ways().times), None)

    def place(self) -> str:
        step = self._errand.step if self._errand else None
        return (step.place if step else "") or self.ways.ways().place

    def keep_own(self) -> None:
        """Keep what was typed, for the next time."""
        if self._own and self._errand is not None:
            errand, letter = self._errand, self.letter()
            unsent = self._session.library.letters.unsent(errand.about, errand.form)
            if unsent is None or (unsent.subject, unsent.body) != (letter.subject, letter.body.rstrip("\n")):
                self._does(lambda: self._changes.keep(errand, self.ways.ways(), letter, self._session.today()))

    def put_away(self) -> None:
        """The letter is done with: nothing of it is kept."""
        self._errand, self._own = None, False

    # Inside

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        middle = QWidget()
        inner = QVBoxLayout(middle)
        inner.setContentsMargins(20, 16, 20, 16)
        inner.addWidget(self.paper)
        panes = (Pane(self.ways, 480, width=_LEFT), Pane(middle, 380), Pane(self.facts, 0, width=_RIGHT))
        row.addWidget(Beside(*panes, needs=640, last_on_top=True))

    def _connect(self) -> None:
        self.ways.form_chosen.connect(self._choose_form)
        self.ways.tone_chosen.connect(self._choose_tone)
        self.ways.language_chosen.connect(self._choose_language)
        self.ways.changed.connect(self.fill)
        self.paper.edited.connect(self._typed)
        self.paper.anew.connect(self._write_anew)
        self.paper.template_wanted.connect(self.template_wanted)
        self.facts.taken.connect(self.paper.insert)

    def _show_ways(self) -> None:
        errand = self._errand
        if errand is None:
            return
        contact = errand.contact
        remembered = tr("Remembered for {name}.", name=contact.name) if contact.form else ""
        ways = Ways(errand.form, self._tone(contact), self._language(contact))
        self.ways.show_ways(ways, choosable=errand.choosable, remembered=remembered)

    def _set_offers(self, errand: Errand) -> None:
        settings = self._session.settings
        usual = usual_times(self._session.today(), settings.working_days)
        self.ways.set_offers(usual, errand.situation.where or settings.public_place, usual)

    def _tone(self, contact: Contact) -> Tone:
        return contact.tone or self._session.settings.letter_tone

    def _language(self, contact: Contact) -> Language:
        """What was remembered for the person, else what is usual: nobody's language is guessed."""
        if contact.language in set(Language):
            return Language(contact.language)
        chosen = self._session.settings.letter_language
        return Language(language_in_use() if chosen == "window" else chosen)

    def _template(self) -> Template:
        """What a person made of the template, else the one that was shipped."""
        ways = self.ways.ways()
        own = self._session.library.letters.template(ways.form, ways.tone, ways.language)
        return own or shipped(ways.form, ways.tone, ways.language)

    def _choose_form(self, form: Form) -> None:
        errand = self._errand
        if errand is not None:
            self.keep_own()
            self._own = False
            self._does(lambda: self._changes.choose_form(errand, form, self._session.today()))

    def _choose_tone(self, tone: Tone) -> None:
        errand = self._errand
        if errand is not None:
            self._does(lambda: self._changes.choose_tone(errand, tone))

    def _choose_language(self, language: Language) -> None:
        errand = self._errand
        if errand is not None:
            self._does(lambda: self._changes.choose_language(errand, language))

    def _typed(self) -> None:
        self._own = True

    def _write_anew(self) -> None:
        errand = self._errand
        if errand is not None:
            self._own = False
            self._does(lambda: self._changes.forget(errand))
            self.fill()

    def _does(self, make: Callable[[], None]) -> None:
        try:
            make()
        except WorldError as error:
            self._session.fail(error)
