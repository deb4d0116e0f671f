"""Are two people one? Says how sure that is and why, and never merges by itself."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cardkeeper import keys
from cardkeeper.matching.names import Likeness, Name, likeness, name_of
from cardkeeper.model.people import Contact, PhoneKind
from cardkeeper.translation import tr

SHARED_MAILBOXES: Final = frozenset(
    {
        "info", "office", "contact", "kontakt", "hello", "hallo", "mail", "sales", "service", "team", "admin", "post",
        "support", "enquiries", "reception", "empfang", "buero", "verkauf", "ventas", "vertrieb", "accueil",
    }
)  # fmt: skip
"""Names before the @ that stand for a house and not for a person."""

MAIL_HOUSES: Final = frozenset(
    {
        "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "yahoo.com", "icloud.com", "me.com",
        "gmx.de", "gmx.net", "gmx.com", "web.de", "aol.com", "proton.me", "protonmail.com", "t-online.de", "mail.ru",
        "yandex.ru", "orange.fr", "wanadoo.fr", "free.fr", "libero.it", "bluewin.ch", "qq.com", "163.com",
    }
)  # fmt: skip
"""Domains where anybody may have a mailbox, which so say nothing of where they work."""

_DIGITS: Final = 7
"""As many digits tell one line from another within an area."""


class Certainty(StrEnum):
    """How sure it is that two are one, the surest first."""

    SURE = "sure"
    LIKELY = "likely"
    POSSIBLE = "possible"


class Why(StrEnum):
    """What two people have in common, strongest first."""

    EMAIL = "email"
    PHONE = "phone"
    SAME_NAME = "same name"
    SHORT_NAME = "short name"
    NEAR_NAME = "near name"
    COMPANY = "company"
    HOUSE = "house"
    """Their mails are at one domain."""
    SHARED_EMAIL = "shared email"


@dataclass(frozen=True, slots=True)
class Facts:
    """What of a person is compared, in forms in which two writings are equal."""

    name: Name
    emails: frozenset[str]
    shared_emails: frozenset[str]
    phones: frozenset[str]
    """In E.164, or the last digits where the country is not known."""
    mobiles: frozenset[str]
    companies: frozenset[str]
    houses: frozenset[str]


@dataclass(frozen=True, slots=True)
class Twins:
    """Why two people may be one."""

    certainty: Certainty
    reasons: tuple[Why, ...]

    @property
    def words(self) -> str:
        """“Same e-mail and company, similar name”."""
        return why_words(self.reasons)


def facts_of(contact: Contact) -> Facts:
    """A person made ready for comparing with many."""
    return facts(
        contact.name,
        contact.emails,
        ((phone.e164 or phone.number, phone.kind) for phone in contact.phones),
        (keys.company_key(job.company) for job in contact.positions if job.company),
    )


def facts(
    name: str, emails: Iterable[str], phones: Iterable[tuple[str, PhoneKind]], company_keys: Iterable[str]
) -> Facts:
    """As `facts_of`, of values that come without a contact around them."""
    mails = {keys.email_key(email) for email in emails if email}
    shared = {mail for mail in mails if mail.split("@")[0] in SHARED_MAILBOXES}
    domains = {mail.rpartition("@")[2] for mail in mails}
    numbers = [(_number(number), kind) for number, kind in phones if kind is not PhoneKind.FAX]
    return Facts(
        name_of(name),
        frozenset(mails - shared),
        frozenset(shared),
        frozenset(number for number, _ in numbers if number),
        frozenset(number for number, kind in numbers if number and kind is PhoneKind.MOBILE),
        frozenset(key for key in company_keys if key),
        frozenset(domains - MAIL_HOUSES - {""}),
    )


def compare(one: Facts, other: Facts, *, shared_phones: Collection[str] = ()) -> Twins | None:
    """Whether two people may be one; None where nothing says so. `shared_phones` belong to a house, not to a person."""
    alike = likeness(one.name, other.name)
    named = bool(one.name.words and other.name.words)
    email = not one.emails.isdisjoint(other.emails)
    phone = any(number[-_DIGITS:] not in shared_phones for number in _common(one.phones, other.phones))
    house = not one.houses.isdisjoint(other.houses)
    company = not one.companies.isdisjoint(other.companies) or _near_company(one, other)
    shared_email = not one.shared_emails.isdisjoint(other.shared_emails)
    held = {
        Why.EMAIL: email,
        Why.PHONE: phone,
        Why.SAME_NAME: alike in (Likeness.SAME, Likeness.FULLER),
        Why.SHORT_NAME: alike in (Likeness.SHORT_FORM, Likeness.INITIALS),
        Why.NEAR_NAME: alike is Likeness.NEAR,
        Why.COMPANY: company,
        Why.HOUSE: house and not (company or email),
        Why.SHARED_EMAIL: shared_email,
    }
    reasons = tuple(why for why, holds in held.items() if holds)
    certainty = _of_named(alike, one, other, reasons) if alike else _of_others(email=email, phone=phone, named=named)
    return Twins(certainty, reasons) if certainty else None


def _of_named(alike: Likeness, one: Facts, other: Facts, reasons: tuple[Why, ...]) -> Certainty | None:
    """For two whose names are alike."""
    same = alike in (Likeness.SAME, Likeness.FULLER)
    together = Why.COMPANY in reasons or Why.HOUSE in reasons
    if Why.EMAIL in reasons:
        return Certainty.SURE
    if Why.PHONE in reasons:
        return Certainty.SURE if same or together or _common(one.mobiles, other.mobiles) else Certainty.LIKELY
    if together:
        if _both_have_their_own(one, other):
            return Certainty.POSSIBLE
        if same:
            return Certainty.SURE if one.name.whole and alike is Likeness.SAME else Certainty.LIKELY
        return Certainty.LIKELY if alike is not Likeness.INITIALS else Certainty.POSSIBLE
    return Certainty.POSSIBLE if alike is Likeness.SAME and one.name.whole else None


def _of_others(*, email: bool, phone: bool, named: bool) -> Certainty | None:
    """For two whose names are not alike, or of whom one has none: a mail or number in common may be an office's."""
    if email:
        return Certainty.POSSIBLE if named else Certainty.LIKELY
    return Certainty.POSSIBLE if phone and not named else None


