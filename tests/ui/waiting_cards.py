"""Cards that wait in the inbox, as if they had been read: real values in a real library, without any OCR."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from PIL import Image

from cardkeeper.library import Library
from cardkeeper.model.cards import Card, ReadCard, ReaderName, Reading, Scan, StoredCard, TextLine
from cardkeeper.model.drafts import Draft, DraftValue, FieldName, Gap, Look
from cardkeeper.model.geometry import Box, Quad
from cardkeeper.model.people import NOTHING_SAID, MetContext, PhoneKind

WIDTH, HEIGHT = 1000, 600


@dataclass(frozen=True, slots=True)
class Print:
    """A line on a card and the field that it was taken for."""

    field: FieldName
    text: str
    looks: tuple[Look, ...] = ()
    choices: tuple[str, ...] = ()


REBECCA = (
    Print(FieldName.NAME, "Rebecca Baxter"),
    Print(FieldName.TITLE, "Mortgage Loan Officer"),
    Print(FieldName.COMPANY, "Prismworks"),
    Print(
        FieldName.EMAIL, "rebeccabaxter4@example.org", (Look.READERS_DIFFER,), choices=("rebeccabaxterA@example.org",)
    ),
    Print(FieldName.PHONE, "+44 20 7946 0958"),
    Print(FieldName.OTHER, "1 Joseph Burgs"),
    Print(FieldName.ADDRESS, "Kempton TQ1 4WD", (Look.TOWN_WITHOUT_STREET,)),
)
BOBBY = (
    Print(FieldName.NAME, "Bobby Perry"),
    Print(FieldName.TITLE, "Principal Architect"),
    Print(FieldName.COMPANY, "Sable Labs"),
    Print(FieldName.EMAIL, "b.perry@sablelabs.example"),
)


def jpeg(colour: str = "white", width: int = WIDTH, height: int = HEIGHT) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(buffer, "JPEG")
    return buffer.getvalue()


def read_card(prints: Sequence[Print], *, gaps: tuple[Gap, ...] = (), number: int = 1, picture: str = "") -> ReadCard:
    """What a reader would have made of a card with these lines, one below the other."""
    boxes = [
        Box(100, 40 + 60 * line, 100 + 12 * max(1, len(one.text)), 80 + 60 * line) for line, one in enumerate(prints)
    ]
    lines = tuple(TextLine(one.text, box, 0.9, ReaderName.NEURAL) for one, box in zip(prints, boxes, strict=True))
    values = tuple(
        DraftValue(
            one.field,
            one.text,
            0.5 if one.looks else 0.95,
            (box,),
            (line,),
            one.looks,
            one.choices,
            PhoneKind.WORK if one.field is FieldName.PHONE else None,
            read=one.text,
        )
        for line, (one, box) in enumerate(zip(prints, boxes, strict=True))
    )
    card = Card(1, number, Quad.of_box(Box(0, 0, WIDTH, HEIGHT)), WIDTH, HEIGHT, picture)
    readers = (ReaderName.NEURAL,) if lines else ()
    return ReadCard(card, Reading(WIDTH, HEIGHT, lines, (), readers), Draft(values, gaps))


class Drop:
    """A drop of files, each with one card."""

    def __init__(self, library: Library, context: MetContext = NOTHING_SAID) -> None:
        self.library = library
        self.batch_id = library.cards.add_batch(context)

    def add(
        self, prints: Sequence[Print], *, taken_on: date | None = None, gaps: tuple[Gap, ...] = (), picture: bytes = b""
    ) -> StoredCard:
        """One more file with one card on it."""
        number = sum(self.library.cards.counts().values()) + 1
        sha256 = f"d{number:063x}"
        scan = Scan(sha256, f"IMG_{2040 + number}.jpg", "image/jpeg", 1000, 1, taken_on)
        kept = self.library.files.keep_bytes(picture, ".jpg") if picture else ""
        read = read_card(prints, gaps=gaps, picture=kept)
        self.library.cards.add_scan(self.batch_id, scan)
        card_id = self.library.cards.add_card(self.batch_id, sha256, read)
        self.library.cards.finish_scan(sha256)
        return self.library.cards.get(card_id)


def renamed(prints: Sequence[Print], name: str) -> tuple[Print, ...]:
    """The same card with another name and another e-mail on it."""
    texts = {FieldName.NAME: name, FieldName.EMAIL: f"{name.lower().replace(' ', '.')}@example.org"}
    return tuple(replace(one, text=texts.get(one.field, one.text)) for one in prints)


def many(library: Library, count: int) -> Drop:
    """A drop of so many cards."""
    drop = Drop(library)
    with library.transaction("A large drop"):
        for number in range(count):
            drop.add(renamed(BOBBY, f"Person {number + 1:03}"))
    return drop


def somewhere(folder: Path) -> Path:
    return folder / "library"
