"""How addresses are spelt: settled by the name, the company and the other addresses of the card, or marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from rapidfuzz.distance import Hamming

from cardkeeper.fields.contact_points import core_of, host_of, registered
from cardkeeper.fields.context import host_likeness, local_likeness, spelt_out, squeeze
from cardkeeper.fields.words import fold, plain_set
from cardkeeper.model.cards import Reading
from cardkeeper.model.drafts import DraftValue, FieldName, Look, Source

_ADDRESSES: Final = (FieldName.EMAIL, FieldName.WEBSITE)
_SPELT: Final = 0.9
"""Likeness from which a mail address spells a name, umlauts written out or not."""
_LABEL: Final = re.compile(r"(?:[eE][.:]|E(?=[a-z]))(?=[^\W_]{2}|[^\W_]\.)")
"""A letter that labels an address and may have been glued to it."""
LONE_I: Final = re.compile(r"(?<=[a-z.@])I(?=[a-z]|$)|(?<![^\W_])I(?=[b-df-hj-np-tv-z][a-z])")
"""A capital I among small letters, where an address has an l."""
_LOOKS_LIKE: Final = str.maketrans("i10", "llo")
_CLEAR: Final = 0.05
_PART: Final = 3
"""Letters of a name's part in an address."""


def spelt(values: Sequence[DraftValue], reading: Reading) -> list[DraftValue]:
    """The values with addresses spelt as the rest of the card and the second reader spell them."""
    return [
        _spelt(value, values, [look.text for line in value.lines for look in reading.lines[line].seconds])
        if value.field in _ADDRESSES and value.source is Source.PRINT
        else value
        for value in values
    ]


def _spelt(value: DraftValue, values: Sequence[DraftValue], heard: Sequence[str]) -> DraftValue:
    if value.field is FieldName.EMAIL:
        value = _without_label(value, values, heard)
    return _parted(_settled(value, values), values, heard)


def cross_checked(values: Sequence[DraftValue]) -> list[DraftValue]:
    """The values with addresses marked that nearly, not quite, agree with another or with the name."""
    result = _hosts_compared(list(values))
    return [_name_compared(value, result) for value in result]


def _other_spellings(value: DraftValue, values: Sequence[DraftValue]) -> Iterator[tuple[str, str]]:
    """What an address may be instead, and why."""
    words = [squeeze(word) for other in values if other.field is FieldName.NAME for word in other.text.split()]
    initials = {word[:1] for word in words}
    if value.field is FieldName.EMAIL and value.text[0] == "I" and "l" in initials and "i" not in initials:
        yield "l" + value.text[1:], "a capital I read for the name's l"
    lone = LONE_I.search(value.text)
    if lone and fold(value.text.partition("@")[0]) not in plain_set("mailboxes"):
        yield value.text[: lone.start()] + "l" + value.text[lone.end() :], "a capital I read for an l"


def _without_label(value: DraftValue, values: Sequence[DraftValue], heard: Sequence[str]) -> DraftValue:
    """An e-mail address without the letter that labels it, or the bar before it, where a reader glued that to it.

    It is one where the name, or the second reader, or a usual mailbox shows the address without it.
    """
    label = _LABEL.match(value.text)
    names = [other.text for other in values if other.field is FieldName.NAME]
    bare = value.text[label.end() if label else 1 :]
    local = fold(bare.partition("@")[0])
    shown = local in plain_set("mailboxes") and (label is not None or value.text[0] in "Il")
    if label and not any(squeeze(word)[:1] == "e" for name in names for word in name.split()):
        apart = re.compile(rf"(?i)(?<!\w)e[.:]?\s+{re.escape(local)}\s?@")
        shown |= any(map(apart.search, heard)) or any(local_likeness(name, (local,)) >= _SPELT for name in names)
    return _respelt(value, bare, (*value.because, "without the label that was glued to it")) if shown else value


def _settled(value: DraftValue, values: Sequence[DraftValue]) -> DraftValue:
    """An address spelt in the way that the rest of the card explains best; an I that nothing explains is marked."""
    ours = _explained(value.text, value, values)
    for other, why in _other_spellings(value, values):
        theirs = _explained(other, value, values)
        because = (*value.because, f"{why}, as the rest of the card has it")
        if theirs > ours + _CLEAR:
            return _respelt(value, other, because)
        if abs(theirs - ours) <= _CLEAR and other[1:] == value.text[1:] and "@" in value.text:
            return _respelt(value, other, (*value.because, why), Look.MENDED)
    return value


