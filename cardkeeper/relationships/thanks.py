"""Thank-yous: what opens one by itself, so that whoever sent business is thanked, and again when it succeeds."""

from __future__ import annotations

from cardkeeper.model.relationships import (
    Favour,
    FavourKind,
    Handing,
    Lead,
    Occasion,
    Outcome,
    Referral,
    ThankYou,
)


def for_lead(lead: Lead) -> ThankYou | None:
    """What is owed for a lead; nothing for one that I gave."""
    if lead.direction is not Handing.RECEIVED:
        return None
    return ThankYou(
        lead.contact_id, Occasion.RECEIVED, lead.business, FavourKind.LEAD, lead.happened_on, lead_id=lead.id
    )


def for_referral(referral: Referral, prospect: str) -> tuple[ThankYou, ...]:
    """What is owed for a referral: once when it came, even if it comes to nothing, and once more when it succeeds."""
    if referral.source_id is None:
        return ()
    kind = FavourKind.INTRODUCTION if referral.introduced else FavourKind.REFERRAL
    received = ThankYou(
        referral.source_id, Occasion.RECEIVED, prospect, kind, referral.happened_on, referral_id=referral.id
    )
    if referral.outcome is not Outcome.SUCCEEDED:
        return (received,)
    on = referral.outcome_on or referral.happened_on
    return received, ThankYou(referral.source_id, Occasion.SUCCEEDED, prospect, kind, on, referral_id=referral.id)


def for_favour(favour: Favour) -> ThankYou | None:
    """What is owed for a favour that was received, asked for or not."""
    if favour.came is None:
        return None
    return ThankYou(favour.contact_id, Occasion.RECEIVED, favour.text, favour.kind, favour.came, favour_id=favour.id)
