"""What a reader would have made of a drawn card, flaws included: its scan, its words, and its draft."""

from __future__ import annotations

import random
from dataclasses import replace
from enum import Enum, auto

from cardkeeper.demo.drawing import DrawnCard, PrintedLine
from cardkeeper.demo.people import MadeUp
from cardkeeper.model.cards import Card, ReadCard, ReaderName, Reading, SecondLook, TextLine
from cardkeeper.model.drafts import Draft, DraftValue, FieldName, Gap, Look
from cardkeeper.model.geometry import Box, Quad
from cardkeeper.model.people import Phone


class Flaw(Enum):
    """What went wrong when a card was read."""

    NOTHING = auto()
    READERS_DIFFER = auto()
    TOWN_WITHOUT_STREET = auto()
    UNSURE_TITLE = auto()
    BROKEN_PHONE = auto()
    NO_EMAIL = auto()


def read(person: MadeUp, drawn: DrawnCard, picture: str, flaw: Flaw, chance: random.Random) -> ReadCard:
    """The card as read; `picture` is the SHA-256 of its file."""
    lines = [
        TextLine(line.text, line.box, round(chance.uniform(0.95, 0.999), 3), ReaderName.NEURAL) for line in drawn.lines
    ]
    values = _values(person, drawn.lines)
    gaps: tuple[Gap, ...] = (Gap(FieldName.EMAIL, Look.MISSING),) if flaw is Flaw.NO_EMAIL else ()
    values = [flawed for value in values for flawed in _flawed(value, flaw)]
    if flaw is Flaw.READERS_DIFFER:
        lines = [_seen_twice(line) if "@" in line.text else line for line in lines]
    whole = Quad.of_box(Box(0, 0, drawn.width, drawn.height))
    return ReadCard(
        Card(1, 1, whole, drawn.width, drawn.height, picture, dark=drawn.dark),
        Reading(drawn.width, drawn.height, tuple(lines), (), (ReaderName.NEURAL, ReaderName.TESSERACT)),
        Draft(tuple(values), gaps),
    )


def _values(person: MadeUp, lines: tuple[PrintedLine, ...]) -> list[DraftValue]:
    """The values in the order of the card; a line that repeats a part of the company's name belongs to that."""
    phones = {phone.number: phone for phone in person.phones}
    found = [
        _value(name, text, index, line, phones.get(text))
        for index, line in enumerate(lines)
        for name, text in line.values
    ]
    repeats = [index for index, line in enumerate(lines) if not line.values]
    return [
        replace(
            value,
            lines=tuple(sorted((*value.lines, *repeats))),
            boxes=tuple(lines[index].box for index in sorted((*value.lines, *repeats))),
        )
        if value.field is FieldName.COMPANY
        else value
        for value in found
    ]


def _value(name: FieldName, text: str, index: int, line: PrintedLine, phone: Phone | None) -> DraftValue:
    return DraftValue(
        name,
        text,
        0.97,
        (line.box,),
        (index,),
        kind=phone.kind if phone else None,
        e164=phone.e164 if phone else "",
        read=text,
    )


def _flawed(value: DraftValue, flaw: Flaw) -> list[DraftValue]:
    match flaw, value.field:
        case Flaw.READERS_DIFFER, FieldName.EMAIL:
            return [replace(value, confidence=0.62, looks=(Look.READERS_DIFFER,), choices=(_misread(value.text),))]
        case Flaw.TOWN_WITHOUT_STREET, FieldName.ADDRESS:
            street, town = value.text.split(", ", 1)
            other = replace(value, field=FieldName.OTHER, text=street, read=street)
            return [replace(value, text=town, read=town, confidence=0.7, looks=(Look.TOWN_WITHOUT_STREET,)), other]
        case Flaw.UNSURE_TITLE, FieldName.TITLE:
            return [replace(value, confidence=0.48, looks=(Look.UNSURE,))]
        case Flaw.BROKEN_PHONE, FieldName.PHONE:
            broken = value.text[:-3]
            return [replace(value, text=broken, read=broken, e164="", confidence=0.5, looks=(Look.NOT_A_NUMBER,))]
        case _:
            return [value]


def _seen_twice(line: TextLine) -> TextLine:
    return replace(line, confidence=0.9, seconds=(SecondLook(_misread(line.text), 0.71, ReaderName.TESSERACT),))


def _misread(text: str) -> str:
    """The text as a reader takes it who mixes up two letters before the @, or the first one it can."""
    for right, wrong in (("i", "l"), ("o", "0"), ("e", "c"), ("a", "o")):
        at = text.rfind(right, 0, text.find("@"))
        if at > 0:
            return text[:at] + wrong + text[at + 1 :]
    return f"{text}."
