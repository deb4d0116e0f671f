"""Is this card of somebody we know? Looks among candidates, says why, and never merges by itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from rapidfuzz import fuzz

from cardkeeper import keys
from cardkeeper.matching.names import likeness, name_of
from cardkeeper.matching.twins import SHARED_MAILBOXES
from cardkeeper.model.drafts import Draft, FieldName
from cardkeeper.model.people import Contact, Phone, PhoneKind
from cardkeeper.translation import tr

_NEAR: Final = 88.0
"""From this likeness of two folded names (0–100) on they may be one, read or written differently by a letter or two."""


class Reason(StrEnum):
    """What a card and a known person have in common, strongest first."""

    EMAIL = "email"
    PHONE = "phone"
    NAME = "name"
    NEAR_NAME = "near name"
    COMPANY = "company"


@dataclass(frozen=True, slots=True)
class Match:
    """A known person whom a card may be of. `sure`: what agrees belongs to one person only."""

    contact: Contact
    reasons: tuple[Reason, ...]
    sure: bool

    @property
    def words(self) -> str:
        """“Same name and e-mail”, “Similar name, same company”."""
        return _words(self.reasons)


def find_known(draft: Draft, candidates: Iterable[Contact]) -> tuple[Match, ...]:
    """The candidates whom the card may be of, surest first.

    Sure: the same name with the same e-mail, number or company. Not sure, and to be asked: an e-mail or a number
    under another name (it may be an office's), a similar name at the same company, or nothing but the same whole name.
    """
    found = [match for contact in candidates if (match := _compare(draft, contact))]
    return tuple(sorted(found, key=_order))


def _order(match: Match) -> tuple[bool, int, list[int]]:
    strength = list(Reason)
    return not match.sure, -len(match.reasons), [strength.index(reason) for reason in match.reasons]


def _compare(draft: Draft, contact: Contact) -> Match | None:
    name = _name_reason(draft.text(FieldName.NAME), contact.name)
    personal, shared = _same_emails(draft, contact)
    phone = _same_phone(draft, contact)
    company = _same_company(draft, contact)
    facts = {
        Reason.EMAIL: personal or shared,
        Reason.PHONE: phone,
        Reason.NAME: name is Reason.NAME,
        Reason.NEAR_NAME: name is Reason.NEAR_NAME,
        Reason.COMPANY: company,
    }
    reasons = tuple(reason for reason, holds in facts.items() if holds)
    unnamed = not draft.text(FieldName.NAME) or not contact.name
    sure = (name is Reason.NAME and (personal or phone or company)) or (name is Reason.NEAR_NAME and personal)
    asked = personal or (name is not None and (shared or phone or company)) or (unnamed and (shared or phone))
    if sure or asked or phone or _whole_name(name, contact):
        return Match(contact, reasons, sure)
    return None


def _whole_name(name: Reason | None, contact: Contact) -> bool:
    return name is Reason.NAME and len(keys.name_words(contact.name)) > 1


def _name_reason(read: str, known: str) -> Reason | None:
    if not read or not known:
        return None
    one, other = keys.name_words(read), keys.name_words(known)
    if one == other or _but_for_initials(one) == _but_for_initials(other) != ():
        return Reason.NAME
    return Reason.NEAR_NAME if likeness(name_of(read), name_of(known)) else None


def _but_for_initials(name: tuple[str, ...]) -> tuple[str, ...]:
    """The name without middle initials, as long as two words are left to know it by."""
    whole = tuple(word for word in name if len(word) > 1)
    return whole if len(whole) > 1 else ()


def _same_emails(draft: Draft, contact: Contact) -> tuple[bool, bool]:
    """Whether they share an e-mail of one person, and whether they share one that an office shares."""
    known = {keys.email_key(email) for email in contact.emails}
    same = {key for value in draft.all(FieldName.EMAIL) if (key := keys.email_key(value.text)) in known}
    shared = {email for email in same if email.split("@")[0] in SHARED_MAILBOXES}
    return bool(same - shared), bool(shared)


def _same_phone(draft: Draft, contact: Contact) -> bool:
    read = [
        Phone(value.text, value.kind or PhoneKind.OTHER, value.e164)
        for value in draft.all(FieldName.PHONE)
        if value.kind is not PhoneKind.FAX
    ]
    known = [phone for phone in contact.phones if phone.kind is not PhoneKind.FAX]
    return any(keys.same_phone(one, other) for one in read for other in known)


def _same_company(draft: Draft, contact: Contact) -> bool:
    read = {keys.company_key(value.text) for value in draft.all(FieldName.COMPANY)} - {""}
    known = {keys.company_key(position.company) for position in contact.positions} - {""}
    return any(one == other or fuzz.ratio(one, other) >= _NEAR for one in read for other in known)


def _words(reasons: tuple[Reason, ...]) -> str:
    same = {
        Reason.EMAIL: tr("e-mail"),
        Reason.PHONE: tr("phone"),
        Reason.NAME: tr("name"),
        Reason.COMPANY: tr("company"),
    }
    order = (Reason.NAME, Reason.EMAIL, Reason.PHONE, Reason.COMPANY)
    things = [same[reason] for reason in order if reason in reasons]
    near = Reason.NEAR_NAME in reasons
    *first, last = things
    together = tr("{first} and {last}", first=", ".join(first), last=last) if first else last
    return tr("Similar name, same {things}", things=together) if near else tr("Same {things}", things=together)
