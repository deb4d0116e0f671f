"""`inbox`: the cards that wait for a review."""

from __future__ import annotations

import argparse

import msgspec

from cardkeeper import review
from cardkeeper.cli.libraries import met_as_json, open_to_read
from cardkeeper.cli.printing import card_fields
from cardkeeper.cli.terminal import DONE, Subparsers, out, say
from cardkeeper.model.cards import ReadCard, StoredCard
from cardkeeper.model.drafts import FieldName
from cardkeeper.translation import tr


def register(subparsers: Subparsers) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("inbox", help=tr("show the cards that wait for a review"))
    parser.add_argument("--json", action="store_true", help=tr("one JSON object a line for each card"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the cards, oldest drop first."""
    with open_to_read(options) as library:
        cards = library.cards.inbox()
    for card in cards:
        out(_json_line(card) if options.json else _line(card))
    if not cards:
        say(tr("The inbox is empty."))
    return DONE


def _line(card: StoredCard) -> str:
    who = ", ".join(text for text in (card.draft.text(FieldName.NAME), card.draft.text(FieldName.COMPANY)) if text)
    fields = ", ".join(review.field_words(field) for field in card.draft.needs_look)
    looks = tr("Look: {fields}", fields=fields) if fields else tr("Reads clearly")
    return f"{card.id}\t{who}\t{looks}\t{card.scan.name}"


def _json_line(card: StoredCard) -> str:
    line: dict[str, object] = {"id": card.id, "batch": card.batch_id, "file": card.scan.name}
    line |= card_fields(ReadCard(card.card, card.reading, card.draft))
    del line["seconds"]
    if card.back is not None:
        line["back"] = card.back.scan.name
    return msgspec.json.encode(line | {"met": met_as_json(card.context)}).decode()
