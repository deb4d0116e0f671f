"""Our own table read back: everything that an export as CSV says of a person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from cardkeeper.exchange.dates import day_of
from cardkeeper.exchange.records import Record
from cardkeeper.exchange.tables.guarding import bare
from cardkeeper.exchange.tables.splitting import Row, Table
from cardkeeper.model.people import (
    Contact,
    FollowUp,
    FollowUpKind,
    How,
    MetContext,
    Phone,
    PhoneKind,
    Position,
    Stage,
    Tier,
)
from cardkeeper.translation import tr

_NUMBER: Final = re.compile(r" (\d+)(?= kind$| E\.164$|$)")


def own_records(table: Table) -> Iterator[Record]:
    """Each row as the person whom it was written of."""
    for row in table.rows:
        yield _record(row, table.header)


def _record(row: Row, header: Sequence[str]) -> Record:
    cells = {heading: text for heading, cell in zip(header, row.cells, strict=False) if (text := bare(cell).strip())}
    problems = [*row.problems]
    contact = Contact(
        cells.get("Name", ""),
        tuple(_job(*entry) for entry in _entries(cells, _JOB)),
        _list(cells, "E-mail"),
        tuple(Phone(number, _kind(kind), e164) for number, kind, e164 in _entries(cells, _PHONE)),
        _list(cells, "Website"),
        _list(cells, "Address"),
        _split(cells, "Tags", ";"),
        _split(cells, "Facts", "\n"),
        _split(cells, "Offers", "\n"),
        doors=_split(cells, "Doors", "\n"),
        notes=cells.get("Notes", ""),
        other=_split(cells, "Other text", "\n"),
        tier=Tier(cells["Tier"]) if cells.get("Tier") in set(Tier) else None,
        unsure=_split(cells, "Needs a look", ";"),
    )
    met = tuple(_met(*entry) for entry in _entries(cells, _MET))
    return Record(contact, met, _step(cells, problems), line=row.line, problems=tuple(problems))


_JOB: Final = ("Title", "Department", "Company", "Since", "Until")
_PHONE: Final = ("Phone", "Phone kind", "Phone E.164")
_MET: Final = ("Met at event", "Met on", "Met at place", "Met how", "Met through", "Talked about")


def _entries(cells: Mapping[str, str], headings: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """What stands under the headings, under the same with a 2, and so on as far as there is anything."""
    numbers = {int(found[1]) for heading in cells if (found := _NUMBER.search(heading))}
    for number in sorted({1, *numbers}):
        entry = tuple(cells.get(_numbered(heading, number), "") for heading in headings)
        if any(entry):
            yield entry


def _numbered(heading: str, number: int) -> str:
    """As an export numbers them: "Phone 2 kind", "Company 2"."""
    if number == 1:
        return heading
    return heading.replace("Phone", f"Phone {number}", 1) if heading.startswith("Phone ") else f"{heading} {number}"


def _list(cells: Mapping[str, str], heading: str) -> tuple[str, ...]:
    return tuple(entry[0] for entry in _entries(cells, (heading,)))


def _split(cells: Mapping[str, str], heading: str, mark: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cells.get(heading, "").split(mark) if part.strip())


def _kind(text: str) -> PhoneKind:
    return PhoneKind(text) if text in set(PhoneKind) else PhoneKind.OTHER


def _job(title: str, department: str, company: str, since: str, until: str) -> Position:
    return Position(title, department, company, day_of(since), day_of(until))


def _met(event: str, on: str, place: str, how: str, through: str, about: str) -> MetContext:
    return MetContext(event, day_of(on), place, How(how) if how in set(How) else None, through, about)


def _step(cells: Mapping[str, str], problems: list[str]) -> FollowUp | None:
    """The next step; its last move is not in the table, so the day on which it is due stands for it."""
    kind, stage = cells.get("Next step", ""), cells.get("Next step stage", "")
    if not kind:
        return None
    if kind not in set(FollowUpKind) or stage not in set(Stage):
        problems.append(tr("The next step “{kind}, {stage}” is none that there is.", kind=kind, stage=stage))
        return None
    due = day_of(cells.get("Next step due", ""))
    moved = day_of(cells.get("Added on", "")) or due
    if moved is None:
        return None
    return FollowUp(0, FollowUpKind(kind), Stage(stage), due, moved, cells.get("Next step reason", ""))
