"""Which backups stay: everything of late, then one for each day, week and month, like the rings of a tree."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Final

NEWEST_KEPT: Final = 8
DAYS_KEPT: Final = 14
WEEKS_KEPT: Final = 8
MONTHS_KEPT: Final = 24
AHEAD_KEPT: Final = 2
ALWAYS_KEPT: Final = 4
"""So many stay however large they are."""
MOST_BYTES: Final = 4 * 1024**3
"""All backups together; beyond that the oldest go. Pictures count once and are not counted here."""

_A_CLOCK_APART: Final = timedelta(days=1)
"""Further ahead than this lies no time zone, only a clock that went wrong."""


def to_keep(sizes: Mapping[datetime, int], now: datetime, most_bytes: int = MOST_BYTES) -> frozenset[datetime]:
    """Of backups made at these times, each of so many bytes, those that stay.

    The rule counts days, weeks and months in which there are backups, never days since then; so a clock that jumps
    ahead takes nothing away. Backups from ahead of the clock keep no place from the others.
    """
    made = sorted((moment for moment in sizes if moment <= now + _A_CLOCK_APART), reverse=True)
    ahead = sorted((moment for moment in sizes if moment > now + _A_CLOCK_APART), reverse=True)
    local = {moment: moment.astimezone(now.tzinfo) for moment in made}
    rings: tuple[tuple[int, Callable[[datetime], object]], ...] = (
        (NEWEST_KEPT, lambda moment: moment),
        (DAYS_KEPT, lambda moment: local[moment].date()),
        (WEEKS_KEPT, lambda moment: local[moment].isocalendar()[:2]),
        (MONTHS_KEPT, lambda moment: (local[moment].year, local[moment].month)),
    )
    kept = {moment for most, ring in rings for moment in _newest_of_each(made, ring)[:most]}
    return _within(sorted(kept, reverse=True) + ahead[:AHEAD_KEPT], sizes, most_bytes)


def _newest_of_each(made: list[datetime], ring: Callable[[datetime], object]) -> list[datetime]:
    newest: dict[object, datetime] = {}
    for moment in made:
        newest.setdefault(ring(moment), moment)
    return list(newest.values())


def _within(kept: list[datetime], sizes: Mapping[datetime, int], most_bytes: int) -> frozenset[datetime]:
    taken, room = [], most_bytes
    for number, moment in enumerate(kept):
        room -= sizes[moment]
        if number < ALWAYS_KEPT or room >= 0:
            taken.append(moment)
    return frozenset(taken)
