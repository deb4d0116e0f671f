"""Rows of a table as people: by way of a vCard, which can say all that any table says."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Final

from msgspec import structs

from cardkeeper.exchange.dates import as_property, day_first, day_of
from cardkeeper.exchange.from_vcard import record_of
from cardkeeper.exchange.names import NameParts, in_register_order, split_name
from cardkeeper.exchange.records import Record
from cardkeeper.exchange.tables.guarding import bare
from cardkeeper.exchange.tables.headers import ADDRESS_PARTS, Column, Part, What, normalised, place_of, says_nothing
from cardkeeper.exchange.tables.several import Cell, apart, persons
from cardkeeper.exchange.tables.splitting import Row, Table
from cardkeeper.exchange.vcard import Params, Property, VCard, escape, listed, structure
from cardkeeper.model.people import How, MetContext
from cardkeeper.translation import tr

LABEL: Final = "X-LABEL"
"""The parameter that says under which heading a value stood that is nothing a vCard knows."""

CUSTOM: Final = "X-CUSTOM"
"""The property for such a value."""

_SCIENTIFIC: Final = re.compile(r"\d[.,]\d+E\+?\d+", re.IGNORECASE)
_SEVERAL: Final = re.compile(r"\s*:::\s*")
"""Google's mark between values of one label in one cell."""

_BETWEEN_TAGS: Final = (":::", ";", "|", ",")
"""What parts tags; the first of them that a cell holds."""

_BETWEEN_NUMBERS: Final = re.compile(r"\s*(?:[;\n,]|\s/\s)\s*")
_MANY_DIGITS: Final = re.compile(r"(?:\D*\d){6}")
_LINKED: Final = re.compile(r"\s+\((https?://\S+)\)$")
"""The page of a company or person that Notion puts behind its name."""

_LINKS: Final = frozenset({What.NAME, What.COMPANY, What.TITLE})
_NO_DAY: Final = re.compile(r"0?0([/.-])0?0\1 ?0+|0000-00-00")
_SHOWN: Final = re.compile(r".*\((\S+@\S+)\)", re.DOTALL)
"""How Outlook shows an address: with the name before it."""

_TYPES: Final = {
    "assistant": "X-ASSISTANT",
    "callback": "X-CALLBACK",
    "radio": "X-RADIO",
    "tty": "X-TTY",
    "telex": "X-TELEX",
}
_OF_LABELS: Final = {
    "mobile": ("CELL",),
    "mobil": ("CELL",),
    "cell": ("CELL",),
    "work mobile": ("WORK", "CELL"),
    "work fax": ("WORK", "FAX"),
    "home fax": ("HOME", "FAX"),
    "other fax": ("OTHER", "FAX"),
    "fax": ("FAX",),
    "pager": ("PAGER",),
    "main": ("MAIN",),
    "internet": ("INTERNET",),
}
_OF_WHAT: Final = {What.MOBILE: ("CELL",), What.FAX: ("FAX",), What.PAGER: ("PAGER",)}
_RELATIONS: Final = {
    "husband": "spouse",
    "wife": "spouse",
    "ehepartner": "spouse",
    "mother": "parent",
    "father": "parent",
}
_LABELLED: Final = {What.EMAIL: "EMAIL", What.WEBSITE: "URL"}
_CALLED: Final = (What.PHONE, What.MOBILE, What.FAX, What.PAGER)


@dataclass(frozen=True, slots=True)
class _Entry:
    """What several cells say of one thing: an e-mail and its label."""

    column: Column
    label: str
    values: tuple[str, ...]
    heading: str


def records(table: Table, columns: Sequence[Column], region: str = "") -> Iterator[Record]:
    """Each row as a person. `region` (ISO 3166-1) is the country of numbers that name none."""
    days = [at for at, column in enumerate(columns) if column.what in {What.BIRTHDAY, What.ANNIVERSARY, What.MET_ON}]
    days_first = day_first(row.cells[at] for row in table.rows for at in days)
    names = [at for at, column in enumerate(columns) if column.what is What.NAME]
    turned = in_register_order(row.cells[at] for row in table.rows for at in names)
    several = persons(columns)
    for row in table.rows:
        for cells in apart(list(_cells(row, table.header, columns)), several):
            yield _Person(row, cells, days_first, turned=turned).record(region)


