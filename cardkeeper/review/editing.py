"""What a person may change about a draft: type, choose, point at a line of the card, move, take out."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from cardkeeper import keys
from cardkeeper.model.cards import Reading
from cardkeeper.model.drafts import Draft, DraftValue, FieldName, Source
from cardkeeper.model.people import PhoneKind

SINGLE: Final = frozenset({FieldName.NAME, FieldName.TITLE, FieldName.DEPARTMENT, FieldName.COMPANY})
"""Fields of which a person has one at a time; the others are lists."""


_INSIDE: Final = {
    FieldName.EMAIL: re.compile(r"[^\s<>:;,|]+@[^\s<>:;,|]+"),
    FieldName.PHONE: re.compile(r"[+(]?\d[\d ()./\-]{4,}\d(?:\s*(?:ext\.?|x)\s*\d+)?", re.IGNORECASE),
    FieldName.WEBSITE: re.compile(r"(?<![@\w.-])(?:https?://)?[^\s:@|/]+\.[^\s:@|.]{2,}(?<![,;])(?!@)", re.IGNORECASE),
}
"""Where the value stands in a line that also holds a label."""


def put(draft: Draft, field: FieldName, index: int, text: str, *, region: str = "") -> Draft:
    """The draft with a text that a person typed in a place of a field; one place past the last adds a value.

    An emptied value keeps its place and its boxes, so that typing may go on in it; accepting leaves it out.
    `region`: ISO 3166-1 code of the country to take for a phone number that names none and stands on a card without
    any other that does; empty: none.
    """
    text = " ".join(text.split()) if field is not FieldName.OTHER else text.strip()
    values = draft.all(field)
    if index < len(values) and values[index].text == text:
        return draft
    if index >= len(values):
        return _appended(draft, _typed(draft, DraftValue(field, ""), text, region)) if text else draft
    return _exchanged(draft, values[index], _typed(draft, values[index], text, region))


def confirm(draft: Draft, field: FieldName, index: int) -> Draft:
    """The draft with a value that a person looked at and found right as it stands."""
    value = draft.all(field)[index]
    return _exchanged(draft, value, replace(value, confidence=1.0, looks=(), choices=(), source=Source.PERSON))


def choose(draft: Draft, field: FieldName, index: int, text: str, *, region: str = "") -> Draft:
    """The draft with one of a value's choices taken, or the value itself confirmed."""
    if draft.all(field)[index].text == text:
        return confirm(draft, field, index)
    return put(draft, field, index, text, region=region)


def dismiss(draft: Draft, field: FieldName) -> Draft:
    """The draft with a field that a person looked for on the card and found to be missing."""
    return replace(draft, gaps=tuple(gap for gap in draft.gaps if gap.field is not field))


def set_kind(draft: Draft, index: int, kind: PhoneKind) -> Draft:
    """The draft with what a phone number is for."""
    value = draft.all(FieldName.PHONE)[index]
    return _exchanged(draft, value, replace(value, kind=kind))


def remove(draft: Draft, field: FieldName, index: int) -> Draft:
    """The draft without a value. What was printed moves to the other lines; from there it goes for good."""
    value = draft.all(field)[index]
    kept = _without(draft, value)
    if field is FieldName.OTHER or not value.lines:
        return kept
    return _appended(kept, _as_other(value))


def move(draft: Draft, field: FieldName, index: int, to: FieldName, *, region: str = "") -> Draft:
    """The draft with a value in another field: a title that is a department.

    Between two fields that hold one value each, the values change places: a company and a name that were mixed up.
    """
    value = draft.all(field)[index]
    moved = _in_field(value, to)
    kept = _without(draft, value)
    had = kept.first(to) if {field, to} <= SINGLE else None
    if had is not None:
        kept = _exchanged(kept, had, _in_field(had, field))
    if to is FieldName.PHONE:
        moved = replace(moved, kind=PhoneKind.OTHER, e164=_e164_beside(kept, moved, region))
    return _placed(kept, moved)


def assign_line(
    draft: Draft,
    reading: Reading,
    line: int,
    field: FieldName,
    index: int | None = None,
    *,
    join: bool = False,
    region: str = "",
) -> Draft:
    """The draft with the text of one line of the card in a field, as a person pointed at it.

    Labels before an e-mail, a number or a website stay out. Fields that hold one value take the line instead of what
    they had, lists take it beside; `index` names the value of a list that it replaces. Addresses, and any field with
    `join`, take it in the order of the card beside the lines they have.
    """
    found = _value_of_line(reading, line, field)
    here = draft.all(field)
    target = here[index or 0] if here and (index is not None or field in SINGLE or field is FieldName.ADDRESS) else None
    if target and line in target.lines:
        again = replace(found, kind=target.kind, e164=target.e164 if target.text == found.text else "")
        return _exchanged(draft, target, again) if target.lines == (line,) else draft
    freed = _with_rest(_line_freed(draft, reading, line, target), reading, found)
    if target and target in freed.values and (join or field is FieldName.ADDRESS):
        return _exchanged(freed, target, _joined(reading, target, found))
    if field is FieldName.PHONE:
        found = replace(found, kind=PhoneKind.OTHER, e164=_e164_beside(draft, found, region))
    if target and target in freed.values:
        replaced = _exchanged(freed, target, found)
        return _appended(replaced, _as_other(target)) if target.lines else replaced
    return _appended(freed, found)


