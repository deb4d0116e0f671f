"""Whole files of every kind that comes in, made up by the program itself: what is then mutated."""

from __future__ import annotations

import io
import random
from datetime import date
from pathlib import Path
from typing import Final

import pypdfium2
from PIL import Image, ImageDraw

from cardkeeper import demo
from cardkeeper.exchange.exporting import Format
from cardkeeper.library import Library
from cardkeeper.library.places import DATABASE
from cardkeeper.outgoing import Wanted, export_beside

PICTURE, VCARD, TABLE, ARCHIVE, DATABASE_FILE = "picture", "vcard", "table", "archive", "database"
KINDS: Final = (PICTURE, VCARD, TABLE, ARCHIVE, DATABASE_FILE)

_DAY: Final = date(2026, 11, 19)
_PEOPLE: Final = 12
_FORMS: Final = {
    VCARD: (Format.VCARD3, Format.VCARD4),
    TABLE: (Format.CSV, Format.GOOGLE, Format.OUTLOOK, Format.SPREADSHEET, Format.XLSX),
    ARCHIVE: (Format.ARCHIVE,),
}
_OLD_CARD: Final = (
    b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6rg\r\n"
    b"TEL;WORK;VOICE:+49 30 6966377\r\nPHOTO;JPEG;ENCODING=BASE64:\r\n /9j/4AAQSkZJRg==\r\n\r\n"
    b"AGENT:\r\nBEGIN:VCARD\r\nFN:Ada King\r\nEND:VCARD\r\nBDAY:--0416\r\nEND:VCARD\r\n"
)

Sample = tuple[str, bytes]
"""The suffix of a file, and its bytes."""


def samples(folder: Path) -> dict[str, tuple[Sample, ...]]:
    """A few whole files of each kind; a library is made up in `folder` for that."""
    library_folder = folder / "samples"
    clock = demo.Clock.on(_DAY)
    with Library.open(library_folder, now=clock) as library:
        demo.fill(library, _PEOPLE, 1, _DAY, clock)
    found: dict[str, tuple[Sample, ...]] = {PICTURE: tuple(_pictures())}
    for kind, forms in _FORMS.items():
        found[kind] = tuple(_exported(library_folder, form, folder) for form in forms)
    found[VCARD] += ((".vcf", _OLD_CARD),)
    found[TABLE] += tuple((".csv", data.decode("utf-8-sig").encode("utf-16")) for _, data in found[TABLE][:1])
    found[DATABASE_FILE] = ((".sqlite", (library_folder / DATABASE).read_bytes()),)
    return found


def _exported(library: Path, form: Format, folder: Path) -> Sample:
    target = folder / f"{form.value}{form.suffix}"
    export_beside(library, None, Wanted(form), target, demo.Clock.on(_DAY)())
    return form.suffix, target.read_bytes()


def _pictures() -> list[Sample]:
    chance = random.Random(1)
    card = Image.new("RGB", (640, 400), "white")
    pen = ImageDraw.Draw(card)
    for line in range(6):
        pen.text((40, 40 + 50 * line), f"Ada King {chance.random()}", fill="black")
    found: list[Sample] = []
    for form, suffix in (("JPEG", ".jpg"), ("PNG", ".png"), ("TIFF", ".tif"), ("GIF", ".gif"), ("BMP", ".bmp"),
                         ("WEBP", ".webp"), ("HEIF", ".heic")):  # fmt: skip
        target = io.BytesIO()
        card.save(target, form)
        found.append((suffix, target.getvalue()))
    pdf = pypdfium2.PdfDocument.new()
    pdf.new_page(300, 200)
    target = io.BytesIO()
    pdf.save(target)
    return [*found, (".pdf", target.getvalue())]
