"""What contact points left of each line, cut where separators may part two values on one line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from cardkeeper.fields import labels
from cardkeeper.fields.facts import Facts, facts_of, only_degrees, street_first
from cardkeeper.fields.goods import with_goods
from cardkeeper.fields.hours import hours_in
from cardkeeper.fields.layout import Piece, part_of, usual_height
from cardkeeper.fields.spacing import respaced
from cardkeeper.fields.words import east_asian, fold, plain, plain_set, word_list
from cardkeeper.model.cards import Reading, TextLine

_CUT: Final = re.compile(r"(?<=[^\W\d])[–—](?=[^\W\d])|\s+[–—|•·‧/-]\s*|\s*[–—]\s+|(?<=\w)-\s+|\s*[|•·‧]\s*|\s{3,}")
_LEAD: Final = " \t,;:|·•*-–—/\\>=~_.'\"`^°"
_TAIL: Final = " \t;:|·•*–—\\>=~_'`^°"
_NOTHING: Final = re.compile(r"^(?!\s*&\s*$)[\W_]*$")
_OFFICE: Final = re.compile(
    r"(?i)^\W*(?:[^\W\d]+\s){0,2}(?:branch|office|factory|plant|showroom|warehouse|headquarters|niederlassung|filiale|"
    r"succursale|oficina|sede|filial|zentrale|hauptsitz)\W*$|^\S{0,6}(?:支店|本社|営業所|支社|工場|事務所|본사|지사|总部|分公司)$"
)
_WORD_BEHIND: Final = re.compile(r"(?<=\w)[^\w)]+(?=[^\W\d_]{3})")
"""Where a word of three letters or more begins behind another."""
_NUMBER_OF: Final = re.compile(r"\.?[\s:#]{1,3}(?!(?:1[6-9]|20)\d\d\b)[A-Z]{0,3}-?\d")
"""What a register's label is followed by: a number that is no year."""
_STATE: Final = re.compile(r"(?:\(?(?!HR|IT|PR|TV|QA|AI|RH|VP)[A-Z]{2}\)?|\d{5,6}(?:-\d{3,4})?|\d{3} \d{3})[\s.]*")
"""The state or the postcode of a town at the end of a line: "São Paulo - SP", "New Delhi - 110001"."""
_PRONOUNS: Final = re.compile(r"(?i)^\W*(?:she|he|they|sie|er|elle|il|ella|él)\s?/\s?\w{2,6}(?:\s?/\s?\w{2,6})?\W*$")
"""How a person wants to be spoken of: "(she/her)"."""
_HANDLE: Final = re.compile(r"\W*(?:(?:[^\W\d_]+[:\s]\s*)?[@#/]|in/)[^\W\d]\S*\W*$")
"""The name of somebody on a network: "@anna.draws", "LinkedIn /in/annaberg"."""
_WHICH: Final = re.compile(r"\s?(?:#|no\.?\s?)?\d(?=\s?:)")
"""The number of one of several offices, behind their label."""
_COLON: Final = re.compile(r"\W*[^\W\d_]+(?:\s[^\W\d_]+)?(:\s+)(?=\S)")
_PAIR: Final = 2
_SIGNS: Final = re.compile(r"[\u3400-\u9fff\uac00-\ud7af]{2,4}")
_TITLE_FIRST: Final = re.compile(r"^[^\W\d_]{2,12}[.:]\s*(?=[^\W\d_])")


def pieces_of(reading: Reading, taken: Mapping[int, Sequence[tuple[int, int]]]) -> list[Piece]:
    """The pieces of a card, top to bottom; `taken`: the characters of each line that a contact point or label holds."""
    found: list[Piece] = []
    order = sorted(range(len(reading.lines)), key=lambda i: (reading.lines[i].box.top, reading.lines[i].box.left))
    for index in order:
        line = reading.lines[index]
        spans = taken.get(index, ())
        for start, end in _free(len(line.text), spans):
            found.extend(_cut(line, index, start, end, "beside" if spans else ""))
    return with_goods(found, usual_height([piece.box for piece in found]))


