"""All contact points of a card, and what they leave: which characters are taken and what labels say of the rest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from cardkeeper.fields import labels
from cardkeeper.fields.confidence import confidence_of_contact
from cardkeeper.fields.contact_points import Found, find_emails, find_websites, host_of, registered
from cardkeeper.fields.context import Clues, clues_of
from cardkeeper.fields.layout import distance, part_of, same_row
from cardkeeper.fields.lost_dots import hosts_in, lost_emails, lost_websites
from cardkeeper.fields.part_numbers import join_halves, right_under, with_shortened
from cardkeeper.fields.phones import FoundPhone, find_phones, kind_of, look_up, looks_for
from cardkeeper.fields.words import plain
from cardkeeper.model.cards import Reading
from cardkeeper.model.drafts import DraftValue, FieldName, Look

_CLEAR = 0.86
"""Below this confidence of the reader a contact point asks for a look, whatever its form."""
_TALL = 2.5
"""Heights of a line from which print beside it stands for itself, as upright print does."""
_FILLER = re.compile(r"^[\W_]*(?:[A-Za-z][\W_]*)?$")


@dataclass(slots=True)
class LinePoints:
    """What was found so far; `taken`: spans of characters by line; `labels`: the lines that are one as a whole."""

    reading: Reading
    texts: list[str]
    labels: dict[int, labels.Label]
    values: list[DraftValue] = field(default_factory=list)
    taken: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    clues: Clues = field(default_factory=Clues)

    def take(self, line: int, start: int, end: int) -> None:
        self.taken.setdefault(line, []).append((start, end))

    def rest(self, line: int) -> str:
        """The text of a line with an end of line in the place of each character that is taken."""
        text = self.texts[line]
        for start, end in self.taken.get(line, ()):
            text = text[:start] + "\n" * (end - start) + text[end:]
        return text

    def take_all(self, kind: FieldName, find: Callable[[str], Iterable[Found]]) -> list[str]:
        """Take the addresses that a search finds in what is left of the lines; returns their texts."""
        found = []
        for line in range(len(self.texts)):
            for item in find(self.rest(line)):
                self.take(line, item.start, item.end)
                self.values.append(self._address(kind, line, item))
                found.append(item.text)
        return found

    def _address(self, kind: FieldName, index: int, item: Found) -> DraftValue:
        line = self.reading.lines[index]
        sure = confidence_of_contact(kind, line.confidence, regular=True) * (0.6 if item.looks else 1.0)
        looks = item.looks or ((Look.UNSURE,) if line.confidence < _CLEAR else ())
        box = part_of(line.box, item.start, item.end, len(line.text))
        return DraftValue(
            kind, item.text, round(sure, 3), (box,), (index,), looks, read=item.text, because=item.because
        )


def collect(reading: Reading, region: str) -> LinePoints:
    """Find e-mails, then web pages, then numbers; consume their labels."""
    texts = [plain(line.text) for line in reading.lines]
    points = LinePoints(
        reading, texts, {index: label for index, text in enumerate(texts) if (label := labels.whole(text))}
    )
    emails, sites = _addresses(points)
    phones = _phones(points)
    free = [points.rest(index) for index in range(len(texts))]
    heights = [line.box.height for line, text in zip(reading.lines, free, strict=True) if len(text.strip()) > 1]
    points.clues = clues_of(emails, [host_of(site) for site in sites], heights, free, region)
    _take_phones(points, phones)
    points.clues = replace(points.clues, contacts=tuple(reading.lines[line].box for line in points.taken))
    _consume_labels(points)
    return points


def _addresses(points: LinePoints) -> tuple[list[str], list[str]]:
    """Take e-mails and web pages, those that a reader damaged first, before their parts are taken for others."""
    known = hosts_in(points.texts)
    emails = points.take_all(FieldName.EMAIL, lambda text: lost_emails(text, known))
    spelt = known | {registered(host_of(email)) for email in emails}
    points.take_all(FieldName.WEBSITE, lambda text: lost_websites(text, spelt))
    emails = [*points.take_all(FieldName.EMAIL, find_emails), *emails]
    hosts = frozenset(registered(host_of(email)) for email in emails)
    return emails, points.take_all(FieldName.WEBSITE, lambda text: find_websites(text, hosts))


def _phones(points: LinePoints) -> list[tuple[int, FoundPhone]]:
    """The numbers by line, with the kinds that labels in lines of their own give them."""
    found: list[tuple[int, FoundPhone]] = []
    for index in range(len(points.texts)):
        rest = points.rest(index)
        beside = _label_beside(points, index)
        kinds = beside.phone if beside else ()
        if beside and "skip" in beside.kinds and not kinds:
            continue
        for phone in with_shortened(rest, find_phones(rest, trusting=bool(kinds)), _number_above(points, index, found)):
            found.append((index, phone if phone.labels else replace(phone, labels=kinds)))
            for start, end in ((phone.start, phone.end), *phone.label_spans):
                points.take(index, start, end)
    return found


def _number_above(points: LinePoints, index: int, found: list[tuple[int, FoundPhone]]) -> FoundPhone | None:
    """The last number of the line right above this one."""
    lines = points.reading.lines
    here = lines[index].box
    return next((phone for line, phone in reversed(found) if right_under(lines[line].box, here, here.left)), None)


def _label_beside(points: LinePoints, index: int) -> labels.Label | None:
    """The label that stands alone in the same row, nearest first, left before right; else right above."""
    lines = points.reading.lines
    here = lines[index].box
    costs: list[tuple[float, int]] = []
    for other in points.labels:
        box = lines[other].box
        if other == index:
            continue
        if same_row(here, box) and box.height < _TALL * here.height:
            left = here.left - box.right
            cost = left if left > -0.5 * here.height else box.left - here.right + 3 * here.height
            costs += [(cost, other)] if cost < 0.4 * points.reading.width else []
        elif 0 <= here.top - box.bottom < 0.6 * here.height and abs(box.left - here.left) < here.height:
            costs.append((6 * here.height, other))
    return points.labels[min(costs)[1]] if costs else None


def _take_phones(points: LinePoints, phones: list[tuple[int, FoundPhone]]) -> None:
    """The numbers as values, with a whole one in the place of its halves, which takes both of its lines."""
    joined = join_halves(points.reading.lines, points.texts, phones, points.clues.regions)
    halves = {line for one in joined for line in (one.head, one.tail)}
    whole: list[tuple[tuple[int, ...], FoundPhone]] = [((line,), phone) for line, phone in phones if line not in halves]
    whole += [((one.head, one.tail), one.phone) for one in joined]
    points.values += [
        _phone_value(points, phone, lines) for lines, phone in sorted(whole, key=lambda each: each[0][-1])
    ]
    for line in halves:
        points.take(line, 0, len(points.texts[line]))


def _phone_value(points: LinePoints, phone: FoundPhone, lines: tuple[int, ...]) -> DraftValue:
    numbered = look_up(phone.text, points.clues.regions)
    last = points.reading.lines[lines[-1]]
    looks = looks_for(phone, numbered, placed=bool(points.clues.regions))
    sure = confidence_of_contact(FieldName.PHONE, last.confidence, regular=numbered.valid) * (0.6 if looks else 1.0)
    because = [f"labelled {', '.join(phone.labels)}" if phone.labels else "shaped like a phone number"]
    because += [f"read as a number of {numbered.region}"] if numbered.region else []
    because += ["goes on under the line that it begins in"] if len(lines) > 1 else []
    boxes = tuple(points.reading.lines[line].box for line in lines)
    return DraftValue(
        FieldName.PHONE,
        phone.text,
        round(sure, 3),
        boxes if len(lines) > 1 else (part_of(last.box, phone.start, phone.end, len(last.text)),),
        lines,
        looks or ((Look.UNSURE,) if last.confidence < _CLEAR else ()),
        kind=kind_of(phone.labels, numbered),
        e164=numbered.e164,
        read=phone.text,
        because=tuple(because),
    )


def _consume_labels(points: LinePoints) -> None:
    """Take the labels that stand beside what is taken, and those that are lines of their own."""
    for index in list(points.taken):
        for part in re.finditer(r"[^\n]+", points.rest(index)):
            if labels.whole(part.group()) or _FILLER.match(part.group()):
                points.take(index, part.start(), part.end())
    for index, label in points.labels.items():
        at = None if index in points.taken else _nearest_value(points, index, label)
        if at is not None:
            points.take(index, 0, len(points.texts[index]))
            value = points.values[at]
            points.values[at] = replace(value, lines=(*value.lines, index))


def _nearest_value(points: LinePoints, index: int, label: labels.Label) -> int | None:
    """The value that a label alone in its line belongs to: of the label's kind, in the same row or right below."""
    kinds = {FieldName.PHONE} if label.phone else set()
    kinds |= {FieldName(kind) for kind in label.kinds if kind in {"email", "website"}}
    here = points.reading.lines[index].box
    costs: list[tuple[float, int]] = []
    for at, value in enumerate(points.values):
        box = points.reading.lines[value.lines[0]].box
        beside = same_row(here, box)
        if value.field in kinds and (beside or 0 <= box.top - here.bottom < here.height):
            costs.append((distance(here, box) + (0 if beside else here.height), at))
    return min(costs)[1] if costs else None
