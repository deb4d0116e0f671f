"""Referrals: never a cold call, never details handed out unasked, and the chain to the source with what came of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from cardkeeper.days import ago
from cardkeeper.errors import WrongInput
from cardkeeper.model.overview import PersonRow
from cardkeeper.model.relationships import Consent, Handing, Outcome, Referral
from cardkeeper.translation import tr, trn

ANSWER_AFTER: Final = timedelta(days=5)
"""So long an answer may take before one asks again."""

OUTCOME_AFTER: Final = timedelta(days=21)
"""So long after a referral was handed on one asks what came of it."""

THIN_DAYS: Final = 365
"""Somebody with whom one has not talked for so long may not remember."""


@dataclass(frozen=True, slots=True)
class Knowing:
    """Whether somebody would know who I am, from what is known: never a score, only facts and one word of warning."""

    thin: bool
    facts: str
    """“You met 3 times and last talked 9 days ago.”"""
    warning: str = ""
    """What to do before naming them to others; empty where the tie holds."""


@dataclass(frozen=True, slots=True)
class Node:
    """One referral in a tree, with those that it led to."""

    referral: Referral
    children: tuple[Node, ...] = ()


# What happens with one


def ask(referral: Referral, today: date) -> Referral:
    """The heads-up was asked for: of the source for one received, of the prospect for one that I give."""
    _demand_open(referral)
    if referral.heads_up is Consent.AGREED:
        raise WrongInput(tr("This was agreed already."))
    return replace(referral, heads_up=Consent.ASKED, heads_up_on=today)


def confirm(referral: Referral, today: date, *, agrees: bool = True) -> Referral:
    """The prospect expects the call, or agrees to be named; or does not, which ends the referral."""
    _demand_open(referral)
    return replace(referral, heads_up=Consent.AGREED if agrees else Consent.DECLINED, heads_up_on=today)


def hand_on(referral: Referral, today: date) -> Referral:
    """The receiver got the prospect's details. Raises WrongInput before the prospect was asked and agreed."""
    _demand_open(referral)
    if referral.direction is not Handing.GIVEN:
        raise WrongInput(tr("This referral was given to you; there is nobody to hand it on to."))
    if referral.heads_up is not Consent.AGREED:
        raise WrongInput(
            tr("Their details stay with you until they agree."), tr("Ask them first, and note what they said.")
        )
    return replace(referral, handed_on=today)


def conclude(referral: Referral, outcome: Outcome, result: str, today: date) -> Referral:
    """What came of it, in a word and in words; `Outcome.OPEN` takes that back."""
    on = None if outcome is Outcome.OPEN else today
    told = referral.told_on if on else None
    return replace(referral, outcome=outcome, outcome_on=on, result=result.strip(), told_on=told)


def told(referral: Referral, today: date) -> Referral:
    """The source was told what came of it. Raises WrongInput while that is open."""
    if referral.outcome is Outcome.OPEN:
        raise WrongInput(tr("Nobody noted yet what came of it."), tr("Note the outcome first."))
    return replace(referral, told_on=today)


def due(referral: Referral) -> date | None:
    """The day on which something is to be done about it; None: nothing is."""
    if referral.outcome is not Outcome.OPEN:
        untold = referral.direction is Handing.RECEIVED and referral.told_on is None
        return referral.outcome_on or referral.happened_on if untold else None
    match referral.heads_up:
        case Consent.NOT_ASKED:
            return referral.happened_on
        case Consent.ASKED:
            return (referral.heads_up_on or referral.happened_on) + ANSWER_AFTER
        case Consent.AGREED if referral.direction is Handing.GIVEN and referral.handed_on is None:
            return referral.heads_up_on or referral.happened_on
        case Consent.AGREED:
            return max(day for day in (referral.heads_up_on, referral.handed_on, referral.happened_on) if day) + (
                OUTCOME_AFTER
            )
        case Consent.DECLINED:
            return None


# Would they know you?


def would_they_know(person: PersonRow, today: date) -> Knowing:
    """Whether somebody would know who I am: how often we met, when we last talked, whether they ever called."""
    met = trn("You met once", "You met {count} times", person.met_times) if person.met_times else tr("You never met")
    last = person.last_talked
    talked = tr("last talked {ago}", ago=ago(last, today)) if last else tr("have not talked since")
    facts = tr("{met} and {talked}.", met=met, talked=talked)
    if person.they_called:
        facts += " " + trn("They called you once.", "They called you {count} times.", person.they_called)
    faded = last is None or (today - last).days > THIN_DAYS
    if person.they_called and not faded:
        return Knowing(thin=False, facts=facts)
    if person.met_times < 2 or faded:
        name = person.name or person.company
        return Knowing(
            thin=True, facts=facts, warning=tr("Call {name} first, so that nobody gets a cold call.", name=name)
        )
    return Knowing(thin=False, facts=facts)


# Where it came from, and what it led to


def chain(referral: Referral, referrals: Iterable[Referral]) -> tuple[Referral, ...]:
    """The referrals that led to this one, from the first on; it is the last. A circle is followed once."""
    by_id = {each.id: each for each in referrals}
    found = [referral]
    while (parent := by_id.get(found[0].parent_id or 0)) is not None and parent not in found:
        found.insert(0, parent)
    return tuple(found)


def tree_of(source_id: int, referrals: Iterable[Referral]) -> tuple[Node, ...]:
    """All that came from a source: their referrals, those that these led to, and so on; oldest first."""
    every = sorted(referrals, key=lambda each: (each.happened_on, each.id))
    children: defaultdict[int, list[Referral]] = defaultdict(list)
    for each in every:
        children[each.parent_id or 0].append(each)
    by_id = {each.id: each for each in every}
    roots = [each for each in every if each.source_id == source_id and each.parent_id not in by_id]
    under = [each for each in every if each.source_id == source_id and each.parent_id in by_id]
    seen: set[int] = set()
    grown = [_grow(root, children, seen) for root in roots]
    return tuple(grown + [_grow(each, children, seen) for each in under if each.id not in seen])


def everyone_in(nodes: Iterable[Node]) -> tuple[Referral, ...]:
    """All referrals of a tree, parents before those that they led to."""
    found: list[Referral] = []
    for node in nodes:
        found += [node.referral, *everyone_in(node.children)]
    return tuple(found)


def outcome_words(referral: Referral, today: date) -> str:
    """What came of it: “came to nothing”, “succeeded yesterday: became a client”, “nobody called yet”."""
    if referral.outcome is Outcome.OPEN:
        return _open_words(referral)
    on = ago(referral.outcome_on, today) if referral.outcome_on else ""
    words = tr("succeeded {when}", when=on) if referral.outcome is Outcome.SUCCEEDED else tr("came to nothing")
    return f"{words.strip()}: {referral.result}" if referral.result else words.strip()


def _open_words(referral: Referral) -> str:
    if referral.heads_up is Consent.DECLINED:
        return tr("declined")
    if referral.cold:
        return tr("cold: not confirmed that they expect the call")
    if referral.direction is Handing.RECEIVED:
        return tr("expects the call")
    return tr("handed on, outcome open") if referral.handed_on else tr("not handed on yet")


def _grow(referral: Referral, children: dict[int, list[Referral]], seen: set[int]) -> Node:
    seen.add(referral.id)
    below = [each for each in children.get(referral.id, ()) if each.id not in seen]
    return Node(referral, tuple(_grow(each, children, seen) for each in below))


def _demand_open(referral: Referral) -> None:
    if not referral.open:
        raise WrongInput(tr("This referral is over."))