def _free(length: int, taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    free, at = [], 0
    for start, end in sorted(taken):
        if start > at:
            free.append((at, start))
        at = max(at, end)
    if at < length:
        free.append((at, length))
    return free


def _cut(line: TextLine, index: int, start: int, end: int, hint: str) -> list[Piece]:
    whole = plain(line.text)
    hint, start = _labelled(whole, start, end, hint)
    text = whole[start:end]
    heading = labels.whole(text, single=False)
    if not hint and hours_in(text):
        hint = "hours"
    if not hint and (_PRONOUNS.match(text) or _HANDLE.match(text)):
        hint = "skip"
    if not hint and text.rstrip().endswith(":") and not any(c.isdigit() for c in text):
        hint = "heading"
    if not hint and ((heading and {"address", "name"} & set(heading.kinds)) or _OFFICE.match(text)):
        hint = "heading"
    pieces: list[Piece] = []
    parts = [(0, len(text))] if hint == "hours" else _parts(text)
    if (
        len(parts) > 2
        and not any(c.isdigit() for c in text)
        and sum(facts_of(text[a:b]).only_place for a, b in parts) > 1
    ):
        hint = "list"
    for a, b in parts:
        part = text[a:b]
        if _NOTHING.match(part):
            continue
        first = start + a + len(part) - len(part.lstrip(_LEAD))
        last = start + a + len(part.rstrip(_TAIL))
        box = part_of(line.box, first, last, len(whole))
        between = whole[pieces[-1].end : first] if pieces else ""
        tagged = labels.leading(part, single=False) if pieces else None
        other = "skip" if tagged and "skip" in tagged.kinds and any(c.isdigit() for c in part) else hint
        text_of = respaced(whole[first:last])
        if len(pieces) == 1 and _called(text):
            pieces[-1], other = replace(pieces[-1], hint="heading"), "address"
        pieces.append(Piece(text_of, box, index, line.confidence, first, last, between, other))
    return _beside_street(pieces)


def _beside_street(pieces: list[Piece]) -> list[Piece]:
    """Mark what a separator cuts from a street and its number: it is more likely a part of the address than a name."""
    facts = [facts_of(piece.text) for piece in pieces]
    streets = [
        each.street > 0 and not each.title and (each.digits > 0 or street_first(piece.text))
        for piece, each in zip(pieces, facts, strict=True)
    ]
    if len(pieces) < 2 or not any(streets):
        return pieces
    return [
        piece if street or piece.hint else replace(piece, hint="street")
        for piece, street in zip(pieces, streets, strict=True)
    ]


def _labelled(whole: str, start: int, end: int, hint: str) -> tuple[str, int]:
    """What a label before the text says of it, and where the text begins behind that label."""
    text = whole[start:end]
    label = labels.leading(text, single=bool(re.match(r"\W*[A-Za-z]\s?:", text))) or labels.glued(text)
    if label is None or hint == "skip":
        return hint, start
    counted = _WHICH.match(text, label.end)  # "Location #1:"
    behind = counted.end() if counted else label.end
    rest = text[behind:]
    colon = rest.lstrip()[:1] == ":"
    kinds, worded = {*label.kinds, *labels.kinds_of(text[label.start : label.end])}, rest.strip(_LEAD)
    plain_address = kinds == {"address"} and label.end - label.start > 1 and facts_of(rest).digits > 0
    if "address" in kinds and worded and (colon or hint == "address" or plain_address):
        return "address", start + behind
    if "name" in kinds and worded and colon:
        return "name", start + label.end
    named = "skip" in kinds and (colon or any(c.isdigit() for c in rest))
    return "skip" if named or (colon and kinds & {"email", "website"}) else hint, start


def _parts(text: str) -> list[tuple[int, int]]:
    cuts = [
        (m.start(), m.end())
        for m in _CUT.finditer(text)
        if m.start() > 0 and m.end() < len(text) and not (_STATE.fullmatch(text, m.end()) or _range(text, m))
    ]
    cuts = sorted({*cuts, *_registered_behind(text), *_called(text)})
    edges = [0, *(end for _, end in cuts)]
    stops = [*(start for start, _ in cuts), len(text)]
    parts: list[tuple[int, int]] = []
    for start, end in zip(edges, stops, strict=True):
        part = text[start:end]
        finer = _commas(part) or _title_first(part) or _title_after_name(part) or _title_beside_signs(part)
        starts = [start, *(start + b for _, b in finer)]
        ends = [*(start + a for a, _ in finer), end]
        parts.extend(zip(starts, ends, strict=True))
    return parts


def _range(text: str, cut: re.Match[str]) -> bool:
    """Whether a dash stands between two numbers: "300 – 1055 West Georgia Street"."""
    return text[cut.start() - 1].isdigit() and text[cut.end()].isdigit() and cut.group().strip() in {"-", "–", "—"}


def _called(text: str) -> list[tuple[int, int]]:
    """A colon behind what a card calls an address in words of its own: "Clinic: Rm. 412, Medical Arts Bldg."."""
    match = _COLON.match(text)
    behind = facts_of(text[match.end() :] if match else "")
    named = match and behind.street and behind.digits and not (labels.leading(text) or facts_of(match.group()).title)
    return [match.span(1)] if match and named else []


def _registered_behind(text: str) -> list[tuple[int, int]]:
    """A number in a register behind something else: "2218 Morse Rd, Columbus Lic. #46371"."""
    for match in _WORD_BEHIND.finditer(text):
        if len(text[: match.start()].split()) < 2:
            continue
        label = labels.leading(text[match.end() :], single=False)
        if label and label.kinds == ("skip",) and _NUMBER_OF.match(text, match.end() + label.end):
            return [(match.start(), match.end())]
    return []


def _commas(text: str) -> list[tuple[int, int]]:
    """Commas may part values when just one of them has the words of a title, or a firm stands before its address."""
    parts = text.split(",")
    if len(parts) < 2 or east_asian(text):
        return []
    facts = [facts_of(part) for part in parts]
    rest = facts_of(text[len(parts[0]) + 1 :])
    if facts[0].legal and not facts[0].digits and rest.digits and (rest.postcode or rest.street):
        return [(len(parts[0]), len(parts[0]) + 1)]
    if only_degrees(parts[1:2]):
        return []
    at = len(parts[0])
    if len(parts) == 2:
        return [(at, at + 1)] if _of_two_kinds(text, *facts) else []
    named = facts[0].first and 1 < len(facts[0].words) < 5 and not facts[0].title and facts[1].title
    return [(at, at + 1), (at + 1 + len(parts[1]), at + 2 + len(parts[1]))] if named else []


def _of_two_kinds(text: str, before: Facts, after: Facts) -> bool:
    """Whether one side of a comma is a title and the other neither one nor its field of work."""
    titled = before.title > before.organisation, after.title > after.organisation
    numbers = re.search(r"\d(?!\d*(?:st|nd|rd|th)\b)|\bs/n\b", text)
    if numbers or titled[0] == titled[1]:
        return False
    other = after if titled[0] else before
    return other.modifier < len(other.words)


def _title_after_name(text: str) -> list[tuple[int, int]]:
    """A name and a title with nothing but a space between: "Bernard Desarnauts Founder & CEO"."""
    words = [match.start() for match in re.finditer(r"\S+", text)]
    if not 3 <= len(words) <= 8 or east_asian(text) or any(c.isdigit() for c in text):
        return []
    for count in (2, 3):
        if count >= len(words):
            break
        at = words[count]
        before, after = facts_of(text[:at]), facts_of(text[at:])
        lone = facts_of(text[at:].split(maxsplit=1)[0])
        named = before.first and not before.title + before.organisation + before.modifier and text[at - 2] != ","
        if named and (lone.title or (lone.modifier and after.title)) and not lone.first + lone.last:
            return [(at - 1, at)]
    return []


def _title_beside_signs(text: str) -> list[tuple[int, int]]:
    """A title beside a name or a department in East Asian signs, in either order: "王建国 总经理", "営業部 課長"."""
    parts = text.split()
    if len(parts) != _PAIR or not east_asian(text):
        return []
    titled = [facts_of(part).title > 0 for part in parts]
    if titled[0] == titled[1]:
        return []
    title, other = parts if titled[0] else reversed(parts)
    named = _SIGNS.fullmatch(other) is not None and any(other[:size] in plain_set("surnames") for size in (1, 2))
    whole = word_list("titles").sign_at_end(title) == fold(title) and len(other) > len("営業")
    return [(len(parts[0]), len(text) - len(parts[1]))] if named or whole else []


def _title_first(text: str) -> list[tuple[int, int]]:
    """A short title with a dot or colon, then a name: "Prop. Mahesh Saini"."""
    match = _TITLE_FIRST.match(text)
    if not match:
        return []
    before, after = facts_of(match.group()), facts_of(text[match.end() :])
    if not before.title or before.honorific or after.title or not (after.first or after.last):
        return []
    return [(match.end() - 1, match.end())]
