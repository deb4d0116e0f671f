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
from cardkeeper.fields.contact_points import core_of, ending_of, find_emails, find_websites, registered
from cardkeeper.fields.context import host_likeness, local_likeness, squeeze
from cardkeeper.fields.facts import facts_of, postcode_in
from cardkeeper.fields.phones import find_phones
from cardkeeper.fields.words import fold, plain_set
from cardkeeper.model.cards import Reading, SecondLook
from cardkeeper.model.drafts import DraftValue, FieldName, Gap, Look, Source

_CONTACT: Final = (FieldName.EMAIL, FieldName.PHONE, FieldName.WEBSITE)
_HEARD: Final = 0.5
"""Below this confidence a second look says nothing."""
_SAME_PLACE: Final = 72
"""Per cent of likeness from which a second look saw the same print, if not the same letters."""
_LONE_I: Final = re.compile(r"(?<=[a-z.@])I(?=[a-z])|(?<![^\W_])I(?=[b-df-hj-np-tv-z][a-z])")
"""A capital I among small letters, where an address has an l."""
_VIETNAMESE: Final = re.compile("[\u1ea0-\u1ef9ơƠưƯđĐăĂ]")


def agreed(values: Sequence[DraftValue], reading: Reading) -> list[DraftValue]:
    """The values with what second looks, the other values and the script of the card say of them."""
    result = [_told_apart(value, values) for value in values]
    result = [_compared(value, result, reading) for value in result]
    result = _hosts_compared(result)
    result = [_name_compared(value, result) for value in result]
    result = [_place_checked(value) for value in result]
    if any(_VIETNAMESE.search(line.text) for line in reading.lines) and not _heard_accents(reading):
        result = [_unread(value) for value in result]
    return result


def _heard_accents(reading: Reading) -> bool:
    """Whether a second look, too, read Vietnamese letters: then they are not lost."""
    return any(_VIETNAMESE.search(look.text) for line in reading.lines for look in line.seconds)


def _unread(value: DraftValue) -> DraftValue:
    if value.field in {*_CONTACT, FieldName.OTHER}:
        return value
    return replace(value, looks=(*value.looks, Look.UNREAD_SCRIPT), confidence=min(value.confidence, 0.4))


def _compared(value: DraftValue, values: Sequence[DraftValue], reading: Reading) -> DraftValue:
    looks = [look for line in value.lines for look in reading.lines[line].seconds if look.confidence >= _HEARD]
    if not looks or value.field is FieldName.OTHER or value.source is not Source.PRINT:
        return value
    heard = " ".join(look.text for look in looks)
    said = _verdict(value.field, value.text, heard)
    if said is Verdict.AGREES:
        # Print that both read alike is what stands there, whether or not the world gives such numbers out.
        doubts = tuple(look for look in value.looks if look not in {Look.NOT_A_NUMBER, Look.UNKNOWN_ENDING})
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


def _told_apart(value: DraftValue, values: Sequence[DraftValue]) -> DraftValue:
    """An address with a capital I where it may have an l, settled by the name, the company and the other addresses."""
    match = _LONE_I.search(value.text) if value.field in _CONTACT[::2] and value.source is Source.PRINT else None
    if match is None or fold(value.text.partition("@")[0]) in plain_set("mailboxes"):
        return value
    other = value.text[: match.start()] + "l" + value.text[match.end() :]
    ours, theirs = _explained(value.text, value, values), _explained(other, value, values)
    if ours > theirs + 0.05:
        return value
    settled = theirs > ours + 0.05
    because = (*value.because, "a capital I read for an l" + (", as the card spells it elsewhere" if settled else ""))
    looks = value.looks if settled else tuple(dict.fromkeys((*value.looks, Look.MENDED)))
    text = other if settled or match.start() > 0 else value.text
    choices = (value.text if text == other else other, *value.choices)
    return replace(value, text=text, read=text, looks=looks, choices=choices, because=because)


def _explained(address: str, value: DraftValue, values: Sequence[DraftValue]) -> float:
    """How well the rest of the card explains an address, by its name, its company and the hosts of its addresses."""
    local, _, host = address.rpartition("@")
    core = core_of(re.sub(r"(?i)^https?://|/.*$", "", host))
    best = 0.0
    for other in values:
        if other.field is FieldName.NAME and local:
            best += local_likeness(other.text, (fold(local),))
        elif other.field is FieldName.COMPANY:
            best += host_likeness(other.text, (core,))
        elif other.field in _CONTACT[::2] and other is not value:
            best += core_of(_host(other)) == core
    return best


class Verdict(Enum):
    """What a second look says of a value."""

    AGREES = auto()
    DIFFERS = auto()
    UNREAD = auto()
    """It saw nothing there, or no more than a part: that says nothing of the value."""


