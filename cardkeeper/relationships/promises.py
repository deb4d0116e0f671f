"""Promises: kept, dropped with a reason, put off to another day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cardkeeper.errors import WrongInput
from cardkeeper.model.relationships import Promise, PromiseState
from cardkeeper.translation import tr


def make(contact_id: int, text: str, today: date, due: date | None = None) -> Promise:
    """A promise made today. Raises WrongInput without words."""
    if not text.strip():
        raise WrongInput(tr("The promise is empty."), tr("Write what you will do."))
    return Promise(contact_id, text.strip(), today, due)


def keep(promise: Promise, today: date) -> Promise:
    """The promise kept. Raises WrongInput when it is closed already."""
    _demand_open(promise)
    return replace(promise, state=PromiseState.KEPT, closed_on=today)


def drop(promise: Promise, reason: str, today: date) -> Promise:
    """The promise given up. Raises WrongInput without a reason, or when it is closed already."""
    _demand_open(promise)
    if not reason.strip():
        raise WrongInput(tr("It was dropped without a reason."), tr("Say why in a word or two."))
    return replace(promise, state=PromiseState.DROPPED, closed_on=today, reason=reason.strip())


def put_off(promise: Promise, until: date, today: date) -> Promise:
    """The promise due on a later day. Raises WrongInput when that is not ahead, or it is closed already."""
    _demand_open(promise)
    if until <= today:
        raise WrongInput(tr("That day is not ahead."), tr("Choose tomorrow or a later day."))
    return replace(promise, due=until)


def _demand_open(promise: Promise) -> None:
    if not promise.open:
        raise WrongInput(tr("This promise is closed already."))
