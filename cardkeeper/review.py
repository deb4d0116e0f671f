"""From a draft to a person: what someone at the review may change, and what a card means once it is accepted."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import zip_longest
from typing import Final, TypeVar

from rapidfuzz.distance import Levenshtein

from cardkeeper import keys
from cardkeeper.days import WORKING_DAYS, days_to_follow_up
from cardkeeper.errors import WrongInput
from cardkeeper.model.cards import Reading, Scan
from cardkeeper.model.drafts import Draft, DraftValue, FieldName, Look, Source
from cardkeeper.model.overview import Accepted
from cardkeeper.model.people import (
    NOTHING_SAID,
    Contact,
    Event,
    FollowUpKind,
    MetContext,
    NextStep,
    Phone,
    PhoneKind,
    Position,
)
from cardkeeper.translation import tr, trn

_T = TypeVar("_T")

SINGLE: Final = frozenset({FieldName.NAME, FieldName.TITLE, FieldName.DEPARTMENT, FieldName.COMPANY})
"""Fields of which a person has one at a time; the others are lists."""

_INSIDE: Final = {
    FieldName.EMAIL: re.compile(r"[^\s<>:;,|]+@[^\s<>:;,|]+"),
    FieldName.PHONE: re.compile(r"[+(]?\d[\d ()./\-]{4,}\d(?:\s*(?:ext\.?|x)\s*\d+)?", re.IGNORECASE),
    FieldName.WEBSITE: re.compile(r"(?:https?://)?[^\s:@|/]+\.[^\s:@|.]{2,}(?<![,;])", re.IGNORECASE),
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
    """The draft with a value in another field: a title that is a department, a company that is a name."""
    value = draft.all(field)[index]
    moved = replace(value, field=to, looks=(), choices=(), source=Source.PERSON, kind=None, e164="")
    kept = _without(draft, value)
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
    freed = _line_freed(draft, reading, line, target)
    if target and target in freed.values and (join or field is FieldName.ADDRESS):
        return _exchanged(freed, target, _joined(reading, target, found))
    if field is FieldName.PHONE:
        found = replace(found, kind=PhoneKind.OTHER, e164=_e164_beside(draft, found, region))
    if target and target in freed.values:
        replaced = _exchanged(freed, target, found)
        return _appended(replaced, _as_other(target)) if target.lines else replaced
    return _appended(freed, found)


def unused_lines(draft: Draft, reading: Reading) -> tuple[int, ...]:
    """The lines of the card that stand in no field but the other text, in the order of the card."""
    used = {line for value in draft.values if value.field is not FieldName.OTHER for line in value.lines}
    return tuple(line for line in range(len(reading.lines)) if line not in used)


def field_words(field: FieldName) -> str:
    """What a form calls a field."""
    return {
        FieldName.NAME: tr("Name"),
        FieldName.TITLE: tr("Job title"),
        FieldName.DEPARTMENT: tr("Department"),
        FieldName.COMPANY: tr("Company"),
        FieldName.EMAIL: tr("E-mail"),
        FieldName.PHONE: tr("Phone"),
        FieldName.WEBSITE: tr("Website"),
        FieldName.ADDRESS: tr("Address"),
        FieldName.OTHER: tr("Other text"),
    }[field]


def look_words(look: Look, value: DraftValue | None = None) -> str:
    """One sentence on why a person should look at a value, or at its absence."""
    reason = {
        Look.UNSURE: tr("it was hard to read"),
        Look.READERS_DIFFER: _difference(value),
        Look.CODE_DIFFERS: tr("the code on the card says something else"),
        Look.NOT_AN_EMAIL: tr("this is no whole e-mail address"),
        Look.UNKNOWN_ENDING: tr("no address on the internet ends like this"),
        Look.NOT_A_NUMBER: tr("this is no whole phone number"),
        Look.TOWN_WITHOUT_STREET: tr("there is a town but no street"),
        Look.STREET_WITHOUT_TOWN: tr("there is a street but no town"),
        Look.GUESSED: tr("it is a guess from where it stands"),
        Look.MENDED: tr("a character was mended"),
        Look.MISSING: tr("nothing on the card was taken for it"),
        Look.UNREAD_SCRIPT: tr("it is in a script that was not read"),
    }[look]
    return tr("Needs a look: {reason}", reason=reason)


def _difference(value: DraftValue | None) -> str:
    if value is None or not value.choices:
        return tr("the readers differ")
    characters = Levenshtein.distance(value.text, value.choices[0])
    if characters > 3:
        return tr("the readers differ")
    return trn("the readers differ on one character", "the readers differ on {count} characters", characters)


def default_step(
    today: date,
    met_on: date | None,
    *,
    kind: FollowUpKind = FollowUpKind.COFFEE,
    working_days: Collection[int] = WORKING_DAYS,
) -> NextStep:
    """A coffee invite on a working day 24 to 48 hours after the meeting, or after today when that is over.

    `working_days`: ISO 8601 numbers of weekdays. None as the usual `kind` has no day, and still needs its reason.
    """
    if kind is FollowUpKind.NONE:
        return NextStep(kind)
    window_open = met_on is not None and (today - met_on).days <= 2
    return NextStep(kind, days_to_follow_up(met_on if met_on and window_open else today, today, working_days))


def batch_default(scans: Iterable[Scan], events: Iterable[Event]) -> MetContext:
    """What may be proposed to a person who is asked where a batch was met: only what pictures and library say.

    The day is the one on which all pictures that know it were taken; the event is the one known on that day.
    """
    taken = {scan.taken_on for scan in scans} - {None}
    if len(taken) != 1:
        return NOTHING_SAID
    on = taken.pop()
    there = [event for event in events if event.on == on]
    if len(there) != 1:
        return MetContext(on=on)
    return MetContext(event=there[0].name, on=on, place=there[0].place)


def propose(draft: Draft, context: MetContext, today: date, known: Contact | None = None) -> Accepted:
    """What accepting a draft as it is would store. Raises WrongInput for a card without a person."""
    return accept(draft, context, default_step(today, context.on), today, known)


def accept(draft: Draft, context: MetContext, step: NextStep, today: date, known: Contact | None = None) -> Accepted:
    """What a person decided about a card; with `known`, about a new card of someone in the library.

    Raises WrongInput when the card holds nothing that a person could be found by, or `none` comes without a reason.
    """
    if step.kind is FollowUpKind.NONE and not step.reason.strip():
        raise WrongInput(tr("No next step was chosen, without a reason."), tr("Say why there is none."))
    contact = contact_of(draft)
    if not (contact.name or contact.company or contact.emails or contact.phones):
        raise WrongInput(
            tr("This card has no name, company, e-mail or phone yet."),
            tr("Type at least one of them, or skip the card on purpose."),
        )
    accepted = Accepted(contact, context, step)
    return merge(known, accepted, today) if known else accepted


def contact_of(draft: Draft) -> Contact:
    """The person that a draft describes: every value has its place, what fits none stands in `other`."""
    names = _texts(draft, FieldName.NAME)
    unsure = [field for field in draft.needs_look if field is not FieldName.OTHER]
    return Contact(
        name=names[0] if names else "",
        positions=_positions(draft),
        emails=_unique(_texts(draft, FieldName.EMAIL), keys.email_key),
        phones=_unique(_phones(draft), _number_and_use),
        websites=_unique(_texts(draft, FieldName.WEBSITE), keys.website_key),
        addresses=_unique(_texts(draft, FieldName.ADDRESS), keys.fold),
        other=_unique((*names[1:], *_texts(draft, FieldName.OTHER)), keys.fold),
        unsure=tuple(field.value for field in unsure),
    )


def merge(known: Contact, accepted: Accepted, today: date) -> Accepted:
    """A new card of someone in the library: its job on top, its contact points first, and nothing of before lost.

    An older job ends on the day of the meeting (today where that is unknown) when the card names another. A name that
    reads differently is taken from the card, unless it still needs a look; the other writing is kept.
    """
    card = accepted.contact
    name, other = _name_of_both(known, card)
    merged = replace(
        known,
        name=name,
        positions=_positions_of_both(known, card, accepted.context.on or today),
        emails=_unique((*card.emails, *known.emails), keys.email_key),
        phones=_phones_of_both(known.phones, card.phones),
        websites=_unique((*card.websites, *known.websites), keys.website_key),
        addresses=_unique((*card.addresses, *known.addresses), keys.fold),
        tags=_unique((*known.tags, *card.tags), keys.fold),
        facts=_unique((*known.facts, *card.facts), keys.fold),
        offers=_unique((*known.offers, *card.offers), keys.fold),
        notes="\n".join(note for note in (known.notes, card.notes) if note),
        other=_unique((*known.other, *other, *card.other), keys.fold),
        tier=known.tier or card.tier,
        unsure=_unique((*known.unsure, *card.unsure), str),
    )
    return replace(accepted, contact=merged)


def _texts(draft: Draft, field: FieldName) -> tuple[str, ...]:
    return tuple(text for value in draft.all(field) if (text := value.text.strip()))


def _positions(draft: Draft) -> tuple[Position, ...]:
    titles, companies = _texts(draft, FieldName.TITLE), _texts(draft, FieldName.COMPANY)
    department = ", ".join(_texts(draft, FieldName.DEPARTMENT))
    if len(companies) > 1 and len(titles) > 1:
        split = len(companies) - 1
        titles = (*titles[:split], ", ".join(titles[split:])) if len(titles) > split else titles
        pairs = list(zip_longest(titles, companies, fillvalue=""))
    else:
        pairs = [(", ".join(titles), companies[0] if companies else ""), *(("", company) for company in companies[1:])]
    found = [Position(title=title, company=company) for title, company in pairs]
    found[0] = replace(found[0], department=department)
    return tuple(position for position in found if position != Position())


def _phones(draft: Draft) -> tuple[Phone, ...]:
    return tuple(
        Phone(value.text.strip(), value.kind or PhoneKind.OTHER, value.e164)
        for value in draft.all(FieldName.PHONE)
        if value.text.strip()
    )


def _name_of_both(known: Contact, card: Contact) -> tuple[str, tuple[str, ...]]:
    """The name to go by, and a writing of it that must not be lost."""
    if not card.name or card.name.casefold() == known.name.casefold():
        return known.name or card.name, ()
    if not known.name:
        return card.name, ()
    if FieldName.NAME.value in card.unsure or keys.name_key(card.name) == keys.name_key(known.name):
        return known.name, (card.name,)
    return card.name, (known.name,)


def _positions_of_both(known: Contact, card: Contact, ended: date) -> tuple[Position, ...]:
    if not card.positions:
        return known.positions
    new = card.positions[0]
    current = known.position
    if current and _same_job(current, new):
        full = replace(
            current,
            title=current.title or new.title,
            department=current.department or new.department,
            company=current.company or new.company,
        )
        kept = tuple(full if position is current else position for position in known.positions)
        return (*kept, *(extra for extra in card.positions[1:] if not _among(extra, kept)))
    closed = tuple(
        replace(position, until=ended) if position.current and _left(position, new) else position
        for position in known.positions
    )
    return (*(position for position in card.positions if not _among(position, closed)), *closed)


def _same_job(one: Position, other: Position) -> bool:
    """Whether nothing that both say differs."""
    companies = not one.company or not other.company or _same_company(one, other)
    return companies and (not one.title or not other.title or keys.fold(one.title) == keys.fold(other.title))


def _same_company(one: Position, other: Position) -> bool:
    return keys.company_key(one.company) == keys.company_key(other.company)


def _left(older: Position, new: Position) -> bool:
    """Whether the new job means that the older one is over: another company, or another title at the same one."""
    return bool(new.company or new.title) and not _same_job(older, new)


def _among(position: Position, others: Sequence[Position]) -> bool:
    return any(
        other.current
        and _same_company(position, other)
        and keys.fold(position.title) == keys.fold(other.title)
        and keys.fold(position.department) == keys.fold(other.department)
        for other in others
    )


def _phones_of_both(known: Sequence[Phone], card: Sequence[Phone]) -> tuple[Phone, ...]:
    """The card's numbers first; a number on both sides keeps what either side knows of it."""
    first = []
    for phone in card:
        same = next((other for other in known if keys.same_phone(phone, other)), None)
        if same:
            kind = same.kind if phone.kind is PhoneKind.OTHER else phone.kind
            first.append(Phone(phone.number, kind, phone.e164 or same.e164))
        else:
            first.append(phone)
    rest = (phone for phone in known if not any(keys.same_phone(phone, other) for other in first))
    return _unique((*first, *rest), _number_and_use)


