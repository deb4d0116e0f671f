"""Which pages there are, and how each is made."""

from __future__ import annotations

from collections.abc import Callable

from cardkeeper.translation import tr
from ui.inbox import InboxPage
from ui.jobs import ReadingJobs
from ui.main_window.rail import Entry
from ui.parts import Page
from ui.people import PeoplePage
from ui.person import PersonPage
from ui.pictures import Pictures
from ui.preferences import PreferencesPage
from ui.review import ReviewPage
from ui.session import Session
from ui.today import TodayPage


def entries() -> tuple[Entry, ...]:
    """What the rail names, from top to bottom."""
    return (
        Entry("inbox", tr("Inbox"), "tray-arrow-down"),
        Entry("today", tr("Today"), "calendar-check-outline"),
        Entry("people", tr("People"), "account-group-outline"),
    )


def makers(session: Session, jobs: ReadingJobs, pictures: Pictures) -> dict[str, Callable[[], Page]]:
    """The pages by their names, to be made when first shown."""
    return {
        "inbox": lambda: InboxPage(session, jobs, pictures),
        "review": lambda: ReviewPage(session, jobs, pictures),
        "today": lambda: TodayPage(session, pictures),
        "people": lambda: PeoplePage(session),
        "person": lambda: PersonPage(session, pictures),
        "preferences": lambda: PreferencesPage(session),
    }
