"""How well one knows somebody, told by facts, and what to do about a person whom one hardly knows."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from cardkeeper.days import ago
from cardkeeper.model.overview import PersonRow
from cardkeeper.translation import tr

LONG_AGO: Final = timedelta(days=90)
"""A talk or meeting so long ago says little of how somebody is now."""

MOST_MEETINGS: Final = 1
"""Who was met more often than this is no stranger."""


def little_known(row: PersonRow) -> bool:
    """Met once or never, and nothing noted of what they need, offer or care about."""
    return row.met_times <= MOST_MEETINGS and not row.needs and not row.remembered


def hardly_known(row: PersonRow, today: date) -> bool:
    """Little known, and not in touch for long."""
    last = max((day for day in (row.last_talked, row.met.on) if day), default=date.min)
    return little_known(row) and last < today - LONG_AGO


def what_to_do(row: PersonRow, today: date) -> str:
    """One step towards knowing somebody, with the fact that asks for it; empty for who is known."""
    if not hardly_known(row, today):
        return ""
    if row.next_step is not None and row.next_step.open:
        return tr("Something is planned: ask what they need when you talk.")
    return _first_step(row, today)


def _first_step(row: PersonRow, today: date) -> str:
    if row.last_talked:
        return tr("Check in and ask what they need: you talked {ago}.", ago=ago(row.last_talked, today))
    if row.met.on:
        return tr("Call, and ask what they do: you met once, {ago}.", ago=ago(row.met.on, today))
    if row.met_times:
        return tr("Call, and ask what they do: you met once.")
    if row.phone or row.email:
        return tr("Invite them: you never met.")
    return tr("You never met, and no way to reach them is known: find one, or let them go.")
