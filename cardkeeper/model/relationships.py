"""What is given, asked and owed between people: promises, needs, leads, referrals, introductions, favours, thanks.

Days are named for what happened on them; a day that is None has not come yet. Every `id` is 0 until the library has
stored the value, and every `…_id` that is None names nobody, or nothing that is kept any more.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PromiseState(StrEnum):
    """Whether something that was promised is still to be done."""

    OPEN = "open"
    KEPT = "kept"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Promise:
    """Something I said I would do for somebody, by a day where one was named."""

    contact_id: int
    text: str
    made_on: date
    due: date | None = None
    state: PromiseState = PromiseState.OPEN
    closed_on: date | None = None
    reason: str = ""
    """Why it was dropped."""
    id: int = 0

    @property
    def open(self) -> bool:
        return self.state is PromiseState.OPEN


class NeedState(StrEnum):
    """Whether somebody still looks for something: matched means that one is on the way to them, but not there yet."""

    OPEN = "open"
    MATCHED = "matched"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Need:
    """Something that a person is looking for, since the day they said so."""

    contact_id: int
    text: str
    since: date
    state: NeedState = NeedState.OPEN
    closed_on: date | None = None
    id: int = 0

    @property
    def open(self) -> bool:
        """Whether nobody was found yet."""
        return self.state is NeedState.OPEN


class Handing(StrEnum):
    """Which way something was handed on: by me, or to me."""

    GIVEN = "given"
    RECEIVED = "received"


class LeadState(StrEnum):
    """What became of a lead."""

    OPEN = "open"
    REFERRAL = "became a referral"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Lead:
    """A business and a place where there may be business, no person yet; given to somebody, or received from them."""

    direction: Handing
    contact_id: int
    """Who gave it, or to whom it was given."""
    business: str
    happened_on: date
    place: str = ""
    about: str = ""
    state: LeadState = LeadState.OPEN
    closed_on: date | None = None
    referral_id: int | None = None
    """The referral that it became when a person was found."""
    id: int = 0

    @property
    def open(self) -> bool:
        return self.state is LeadState.OPEN


class Consent(StrEnum):
    """Whether somebody was asked, and what they said."""

    NOT_ASKED = "not asked"
    ASKED = "asked"
    AGREED = "agreed"
    DECLINED = "declined"


class Outcome(StrEnum):
    """What came of a referral."""

    OPEN = "open"
    SUCCEEDED = "succeeded"
    NOTHING = "came to nothing"


@dataclass(frozen=True, slots=True)
class Referral:
    """A person (the prospect) handed on from a source to a receiver; one of the two is me, and is None.

    `heads_up` is about the prospect: for one that I give, whether they were asked before their details go out; for one
    that I received, whether the source has confirmed that they expect my call. Until then it is cold.
    """

    source_id: int | None
    receiver_id: int | None
    prospect_id: int
    happened_on: date
    about: str = ""
    heads_up: Consent = Consent.NOT_ASKED
    heads_up_on: date | None = None
    handed_on: date | None = None
    """The day on which the receiver got the prospect's details."""
    introduced: bool = False
    """Whether both were brought together, so that the prospect knows of it from the start."""
    outcome: Outcome = Outcome.OPEN
    outcome_on: date | None = None
    result: str = ""
    """What came of it, in words."""
    told_on: date | None = None
    """The day on which the source was told what came of it."""
    parent_id: int | None = None
    """The referral that led to this one."""
    lead_id: int | None = None
    """The lead that it grew out of."""
    need_id: int | None = None
    """The need that it answers."""
    id: int = 0

    @property
    def direction(self) -> Handing:
        return Handing.GIVEN if self.source_id is None else Handing.RECEIVED

    @property
    def partner_id(self) -> int | None:
        """The other one of it: who gave it to me, or to whom I gave it."""
        return self.receiver_id if self.source_id is None else self.source_id

    @property
    def open(self) -> bool:
        """Whether something may still come of it."""
        return self.outcome is Outcome.OPEN and self.heads_up is not Consent.DECLINED

    @property
    def cold(self) -> bool:
        """Whether a call would come out of the blue."""
        return self.direction is Handing.RECEIVED and self.heads_up in (Consent.NOT_ASKED, Consent.ASKED)


