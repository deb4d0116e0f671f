"""Makes up people: the same seed gives the same people, each with a job, contact points and an address."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from string import ascii_uppercase
from typing import Final

from cardkeeper import keys
from cardkeeper.demo import words
from cardkeeper.demo.words import City, Country
from cardkeeper.model.people import Contact, Phone, PhoneKind, Position

_TRIES: Final = 8
"""So often a name is looked for that nobody has, before a middle initial tells two people apart."""


@dataclass(frozen=True, slots=True)
class Company:
    """A made-up company and its domain."""

    name: str
    domain: str


@dataclass(frozen=True, slots=True)
class MadeUp:
    """A made-up person as their card shows them."""

    name: str
    title: str
    department: str
    company: Company
    email: str
    phones: tuple[Phone, ...]
    website: str
    address: tuple[str, ...]
    """Its printed lines."""
    country: Country

    @property
    def contact(self) -> Contact:
        """The person as the library keeps them."""
        return Contact(
            self.name,
            (Position(self.title, self.department, self.company.name),),
            (self.email,) if self.email else (),
            self.phones,
            (self.website,),
            (", ".join(self.address),),
        )


class Crowd:
    """Makes up people one by one, no two of the same name or number; a few of them work at the same company."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._names: set[str] = set()
        self._numbers: set[str] = set()
        self._companies: dict[str, list[Company]] = {}

    def people(self) -> Iterator[MadeUp]:
        while True:
            yield self.somebody()

    def somebody(self) -> MadeUp:
        """One more person."""
        country = self._chance.choice(words.COUNTRIES)
        first, last = self._name(country)
        company = self._company(country)
        city = self._chance.choice(country.cities)
        department = self._chance.choice(words.DEPARTMENTS) if self._chance.random() < 0.2 else ""
        return MadeUp(
            f"{first} {last}",
            self._chance.choice(country.titles),
            department,
            company,
            f"{_ascii(first)}.{_ascii(last)}@{company.domain}",
            self._phones(country, city),
            f"www.{company.domain}",
            self._address(country, city),
            country,
        )

    def new_job(self, person: MadeUp) -> MadeUp:
        """The same person at another company, with another number there."""
        other = self._company(person.country)
        while other == person.company:
            other = self._company(person.country)
        city = self._chance.choice(person.country.cities)
        title = self._chance.choice([title for title in person.country.titles if title != person.title])
        return MadeUp(
            person.name,
            title,
            "",
            other,
            person.email,
            self._phones(person.country, city),
            f"www.{other.domain}",
            self._address(person.country, city),
            person.country,
        )

    def _name(self, country: Country) -> tuple[str, str]:
        for attempt in count():
            first, last = self._chance.choice(country.first_names), self._chance.choice(country.last_names)
            if attempt >= _TRIES:  # in a crowd of tens of thousands even those are taken
                first = f"{first} {self._chance.choice(ascii_uppercase)}."
            if f"{first} {last}" in self._names:  # a namesake gets a second last name, as people do
                last = f"{last}-{self._chance.choice(country.last_names)}"
            if f"{first} {last}" not in self._names:
                break
        self._names.add(f"{first} {last}")
        return first, last

    def _company(self, country: Country) -> Company:
        """Every third person works where somebody else already does."""
        here = self._companies.setdefault(country.code, [])
        if here and self._chance.random() < 0.35:
            return self._chance.choice(here)
        stem = self._chance.choice(words.COMPANY_FIRST) + self._chance.choice(words.COMPANY_SECOND)
        trade = f" {self._chance.choice(words.COMPANY_TRADE)}" if self._chance.random() < 0.5 else ""
        made = Company(f"{stem}{trade} {self._chance.choice(country.legal_forms)}", f"{stem.lower()}.example")
        here.append(made)
        return made

    def _phones(self, country: Country, city: City) -> tuple[Phone, ...]:
        work = self._number(city.phone, PhoneKind.WORK)
        mobile = self._number(country.mobile, PhoneKind.MOBILE) if country.mobile else None
        return tuple(phone for phone in (work, mobile) if phone)

    def _number(self, pattern: str, kind: PhoneKind) -> Phone | None:
        """A number that nobody has yet; None when the free numbers are used up."""
        for _ in range(20):
            number = self._digits(pattern)
            if number not in self._numbers:
                self._numbers.add(number)
                return Phone(number, kind, keys.e164(number))
        return None

    def _address(self, country: Country, city: City) -> tuple[str, ...]:
        street = country.street_line.format(
            street=self._chance.choice(country.streets), number=self._chance.randint(1, 140)
        )
        return street, country.town_line.format(city=city.name, postcode=self._digits(city.postcode))

    def _digits(self, pattern: str) -> str:
        return "".join(str(self._chance.randint(0, 9)) if sign == "#" else sign for sign in pattern)


def _ascii(name: str) -> str:
    spelled = name.lower().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("’", "")
    return keys.fold(spelled).replace(" ", "").replace(".", "")
