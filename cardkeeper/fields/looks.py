"""Where a person should look: readers that disagree, places that are half there, fields that seem to be missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from cardkeeper.fields import labels
from cardkeeper.fields.contact_points import core_of, ending_of, find_emails, find_websites
from cardkeeper.fields.context import squeeze
from cardkeeper.fields.facts import facts_of, postcode_in
from cardkeeper.fields.phones import find_phones
from cardkeeper.fields.words import plain_set
from cardkeeper.model.cards import Reading, SecondLook
from cardkeeper.model.drafts import DraftValue, FieldName, Gap, Look, Source

_CONTACT: Final = (FieldName.EMAIL, FieldName.PHONE, FieldName.WEBSITE)
_HEARD: Final = 0.5
"""Below this confidence a second look says nothing."""
_VIETNAMESE: Final = re.compile("[\u1ea0-\u1ef9ơƠưƯđĐăĂ]")


def agreed(values: Sequence[DraftValue], reading: Reading) -> list[DraftValue]:
    """The values with what second looks, the other values and the script of the card say of them."""
    result = [_compared(value, reading) for value in values]
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


def _compared(value: DraftValue, reading: Reading) -> DraftValue:
    looks = [look for line in value.lines for look in reading.lines[line].seconds if look.confidence >= _HEARD]
    if not looks or value.field is FieldName.OTHER or value.source is not Source.PRINT:
        return value
    heard = _bare(value.field, " ".join(look.text for look in looks))
    wanted = _bare(value.field, value.text)
    if wanted in heard or (value.field not in _CONTACT and _all_in(value.text, heard)):
        sure = round(1.0 - 0.35 * (1.0 - value.confidence), 3)
        return replace(value, confidence=sure, because=(*value.because, "the second reader agrees"))
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


def _all_in(text: str, heard: str) -> bool:
    return all(squeeze(word) in heard for word in text.split())


def _bare(field: FieldName, text: str) -> str:
    if field is FieldName.PHONE:
        return re.sub(r"\D", "", text)
    if field in _CONTACT:
        return re.sub(r"\s", "", text).casefold()
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
