"""What a field may say instead: other readings of it, what another field says, and lines that no field uses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cardkeeper import keys
from cardkeeper.first_names import written
from cardkeeper.model.cards import Reading
from cardkeeper.model.drafts import Draft, DraftValue, FieldName
from cardkeeper.review.editing import SINGLE, assign_line, choose, move, unused_lines


@dataclass(frozen=True, slots=True)
class Offer:
    """A text for a field, and where it stands now."""

    text: str
    field: FieldName | None = None
    """The other field that says it; the two change places."""
    line: int | None = None
    """The line of the reading, by its number, that says it and that no field uses."""
    join: bool = False
    """Whether that line goes beside what the field says, as the rest of it."""


def offers(draft: Draft, reading: Reading, field: FieldName, index: int) -> tuple[Offer, ...]:
    """What a place of a field may say other than what it does, the likeliest first.

    A name that is printed in capitals is offered as one writes it. A reading that joins the field with what another
    field says comes last: it is right where one line was torn in two.
    """
    values = draft.all(field)
    value = values[index] if index < len(values) else DraftValue(field, "")
    small = (written(value.text),) if field is FieldName.NAME else ()
    texts = [text for text in (*small, *value.choices) if text != value.text]
    elsewhere = _elsewhere(draft, field)
    free = unused(draft, reading)
    whole = _whole(draft, reading, field)
    placed = {offer.text: offer for offer in (*free, *whole, *elsewhere)}
    readings = [placed.get(text, Offer(text)) for text in texts]
    joined = [offer for offer in readings if offer.field is None and _holds_one(offer.text, elsewhere)]
    likely = [offer for offer in readings if offer not in joined]
    return tuple(dict.fromkeys((*likely, *elsewhere, *free, *whole, *joined)))


def take(draft: Draft, reading: Reading, field: FieldName, index: int, offer: Offer, *, region: str = "") -> Draft:
    """The draft with an offer taken in a place of a field.

    A list takes a line beside what it has, unless the place was emptied before. `region`: see `put`.
    """
    if offer.field is not None:
        return move(draft, offer.field, 0, field, region=region)
    if offer.line is None:
        return choose(draft, field, index, offer.text, region=region)
    here = draft.all(field)
    emptied = index < len(here) and not here[index].text.strip()
    return assign_line(draft, reading, offer.line, field, index if emptied else None, join=offer.join, region=region)


def unused(draft: Draft, reading: Reading) -> tuple[Offer, ...]:
    """The lines of the card that stand in no field, in the order of the card."""
    return tuple(Offer(reading.lines[line].text.strip(), line=line) for line in unused_lines(draft, reading))


def _elsewhere(draft: Draft, field: FieldName) -> tuple[Offer, ...]:
    """What the other fields of one value say, where this is one of them too."""
    others = [other for other in FieldName if other in SINGLE and other is not field] if field in SINGLE else []
    return tuple(Offer(text, field=other) for other in others if (text := draft.text(other).strip()))


def _whole(draft: Draft, reading: Reading, field: FieldName) -> tuple[Offer, ...]:
    """What a field of one value says, each time with one of the lines before and after it."""
    value = draft.first(field) if field in SINGLE else None
    if value is None or not value.text.strip():
        return ()
    beside = {near for line in value.lines for near in (line - 1, line + 1)}
    lines = beside.intersection(unused_lines(draft, reading))
    return tuple(
        Offer(assign_line(draft, reading, line, field, join=True).text(field), line=line, join=True)
        for line in sorted(lines)
    )


def _holds_one(text: str, offers: Iterable[Offer]) -> bool:
    return any(keys.fold(offer.text) in keys.fold(text) for offer in offers)
