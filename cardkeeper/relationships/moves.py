"""What can be noted about a line of the day's list other than a next step: the usual thing first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cardkeeper.model.relationships import (
    Consent,
    Handing,
    Introduction,
    IntroductionStage,
    Matter,
    Referral,
)
from cardkeeper.relationships.introductions import consent_of
from cardkeeper.relationships.items import Item
from cardkeeper.translation import tr


class MoveName(StrEnum):
    """What happened."""

    KEPT = "kept"
    CALLED_BACK = "called back"
    ASKED = "asked"
    AGREED = "agreed"
    DECLINED = "declined"
    HANDED_ON = "handed on"
    SUCCEEDED = "succeeded"
    NOTHING = "came to nothing"
    TOLD = "told"
    THANKED = "thanked"
    SENT = "sent"
    ASKED_WHETHER = "asked whether they talked"
    TALKED = "talked"
    CLOSED = "need met"
    CHECKED_IN = "checked in"
    GAVE = "gave"


@dataclass(frozen=True, slots=True)
class Move:
    """One of them, in the words of a button."""

    name: MoveName
    words: str
    asks: str = ""
    """What to ask before, to be answered in words: “What came of it?”; empty: nothing."""


def moves_of(item: Item) -> tuple[Move, ...]:
    """What can be noted about a line, the usual first; empty for a next step, whose moves `followups` knows."""
    if isinstance(item.subject, Referral) and item.matter is not Matter.TELL_SOURCE:
        return _referral_moves(item.subject)
    if isinstance(item.subject, Introduction):
        return _introduction_moves(item.subject, item.person.id)
    only = {
        Matter.PROMISE: Move(MoveName.KEPT, tr("Done")),
        Matter.CALL_BACK: Move(MoveName.CALLED_BACK, tr("Done")),
        Matter.TELL_SOURCE: Move(MoveName.TOLD, tr("Told")),
        Matter.THANK_YOU: Move(MoveName.THANKED, tr("Thanked")),
        Matter.NEED: Move(MoveName.CLOSED, tr("Need is met")),
        Matter.LOSING_TOUCH: Move(MoveName.CHECKED_IN, tr("Checked in"), tr("What did you talk about?")),
        Matter.NOT_GIVEN: Move(MoveName.GAVE, tr("Gave something"), tr("What did you give?")),
    }.get(item.matter)
    return (only,) if only else ()


def _referral_moves(referral: Referral) -> tuple[Move, ...]:
    given = referral.direction is Handing.GIVEN
    outcome = (
        Move(MoveName.SUCCEEDED, tr("It succeeded"), tr("What came of it?")),
        Move(MoveName.NOTHING, tr("Came to nothing"), tr("Why did it come to nothing?")),
    )
    declined = Move(MoveName.DECLINED, tr("They would rather not"))
    agreed = Move(MoveName.AGREED, tr("They agree") if given else tr("They expect the call"))
    match referral.heads_up:
        case Consent.NOT_ASKED:
            return (Move(MoveName.ASKED, tr("Asked")), agreed, declined, *outcome)
        case Consent.ASKED:
            return (agreed, Move(MoveName.ASKED, tr("Asked again")), declined, *outcome)
        case Consent.AGREED if given and referral.handed_on is None:
            return (Move(MoveName.HANDED_ON, tr("Handed on")), *outcome)
        case _:
            return outcome


def _introduction_moves(introduction: Introduction, contact_id: int) -> tuple[Move, ...]:
    match introduction.stage:
        case IntroductionStage.BOTH_AGREED:
            return (Move(MoveName.SENT, tr("Sent to both")),)
        case IntroductionStage.SENT:
            return (Move(MoveName.TALKED, tr("They talked")), Move(MoveName.ASKED_WHETHER, tr("Asked them")))
        case IntroductionStage.MET:
            return (Move(MoveName.THANKED, tr("Thanked")),)
        case IntroductionStage.TO_ASK | IntroductionStage.FIRST_ASKED | IntroductionStage.FIRST_AGREED:
            asked = consent_of(introduction, contact_id) is Consent.ASKED
            agrees = Move(MoveName.AGREED, tr("They agree"))
            ask = Move(MoveName.ASKED, tr("Asked again") if asked else tr("Asked"))
            first = (agrees, ask) if asked else (ask, agrees)
            return (*first, Move(MoveName.DECLINED, tr("They would rather not")))
        case IntroductionStage.DECLINED if introduction.to_tell == contact_id:
            return (Move(MoveName.TOLD, tr("Told")),)
        case _:
            return ()
