"""People, where and how they were met, and what comes next with each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Final


class PhoneKind(StrEnum):
    """What a number is for."""

    WORK = "work"
    MOBILE = "mobile"
    FAX = "fax"
    OTHER = "other"


class Tier(StrEnum):
    """How often one wants to be in touch: A every three weeks, B two months, C half a year, D a year."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


class Tone(StrEnum):
    """How near one comes in writing: first names and du, tu, tú; matter of fact; or with all respect."""

    WARM = "warm"
    PLAIN = "plain"
    FORMAL = "formal"


class FollowUpKind(StrEnum):
    """The form of a next step."""

    COFFEE = "coffee"
    CALL = "call"
    VIDEO = "video"
    WALK = "walk"
    LUNCH = "lunch"
    NEXT_EVENT = "next event"
    NOTE = "note"
    NONE = "none"

    @property
    def is_meeting(self) -> bool:
        """Whether it takes an hour of a week, and so counts against the weekly limit."""
        return self not in (FollowUpKind.CALL, FollowUpKind.NOTE, FollowUpKind.NONE)


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone number as printed or typed, and in E.164 where that is known (else empty)."""

    number: str
    kind: PhoneKind = PhoneKind.OTHER
    e164: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """A job of a person at a time; open-ended where it began or ended on an unknown day."""

    title: str = ""
    department: str = ""
    company: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def current(self) -> bool:
        return self.until is None


@dataclass(frozen=True, slots=True)
class Kept:
    """Something of an imported file that no field says whole: a property of a vCard as it was written.

    It is written back when the person is exported, and found by its text.
    """

    name: str
    value: str = ""
    """As in a vCard, escapes and all; empty where the value is a file."""
    params: tuple[tuple[str, tuple[str, ...]], ...] = ()
    group: str = ""
    stands_for: str = ""
    """The value of a field that it says more of; it holds as long as the field does. Empty: it stands for itself."""
    file: str = ""
    """SHA-256 of a picture, sound or key, which lies among the files of the library."""
    media_type: str = ""
    """Of the file, such as image/jpeg."""


@dataclass(frozen=True, slots=True)
class Contact:
    """A person. `id` is 0 until the library has stored it."""

    name: str
    positions: tuple[Position, ...] = ()
    """Newest first."""
    emails: tuple[str, ...] = ()
    phones: tuple[Phone, ...] = ()
    websites: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    """What to remember about the person: family, hobbies, how they like to be met."""
    offers: tuple[str, ...] = ()
    """What they can do for others."""
    notes: str = ""
    other: tuple[str, ...] = ()
    """Lines of the card that belong to no field; kept, searched, never lost."""
    tier: Tier | None = None
    unsure: tuple[str, ...] = ()
    """Fields (FieldName values) that were accepted while they still needed a look."""
    doors: tuple[str, ...] = ()
    """Whom they can open doors to: industries, places, people."""
    cadence_days: int | None = None
    """How often one wants to be in touch with this one person; None: as the tier or a tag says."""
    form: FollowUpKind | None = None
    """The form of meeting that suits them; None: nobody said."""
    language: str = ""
    """The language in which to write to them, ISO 639-1; empty: nobody said."""
    tone: Tone | None = None
    id: int = 0
    kept: tuple[Kept, ...] = ()
    """What imported files say of the person beyond these fields."""
    imported: tuple[str, ...] = ()
    """Digests of the records that the person was imported from, so that the same record is known again."""

    @property
    def position(self) -> Position | None:
        """The current job, the newest where there are several."""
        return next((position for position in self.positions if position.current), None)

    @property
    def company(self) -> str:
        return self.position.company if self.position else ""

    @property
    def title(self) -> str:
        return self.position.title if self.position else ""


class How(StrEnum):
    """How a person was met."""

    TALKED = "talked"
    INTRODUCED = "introduced"
    EXCHANGED = "exchanged cards"
    HEARD = "heard them speak"
    ONLINE = "online"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class MetContext:
    """Where and how somebody was met, as a person answers it: for a whole batch, or for one card."""

    event: str = ""
    on: date | None = None
    place: str = ""
    how: How | None = None
    through: str = ""
    about: str = ""

    @property
    def known(self) -> bool:
        """Whether it says anything about where or when."""
        return bool(self.event or self.on or self.place)


NOTHING_SAID: Final = MetContext()


@dataclass(frozen=True, slots=True)
class Event:
    """An occasion where people are met."""

    name: str
    on: date | None = None
    place: str = ""
    cost: Decimal | None = None
    """What it cost to be there, in the person's own currency; None: nobody said."""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Encounter:
    """How one contact was met, and which card came of it."""

    contact_id: int
    context: MetContext
    event_id: int | None = None
    card_id: int | None = None
    id: int = 0


class Stage(StrEnum):
    """How far a follow-up has come; which stages follow which is told in `relationships.followups`."""

    TO_INVITE = "to invite"
    INVITED = "invited"
    BOOKED = "booked"
    MET = "met"
    TO_CALL = "to call"
    TALKED = "talked"
    TO_SEND = "to send"
    SENT = "sent"
    THANKED = "thanked"
    DROPPED = "dropped"
    NONE = "none, on purpose"


@dataclass(frozen=True, slots=True)
class NextStep:
    """What a person chooses in the review: a kind with a day, or none with a reason."""

    kind: FollowUpKind
    due: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The next step with one contact. `moved_on` is the day its stage or date last changed."""

    contact_id: int
    kind: FollowUpKind
    stage: Stage
    due: date | None
    moved_on: date
    reason: str = ""
    """Why it was dropped, or why there is none on purpose."""
    asked: int = 0
    """How many times the person was asked: 1 after the invite, 2 after asking again."""
    at: time | None = None
    """For a booked meeting its time of day, where it is planned; None: not said."""
    place: str = ""
    """For a booked meeting where it is planned."""
    id: int = 0

    @property
    def open(self) -> bool:
        """Whether something is still to be done."""
        return self.stage not in (Stage.SENT, Stage.THANKED, Stage.DROPPED, Stage.NONE)


class Channel(StrEnum):
    """By what means people were in touch."""

    MEETING = "meeting"
    CALL = "call"
    MAIL = "mail"
    MESSAGE = "message"
    NOTE = "note"


class Direction(StrEnum):
    """Who reached out."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Interaction:
    """Something that happened with a contact."""

    contact_id: int
    on: date
    channel: Channel
    direction: Direction = Direction.MINE
    text: str = ""
    call_back: bool = False
    """Whether they reached out without getting me, and wait for my call or answer."""
    id: int = 0
