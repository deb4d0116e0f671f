"""A file taken into a library, out of it in every form, and in again: nothing may be lost, nothing come twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from cardkeeper.exchange.exporting import Format, pieces
from cardkeeper.exchange.loading import load
from cardkeeper.importing.applying import apply
from cardkeeper.importing.planning import Outcome, plan_of
from cardkeeper.library import Library
from cardkeeper.model.people import Contact
from cardkeeper.outgoing import Outgoing
from tests.core.library.samples import clock

_FOR_OTHERS = {Format.GOOGLE, Format.OUTLOOK}
"""Forms that hold less than we know."""


def there_and_back(name: str, data: bytes, folder: Path) -> None:
    """Assert that every record of a file stays what it is, whatever way it goes."""
    loaded = load(name, data)
    with Library.open(folder, now=clock) as library:
        apply(library, plan_of(library, [loaded]), clock(), lambda _done, _of: None)
        everyone = list(Outgoing(library, library.lists.in_order()))
        assert len(everyone) == len(loaded.records)
        again = plan_of(library, [load(name, data)])
        assert {item.outcome for item in again.items} <= {Outcome.SAME, Outcome.PROBLEM}
        for form in (Format.CSV, Format.SPREADSHEET, Format.GOOGLE, Format.OUTLOOK, Format.VCARD3, Format.VCARD4):
            back = load("", b"".join(pieces(everyone, form, library.files.read)))
            items = plan_of(library, [back]).items
            assert [(form, item.why) for item in items if item.outcome is not Outcome.SAME] == []
            assert len(items) == len(everyone)
            mine, returned = [person.contact for person in everyone], [record.contact for record in back.records]
            if form not in _FOR_OTHERS:
                assert _fields(mine) == _fields(returned)
            if form in {Format.VCARD3, Format.VCARD4}:
                assert _kept(mine) == _kept(returned)


def _fields(contacts: Iterable[Contact]) -> list[str]:
    """All that has nothing to do with the library."""
    return sorted(
        repr(replace(c, id=0, kept=(), imported=(), phones=tuple(replace(p, e164="") for p in c.phones)))
        for c in contacts
    )


def _kept(contacts: Iterable[Contact]) -> list[tuple[str, str, str, str]]:
    kept = (each for contact in contacts for each in contact.kept if not each.stands_for)
    return sorted((each.name, each.value, each.file, each.group) for each in kept)
