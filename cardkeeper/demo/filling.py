"""Fills a library with made-up people, so that every page has something to show."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from itertools import islice
from typing import Final

from cardkeeper.demo.cards import Flaw, read
from cardkeeper.demo.drawing import draw
from cardkeeper.demo.lives import Happened, Life, Lives, Step
from cardkeeper.demo.people import Crowd, MadeUp
from cardkeeper.demo.ties import Ties
from cardkeeper.errors import WrongInput
from cardkeeper.library import Library
from cardkeeper.model.cards import Scan
from cardkeeper.model.overview import Accepted
from cardkeeper.model.people import (
    NOTHING_SAID,
    Channel,
    Contact,
    Encounter,
    Event,
    FollowUp,
    Interaction,
    MetContext,
    NextStep,
)
from cardkeeper.translation import tr, trn

MOST_PEOPLE: Final = 100_000
_CARDS: Final = 60
"""So many people have a card that is drawn; the others came from an address book."""
_IN_INBOX: Final = (
    Flaw.READERS_DIFFER,
    Flaw.NOTHING,
    Flaw.BROKEN_PHONE,
    Flaw.NOTHING,
    Flaw.UNSURE_TITLE,
    Flaw.NO_EMAIL,
    Flaw.NOTHING,
    Flaw.TOWN_WITHOUT_STREET,
    Flaw.NOTHING,
)
_OF_LAST_EVENT: Final = 4
"""So many cards of the inbox come from a drop that was answered; the others wait to be asked about."""
_KNOWN: Final = 8
"""Which card of the inbox is of somebody who changed jobs."""


@dataclass(slots=True)
class Clock:
    """A clock for `Library.open` that the filling turns, so that people of long ago were added long ago."""

    at: datetime

    @classmethod
    def on(cls, day: date) -> Clock:
        return cls(datetime.combine(day, time(9, 14), UTC))

    def __call__(self) -> datetime:
        return self.at


def fill(library: Library, people: int, seed: int, today: date, clock: Clock | None = None) -> None:
    """Add so many people with all that happened with them, and an inbox, as one undo step.

    The same seed on the same day gives the same. Without a `clock` everyone is added on the library's own day.
    Raises WrongInput for a number that is none, or too many.
    """
    if not 0 < people <= MOST_PEOPLE:
        raise WrongInput(
            tr("{count} people can't be made up.", count=people), tr("Choose from 1 to {most}.", most=MOST_PEOPLE)
        )
    said = trn("Made up {count} person", "Made up {count} people", people)
    with library.transaction(said):
        _Filling(library, seed, today, clock or Clock.on(today)).fill(people)


class _Filling:
    """One filling of a library."""

    def __init__(self, library: Library, seed: int, today: date, clock: Clock) -> None:
        self._library = library
        self._chance = random.Random(seed)  # noqa: S311 - made-up people are no secret
        self._today = today
        self._clock = clock
        self._photos = 2000

    def fill(self, count: int) -> None:
        crowd = Crowd(self._chance)
        people = list(islice(crowd.people(), count))
        lives = Lives(self._chance, self._today)
        friends: list[int] = []
        told = list(zip(people, lives.lives([person.name for person in people]), strict=True))
        events = {event: replace(event, id=self._library.events.save(event)) for event in lives.events}
        for number, (person, life) in reversed(list(enumerate(told))):
            self._clock.at = Clock.on(life.met.on or self._today).at
            contact = _contact(person, life)
            if number < _CARDS and life.step is not None:
                contact_id = self._from_card(person, contact, life, life.step)
            else:
                contact_id = self._from_address_book(contact, life, events)
            for entry in life.log:
                self._library.log.add(_interaction(contact_id, entry))
            if any(entry.channel in (Channel.MEETING, Channel.CALL) for entry in life.log):
                friends.append(contact_id)
        self._clock.at = Clock.on(self._today).at
        Ties(self._library, self._chance, self._today).tie(friends)
        self._fill_inbox(crowd, people, lives.events[0])

    def _from_card(self, person: MadeUp, contact: Contact, life: Life, step: Step) -> int:
        batch_id = self._library.cards.add_batch(life.met)
        card_id = self._card(batch_id, person, Flaw.NOTHING, life.met.on)
        begun = NextStep(step.kind, step.due or step.moved_on, step.reason)
        contact_id = self._library.cards.accept(card_id, Accepted(contact, life.met, begun))
        follow_up = self._library.follow_ups.of(contact_id)[0]
        self._library.follow_ups.save(replace(_follow_up(contact_id, step), id=follow_up.id))
        return contact_id

    def _from_address_book(self, contact: Contact, life: Life, events: dict[Event, Event]) -> int:
        contact_id = self._library.people.save(contact)
        event = next((kept for kept in events.values() if kept.name == life.met.event and kept.on == life.met.on), None)
        self._library.people.save_encounter(Encounter(contact_id, life.met, event.id if event else None))
        if life.step is not None:
            self._library.follow_ups.save(_follow_up(contact_id, life.step))
        return contact_id

    def _fill_inbox(self, crowd: Crowd, people: list[MadeUp], event: Event) -> None:
        flaws = _IN_INBOX[: max(2, min(len(_IN_INBOX), len(people) // 4))]
        met = MetContext(event.name, event.on, event.place)
        answered = self._library.cards.add_batch(met)
        open_batch = self._library.cards.add_batch(NOTHING_SAID) if len(flaws) > _OF_LAST_EVENT else answered
        for number, flaw in enumerate(flaws):
            person = crowd.new_job(people[len(people) // 2]) if number == _KNOWN else crowd.somebody()
            if flaw is Flaw.NO_EMAIL:
                person = replace(person, email="")
            self._card(answered if number < _OF_LAST_EVENT else open_batch, person, flaw, event.on)

    def _card(self, batch_id: int, person: MadeUp, flaw: Flaw, taken_on: date | None) -> int:
        """Draw a card, keep its picture, and put it into the inbox."""
        drawn = draw(person, self._chance)
        sha256 = self._library.files.keep_bytes(drawn.jpeg, ".jpg")
        self._photos += 1
        scan = Scan(sha256, f"IMG_{self._photos}.jpg", "image/jpeg", len(drawn.jpeg), 1, taken_on)
        cards = self._library.cards
        cards.add_scan(batch_id, scan)
        card_id = cards.add_card(batch_id, sha256, read(person, drawn, sha256, flaw, self._chance))
        cards.finish_scan(sha256)
        return card_id


def _contact(person: MadeUp, life: Life) -> Contact:
    return replace(person.contact, tags=life.tags, facts=life.facts, offers=life.offers, tier=life.tier)


def _follow_up(contact_id: int, step: Step) -> FollowUp:
    return FollowUp(contact_id, step.kind, step.stage, step.due, step.moved_on, step.reason)


def _interaction(contact_id: int, entry: Happened) -> Interaction:
    return Interaction(contact_id, entry.on, entry.channel, entry.direction, entry.text)
