"""What the review calls its fields, and why it asks for a look, in the user's language."""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein

from cardkeeper.model.drafts import DraftValue, FieldName, Look
from cardkeeper.translation import tr, trn


def field_words(field: FieldName) -> str:
    """What a form calls a field."""
    return {
        FieldName.NAME: tr("Name"),
        FieldName.TITLE: tr("Job title"),
        FieldName.DEPARTMENT: tr("Department"),
        FieldName.COMPANY: tr("Company"),
        FieldName.EMAIL: tr("E-mail"),
        FieldName.PHONE: tr("Phone"),
        FieldName.WEBSITE: tr("Website"),
        FieldName.ADDRESS: tr("Address"),
        FieldName.OTHER: tr("Other text"),
    }[field]


def look_words(look: Look, value: DraftValue | None = None) -> str:
    """One sentence on why a person should look at a value, or at its absence."""
    reason = {
        Look.UNSURE: tr("it was hard to read"),
        Look.READERS_DIFFER: _difference(value),
        Look.CODE_DIFFERS: tr("the code on the card says something else"),
        Look.NOT_AN_EMAIL: tr("this is no whole e-mail address"),
        Look.UNKNOWN_ENDING: tr("no address on the internet ends like this"),
        Look.NOT_A_NUMBER: tr("this is no whole phone number"),
        Look.TOWN_WITHOUT_STREET: tr("there is a town but no street"),
        Look.STREET_WITHOUT_TOWN: tr("there is a street but no town"),
        Look.GUESSED: tr("it is a guess from where it stands"),
        Look.MENDED: tr("a character was mended"),
        Look.MISSING: tr("nothing on the card was taken for it"),
        Look.UNREAD_SCRIPT: tr("it is in a script that was not read"),
    }[look]
    return tr("Needs a look: {reason}", reason=reason)


def _difference(value: DraftValue | None) -> str:
    if value is None or not value.choices:
        return tr("the readers differ")
    characters = Levenshtein.distance(value.text, value.choices[0])
    if characters > 3:
        return tr("the readers differ")
    return trn("the readers differ on one character", "the readers differ on {count} characters", characters)
