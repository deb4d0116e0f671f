"""What one does about open loops, from the window or from the command line: each is one change that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Final

from cardkeeper.errors import WrongInput
from cardkeeper.library import Library
from cardkeeper.model.overview import Said, Worth
from cardkeeper.model.people import Channel, FollowUpKind, Interaction, NextStep
from cardkeeper.model.relationships import (
    Favour,
    FavourDirection,
    FavourKind,
    Handing,
    Introduction,
    Matter,
    Need,
    NeedState,
    Outcome,
    Promise,
    PutOff,
    Referral,
    ThankYou,
)
from cardkeeper.relationships import followups, introductions, promises, referrals
from cardkeeper.relationships.items import Item
from cardkeeper.relationships.moves import MoveName, moves_of
from cardkeeper.translation import tr, trn


class Acting:
    """Notes what happened with the lines of the day's list that are no next step.

    Everything raises WrongInput for what does not follow, and for what is not there any more.
    """

    def __init__(self, library: Library) -> None:
        self._library = library

    def do(self, item: Item, name: MoveName, today: date, text: str = "") -> None:
        """Note what happened about a line; `text` answers what its move asks."""
        if name not in {move.name for move in moves_of(item)}:
            raise WrongInput(tr("That can't be noted about this line now."))
        self._ways[item.matter](self, item, name, today, text)

    def snooze(self, item: Item, until: date, today: date) -> None:
        """Let a line come up again on a day that is ahead."""
        if until <= today:
            raise WrongInput(tr("That day is not ahead."), tr("Choose tomorrow or a later day."))
        if isinstance(item.subject, Promise):
            self._library.promises.save(promises.put_off(self._library.promises.get(item.subject.id), until, today))
            return
        self._library.put_offs.save(PutOff(item.contact_id, item.matter, item.subject_id, until, today))

    def drop(self, item: Item, reason: str, today: date) -> None:
        """Give a line up with a reason: the promise, the thank-you, the introduction; or just never be told again."""
        if not reason.strip():
            raise WrongInput(tr("It was dropped without a reason."), tr("Say why in a word or two."))
        library, subject = self._library, item.subject
        match subject:
            case Promise():
                library.promises.save(promises.drop(library.promises.get(subject.id), reason, today))
            case ThankYou():
                let_go = replace(library.thanks.get(subject.id), let_go_on=today, reason=reason.strip())
                library.thanks.save(let_go)
            case Introduction() if subject.open:
                known = library.introductions.get(subject.id)
                library.introductions.save(introductions.drop(known, reason, today))
            case Need():
                library.put_offs.save(PutOff(item.contact_id, item.matter, subject.id, None, today, reason.strip()))
            case _:
                library.put_offs.save(
                    PutOff(item.contact_id, item.matter, item.subject_id, None, today, reason.strip())
                )

    def log(self, contact_ids: Iterable[int], entry: Interaction) -> None:
        """Log one thing that happened with many people at once; the person of `entry` is left out of account."""
        people = tuple(dict.fromkeys(contact_ids))
        with self._library.transaction(trn("Logged with {count} person", "Logged with {count} people", len(people))):
            for contact_id in people:
                self._library.log.add(replace(entry, contact_id=contact_id, id=0))

    def note(self, said: Said, today: date) -> None:
        """Log what happened with somebody, and keep each marked line as what it is worth, as one change."""
        name = self._library.people.get(said.entry.contact_id).name
        with self._library.transaction(tr("Logged with {name}", name=name)):
            self._library.log.save(said.entry)
            for worth, text in said.kept:
                self.keep(said.entry.contact_id, worth, text, today)

    def keep(self, contact_id: int, worth: Worth, text: str, today: date) -> None:
        """Make a line a need, an offer, a fact or a promise of a person; what is there already is not added twice."""
        library, words = self._library, " ".join(text.split())
        if not words:
            raise WrongInput(tr("The line is empty."), tr("Stand on a line with words."))
        match worth:
            case Worth.NEED:
                if words not in {need.text for need in library.needs.of(contact_id) if need.open}:
                    library.needs.save(Need(contact_id, words, today))
            case Worth.PROMISE:
                library.promises.save(promises.make(contact_id, words, today))
            case Worth.OFFER:
                person = library.people.get(contact_id)
                library.people.save(replace(person, offers=tuple(dict.fromkeys((*person.offers, words)))))
            case Worth.FACT:
                person = library.people.get(contact_id)
                library.people.save(replace(person, facts=tuple(dict.fromkeys((*person.facts, words)))))

    def confirm(self, referral: Referral, today: date) -> None:
        """The prospect expects the call, or agrees to be named; a call to one who was referred to me is queued."""
        library = self._library
        confirmed = referrals.confirm(referral, today)
        name = library.people.get(referral.prospect_id).name
        given = referral.direction is Handing.GIVEN
        said = tr("{name} agrees", name=name) if given else tr("{name} expects your call", name=name)
        with library.transaction(said):
            library.referrals.save(confirmed)
            open_steps = [step for step in library.follow_ups.of(referral.prospect_id) if step.open]
            if not given and not open_steps:
                call = NextStep(FollowUpKind.CALL, today)
                library.follow_ups.save(followups.begin(referral.prospect_id, call, today))

    # Each matter

    def _promise(self, item: Item, _name: MoveName, today: date, _text: str) -> None:
        self._library.promises.save(promises.keep(self._library.promises.get(item.subject_id), today))

    def _call_back(self, item: Item, _name: MoveName, today: date, text: str) -> None:
        if isinstance(item.subject, Interaction):
            channel = item.subject.channel
            words = tr("Called back") if channel is Channel.CALL else tr("Answered")
            self._library.log.add(Interaction(item.contact_id, today, channel, text=text.strip() or words))

    def _referral(self, item: Item, name: MoveName, today: date, text: str) -> None:
        known = self._library.referrals.get(item.subject_id)
        match name:
            case MoveName.ASKED:
                changed = referrals.ask(known, today)
            case MoveName.AGREED:
                self.confirm(known, today)
                return
            case MoveName.DECLINED:
                changed = referrals.confirm(known, today, agrees=False)
            case MoveName.HANDED_ON:
                changed = referrals.hand_on(known, today)
            case MoveName.TOLD:
                changed = referrals.told(known, today)
            case _:
                outcome = Outcome.SUCCEEDED if name is MoveName.SUCCEEDED else Outcome.NOTHING
                changed = referrals.conclude(known, outcome, text, today)
        self._library.referrals.save(changed)

    def _thank_you(self, item: Item, _name: MoveName, today: date, _text: str) -> None:
        self.thank(item.subject_id, today)

    def thank(self, thank_you_id: int, today: date) -> None:
        """A thank-you was paid: it is closed, and logged with the person."""
        library = self._library
        owed = library.thanks.get(thank_you_id)
        if not owed.open:
            raise WrongInput(tr("This thank-you is closed already."))
        name = library.people.get(owed.contact_id).name
        with library.transaction(tr("Thanked {name}", name=name)):
            library.thanks.save(replace(owed, paid_on=today))
            words = tr("Said thanks: {what}", what=owed.text) if owed.text else tr("Said thanks")
            library.log.add(Interaction(owed.contact_id, today, Channel.MAIL, text=words))

    def _introduction(self, item: Item, name: MoveName, today: date, _text: str) -> None:
        known = self._library.introductions.get(item.subject_id)
        match name:
            case MoveName.ASKED:
                changed = introductions.ask(known, item.contact_id, today)
            case MoveName.AGREED | MoveName.DECLINED:
                agrees = name is MoveName.AGREED
                changed = introductions.answer(known, item.contact_id, today, agrees=agrees)
            case MoveName.SENT:
                changed = introductions.send(known, today)
            case MoveName.ASKED_WHETHER:
                changed = introductions.asked_whether_they_talked(known, today)
            case MoveName.TOLD:
                changed = introductions.call_off(known, today)
            case MoveName.TALKED:
                changed = introductions.talked(known, today)
            case _:
                changed = introductions.thank(known, today)
        self._library.introductions.save(changed)

    def _need(self, item: Item, _name: MoveName, today: date, _text: str) -> None:
        known = self._library.needs.get(item.subject_id)
        self._library.needs.save(replace(known, state=NeedState.CLOSED, closed_on=today))

    def _touch(self, item: Item, _name: MoveName, today: date, text: str) -> None:
        self._library.log.add(Interaction(item.contact_id, today, Channel.CALL, text=text.strip()))

    def _give(self, item: Item, _name: MoveName, today: date, text: str) -> None:
        if not text.strip():
            raise WrongInput(tr("The favour is empty."), tr("Write what you gave."))
        given = Favour(item.contact_id, FavourDirection.GIVEN, FavourKind.OTHER, today, text.strip())
        self._library.favours.save(given)

    _ways: Final[Mapping[Matter, Callable[[Acting, Item, MoveName, date, str], None]]] = MappingProxyType(
        {
            Matter.PROMISE: _promise,
            Matter.CALL_BACK: _call_back,
            Matter.HEADS_UP: _referral,
            Matter.OUTCOME: _referral,
            Matter.TELL_SOURCE: _referral,
            Matter.THANK_YOU: _thank_you,
            Matter.INTRODUCTION: _introduction,
            Matter.NEED: _need,
            Matter.LOSING_TOUCH: _touch,
            Matter.NOT_GIVEN: _give,
        }
    )
