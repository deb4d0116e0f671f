"""What is done to several cards of the inbox at once, each as one step to undo."""

from __future__ import annotations

from collections.abc import Sequence

from cardkeeper import review
from cardkeeper.errors import WorldError
from cardkeeper.translation import trn
from ui.session import Session


def pair(session: Session, card_ids: Sequence[int]) -> None:
    """Make each two of these cards front and back of one; of just two, the front is the one that names a person."""
    library = session.library
    cards = [library.cards.get(card_id) for card_id in card_ids]
    pairs = list(zip(cards[::2], cards[1::2], strict=False))
    if len(pairs) == 1:
        pairs = [review.front_first(*pairs[0])]
    said = trn("Made front and back one card", "Made {count} cards of fronts and backs", len(pairs))
    try:
        with library.transaction(said):
            for front, back in pairs:
                library.cards.sides.pair(front.id, back.id)
    except WorldError as error:
        session.fail(error)


def skip(session: Session, card_ids: Sequence[int], reason: str) -> None:
    """Leave these cards out on purpose."""
    with session.library.transaction(trn("Skipped {count} card", "Skipped {count} cards", len(card_ids))):
        for card_id in card_ids:
            session.library.cards.skip(card_id, reason)


def put_back(session: Session, card_ids: Sequence[int]) -> None:
    """Let cards that were left out wait in the inbox again."""
    with session.library.transaction(trn("Put {count} card back", "Put {count} cards back", len(card_ids))):
        for card_id in card_ids:
            session.library.cards.put_back(card_id)
