"""One sitting of reviews: which cards it goes through, in which order, and how each of them stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from cardkeeper.model.cards import CardState, StoredCard


class Standing(StrEnum):
    """How a card of this sitting stands."""

    WAITING = "waiting"
    LATER = "later"
    ACCEPTED = "accepted"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Entry:
    """A card of this sitting."""

    card: StoredCard
    standing: Standing = Standing.WAITING

    @property
    def open(self) -> bool:
        """Whether the card still waits for its review, now or later."""
        return self.standing in (Standing.WAITING, Standing.LATER)


@dataclass(frozen=True, slots=True)
class Around:
    """What stands beside a card: the open cards before and after it in its drop, and all others of the same card."""

    before: StoredCard | None = None
    after: StoredCard | None = None
    sharing: tuple[StoredCard, ...] = ()
    alone: bool = True
    """Whether it is the only open card of its drop."""


class Sitting:
    """The cards in the order of the inbox, in which new ones join too; finished ones stay where they are."""

    def __init__(self) -> None:
        self.entries: tuple[Entry, ...] = ()

    def take(self, inbox: Sequence[StoredCard], now_of: dict[int, StoredCard]) -> None:
        """Bring the sitting up to the inbox; `now_of` has the cards of this sitting that are not in the inbox."""
        here = {card.id: card for card in inbox}
        kept = [_renewed(entry, here.get(entry.card.id) or now_of.get(entry.card.id)) for entry in self.entries]
        entries = [entry for entry in kept if entry is not None]
        places = {entry.card.id: place for place, entry in enumerate(entries)}
        before = -1.0
        order: dict[int, tuple[float, int]] = {card_id: (place, 0) for card_id, place in places.items()}
        for at, card in enumerate(inbox, start=1):
            if card.id in places:
                before = places[card.id]
            else:
                order[card.id] = (before, at)
                entries.append(Entry(card))
        self.entries = tuple(sorted(entries, key=lambda entry: order[entry.card.id]))

    def begin_anew(self) -> None:
        """Forget what is finished; what was put off waits again."""
        self.entries = tuple(replace(entry, standing=Standing.WAITING) for entry in self.entries if entry.open)

    def put_off(self, card_id: int) -> None:
        """Leave a card for the end of this sitting."""
        self.entries = tuple(
            replace(entry, standing=Standing.LATER) if entry.card.id == card_id else entry for entry in self.entries
        )

    def ids(self) -> tuple[int, ...]:
        return tuple(entry.card.id for entry in self.entries)

    def entry(self, card_id: int) -> Entry | None:
        return next((entry for entry in self.entries if entry.card.id == card_id), None)

    def place(self, card_id: int) -> int:
        """The card's place from 1 on; 0 when it is not in this sitting."""
        return self.ids().index(card_id) + 1 if card_id in self.ids() else 0

    def first(self) -> int:
        """The first card that waits, else the first that was put off, else 0."""
        return self._next_of(self.entries)

    def after_done(self, card_id: int) -> int:
        """The next card that waits, from here on and then from the beginning; those put off come last; else 0."""
        at = self.place(card_id)
        return self._next_of((*self.entries[at:], *self.entries[: max(0, at - 1)]))

    def neighbour(self, card_id: int, step: int) -> int:
        """The open card before (-1) or after (1) another; 0 where there is none."""
        at = self.place(card_id) - 1
        beside = self.entries[at + 1 :] if step > 0 else tuple(reversed(self.entries[: max(0, at)]))
        return next((entry.card.id for entry in beside if entry.open), 0)

    def around(self, card_id: int) -> Around:
        """What stands beside a card of this sitting."""
        entry = self.entry(card_id)
        if entry is None:
            return Around()
        card = entry.card
        drop = [other.card for other in self.entries if other.open and other.card.batch_id == card.batch_id]
        at = next((place for place, other in enumerate(drop) if other.id == card_id), -1)
        sharing = tuple(
            other.card for other in self.entries if other.card.id != card_id and _first(other.card) == _first(card)
        )
        return Around(
            before=drop[at - 1] if at > 0 else None,
            after=drop[at + 1] if 0 <= at < len(drop) - 1 else None,
            sharing=sharing,
            alone=len(drop) < 2,
        )

    def count(self, *standings: Standing) -> int:
        return sum(entry.standing in standings for entry in self.entries)

    @staticmethod
    def _next_of(entries: Sequence[Entry]) -> int:
        for wanted in (Standing.WAITING, Standing.LATER):
            for entry in entries:
                if entry.standing is wanted:
                    return entry.card.id
        return 0


def _first(card: StoredCard) -> int:
    """The id of the first person's card, on a card of several people the same for all."""
    return card.shares or card.id


def _renewed(entry: Entry, card: StoredCard | None) -> Entry | None:
    """The entry as its card is now; None when the card is gone altogether."""
    if card is None:
        return None
    if card.state is CardState.ACCEPTED:
        return Entry(card, Standing.ACCEPTED)
    if card.state is CardState.SKIPPED:
        return Entry(card, Standing.SKIPPED)
    return Entry(card, entry.standing if entry.open else Standing.WAITING)
