"""Open loops on the day's list: promises, calls back, referrals, thanks, introductions, needs, and people fading away.

Each function makes the line of one of them, or None on a day on which nothing is to be done about it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from cardkeeper.days import ago, ahead, full_day, plain_day
from cardkeeper.model.overview import NeedMatch, Partner, PersonRow, Where
from cardkeeper.model.people import Channel, Interaction
from cardkeeper.model.relationships import (
    Consent,
    FavourKind,
    Handing,
    Introduction,
    IntroductionStage,
    Matter,
    Need,
    Occasion,
    Outcome,
    Promise,
    Referral,
    ThankYou,
)
from cardkeeper.relationships import introductions, referrals
from cardkeeper.relationships.cadence import Fading
from cardkeeper.relationships.items import Item
from cardkeeper.translation import tr, trn

People = Mapping[int, PersonRow]

_SOON = timedelta(days=1)
"""A promise comes up a day before it is due."""


def name_of(person: PersonRow) -> str:
    """How a line calls somebody: by name, else by what is known."""
    return person.name or person.company or person.email


def promise_line(promise: Promise, people: People, today: date, *, always: bool = False) -> Item | None:
    """A promise that is due; one without a day comes up a week after it was made. `always`: before that, too."""
    due = promise.due or promise.made_on + timedelta(days=7)
    if due > today + _SOON and not always:
        return None
    person = people[promise.contact_id]
    made = tr("You promised it {when}.", when=_when(promise.made_on, today))
    if promise.due and due > today:
        made = tr("Due {day}.", day=ahead(due, today)) + " " + made
    late = (today - due).days if promise.due and due < today else 0
    return Item(Matter.PROMISE, person, _promise_title(promise.text, name_of(person)), made, promise, due, late)


def call_back_line(entry: Interaction, people: People, today: date) -> Item:
    """Somebody reached out and waits."""
    person = people[entry.contact_id]
    name, when = name_of(person), ago(entry.on, today)
    called = entry.channel is Channel.CALL
    title = tr("Call {name} back", name=name) if called else tr("Answer {name}", name=name)
    why = tr("They called {ago}.", ago=when) if called else tr("They wrote {ago}.", ago=when)
    return Item(Matter.CALL_BACK, person, title, f"{why} {_sentence(entry.text)}".strip(), entry, entry.on)


def referral_line(referral: Referral, people: People, today: date, *, always: bool = False) -> Item | None:
    """A referral in which the next move is mine. `always`: also while one waits for an answer, or an outcome."""
    due = referrals.due(referral)
    if due is None or (due > today and not always):
        return None
    partner, prospect = people[referral.partner_id or 0], people[referral.prospect_id]
    if referral.outcome is not Outcome.OPEN:
        title = tr("Tell {name} what came of {prospect}", name=name_of(partner), prospect=name_of(prospect))
        why = tr("The referral {outcome}. They have not heard it from you.", outcome=_outcome(referral, today))
        return Item(Matter.TELL_SOURCE, partner, title, why, referral, due, other_id=prospect.id)
    if referral.direction is Handing.RECEIVED:
        return _received_line(referral, partner, prospect, due, today)
    return _given_line(referral, partner, prospect, due, today)


def thank_you_line(thank_you: ThankYou, people: People, today: date) -> Item:
    """A thank-you that is owed."""
    person = people[thank_you.contact_id]
    again = thank_you.occasion is Occasion.SUCCEEDED
    name = name_of(person)
    title = tr("Thank {name} again", name=name) if again else tr("Thank {name}", name=name)
    when = ago(thank_you.opened_on, today)
    if again:
        why = tr("The referral of {what} succeeded {ago}.", what=thank_you.text, ago=when)
    else:
        why = tr("{what_for}, {ago}.", what_for=what_for(thank_you), ago=when)
    return Item(Matter.THANK_YOU, person, title, why, thank_you, thank_you.opened_on)


def what_for(thank_you: ThankYou) -> str:
    """“For referring Shane Savage”."""
    what = thank_you.text.strip().rstrip(".")
    match thank_you.kind:
        case FavourKind.REFERRAL:
            return tr("For referring {what}", what=what)
        case FavourKind.INTRODUCTION:
            return tr("For introducing {what}", what=what)
        case FavourKind.LEAD:
            return tr("For the lead {what}", what=what)
        case FavourKind.ADVICE:
            return tr("For the advice: {what}", what=what) if what else tr("For the advice")
        case FavourKind.HELP:
            return tr("For the help: {what}", what=what) if what else tr("For the help")
        case FavourKind.OTHER:
            return tr("For a favour: {what}", what=what) if what else tr("For a favour")


def introduction_line(introduction: Introduction, people: People, today: date, *, always: bool = False) -> Item | None:
    """An introduction in which the next move is mine. `always`: also while one waits for an answer."""
    due = introductions.due(introduction)
    if due is None or (due > today and not always):
        return None
    first, second = people[introduction.first_id], people[introduction.second_id]
    both = {"first": name_of(first), "second": name_of(second)}
    match introduction.stage:
        case IntroductionStage.BOTH_AGREED:
            title = tr("Introduce {first} and {second}", **both)
            why = tr("Both have agreed. {why}", why=_sentence(introduction.why))
        case IntroductionStage.SENT:
            title = tr("Ask whether {first} and {second} talked", **both)
            last = introduction.checked_on or introduction.sent_on or introduction.begun_on
            why = (
                tr("You asked {ago}.", ago=ago(last, today))
                if introduction.checked_on
                else tr("You introduced them {ago}.", ago=ago(last, today))
            )
        case IntroductionStage.MET:
            title = tr("Thank {first} and {second}", **both)
            why = tr("They talked. You have not thanked them for their time.")
        case IntroductionStage.DECLINED:
            return _called_off_line(introduction, people, due, today)
        case _:
            return _asking_line(introduction, people, due, today)
    return Item(Matter.INTRODUCTION, first, title, why, introduction, due, other_id=second.id)


def need_line(need: Need, matches: tuple[NeedMatch, ...], people: People) -> Item | None:
    """A need that somebody known may meet; None as long as nobody is known for it."""
    if not matches:
        return None
    person, best = people[need.contact_id], matches[0]
    title = tr("{name} needs {what}", name=name_of(person), what=need.text.strip().rstrip("."))
    why = match_words(best, people[best.contact_id])
    if len(matches) > 1:
        others = len(matches) - 1
        why += " " + trn("{count} more may fit.", "{count} more may fit.", others)
    return Item(Matter.NEED, person, title, why, need, need.since, other_id=best.contact_id, matches=matches)


def match_words(match: NeedMatch, person: PersonRow) -> str:
    """Why somebody may meet a need: “Rebekah Valencia offers: structural surveys.”"""
    name, text = name_of(person), match.text.strip().rstrip(".")
    match match.where:
        case Where.OFFER:
            return tr("{name} offers: {text}.", name=name, text=text)
        case Where.DOOR:
            return tr("{name} can open a door: {text}.", name=name, text=text)
        case Where.TITLE:
            return tr("{name} works as {text}.", name=name, text=text)
        case Where.COMPANY:
            return tr("{name} works at {text}.", name=name, text=text)
        case Where.TAG:
            return tr("{name} is tagged “{text}”.", name=name, text=text)
        case Where.NOTE | Where.FACT:
            return tr("You noted of {name}: {text}.", name=name, text=text)


def fading_line(fading: Fading, people: People, today: date) -> Item:
    """Somebody with whom one is losing touch."""
    person = people[fading.standing.contact_id]
    title = tr("Check in with {name}", name=name_of(person))
    return Item(Matter.LOSING_TOUCH, person, title, fading.why(today), fading, fading.due)


def partner_line(partner: Partner, needs: tuple[Need, ...], people: People, today: date) -> Item:
    """Somebody who has given to me, and to whom I have not given for a while."""
    person = people[partner.contact_id]
    got = trn(
        "They did you {count} favour, {ago}.",
        "They did you {count} favours, the last {ago}.",
        partner.received,
        ago=ago(partner.last_received, today),
    )
    gave = (
        tr("You last gave to them {ago}.", ago=ago(partner.last_given, today))
        if partner.last_given
        else tr("You have not given to them yet.")
    )
    why = f"{got} {gave}"
    if needs:
        why += " " + tr("They need {what}.", what=needs[0].text.strip().rstrip("."))
    title = tr("Find something for {name}", name=name_of(person))
    return Item(Matter.NOT_GIVEN, person, title, why, partner, partner.last_given or partner.last_received)


def _received_line(referral: Referral, source: PersonRow, prospect: PersonRow, due: date, today: date) -> Item:
    names = {"name": name_of(source), "prospect": name_of(prospect)}
    if referral.heads_up is Consent.AGREED:
        title = tr("Note what came of {prospect}", **names)
        why = tr("{name} referred them {ago}. Nobody noted the outcome.", ago=ago(referral.happened_on, today), **names)
        return Item(Matter.OUTCOME, source, title, why, referral, due, other_id=prospect.id)
    title = tr("Ask {name} before you call {prospect}", **names)
    if referral.heads_up is Consent.ASKED and referral.heads_up_on:
        asked = tr("You asked {ago}.", ago=ago(referral.heads_up_on, today))
    else:
        asked = tr("You got the name {ago}.", ago=ago(referral.happened_on, today))
    why = asked + " " + tr("Not confirmed that they expect the call.")
    return Item(Matter.HEADS_UP, source, title, why, referral, due, other_id=prospect.id)


def _given_line(referral: Referral, receiver: PersonRow, prospect: PersonRow, due: date, today: date) -> Item:
    names = {"name": name_of(receiver), "prospect": name_of(prospect)}
    if referral.handed_on:
        title = tr("Ask {name} what came of {prospect}", **names)
        why = tr("You handed them on {ago}. Nobody said what came of it.", ago=ago(referral.handed_on, today))
        return Item(Matter.OUTCOME, receiver, title, why, referral, due, other_id=prospect.id)
    if referral.heads_up is Consent.AGREED:
        title = tr("Give {name} the details of {prospect}", **names)
        agreed = referral.heads_up_on or referral.happened_on
        why = tr("{prospect} agreed {ago}.", ago=ago(agreed, today), **names)
        return Item(Matter.HEADS_UP, receiver, title, why, referral, due, other_id=prospect.id)
    title = tr("Ask {prospect} before you name them to {name}", **names)
    if referral.heads_up is Consent.ASKED and referral.heads_up_on:
        why = tr("You asked {ago}. No answer yet.", ago=ago(referral.heads_up_on, today))
    else:
        knowing = referrals.would_they_know(prospect, today)
        why = " ".join(part for part in (tr("Not asked yet."), knowing.facts, knowing.warning) if part)
    return Item(Matter.HEADS_UP, prospect, title, why, referral, due, other_id=receiver.id)


def _asking_line(introduction: Introduction, people: People, due: date, today: date) -> Item | None:
    asked_id = introductions.to_turn_to(introduction)
    if asked_id is None:
        return None
    person, other = people[asked_id], people[introduction.other(asked_id)]
    names = {"name": name_of(person), "other": name_of(other)}
    consents = {contact_id: (consent, on) for contact_id, consent, on in introduction.sides}
    consent, on = consents[asked_id]
    _, agreed_on = consents[other.id]
    if consent is Consent.ASKED:
        title = tr("Ask {name} again about meeting {other}", **names)
        why = tr("You asked {ago}. No answer yet.", ago=ago(on or introduction.begun_on, today))
    elif introduction.stage is IntroductionStage.FIRST_AGREED:
        title = tr("Ask {name} about meeting {other}", **names)
        when = ago(agreed_on or introduction.begun_on, today)
        why = tr("{other} agreed {ago}. {name} has not been asked yet.", ago=when, **names)
    else:
        title = tr("Ask {name} about meeting {other}", **names)
        why = tr("Nobody has been asked yet. {why}", why=_sentence(introduction.why))
    return Item(Matter.INTRODUCTION, person, title, why, introduction, due, other_id=other.id)


def _called_off_line(introduction: Introduction, people: People, due: date, today: date) -> Item | None:
    """One side declined: the other is told, kindly and without the reason, while that still makes sense."""
    waiting = introduction.to_tell
    if waiting is None or today - due > introductions.TELL_WITHIN:
        return None
    person, other = people[waiting], people[introduction.other(waiting)]
    names = {"name": name_of(person), "other": name_of(other)}
    title = tr("Tell {name} that the introduction is off", **names)
    why = tr("{other} declined {ago}. {name} need not know who or why.", ago=ago(due, today), **names)
    return Item(Matter.INTRODUCTION, person, title, why, introduction, due, other_id=other.id)


def _promise_title(text: str, name: str) -> str:
    words = text.strip().rstrip(".")
    names = {part.casefold() for part in name.split()}
    named = any(word.strip(",.;:’'").casefold() in names for word in words.split())
    return words if named else tr("For {name}: {what}", name=name, what=words)


def _outcome(referral: Referral, today: date) -> str:
    return referrals.outcome_words(referral, today)


def _when(on: date, today: date) -> str:
    """Within a week by how long ago, further back by the day: promises are remembered by their day."""
    days = (today - on).days
    if 0 <= days < 2:
        return ago(on, today)
    day = full_day(on, today) if 0 <= days < 7 else plain_day(on, today)
    return tr("on {day}", day=day)


def _sentence(text: str) -> str:
    text = text.strip()
    return text if not text or text[-1] in ".!?…" else f"{text}."
