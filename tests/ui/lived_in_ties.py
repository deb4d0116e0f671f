"""Introductions, referrals and leads among the people of `lived_in`."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from cardkeeper.library import Library
from cardkeeper.model.relationships import (
    Consent,
    Favour,
    FavourDirection,
    FavourKind,
    Handing,
    Introduction,
    Lead,
    Outcome,
    Referral,
)
from tests.ui.lived_in import TODAY, before


def tie(library: Library, ids: dict[str, int]) -> dict[str, int]:
    """Add them; the ids of what is named in tests."""
    speer, rebecca, bobby = ids["Theodor Speer"], ids["Rebecca Baxter"], ids["Bobby Perry"]
    frida, jacob, elisabeth = ids["Frida Björklund"], ids["Jacob Calderon"], ids["Élisabeth Maréchal"]
    morgan, feline, chris, dakshesh = (
        ids[name] for name in ("Morgan Nelson", "Féline Willemsen", "Chris Riddle", "Dakshesh Batra")
    )
    asked, agreed = Consent.ASKED, Consent.AGREED
    keep = library.introductions.save
    made = {
        "asked": keep(Introduction(jacob, elisabeth, "A house for her team", before(1), asked, before(1))),
        "half": keep(
            Introduction(rebecca, bobby, "Lab space to convert", before(4), agreed, before(3))
        ),
        "agreed": keep(
            Introduction(feline, morgan, "Photos for a new site", before(8), agreed, before(6), agreed, before(2))
        ),
        "sent": keep(
            Introduction(
                speer, frida, "Pumps for Varberg", before(20), agreed, before(12), agreed, before(10), before(8)
            )
        ),
        "met": keep(
            Introduction(
                speer, rebecca, "A contract for a study", before(40), agreed, before(36), agreed, before(34),
                before(30), met_on=before(3),
            )
        ),
        "thanked": keep(
            Introduction(
                chris, morgan, "A rebrand", before(60), agreed, before(58), agreed, before(57), before(55),
                met_on=before(40), thanked_on=before(29),
            )
        ),
    }  # fmt: skip
    first = library.referrals.save(
        Referral(speer, None, frida, before(200), "pumps in the north", agreed, before(199), outcome=Outcome.SUCCEEDED,
                 outcome_on=before(150), result="became a client")
    )  # fmt: skip
    second = library.referrals.save(
        Referral(frida, None, jacob, before(120), "two sites", agreed, before(118), parent_id=first)
    )
    cold = library.referrals.save(Referral(frida, None, dakshesh, before(9), "a website", parent_id=first))
    nothing = library.referrals.save(
        Referral(jacob, None, chris, before(80), "engineers", agreed, before(79), outcome=Outcome.NOTHING,
                 outcome_on=before(60), parent_id=second)
    )  # fmt: skip
    given = library.referrals.save(Referral(None, rebecca, bobby, before(2), "an architect who knows labs"))
    lead = library.leads.save(Lead(Handing.RECEIVED, speer, "Clinic in Calau", before(14), "Calau", "needs pumps"))
    for on in (3, 40, 75, 100, 160, 161, 250):
        library.favours.save(Favour(speer, FavourDirection.GIVEN, FavourKind.ADVICE, before(on), "on patents"))
    library.favours.save(Favour(speer, FavourDirection.ASKED, FavourKind.HELP, before(50), "a visit to the works"))
    return made | {
        "first": first, "second": second, "cold": cold, "nothing": nothing, "given": given, "lead": lead,
    }  # fmt: skip


def a_week_on(library: Library, introduction_id: int) -> None:
    """Put the mail to both a week back."""
    item = library.introductions.get(introduction_id)
    library.introductions.save(replace(item, sent_on=TODAY - timedelta(days=8)))
