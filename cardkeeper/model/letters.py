"""Letters: what is written to people, in which form, tone and language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cardkeeper.model.people import FollowUp, FollowUpKind, Stage, Tone


class Form(StrEnum):
    """What a letter is for."""

    COFFEE = "coffee"
    CALL = "call"
    VIDEO = "video"
    WALK = "walk"
    LUNCH = "lunch"
    NEXT_EVENT = "next_event"
    NOTE = "note"
    ASK_AGAIN = "ask_again"
    ASK_ONCE_MORE = "ask_once_more"
    BOOKED = "booked"
    THANKS = "thanks"
    INTRODUCTION_ASK = "introduction_ask"
    """To one of two people: may I introduce you?"""
    INTRODUCTION = "introduction"
    """To both."""
    HEADS_UP = "heads_up"
    """To a person whose details somebody else wants: may I pass them on?"""
    HAND_ON = "hand_on"
    """To the receiver of a referral: the details, once the prospect agreed."""
    CONFIRM = "confirm"
    """To the source of a referral: does the prospect expect my call?"""
    OUTCOME = "outcome"
    """To the source of a referral: what came of it."""
    NEED = "need"
    """To somebody who may be able to help another person."""
    THANKS_REFERRAL = "thanks_referral"
    """To the source of a referral, also where nothing has come of it yet."""
    THANKS_INTRODUCTION = "thanks_introduction"
    THANKS_LEAD = "thanks_lead"
    THANKS_FAVOUR = "thanks_favour"
    THANKS_SUCCESS = "thanks_success"
    """To the source once more, when it succeeded."""
    PROMISE = "promise"
    """To somebody with what was promised to them."""
    CHECK_IN = "check_in"
    """To somebody with whom one is losing touch."""
    CALLED_OFF = "called_off"
    """To the other side of an introduction that one side declined, without saying so."""
    DID_YOU_TALK = "did_you_talk"
    """To one of two people who were introduced: have you talked?"""
    THANKS_BOTH = "thanks_both"
    """To both, once they talked."""
    WHAT_CAME = "what_came"
    """To the receiver of a referral: what came of it?"""
    ANSWER = "answer"
    """To somebody who wrote."""

    @property
    def is_first(self) -> bool:
        """Whether it may be the first that a person reads from one, which is when selling ends the talk."""
        return self in _FIRST

    @property
    def goes_to_both(self) -> bool:
        """Whether both sides of an introduction read it."""
        return self in (Form.INTRODUCTION, Form.THANKS_BOTH)


_FIRST = frozenset(
    (Form.COFFEE, Form.CALL, Form.VIDEO, Form.WALK, Form.LUNCH, Form.NEXT_EVENT, Form.NOTE, Form.INTRODUCTION_ASK)
)


class Language(StrEnum):
    """The languages that letters are written in, by their ISO 639-1 codes."""

    ENGLISH = "en"
    GERMAN = "de"
    FRENCH = "fr"
    SPANISH = "es"


@dataclass(frozen=True, slots=True)
class Template:
    """A letter with places to fill, as shipped or as a person changed it."""

    form: Form
    tone: Tone
    language: Language
    subject: str
    body: str
    id: int = 0
    """0 for one that is shipped, or not stored yet."""


@dataclass(frozen=True, slots=True)
class UnsentLetter:
    """What was written to a person by hand and has not been sent."""

    contact_id: int
    form: Form
    tone: Tone
    language: Language
    subject: str
    body: str
    written_on: date
    id: int = 0


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who a letter goes to."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail that the person sends from their own mail program."""

    to: tuple[Recipient, ...]
    subject: str
    body: str


def form_of(step: FollowUp) -> Form:
    """The letter that a next step asks for as it stands: who was asked twice is asked in the gentlest words."""
    if step.stage is Stage.INVITED:
        return Form.ASK_ONCE_MORE if step.asked > 1 else Form.ASK_AGAIN
    if step.stage is Stage.BOOKED:
        return Form.BOOKED
    if step.stage in (Stage.MET, Stage.TALKED):
        return Form.THANKS
    return first_form(step.kind)


def first_form(kind: FollowUpKind) -> Form:
    """The letter that begins a kind of next step."""
    return {
        FollowUpKind.COFFEE: Form.COFFEE,
        FollowUpKind.CALL: Form.CALL,
        FollowUpKind.VIDEO: Form.VIDEO,
        FollowUpKind.WALK: Form.WALK,
        FollowUpKind.LUNCH: Form.LUNCH,
        FollowUpKind.NEXT_EVENT: Form.NEXT_EVENT,
    }.get(kind, Form.NOTE)
