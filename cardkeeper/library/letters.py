"""The templates that a person changed, and letters that were written by hand and not sent yet."""

from __future__ import annotations

from dataclasses import replace

from cardkeeper.errors import WrongInput
from cardkeeper.library.connection import Connection
from cardkeeper.library.shelf import Shelf, name_of
from cardkeeper.library.transactions import Transactions
from cardkeeper.model.letters import Form, Language, Template, UnsentLetter
from cardkeeper.model.people import Tone
from cardkeeper.translation import tr


class Letters:
    """Finds and keeps changed templates and unsent letters."""

    def __init__(self, connection: Connection, transactions: Transactions) -> None:
        self._connection = connection
        self._transactions = transactions
        self._templates = Shelf(connection, "templates", Template, _no_template)
        self._unsent = Shelf(connection, "unsent_letters", UnsentLetter, _no_letter)

    def template(self, form: Form, tone: Tone, language: Language) -> Template | None:
        """What a person made of a template; None where they left it as it was shipped."""
        found = self._templates.find(
            "WHERE form = ? AND tone = ? AND language = ?", (form.value, tone.value, language.value)
        )
        return found[0] if found else None

    def save_template(self, template: Template) -> int:
        """Keep a template as a person changed it; return its id."""
        with self._transactions.transaction(tr("Changed a template")):
            known = self.template(template.form, template.tone, template.language)
            return self._templates.store(replace(template, id=known.id if known else 0))

    def forget_template(self, form: Form, tone: Tone, language: Language) -> None:
        """Go back to the template that was shipped."""
        known = self.template(form, tone, language)
        if known is not None:
            with self._transactions.transaction(tr("Went back to the shipped template")):
                self._templates.remove(known.id)

    def unsent(self, contact_id: int, form: Form) -> UnsentLetter | None:
        """What was written to a person by hand, None where nothing was."""
        found = self._unsent.find("WHERE contact_id = ? AND form = ?", (contact_id, form.value))
        return found[0] if found else None

    def keep(self, letter: UnsentLetter) -> int:
        """Keep what was written; return its id. Raises WrongInput when there is no such person."""
        name = name_of(self._connection, letter.contact_id)
        with self._transactions.transaction(tr("Kept the letter to {name}", name=name)):
            known = self.unsent(letter.contact_id, letter.form)
            return self._unsent.store(replace(letter, id=known.id if known else 0))

    def forget(self, contact_id: int, form: Form) -> None:
        """Let go of what was written by hand: it was sent, or the template is wanted again."""
        known = self.unsent(contact_id, form)
        if known is not None:
            name = name_of(self._connection, contact_id)
            with self._transactions.transaction(tr("Put away the letter to {name}", name=name)):
                self._unsent.remove(known.id)


def _no_template(template_id: int) -> WrongInput:
    return WrongInput(tr("There is no template {id}.", id=template_id))


def _no_letter(letter_id: int) -> WrongInput:
    return WrongInput(tr("There is no letter {id}.", id=letter_id))