def with_typed(read: Draft, before: Draft) -> Draft:
    """A draft that was read anew, with what a person had put before."""
    for field in FieldName:
        for value in before.all(field):
            if value.source is Source.PERSON and value.text.strip() and field is not FieldName.OTHER:
                known = [other.text for other in read.all(field)]
                index = 0 if field in SINGLE else len(known)
                read = read if value.text in known else put(read, field, index, value.text)
    return read


def unused_lines(draft: Draft, reading: Reading) -> tuple[int, ...]:
    """The lines of the card that say something and stand in no field but the other text, in the order of the card."""
    used = {line for value in draft.values if value.field is not FieldName.OTHER for line in value.lines}
    return tuple(at for at, line in enumerate(reading.lines) if at not in used and line.text.strip())


def _typed(draft: Draft, value: DraftValue, text: str, region: str) -> DraftValue:
    typed = value.typed(text)
    if value.field is not FieldName.PHONE:
        return typed
    return replace(
        typed, kind=value.kind or PhoneKind.OTHER, e164=_e164_beside(draft, replace(value, text=text), region)
    )


def _e164_beside(draft: Draft, value: DraftValue, region: str) -> str:
    """A number's E.164 form: its country is its own, else the one that the card's numbers agree on, else `region`."""
    known = {keys.region_of(other.e164) for other in (value, *draft.all(FieldName.PHONE)) if other.e164} - {""}
    return keys.e164(value.text, known.pop() if len(known) == 1 else region)


def _value_of_line(reading: Reading, line: int, field: FieldName) -> DraftValue:
    printed = reading.lines[line]
    inside = _INSIDE.get(field)
    match = inside.search(printed.text) if inside else None
    text = match.group().rstrip(".,;") if match else printed.text.strip()
    return DraftValue(
        field, text, printed.confidence, boxes=(printed.box,), lines=(line,), source=Source.PERSON, read=text
    )


def _with_rest(draft: Draft, reading: Reading, found: DraftValue) -> Draft:
    """The draft with what stands in the line beside the value that was taken out of it, unless that is a label."""
    (line,) = found.lines
    if not found.text:
        return draft
    before, _, after = reading.lines[line].text.partition(found.text)
    rest = " ".join(f"{before} {after}".split()).strip(" :;,|–-")
    if any(line in value.lines for value in draft.values) or not _says_something(rest):
        return draft
    return _appended(draft, replace(_as_other(found), text=rest, read=rest))


def _says_something(rest: str) -> bool:
    return len(rest) > 3 and (" " in rest or "@" in rest or any(letter.isdigit() for letter in rest))


def _joined(reading: Reading, value: DraftValue, found: DraftValue) -> DraftValue:
    """A value with one more line, in the order of the card where its text is still what was printed."""
    lines = tuple(sorted({*value.lines, *found.lines}))
    separator = ", " if value.field is FieldName.ADDRESS else " "
    printed = [reading.lines[line].text.strip(" ,") for line in lines]
    as_printed = separator.join(reading.lines[line].text.strip(" ,") for line in value.lines)
    whole = separator.join(printed)
    text = whole if value.text == as_printed else f"{value.text}{separator}{found.text}".strip(" ,")
    boxes = tuple(reading.lines[line].box for line in lines)
    return replace(value, text=text, read=whole, boxes=boxes, lines=lines, looks=(), choices=(), source=Source.PERSON)


def _line_freed(draft: Draft, reading: Reading, line: int, target: DraftValue | None) -> Draft:
    """The draft in which no other value holds the line alone; values that share a line keep it."""
    holders = [value for value in draft.values if line in value.lines and value is not target]
    named = [value for value in holders if value.field is not FieldName.OTHER]
    losers = [value for value in holders if value.field is FieldName.OTHER or len(named) == 1]
    for value in losers:
        draft = _exchanged(draft, value, _line_taken(reading, value, line))
    return draft


def _line_taken(reading: Reading, value: DraftValue, line: int) -> DraftValue | None:
    left = tuple(other for other in value.lines if other != line)
    if not left:
        return None
    taken = reading.lines[line].text.strip(" ,")
    text, read = _cut_out(taken, value.text), _cut_out(taken, value.read)
    return replace(value, text=text, read=read, lines=left, boxes=tuple(reading.lines[other].box for other in left))


def _cut_out(taken: str, text: str) -> str:
    return re.sub(r"(\s*,)+\s*", ", ", " ".join(text.replace(taken, "", 1).split())).strip(" ,")


def _in_field(value: DraftValue, field: FieldName) -> DraftValue:
    return replace(value, field=field, looks=(), choices=(), source=Source.PERSON, kind=None, e164="")


def _as_other(value: DraftValue) -> DraftValue:
    return replace(
        value, field=FieldName.OTHER, text=value.read or value.text, looks=(), choices=(), kind=None, e164=""
    )


def _placed(draft: Draft, value: DraftValue) -> Draft:
    """The draft with a value in its field; a field of one value gives what it had to the other lines."""
    had = draft.first(value.field) if value.field in SINGLE else None
    if had is None:
        return _appended(draft, value)
    replaced = _exchanged(draft, had, value)
    return _appended(replaced, _as_other(had)) if had.lines else replaced


def _appended(draft: Draft, value: DraftValue) -> Draft:
    return dismiss(replace(draft, values=(*draft.values, value)), value.field)


def _without(draft: Draft, value: DraftValue) -> Draft:
    return replace(draft, values=tuple(other for other in draft.values if other is not value))


def _exchanged(draft: Draft, old: DraftValue, new: DraftValue | None) -> Draft:
    if new is None:
        return _without(draft, old)
    values = tuple(new if value is old else value for value in draft.values)
    changed = replace(draft, values=values)
    return dismiss(changed, new.field) if new.text else changed
