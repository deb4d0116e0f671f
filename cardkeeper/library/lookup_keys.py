"""The keys under which people lie who may be one: the same e-mail, phone, nearly the same name, or name at a company.

A key is wide on purpose: it only brings candidates, `matching` decides. A name lies under each pair of a whole word and
the first letter of another, so that a letter misread in either word still leaves a key in common.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import permutations
from typing import Final

from cardkeeper import keys
from cardkeeper.model.drafts import Draft, FieldName
from cardkeeper.model.people import Contact, Phone, PhoneKind

_LAST_DIGITS: Final = 7
"""As many digits tell one line from another within an area; shorter numbers are extensions and service numbers."""

_MOST_NAME_WORDS: Final = 6


def contact_keys(contact: Contact) -> set[str]:
    """All keys of a person."""
    companies = [job.company for job in contact.positions if job.company]
    known = {f"import:{digest}" for digest in contact.imported}
    uids = {f"uid:{kept.value.strip()}" for kept in contact.kept if kept.name.upper() == "UID"}
    return known | uids | set(_keys([contact.name], companies, contact.emails, contact.phones))


def draft_keys(draft: Draft) -> set[str]:
    """All keys of the person whose card this may be."""
    phones = (Phone(value.text, value.kind or PhoneKind.OTHER, value.e164) for value in draft.all(FieldName.PHONE))
    return set(
        _keys(_texts(draft, FieldName.NAME), _texts(draft, FieldName.COMPANY), _texts(draft, FieldName.EMAIL), phones)
    )


def _texts(draft: Draft, field: FieldName) -> list[str]:
    return [value.text for value in draft.all(field) if value.text.strip()]


def _keys(
    names: Iterable[str], companies: Iterable[str], emails: Iterable[str], phones: Iterable[Phone]
) -> Iterator[str]:
    words = [word for name in names for word in keys.name_words(name)][:_MOST_NAME_WORDS]
    yield from (f"email:{keys.email_key(email)}" for email in emails)
    for phone in phones:
        yield from _phone_keys(phone)
    if words:
        # Order and spaces of a name differ (山田 太郎, 山田太郎), its letters don't.
        yield f"name:{''.join(sorted(''.join(words)))}"
    yield from (f"name:{whole} {other[0]}" for whole, other in permutations(words, 2) if len(whole) > 1)
    for company in companies:
        yield from (f"work:{word} {keys.company_key(company)}" for word in words if len(word) > 1)


def _phone_keys(phone: Phone) -> Iterator[str]:
    digits = re.sub(r"\D", "", phone.e164 or phone.number)
    if phone.e164:
        yield f"phone:{phone.e164}"
    if len(digits) >= _LAST_DIGITS:
        yield f"digits:{digits[-_LAST_DIGITS:]}"
