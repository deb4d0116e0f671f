"""All contact points of a card, and what they leave: which characters are taken and what labels say of the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from cardkeeper.fields import labels
from cardkeeper.fields.confidence import confidence_of_contact
from cardkeeper.fields.contact_points import Found, find_emails, find_websites, registered
from cardkeeper.fields.context import Clues, clues_of
from cardkeeper.fields.layout import distance, part_of, same_row
from cardkeeper.fields.lost_dots import find_lost, hosts_in
from cardkeeper.fields.phones import FoundPhone, find_phones, kind_of, look_up, looks_for
from cardkeeper.fields.shortened import with_shortened
from cardkeeper.fields.split_numbers import Joined, join_halves, right_under, without_halves
from cardkeeper.fields.words import fold, names, plain
from cardkeeper.model.cards import Reading, TextLine
from cardkeeper.model.drafts import DraftValue, FieldName, Look

_CLEAR = 0.86
"""Below this confidence of the reader a contact point asks for a look, whatever its form."""
_LETTERED = re.compile(r"(?<!\w)(?:[TMFPD][.:]?\s?[+(\d]|W[.:]?\s?(?:www\.|http))")
"""A label of one letter."""
_STYLE = 2
"""Values labelled alike that make it a card's style."""
_GLUED_LABEL = re.compile(r"E(?:[.:]|(?=[a-z]))(?=[^\W_]{2,}|[^\W_]\.)")
_FILLER = re.compile(r"^[\W_]*(?:[A-Za-z][\W_]*)?$")


@dataclass(slots=True)
class LinePoints:
    """What was found so far; `taken` are spans of characters by line."""

    values: list[DraftValue] = field(default_factory=list)
    taken: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    hints: dict[int, str] = field(default_factory=dict)
    clues: Clues = field(default_factory=Clues)

    def take(self, line: int, start: int, end: int) -> None:
        self.taken.setdefault(line, []).append((start, end))


def collect(reading: Reading, region: str) -> LinePoints:
    """Find e-mails, then web pages, then numbers; consume their labels."""
    points = LinePoints()
    texts = [plain(line.text) for line in reading.lines]
    label_lines = {index: label for index, text in enumerate(texts) if (label := labels.whole(text))}
    lost = _with_lost_dots(reading, texts, points)
    emails = [*_emails(reading, texts, points), *lost]
    sites = _websites(reading, texts, points, frozenset(registered(email.partition("@")[2]) for email in emails))
    phones = _phones(reading, texts, points, label_lines)
    free = [_masked(text, points.taken.get(index, [])) for index, text in enumerate(texts)]
    heights = [line.box.height for index, line in enumerate(reading.lines) if len(free[index].strip()) > 1]
    hosts = [re.sub(r"(?i)^https?://|/.*$", "", site) for site in sites]
    points.clues = clues_of(emails, hosts, heights, free, region)
    split = join_halves(reading.lines, texts, phones, points.clues.regions)
    for line, phone in without_halves(phones, split):
        points.values.append(_phone_value(reading.lines[line], line, phone, points.clues))
    _take_halves(reading, texts, points, split)
    points.clues = replace(points.clues, contacts=tuple(reading.lines[line].box for line in points.taken))
    _consume_labels(reading, texts, points, label_lines)
    return points


def _masked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + "\0" * (end - start) + text[end:]
    return text.replace("\0", " ")