def _cells(row: Row, header: Sequence[str], columns: Sequence[Column]) -> Iterator[Cell]:
    for at, cell in enumerate(row.cells):
        if not cell:
            continue  # most cells of most tables
        text = bare(cell).strip()
        column = columns[at] if at < len(columns) else Column(What.CUSTOM)
        heading = header[at] if at < len(header) and header[at] else tr("Column {number}", number=at + 1)
        unsaid = column.what is What.CUSTOM and says_nothing(heading, text)
        if text and column.what is not What.IGNORED and not unsaid:
            link = _LINKED.search(text) if column.what in _LINKS else None
            yield Cell(heading, column, text[: link.start()] if link else text)
            if link:
                yield Cell(heading, Column(What.CUSTOM), link[1])


class _Person:
    """One row on its way to becoming a person: the properties of a vCard, and what is wrong with the row."""

    def __init__(
        self,
        row: Row,
        cells: Iterable[Cell],
        days_first: bool | None,  # noqa: FBT001 - unknown is a third
        *,
        turned: bool,
    ) -> None:
        self._line = row.line
        self._turned = turned
        self._days_first = days_first
        self._problems = [*row.problems]
        self._met: tuple[MetContext, ...] = ()
        self._groups = count(1)
        self._by: dict[What, list[Cell]] = defaultdict(list)
        for cell in cells:
            self._by[cell.column.what].append(cell)

    def record(self, region: str) -> Record:
        properties = [
            *self._names(),
            *self._jobs(),
            *(each for what in _LABELLED for each in self._labelled(what)),
            *self._phones(),
            *self._addresses(),
            *self._days(),
            *self._encounter(),
            *self._relations(),
            *self._words(),
            *self._custom(),
        ]
        record = record_of(VCard(tuple(properties), line=self._line), region)
        if self._met or self._problems:
            record = replace(record, met=self._met, problems=(*record.problems, *self._problems))
        return record

    def _text(self, what: What) -> str:
        return " ".join(cell.text for cell in self._by[what])

    def _names(self) -> Iterator[Property]:
        given, middle, prefix = (self._text(what) for what in (What.GIVEN, What.MIDDLE, What.PREFIX))
        family, comma, degree = self._text(What.FAMILY).partition(",")
        suffix = self._text(What.SUFFIX) or (degree.strip() if comma else "")
        parts = NameParts(family.strip(), given, middle, prefix, suffix)
        whole = self._text(What.NAME) or parts.whole
        if self._turned and not (given or parts.family):
            parts = split_name(whole)
            whole = parts.whole
        if whole:
            yield Property("FN", escape(whole))
        if parts != NameParts():
            named = (parts.family, parts.given, parts.additional, parts.prefix, parts.suffix)
            yield Property("N", structure(named))
        nicknames = [part.strip() for cell in self._by[What.NICKNAME] for part in cell.text.split(",") if part.strip()]
        if nicknames:
            yield Property("NICKNAME", listed(nicknames))

    def _jobs(self) -> Iterator[Property]:
        found: dict[int, dict[What, str]] = defaultdict(dict)
        for what in (What.COMPANY, What.DEPARTMENT, What.TITLE):
            for cell in self._by[what]:
                said = found[cell.column.number].setdefault(what, cell.text)
                if said != cell.text:
                    self._by[What.CUSTOM].append(cell)
        for _, job in sorted(found.items()):
            group = f"item{next(self._groups)}" if len(found) > 1 else ""
            if What.COMPANY in job or What.DEPARTMENT in job:
                units = (job.get(What.COMPANY, ""), *([job[What.DEPARTMENT]] if What.DEPARTMENT in job else []))
                yield Property("ORG", structure(units), group=group)
            if What.TITLE in job:
                yield Property("TITLE", escape(job[What.TITLE]), group=group)

    def _labelled(self, what: What) -> Iterator[Property]:
        for entry in _entries(self._by[what]):
            for value in entry.values:
                for one in _mails(value) if what is What.EMAIL else (value,):
                    yield from self._with_label(Property(_LABELLED[what], escape(one)), entry)

    def _phones(self) -> Iterator[Property]:
        for what in _CALLED:
            for entry in _entries(self._by[what]):
                for value in entry.values:
                    if _SCIENTIFIC.fullmatch(value):
                        yield Property(CUSTOM, escape(value), ((LABEL, (entry.heading,)),))
                        self._problems.append(tr("A spreadsheet made “{text}” of a phone number.", text=value))
                    else:
                        for number in _numbers(value):
                            yield from self._with_label(Property("TEL", escape(number)), entry)

    def _with_label(self, each: Property, entry: _Entry) -> Iterator[Property]:
        """The property with its kind: as TYPE where vCards know it, else as a label beside it, as Apple does."""
        label, preferred = entry.label.removeprefix("*").strip(), entry.label.startswith("*")
        place = entry.column.place
        types = _OF_LABELS.get(normalised(label)) or tuple(kind for kind in (place_of(label).upper(),) if kind)
        named = (_TYPES.get(place, place.upper()),) if place else ()
        kinds = (*named, *_OF_WHAT.get(entry.column.what, ()), *types, *(("PREF",) if preferred else ()))
        params: Params = (("TYPE", kinds),) if kinds else ()
        if not label or types:
            yield structs.replace(each, params=params)
            return
        group = f"item{next(self._groups)}"
        yield structs.replace(each, params=params, group=group)
        yield Property("X-ABLabel", escape(label), group=group)

    def _addresses(self) -> Iterator[Property]:
        found: dict[str, dict[What, list[str]]] = defaultdict(lambda: defaultdict(list))
        labels = {cell.column.place: cell.text for cell in self._by[What.ADDRESS] if cell.column.part is Part.LABEL}
        for what in (What.ADDRESS, *ADDRESS_PARTS):
            for cell in sorted(self._by[what], key=lambda cell: cell.column.number):
                if cell.column.part is Part.VALUE:
                    found[cell.column.place][what].append(cell.text)
        for place, parts in found.items():
            column = Column(What.ADDRESS, "" if place.isdigit() else place)
            for each in _address(parts, further_is_extended=not column.place):
                yield from self._with_label(each, _Entry(column, labels.get(place, ""), (), ""))

    def _days(self) -> Iterator[Property]:
        pieces = {cell.column.part: cell.text for cell in self._by[What.BIRTHDAY]}
        if Part.VALUE not in pieces and Part.MONTH in pieces:
            year, month, day = (pieces.get(part, "").zfill(2) for part in (Part.YEAR, Part.MONTH, Part.DAY))
            whole = f"{year}-{month}-{day}" if Part.YEAR in pieces else f"--{month}-{day}"
            cells = [Cell("Birthday", Column(What.BIRTHDAY), whole)]
        else:
            cells = self._by[What.BIRTHDAY]
        for cell in (*cells, *self._by[What.ANNIVERSARY]):
            yield from self._day("BDAY" if cell.column.what is What.BIRTHDAY else "ANNIVERSARY", cell)
        for entry in _entries(self._by[What.EVENT]):
            cell = Cell(entry.label, entry.column, " ".join(entry.values))
            if normalised(entry.label) in {"anniversary", "jahrestag"}:
                yield from self._day("ANNIVERSARY", cell)
            else:
                for each in self._day("X-ABDATE", cell):
                    group = f"item{next(self._groups)}"
                    yield structs.replace(each, group=group)
                    yield Property("X-ABLabel", escape(entry.label or entry.heading), group=group)

    def _encounter(self) -> Iterator[Property]:
        """Where and when they were met; what is no day for certain stands beside the person as it came."""
        at = self._text(What.MET_AT)
        for cell in self._by[What.MET_ON]:
            met = day_of(cell.text, days_first=self._days_first)
            if met is None or self._met:
                yield Property(CUSTOM, escape(cell.text), ((LABEL, (cell.heading,)),))
            elif cell.column.place:
                self._met = (MetContext(event="LinkedIn", on=met, how=How.ONLINE),)
            else:
                self._met = (MetContext(event=at, on=met),)
        if at and not self._met:
            self._met = (MetContext(event=at),)

    def _day(self, name: str, cell: Cell) -> Iterator[Property]:
        value = as_property(cell.text, days_first=self._days_first)
        if value:
            yield Property(name, value)
        elif not _NO_DAY.fullmatch(cell.text):
            yield Property(name, escape(cell.text), (("VALUE", ("text",)),))

    def _relations(self) -> Iterator[Property]:
        for entry in _entries(self._by[What.RELATION]):
            label = entry.label or "spouse"
            kind = _RELATIONS.get(label.lower(), label.lower())
            for value in entry.values:
                yield Property("RELATED", escape(value), (("TYPE", (kind,)), ("VALUE", ("text",))))

    def _words(self) -> Iterator[Property]:
        tags = [tag for cell in self._by[What.TAGS] for tag in _tags(cell.text)]
        if tags:
            yield Property("CATEGORIES", listed(tags))
        if self._by[What.NOTES]:
            yield Property("NOTE", escape("\n\n".join(cell.text for cell in self._by[What.NOTES])))
        for cell in self._by[What.PROPERTY]:
            name = cell.column.place
            yield Property(name, escape(cell.text), (("VALUE", ("uri",)),) if name == "PHOTO" else ())

    def _custom(self) -> Iterator[Property]:
        said = (cell for what in (What.EMAIL, What.NAME) for cell in self._by[what])
        reached = {cell.text for cell in said if cell.column.part is Part.VALUE}
        google = [cell for cell in self._by[What.CUSTOM] if normalised(cell.heading).startswith("custom field")]
        for entry in _entries(google):
            yield Property(CUSTOM, escape(" ::: ".join(entry.values)), ((LABEL, (entry.label or entry.heading,)),))
        for cell in self._by[What.CUSTOM]:
            name = _SHOWN.fullmatch(cell.text)
            shown = cell.text in reached or (name is not None and name[1] in reached)
            if cell not in google and not shown:
                yield Property(CUSTOM, escape(cell.text), ((LABEL, (cell.heading,)),))


