"""Makes letters: the template of a form, tone and language, filled in with what is known of the situation."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from cardkeeper.errors import WrongInput
from cardkeeper.messages.filling import fields_in, fill, unbalanced
from cardkeeper.messages.situation import PARTS, Situation, Somebody, fields_of, meanings, parts_of
from cardkeeper.messages.wording import wording
from cardkeeper.model.letters import Form, Language, Letter, Template, form_of
from cardkeeper.model.overview import Agenda
from cardkeeper.model.people import Stage, Tone
from cardkeeper.translation import tr


def shipped(form: Form, tone: Tone, language: Language) -> Template:
    """The template that comes with the program."""
    return wording(language).templates[form, tone]


def draft(template: Template, situation: Situation, today: date) -> Letter:
    """The letter that a template makes of a situation. It says nothing that is not known."""
    words = wording(template.language)
    fields, parts = fields_of(situation, words, today), parts_of(situation, words, template.tone)
    people = (situation.reader, situation.other) if template.form.goes_to_both else (situation.reader,)
    subject = fill(_with_parts(template.subject, parts), fields).replace("\n", " ")
    body = fill(_with_parts(template.body, parts), fields, words.small_after_comma)
    return Letter(tuple(person.recipient for person in people), subject, body + "\n")


def situation_of(item: Agenda, *, my_name: str = "") -> Situation:
    """What is known of a next step: enough for a letter that nobody has added anything to."""
    step = item.follow_up
    booked = step.stage is Stage.BOOKED
    return Situation(
        Somebody(item.name, item.title, item.company, item.email),
        item.met,
        step.kind,
        meeting=step.due if booked else None,
        my_name=my_name,
    )


def letter_for(
    item: Agenda, today: date, tone: Tone = Tone.WARM, language: Language = Language.ENGLISH, *, my_name: str = ""
) -> Letter:
    """The mail that a next step asks for: an invitation, a reminder, thanks, or a short note."""
    form = form_of(item.follow_up)
    return draft(shipped(form, tone, language), situation_of(item, my_name=my_name), today)


def check(template: Template) -> None:
    """Whether a changed template can be used. Raises WrongInput that says what is wrong with it."""
    for text in (template.subject, template.body):
        sign = unbalanced(text)
        if sign:
            raise WrongInput(
                tr("“{sign}” stands alone.", sign=sign), tr("Put its partner on the same line, or remove it.")
            )
        unknown = sorted(fields_in(text) - meanings().keys())
        if unknown:
            raise WrongInput(
                tr("There is no field “{name}”.", name=unknown[0]), tr("Choose one from the list of fields.")
            )
    if not template.body.strip():
        raise WrongInput(tr("The template is empty."), tr("Write something, or go back to the one that was shipped."))


def known_fields(situation: Situation, language: Language, today: date) -> Mapping[str, str]:
    """The fields of a situation that are known, for showing what a template could use."""
    return {name: text for name, text in fields_of(situation, wording(language), today).items() if text}


def _with_parts(text: str, parts: Mapping[str, str]) -> str:
    return re.sub(rf"\{{({'|'.join(PARTS)})\}}", lambda found: parts[found.group(1)], text)


def address(tone: Tone, language: Language) -> str:
    """How a tone addresses the reader in a language: “du”, “Sie”, “First names”."""
    return wording(language).address[tone]
