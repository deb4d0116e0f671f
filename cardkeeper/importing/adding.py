"""What a record adds to somebody known: only what is missing. What stands there, stays as a person left it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from cardkeeper import keys
from cardkeeper.exchange.own import OF_A_CARD
from cardkeeper.model.people import Contact, Kept, Phone, PhoneKind, Position

_T = TypeVar("_T")

_ONCE: Final = frozenset({"FN", "N", "UID", "REV", "PRODID", "KIND", "BDAY", "ANNIVERSARY", "GENDER", "PHOTO", "LOGO"})
"""Properties of which a card has one at most (RFC 6350 section 6), or of which a second one only confuses."""

_ALWAYS_NEW: Final = frozenset({"REV", "PRODID", "X-RADICALE-NAME"})
"""Properties that differ each time a card is written, and say nothing of the person."""


def with_missing(known: Contact, record: Contact) -> Contact:
    """The person with what only the record says. The same value again, however it is written, adds nothing."""
    added = replace(
        known,
        name=known.name or record.name,
        positions=(*known.positions, *_new(record.positions, known.positions, _same_job)),
        emails=_both(known.emails, record.emails, keys.email_key),
        phones=(*known.phones, *_new(record.phones, known.phones, _same_number)),
        websites=_both(known.websites, record.websites, keys.website_key),
        addresses=(*known.addresses, *_new(record.addresses, known.addresses, _same_words)),
        tags=_both(known.tags, record.tags, keys.fold),
        facts=_both(known.facts, record.facts, keys.fold),
        offers=_both(known.offers, record.offers, keys.fold),
        doors=_both(known.doors, record.doors, keys.fold),
        notes=_notes(known.notes, record.notes),
        other=_both(known.other, (*_other_name(known, record), *record.other), keys.fold),
        tier=known.tier or record.tier,
        cadence_days=known.cadence_days or record.cadence_days,
        form=known.form or record.form,
        language=known.language or record.language,
        tone=known.tone or record.tone,
    )
    return replace(added, kept=_kept(known, added, record))


def _both(known: Sequence[str], new: Sequence[str], key: Callable[[str], str]) -> tuple[str, ...]:
    there = {key(value) for value in known}
    return (*known, *(value for value in new if key(value) not in there))


def _new(values: Iterable[_T], known: Sequence[_T], same: Callable[[_T, _T], bool]) -> tuple[_T, ...]:
    return tuple(value for value in values if not any(same(value, other) for other in known))


def _same_job(new: Position, known: Position) -> bool:
    """Whether the known job says all that the new one says, or the new one is an earlier state of it."""
    company = not new.company or keys.company_key(new.company) == keys.company_key(known.company)
    return company and all(
        not said or keys.fold(said) == keys.fold(there)
        for said, there in ((new.title, known.title), (new.department, known.department))
    )


def _same_number(new: Phone, known: Phone) -> bool:
    fax = (new.kind is PhoneKind.FAX) == (known.kind is PhoneKind.FAX)
    return ((fax or PhoneKind.OTHER in (new.kind, known.kind)) and keys.same_phone(new, known)) or new == known


def _same_words(new: str, known: str) -> bool:
    """Whether all words of an address stand in another: with the country or without, it is one."""
    return set(keys.words(new)) <= set(keys.words(known))


def _notes(known: str, new: str) -> str:
    if keys.fold(new) in keys.fold(known):
        return known
    return f"{known}\n\n{new}" if known else new


def _other_name(known: Contact, record: Contact) -> tuple[str, ...]:
    """Another writing of the name, which must not be lost."""
    if not known.name or not record.name or keys.name_key(known.name) == keys.name_key(record.name):
        return ()
    return (record.name,)


def _kept(known: Contact, added: Contact, record: Contact) -> tuple[Kept, ...]:
    """What the record says beyond fields: of values that are new, and all that stands for itself."""
    had = {each.name.upper() for each in known.kept}
    groups = {each.group for each in known.kept if each.group}
    there = {(each.name.upper(), each.value, each.file) for each in known.kept}
    brought = []
    for each in record.kept:
        name = each.name.upper()
        if name in _ALWAYS_NEW or (name in _ONCE and (name in had or each.stands_for)) or each.params == OF_A_CARD:
            continue
        if name == "CATEGORIES" and not each.stands_for:
            continue  # groups of a program, which say nothing of a person
        if (name, each.value, each.file) in there or (each.stands_for and not _is_new(each, known, added)):
            continue
        group = f"{each.group}.{len(known.kept)}" if each.group in groups else each.group
        brought.append(replace(each, group=group))
    return (*known.kept, *brought)


def _is_new(each: Kept, known: Contact, added: Contact) -> bool:
    """Whether the value that it says more of came with this record."""
    values = _values(added) - _values(known)
    return each.stands_for in values


def _values(contact: Contact) -> set[str]:
    jobs = {f"{job.company}\x1f{job.department}".strip("\x1f") for job in contact.positions}
    return {
        *contact.emails,
        *contact.websites,
        *contact.addresses,
        *(phone.number for phone in contact.phones),
        *(job.title for job in contact.positions),
        *jobs,
        contact.notes,
    }
