"""What the palette offers before anything is typed: where one was last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ui.palette.finding import Finder
from ui.palette.results import Someone
from ui.parts import Place
from ui.recents import PAGE, PERSON

_SHOWN: Final = 5


def latest(recent: Sequence[str], places: Sequence[Place], finder: Finder, here: str) -> tuple[Place | Someone, ...]:
    """The newest few that are still there, without the page one is on; `recent` as the settings keep it."""
    known: dict[str, Place | Someone] = {f"{PAGE}{place.name}": place for place in places if place.name != here}
    ids = [int(one.removeprefix(PERSON)) for one in recent if one.startswith(PERSON)]
    known |= {f"{PERSON}{someone.id}": someone for someone in finder.some(ids)}
    return tuple(known[one] for one in recent if one in known)[:_SHOWN]
