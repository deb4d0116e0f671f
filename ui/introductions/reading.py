"""What the page reads from the library at once: who is who, and how each introduction stands in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from cardkeeper.days import ago, span
from cardkeeper.first_names import first_name
from cardkeeper.library import Library
from cardkeeper.model.overview import PersonRow
from cardkeeper.model.relationships import (
    Consent,
    Introduction,
    IntroductionStage,
    Lead,
    LeadState,
    Referral,
    ThankYou,
)
from cardkeeper.relationships import introductions
from cardkeeper.relationships.referrals import outcome_words
from cardkeeper.translation import tr
from ui.wording import Said, Tone, day

COLUMNS: Final = (
    IntroductionStage.FIRST_ASKED,
    IntroductionStage.FIRST_AGREED,
    IntroductionStage.BOTH_AGREED,
    IntroductionStage.SENT,
    IntroductionStage.MET,
    IntroductionStage.THANKED,
)
"""The columns of the board; what nobody was asked for yet stands in the first."""

CONSENT_ICONS: Final = {
    Consent.NOT_ASKED: "circle-outline",
    Consent.ASKED: "clock-outline",
    Consent.AGREED: "check-circle",
    Consent.DECLINED: "close-circle-outline",
}


@dataclass(frozen=True, slots=True)
class Known:
    """All that the page shows, as the library knows it now."""

    people: Mapping[int, PersonRow]
    introductions: tuple[Introduction, ...]
    referrals: tuple[Referral, ...]
    leads: tuple[Lead, ...]
    owed: tuple[ThankYou, ...]

    def name(self, contact_id: int | None) -> str:
        """Somebody's name; me where nobody is named."""
        if contact_id is None:
            return tr("You")
        row = self.people.get(contact_id)
        return (row.name or row.company) if row else tr("Somebody removed")


def read(library: Library) -> Known:
    every, referrals, leads = library.introductions.all(), library.referrals.all(), library.leads.all()
    named = {person for item in every for person in (item.first_id, item.second_id)}
    named |= {who for item in referrals for who in (item.source_id, item.receiver_id, item.prospect_id) if who}
    named |= {item.contact_id for item in leads}
    people = {row.id: row for row in library.people.rows_of(sorted(named))}
    return Known(people, every, referrals, leads, library.thanks.open())


def column_of(introduction: Introduction) -> IntroductionStage | None:
    """The column that an introduction stands in; none for one that was declined or dropped."""
    if introduction.stage is IntroductionStage.TO_ASK:
        return IntroductionStage.FIRST_ASKED
    return introduction.stage if introduction.stage in COLUMNS else None


def column_words(stage: IntroductionStage) -> str:
    return {
        IntroductionStage.FIRST_ASKED: tr("First asked"),
        IntroductionStage.FIRST_AGREED: tr("First agreed"),
        IntroductionStage.BOTH_AGREED: tr("Both agreed"),
        IntroductionStage.SENT: tr("Sent to both"),
        IntroductionStage.MET: tr("They met"),
        IntroductionStage.THANKED: tr("Thanked"),
        IntroductionStage.TO_ASK: tr("Nobody asked yet"),
        IntroductionStage.DECLINED: tr("Declined"),
        IntroductionStage.DROPPED: tr("Dropped"),
    }[stage]


def state_words(introduction: Introduction, known: Known, today: date) -> tuple[Said, str]:
    """How an introduction stands, with its icon: “Asked 1 day ago”, “Ask Bobby next”."""
    if introduction.stage in (IntroductionStage.FIRST_ASKED, IntroductionStage.FIRST_AGREED):
        return _asking_words(introduction, known, today)
    due = introductions.due(introduction)
    if introduction.stage is IntroductionStage.SENT and due is not None and due > today:
        return Said(tr("Sent {ago}", ago=ago(introduction.moved_on, today)), Tone.QUIET), "clock-outline"
    mine = {
        IntroductionStage.TO_ASK: tr("Nobody asked yet"),
        IntroductionStage.BOTH_AGREED: tr("Write to both"),
        IntroductionStage.SENT: tr("Did they talk?"),
        IntroductionStage.MET: tr("Not thanked yet"),
    }
    if introduction.stage in mine:
        return Said(mine[introduction.stage], Tone.WARN), "alert"
    return _over_words(introduction, today)


def _over_words(introduction: Introduction, today: date) -> tuple[Said, str]:
    if introduction.stage is IntroductionStage.THANKED:
        return Said(tr("Closed {day}", day=day(introduction.moved_on, today)), Tone.QUIET), "check"
    if introduction.stage is IntroductionStage.DECLINED:
        return Said(tr("Declined {ago}", ago=ago(introduction.moved_on, today)), Tone.QUIET), "close-circle-outline"
    return Said(tr("Dropped: {reason}", reason=introduction.reason), Tone.QUIET), "close-circle-outline"


def _asking_words(introduction: Introduction, known: Known, today: date) -> tuple[Said, str]:
    asked = introductions.to_turn_to(introduction)
    consent = introductions.consent_of(introduction, asked) if asked else Consent.AGREED
    if asked and consent is Consent.NOT_ASKED:
        first = first_name(known.name(asked))
        return Said(tr("Ask {name} next", name=first), Tone.WARN), "alert"
    days = (today - introduction.moved_on).days
    if days >= introductions.ANSWER_AFTER.days:
        return Said(tr("No answer, {days}", days=span(days)), Tone.WARN), "alert"
    return Said(tr("Asked {ago}", ago=ago(introduction.moved_on, today)), Tone.QUIET), "clock-outline"


def referral_words(referral: Referral, today: date) -> Said:
    """What came of a referral; a cold one stands out."""
    return Said(outcome_words(referral, today), Tone.WARN if referral.cold and referral.open else Tone.PLAIN)


def lead_words(lead: Lead) -> str:
    return {
        LeadState.OPEN: tr("No person yet"),
        LeadState.REFERRAL: tr("Became a referral"),
        LeadState.CLOSED: tr("Closed"),
    }[lead.state]
