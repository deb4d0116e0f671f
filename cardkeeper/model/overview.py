"""What lists show of people: light values read in one query each, and what a review hands to the library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from cardkeeper.model.people import NOTHING_SAID, Contact, Event, FollowUp, Interaction, MetContext, NextStep, Tier
from cardkeeper.model.relationships import Introduction, Need, Promise, PutOff, Referral, ThankYou


@dataclass(frozen=True, slots=True)
class Accepted:
    """What a review decided about a card: the person (id 0: a new one), how they were met, and the next step."""

    contact: Contact
    context: MetContext
    step: NextStep


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person as a line of a table."""

    id: int
    name: str
    title: str = ""
    company: str = ""
    email: str = ""
    phone: str = ""
    tier: Tier | None = None
    tags: tuple[str, ...] = ()
    added_on: date | None = None
    met: MetContext = NOTHING_SAID
    """How they were first met; empty where nobody said."""
    last_talked: date | None = None
    """The day of the newest interaction."""
    next_step: FollowUp | None = None
    """The open follow-up due first; else the newest closed one; None when there never was one."""
    open_loops: int = 0
    """Follow-ups, promises, thank-yous and calls back that are still open."""
    unsure: tuple[str, ...] = ()
    """Fields (FieldName values) that were accepted while they still needed a look."""
    met_times: int = 0
    """On how many days one met: encounters and meetings."""
    they_called: int = 0
    needs: int = 0
    """How many open needs are known."""
    remembered: int = 0
    """How many facts, offers and doors are known."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """An open follow-up with what one needs to act on it."""

    follow_up: FollowUp
    name: str
    title: str = ""
    company: str = ""
    email: str = ""
    phone: str = ""
    met: MetContext = NOTHING_SAID
    last_talked: date | None = None
    card_picture: str = ""
    """SHA-256 of the newest card's picture; empty where there is none."""
    tier: Tier | None = None
    met_times: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one stands with a person: the few days that tell whether they are to come up."""

    contact_id: int
    added_on: date | None = None
    met_on: date | None = None
    touched_on: date | None = None
    """The newest day on which one met or was in touch."""
    tier: Tier | None = None
    cadence_days: int | None = None
    tags: tuple[str, ...] = ()
    steps: int = 0
    """How many next steps there ever were."""
    open_moved_on: date | None = None
    """When the open next step that is due first was last moved; None: none is open."""
    open_due: date | None = None


@dataclass(frozen=True, slots=True)
class Partner:
    """Somebody from whom favours came: how many, and when one last gave to them."""

    contact_id: int
    received: int
    last_received: date
    last_given: date | None = None


class Worth(StrEnum):
    """What a line of a note is worth keeping as."""

    NEED = "need"
    OFFER = "offer"
    FACT = "fact"
    PROMISE = "promise"


@dataclass(frozen=True, slots=True)
class Said:
    """What was written down after a talk: the entry of the log, and the lines that are more than a note."""

    entry: Interaction
    kept: tuple[tuple[Worth, str], ...] = ()


class Where(StrEnum):
    """Where a word of a need was found in what is known of somebody, the telling places first."""

    OFFER = "offer"
    DOOR = "door"
    TITLE = "title"
    COMPANY = "company"
    TAG = "tag"
    NOTE = "note"
    FACT = "fact"


@dataclass(frozen=True, slots=True)
class Texts:
    """What is known of one person that may meet a need: each text with where it stands."""

    contact_id: int
    texts: tuple[tuple[Where, str], ...]


@dataclass(frozen=True, slots=True)
class NeedMatch:
    """Somebody who may meet a need, and the text that says so."""

    contact_id: int
    where: Where
    text: str
    """The offer, title, company … as it is kept."""
    score: float
    """How much of the need it covers, 0 to 1, for the order alone; it is never shown."""


@dataclass(frozen=True, slots=True)
class DayFacts:
    """All that a day's list is made of, as the library knows it on that day."""

    people: Mapping[int, PersonRow]
    """Everybody whom the facts name."""
    agenda: tuple[Agenda, ...] = ()
    """Open follow-ups that may come up: those due, and those with somebody just met."""
    set_up: frozenset[int] = frozenset()
    """People with whom a meeting was set up or held since Monday."""
    reached: frozenset[int] = frozenset()
    """People with a cadence whom I reached since Monday, by call, mail, message or in person, as the log says."""
    silent: tuple[Standing, ...] = ()
    """People met in the last days to whom not a word went out since."""
    rhythms: tuple[Standing, ...] = ()
    """People without an open next step who have a tier, a cadence of their own or tags."""
    drawer: tuple[Standing, ...] = ()
    """People without any next step, or with one that nobody moved for long."""
    promises: tuple[Promise, ...] = ()
    calls_back: tuple[Interaction, ...] = ()
    referrals: tuple[Referral, ...] = ()
    """Those of which something may come, and those of whose outcome the source was not told."""
    thanks: tuple[ThankYou, ...] = ()
    introductions: tuple[Introduction, ...] = ()
    needs: tuple[tuple[Need, tuple[NeedMatch, ...]], ...] = ()
    """Open needs with those who may meet them, best first."""
    partners: tuple[Partner, ...] = ()
    needs_of: Mapping[int, tuple[Need, ...]] = field(default_factory=dict)
    """What the partners need."""
    put_offs: tuple[PutOff, ...] = ()
    """What is not to come up on that day."""
    next_due: date | None = None
    """The first day after that one on which something is due."""


@dataclass(frozen=True, slots=True)
class EventFunnel:
    """What came of an event: how many were met there, and how many of them went each step further."""

    event: Event
    waiting: int = 0
    """Cards that lie in the inbox unreviewed."""
    reviewed: int = 0
    """People met there who are in the library."""
    invited: int = 0
    """Those of them to whom one reached out."""
    booked: int = 0
    met: int = 0
    """Those with whom one talked since, over coffee or on the phone."""
    referrals: int = 0
    """Referrals that came from them."""
    succeeded: int = 0
    to_invite: int = 0
    """Those whose invite, call or note is still to be made."""
    no_step: int = 0
    """Those without a next step."""

    @property
    def cards(self) -> int:
        """Everybody who was met there, reviewed or not."""
        return self.waiting + self.reviewed

    @property
    def left(self) -> int:
        """How many still wait for something: a review, a first word, a next step."""
        return self.waiting + self.to_invite + self.no_step


@dataclass(frozen=True, slots=True)
class CompanyPerson:
    """Somebody at a company: as what, and until when where they left."""

    contact_id: int
    title: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class CompanyRow:
    """A company and how many known people work there."""

    name: str
    people: int


class SortBy(StrEnum):
    """By what a list of people is put in order; who has nothing there comes last."""

    NAME = "name"
    WORK = "work"
    MET = "met"
    TALKED = "talked"
    STEP = "step"
    OPEN = "open_loops"
    EMAIL = "email"
    PHONE = "phone"
    TIER = "tier"
    TAGS = "tagged"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Order:
    """One key of an order."""

    by: SortBy = SortBy.NAME
    descending: bool = False


@dataclass(frozen=True, slots=True)
class ViewCounts:
    """How many people there are, and how many of them each common question finds."""

    everyone: int
    drawer: int
    newly_met: int
    no_step: int
    unsure: int
    hardly_known: int = 0


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """Words to search for that are worth keeping, under a name."""

    name: str
    words: str
    id: int = 0
