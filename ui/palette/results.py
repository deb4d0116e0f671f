"""What the palette offers for a few typed letters: places, people, commands, each with why it is found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from cardkeeper.keys import fold
from cardkeeper.model.people import Contact
from cardkeeper.translation import tr
from ui.parts import Command

MOST_PEOPLE: Final = 8


@dataclass(frozen=True, slots=True)
class Place:
    """A page one can go to."""

    text: str
    icon: str
    name: str
    keys: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """A line of the palette: a heading, or something to choose."""

    text: str
    detail: str = ""
    icon: str = ""
    keys: str = ""
    chosen: Place | Command | Contact | None = None

    @property
    def is_heading(self) -> bool:
        return self.chosen is None


def matches(text: str, words: str) -> bool:
    """Whether each typed word begins a word of the text; accents and capitals do not matter."""
    parts = fold(text).split()
    return all(any(part.startswith(word) for part in parts) for word in fold(words).split())


def results(
    typed: str, places: Sequence[Place], commands: Sequence[Command], people: Iterable[Contact]
) -> tuple[Result, ...]:
    """The lines for what was typed; a ">" in front means commands only."""
    only_commands = typed.startswith(">")
    words = typed.removeprefix(">").strip()
    lines: list[Result] = []
    if not only_commands and words:
        lines += _section(tr("People"), [_person(contact) for contact in people])
    if not only_commands:
        found = [
            Result(place.text, "", place.icon, place.keys, place) for place in places if matches(place.text, words)
        ]
        lines += _section(tr("Go to"), found)
    found = [Result(one.text, "", one.icon, one.keys, one) for one in commands if matches(one.text, words)]
    lines += _section(tr("Do"), found)
    return tuple(lines)


def marked(text: str, words: str) -> tuple[tuple[str, bool], ...]:
    """The text in pieces, each with whether it is what a typed word has found."""
    wanted = fold(words).split()
    pieces: list[tuple[str, bool]] = []
    for word in re.findall(r"\S+\s*", text):
        prefix = max((one for one in wanted if fold(word).startswith(one)), key=len, default="")
        # A letter may fold to two (æ), so the length in the text is found by trying.
        length = next((end for end in range(len(word) + 1) if len(fold(word[:end])) >= len(prefix)), 0)
        pieces += [(word[:length], True), (word[length:], False)]
    return tuple((piece, found) for piece, found in pieces if piece)


def _person(contact: Contact) -> Result:
    work = ", ".join(part for part in (contact.title, contact.company) if part)
    return Result(contact.name or contact.company, work, "account-outline", "", contact)


def _section(title: str, found: list[Result]) -> list[Result]:
    return [Result(title), *found] if found else []
