"""Makes up people with everything a business card may hold; the same chance gives the same people."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

import phonenumbers

from tests.cards.words import COUNTRIES, DEGREES, LANGUAGES, STEMS, Country, Language

_SPELLED: Final = {ord(sign): plain for sign, plain in zip("äöüßłå", ("ae", "oe", "ue", "ss", "l", "a"), strict=True)}


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as it is printed, and what it is for: work, mobile or fax."""

    number: str
    kind: str


@dataclass(frozen=True, slots=True)
class Person:
    """A made-up person, and what their card prints."""

    language: str
    honorific: str
    first: str
    last: str
    degree: str
    title: str
    department: str
    stem: str
    company: str
    slogan: str
    emails: tuple[str, ...]
    phones: tuple[Phone, ...]
    websites: tuple[str, ...]
    address: tuple[str, ...]
    """Its printed lines."""
    second_address: tuple[str, ...]
    social: str

    @property
    def name(self) -> str:
        """As it is printed, with honorific and degree."""
        name = " ".join(filter(None, (self.honorific, self.first, self.last)))
        return f"{name}, {self.degree}" if self.degree else name

    def label(self, printed: AbstractSet[str]) -> dict[str, object]:
        """What a reader should find, where the card has these texts."""
        label: dict[str, object] = {
            "name": self.name,
            "title": self.title,
            "company": self.company,
            "department": self.department,
            "emails": list(self.emails),
            "phones": [{"number": phone.number, "type": phone.kind} for phone in self.phones],
            "websites": list(self.websites),
            "address": ", ".join(self.address),
            "other": [text for text in (self.slogan, self.social) if text in printed],
        }
        if set(self.second_address) <= printed:
            label["address_alt"] = [", ".join(self.second_address)]
        return label


def make_up(chance: random.Random) -> Person:
    """Somebody who works somewhere, or for themselves."""
    country = chance.choice(COUNTRIES)
    words = LANGUAGES[country.language]
    first, last = chance.choice(words.first_names), chance.choice(words.last_names)
    stem, company = _company(country, words, chance)
    domain = f"{plain_letters(stem)}.{country.domain}"
    alone = chance.random() < 0.06
    if alone:
        stem, company, domain = "", "", f"{plain_letters(first)}{plain_letters(last)}.{country.domain}"
    return Person(
        country.language,
        chance.choice(words.honorifics) if chance.random() < 0.15 else "",
        first,
        last,
        chance.choice(DEGREES) if chance.random() < 0.06 else "",
        chance.choice(words.titles),
        chance.choice(words.departments) if chance.random() < 0.3 else "",
        stem,
        company,
        chance.choice(words.slogans) if chance.random() < 0.3 else "",
        _emails(first, last, domain, chance),
        _phones(country, chance),
        (chance.choice(("www.{}", "{}", "https://www.{}", "www.{}")).format(domain),) if chance.random() < 0.85 else (),
        _address(country, chance) if chance.random() < 0.9 else (),
        _address(country, chance),
        _social(stem or first + last, chance) if chance.random() < 0.15 else "",
    )


def _company(country: Country, words: Language, chance: random.Random) -> tuple[str, str]:
    """The stem that the domain is made of, and the whole name."""
    stem, trade, form = chance.choice(STEMS), chance.choice(words.trades), chance.choice(country.legal_forms)
    pattern = chance.choice(("{stem} {form}", "{stem} {trade} {form}", "{stem} {trade}", "{stem}"))
    name = pattern.format(stem=stem, trade=trade, form=form)
    return (f"{stem}{trade}" if "{trade}" in pattern else stem), name


def _emails(first: str, last: str, domain: str, chance: random.Random) -> tuple[str, ...]:
    one, other = plain_letters(first), plain_letters(last)
    local = chance.choice((f"{one}.{other}", f"{one[0]}.{other}", f"{one}_{other}", one, f"{one[0]}{other}", other))
    own = f"{local}@{domain}"
    if chance.random() < 0.08:
        return ()
    return (own, f"{chance.choice(('info', 'office', 'hello'))}@{domain}") if chance.random() < 0.15 else (own,)


def _phones(country: Country, chance: random.Random) -> tuple[Phone, ...]:
    work = chance.randrange(len(country.work))
    phones = [Phone(_number(country.work[work], country, chance), "work")]
    if country.code in {"US", "GB"} and chance.random() < 0.25:
        sign = chance.choice(("ext.", "x", "ext"))
        phones[0] = Phone(f"{phones[0].number} {sign} {chance.randrange(10, 999)}", "work")
    if chance.random() < 0.65:
        mobile = country.mobile[work % len(country.mobile)]
        phones.append(Phone(_number(mobile, country, chance), "mobile"))
    if chance.random() < 0.35:
        phones.append(Phone(_number(country.work[work], country, chance), "fax"))
    return tuple(phones)


def _number(pattern: str, country: Country, chance: random.Random) -> str:
    """A number that could be one in its country: those who read it check that."""
    while True:
        number = "".join(str(chance.randrange(10)) if sign == "#" else sign for sign in pattern)
        if phonenumbers.is_valid_number(phonenumbers.parse(number, country.code)):
            return number


def _address(country: Country, chance: random.Random) -> tuple[str, ...]:
    street = chance.choice(country.streets).format(n=chance.randrange(1, 10))
    return street, chance.choice(country.towns)


def _social(stem: str, chance: random.Random) -> str:
    return chance.choice(("linkedin.com/company/{}", "@{}", "facebook.com/{}")).format(plain_letters(stem))


def plain_letters(text: str) -> str:
    """Letters of a mail address."""
    spelled = text.lower().translate(_SPELLED)
    letters = unicodedata.normalize("NFKD", spelled)
    return "".join(sign for sign in letters if sign.isascii() and sign.isalnum())
