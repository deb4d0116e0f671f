"""Introductions: both sides are asked before either learns the other's details, whichever comes first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from cardkeeper.errors import WrongInput
from cardkeeper.model.relationships import Consent, Introduction, IntroductionStage
from cardkeeper.translation import tr

TALKED_AFTER: Final = timedelta(days=7)
"""So long after the mail to both one asks: did you two talk?"""

ANSWER_AFTER: Final = timedelta(days=5)
"""So long a side may think about it before one asks again."""


TELL_WITHIN: Final = timedelta(days=30)
"""So long after one side declined it still makes sense to tell the other."""


def begin(first_id: int, second_id: int, why: str, today: date, *, need_id: int | None = None) -> Introduction:
    """An introduction of two people. Raises WrongInput for one person twice, or without a word on why."""
    if first_id == second_id:
        raise WrongInput(tr("Nobody is introduced to themselves."), tr("Choose two people."))
    if not why.strip():
        raise WrongInput(tr("The introduction has no reason."), tr("Say why the two should meet."))
    return Introduction(first_id, second_id, why.strip(), today, need_id=need_id)


def ask(introduction: Introduction, contact_id: int, today: date) -> Introduction:
    """One side was asked, or asked again. Raises WrongInput when they answered already, or it is over."""
    if consent_of(introduction, contact_id) in (Consent.AGREED, Consent.DECLINED):
        raise WrongInput(tr("They have answered already."))
    return _said(introduction, contact_id, Consent.ASKED, today)


def answer(introduction: Introduction, contact_id: int, today: date, *, agrees: bool) -> Introduction:
    """One side answered; also where nobody noted that they were asked. Raises WrongInput when it is over or sent."""
    return _said(introduction, contact_id, Consent.AGREED if agrees else Consent.DECLINED, today)


def send(introduction: Introduction, today: date) -> Introduction:
    """The mail to both went out. Raises WrongInput before both have agreed."""
    if introduction.stage is not IntroductionStage.BOTH_AGREED:
        raise WrongInput(tr("You can send it once both have agreed."), tr("Ask both first, or note what they said."))
    return replace(introduction, sent_on=today)


def asked_whether_they_talked(introduction: Introduction, today: date) -> Introduction:
    """I asked them whether they talked; it comes up again in a week. Raises WrongInput before it was sent."""
    _demand_sent(introduction)
    return replace(introduction, checked_on=today)


def talked(introduction: Introduction, today: date) -> Introduction:
    """They talked. Raises WrongInput before it was sent."""
    _demand_sent(introduction)
    return replace(introduction, met_on=today)


def thank(introduction: Introduction, today: date) -> Introduction:
    """Both were thanked, which closes it. Raises WrongInput before they talked."""
    if introduction.stage is not IntroductionStage.MET:
        raise WrongInput(tr("They have not talked yet, as far as is known."), tr("Note first that they talked."))
    return replace(introduction, thanked_on=today)


def call_off(introduction: Introduction, today: date) -> Introduction:
    """The other side was told that it is off. Raises WrongInput where nobody waits to hear it."""
    if introduction.to_tell is None:
        raise WrongInput(tr("Nobody waits to hear that it is off."))
    return replace(introduction, checked_on=today)


def drop(introduction: Introduction, reason: str, today: date) -> Introduction:
    """The introduction given up. Raises WrongInput without a reason, or when it is over."""
    _demand_open(introduction)
    if not reason.strip():
        raise WrongInput(tr("It was dropped without a reason."), tr("Say why in a word or two."))
    return replace(introduction, dropped_on=today, reason=reason.strip())


def consent_of(introduction: Introduction, contact_id: int) -> Consent:
    """What one side said. Raises WrongInput for somebody who is none."""
    for person, consent, _ in introduction.sides:
        if person == contact_id:
            return consent
    raise WrongInput(tr("This person is not part of the introduction."))


def next_to_ask(introduction: Introduction) -> int | None:
    """Whom to ask next: where one has agreed the other, else the first who was not asked; None: nobody."""
    order = sorted(introduction.sides, key=lambda side: side[1] is not Consent.NOT_ASKED)
    return next((person for person, consent, _ in order if consent in (Consent.NOT_ASKED, Consent.ASKED)), None)


def to_turn_to(introduction: Introduction) -> int | None:
    """Whose word it waits for: who was asked and has not answered, else whom to ask next; None: nobody's."""
    asked = (person for person, consent, _ in introduction.sides if consent is Consent.ASKED)
    return next(asked, None) or next_to_ask(introduction)


def due(introduction: Introduction) -> date | None:
    """The day on which something is to be done about it: now (the day it began or moved), or after a wait."""
    match introduction.stage:
        case IntroductionStage.SENT:
            last = max(day for day in (introduction.sent_on, introduction.checked_on) if day)
            return last + TALKED_AFTER
        case IntroductionStage.TO_ASK | IntroductionStage.BOTH_AGREED | IntroductionStage.MET:
            return introduction.moved_on
        case IntroductionStage.FIRST_ASKED | IntroductionStage.FIRST_AGREED:
            return _due_while_asking(introduction)
        case IntroductionStage.DECLINED if introduction.to_tell:
            return introduction.moved_on
        case _:
            return None


def _due_while_asking(introduction: Introduction) -> date:
    """Where one has agreed and the other was not asked, at once; while an answer is awaited, after some days."""
    awaited = [on or introduction.begun_on for _, consent, on in introduction.sides if consent is Consent.ASKED]
    return max(awaited) + ANSWER_AFTER if awaited else introduction.moved_on


def _said(introduction: Introduction, contact_id: int, consent: Consent, today: date) -> Introduction:
    _demand_open(introduction)
    if introduction.sent_on:
        raise WrongInput(tr("It was sent to both already."))
    consent_of(introduction, contact_id)
    if contact_id == introduction.first_id:
        return replace(introduction, first=consent, first_on=today)
    return replace(introduction, second=consent, second_on=today)


def _demand_sent(introduction: Introduction) -> None:
    if introduction.stage is not IntroductionStage.SENT:
        raise WrongInput(tr("It was not sent to both yet, or is over."))


def _demand_open(introduction: Introduction) -> None:
    if not introduction.open:
        raise WrongInput(tr("This introduction is over."))