def _keep_length(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + "\n" * (end - start) + text[end:]
    return text


def _with_lost_dots(reading: Reading, texts: list[str], points: LinePoints) -> list[str]:
    """Take the addresses that a reader damaged, before what is left of them is taken for others; returns e-mails."""
    known = hosts_in(texts)
    found: list[str] = []
    for wanted in (FieldName.EMAIL, FieldName.WEBSITE):
        for index, text in enumerate(texts):
            for field_, item in find_lost(_keep_length(text, points.taken.get(index, [])), known):
                if field_ is wanted:
                    points.take(index, item.start, item.end)
                    points.values.append(_value(field_, reading.lines[index], index, item))
                    found += [item.text] if field_ is FieldName.EMAIL else []
        known |= {registered(email.partition("@")[2]) for email in found}
    return found


def _emails(reading: Reading, texts: list[str], points: LinePoints) -> list[str]:
    found = []
    lettered = sum(len(_LETTERED.findall(text)) for text in texts) >= _STYLE
    for index, text in enumerate(texts):
        for glued in find_emails(_keep_length(text, points.taken.get(index, []))):
            item = _without_label(reading.lines[index], glued, lettered=lettered)
            points.take(index, item.start, item.end)
            points.values.append(_value(FieldName.EMAIL, reading.lines[index], index, item))
            found.append(item.text)
    return found


def _without_label(line: TextLine, item: Found, *, lettered: bool) -> Found:
    """Drop a label of one letter that a reader glued to the address: "E.anna@firm.de", "Eanna@firm.de".

    It is one when the second reader saw it apart, or when other lines of the card are `lettered`: "T +49 30 …".
    """
    match = _GLUED_LABEL.match(item.text)
    if not match or (item.start > 1 and line.text[item.start - 1].isalnum()):
        return item
    rest = item.text[match.end() :]
    apart = re.compile(rf"(?i)(?<!\w)e[.:]?\s+{re.escape(rest.partition('@')[0])}\s?@")
    first = re.split(r"[\W_]", item.text)[0]
    if not any(apart.search(look.text) for look in line.seconds) and not (
        lettered and fold(first) not in names("first")
    ):
        return item
    because = (*item.because, "without the letter that labels it")
    return replace(item, text=rest, start=item.start + match.end(), because=because)


def _websites(reading: Reading, texts: list[str], points: LinePoints, hosts: frozenset[str]) -> list[str]:
    found = []
    for index, text in enumerate(texts):
        for item in find_websites(_keep_length(text, points.taken.get(index, [])), hosts):
            points.take(index, item.start, item.end)
            points.values.append(_value(FieldName.WEBSITE, reading.lines[index], index, item))
            found.append(item.text)
    return found


def _value(field_: FieldName, line: TextLine, index: int, item: Found) -> DraftValue:
    sure = confidence_of_contact(field_, line.confidence, regular=True) * (0.6 if item.looks else 1.0)
    looks = list(item.looks)
    if line.confidence < _CLEAR and not looks:
        looks.append(Look.UNSURE)
    return DraftValue(
        field_,
        item.text,
        round(sure, 3),
        (part_of(line.box, item.start, item.end, len(line.text)),),
        (index,),
        tuple(looks),
        read=item.text,
        because=item.because,
    )


def _phones(
    reading: Reading, texts: list[str], points: LinePoints, label_lines: dict[int, labels.Label]
) -> list[tuple[int, FoundPhone]]:
    found: list[tuple[int, FoundPhone]] = []
    for index, text in enumerate(texts):
        rest = _keep_length(text, points.taken.get(index, []))
        beside = _label_beside(reading, index, label_lines)
        kinds = tuple(kind for kind in (beside[1].kinds if beside else ()) if kind in labels.PHONE_KINDS)
        if beside and "skip" in beside[1].kinds and not kinds:
            points.hints[index] = "skip"
            continue
        above = _number_above(reading, index, found)
        for phone in with_shortened(rest, find_phones(rest, trusting=bool(kinds)), above):
            found.append((index, phone if phone.labels else replace(phone, labels=kinds)))
            points.take(index, phone.start, phone.end)
            for start, end in phone.label_spans:
                points.take(index, start, end)
    return found


def _number_above(reading: Reading, index: int, found: Sequence[tuple[int, FoundPhone]]) -> FoundPhone | None:
    """The last number of the line right above this one."""
    here = reading.lines[index].box
    above = (phone for line, phone in reversed(found) if right_under(reading.lines[line].box, here, here.left))
    return next(above, None)


def _label_beside(
    reading: Reading, index: int, label_lines: dict[int, labels.Label]
) -> tuple[int, labels.Label] | None:
    """The label that stands alone in the same row, nearest first, left before right; else right above."""
    here = reading.lines[index].box
    best: tuple[float, int] | None = None
    for other in label_lines:
        box = reading.lines[other].box
        if other == index:
            continue
        if same_row(here, box):
            left = here.left - box.right
            right = box.left - here.right
            cost = left if left > -0.5 * here.height else right + 3 * here.height
            if cost < 0.4 * reading.width and (best is None or cost < best[0]):
                best = (cost, other)
        elif 0 <= here.top - box.bottom < 0.6 * here.height and abs(box.left - here.left) < here.height:
            cost = 6 * here.height
            if best is None or cost < best[0]:
                best = (cost, other)
    return (best[1], label_lines[best[1]]) if best else None


def _phone_value(line: TextLine, index: int, phone: FoundPhone, clues: Clues) -> DraftValue:
    numbered = look_up(phone.text, clues.regions)
    looks = list(looks_for(phone, numbered, placed=bool(clues.regions)))
    sure = confidence_of_contact(FieldName.PHONE, line.confidence, regular=numbered.valid) * (0.6 if looks else 1.0)
    if line.confidence < _CLEAR and not looks:
        looks.append(Look.UNSURE)
    because = [f"labelled {', '.join(phone.labels)}" if phone.labels else "shaped like a phone number"]
    if numbered.region:
        because.append(f"read as a number of {numbered.region}")
    return DraftValue(
        FieldName.PHONE,
        phone.text,
        round(sure, 3),
        (part_of(line.box, phone.start, phone.end, len(line.text)),),
        (index,),
        tuple(looks),
        kind=kind_of(phone.labels, numbered),
        e164=numbered.e164,
        read=phone.text,
        because=tuple(because),
    )


def _take_halves(reading: Reading, texts: list[str], points: LinePoints, split: Sequence[Joined]) -> None:
    """A number in two lines takes both of them, and shows both on the picture."""
    for one in split:
        points.take(one.head, 0, len(texts[one.head]))
        points.take(one.tail, 0, len(texts[one.tail]))
        at = next(
            place
            for place, value in enumerate(points.values)
            if value.field is FieldName.PHONE and value.lines == (one.tail,)
        )
        boxes = (reading.lines[one.head].box, reading.lines[one.tail].box)
        because = (*points.values[at].because, "goes on under the line that it begins in")
        points.values[at] = replace(points.values[at], lines=(one.head, one.tail), boxes=boxes, because=because)


def _consume_labels(
    reading: Reading, texts: list[str], points: LinePoints, label_lines: dict[int, labels.Label]
) -> None:
    for index, text in enumerate(texts):
        spans = points.taken.get(index)
        if spans:
            rest = _keep_length(text, spans)
            at = 0
            for part in re.split(r"(\n+)", rest):
                if part and not part.startswith("\n") and (labels.whole(part) or _FILLER.match(part)):
                    points.take(index, at, at + len(part))
                at += len(part)
    for index, label in label_lines.items():
        if index in points.taken:
            continue
        target = _nearest_value(reading, index, label, points)
        if target is not None:
            points.take(index, 0, len(texts[index]))
            value = points.values[target]
            points.values[target] = replace(value, lines=(*value.lines, index))


def _nearest_value(reading: Reading, index: int, label: labels.Label, points: LinePoints) -> int | None:
    """The value that a label alone in its line belongs to: same row, of the label's kind."""
    fields = {FieldName.PHONE} if set(label.kinds) & set(labels.PHONE_KINDS) else set()
    fields |= {FieldName.EMAIL} if "email" in label.kinds else set()
    fields |= {FieldName.WEBSITE} if "website" in label.kinds else set()
    here = reading.lines[index].box
    best: tuple[float, int] | None = None
    for at, value in enumerate(points.values):
        box = reading.lines[value.lines[0]].box
        if value.field in fields and (same_row(here, box) or 0 <= box.top - here.bottom < here.height):
            cost = distance(here, box) + (0 if same_row(here, box) else here.height)
            if best is None or cost < best[0]:
                best = (cost, at)
    return best[1] if best else None
