"""Where one was last: people and pages, newest first, remembered from day to day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ui.palette.finding import Finder
from ui.palette.results import Place, Someone
from ui.session import Session

_KEPT: Final = 12
_SHOWN: Final = 5
_PERSON: Final = "person "
_PAGE: Final = "page "


class Recents:
    """Kept with the library's settings, as what one was at and not what is set."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def saw_person(self, contact_id: int) -> None:
        self._put(f"{_PERSON}{contact_id}")

    def went_to(self, page: str) -> None:
        self._put(f"{_PAGE}{page}")

    def shown(self, places: Sequence[Place], finder: Finder, here: str) -> tuple[Place | Someone, ...]:
        """The newest few that are still there, without the page one is on."""
        known: dict[str, Place | Someone] = {f"{_PAGE}{place.name}": place for place in places if place.name != here}
        kept = self._session.settings.recent
        ids = [int(one.removeprefix(_PERSON)) for one in kept if one.startswith(_PERSON)]
        known |= {f"{_PERSON}{someone.id}": someone for someone in finder.some(ids)}
        return tuple(known[one] for one in kept if one in known)[:_SHOWN]

    def _put(self, what: str) -> None:
        before = tuple(one for one in self._session.settings.recent if one != what)
        self._session.remember_recent((what, *before)[:_KEPT])
