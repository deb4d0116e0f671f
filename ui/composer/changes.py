"""What writing a letter changes in the library, each as one change that can be undone, said in a sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cardkeeper.library import Library
from cardkeeper.model.letters import Form, Language, Letter, UnsentLetter
from cardkeeper.model.people import Contact, NextStep, Stage, Tone
from cardkeeper.relationships import followups
from cardkeeper.translation import LANGUAGES, tr
from ui.composer.errands import FIRST_FORMS, Errand
from ui.composer.ways import Ways
from ui.wording import form_words, letter_tone_words


class LetterChanges:
    """Remembers how a person is written to, keeps what was typed, and says that it was sent."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def choose_form(self, errand: Errand, form: Form, today: date) -> None:
        """Take another form of meeting, for this step and for the next time."""
        kind = next(kind for kind, its in FIRST_FORMS if its is form)
        name = errand.contact.name or errand.contact.company
        said = tr("Changed the next step with {name}: {form}", name=name, form=form_words(kind))
        with self._library.transaction(said):
            if errand.step is not None:
                step = NextStep(kind, max(errand.step.due or today, today))
                self._library.follow_ups.save(followups.change(errand.step, step, today))
            self._save(replace(self._now(errand), form=kind))

    def choose_tone(self, errand: Errand, tone: Tone) -> None:
        said = tr("Letters to {name}: {how}", name=errand.contact.name, how=letter_tone_words(tone))
        with self._library.transaction(said):
            self._save(replace(self._now(errand), tone=tone))

    def choose_language(self, errand: Errand, language: Language) -> None:
        said = tr("Letters to {name}: {how}", name=errand.contact.name, how=LANGUAGES[language.value])
        with self._library.transaction(said):
            self._save(replace(self._now(errand), language=language.value))

    def mark(self, errand: Errand, stage: Stage, today: date, due: date | None = None) -> None:
        """Say that a stage is reached; what happened is logged with it. Raises WrongInput where it does not follow."""
        if errand.step is None:
            return
        moved = followups.advance(errand.step, stage, today, due=due)
        name = errand.contact.name or errand.contact.company
        with self._library.transaction(tr("{name}: {stage}", name=name, stage=followups.stage_words(stage))):
            self._library.follow_ups.save(moved.follow_up)
            if moved.happened:
                self._library.log.add(moved.happened)

    def keep(self, errand: Errand, ways: Ways, letter: Letter, today: date) -> None:
        """Keep what was typed, for the next time that this letter is opened."""
        self._library.letters.keep(
            UnsentLetter(
                errand.about, errand.form, ways.tone, ways.language, letter.subject, letter.body.rstrip("\n"), today
            )
        )

    def forget(self, errand: Errand) -> None:
        self._library.letters.forget(errand.about, errand.form)

    def sent(self, errand: Errand) -> None:
        """It was sent: the next step, the introduction or the referral moves on, and the log tells of it."""
        with self._library.transaction(tr("Wrote to {name}", name=errand.contact.name or errand.contact.company)):
            errand.sent()
            self.forget(errand)

    def _now(self, errand: Errand) -> Contact:
        return self._library.people.get(errand.about)

    def _save(self, contact: Contact) -> None:
        self._library.people.save(contact)
