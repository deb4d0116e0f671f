"""Several people on one card: who they are, and what each of them has alone or shares with the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import permutations
from typing import Final

from cardkeeper import keys
from cardkeeper.model.cards import Reading, TextLine
from cardkeeper.model.drafts import Draft, DraftValue, FieldName, Gap, Look, Source
from cardkeeper.model.geometry import Box
from cardkeeper.model.people import PhoneKind

_SHARED: Final = (FieldName.COMPANY, FieldName.WEBSITE, FieldName.ADDRESS, FieldName.OTHER)
_REACHED: Final = (FieldName.EMAIL, FieldName.PHONE)
_UNDER: Final = 1.2
"""How far below a name, in heights of its print, a line may begin that tells what that person does."""
_LONGEST: Final = 60
_AND: Final = re.compile(r"\s+(&|\+|and|und|et|y|e|en|och|og|i)\s+")
"""Between the first names of two people, in the languages of the readers."""


@dataclass(frozen=True, slots=True)
class _Person:
    """One of the names on a card: its lines, where they stand, and the e-mails made of it."""

    name: DraftValue
    box: Box


def people_on(draft: Draft, reading: Reading) -> tuple[Draft, ...]:
    """One draft for each person whom a card names with an e-mail of their own; the draft itself where there is one.

    A second name is believed only where an e-mail address is made of it and the first name has another: a company,
    a title or a slogan taken for a person would be an invention.
    """
    first = draft.first(FieldName.NAME)
    emails = draft.all(FieldName.EMAIL)
    if first and (both := couple(first.text)) and _each_reached(both, emails):
        return another(draft)
    if first is None or not first.boxes or not any(spells(email.text, first.text) for email in emails):
        return (draft,)
    people = [_Person(first, _around(first.boxes))]
    for email in emails:
        if not any(spells(email.text, person.name.text) for person in people):
            found = _name_for(email, reading, people)
            people += [found] if found else []
    if len(people) < 2:
        return (draft,)
    return _shared_out(draft, sorted(people, key=_place))


def couple(name: str) -> tuple[str, str] | None:
    """The two people of “Anna and Bernd Meier”, each with the last name; None where a name is one person's."""
    one, joint, other = _AND.split(name.strip(), maxsplit=1) if _AND.search(name) else ("", "", "")
    if not joint or len(other.split()) < 2 or not one[:1].isupper() or not other[:1].isupper():
        return None
    return (one if len(one.split()) > 1 else f"{one} {other.split()[-1]}"), other


def _each_reached(both: tuple[str, str], emails: Sequence[DraftValue]) -> bool:
    """Whether each of a couple has an e-mail that is made of their name and not of the other's."""
    one, other = (
        any(spells(email.text, name) and not spells(email.text, without) for email in emails)
        for name, without in (both, both[::-1])
    )
    return one and other


def another(draft: Draft) -> tuple[Draft, Draft]:
    """The draft as it stays, and one of another person on the same card with what people of one card share.

    A couple's name is shared out, each keeps the e-mail that is made of their name, and both have the numbers; of
    anybody else, all that is theirs alone is pointed at by hand.
    """
    name = draft.first(FieldName.NAME)
    both = couple(name.text) if name else None
    if name is None or both is None:
        values = tuple(value for value in draft.values if value.field in _SHARED)
        return draft, Draft(values, (Gap(FieldName.NAME, Look.MISSING),))
    return _half(draft, name, *both), _half(draft, name, *reversed(both))


def _half(draft: Draft, name: DraftValue, mine: str, theirs: str) -> Draft:
    """What belongs to one of a couple."""
    values = []
    for value in draft.values:
        if value is name:
            values.append(replace(name, text=mine, looks=(), choices=(), source=Source.PERSON))
        elif value.field is not FieldName.EMAIL or spells(value.text, mine) or not spells(value.text, theirs):
            values.append(value)
    return Draft(tuple(values), draft.gaps)


def one_again(first: Draft, other: Draft) -> Draft:
    """The draft of a card that is one person's after all: nothing of the other draft is lost."""
    values = list(first.values)
    for value in other.values:
        if any(_same_place(value, one) for one in values) or not value.text.strip():
            continue
        keeps = value.field in (*_REACHED, FieldName.WEBSITE, FieldName.ADDRESS)
        values.append(value if keeps else replace(value, field=FieldName.OTHER, looks=(), choices=()))
    given = {value.field for value in values}
    return Draft(tuple(values), tuple(gap for gap in first.gaps if gap.field not in given))


def spells(email: str, name: str) -> bool:
    """Whether an e-mail address is made of a person's name: anna.meier@, ameier@, anna@, meier.a@."""
    local = keys.fold(email.partition("@")[0])
    letters = re.sub(r"[^a-z]", "", local)
    words = [re.sub(r"[^a-z]", "", word) for word in keys.name_words(name)]
    words = [word for word in words if word][:5]
    forms = {word for word in words if len(word) > 2}
    for one, other in permutations(words, 2):
        forms |= {one + other, one[0] + other, one + other[0]} if len(one) > 1 and len(other) > 1 else {one + other}
    return letters in forms and len(letters) > 2


