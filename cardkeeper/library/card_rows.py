"""Cards as rows: what was read and understood is kept as JSON, whole, beside what is asked for by column."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import msgspec

from cardkeeper.library.connection import Row, Value
from cardkeeper.library.contact_rows import day_of
from cardkeeper.model.cards import Card, CardState, ReadCard, Reading, Scan, StoredCard
from cardkeeper.model.drafts import Draft
from cardkeeper.model.people import MetContext

COLUMNS: Final = """
    SELECT k.id, k.batch_id, k.cut, k.reading, k.draft, k.state, k.context, b.context, k.contact_id, k.skip_reason,
        s.sha256, s.name, s.media_type, s.byte_size, s.pages, s.taken_on
    FROM cards k JOIN batches b ON b.id = k.batch_id JOIN scans s ON s.id = k.scan_id"""
"""Everything of a card, for `card_of`; to be narrowed and ordered."""


_KEPT: Final = 1024
"""So many cards are kept as values once they were read: an inbox of hundreds is listed after each change."""


def json_text(value: object) -> str:
    """A value of the model as it is stored."""
    return msgspec.json.encode(value).decode()


@lru_cache(maxsize=1024)
def context_of(text: str) -> MetContext:
    return msgspec.json.decode(text, type=MetContext)


@lru_cache(maxsize=_KEPT)
def _reading(text: str) -> Reading:
    return msgspec.json.decode(text, type=Reading)


@lru_cache(maxsize=_KEPT)
def _draft(text: str) -> Draft:
    return msgspec.json.decode(text, type=Draft)


def read_values(read: ReadCard) -> dict[str, Value]:
    """What a reading of a card writes."""
    return {
        "cut": json_text(read.card),
        "picture": read.card.picture,
        "seconds": read.seconds,
        "reading": json_text(read.reading),
        "draft": json_text(read.draft),
    }


def card_of(row: Row) -> StoredCard:
    """A row of COLUMNS as a value."""
    card_id, batch_id, cut, reading, draft, state, own, batch_context, contact_id, skip_reason = row[:10]
    sha256, name, media_type, byte_size, pages, taken_on = row[10:]
    return StoredCard(
        id=card_id,
        scan=Scan(sha256, name, media_type, byte_size, pages, day_of(taken_on)),
        batch_id=batch_id,
        card=msgspec.json.decode(cut, type=Card),
        reading=_reading(reading),
        draft=_draft(draft),
        state=CardState(state),
        context=context_of(batch_context if own is None else own),
        differs=own is not None,
        contact_id=contact_id,
        skip_reason=skip_reason,
    )
