"""What a file tells of one person, before the library knows of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import msgspec

from cardkeeper.model.people import Contact, FollowUp, MetContext

_DIGEST: Final = 32
"""Hexadecimal digits, 128 bits: enough that no two records of a lifetime share one."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A picture, sound or key that came within a record."""

    sha256: str
    data: bytes
    suffix: str
    """Of a file's name, such as ".jpg"; empty where the kind is unknown."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where in an archive of a whole library somebody stands."""

    path: Path
    id: int
    """Of the person, in the archive."""
    told: str
    """A digest of all that the archive tells of them beside the record."""


@dataclass(frozen=True, slots=True)
class Record:
    """One person of a file."""

    contact: Contact
    met: tuple[MetContext, ...] = ()
    next_step: FollowUp | None = None
    files: tuple[Attached, ...] = ()
    line: int = 0
    """Where in the file it begins; 0 where that means nothing."""
    problems: tuple[str, ...] = ()
    """What was wrong with it, in words; it is taken nevertheless."""
    origin: Origin | None = None
    """Of somebody in an archive."""

    @property
    def nobody(self) -> bool:
        """Whether it says nothing by which somebody could be known."""
        who = self.contact
        said = (who.name, who.positions, who.emails, who.phones, who.websites, who.addresses, who.notes)
        return not any(said) and not any(kept.name.upper() == "NICKNAME" for kept in who.kept)

    @property
    def empty(self) -> bool:
        """Whether nothing at all is said, not even what no field holds."""
        return self.nobody and not (self.contact.kept or self.contact.tags or self.contact.other or self.files)

    @property
    def digest(self) -> str:
        """The same for two records that say the same."""
        said: tuple[object, ...] = (replace(self.contact, id=0, imported=()), self.met)
        if self.origin is not None:
            said = (*said, self.origin.told)
        return hashlib.sha256(msgspec.json.encode(said)).hexdigest()[:_DIGEST]


def unique(texts: Iterable[str]) -> tuple[str, ...]:
    """Texts without blanks around them, each once, without empty ones."""
    return tuple(dict.fromkeys(text.strip() for text in texts if text.strip()))