def _respelt(value: DraftValue, text: str, because: tuple[str, ...], *looks: Look) -> DraftValue:
    looks = tuple(dict.fromkeys((*value.looks, *looks)))
    return replace(value, text=text, read=text, looks=looks, choices=(value.text, *value.choices), because=because)


def _parted(value: DraftValue, values: Sequence[DraftValue], heard: Sequence[str]) -> DraftValue:
    """A mail address of two names in one, between which readers lose a dot: put back where the second saw a gap."""
    local, _, host = value.text.partition("@")
    own = core_of(host) not in plain_set("mail_hosts")
    for name in (other for other in values if other.field is FieldName.NAME):
        words = [squeeze(word) for word in spelt_out(name.text).split()]
        pairs = [(one, two) for one in words for two in words if one != two and words[0] in {one, two}]
        parts = [(one, two) for one, two in pairs if one + two == local.casefold()]
        for one, two in parts:
            if min(len(one), len(two)) < _PART:
                continue
            dotted = f"{local[: len(one)]}.{local[len(one) :]}@{host}"
            gap = re.compile(rf"(?i){one}\s?[ ._]\s?{two}\s?@")
            if any(map(gap.search, heard)):
                because = (*value.because, "the second reader saw a gap between the names")
                return _respelt(value, dotted, because, Look.MENDED)
            if own and not value.looks:
                because = (*value.because, "two names without a dot between them")
                sure = round(0.9 * value.confidence, 3)
                return replace(value, looks=(Look.UNSURE,), choices=(dotted,), confidence=sure, because=because)
    return value


def _explained(address: str, value: DraftValue, values: Sequence[DraftValue]) -> float:
    """How well the rest of the card explains an address, by its name, its company and the hosts of its addresses."""
    local = address.rpartition("@")[0]
    core = core_of(host_of(address))
    best = 0.0
    for other in values:
        if other.field is FieldName.NAME and local:
            best += local_likeness(other.text, (fold(local),))
        elif other.field is FieldName.COMPANY:
            best += host_likeness(other.text, (core,))
        elif other.field in _ADDRESSES and other is not value:
            best += core_of(host_of(other.text)) == core
    return best


def _hosts_compared(values: list[DraftValue]) -> list[DraftValue]:
    """E-mail and web page that name nearly, not quite, the same host: one of them is misread."""
    hosts = {index: registered(host_of(value.text)) for index, value in enumerate(values) if value.field in _ADDRESSES}
    result = list(values)
    for index, host in hosts.items():
        others = {other for at, other in hosts.items() if at != index and other != host}
        near = [other for other in others if _misread(host, other)]
        if near and core_of(host) not in plain_set("mail_hosts") and not result[index].looks:
            sure = round(0.6 * result[index].confidence, 3)
            because = (*result[index].because, f"another address of the card says {near[0]}")
            choice = result[index].text.replace(host, near[0])
            result[index] = replace(
                result[index], confidence=sure, looks=(Look.UNSURE,), because=because, choices=(choice,)
            )
    return result


def _name_compared(value: DraftValue, values: Sequence[DraftValue]) -> DraftValue:
    """An e-mail address that nearly, not quite, spells the person: one of the two is misread."""
    if value.field is not FieldName.EMAIL or value.looks or value.source is not Source.PRINT:
        return value
    local = value.text.rpartition("@")[0]
    bare = squeeze(re.sub(r"\d", "", local))
    for name in (other.text for other in values if other.field is FieldName.NAME):
        near = next((word for word in map(squeeze, name.split()) if len(word) > 4 and _nearly_in(word, bare)), "")
        if near and local_likeness(name, (fold(local),)) < _SPELT:
            because = (*value.because, f"nearly, not quite, spells {near!r}")
            return replace(value, looks=(Look.UNSURE,), confidence=round(0.7 * value.confidence, 3), because=because)
    return value


def _nearly_in(word: str, text: str) -> bool:
    """Whether a text holds all but one letter of a word, in place or all but its first, and nowhere the word itself."""
    if text == word[1:]:
        return True
    windows = [text[at : at + len(word)] for at in range(len(text) - len(word) + 1)]
    return word not in windows and any(Hamming.distance(window, word) == 1 for window in windows)


def _misread(host: str, other: str) -> bool:
    """Whether two hosts are one, read differently: letters that look alike, or two wrong ones in a long name."""
    if host.translate(_LOOKS_LIKE) == other.translate(_LOOKS_LIKE):
        return True
    core, theirs = core_of(host), core_of(other)
    return len(core) == len(theirs) > 5 and 0 < Hamming.distance(core, theirs) <= 2
