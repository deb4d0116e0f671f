"""What was given, asked, promised and introduced, as entries of what happened with a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from cardkeeper.days import plain_day
from cardkeeper.model.overview import PersonRow
from cardkeeper.model.people import Interaction
from cardkeeper.model.relationships import (
    Favour,
    FavourDirection,
    Introduction,
    NeedState,
    Outcome,
    PromiseState,
    Referral,
)
from cardkeeper.relationships.loop_lines import name_of
from cardkeeper.relationships.person import Between
from cardkeeper.relationships.referrals import outcome_words
from cardkeeper.translation import tr


@dataclass(frozen=True, slots=True)
class Happened:
    """One entry of what happened."""

    on: date | None
    icon: str
    title: str
    text: str
    interaction: Interaction | None = None
    """What the log holds; None for what is changed elsewhere."""
    favour: bool = False
    """Whether it was something given, asked for or received."""


def ledger_lines(contact_id: int, between: Between, people: Mapping[int, PersonRow], today: date) -> Iterator[Happened]:
    """Referrals, introductions, favours of other kinds, kept promises and needs that were met."""
    for referral in between.referrals:
        yield from _referral_lines(contact_id, referral, between, people, today)
    for introduction in between.introductions:
        yield from _introduction_lines(contact_id, introduction, people)
    for favour in between.favours:
        if favour.referral_id is None and favour.introduction_id is None:
            yield _favour_line(favour)
    for promise in between.promises:
        if promise.state is PromiseState.KEPT:
            yield Happened(promise.closed_on, "clipboard-check-outline", tr("You kept a promise"), promise.text)
    for need in between.needs:
        if need.state is NeedState.CLOSED:
            yield Happened(need.closed_on, "account-search-outline", tr("They found what they needed"), need.text)


def _referral_lines(
    contact_id: int, referral: Referral, between: Between, people: Mapping[int, PersonRow], today: date
) -> Iterator[Happened]:
    prospect = name_of(people[referral.prospect_id])
    partner = name_of(people[referral.partner_id or 0])
    if contact_id == referral.prospect_id:
        words = tr("{name} referred them to you", name=partner)
        title = words if referral.source_id else tr("You referred them to {name}", name=partner)
    elif referral.source_id:
        title = tr("They referred {name} to you", name=prospect)
    else:
        title = tr("You refer {name} to them", name=prospect)
    thanked = next((owed.paid_on for owed in between.thanks if owed.referral_id == referral.id and owed.paid_on), None)
    parts = [referral.about.strip().rstrip(".") + "." if referral.about.strip() else ""]
    if thanked:
        parts.append(tr("Thanked on {day}.", day=plain_day(thanked, today)))
    text = " ".join(part for part in parts if part)
    yield Happened(referral.happened_on, "account-arrow-right-outline", title, text, favour=True)
    if referral.outcome is not Outcome.OPEN and contact_id != referral.prospect_id:
        ended = tr("The referral of {name} succeeded", name=prospect)
        if referral.outcome is Outcome.NOTHING:
            ended = tr("The referral of {name} came to nothing", name=prospect)
        yield Happened(referral.outcome_on, "source-branch", ended, referral.result, favour=True)
    elif referral.outcome is not Outcome.OPEN:
        yield Happened(
            referral.outcome_on, "source-branch", tr("What came of it"), outcome_words(referral, today), favour=True
        )


def _introduction_lines(
    contact_id: int, introduction: Introduction, people: Mapping[int, PersonRow]
) -> Iterator[Happened]:
    other = name_of(people[introduction.other(contact_id)])
    icon = "handshake-outline"
    if introduction.sent_on:
        title = tr("You introduced them to {name}", name=other)
        yield Happened(introduction.sent_on, icon, title, introduction.why, favour=True)
    if introduction.met_on:
        yield Happened(introduction.met_on, icon, tr("They talked with {name}", name=other), "", favour=True)


def _favour_line(favour: Favour) -> Happened:
    title = {
        FavourDirection.GIVEN: tr("You gave: {what}", what=favour.text),
        FavourDirection.ASKED: tr("You asked for: {what}", what=favour.text),
        FavourDirection.RECEIVED: tr("They gave: {what}", what=favour.text),
    }[favour.direction]
    got = tr("They did it.") if favour.direction is FavourDirection.ASKED and favour.granted_on else ""
    return Happened(favour.happened_on, "hand-heart-outline", title, got, favour=True)
