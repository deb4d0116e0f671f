"""Where the fields of a draft stand on the card: what the picture marks, and how."""

from __future__ import annotations

from cardkeeper import review
from cardkeeper.model.cards import Reading
from cardkeeper.model.drafts import Draft, DraftValue, FieldName
from cardkeeper.model.geometry import Box, Side
from cardkeeper.translation import tr
from ui.card_view import Mark, Place
from ui.review.editing import Spot


def places_of(draft: Draft, reading: Reading, side: Side) -> tuple[Place, ...]:
    """On one side of the card a place for each box of each value, and one for each line that is not used yet."""
    places: list[Place] = []
    for field in FieldName:
        if field is not FieldName.OTHER:
            for index, value in enumerate(draft.all(field)):
                places += _value_places(Spot(field, index), value)
    places += [
        Place(offer, reading.lines[offer.line].box, Mark.UNUSED, tr("Not used yet"))
        for offer in review.unused(draft, reading)
        if offer.line is not None
    ]
    return tuple(place for place in places if place.box.side is side)


def side_of(value: DraftValue | None, shown: Side) -> Side:
    """The side to look at for a value: the one that is shown where it stands there, or nowhere."""
    sides = [box.side for box in value.boxes] if value else []
    return shown if not sides or shown in sides else sides[0]


def around(value: DraftValue | None, side: Side) -> Box | None:
    """The smallest box that holds all places of a value on one side; None where it has none there."""
    boxes = [box for box in value.boxes if box.side is side] if value else []
    if not boxes:
        return None
    box, *others = boxes
    for other in others:
        box = box.joined(other)
    return box


def _value_places(spot: Spot, value: DraftValue) -> list[Place]:
    mark = Mark.LOOK if value.needs_look else Mark.OTHER
    return [Place(spot, box, mark, review.field_words(spot.field)) for box in value.boxes]
