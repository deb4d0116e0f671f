"""Where the fields of a draft stand on the card: what the picture marks, and how."""

from __future__ import annotations

from dataclasses import dataclass

from cardkeeper import review
from cardkeeper.model.cards import Reading
from cardkeeper.model.drafts import Draft, DraftValue, FieldName
from cardkeeper.model.geometry import Box, Side
from cardkeeper.translation import tr
from ui.card_view import Mark, Place
from ui.review.editing import Spot


@dataclass(frozen=True, slots=True)
class UnusedLine:
    """A line of the card that stands in no field, by its number in the reading."""

    line: int
    text: str


def places_of(draft: Draft, reading: Reading, side: Side) -> tuple[Place, ...]:
    """On one side of the card a place for each box of each value, and one for each line that is not used yet."""
    places: list[Place] = []
    for field in FieldName:
        if field is not FieldName.OTHER:
            for index, value in enumerate(draft.all(field)):
                places += _value_places(Spot(field, index), value)
    places += [
        Place(UnusedLine(line.line, line.text), reading.lines[line.line].box, Mark.UNUSED, tr("Not used yet"))
        for line in unused(draft, reading)
    ]
    return tuple(place for place in places if place.box.side is side)


def unused(draft: Draft, reading: Reading) -> tuple[UnusedLine, ...]:
    """The lines that stand in no field, in the order of the card."""
    return tuple(UnusedLine(line, reading.lines[line].text) for line in review.unused_lines(draft, reading))


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
