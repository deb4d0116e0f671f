"""Finds people for the palette: by name, by anything written of them, and in spite of a slip of the hand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from cardkeeper import days
from cardkeeper.keys import fold
from cardkeeper.library import Library
from cardkeeper.model.overview import PersonRow
from cardkeeper.translation import tr
from ui.palette.results import Mention, Someone, alike, matches
from ui.wording import met_words, short, step_words

MOST_PEOPLE: Final = 6
MOST_MENTIONS: Final = 4
_AROUND: Final = 28
"""Letters shown before what was found."""
_SNIPPET: Final = 64


class Finder:
    """Looks into one library for as long as a palette is open."""

    def __init__(self, library: Library, today: date) -> None:
        self._library, self._today = library, today
        self._names: tuple[tuple[int, str], ...] | None = None

    def find(self, words: str) -> tuple[tuple[Someone, ...], tuple[Mention, ...]]:
        """People who are called so or work there, and those of whom it was written."""
        ids = self._library.people.find(words)[: 4 * MOST_PEOPLE]
        named: list[PersonRow] = []
        mentioned: list[PersonRow] = []
        for row in self._library.people.rows_of(ids):
            (named if matches(f"{row.name} {row.company} {row.title}", words) else mentioned).append(row)
        if not ids:
            named = list(self._library.people.rows_of(self._nearly(words)))
        mentions = (mention for row in mentioned if (mention := self._mention(row, words)))
        # Who is called so comes before who works where it is called so.
        named.sort(key=lambda row: not matches(row.name, words))
        people = tuple(self._someone(row) for row in named[:MOST_PEOPLE])
        return people, tuple(mention for mention, _ in zip(mentions, range(MOST_MENTIONS), strict=False))

    def some(self, ids: Iterable[int]) -> tuple[Someone, ...]:
        """These people, as far as they are still there."""
        return tuple(map(self._someone, self._library.people.rows_of(tuple(ids))))

    def _nearly(self, words: str) -> list[int]:
        if self._names is None:
            self._names = self._library.people.names()
        return [self._names[place][0] for place in alike(words, [name for _, name in self._names], MOST_PEOPLE)]

    def _someone(self, row: PersonRow) -> Someone:
        return Someone(row.id, row.name, row.company, ". ".join(self._standing(row)))

    def _standing(self, row: PersonRow) -> Iterator[str]:
        """What is next, and when one last had to do with each other."""
        if row.next_step is not None and row.next_step.open:
            yield step_words(row.next_step, self._today).text
        if row.last_talked is not None:
            yield tr("Last talked {when}", when=days.ago(row.last_talked, self._today))
        elif met := met_words(row.met):
            yield tr("Met at {where}", where=met)

    def _mention(self, row: PersonRow, words: str) -> Mention | None:
        """The first text about a person in which one of the words stands; in notes before numbers and addresses."""
        for text in self._texts(row.id):
            if (snippet := _around(text, words)) is not None:
                return Mention(self._someone(row), snippet)
        return None

    def _texts(self, contact_id: int) -> Iterator[str]:
        person = self._library.people.get(contact_id)
        yield from (one.text for one in self._library.log.of(contact_id))
        yield person.notes
        yield from (*person.facts, *person.offers, *person.doors, *person.tags, *person.other, *person.addresses)
        yield from (one.context.about for one in self._library.people.encounters(contact_id))
        yield from (", ".join(filter(None, (job.title, job.company))) for job in person.positions)
        yield from (*person.emails, *person.websites, *(phone.number for phone in person.phones))


def _around(text: str, words: str) -> str | None:
    """The words around the first that begins with one of those typed; None where there is none."""
    wanted = fold(words).split()
    for word in re.finditer(r"[^\W_]+", text):
        if any(fold(word.group()).startswith(one) for one in wanted):
            start = max(0, word.start() - _AROUND)
            start = text.rfind(" ", 0, start) + 1 if start else 0
            snippet = short(" ".join(text[start:].split()), _SNIPPET)
            return f"…{snippet}" if start else snippet
    return None
