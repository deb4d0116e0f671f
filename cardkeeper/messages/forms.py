"""Which letter goes with what happened."""

from __future__ import annotations

from cardkeeper.model.letters import Form
from cardkeeper.model.relationships import FavourKind, Occasion, ThankYou


def form_of_thanks(thank_you: ThankYou) -> Form:
    """The letter that pays a thank-you, by what was received and whether it succeeded."""
    if thank_you.occasion is Occasion.SUCCEEDED:
        return Form.THANKS_SUCCESS
    return {
        FavourKind.REFERRAL: Form.THANKS_REFERRAL,
        FavourKind.INTRODUCTION: Form.THANKS_INTRODUCTION,
        FavourKind.LEAD: Form.THANKS_LEAD,
    }.get(thank_you.kind, Form.THANKS_FAVOUR)
