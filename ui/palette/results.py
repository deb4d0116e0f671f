"""What the palette offers for a few typed letters: people, places, commands, each with why it is found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from rapidfuzz import fuzz, process

from cardkeeper.keys import fold
from cardkeeper.translation import tr
from ui.parts import Command, Place

_ALIKE: Final = 72.0
"""Of 100: how much a word may differ from what was typed (rapidfuzz's ratio) and still be meant by it."""
_SHORTEST_SLIP: Final = 4
"""With fewer letters, a slip of the hand can't be told from another word."""


@dataclass(frozen=True, slots=True)
class Someone:
    """A person who was found: who and where, and a line on how one stands."""

    id: int
    name: str
    company: str = ""
    line: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in what was written of a person where the words were found."""

    someone: Someone
    text: str
    """The words around."""


@dataclass(frozen=True, slots=True)
class Result:
    """A line of the palette: a heading, or something to choose."""

    text: str
    more: str = ""
    """What follows on the same line, quieter."""
    detail: str = ""
    icon: str = ""
    keys: str = ""
    chosen: Place | Command | Someone | None = None

    @property
    def is_heading(self) -> bool:
        return self.chosen is None


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for the typed words, apart from pages and commands."""

    people: tuple[Someone, ...] = ()
    ways: tuple[Command, ...] = ()
    """What can be done with the first of them."""
    mentions: tuple[Mention, ...] = ()
    recent: tuple[Place | Someone, ...] = field(default=())
    """Where one was last; shown before anything is typed."""


def matches(text: str, words: str) -> bool:
    """Whether each typed word begins a word of the text; accents and capitals do not matter."""
    parts = fold(text).split()
    return all(any(part.startswith(word) for part in parts) for word in fold(words).split())


def alike(words: str, texts: Sequence[str], most: int) -> list[int]:
    """The places in `texts` of those that may be meant in spite of a slip of the hand, the likeliest first."""
    typed = fold(words)
    if len(typed.replace(" ", "")) < _SHORTEST_SLIP:
        return []
    scored = process.extract(
        typed,
        [fold(text) for text in texts],
        scorer=_nearness,
        limit=most,
        score_cutoff=_ALIKE,
    )
    return [place for _text, _score, place in scored]


def results(typed: str, places: Sequence[Place], commands: Sequence[Command], found: Found) -> tuple[Result, ...]:
    """The lines for what was typed; a ">" in front means commands only."""
    only_commands = typed.startswith(">")
    words = typed.removeprefix(">").strip()
    lines: list[Result] = []
    if not only_commands:
        lines += _section(tr("Recent"), map(_result, found.recent if not words else ()))
        lines += _section(tr("People"), map(_result, found.people))
        if found.people and found.ways:
            lines += _section(tr("Do something with {name}", name=found.people[0].name), map(_result, found.ways))
        lines += _section(tr("Found in notes and cards"), map(_mention, found.mentions))
        lines += _section(tr("Go to"), map(_result, _meant(places, words)))
    lines += _section(tr("Do"), map(_result, _meant(commands, words)))
    return tuple(lines)


def marked(text: str, words: str) -> tuple[tuple[str, bool], ...]:
    """The text in pieces, each with whether it is what a typed word has found."""
    wanted = fold(words).split()
    pieces: list[tuple[str, bool]] = []
    for word in re.findall(r"[\W_]*[^\W_]+[\W_]*|[\W_]+", text):
        bare = word.lstrip("".join(set(re.findall(r"[\W_]", word))))
        before = word[: len(word) - len(bare)]
        prefix = max((one for one in wanted if fold(bare).startswith(one)), key=len, default="")
        # A letter may fold to two (æ), so the length in the text is found by trying.
        length = next((end for end in range(len(bare) + 1) if len(fold(bare[:end])) >= len(prefix)), 0)
        pieces += [(before, False), (bare[:length], True), (bare[length:], False)]
    return tuple((piece, hit) for piece, hit in pieces if piece)


def _nearness(typed: str, text: str, *, score_cutoff: float | None = None) -> float:
    """How near the words of the text come to those typed: as near as the one that comes least near."""
    words = text.split()
    return min(
        max((fuzz.ratio(one, word, score_cutoff=score_cutoff) for word in words), default=0.0) for one in typed.split()
    )


def _meant(choices: Sequence[Place] | Sequence[Command], words: str) -> list[Place | Command]:
    """Those whose words begin as typed; where there are none, those that are nearly called so."""
    exact = [one for one in choices if matches(one.text, words)]
    return exact or [choices[place] for place in alike(words, [one.text for one in choices], 3)]


def _result(one: Place | Command | Someone) -> Result:
    if isinstance(one, Someone):
        more = f", {one.company}" if one.name and one.company else ""
        return Result(one.name or one.company, more, one.line, "account-outline", "", one)
    return Result(one.text, "", "", one.icon, one.keys, one)


def _mention(mention: Mention) -> Result:
    name = mention.someone.name or mention.someone.company
    return Result(tr("{name}: {words}", name=name, words=mention.text), "", "", "text-search", "", mention.someone)


def _section(title: str, lines: Iterable[Result]) -> list[Result]:
    found = list(lines)
    return [Result(title), *found] if found else []
