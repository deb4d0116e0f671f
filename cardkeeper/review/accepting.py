"""What a card means once it is accepted: a person, new or known, how they were met, and the next step."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import zip_longest
from typing import TypeVar

from cardkeeper import keys
from cardkeeper.days import WORKING_DAYS, days_to_follow_up
from cardkeeper.errors import WrongInput
from cardkeeper.model.cards import Scan
from cardkeeper.model.drafts import Draft, FieldName
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
from cardkeeper.translation import tr

_T = TypeVar("_T")


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
