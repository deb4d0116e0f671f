"""Where one was last: people and pages, newest first, remembered from day to day with the library's settings."""

from __future__ import annotations

from typing import Final

from ui.session import Session

PERSON: Final = "person "
PAGE: Final = "page "
"""What each of the settings' `recent` begins with; then comes the id of the person, or the name of the page."""
_KEPT: Final = 12


def saw_person(session: Session, contact_id: int) -> None:
    """Somebody's page was opened."""
    _put(session, f"{PERSON}{contact_id}")


def went_to(session: Session, page: str) -> None:
    """A page was opened."""
    _put(session, f"{PAGE}{page}")


def _put(session: Session, what: str) -> None:
    before = tuple(one for one in session.settings.recent if one != what)
    session.remember_recent((what, *before)[:_KEPT])
