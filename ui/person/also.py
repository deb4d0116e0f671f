"""What came with an imported person and has no field of its own, such as a birthday, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cardkeeper.days import short_month
from cardkeeper.exchange.dates import as_property, day_of
from cardkeeper.exchange.vcard import Property
from cardkeeper.model.people import Contact, Kept
from cardkeeper.translation import tr

_NO_YEAR: Final = re.compile(r"--(\d\d)-?(\d\d)")
_ANY_LEAP_YEAR: Final = 2000
_MESSENGERS: Final = {
    "IMPP": "",
    "X-AIM": "AIM",
    "X-GOOGLE-TALK": "Google Talk",
    "X-ICQ": "ICQ",
    "X-JABBER": "Jabber",
    "X-MSN": "MSN",
    "X-SKYPE": "Skype",
    "X-SKYPE-USERNAME": "Skype",
    "X-YAHOO": "Yahoo",
}
"""Properties that hold an address for short messages: RFC 4770, and what programs wrote before it."""


def also_of(contact: Contact) -> tuple[str, ...]:
    """A line for each such detail: “Birthday: 16 Apr 1980”. What programs keep for themselves is left out."""
    return tuple(dict.fromkeys(line for kept in contact.kept for line in _lines(kept)))


def _lines(kept: Kept) -> Iterator[str]:
    if kept.file or not kept.value.strip():
        return
    name, found = kept.name.upper(), Property(kept.name, kept.value)
    if name == "NICKNAME":
        yield tr("Nickname: {name}", name=", ".join(item for item in found.items if item))
    elif name == "BDAY":
        yield tr("Birthday: {day}", day=_day(found.text))
    elif name in {"ANNIVERSARY", "X-ANNIVERSARY"}:
        yield tr("Anniversary: {day}", day=_day(found.text))
    elif name in _MESSENGERS:
        yield f"{_MESSENGERS[name] or tr('Messenger')}: {found.text}"


def _day(value: str) -> str:
    """A day in words; as it was written where it is none for certain."""
    plain = as_property(value) or value.strip()
    if short := _NO_YEAR.fullmatch(plain):
        on = day_of(f"{_ANY_LEAP_YEAR}-{short[1]}-{short[2]}")
        return tr("{day} {month}", day=on.day, month=short_month(on)) if on else value
    on = day_of(plain)
    return tr("{day} {month} {year}", day=on.day, month=short_month(on), year=on.year) if on else value
