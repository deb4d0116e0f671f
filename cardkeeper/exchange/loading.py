"""A file of people as records: what kind of file it is, what it says of whom, and what could not be read in it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Final

from cardkeeper.errors import UnreadableFile, WrongInput
from cardkeeper.exchange.from_vcard import record_of
from cardkeeper.exchange.groups import without_groups
from cardkeeper.exchange.records import Record
from cardkeeper.exchange.tables.dialects import Dialect, dialect_of, dialect_words
from cardkeeper.exchange.tables.headers import Column, What, columns_of_table
from cardkeeper.exchange.tables.own import own_records
from cardkeeper.exchange.tables.people import records
from cardkeeper.exchange.tables.splitting import MOST_ROWS, Table, read_table
from cardkeeper.exchange.to_vcard import condensed
from cardkeeper.exchange.vcard import Problem, read
from cardkeeper.translation import tr

VCARD: Final = "vcard"
ARCHIVE: Final = "archive"
"""A whole library; read by `importing.archives`."""

_LARGEST: Final = {True: 50_000_000, False: 100_000_000}
"""Bytes of a vCard file (True), of a table (False); larger ones were not written by an address book."""

_SAYING_WHO: Final = frozenset(
    {What.NAME, What.GIVEN, What.FAMILY, What.NICKNAME, What.COMPANY, What.EMAIL, What.PHONE, What.MOBILE, What.WEBSITE}
)
"""A table without any of these is none of people."""

_ZIP: Final = b"PK\x03\x04"
_MILLION: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person decided about how a file is to be read; what is empty is found out."""

    dialect: str = ""
    encoding: str = ""
    delimiter: str = ""
    columns: tuple[Column, ...] = ()


