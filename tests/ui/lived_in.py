"""A small library that somebody has lived in, for pages to show: people met, invited, called, forgotten."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Self

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from cardkeeper.library import Library
from cardkeeper.model.people import (
    Channel,
    Contact,
    Direction,
    Encounter,
    FollowUp,
    FollowUpKind,
    How,
    Interaction,
    MetContext,
    Phone,
    PhoneKind,
    Position,
    Stage,
    Tier,
)
from cardkeeper.settings import Settings
from ui.session import Session

TODAY = date(2026, 11, 19)
"""A Thursday."""
NOW = datetime(2026, 11, 19, 9, 30, tzinfo=UTC)


def clock() -> datetime:
    return NOW


def open_library(folder: Path, now: Callable[[], datetime] = clock) -> Library:
    return Library.open(folder, now=now)


def session_on(library: Library, settings: Settings | None = None) -> Session:
    return Session(library, settings or Settings(), clock)


class Mailbox(QObject):
    """Stands where the mail program, the telephone and the browser would: takes the addresses that are opened."""

    SCHEMES = ("mailto", "tel", "https")

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[QUrl] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url)

    def __enter__(self) -> Self:
        for scheme in self.SCHEMES:
            # The stub asks for bytes, which Qt for Python then refuses; it takes a text.
            QDesktopServices.setUrlHandler(scheme, self, "take")  # type: ignore[arg-type]
        return self

    def __exit__(self, *_: object) -> None:
        for scheme in self.SCHEMES:
            QDesktopServices.unsetUrlHandler(scheme)


def before(days: int) -> date:
    return TODAY - timedelta(days=days)


BREAKFAST = MetContext("Founders’ Breakfast", before(1), "Rotunda", How.TALKED, about="first-time buyers")


def person(
    library: Library,
    name: str,
    title: str = "",
    company: str = "",
    *,
    met: MetContext | None = None,
    step: tuple[FollowUpKind, Stage, date | None, date] | None = None,
    talked: tuple[tuple[date, Channel, str], ...] = (),
    contact: Contact | None = None,
) -> int:
    """Add somebody: `step` is form, stage, due day and the day of its last move."""
    slug = name.rsplit(maxsplit=1)[-1].lower() if name else "nobody"
    kept = contact or Contact(
        name,
        (Position(title, company=company),) if title or company else (),
        emails=(f"{slug}@example.org",),
        phones=(Phone("+49 30 6966377", PhoneKind.WORK, "+49306966377"),),
    )
    contact_id = library.people.save(kept)
    if met:
        library.people.save_encounter(Encounter(contact_id, met))
    for on, channel, text in talked:
        library.log.add(Interaction(contact_id, on, channel, Direction.MINE, text))
    if step:
        kind, stage, due, moved = step
        library.follow_ups.save(FollowUp(contact_id, kind, stage, due, moved))
    return contact_id


SPEER = Contact(
    "Theodor Speer",
    (
        Position("Managing director", company="Röhricht & Drub AG", since=date(2024, 1, 1)),
        Position(
            "Head of development", company="Lumen Software GmbH", since=date(2019, 1, 1), until=date(2023, 12, 31)
        ),
    ),
    emails=("theodor_speer@roehrichtdrub.de",),
    phones=(Phone("+49 30 6966377", PhoneKind.WORK, "+49306966377"), Phone("+49 171 5550123", PhoneKind.MOBILE)),
    websites=("www.roehrichtdrub.de",),
    addresses=("Hermann-Josef-Noack-Ring 31/77, 18028 Calau",),
    tags=("Partner", "Pumps"),
    facts=("Sails on the Müritz", "Two daughters", "No meetings before nine"),
    offers=("Pump refits", "A door to municipal water works"),
    notes="Prefers a call to a mail.",
    other=("Wir pumpen seit 1907",),
    tier=Tier.A,
    unsure=("address",),
)


def fill(library: Library) -> dict[str, int]:
    """The people of the pictures, by name."""
    coffee, call, video, note = FollowUpKind.COFFEE, FollowUpKind.CALL, FollowUpKind.VIDEO, FollowUpKind.NOTE
    forum = MetContext("Housing Forum", before(16), "Portland", How.EXCHANGED)
    ids = {
        "Morgan Nelson": person(
            library, "Morgan Nelson", "Photographer", "Johnson Capital", met=MetContext("Harbour walk", before(30)),
            step=(note, Stage.TO_SEND, before(1), before(8)),
            talked=((before(7), Channel.CALL, "Asked for the report."),),
        ),
        "Jacob Calderon": person(
            library, "Jacob Calderon", "Regional manager, Northwest", "Deltaworks", met=forum,
            step=(call, Stage.TO_CALL, TODAY, before(2)),
            talked=((before(16), Channel.MEETING, "He takes over two sites and needs people who speak Spanish."),),
        ),
        "Rebecca Baxter": person(
            library, "Rebecca Baxter", "Loan officer", "Prismworks", met=BREAKFAST,
            step=(coffee, Stage.TO_INVITE, before(-1), before(1)),
        ),
        "Élisabeth Maréchal": person(
            library, "Élisabeth Maréchal", "Project lead", "Cabinet Didier",
            met=MetContext("Founders’ Breakfast", before(1), "Rotunda", How.INTRODUCED, "Theodor Speer"),
            step=(video, Stage.TO_INVITE, before(-1), before(1)),
        ),
        "Frida Björklund": person(
            library, "Frida Björklund", "Sales manager", "Ali AB",
            met=MetContext(through="Theodor Speer", on=before(80)),
            step=(coffee, Stage.INVITED, TODAY, before(7)),
            talked=((before(26), Channel.CALL, "Few orders until spring."),),
        ),
        "Bobby Perry": person(
            library, "Bobby Perry", "Principal architect", "Sable Labs", met=BREAKFAST,
            step=(coffee, Stage.BOOKED, TODAY, before(1)),
        ),
        "Dakshesh Batra": person(library, "Dakshesh Batra", "Founder", "Orbit Groep", met=MetContext(on=before(31))),
        "Féline Willemsen": person(library, "Féline Willemsen", "Account manager", "Orbit Groep", met=BREAKFAST),
        "Chris Riddle": person(
            library, "Chris Riddle", "Engineer", "Walters Lucas", met=MetContext("Builders’ lunch", before(140)),
            step=(coffee, Stage.DROPPED, None, before(120)), talked=((before(120), Channel.MAIL, "No answer."),),
        ),
    }  # fmt: skip
    speer = library.people.save(SPEER)
    fair = MetContext("Maintenance Fair Hanover", date(2025, 3, 20), "Hanover", How.INTRODUCED, "Clelia Delle",
                      "pumps that fail in winter")  # fmt: skip
    library.people.save_encounter(Encounter(speer, fair))
    for on, channel, direction, text in (
        (before(9), Channel.CALL, Direction.THEIRS, "Few orders until spring. His younger daughter is moving to Lund."),
        (before(22), Channel.MEETING, Direction.MINE, "He wants a patent on the new seal."),
        (date(2026, 6, 2), Channel.MAIL, Direction.THEIRS, "Sent Shane Savage’s number."),
    ):
        library.log.add(Interaction(speer, on, channel, direction, text))
    library.follow_ups.save(FollowUp(speer, coffee, Stage.MET, TODAY, before(2)))
    library.follow_ups.save(FollowUp(speer, call, Stage.THANKED, None, before(200)))
    return ids | {"Theodor Speer": speer}


def crowd(library: Library, count: int) -> None:
    """Many people with steps and talks, in one change."""
    titles, companies = (
        ("Engineer", "Director", "Architect", "Buyer"),
        ("Ketting", "Cedarlogic", "Rowe", "Frei", "Ali AB"),
    )
    with library.transaction("Filled"):
        for number in range(count):
            due = TODAY + timedelta(days=number % 90 - 5)
            person(
                library,
                f"Person{number} Möller{number % 97}",
                titles[number % 4],
                f"{companies[number % 5]} {number % 300}",
                met=MetContext(f"Event {number % 40}", before(number % 700)),
                step=(FollowUpKind.COFFEE, Stage.TO_INVITE, due, before(number % 20)) if number % 3 else None,
                talked=((before(number % 400), Channel.CALL, f"Talked about subject {number}"),) if number % 2 else (),
            )
