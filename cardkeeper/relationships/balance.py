"""What was given and what was asked, with one person and overall: facts for a gentle word, never a score."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from cardkeeper.model.relationships import (
    Favour,
    FavourDirection,
    FavourKind,
    Handing,
    Introduction,
    Lead,
    Referral,
)
from cardkeeper.translation import tr, trn

AIM: Final = 10
"""How often one gives before one asks, unless a setting says otherwise."""


@dataclass(frozen=True, slots=True)
class Balance:
    """How many favours were given, asked for, and came unasked."""

    given: int = 0
    asked: int = 0
    received: int = 0

    @property
    def words(self) -> str:
        """“You gave 3, asked 1”."""
        return tr("You gave {given}, asked {asked}", given=self.given, asked=self.asked)

    def before_asking(self, aim: int = AIM) -> str:
        """A gentle word before one more ask; empty where enough was given for it."""
        if self.given >= aim * (self.asked + 1):
            return ""
        given = trn("You gave {count} time", "You gave {count} times", self.given)
        asked = trn("asked {count} time", "asked {count} times", self.asked)
        return tr(
            "{given} and {asked}. You aim for {aim} given before each ask: is there something you can do first?",
            given=given,
            asked=asked,
            aim=aim,
        )


def balance_of(favours: Iterable[Favour]) -> Balance:
    """The balance of these favours: those of one person, or of everybody."""
    counts = dict.fromkeys(FavourDirection, 0)
    for favour in favours:
        counts[favour.direction] += 1
    return Balance(counts[FavourDirection.GIVEN], counts[FavourDirection.ASKED], counts[FavourDirection.RECEIVED])


def of_lead(lead: Lead) -> Favour | None:
    """What a lead is in the ledger: given to its receiver. What was received stands there as it is, not as asked."""
    direction = FavourDirection.GIVEN if lead.direction is Handing.GIVEN else FavourDirection.RECEIVED
    return Favour(lead.contact_id, direction, FavourKind.LEAD, lead.happened_on, lead.business, lead_id=lead.id)


def of_referral(referral: Referral, prospect: str) -> Favour | None:
    """What a referral is in the ledger; nothing as long as one that I give was not handed on."""
    partner = referral.partner_id
    if partner is None:
        return None
    kind = FavourKind.INTRODUCTION if referral.introduced else FavourKind.REFERRAL
    if referral.direction is Handing.RECEIVED:
        return Favour(partner, FavourDirection.RECEIVED, kind, referral.happened_on, prospect, referral_id=referral.id)
    if referral.handed_on is None:
        return None
    return Favour(partner, FavourDirection.GIVEN, kind, referral.handed_on, prospect, referral_id=referral.id)


def of_introduction(introduction: Introduction, first: str, second: str) -> tuple[Favour, ...]:
    """What an introduction is in the ledger once it is sent: given to both."""
    if introduction.sent_on is None:
        return ()
    kind, on = FavourKind.INTRODUCTION, introduction.sent_on
    return tuple(
        Favour(person, FavourDirection.GIVEN, kind, on, other, introduction_id=introduction.id)
        for person, other in ((introduction.first_id, second), (introduction.second_id, first))
    )