def _verdict(field: FieldName, text: str, heard: str) -> Verdict:
    wanted, said = _bare(field, text), _bare(field, heard)
    if wanted in said or (field not in _CONTACT and _all_in(text, said)):
        return Verdict.AGREES
    if field not in _CONTACT:
        return Verdict.DIFFERS
    place = fuzz.partial_ratio_alignment(wanted, said, score_cutoff=_SAME_PLACE)
    if place is None or len(said) < _SAME_PLACE / 100 * len(wanted):
        return Verdict.UNREAD
    begin = max(0, place.dest_start - place.src_start)
    window = said[begin : place.dest_start - place.src_start + len(wanted)]
    steps = Levenshtein.editops(wanted, window)
    inner = [step for step in steps if not (step.tag == "insert" and step.src_pos in {0, len(wanted)})]
    return Verdict.DIFFERS if any(step.tag != "delete" for step in inner) else Verdict.UNREAD


def _confirmation(value: DraftValue, values: Sequence[DraftValue]) -> str:
    """What else on the card spells the same address: a name for its first part, another address for its host."""
    own = registered(_host(value))
    others = (other for other in values if other is not value and other.field in _CONTACT[::2])
    if not own or not any(registered(_host(other)) == own for other in others):
        return ""
    if value.field is FieldName.WEBSITE:
        return "another address has the same host" if _host(value).casefold().removeprefix("www.") == own else ""
    local = (fold(value.text.partition("@")[0]),)
    named = any(other.field is FieldName.NAME and local_likeness(other.text, local) >= 1.0 for other in values)
    return "the name and another address spell it alike" if value.field is FieldName.EMAIL and named else ""


def _all_in(text: str, heard: str) -> bool:
    return all(squeeze(word) in heard for word in text.split())


def _bare(field: FieldName, text: str) -> str:
    if field is FieldName.PHONE:
        return re.sub(r"\D", "", text)
    if field in _CONTACT:
        return re.sub(r"[^\w.@/-]", "", _LONE_I.sub("l", text)).casefold()
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


def _hosts_compared(values: list[DraftValue]) -> list[DraftValue]:
    """E-mail and web page that name nearly, not quite, the same host: one of them is misread."""
    hosts = {index: core_of(_host(value)) for index, value in enumerate(values) if value.field in _CONTACT[::2]}
    result = list(values)
    for index, core in hosts.items():
        others = {other for at, other in hosts.items() if at != index and other != core}
        near = [other for other in others if len(core) > 5 and _one_off(core, other)]
        if near and core not in plain_set("mail_hosts") and not result[index].looks:
            sure = round(0.6 * result[index].confidence, 3)
            because = (*result[index].because, f"another address of the card says {near[0]}")
            choice = result[index].text.replace(core, near[0])
            result[index] = replace(
                result[index], confidence=sure, looks=(Look.UNSURE,), because=because, choices=(choice,)
            )
    return result


def _name_compared(value: DraftValue, values: Sequence[DraftValue]) -> DraftValue:
    """An e-mail address that nearly, not quite, spells the person or the company: one of the two is misread."""
    if value.field is not FieldName.EMAIL or value.looks or value.source is not Source.PRINT:
        return value
    local, _, host = value.text.rpartition("@")
    bare = squeeze(re.sub(r"\d", "", local))
    for other in values:
        words = [squeeze(word) for word in other.text.split()]
        if other.field is FieldName.NAME:
            near = next((word for word in words if len(word) > 4 and _nearly_in(word, bare)), "")
        elif other.field is FieldName.COMPANY:
            core = squeeze(core_of(host))
            near = next((word for word in (*words, "".join(words)) if len(word) > 5 and _one_off(word, core)), "")
        else:
            continue
        if near:
            because = (*value.because, f"nearly, not quite, spells {near!r}")
            return replace(value, looks=(Look.UNSURE,), confidence=round(0.7 * value.confidence, 3), because=because)
    return value


def _nearly_in(word: str, text: str) -> bool:
    """Whether a text holds all but one letter of a word, in place, and nowhere the word itself."""
    windows = [text[at : at + len(word)] for at in range(len(text) - len(word) + 1)]
    return word not in windows and any(sum(x != y for x, y in zip(w, word, strict=True)) == 1 for w in windows)


def _one_off(a: str, b: str) -> bool:
    """Whether two names differ by one or two letters in place, as misread ones do."""
    return len(a) == len(b) and 0 < sum(x != y for x, y in zip(a, b, strict=True)) <= 2


def _host(value: DraftValue) -> str:
    return re.sub(r"(?i)^https?://|/.*$", "", value.text.rpartition("@")[2])


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
    gaps = []
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
    host = _host(value)
    own = value.field in _CONTACT[::2] and core_of(host) not in plain_set("mail_hosts") | plain_set("networks")
    return own and bool(ending_of(host))
