"""What made-up people gave, asked, promised and need: loops of every kind, open and closed, near and long ago."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from cardkeeper.demo import words
from cardkeeper.library import Library
from cardkeeper.model.people import Channel, Direction, Interaction
from cardkeeper.model.relationships import (
    Consent,
    Favour,
    FavourDirection,
    FavourKind,
    Handing,
    Introduction,
    Lead,
    Need,
    NeedState,
    Outcome,
    Promise,
    Referral,
)
from cardkeeper.relationships import introductions, promises, referrals

_LEAST: Final = 8
"""Fewer people than this have no business with each other yet."""

_MOST_STORIES: Final = 400


class Ties:
    """Ties some of the people of a library to each other and to its owner."""

    def __init__(self, library: Library, chance: random.Random, today: date) -> None:
        self._library = library
        self._chance = chance
        self._today = today

    def tie(self, friends: Sequence[int]) -> None:
        """Let things happen among people with whom one has talked; too few of them have no ties yet."""
        if len(friends) < _LEAST:
            return
        circle = list(friends)
        self._chance.shuffle(circle)
        self._these_days(circle)
        for number in range(min(_MOST_STORIES, len(circle) // 6)):
            some = self._chance.sample(circle, 4)
            (self._chain, self._closed_introduction, self._favours, self._kept_promise)[number % 4](some)

    def _ago(self, days: int) -> date:
        return self._today - timedelta(days=days)

    # These days: one loop of each kind that a page may show

    def _these_days(self, who: Sequence[int]) -> None:
        library, today = self._library, self._today
        library.promises.save(Promise(who[0], "Send the acoustics report", self._ago(7), self._ago(1)))
        library.promises.save(Promise(who[1], "Name two patent attorneys", self._ago(3), today + timedelta(days=4)))
        message = "Left a message about the site in January."
        library.log.add(Interaction(who[2], self._ago(1), Channel.CALL, Direction.THEIRS, message, call_back=True))
        library.referrals.save(Referral(who[3], None, who[4], self._ago(3), "pumps for a mill", handed_on=self._ago(3)))
        library.referrals.save(Referral(None, who[5], who[6], self._ago(2), "a workshop roof"))
        lead = Lead(Handing.RECEIVED, who[7], "Clinic in Calau", self._ago(12), "Calau", "They build a new wing.")
        library.leads.save(lead)
        for number, text in enumerate(words.NEEDS[:4]):
            library.needs.save(Need(who[number % len(who)], text, self._ago(22 - 5 * number)))
        for number, stage in enumerate(("asked", "agreed", "both", "sent", "met")):
            first, second = who[number], who[(number + 5) % len(who)]
            if first != second:
                self._introduction(first, second, stage, number)
        for direction, text in (
            (FavourDirection.GIVEN, "Looked over a lease"),
            (FavourDirection.ASKED, "A name at the port"),
        ):
            library.favours.save(Favour(who[2], direction, FavourKind.HELP, self._ago(40), text))
        kind, got = FavourKind.ADVICE, FavourDirection.RECEIVED
        library.favours.save(Favour(who[6], got, kind, self._ago(130), "export papers"))

    def _introduction(self, first: int, second: int, stage: str, number: int) -> None:
        begun = self._ago(20 - number)
        one = introductions.begin(first, second, words.REASONS_TO_MEET[number % len(words.REASONS_TO_MEET)], begun)
        one = introductions.ask(one, first, self._ago(12 - number))
        if stage != "asked":
            one = introductions.answer(one, first, self._ago(11 - number), agrees=True)
        if stage in ("both", "sent", "met"):
            one = introductions.answer(one, second, self._ago(9 - number), agrees=True)
        if stage in ("sent", "met"):
            one = introductions.send(one, self._ago(8))
        if stage == "met":
            one = introductions.talked(one, self._ago(2))
        self._library.introductions.save(one)

    # Earlier days: stories that have ended, or nearly

    def _chain(self, who: Sequence[int]) -> None:
        """A referral that led to another one, and that to a third; what came of each."""
        parent, days = None, self._chance.randint(120, 400)
        for source, prospect in pairwise(who):
            referral = Referral(source, None, prospect, self._ago(days), self._chance.choice(words.TALKED_ABOUT))
            referral = referrals.confirm(referral, self._ago(days - 2))
            number = self._library.referrals.save(replace(referral, parent_id=parent, handed_on=self._ago(days)))
            outcome = self._chance.choice((Outcome.SUCCEEDED, Outcome.NOTHING))
            if self._chance.random() < 0.85:
                self._end(number, outcome, self._ago(days - 30))
            parent, days = number, days - 35
        for contact_id in who:
            self._pay(contact_id)

    def _end(self, referral_id: int, outcome: Outcome, on: date) -> None:
        result = "Became a client" if outcome is Outcome.SUCCEEDED else "Had somebody already"
        ended = referrals.conclude(self._library.referrals.get(referral_id), outcome, result, on)
        told = self._chance.random() < 0.9
        self._library.referrals.save(referrals.told(ended, on + timedelta(days=1)) if told else ended)

    def _pay(self, contact_id: int) -> None:
        for owed in self._library.thanks.of(contact_id):
            if owed.open and self._chance.random() < 0.85:
                self._library.thanks.save(replace(owed, paid_on=owed.opened_on + timedelta(days=2)))

    def _closed_introduction(self, who: Sequence[int]) -> None:
        days = self._chance.randint(40, 300)
        reason = self._chance.choice(words.REASONS_TO_MEET)
        one = Introduction(who[0], who[1], reason, self._ago(days), Consent.AGREED, self._ago(days - 1))
        one = introductions.answer(one, who[1], self._ago(days - 3), agrees=True)
        one = introductions.talked(introductions.send(one, self._ago(days - 4)), self._ago(days - 12))
        self._library.introductions.save(introductions.thank(one, self._ago(days - 14)))

    def _favours(self, who: Sequence[int]) -> None:
        for contact_id in who[:2]:
            for _ in range(self._chance.randint(1, 4)):
                kind, text = self._chance.choice(_GIFTS)
                day = self._ago(self._chance.randint(5, 360))
                self._library.favours.save(Favour(contact_id, FavourDirection.GIVEN, kind, day, text))
        kind, text = self._chance.choice(_GIFTS)
        day = self._ago(self._chance.randint(100, 360))
        asked = Favour(who[2], FavourDirection.ASKED, kind, day, text, granted_on=day + timedelta(days=6))
        self._library.favours.save(asked)
        self._pay(who[2])

    def _kept_promise(self, who: Sequence[int]) -> None:
        day = self._ago(self._chance.randint(20, 300))
        kept = promises.keep(Promise(who[0], self._chance.choice(words.PROMISES), day), day + timedelta(days=3))
        self._library.promises.save(kept)
        need = Need(who[1], self._chance.choice(words.NEEDS), day, NeedState.CLOSED, day + timedelta(days=30))
        self._library.needs.save(need)


_GIFTS: Final = (
    (FavourKind.ADVICE, "On export papers"),
    (FavourKind.HELP, "Read a tender"),
    (FavourKind.OTHER, "Lent the projector"),
    (FavourKind.HELP, "Spoke at their open day"),
    (FavourKind.ADVICE, "On hiring after a merger"),
)
