"""The one note of a day: when it may come, and what it says. It is asked for, never in the quiet hours, and once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from cardkeeper.relationships.today import TodayList
from cardkeeper.settings import Settings
from cardkeeper.translation import trn

_MOST_TITLES: Final = 3


@dataclass(frozen=True, slots=True)
class Note:
    """What the note says, and the person whom a click opens."""

    title: str
    text: str
    contact_id: int


def is_quiet(hour: int, begins: int, ends: int) -> bool:
    """Whether an hour lies in the quiet ones, which may go over midnight; none are quiet where both are the same."""
    if begins <= ends:
        return begins <= hour < ends
    return hour >= begins or hour < ends


def may_come(settings: Settings, now: datetime) -> bool:
    """Whether the note of this day may come at this moment of the wall clock."""
    if settings.digest != "on" or settings.digest_shown == now.date().isoformat():
        return False
    return not is_quiet(now.hour, settings.quiet_from, settings.quiet_until)


def note_of(day: TodayList) -> Note | None:
    """What there is to do, and the first of it; None where there is nothing, for which nobody is disturbed."""
    items = day.items
    if not items:
        return None
    titles = [item.title for item in items[:_MOST_TITLES]]
    more = len(items) - len(titles)
    if more:
        titles.append(trn("and {count} more", "and {count} more", more))
    title = trn("{count} thing for today", "{count} things for today", len(items))
    return Note(title, "\n".join(titles), items[0].contact_id)