def _number_and_use(phone: Phone) -> str:
    """One line may be a telephone and a fax at once: these stay two."""
    return f"{keys.phone_key(phone)} {phone.kind is PhoneKind.FAX}"


def _unique(values: Iterable[_T], key: Callable[[_T], str]) -> tuple[_T, ...]:
    """The values without those that are another writing of an earlier one."""
    found: dict[str, _T] = {}
    for value in values:
        found.setdefault(key(value), value)
    return tuple(found.values())


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


def _joined(reading: Reading, value: DraftValue, found: DraftValue) -> DraftValue:
    """A value with one more line, in the order of the card where its text is still what was printed."""
    lines = tuple(sorted({*value.lines, *found.lines}))
    separator = ", " if value.field is FieldName.ADDRESS else " "
    printed = [reading.lines[line].text.strip(" ,") for line in lines]
    as_printed = separator.join(reading.lines[line].text.strip(" ,") for line in value.lines)
    text = separator.join(printed) if value.text == as_printed else f"{value.text}{separator}{found.text}".strip(" ,")
    boxes = tuple(reading.lines[line].box for line in lines)
    return replace(value, text=text, boxes=boxes, lines=lines, looks=(), choices=(), source=Source.PERSON)


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
    text = value.text.replace(reading.lines[line].text.strip(" ,"), "", 1)
    text = re.sub(r"(\s*,)+\s*", ", ", " ".join(text.split())).strip(" ,")
    return replace(value, text=text, lines=left, boxes=tuple(reading.lines[other].box for other in left))


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
