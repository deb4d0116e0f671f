"""People as files for other programs: in which forms, and how each is written."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum
from typing import Final

from cardkeeper.exchange.own import OF_A_CARD
from cardkeeper.exchange.people import ExportedPerson, FileOf, met_words
from cardkeeper.exchange.tables.google import google_rows
from cardkeeper.exchange.tables.outlook import outlook_rows
from cardkeeper.exchange.tables.writing import own_rows
from cardkeeper.exchange.to_vcard import whole_card
from cardkeeper.exchange.vcard import Property, VCard, Version, write
from cardkeeper.exchange.workbook import workbook
from cardkeeper.translation import tr

_MARK: Final = b"\xef\xbb\xbf"
"""The byte order mark, without which Excel takes UTF-8 for another encoding."""

_ROWS_AT_ONCE: Final = 1_000
_IMAGES: Final = {b"\xff\xd8\xff": "image/jpeg", b"\x89PNG": "image/png", b"RIFF": "image/webp", b"GIF8": "image/gif"}


class Format(StrEnum):
    """The forms in which people are exported."""

    CSV = "csv"
    GOOGLE = "google"
    OUTLOOK = "outlook"
    SPREADSHEET = "spreadsheet"
    XLSX = "xlsx"
    VCARD3 = "vcard3"
    VCARD4 = "vcard4"
    ARCHIVE = "archive"
    """Everything of the whole library; see `archive`."""

    @property
    def suffix(self) -> str:
        """Of the file's name."""
        return {Format.XLSX: ".xlsx", Format.VCARD3: ".vcf", Format.VCARD4: ".vcf", Format.ARCHIVE: ".zip"}.get(
            self, ".csv"
        )

    @property
    def has_columns(self) -> bool:
        """Whether one may choose what to write."""
        return self in {Format.CSV, Format.SPREADSHEET, Format.XLSX}

    @property
    def is_of_another_program(self) -> bool:
        """Whether it is the table of another program, which has no place for next steps, days and pictures."""
        return self in {Format.GOOGLE, Format.OUTLOOK}


def format_words(form: Format) -> tuple[str, str]:
    """What a form is called, and what it is for."""
    return {
        Format.CSV: (tr("CSV"), tr("Every field, a row a person; most programs can import it.")),
        Format.GOOGLE: (tr("Google Contacts"), tr("For importing into Google Contacts or an Android phone.")),
        Format.OUTLOOK: (tr("Outlook"), tr("For importing into Outlook.")),
        Format.SPREADSHEET: (tr("CSV for a spreadsheet"), tr("Every cell in quotes, none of them a formula.")),
        Format.XLSX: (tr("Excel workbook"), tr("Every cell a text, so numbers stay as they are.")),
        Format.VCARD3: (tr("vCard 3.0"), tr("With pictures; for iPhones, Macs, phones and most address books.")),
        Format.VCARD4: (tr("vCard 4.0"), tr("With pictures; for newer address books.")),
        Format.ARCHIVE: (tr("Everything"), tr("The whole library with all pictures, to be imported here again.")),
    }[form]


def pieces(
    people: Iterable[ExportedPerson], form: Format, file_of: FileOf, columns: Collection[str] = ()
) -> Iterator[bytes]:
    """The bytes of the file, piece by piece. `columns`: names of groups of our own tables, none for all."""
    if form is Format.XLSX:
        yield workbook(own_rows(people, columns, guarded=False))
    elif form in {Format.VCARD3, Format.VCARD4}:
        version = Version.V3 if form is Format.VCARD3 else Version.V4
        for person in people:
            yield write([card_of(person, file_of)], version).encode("utf-8")
    else:
        yield _MARK
        yield from _csv(_rows(people, form, columns), all_quoted=form in {Format.OUTLOOK, Format.SPREADSHEET})


def card_of(person: ExportedPerson, file_of: FileOf) -> VCard:
    """The whole card of a person, with the picture of their card where they have no photo."""
    data = file_of(person.picture) if person.picture else None
    picture = Property("PHOTO", "", OF_A_CARD, "", data, _kind_of(data)) if data else None
    return whole_card(
        person.contact,
        person.met,
        person.next_step,
        met_words=met_words(person.met),
        picture=picture,
        file_of=file_of,
    )


def _rows(people: Iterable[ExportedPerson], form: Format, columns: Collection[str]) -> Iterator[list[str]]:
    if form is Format.GOOGLE:
        return google_rows(people)
    return outlook_rows(people) if form is Format.OUTLOOK else own_rows(people, columns)


def _csv(rows: Iterable[list[str]], *, all_quoted: bool) -> Iterator[bytes]:
    """CSV with CRLF, some rows at a time; half a letter, which no encoding has, becomes a mark."""
    target = io.StringIO(newline="")
    dialect = csv.unix_dialect if all_quoted else csv.excel  # the first of them puts every cell in quotes
    writer = csv.writer(target, dialect, lineterminator="\r\n")
    for number, row in enumerate(rows, start=1):
        writer.writerow(row)
        if number % _ROWS_AT_ONCE == 0:
            yield target.getvalue().encode("utf-8", "replace")
            target.seek(0)
            target.truncate()
    yield target.getvalue().encode("utf-8", "replace")


def _kind_of(data: bytes) -> str:
    return next((kind for beginning, kind in _IMAGES.items() if data.startswith(beginning)), "image/jpeg")
