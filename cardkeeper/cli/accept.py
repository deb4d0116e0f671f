"""`accept`: makes people of cards in the inbox, their drafts taken as they are."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from cardkeeper import review
from cardkeeper.cli.libraries import local_today, open_to_write, settings_of
from cardkeeper.cli.terminal import DONE, SOME_FAILED, Subparsers, out, say
from cardkeeper.errors import WrongInput
from cardkeeper.library import Library
from cardkeeper.matching import Match, find_known
from cardkeeper.model.cards import StoredCard
from cardkeeper.model.overview import Accepted
from cardkeeper.model.people import Contact, FollowUpKind
from cardkeeper.settings import Settings
from cardkeeper.translation import tr, trn


def register(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("accept", help=tr("make people of cards, as they were read"))
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("ids", nargs="*", type=int, default=[], metavar="ID", help=tr("cards, by their number in inbox"))
    which.add_argument("--all", action="store_true", help=tr("every card in the inbox"))
    parser.add_argument(
        "--update", action="store_true", help=tr("update people who are known for sure, instead of adding them anew")
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Accept the cards as one undo step. Prints id and name of each person; returns 1 when a card was refused."""
    with open_to_write(options) as library:
        ids = [card.id for card in library.cards.inbox()] if options.all else options.ids
        with library.transaction(trn("Accepted {count} card", "Accepted {count} cards", len(ids))):
            refused = _accept(library, ids, _Usual(local_today(), settings_of(library)), update=options.update)
    return SOME_FAILED if refused else DONE


@dataclass(frozen=True, slots=True)
class _Usual:
    """What is decided about a card of which nobody says more: the usual next step, from today on."""

    today: date
    settings: Settings

    def accept(self, card: StoredCard, known: Contact | None) -> Accepted:
        step = review.default_step(
            self.today, card.context.on, kind=self.settings.next_step, working_days=self.settings.working_days
        )
        if step.kind is FollowUpKind.NONE:
            step = replace(step, reason=tr("Set so for every new person"))
        return review.accept(card.draft, card.context, step, self.today, known)


def _accept(library: Library, ids: Sequence[int], usual: _Usual, *, update: bool) -> bool:
    """Accept each card; returns whether one was refused, which is told."""
    refused = False
    for card_id in ids:
        try:
            card = library.cards.get(card_id)
            known = _known(library, card, update=update)
            accepted = usual.accept(card, known.contact if known else None)
            contact_id = library.cards.accept(card_id, accepted)
        except WrongInput as error:
            refused = True
            say(tr("Card {id}: {reason}", id=card_id, reason=error))
            continue
        out(f"{contact_id}\t{accepted.contact.name or accepted.contact.company}")
    return refused


def _known(library: Library, card: StoredCard, *, update: bool) -> Match | None:
    """Whom to update; someone who may be known is told of, and stays as they are unless that was asked for."""
    match = next(iter(find_known(card.draft, library.people.candidates(card.draft))), None)
    if match is None or (update and match.sure):
        return match
    say(
        tr(
            "Card {id}: you may know {name}, person {person}. {reason}. Added anew.",
            id=card.id,
            name=match.contact.name,
            person=match.contact.id,
            reason=match.words,
        )
    )
    return None
