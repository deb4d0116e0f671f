"""Groups of an address book that come as cards of their own: their names become tags of those who are in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from cardkeeper.exchange.vcard import Property, VCard, listed
from cardkeeper.translation import trn


def without_groups(cards: Sequence[VCard]) -> tuple[tuple[VCard, ...], tuple[str, ...]]:
    """The cards of people, with the groups that they are in as CATEGORIES, and a sentence for each such group.

    A group of somebody who is not in the file stays a card, so that nothing of it is lost.
    """
    known = {uid for card in cards if (uid := _uid(card))}
    groups = {place: card for place, card in enumerate(cards) if _is_group(card)}
    told = {place: card for place, card in groups.items() if _name(card) and known.issuperset(_members(card))}
    if not told:
        return tuple(cards), ()
    tags: dict[str, list[str]] = defaultdict(list)
    for card in told.values():
        for member in _members(card):
            tags[member].append(_name(card))
    people = (card for place, card in enumerate(cards) if place not in told)
    return tuple(_tagged(card, tags.get(_uid(card), ())) for card in people), tuple(map(_said, told.values()))


def _tagged(card: VCard, tags: Sequence[str]) -> VCard:
    if not tags:
        return card
    return replace(card, properties=(*card.properties, Property("CATEGORIES", listed(tags))))


def _said(group: VCard) -> str:
    return trn(
        "“{name}” is a group: {count} person has it as a tag.",
        "“{name}” is a group: {count} people have it as a tag.",
        len(_members(group)),
        name=_name(group),
    )


def _is_group(card: VCard) -> bool:
    """By RFC 6350 section 6.1.4, or by what Apple wrote before there was a property for it."""
    kinds = card.all("KIND", "X-ADDRESSBOOKSERVER-KIND")
    return any(each.text.strip().lower() == "group" for each in kinds) and bool(_members(card))


def _name(card: VCard) -> str:
    return next((" ".join(each.text.split()) for each in card.all("FN") if each.text.strip()), "")


def _members(card: VCard) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_bare(each.text) for each in card.all("MEMBER", "X-ADDRESSBOOKSERVER-MEMBER")))


def _uid(card: VCard) -> str:
    return next((_bare(each.text) for each in card.all("UID")), "")


def _bare(uid: str) -> str:
    return uid.strip().removeprefix("urn:uuid:").lower()