def _tags(text: str) -> list[str]:
    mark = next((mark for mark in _BETWEEN_TAGS if mark in text), _BETWEEN_TAGS[0])
    tags = (tag.strip().strip('"').removeprefix("* ") for tag in text.split(mark))
    return [tag for tag in tags if tag]


def _mails(text: str) -> list[str]:
    """The addresses of a cell: several where each piece is one."""
    pieces = [piece for piece in re.split(r"[;,\s]+", text) if piece]
    return pieces if len(pieces) > 1 and all(piece.count("@") == 1 for piece in pieces) else [text]


def _numbers(text: str) -> list[str]:
    """The numbers of a cell: several where each piece is long enough to be one."""
    pieces = [piece for piece in _BETWEEN_NUMBERS.split(text) if piece]
    return pieces if len(pieces) > 1 and all(map(_MANY_DIGITS.match, pieces)) else [text]


def _entries(cells: Iterable[Cell]) -> Iterator[_Entry]:
    """Cells with their labels, in the order of their numbers."""
    labels: dict[tuple[str, int], str] = {}
    found: dict[tuple[str, int], Cell] = {}
    for cell in cells:
        key = (cell.column.place, cell.column.number)
        if cell.column.part is Part.LABEL:
            labels[key] = cell.text
        else:
            found[key] = replace(cell, text=f"{found[key].text} ::: {cell.text}") if key in found else cell
    for key, cell in sorted(found.items(), key=lambda item: item[0][1]):
        values = tuple(value for value in _SEVERAL.split(cell.text) if value)
        yield _Entry(cell.column, labels.get(key, ""), values, cell.heading)


def _address(parts: Mapping[What, Sequence[str]], *, further_is_extended: bool) -> Iterator[Property]:
    """ADR of the parts of an address; the whole is its label where it says more, or all that there is."""

    def one(what: What) -> str:
        return "\n".join(parts.get(what, ()))

    whole = one(What.ADDRESS)
    street, further = one(What.STREET), one(What.STREET2)
    if further and not further_is_extended:
        street, further = "\n".join(part for part in (street, further) if part), ""
    rest = (one(What.CITY), one(What.REGION), one(What.CODE), one(What.COUNTRY))
    if whole and not street:
        # "Address" beside "City" is the street, unless the town stands in it, too.
        street, whole = whole, ""
        if _said(rest) <= _said([street]):
            rest = ("", "", "", "")
    values = (one(What.BOX), further, street, *rest)
    yield Property("ADR", structure(values))
    if _said([whole]) - _said(values):
        yield Property("LABEL", escape(whole))


def _said(texts: Iterable[str]) -> set[str]:
    """The words of some texts."""
    return set(normalised(" ".join(texts)).split())