def _name_for(email: DraftValue, reading: Reading, known: Sequence[_Person]) -> _Person | None:
    """The line of the card that an e-mail address is made of."""
    taken = {line for person in known for line in person.name.lines}
    for at, line in enumerate(reading.lines):
        if at not in taken and _may_be_name(line) and spells(email.text, line.text):
            text = line.text.strip(" ,;")
            name = DraftValue(
                FieldName.NAME, text, line.confidence, (line.box,), (at,), read=text, because=("an e-mail spells it",)
            )
            return _Person(name, line.box)
    return None


def _may_be_name(line: TextLine) -> bool:
    words = line.text.split()
    return 2 <= len(words) <= 5 and len(line.text) < _LONGEST and not re.search(r"[\d@/:|]", line.text)


def _shared_out(draft: Draft, people: Sequence[_Person]) -> tuple[Draft, ...]:
    names = {line for person in people for line in person.name.lines}
    owned: list[list[DraftValue]] = [_name_and_title(person.name) for person in people]
    shared: list[DraftValue] = []
    rest = [value for value in draft.values if not value.lines or not names.issuperset(value.lines)]
    for value in rest:
        at = _owner(value, rest, people)
        if at is None:
            shared.append(value)
        else:
            owned[at].append(value)
    for at, person in enumerate(people):
        if not any(value.field is FieldName.TITLE for value in owned[at]):
            title = _line_under(person, shared, people)
            if title is not None:
                shared = [value for value in shared if value is not title]
                owned[at].append(_as_title(title))
    order = list(FieldName)
    return tuple(
        Draft(tuple(sorted((*mine, *shared), key=lambda value: order.index(value.field))), draft.gaps) for mine in owned
    )


def _place(person: _Person) -> tuple[int, float]:
    """Where a person stands in reading order: by rows of print, then from the left."""
    return round(person.box.middle[1] / max(1.0, person.box.height)), person.box.left


def _name_and_title(name: DraftValue) -> list[DraftValue]:
    """“Rebecca Baxter, Partner” as two values."""
    first, _, rest = (part.strip() for part in name.text.partition(","))
    if not rest or len(first.split()) < 2:
        return [name]
    title = replace(name, field=FieldName.TITLE, text=rest, looks=(Look.GUESSED,), choices=())
    return [replace(name, text=first), title]


def _owner(value: DraftValue, values: Iterable[DraftValue], people: Sequence[_Person]) -> int | None:
    """The place of the person whom a value belongs to; None where all share it."""
    match value.field:
        case FieldName.EMAIL:
            return next((at for at, person in enumerate(people) if spells(value.text, person.name.text)), None)
        case FieldName.PHONE if value.kind is not PhoneKind.FAX:
            alike = [other for other in values if other.field is FieldName.PHONE and other.kind is value.kind]
            owners = [_nearest(other, people) for other in alike]
            everyone = sorted(owner for owner in owners if owner is not None) == list(range(len(people)))
            return _nearest(value, people) if everyone else None
        case FieldName.TITLE | FieldName.DEPARTMENT:
            return _nearest(value, people)
        case _:
            return None


def _nearest(value: DraftValue, people: Sequence[_Person]) -> int | None:
    """The person whose name stands nearest above a value, in its own column where names stand side by side."""
    if not value.boxes:
        return None
    box = value.boxes[0]
    above = [at for at, person in enumerate(people) if person.box.top <= box.middle[1] + box.height]
    if not above:
        return None
    return min(above, key=lambda at: (_aside(box, people[at].box), box.middle[1] - people[at].box.middle[1]))


def _aside(box: Box, name: Box) -> float:
    """How far a value stands beside a name, in pixels from edge to edge; 0 in the same column."""
    return max(0.0, box.left - name.right, name.left - box.right)


def _line_under(person: _Person, values: Sequence[DraftValue], people: Sequence[_Person]) -> DraftValue | None:
    for value in values:
        if value.field is FieldName.OTHER and value.boxes and _nearest(value, people) == people.index(person):
            gap = value.boxes[0].top - person.box.bottom
            if -0.5 * person.box.height < gap < _UNDER * person.box.height and not re.search(r"[\d@]", value.text):
                return value
    return None


def _as_title(value: DraftValue) -> DraftValue:
    because = (*value.because, "stands under the name")
    return replace(value, field=FieldName.TITLE, looks=(Look.GUESSED,), because=because, source=Source.PRINT)


def _same_place(one: DraftValue, other: DraftValue) -> bool:
    return keys.fold(one.text) == keys.fold(other.text) and (one.field is other.field or one.lines == other.lines)


def _around(boxes: Sequence[Box]) -> Box:
    box, *others = boxes
    for other in others:
        box = box.joined(other)
    return box
