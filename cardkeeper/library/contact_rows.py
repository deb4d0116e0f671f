"""People as rows: one contact is a row with child rows, of which only those are written that changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Final

import msgspec

from cardkeeper import keys
from cardkeeper.library.connection import Connection, Row, Value
from cardkeeper.model.people import Contact, FollowUpKind, Kept, Phone, PhoneKind, Position, Tier, Tone

_KEPT: Final = msgspec.json.Decoder(Kept)

_TEXTS: Final[Mapping[str, Callable[[Contact], tuple[str, ...]]]] = {
    "email": lambda contact: contact.emails,
    "website": lambda contact: contact.websites,
    "address": lambda contact: contact.addresses,
    "tag": lambda contact: contact.tags,
    "fact": lambda contact: contact.facts,
    "offer": lambda contact: contact.offers,
    "door": lambda contact: contact.doors,
    "other": lambda contact: contact.other,
    "unsure": lambda contact: contact.unsure,
    "kept": lambda contact: tuple(msgspec.json.encode(kept).decode() for kept in contact.kept),
    "import": lambda contact: contact.imported,
}
"""The kinds of row in `details`, and what of a contact they hold."""


def ids_as_json(ids: Sequence[int]) -> str:
    """Ids as one value for `json_each`, which takes any number of them."""
    return msgspec.json.encode(ids).decode()


def load_contacts(connection: Connection, ids: Sequence[int]) -> list[Contact]:
    """The contacts with these ids, in this order; ids of nobody are left out."""
    asked = (ids_as_json(ids),)
    rows = connection.rows(
        "SELECT id, name, notes, tier, cadence_days, form, language, tone FROM contacts"
        " WHERE id IN (SELECT value FROM json_each(?))",
        asked,
    )
    positions = _by_person(
        connection.rows(
            "SELECT contact_id, title, department, company, since, until FROM positions"
            " WHERE contact_id IN (SELECT value FROM json_each(?)) ORDER BY contact_id, place",
            asked,
        )
    )
    phones = _by_person(
        connection.rows(
            "SELECT contact_id, number, kind, e164 FROM phones"
            " WHERE contact_id IN (SELECT value FROM json_each(?)) ORDER BY contact_id, place",
            asked,
        )
    )
    details = _by_person(
        connection.rows(
            "SELECT contact_id, kind, text FROM details"
            " WHERE contact_id IN (SELECT value FROM json_each(?)) ORDER BY contact_id, kind, place",
            asked,
        )
    )
    with connection.making_sense():
        found = {row[0]: _contact(row, positions[row[0]], phones[row[0]], details[row[0]]) for row in rows}
    return [found[person] for person in ids if person in found]


def contact_values(contact: Contact) -> dict[str, Value]:
    """What the row of a contact itself holds."""
    return {
        "name": contact.name,
        "notes": contact.notes,
        "tier": contact.tier.value if contact.tier else None,
        "cadence_days": contact.cadence_days,
        "form": contact.form.value if contact.form else None,
        "language": contact.language,
        "tone": contact.tone.value if contact.tone else None,
    }


def write_children(connection: Connection, contact_id: int, old: Contact | None, new: Contact) -> None:
    """Write the child rows of a contact; those that are as they were in `old` stay untouched."""
    if old is None or old.positions != new.positions:
        _replace(connection, "positions", contact_id, [_position_values(position) for position in new.positions])
    if old is None or old.phones != new.phones:
        _replace(connection, "phones", contact_id, [_phone_values(phone) for phone in new.phones])
    for kind, texts in _TEXTS.items():
        if old is None or texts(old) != texts(new):
            if old is not None:
                connection.run("DELETE FROM details WHERE contact_id = ? AND kind = ?", (contact_id, kind))
            for place, text in enumerate(texts(new)):
                connection.insert("details", {"contact_id": contact_id, "kind": kind, "place": place, "text": text})


def day_of(text: str | None) -> date | None:
    """A stored day."""
    return date.fromisoformat(text) if text else None


def day_text(day: date | None) -> str | None:
    """A day as it is stored, ISO 8601."""
    return day.isoformat() if day else None


def _replace(connection: Connection, table: str, contact_id: int, rows: Iterable[dict[str, Value]]) -> None:
    connection.run(_REMOVE[table], (contact_id,))
    for place, values in enumerate(rows):
        connection.insert(table, {"contact_id": contact_id, "place": place, **values})


_REMOVE: Final = {
    "positions": "DELETE FROM positions WHERE contact_id = ?",
    "phones": "DELETE FROM phones WHERE contact_id = ?",
}


def _position_values(position: Position) -> dict[str, Value]:
    return {
        "title": position.title,
        "department": position.department,
        "company": position.company,
        "company_key": keys.company_key(position.company) if position.company else "",
        "since": day_text(position.since),
        "until": day_text(position.until),
    }


def _phone_values(phone: Phone) -> dict[str, Value]:
    return {"number": phone.number, "kind": phone.kind.value, "e164": phone.e164}


def _contact(row: Row, positions: list[Row], phones: list[Row], details: list[Row]) -> Contact:
    contact_id, name, notes, tier, cadence_days, form, language, tone = row
    texts: defaultdict[str, list[str]] = defaultdict(list)
    for kind, text in details:
        texts[kind].append(text)
    return Contact(
        name=name,
        positions=tuple(
            Position(title, department, company, day_of(since), day_of(until))
            for title, department, company, since, until in positions
        ),
        emails=tuple(texts["email"]),
        phones=tuple(Phone(number, PhoneKind(kind), e164) for number, kind, e164 in phones),
        websites=tuple(texts["website"]),
        addresses=tuple(texts["address"]),
        tags=tuple(texts["tag"]),
        facts=tuple(texts["fact"]),
        offers=tuple(texts["offer"]),
        doors=tuple(texts["door"]),
        notes=notes,
        other=tuple(texts["other"]),
        tier=Tier(tier) if tier else None,
        cadence_days=cadence_days,
        form=FollowUpKind(form) if form else None,
        language=language,
        tone=Tone(tone) if tone else None,
        unsure=tuple(texts["unsure"]),
        kept=tuple(_KEPT.decode(text) for text in texts["kept"]),
        imported=tuple(texts["import"]),
        id=contact_id,
    )


def _by_person(rows: Iterable[Row]) -> defaultdict[int, list[Row]]:
    gathered: defaultdict[int, list[Row]] = defaultdict(list)
    for row in rows:
        gathered[row[0]].append(row[1:])
    return gathered
