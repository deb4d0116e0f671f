"""How an open loop that is no next step looks on any page: its icon, what it offers first, and what is asked after."""

from __future__ import annotations

from typing import Final

from cardkeeper.first_names import first_name
from cardkeeper.messages.forms import form_of_thanks
from cardkeeper.model.letters import Form
from cardkeeper.model.people import Channel, Interaction
from cardkeeper.model.relationships import (
    Consent,
    Handing,
    Introduction,
    IntroductionStage,
    Matter,
    Need,
    Promise,
    Referral,
    ThankYou,
)
from cardkeeper.relationships.cadence import Fading
from cardkeeper.relationships.items import Item
from cardkeeper.relationships.moves import Move, MoveName, moves_of
from cardkeeper.translation import tr, trc
from ui.parts import Writing
from ui.steps import Action, Means, first_action, icon_of

_ICONS: Final = {
    Matter.PROMISE: "clipboard-check-outline",
    Matter.CALL_BACK: "phone-incoming-outline",
    Matter.HEADS_UP: "shield-lock-outline",
    Matter.OUTCOME: "source-branch",
    Matter.TELL_SOURCE: "source-branch",
    Matter.THANK_YOU: "hand-heart-outline",
    Matter.INTRODUCTION: "handshake-outline",
    Matter.NEED: "account-search-outline",
    Matter.LOSING_TOUCH: "account-clock-outline",
    Matter.NOT_GIVEN: "gift-outline",
}


def item_icon(item: Item) -> str:
    """The icon at the left of a line."""
    return icon_of(item.agenda) if item.agenda else _ICONS[item.matter]


def item_action(item: Item) -> Action:
    """What to do about a line with the contact points that there are."""
    if item.agenda:
        return first_action(item.agenda)
    match item.matter:
        case Matter.CALL_BACK | Matter.LOSING_TOUCH if not _wrote(item):
            return _reach(item, (Means.CALL, Means.WRITE))
        case Matter.NEED:
            return Action(Means.OPEN_OTHER, tr("See match"), "arrow-right")
        case Matter.NOT_GIVEN:
            return Action(Means.OPEN, tr("Open person"), "arrow-right")
        case Matter.INTRODUCTION if _goes_to_both(item):
            return Action(Means.WRITE, tr("Write to both"), "email-outline")
        case _:
            return _reach(item, (Means.WRITE, Means.CALL))


def asked_after_loop(item: Item, means: Means) -> tuple[str, Move] | None:
    """What to ask once the mail program or the telephone has opened, and what a yes notes; None where nothing is."""
    moves = {move.name: move for move in moves_of(item)}
    usual = next((name for name in _AFTER_REACHING if name in moves), None)
    if usual is None or item.matter is Matter.NEED:
        return None
    return (tr("Did you talk?") if means is Means.CALL else tr("Did you send it?")), moves[usual]


def letter_of(item: Item) -> Writing | None:
    """The letter that a line asks for; None where there is none but the person's own words."""
    match item.subject:
        case Need():
            return Writing((item.other_id,), Form.NEED, need_id=item.subject_id) if item.other_id else None
        case Introduction() as introduction:
            return _letter_of_introduction(item, introduction)
        case Referral() as referral:
            return _letter_of_referral(item, referral)
        case _:
            return _letter_of_person(item)


def _letter_of_person(item: Item) -> Writing | None:
    who = (item.contact_id,)
    match item.subject:
        case ThankYou() as owed:
            return Writing(who, form_of_thanks(owed), thank_you_id=owed.id)
        case Promise() as promise:
            return Writing(who, Form.PROMISE, promise_id=promise.id)
        case Fading():
            return Writing(who, Form.CHECK_IN)
        case Interaction() if item.matter is Matter.CALL_BACK and _wrote(item):
            return Writing(who, Form.ANSWER)
        case _:
            return None


def _letter_of_introduction(item: Item, introduction: Introduction) -> Writing | None:
    if introduction.to_tell == item.contact_id:
        return Writing((item.contact_id,), Form.CALLED_OFF, introduction_id=introduction.id)
    form = {
        IntroductionStage.TO_ASK: Form.INTRODUCTION_ASK,
        IntroductionStage.FIRST_ASKED: Form.INTRODUCTION_ASK,
        IntroductionStage.FIRST_AGREED: Form.INTRODUCTION_ASK,
        IntroductionStage.BOTH_AGREED: Form.INTRODUCTION,
        IntroductionStage.SENT: Form.DID_YOU_TALK,
        IntroductionStage.MET: Form.THANKS_BOTH,
    }.get(introduction.stage)
    return Writing((item.contact_id,), form, introduction_id=introduction.id) if form else None


def _letter_of_referral(item: Item, referral: Referral) -> Writing | None:
    who = (item.contact_id,)
    if item.matter is Matter.TELL_SOURCE:
        return Writing(who, Form.OUTCOME, referral_id=referral.id)
    received = referral.direction is Handing.RECEIVED
    if item.matter is Matter.OUTCOME and not received:
        return Writing(who, Form.WHAT_CAME, referral_id=referral.id)
    if item.matter is Matter.HEADS_UP and referral.heads_up is Consent.AGREED and not received:
        return Writing(who, Form.HAND_ON, referral_id=referral.id)
    if item.matter is Matter.HEADS_UP and referral.heads_up is not Consent.AGREED:
        return Writing(who, Form.CONFIRM if received else Form.HEADS_UP, referral_id=referral.id)
    return None


_AFTER_REACHING: Final = (
    MoveName.KEPT,
    MoveName.CALLED_BACK,
    MoveName.ASKED,
    MoveName.TOLD,
    MoveName.THANKED,
    MoveName.SENT,
    MoveName.ASKED_WHETHER,
    MoveName.HANDED_ON,
    MoveName.CHECKED_IN,
)


def _wrote(item: Item) -> bool:
    return isinstance(item.subject, Interaction) and item.subject.channel is not Channel.CALL


def _goes_to_both(item: Item) -> bool:
    stages = (IntroductionStage.BOTH_AGREED, IntroductionStage.MET)
    return isinstance(item.subject, Introduction) and item.subject.stage in stages


def _reach(item: Item, order: tuple[Means, ...]) -> Action:
    ways = {Means.WRITE: bool(item.email), Means.CALL: bool(item.phone)}
    means = next((way for way in order if ways[way]), Means.MARK)
    moves = moves_of(item)
    return {
        Means.WRITE: Action(means, _write_words(item), "email-outline"),
        Means.CALL: Action(means, trc("to do", "Call"), "phone-outline"),
        Means.MARK: Action(means, moves[0].words if moves else tr("Done"), "check"),
    }[means]


def _write_words(item: Item) -> str:
    match item.matter:
        case Matter.THANK_YOU:
            return tr("Write thanks")
        case Matter.HEADS_UP | Matter.INTRODUCTION | Matter.OUTCOME if item.person.name:
            first = first_name(item.person.name)
            tells = isinstance(item.subject, Introduction) and bool(item.subject.to_tell)
            return tr("Tell {name}", name=first) if tells else tr("Ask {name}", name=first)
        case _:
            return tr("Write")
