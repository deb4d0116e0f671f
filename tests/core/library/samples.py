"""Cards, people and clocks for the tests of the library."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from cardkeeper.library import Library
from cardkeeper.model.cards import Card, Code, CodeKind, ReadCard, ReaderName, Reading, Scan, SecondLook, TextLine
from cardkeeper.model.drafts import Draft, DraftValue, FieldName, Gap, Look
from cardkeeper.model.geometry import Box, Quad
from cardkeeper.model.overview import Accepted
from cardkeeper.model.people import (
    Contact,
    FollowUpKind,
    How,
    MetContext,
    NextStep,
    Phone,
    PhoneKind,
    Position,
    Tier,
)

NOW = datetime(2026, 11, 19, 9, 30, tzinfo=UTC)
TODAY = NOW.date()
BREAKFAST = MetContext("Founders’ Breakfast", date(2026, 11, 18), "Rotunda", How.TALKED, "Sue Ray", "first-time buyers")
COFFEE = NextStep(FollowUpKind.COFFEE, date(2026, 11, 20))

TABLES = (
    "batches", "scans", "cards", "contacts", "positions", "phones", "details", "events", "encounters", "follow_ups",
    "interactions",
    "promises", "needs", "leads", "referrals", "introductions", "favours", "thanks", "put_offs",
    "templates", "unsent_letters", "begun",
    "search", "lookups", "listings", "standings", "sortings",
)  # fmt: skip


def clock() -> datetime:
    return NOW


def dump(library: Library) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table that holds what a person knows, or that is derived from it."""
    rows = library._connection.rows
    return {
        table: rows(" ".join(("SELECT", "*" if table == "lookups" else "rowid, *", "FROM", table, "ORDER BY 1, 2")))
        for table in TABLES
    }


def scan(number: int = 1) -> Scan:
    return Scan(f"{number:064x}", f"scan {number}.jpg", "image/jpeg", 2_000_000 + number, 1, date(2026, 11, 18))


def read_card(name: str = "Norma R. Jones", *, page: int = 1, number: int = 1) -> ReadCard:
    box = Box(10.5, 20, 300, 44.25)
    line = TextLine(name, box, 0.93, ReaderName.NEURAL, (SecondLook(name.upper(), 0.71, ReaderName.TESSERACT),))
    other = TextLine("Member since 1999", Box(10, 60, 200, 80), 0.5, ReaderName.NEURAL)
    code = Code(CodeKind.TEXT, "n:\0weird", box)
    draft = Draft(
        (
            DraftValue(FieldName.NAME, name, 0.93, (box,), (0,), (Look.UNSURE,), (name.upper(),), read=name),
            DraftValue(FieldName.OTHER, other.text, 0.5, (other.box,), (1,), read=other.text, because=("left over",)),
        ),
        (Gap(FieldName.EMAIL, Look.MISSING),),
    )
    quad = Quad.of_box(Box(0, 0, 1000, 600))
    reading = Reading(1000, 600, (line, other), (code,), (ReaderName.NEURAL, ReaderName.TESSERACT))
    return ReadCard(Card(page, number, quad, 1000, 600, f"{number + 1000:064x}", 90, dark=True), reading, draft, 1.25)


def drop(library: Library, *names: str, first_scan: int = 1, context: MetContext | None = None) -> list[int]:
    """A drop of one file for each name, read to the end; the ids of the cards."""
    ids = []
    with library.transaction("Added files"):
        batch = library.cards.add_batch(context) if context else library.cards.add_batch()
        for place, name in enumerate(names):
            one = scan(first_scan + place)
            library.cards.add_scan(batch, one)
            ids.append(library.cards.add_card(batch, one.sha256, read_card(name)))
            library.cards.finish_scan(one.sha256)
    return ids


def contact(name: str = "Norma R. Jones", **fields: Any) -> Contact:
    last = name.rsplit(maxsplit=1)[-1].lower()
    known: dict[str, Any] = {
        "positions": (Position("Realtor", "Sales", "Lindgate Homes Ltd", since=date(2024, 5, 1)),),
        "emails": (f"{last}@lindgate.example",),
        "phones": (
            Phone("+44 (0)20 7640-9515", PhoneKind.WORK, "+442076409515"),
            Phone("0171 555 0199", PhoneKind.FAX),
        ),
        "websites": ("www.lindgate.example",),
        "addresses": ("5 Mill Lane, Reading RG1 2AB",),
        "tags": ("realtor", "friend of Sue"),
        "facts": ("has twins", "plays the cello"),
        "offers": ("knows every builder in town",),
        "notes": "Call before noon.",
        "other": ("Member since 1999",),
        "tier": Tier.B,
        "unsure": ("name",),
    }
    return Contact(name, **{**known, **fields})


def accepted(name: str = "Norma R. Jones", context: MetContext = BREAKFAST, step: NextStep = COFFEE) -> Accepted:
    return Accepted(contact(name), context, step)


def add_card(library: Library, name: str) -> tuple[str, str]:
    """A person with a card whose scan and picture are really there; their hashes."""
    original = library.files.keep_bytes(f"scan of {name}".encode(), ".jpg")
    picture = library.files.keep_bytes(f"card of {name}".encode(), ".jpg")
    with library.transaction("Added files"):
        batch = library.cards.add_batch()
        library.cards.add_scan(batch, Scan(original, "a.jpg", "image/jpeg", 8, 1))
        read = read_card(name)
        card = library.cards.add_card(batch, original, replace(read, card=replace(read.card, picture=picture)))
        library.cards.finish_scan(original)
    library.cards.accept(card, accepted(name))
    return original, picture


def with_two_people(folder: Path) -> Path:
    """Make a library with two people and their cards in a folder, and close it; the folder."""
    with Library.open(folder, now=clock) as library:
        add_card(library, "Norma R. Jones")
        add_card(library, "Ada King")
    return folder