USUAL: Final = Choice()


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a file holds."""

    name: str
    dialect: str
    records: tuple[Record, ...]
    problems: tuple[Problem, ...] = ()
    """Rows and lines that are nobody, and why."""
    remarks: tuple[str, ...] = ()
    table: Table | None = None
    columns: tuple[Column, ...] = ()
    path: Path | None = None
    """Of the archive of a whole library, which tells more than what people are."""

    @property
    def words(self) -> str:
        """The kind of file as it is called to a person."""
        named = {VCARD: tr("vCard"), ARCHIVE: tr("Archive of a library")}
        return named.get(self.dialect) or dialect_words(Dialect(self.dialect))


def dialects() -> tuple[str, ...]:
    """What `Choice.dialect` may be."""
    return (VCARD, *(dialect.value for dialect in Dialect))


def check_dialect(dialect: str) -> None:
    """Raise WrongInput for a dialect that there is none of; none at all is found out."""
    if dialect and dialect not in dialects():
        raise WrongInput(
            tr("There is no dialect “{dialect}”.", dialect=dialect),
            tr("Choose one of {choices}.", choices=", ".join(dialects())),
        )


def bytes_of(path: Path) -> bytes:
    """The bytes of a file of people. Raises UnreadableFile, also for one that is too large to be any."""
    try:
        size = path.stat().st_size
        if size > max(_LARGEST.values()):
            raise _too_large(path.name, size)
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(
            tr("{name} can't be read: {reason}.", name=path.name, reason=error.strerror or type(error).__name__),
            tr("Check that the file is there and that you may read it."),
        ) from error


NOTHING_SAID: Final[Mapping[str, tuple[Column, ...]]] = MappingProxyType({})


def load(
    name: str,
    data: bytes,
    choice: Choice = USUAL,
    *,
    region: str = "",
    remembered: Mapping[str, tuple[Column, ...]] = NOTHING_SAID,
) -> Loaded:
    """What a file says. `region`: of numbers without a country; `remembered`: columns by `signature`.

    Raises UnreadableFile for a file that holds no people, WrongInput for a dialect that there is none of.
    """
    check_dialect(choice.dialect)
    as_vcard = choice.dialect == VCARD or (not choice.dialect and _is_vcard(name, data))
    if len(data) > _LARGEST[as_vcard]:
        raise _too_large(name, len(data))
    return _of_vcards(name, data, region) if as_vcard else _of_table(name, data, choice, region, remembered)


def signature(header: Sequence[str]) -> str:
    """What tables with the same headings have in common."""
    return "\x1f".join(header)


def _of_vcards(name: str, data: bytes, region: str) -> Loaded:
    cards, groups = without_groups(read(data))
    if not cards:
        raise UnreadableFile(
            tr("There is no vCard in {name}.", name=name), tr("Export the contacts again, as vCard or as CSV.")
        )
    people = [
        replace(record, contact=condensed(record.contact)) for record in (record_of(each, region) for each in cards)
    ]
    empty = tuple(Problem(record.line, tr("The card says nothing of anybody.")) for record in people if record.empty)
    return Loaded(name, VCARD, tuple(record for record in people if not record.empty), empty, groups)


def _of_table(
    name: str, data: bytes, choice: Choice, region: str, remembered: Mapping[str, tuple[Column, ...]]
) -> Loaded:
    if data[:4] in (b"\xd0\xcf\x11\xe0", b"%PDF") or (data[:4] == _ZIP and not is_workbook(data)):
        raise UnreadableFile(
            tr("{name} is no CSV file and no Excel workbook of today.", name=name),
            tr("Save it as .xlsx without a password, or as CSV, in the program that it belongs to."),
        )
    table = _workbook(data, name) if data[:4] == _ZIP else read_table(data, choice.encoding, choice.delimiter)
    if len(table.rows) > MOST_ROWS:
        raise UnreadableFile(
            tr("{name} has more than {count} rows; no address book has so many.", name=name, count=MOST_ROWS),
            tr("Choose the file that the other program exported."),
        )
    if not table.header:
        raise UnreadableFile(tr("{name} is empty.", name=name), tr("Export the contacts again."))
    dialect = Dialect(choice.dialect) if choice.dialect else dialect_of(table.header)
    said = choice.columns or remembered.get(signature(table.header), ())
    columns = said or columns_of_table(table.header, [row.cells for row in table.rows])
    if not any(column.what in _SAYING_WHO for column in columns):
        problem = Problem(1, tr("No column of this table is known: say what its columns hold."))
        return Loaded(name, dialect.value, (), (problem,), table.remarks, table, columns)
    own = dialect is Dialect.CARDKEEPER and not choice.columns
    found = own_records(table) if own else records(table, columns, region)
    people = tuple(replace(record, contact=condensed(record.contact)) for record in found)
    nobody = tuple(Problem(record.line, _nobody(dialect)) for record in people if record.nobody)
    return Loaded(
        name,
        dialect.value,
        tuple(record for record in people if not record.nobody),
        tuple(sorted((*table.problems, *nobody), key=lambda problem: problem.line)),
        table.remarks,
        table,
        columns,
    )


def is_workbook(data: bytes) -> bool:
    """Whether a file is a workbook of Excel 2007 or later, as far as its list of entries says."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "xl/workbook.xml" in archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def _workbook(data: bytes, name: str) -> Table:
    table: Table = import_module("cardkeeper.exchange.tables.sheets").read_workbook(data, name)
    return table


def _nobody(dialect: Dialect) -> str:
    if dialect is Dialect.LINKEDIN:
        return tr("LinkedIn hides who this is.")
    return tr("The row says nothing of anybody.")


def _is_vcard(name: str, data: bytes) -> bool:
    if Path(name).suffix.lower() in {".vcf", ".vcard"}:
        return True
    return b"BEGIN:VCARD" in data[:1024].replace(b"\0", b"").upper().replace(b" ", b"")


def _too_large(name: str, size: int) -> UnreadableFile:
    return UnreadableFile(
        tr("{name} has {size} MB, more than any address book.", name=name, size=size // _MILLION),
        tr("Choose the file that the other program exported."),
    )
