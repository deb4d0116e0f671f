"""Tables in which what somebody may have several of has numbered columns, as many as the people need."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Section(Generic[_T]):
    """Columns that belong together, as "Phone 1 - Label" and "Phone 1 - Value" do; as often as somebody has entries."""

    headings: tuple[str, ...]
    """`{n}` in them stands for the number."""
    entries: Callable[[_T], Sequence[tuple[str, ...]]]
    """What somebody has, each as wide as the headings."""
    least: int = 1
    """So many are there always."""


def numbered_rows(
    people: Iterable[_T], sections: Sequence[Section[_T]], number: Callable[[int], str] = str
) -> Iterator[list[str]]:
    """The headings, then a row a person. `number` says a number as it stands in a heading.

    The cells of everyone wait until the last of them has said how many columns there must be; of the people nothing.
    """
    widths = [section.least * len(section.headings) for section in sections]
    waiting: list[tuple[tuple[str, ...], ...]] = []
    for person in people:
        cells = tuple([tuple([text for entry in section.entries(person) for text in entry]) for section in sections])
        widths = list(map(max, widths, map(len, cells)))
        waiting.append(cells)
    yield [
        heading.format(n=number(which + 1))
        for section, width in zip(sections, widths, strict=True)
        for which in range(width // len(section.headings))
        for heading in section.headings
    ]
    blanks = [("",) * width for width in widths]
    for cells in waiting:
        row: list[str] = []
        for some, blank in zip(cells, blanks, strict=True):
            row += some
            row += blank[len(some) :]
        yield row
