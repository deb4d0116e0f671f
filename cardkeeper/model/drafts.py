"""Proposals: the fields of a card as understood, each with its confidence, its place and why it needs a look."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from cardkeeper.model.geometry import Box
from cardkeeper.model.people import PhoneKind


class FieldName(StrEnum):
    """The fields of a card, in the order in which a form shows them."""

    NAME = "name"
    TITLE = "title"
    DEPARTMENT = "department"
    COMPANY = "company"
    EMAIL = "email"
    PHONE = "phone"
    WEBSITE = "website"
    ADDRESS = "address"
    OTHER = "other"


class Look(StrEnum):
    """Why a person should look at a value, or at its absence."""

    UNSURE = "unsure"
    READERS_DIFFER = "readers differ"
    CODE_DIFFERS = "code differs"
    NOT_AN_EMAIL = "not an email"
    UNKNOWN_ENDING = "unknown ending"
    NOT_A_NUMBER = "not a number"
    TOWN_WITHOUT_STREET = "town without street"
    STREET_WITHOUT_TOWN = "street without town"
    GUESSED = "guessed"
    MENDED = "mended"
    MISSING = "missing"
    UNREAD_SCRIPT = "unread script"


class Source(StrEnum):
    """Who says so."""

    PRINT = "print"
    CODE = "code"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class DraftValue:
    """One value of one field.

    `read` is what was understood from the card and never changes; `text` is what stands now, after a person's edits.
    `boxes` are the places on the card's picture that it came from (pixels), `lines` the lines of the reading by index.
    """

    field: FieldName
    text: str
    confidence: float = 1.0
    boxes: tuple[Box, ...] = ()
    lines: tuple[int, ...] = ()
    looks: tuple[Look, ...] = ()
    choices: tuple[str, ...] = ()
    """Other texts that it may be, best first, without `text` itself."""
    kind: PhoneKind | None = None
    """For phones: what the number is for."""
    e164: str = ""
    """For phones: the number in ITU E.164 form, empty where it can't be told without inventing a country."""
    source: Source = Source.PRINT
    read: str = ""
    because: tuple[str, ...] = ()
    """How it was decided, step by step, for `scan --explain`; not translated, shown to developers."""

    def __post_init__(self) -> None:
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"a confidence lies between 0 and 1, not {self.confidence}")

    @property
    def needs_look(self) -> bool:
        return bool(self.looks)

    def typed(self, text: str) -> DraftValue:
        """The value as a person put it: sure, and nothing left to look at; what was read stays known."""
        return replace(self, text=text, confidence=1.0, looks=(), choices=(), source=Source.PERSON, e164="")


@dataclass(frozen=True, slots=True)
class Gap:
    """A field that is empty although a person should look whether the card says something there."""

    field: FieldName
    look: Look


@dataclass(frozen=True, slots=True)
class Draft:
    """What a card seems to say. Every line of the reading belongs to a value, if only to one of field OTHER."""

    values: tuple[DraftValue, ...] = ()
    gaps: tuple[Gap, ...] = ()

    def all(self, field: FieldName) -> tuple[DraftValue, ...]:
        """The values of one field in the order of the card."""
        return tuple(value for value in self.values if value.field is field)

    def first(self, field: FieldName) -> DraftValue | None:
        """The first value of a field, None where the card has none."""
        return next((value for value in self.values if value.field is field), None)

    def text(self, field: FieldName) -> str:
        """The first value's text, empty where the card has none."""
        value = self.first(field)
        return value.text if value else ""

    @property
    def needs_look(self) -> tuple[FieldName, ...]:
        """The fields that a person should look at, in the order of a form."""
        found = {value.field for value in self.values if value.needs_look}
        found |= {gap.field for gap in self.gaps}
        return tuple(field for field in FieldName if field in found)
