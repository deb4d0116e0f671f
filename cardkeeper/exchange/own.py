"""What only Cardkeeper knows of a person, written into an exported vCard as one property that other programs pass over.

So an export for oneself imports again without loss: facts, offers, earlier jobs, how one met.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any, Final

import msgspec

from cardkeeper.exchange.vcard import Params, Property, VCard, escape
from cardkeeper.model.people import Contact, FollowUp, MetContext, Phone, Position

NAME: Final = "X-CARDKEEPER"

OF_A_CARD: Final[Params] = ((NAME, ("card",)),)
"""Marks a PHOTO that is the picture of somebody's business card, which the library has among its cards."""


class OwnFields(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a vCard has no property for; where something is empty here, the card itself says it."""

    more: dict[str, Any] = msgspec.field(default_factory=dict)
    """Fields of the contact by their names."""
    notes: str | None = None
    """Set where NOTE says more than the notes."""
    positions: tuple[Position, ...] = ()
    addresses: tuple[str, ...] = ()
    e164: tuple[str, ...] = ()
    """Of the phones, in their order, where their numbers alone don't tell."""
    met: tuple[MetContext, ...] = ()
    next_step: FollowUp | None = None


NOTHING: Final = OwnFields()

_SAID_BY_THE_CARD: Final = frozenset(
    {"id", "name", "positions", "emails", "phones", "websites", "addresses", "tags", "notes", "kept", "imported"}
)
_UNSAID: Final = {field.name: field.default for field in fields(Contact) if field.name not in _SAID_BY_THE_CARD}


def own_property(
    contact: Contact, met: tuple[MetContext, ...] = (), next_step: FollowUp | None = None
) -> Property | None:
    """What a vCard can't say of this person otherwise; None where that is nothing."""
    plain = len(contact.positions) < 2 and all(job.until is None and job.since is None for job in contact.positions)
    own = OwnFields(
        more={name: value for name, usual in _UNSAID.items() if (value := getattr(contact, name)) != usual},
        notes=contact.notes if met else None,
        positions=() if plain else contact.positions,
        addresses=contact.addresses if any("\n" in address for address in contact.addresses) else (),
        e164=() if all(map(_obvious, contact.phones)) else tuple(phone.e164 for phone in contact.phones),
        met=met,
        next_step=replace(next_step, contact_id=0, id=0) if next_step else None,
    )
    return None if own == NOTHING else Property(NAME, escape(msgspec.json.encode(own).decode()))


def own_fields(card: VCard) -> OwnFields | None:
    """What Cardkeeper once wrote into a card; None where it didn't, or where nobody can read it any more."""
    written = card.first(NAME)
    if written is None:
        return None
    try:
        own = msgspec.json.decode(written.text, type=OwnFields)
        msgspec.convert({"name": "", **own.more}, Contact)
    except msgspec.MsgspecError:
        return None
    return own


def with_own(contact: Contact, own: OwnFields) -> Contact:
    """The person of a card with what Cardkeeper wrote of them; what another program changed since holds."""
    phones = contact.phones
    if len(own.e164) == len(phones):
        phones = tuple(replace(phone, e164=e164) for phone, e164 in zip(phones, own.e164, strict=True))
    mine = own.notes is not None and contact.notes.startswith(own.notes)
    same = _words(contact.positions) == _words(job for job in own.positions if job.current)
    said = msgspec.convert({"name": "", **own.more}, Contact)
    more = {name: getattr(said, name) for name in own.more if name in _UNSAID}
    return replace(
        contact,
        positions=own.positions if own.positions and same else contact.positions,
        phones=phones,
        addresses=own.addresses or contact.addresses,
        notes=own.notes or "" if mine else contact.notes,
        kept=tuple(each for each in contact.kept if not (mine and each.name.upper() == "NOTE")),
        **{**more, "other": (*said.other, *(line for line in contact.other if line not in said.other))},
    )


def _words(jobs: Iterable[Position]) -> set[str]:
    """What ORG and TITLE say of some jobs, each once."""
    return {word for job in jobs for word in (job.title, job.company, job.department) if word}


def _obvious(phone: Phone) -> bool:
    return not phone.e164 or phone.number.lstrip().startswith("+")
