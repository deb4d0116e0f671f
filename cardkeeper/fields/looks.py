"""Where a person should look: readers that disagree, places that are half there, fields that seem to be missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from cardkeeper.fields import labels
from cardkeeper.fields.contact_points import core_of, ending_of, find_emails, find_websites, host_of, registered
from cardkeeper.fields.context import local_likeness, squeeze
from cardkeeper.fields.facts import facts_of, postcode_in
from cardkeeper.fields.phones import find_phones
from cardkeeper.fields.spelling import LONE_I, cross_checked, spelt
from cardkeeper.fields.words import fold, plain_set
from cardkeeper.model.cards import ReaderName, Reading, SecondLook, TextLine
from cardkeeper.model.drafts import DraftValue, FieldName, Gap, Look, Source

_CONTACT: Final = (FieldName.EMAIL, FieldName.PHONE, FieldName.WEBSITE)
_HEARD: Final = 0.5
"""Below this confidence a second look says nothing."""
_WHOLE: Final = 8
"""Digits from which a number may be whole."""
_SAME_PLACE: Final = 72
"""Per cent of likeness from which a second look saw the same print, if not the same letters."""
_VIETNAMESE: Final = re.compile("[\u1ea0-\u1ef9ơƠưƯđĐăĂ]")


def agreed(values: Sequence[DraftValue], reading: Reading) -> list[DraftValue]:
    """The values with what second looks, the other values and the script of the card say of them."""
    result = spelt(values, reading)
    result = [_compared(value, result, reading) for value in result]
    result = cross_checked(result)
    result = [_place_checked(value) for value in result]
    unsure = _lines_without_marks(reading.lines)
    return [_unread(value) if unsure.intersection(value.lines) else value for value in result]


def _lines_without_marks(lines: Sequence[TextLine]) -> set[int]:
    """The lines of a Vietnamese card whose letters may have lost marks, which the neural reader knows only in part.

    On a card that was looked at in Vietnamese these are the lines of which the two looks could not be brought together.
    """
    if not any(_VIETNAMESE.search(line.text) for line in lines):
        return set()
    seen = {at: [look.text for look in line.seconds] for at, line in enumerate(lines)}
    heard = any(_is_read_anew(line) or _VIETNAMESE.search("".join(seen[at])) for at, line in enumerate(lines))
    return {
        at
        for at, line in enumerate(lines)
        if line.reader is ReaderName.NEURAL
        and not (heard and (line.text in seen[at] or "".join((line.text, *seen[at])).isascii()))
    }


def _is_read_anew(line: TextLine) -> bool:
    """Whether a line is in a script that the neural reader, which reads first, has no letters for."""
    return line.reader is ReaderName.TESSERACT and any(look.reader is ReaderName.NEURAL for look in line.seconds)


def _unread(value: DraftValue) -> DraftValue:
    if value.field in {*_CONTACT, FieldName.OTHER}:
        return value
    return replace(value, looks=(*value.looks, Look.UNREAD_SCRIPT), confidence=min(value.confidence, 0.4))


def _compared(value: DraftValue, values: Sequence[DraftValue], reading: Reading) -> DraftValue:
    lines = [reading.lines[line] for line in value.lines]
    if any(map(_is_read_anew, lines)):
        value = replace(value, because=(*value.because, "read in its own language: the first reader lacks its letters"))
    looks = [look for line in lines if not _is_read_anew(line) for look in line.seconds if look.confidence >= _HEARD]
    if not looks or value.field is FieldName.OTHER or value.source is not Source.PRINT:
        return value
    heard = " ".join(look.text for look in looks)
    said = _verdict(value.field, value.text, heard)
    if said is Verdict.AGREES:
        # Print that both read alike is what stands there, whether or not the world gives such numbers out.
        whole = value.field is not FieldName.PHONE or len(re.sub(r"\D", "", value.text)) >= _WHOLE
        settled = {Look.NOT_A_NUMBER, Look.UNKNOWN_ENDING} if whole else set()
        doubts = tuple(look for look in value.looks if look not in settled)
        raised = value.confidence if doubts == value.looks else value.confidence / 0.6
        sure = round(1.0 - 0.35 * (1.0 - min(raised, 0.985)), 3) if not doubts else value.confidence
        because = (*value.because, "the second reader agrees")
        return replace(value, confidence=max(sure, value.confidence), looks=doubts, because=because)
    if said is Verdict.UNREAD:
        return replace(value, because=(*value.because, "the second reader could not read it"))
    if confirmed_by := _confirmation(value, values):
        return replace(value, because=(*value.because, f"the second reader differs, but {confirmed_by}"))
    because = (*value.because, "the second reader saw something else")
    if value.field in _CONTACT or value.field is FieldName.NAME:
        choices = tuple(dict.fromkeys((*value.choices, *_others(value.field, looks))))
        return replace(
            value,
            confidence=round(0.8 * value.confidence, 3),
            looks=tuple(dict.fromkeys((*value.looks, Look.READERS_DIFFER))),
            choices=tuple(choice for choice in choices if choice != value.text),
            because=because,
        )
    return replace(value, confidence=round(0.93 * value.confidence, 3), because=because)


class Verdict(Enum):
    """What a second look says of a value."""

    AGREES = auto()
    DIFFERS = auto()
    UNREAD = auto()
    """It saw nothing there, or no more than a part: that says nothing of the value."""


def _verdict(field: FieldName, text: str, heard: str) -> Verdict:
    wanted, said = _bare(field, text), _bare(field, heard)
    if field not in _CONTACT:
        return Verdict.AGREES if wanted in said else Verdict.DIFFERS
    if wanted in said:
        return Verdict.AGREES if _stands_alone(field, wanted, heard) else Verdict.DIFFERS
    place = fuzz.partial_ratio_alignment(wanted, said, score_cutoff=_SAME_PLACE)
    if place is None or len(said) < _SAME_PLACE / 100 * len(wanted):
        return Verdict.UNREAD
    begin = max(0, place.dest_start - place.src_start)
    window = said[begin : place.dest_start - place.src_start + len(wanted)]
    steps = Levenshtein.editops(wanted, window)
    inner = [step for step in steps if not (step.tag == "insert" and step.src_pos in {0, len(wanted)})]
    return Verdict.DIFFERS if any(step.tag != "delete" for step in inner) else Verdict.UNREAD


def _stands_alone(field: FieldName, wanted: str, heard: str) -> bool:
    """Whether a second look saw the whole value, rather than a longer one that holds it."""
    if field is FieldName.PHONE:
        found = find_phones(heard, trusting=True)
        if any(_bare(field, each.text) == wanted for each in found):
            return True
        place = re.search(r"\D{0,8}".join(wanted), heard)
        around = (heard[: place.start()], heard[place.end() :]) if place else ("0", "")
        return not (re.search(r"\d[\s().–/-]{0,3}$", around[0]) or re.match(r"[\s().–/-]{0,3}\d", around[1]))
    before = r"(?<![\w.+-])" if field is FieldName.EMAIL else ""
    spelt = r"\s?".join(re.escape(sign) for sign in wanted)
    return field is FieldName.WEBSITE or re.search(before + spelt, LONE_I.sub("l", heard), re.IGNORECASE) is not None


def _confirmation(value: DraftValue, values: Sequence[DraftValue]) -> str:
    """What else on the card spells the same address: a name for its first part, another address for its host."""
    own = registered(host_of(value.text))
    others = (other for other in values if other is not value and other.field in _CONTACT[::2])
    if not own or not any(registered(host_of(other.text)) == own for other in others):
        return ""
    if value.field is FieldName.WEBSITE:
        return "another address has the same host" if host_of(value.text).casefold().removeprefix("www.") == own else ""
    local = (fold(value.text.partition("@")[0]),)
    named = any(other.field is FieldName.NAME and local_likeness(other.text, local) >= 1.0 for other in values)
    return "the name and another address spell it alike" if value.field is FieldName.EMAIL and named else ""


def _bare(field: FieldName, text: str) -> str:
    if field is FieldName.PHONE:
        return re.sub(r"\D", "", text)
    if field in _CONTACT:
        return re.sub(r"[^\w.@/-]", "", LONE_I.sub("l", text)).casefold()
    return squeeze(text)


def _others(field: FieldName, looks: Sequence[SecondLook]) -> list[str]:
    match field:
        case FieldName.EMAIL:
            return [found.text for look in looks for found in find_emails(look.text)]
        case FieldName.WEBSITE:
            return [found.text for look in looks for found in find_websites(look.text)]
        case FieldName.PHONE:
            return [found.text for look in looks for found in find_phones(look.text, trusting=True)]
        case _:
            return [look.text.strip() for look in looks]


def _place_checked(value: DraftValue) -> DraftValue:
    if value.field is not FieldName.ADDRESS or value.looks:
        return value
    facts = facts_of(value.text)
    town = facts.postcode or facts.place or facts.country or postcode_in(value.text)
    street = facts.street or re.search(r"\d", re.sub(r"\b\d{4,6}\b", "", value.text))
    if not town and value.text.count(",") < 2:
        return replace(value, looks=(Look.STREET_WITHOUT_TOWN,), confidence=round(0.7 * value.confidence, 3))
    if not street:
        return replace(value, looks=(Look.TOWN_WITHOUT_STREET,), confidence=round(0.7 * value.confidence, 3))
    return value


def gaps_of(values: Sequence[DraftValue], reading: Reading) -> tuple[Gap, ...]:
    """Fields that are empty although the card seems to say something there."""
    given = {value.field for value in values}
    rest = [value.text for value in values if value.field is FieldName.OTHER]
    unread = (FieldName.NAME, FieldName.COMPANY) if reading.unread else ()
    gaps = [Gap(field, Look.UNREAD_SCRIPT) for field in unread if field not in given]
    given = given.union(unread)
    if reading.lines and FieldName.NAME not in given:
        gaps.append(Gap(FieldName.NAME, Look.MISSING))
    if FieldName.COMPANY not in given and any(_own_host(value) for value in values):
        gaps.append(Gap(FieldName.COMPANY, Look.MISSING))
    for field, sign in ((FieldName.EMAIL, "email"), (FieldName.PHONE, "work"), (FieldName.WEBSITE, "website")):
        labelled = (labels.leading(text, single=False) for text in rest)
        if field not in given and any(label and sign in label.kinds for label in labelled):
            gaps.append(Gap(field, Look.MISSING))
    if FieldName.EMAIL not in given and any("@" in text.strip("@ ") for text in rest):
        gaps.append(Gap(FieldName.EMAIL, Look.MISSING))
    return tuple(dict.fromkeys(gaps))


def _own_host(value: DraftValue) -> bool:
    host = host_of(value.text)
    own = value.field in _CONTACT[::2] and core_of(host) not in plain_set("mail_hosts") | plain_set("networks")
    return own and bool(ending_of(host))
