"""People as our own table: one row each, every field, in the form that spreadsheets open rightly and safely."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from cardkeeper.exchange.people import ExportedPerson
from cardkeeper.exchange.tables.guarding import safe
from cardkeeper.exchange.tables.numbered import Section, numbered_rows
from cardkeeper.model.people import Contact
from cardkeeper.translation import tr

_PHONE: Final = re.compile(r"\+?[0-9][0-9 ()./-]*")


@dataclass(frozen=True, slots=True)
class _Group:
    """Columns that one may choose to write or not."""

    name: str
    section: Section[ExportedPerson]
    phone: bool = False
    """Whether its cells may be phone numbers, which begin with a plus and are no formulas."""

    def guarded(self) -> Section[ExportedPerson]:
        """With every cell as no spreadsheet takes it for a formula."""
        entries, guard = self.section.entries, _safe_number if self.phone else safe
        return replace(
            self.section, entries=lambda person: [tuple([guard(text) for text in entry]) for entry in entries(person)]
        )


def own_rows(
    people: Iterable[ExportedPerson], columns: Collection[str] = (), *, guarded: bool = True
) -> Iterator[list[str]]:
    """The headings, then a row a person, in the given order.

    Lists get numbered columns ("E-mail", "E-mail 2") as far as the data needs them. With `guarded`, cells that a
    spreadsheet would take for a formula begin with an apostrophe; phone numbers stay as they are. `columns` names the
    groups to write (see `column_groups`); none: all.
    """
    groups = [group for group in _GROUPS if not columns or group.name in columns]
    sections = [group.guarded() if guarded else group.section for group in groups]
    return numbered_rows(people, sections, lambda number: f" {number}" if number > 1 else "")


def column_groups() -> tuple[tuple[str, str], ...]:
    """What may be chosen to be written: its name, and in words."""
    words = {
        "name": tr("Name"),
        "jobs": tr("Titles and companies"),
        "emails": tr("E-mails"),
        "phones": tr("Phones"),
        "websites": tr("Websites"),
        "addresses": tr("Addresses"),
        "about": tr("Tags, facts, offers, notes"),
        "met": tr("How you met"),
        "step": tr("Next step"),
        "dates": tr("Last talked, added on"),
    }
    return tuple((group.name, words[group.name]) for group in _GROUPS)


def _safe_number(text: str) -> str:
    return text if _PHONE.fullmatch(text) else safe(text)


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
            "\n".join(contact.doors),
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
    _Group("name", Section(("Name",), _names)),
    _Group("jobs", Section(("Title{n}", "Department{n}", "Company{n}", "Since{n}", "Until{n}"), _jobs)),
    _Group("emails", Section(("E-mail{n}",), _singly(lambda contact: contact.emails))),
    _Group("phones", Section(("Phone{n}", "Phone{n} kind", "Phone{n} E.164"), _phones), phone=True),
    _Group("websites", Section(("Website{n}",), _singly(lambda contact: contact.websites))),
    _Group("addresses", Section(("Address{n}",), _singly(lambda contact: contact.addresses))),
    _Group(
        "about", Section(("Tags", "Tier", "Facts", "Offers", "Doors", "Notes", "Other text", "Needs a look"), _about)
    ),
    _Group(
        "met",
        Section(
            ("Met at event{n}", "Met on{n}", "Met at place{n}", "Met how{n}", "Met through{n}", "Talked about{n}"),
            _meetings,
        ),
    ),
    _Group("step", Section(("Next step", "Next step stage", "Next step due", "Next step reason"), _step)),
    _Group("dates", Section(("Last talked", "Added on"), _dates)),
)
"""All columns in their order; headings are part of the format and not translated."""