class IntroductionStage(StrEnum):
    """How far an introduction has come."""

    TO_ASK = "to ask"
    FIRST_ASKED = "first asked"
    FIRST_AGREED = "first agreed"
    BOTH_AGREED = "both agreed"
    SENT = "sent"
    MET = "they met"
    THANKED = "thanked"
    DECLINED = "declined"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Introduction:
    """Two people whom I bring together; each is asked before the other learns their details, either one first."""

    first_id: int
    second_id: int
    why: str
    """Why they should meet, as both will read it."""
    begun_on: date
    first: Consent = Consent.NOT_ASKED
    first_on: date | None = None
    """The day on which the first was asked or answered, whichever came last."""
    second: Consent = Consent.NOT_ASKED
    second_on: date | None = None
    sent_on: date | None = None
    checked_on: date | None = None
    """The day on which I last turned to them about it: asked whether they had talked, or, where one side declined,
    told the other that it is off."""
    met_on: date | None = None
    """The day on which I learned that they had."""
    thanked_on: date | None = None
    dropped_on: date | None = None
    reason: str = ""
    """Why it was dropped."""
    need_id: int | None = None
    """The need that it answers."""
    parent_id: int | None = None
    """The referral that led to it."""
    id: int = 0

    @property
    def stage(self) -> IntroductionStage:
        if self.dropped_on:
            return IntroductionStage.DROPPED
        if self.thanked_on:
            return IntroductionStage.THANKED
        if self.met_on:
            return IntroductionStage.MET
        if self.sent_on:
            return IntroductionStage.SENT
        return _asking(self.first, self.second)

    @property
    def open(self) -> bool:
        return self.stage not in (IntroductionStage.THANKED, IntroductionStage.DECLINED, IntroductionStage.DROPPED)

    @property
    def sides(self) -> tuple[tuple[int, Consent, date | None], ...]:
        """Both people with what they said and when."""
        return (self.first_id, self.first, self.first_on), (self.second_id, self.second, self.second_on)

    @property
    def moved_on(self) -> date:
        """The day of the last thing that happened with it."""
        days = (self.begun_on, self.first_on, self.second_on, self.sent_on, self.met_on, self.thanked_on)
        return max(day for day in (*days, self.dropped_on) if day)

    @property
    def to_tell(self) -> int | None:
        """Who knows of it and has not heard yet that it is off, since the other side declined; None: nobody."""
        if self.stage is not IntroductionStage.DECLINED or self.checked_on:
            return None
        knows = (person for person, said, _ in self.sides if said in (Consent.ASKED, Consent.AGREED))
        return next(knows, None)

    def other(self, contact_id: int) -> int:
        """The one on the other side."""
        return self.second_id if contact_id == self.first_id else self.first_id


def _asking(first: Consent, second: Consent) -> IntroductionStage:
    said = {first, second}
    if Consent.DECLINED in said:
        return IntroductionStage.DECLINED
    if said == {Consent.AGREED}:
        return IntroductionStage.BOTH_AGREED
    if Consent.AGREED in said:
        return IntroductionStage.FIRST_AGREED
    return IntroductionStage.FIRST_ASKED if Consent.ASKED in said else IntroductionStage.TO_ASK


class FavourDirection(StrEnum):
    """Which way a favour went: I gave it, I asked for it, or it came unasked."""

    GIVEN = "given"
    ASKED = "asked"
    RECEIVED = "received"


class FavourKind(StrEnum):
    """What a favour consisted of."""

    ADVICE = "advice"
    HELP = "help"
    LEAD = "lead"
    REFERRAL = "referral"
    INTRODUCTION = "introduction"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Favour:
    """One thing given, asked for, or received; never money."""

    contact_id: int
    direction: FavourDirection
    kind: FavourKind
    happened_on: date
    text: str = ""
    granted_on: date | None = None
    """For one that I asked for: the day on which it was done for me."""
    lead_id: int | None = None
    referral_id: int | None = None
    introduction_id: int | None = None
    id: int = 0

    @property
    def came(self) -> date | None:
        """The day on which it did me good; None for what I gave, and for what I asked for and have not got."""
        return self.happened_on if self.direction is FavourDirection.RECEIVED else self.granted_on


class Occasion(StrEnum):
    """What a thank-you is for: that something was received, or that it succeeded."""

    RECEIVED = "received"
    SUCCEEDED = "succeeded"


@dataclass(frozen=True, slots=True)
class ThankYou:
    """A debt of gratitude: opened when something is received and again when it succeeds, closed when it is paid."""

    contact_id: int
    occasion: Occasion
    text: str
    """What for: “Shane Savage”, “the advice on patents”."""
    kind: FavourKind
    opened_on: date
    paid_on: date | None = None
    let_go_on: date | None = None
    reason: str = ""
    """Why it was let go."""
    lead_id: int | None = None
    referral_id: int | None = None
    favour_id: int | None = None
    id: int = 0

    @property
    def open(self) -> bool:
        return self.paid_on is None and self.let_go_on is None


class Matter(StrEnum):
    """What can come up on a day's list.

    The first seven are next steps, which know their own day, and promises have one too; the others can be put off.
    """

    INVITE = "invite"
    CALL = "call"
    NOTE = "short note"
    ASK_AGAIN = "ask again"
    LET_GO = "no answer, let go"
    BOOKED = "booked"
    MET = "met, not thanked"
    PROMISE = "promise due"
    CALL_BACK = "call back"
    HEADS_UP = "referral to confirm"
    OUTCOME = "outcome to ask"
    TELL_SOURCE = "outcome to tell"
    THANK_YOU = "thank-you owed"
    INTRODUCTION = "introduction waiting"
    NEED = "need matched"
    LOSING_TOUCH = "losing touch"
    NOT_GIVEN = "partner not given to"


@dataclass(frozen=True, slots=True)
class PutOff:
    """Something that is not to come up before a day, or never again (until None)."""

    contact_id: int
    """The person it comes up with; for a need, the one who may meet it."""
    matter: Matter
    subject_id: int
    """The promise, interaction, referral, thank-you, introduction or need; 0 where it is the person alone."""
    until: date | None
    put_off_on: date
    reason: str = ""
    id: int = 0
