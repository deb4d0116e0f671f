"""Cards as rows: what was read and understood is kept as JSON, whole, beside what is asked for by column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import msgspec

from cardkeeper import review
from cardkeeper.errors import WrongInput
from cardkeeper.library.connection import Connection, Row, Value
from cardkeeper.library.contact_rows import day_of
from cardkeeper.model.cards import BackSide, Card, CardState, ReadCard, Reading, Scan, StoredCard
from cardkeeper.model.drafts import Draft
from cardkeeper.model.people import MetContext, NextStep
from cardkeeper.remembered import remembered
from cardkeeper.translation import tr

_SCAN: Final = "{0}.sha256, {0}.name, {0}.media_type, {0}.byte_size, {0}.pages, {0}.taken_on"

_COLUMNS: Final = f"""
    SELECT k.id, k.batch_id, k.cut, k.reading, k.draft, k.state, k.context, b.context, k.contact_id, k.skip_reason,
        k.step, k.shares_id, k.apart, r.id, r.cut, r.reading, {_SCAN.format("s")}, {_SCAN.format("q")}
    FROM cards k JOIN batches b ON b.id = k.batch_id JOIN scans s ON s.id = k.scan_id
        LEFT JOIN cards r ON r.front_id = coalesce(k.shares_id, k.id) LEFT JOIN scans q ON q.id = r.scan_id"""  # noqa: S608
"""Everything of a card and of its back; no word of it comes from outside."""


_KEPT: Final = 1024
"""So many cards are kept as values once they were read: an inbox of hundreds is listed after each change."""


class CardRows:
    """Finds cards as values, and changes columns of theirs."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, card_id: int) -> StoredCard:
        """One card, of a back the whole card that it belongs to. Raises WrongInput when it is not there (any more)."""
        row = self._connection.row(
            _COLUMNS + " WHERE k.id = coalesce((SELECT front_id FROM cards WHERE id = ?1), ?1)",  # noqa: S608
            (card_id,),
        )
        if row is None:
            raise missing(card_id)
        with self._connection.making_sense():
            return _card(row)

    def find(self, condition: str, values: tuple[Value, ...] = (), *, order: str) -> tuple[StoredCard, ...]:
        """The cards (`k`, the first person's `f`) that meet a condition; a back is a part of its front, and no card."""
        first = "LEFT JOIN cards f ON f.id = k.shares_id"
        rows = self._connection.rows(
            f"{_COLUMNS} {first} WHERE k.front_id IS NULL AND {condition} ORDER BY {order}", values
        )
        with self._connection.making_sense():
            return tuple(_card(row) for row in rows)

    def change(self, card_id: int, values: Mapping[str, Value]) -> None:
        """Set columns of a card. Raises WrongInput when it is not there (any more)."""
        if not self._connection.update("cards", card_id, values):
            raise missing(card_id)

    def exchange(self, card: StoredCard, read: ReadCard) -> None:
        """Keep what was read anew on a card, with what a person had typed before."""
        self.change(card.id, read_values(replace(read, draft=review.with_typed(read.draft, card.draft))))


def json_text(value: object) -> str:
    """A value of the model as it is stored."""
    return msgspec.json.encode(value).decode()


@remembered(1_024)
def context_of(text: str) -> MetContext:
    return msgspec.json.decode(text, type=MetContext)


@remembered(_KEPT)
def reading_of(text: str) -> Reading:
    """A stored reading."""
    return msgspec.json.decode(text, type=Reading)


@remembered(_KEPT)
def _both(front: str, back: str) -> Reading:
    return reading_of(front).with_back(reading_of(back))


@remembered(_KEPT)
def draft_of(text: str) -> Draft:
    """A stored draft."""
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


def missing(card_id: int) -> WrongInput:
    """What is raised for a card that is not there."""
    return WrongInput(tr("There is no card {id}.", id=card_id))


def _card(row: Row) -> StoredCard:
    """A row of the columns as a value."""
    card_id, batch_id, cut, reading, draft, state, own, batch_context, contact_id, skip_reason = row[:10]
    step, shares, apart, back_id, back_cut, back_reading = row[10:16]
    back = None if back_id is None else BackSide(back_id, _scan(row[22:]), msgspec.json.decode(back_cut, type=Card))
    return StoredCard(
        id=card_id,
        scan=_scan(row[16:22]),
        batch_id=batch_id,
        card=msgspec.json.decode(cut, type=Card),
        reading=reading_of(reading) if back is None else _both(reading, back_reading),
        draft=draft_of(draft),
        state=CardState(state),
        context=context_of(batch_context if own is None else own),
        differs=own is not None,
        contact_id=contact_id,
        skip_reason=skip_reason,
        step=None if step is None else msgspec.json.decode(step, type=NextStep),
        back=back,
        shares=shares or 0,
        apart=bool(apart),
    )


def _scan(row: Row) -> Scan:
    sha256, name, media_type, byte_size, pages, taken_on = row
    return Scan(sha256, name, media_type, byte_size, pages, day_of(taken_on))