def _both_have_their_own(one: Facts, other: Facts) -> bool:
    """Whether each has a mail at the same house and a mobile, and neither agrees: two namesakes at one company."""
    houses = one.houses & other.houses
    mine = {mail for mail in one.emails if mail.rpartition("@")[2] in houses}
    others = {mail for mail in other.emails if mail.rpartition("@")[2] in houses}
    return bool(mine and others and one.mobiles and other.mobiles and not _common(one.mobiles, other.mobiles))


def _near_company(one: Facts, other: Facts) -> bool:
    """Whether one company's name begins with all of the other's words: “Lindgate” and “Lindgate Homes”."""
    return any(
        mine.startswith(f"{theirs} ") or theirs.startswith(f"{mine} ")
        for mine in one.companies
        for theirs in other.companies
        if min(len(mine), len(theirs)) > 3
    )


def _common(one: frozenset[str], other: frozenset[str]) -> set[str]:
    """Numbers that both have; where one of them has no country, the last digits decide."""
    common = set(one & other)
    for mine, theirs in ((one, other), (other, one)):
        local = {number for number in mine if not number.startswith("+")}
        common |= local & {number[-_DIGITS:] for number in theirs}
    return common


def _number(number: str) -> str:
    digits = re.sub(r"\D", "", number)
    if number.startswith("+"):
        return f"+{digits}"
    return digits[-_DIGITS:] if len(digits) >= _DIGITS else ""


def why_words(reasons: tuple[Why, ...]) -> str:
    """What two have in common, in one sentence without an end."""
    names = {
        Why.SAME_NAME: tr("same name"),
        Why.SHORT_NAME: tr("short form of the name"),
        Why.NEAR_NAME: tr("similar name"),
        Why.EMAIL: tr("same e-mail"),
        Why.PHONE: tr("same number"),
        Why.COMPANY: tr("same company"),
        Why.HOUSE: tr("mail at the same company"),
        Why.SHARED_EMAIL: tr("same office e-mail"),
    }
    said = ", ".join(words for why, words in names.items() if why in reasons)
    return said[:1].upper() + said[1:]
