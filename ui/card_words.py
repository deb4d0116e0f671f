"""What lists and marks say about a card in few words, the same in the inbox and in the review."""

from __future__ import annotations

from typing import Final

from cardkeeper.model.cards import StoredCard
from cardkeeper.model.drafts import Draft, FieldName, Look
from cardkeeper.translation import tr, trn
from ui.wording import Said, Tone

_UNSEEN: Final = " \t\n\u200b\u200e\u200f\u2060\ufeff"
"""What takes no room at the ends of a text: blanks, and marks without width."""


def who(card: StoredCard) -> str:
    """Whose card it is: the name, else the best there is to tell it by."""
    draft = card.draft
    known = (FieldName.NAME, FieldName.COMPANY, FieldName.EMAIL, FieldName.PHONE)
    return next((text for field in known if (text := draft.text(field).strip(_UNSEEN))), "") or tr("No name yet")


def where(card: StoredCard) -> str:
    """The second line: the company, else the file that the card came from."""
    company = card.draft.text(FieldName.COMPANY).strip()
    return company if company and company != who(card) else card.scan.name


def state(card: StoredCard) -> Said:
    """Whether a person should look at something, and at what."""
    draft = card.draft
    if not any(value.text.strip() for value in draft.values):
        return Said(tr("Not read: type it") if not card.reading.readers else tr("No text found"), Tone.WARN)
    looks = [field for field in draft.needs_look if field is not FieldName.OTHER]
    if not looks:
        return Said(tr("Reads clearly"), Tone.QUIET)
    if len(looks) == 1 and _is_missing(draft, looks[0]):
        return Said(_missing_words(looks[0]), Tone.WARN)
    return Said(tr("Look: {fields}", fields=", ".join(short_field_words(field) for field in looks)), Tone.WARN)


def looks_left(draft: Draft) -> int:
    """How many values and empty fields a person should still look at."""
    values = sum(value.needs_look for value in draft.values if value.field is not FieldName.OTHER)
    return values + len(draft.gaps)


def looks_words(count: int) -> str:
    """The count of looks that are left, in a cell of the film strip and beside a button."""
    return trn("{count} needs a look", "{count} need a look", count) if count else tr("Reads clearly")


def short_field_words(field: FieldName) -> str:
    """A field within a sentence."""
    return {
        FieldName.NAME: tr("name"),
        FieldName.TITLE: tr("job title"),
        FieldName.DEPARTMENT: tr("department"),
        FieldName.COMPANY: tr("company"),
        FieldName.EMAIL: tr("e-mail"),
        FieldName.PHONE: tr("phone"),
        FieldName.WEBSITE: tr("website"),
        FieldName.ADDRESS: tr("address"),
        FieldName.OTHER: tr("other text"),
    }[field]


def _is_missing(draft: Draft, field: FieldName) -> bool:
    return any(gap.field is field and gap.look is Look.MISSING for gap in draft.gaps)


def _missing_words(field: FieldName) -> str:
    return {
        FieldName.NAME: tr("No name found"),
        FieldName.TITLE: tr("No job title found"),
        FieldName.DEPARTMENT: tr("No department found"),
        FieldName.COMPANY: tr("No company found"),
        FieldName.EMAIL: tr("No e-mail found"),
        FieldName.PHONE: tr("No phone found"),
        FieldName.WEBSITE: tr("No website found"),
        FieldName.ADDRESS: tr("No address found"),
        FieldName.OTHER: tr("No other text found"),
    }[field]
