"""People as a plain CSV file: one row each, every field, in the form that spreadsheets open rightly and safely.

UTF-8 with a byte order mark (without it Excel takes the bytes for another encoding), CRLF, quotes only where needed.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from cardkeeper.errors import WrongInput
from cardkeeper.files import write_whole
from cardkeeper.model.people import Contact, FollowUp, MetContext
from cardkeeper.translation import tr

CSV: Final = "csv"
"""The dialect that this module writes, by the name that commands use."""

_TRIGGERS: Final = frozenset("=+-@\t\r\n\0＝＋－＠")
"""First characters that make a spreadsheet take a text for a formula (OWASP, CSV injection), and their wide forms."""

_UNSEEN: Final = "\ufeff\u200b\u2060"
"""Marks without width, which may stand before a formula as blanks may."""

_PHONE: Final = re.compile(r"\+?[0-9][0-9 ()./-]*")


@dataclass(frozen=True, slots=True)
class ExportedPerson:
    """Everything that a row says of one person."""

    contact: Contact
    met: tuple[MetContext, ...] = ()
    """How they were met, the first time first."""
    next_step: FollowUp | None = None
    added_on: date | None = None
    last_talked: date | None = None


@dataclass(frozen=True, slots=True)
class _Group:
    """Columns that belong together and repeat as often as someone has entries: a number, its kind, its E.164 form.

    `{n}` in a heading is empty for the first entry, then " 2", " 3" and so on.
    """

    headings: tuple[str, ...]
    entries: Callable[[ExportedPerson], Sequence[tuple[str, ...]]]
    phone: bool = False
    """Whether its cells may be phone numbers, which begin with a plus and are no formulas."""


def csv_text(people: Iterable[ExportedPerson]) -> str:
    """The people as CSV without the byte order mark: a heading row, then a row each, in the given order.

    Lists get numbered columns ("E-mail", "E-mail 2") as far as the data needs them. Cells that a spreadsheet would
    take for a formula begin with an apostrophe; phone numbers stay as they are.
    """
    rows = tuple(people)
    widths = [max((len(group.entries(person)) for person in rows), default=1) or 1 for group in _GROUPS]
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(_headings(widths))
    writer.writerows(_cells(person, widths) for person in rows)
    return target.getvalue()


def csv_bytes(people: Iterable[ExportedPerson]) -> bytes:
    """The people as the bytes of a CSV file, byte order mark included."""
    return csv_text(people).encode("utf-8-sig")


def write_csv(people: Iterable[ExportedPerson], target: Path) -> int:
    """Write the people to a file, which holds the old bytes or all of the new ones, and return how many they are.

    Raises StorageFull or LibraryError when the file can't be written, WrongInput when its name is a folder's.
    """
    rows = tuple(people)
    if target.is_dir():
        raise WrongInput(tr("{path} is a folder.", path=target), tr("Name a file in it, such as people.csv."))
    write_whole(target, csv_bytes(rows))
    return len(rows)


def safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula: with an apostrophe before it where one would."""
    seen = text.lstrip(_UNSEEN).lstrip().lstrip(_UNSEEN)
    return f"'{text}" if text[:1] in _TRIGGERS or seen[:1] in _TRIGGERS else text


def _headings(widths: Sequence[int]) -> Iterator[str]:
    for group, width in zip(_GROUPS, widths, strict=True):
        for number in range(1, width + 1):
            yield from (heading.format(n=f" {number}" if number > 1 else "") for heading in group.headings)


def _cells(person: ExportedPerson, widths: Sequence[int]) -> Iterator[str]:
    for group, width in zip(_GROUPS, widths, strict=True):
        entries = group.entries(person)
        for entry in entries:
            yield from (text if group.phone and _PHONE.fullmatch(text) else safe(text) for text in entry)
        yield from ("",) * (len(group.headings) * (width - len(entries)))


def _names(person: ExportedPerson) -> tuple[tuple[str]]:
    return ((person.contact.name,),)


def _jobs(person: ExportedPerson) -> Sequence[tuple[str, ...]]:
    """Jobs, current ones first, otherwise in the order of the person."""
    jobs = sorted(person.contact.positions, key=lambda position: not position.current)
    return [(job.title, job.department, job.company, _day(job.since), _day(job.until)) for job in jobs]


def _phones(person: ExportedPerson) -> Sequence[tuple[str, ...]]:
    return [(phone.number, phone.kind.value, phone.e164) for phone in person.contact.phones]


def _about(person: ExportedPerson) -> Sequence[tuple[str, ...]]:
    contact = person.contact
    return [
        (
            "; ".join(contact.tags),
            contact.tier.value if contact.tier else "",
            "\n".join(contact.facts),
            "\n".join(contact.offers),
            contact.notes,
            "\n".join(contact.other),
            "; ".join(contact.unsure),
        )
    ]


def _meetings(person: ExportedPerson) -> Sequence[tuple[str, ...]]:
    return [
        (met.event, _day(met.on), met.place, met.how.value if met.how else "", met.through, met.about)
        for met in person.met
    ]


def _step(person: ExportedPerson) -> Sequence[tuple[str, ...]]:
    step = person.next_step
    return [(step.kind.value, step.stage.value, _day(step.due), step.reason)] if step else []


def _dates(person: ExportedPerson) -> Sequence[tuple[str, ...]]:
    return [(_day(person.last_talked), _day(person.added_on))]


def _singly(values: Callable[[Contact], tuple[str, ...]]) -> Callable[[ExportedPerson], Sequence[tuple[str, ...]]]:
    return lambda person: [(value,) for value in values(person.contact)]


def _day(day: date | None) -> str:
    """ISO 8601, which every spreadsheet and program reads alike."""
    return day.isoformat() if day else ""


_GROUPS: Final = (
    _Group(("Name",), _names),
    _Group(("Title{n}", "Department{n}", "Company{n}", "Since{n}", "Until{n}"), _jobs),
    _Group(("E-mail{n}",), _singly(lambda contact: contact.emails)),
    _Group(("Phone{n}", "Phone{n} kind", "Phone{n} E.164"), _phones, phone=True),
    _Group(("Website{n}",), _singly(lambda contact: contact.websites)),
    _Group(("Address{n}",), _singly(lambda contact: contact.addresses)),
    _Group(("Tags", "Tier", "Facts", "Offers", "Notes", "Other text", "Needs a look"), _about),
    _Group(
        ("Met at event{n}", "Met on{n}", "Met at place{n}", "Met how{n}", "Met through{n}", "Talked about{n}"),
        _meetings,
    ),
    _Group(("Next step", "Next step stage", "Next step due", "Next step reason"), _step),
    _Group(("Last talked", "Added on"), _dates),
)
"""All columns in their order; headings are part of the format and not translated."""
