"""Two entries of one person as one, with nothing of either lost; and what is left of one when they are two again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from typing import Any, Final

from cardkeeper import keys
from cardkeeper.model.people import Contact, Phone, PhoneKind, Position


def _position_key(job: Position) -> tuple[str, str, str, bool]:
    return keys.company_key(job.company), keys.fold(job.title), keys.fold(job.department), job.current


def _phone_key(phone: Phone) -> tuple[str, bool]:
    return keys.phone_key(phone), phone.kind is PhoneKind.FAX


_SAME: Final[Mapping[str, Callable[[Any], object]]] = {
    "positions": _position_key,
    "phones": _phone_key,
    "emails": keys.email_key,
    "websites": keys.website_key,
    "kept": lambda kept: kept,
    "imported": str,
}
"""When two values of a field are one; texts without a rule of their own are compared folded."""


def field_names() -> tuple[str, ...]:
    """Every field of a contact that two entries may differ in."""
    return tuple(field.name for field in fields(Contact) if field.name != "id")


def combine(kept: Contact, other: Contact) -> Contact:
    """Both as one: every position, number and note of either; where only one value fits, that of `kept`.

    Another writing of the name is kept among the other lines.
    """
    values = {name: _both(name, getattr(kept, name), getattr(other, name)) for name in field_names()}
    if kept.name and other.name and keys.fold(kept.name) != keys.fold(other.name):
        values["other"] = _union("other", (*values["other"], other.name))
    return replace(kept, **values)


def separate(now: Contact, before: Contact, after: Contact) -> Contact:
    """Somebody as they are now, without what a merge brought and with what it took.

    `before` and `after` is what the merge made of them. What was changed since then stays.
    """
    return replace(
        now,
        **{
            name: _without(name, getattr(now, name), getattr(before, name), getattr(after, name))
            for name in field_names()
        },
    )


def _both(name: str, mine: Any, other: Any) -> Any:
    if isinstance(mine, tuple):
        return _union(name, (*mine, *other))
    if name == "notes":
        had = _keys(name, mine.split("\n"))
        new = [line for line in other.split("\n") if _key(name, line) not in had]
        return "\n".join((mine, *new)) if mine and new else mine or other
    return mine or other


def _without(name: str, now: Any, before: Any, after: Any) -> Any:
    if now == after:
        return before
    if name == "notes":
        return "\n".join(_without("lines", *(tuple(notes.split("\n")) for notes in (now, before, after))))
    if not isinstance(now, tuple):
        return now
    had, has = _keys(name, before), _keys(name, after)
    kept = [value for value in now if (key := _key(name, value)) in had or key not in has]
    there = _keys(name, now)
    taken = [value for value in before if (key := _key(name, value)) not in has and key not in there]
    return (*kept, *taken)


def _union(name: str, values: Iterable[Any]) -> tuple[Any, ...]:
    found: dict[object, Any] = {}
    for value in values:
        found.setdefault(_key(name, value), value)
    return tuple(found.values())


def _keys(name: str, values: Iterable[Any]) -> set[object]:
    return {_key(name, value) for value in values}


def _key(name: str, value: Any) -> object:
    if name in _SAME:
        return _SAME[name](value)
    return keys.fold(value) if isinstance(value, str) else value
