"""Which pages there are, and how each is made."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from cardkeeper.translation import tr
from ui.jobs import ReadingJobs
from ui.main_window.rail import Entry
from ui.parts import Page
from ui.pictures import Pictures
from ui.session import Session


def entries() -> tuple[Entry, ...]:
    """What the rail names, from top to bottom."""
    return (
        Entry("inbox", tr("Inbox"), "tray-arrow-down"),
        Entry("today", tr("Today"), "calendar-check-outline"),
        Entry("people", tr("People"), "account-group-outline"),
        Entry("introductions", tr("Introductions"), "handshake-outline"),
        Entry("events", tr("Events"), "ticket-outline"),
        Entry("insights", tr("Insights"), "chart-bar"),
    )


def makers(session: Session, jobs: ReadingJobs, pictures: Pictures) -> dict[str, Callable[[], Page]]:
    """The pages by their names, to be made when first shown; a page that nobody opens is not even loaded."""
    return {
        "inbox": lambda: _from("inbox").InboxPage(session, jobs, pictures),
        "review": lambda: _from("review").ReviewPage(session, jobs.again, pictures),
        "today": lambda: _from("today").TodayPage(session, pictures),
        "people": lambda: _from("people").PeoplePage(session),
        "person": lambda: _from("person").PersonPage(session, pictures),
        "introductions": lambda: _from("introductions").IntroductionsPage(session),
        "events": lambda: _from("events").EventsPage(session),
        "insights": lambda: _from("insights").InsightsPage(session),
        "companies": lambda: _from("companies").CompaniesPage(session),
        "composer": lambda: _from("composer").ComposerPage(session, pictures),
        "importing": lambda: _from("importing").ImportingPage(session),
        "exporting": lambda: _from("exporting").ExportingPage(session),
        "camera": lambda: _from("sources").CameraPage(),
        "scanner": lambda: _from("sources").ScannerPage(),
        "help": lambda: _from("help").HelpPage(),
        "duplicates": lambda: _from("duplicates").DuplicatesPage(session),
        "history": lambda: _from("history").HistoryPage(session),
        "preferences": lambda: _from("preferences").PreferencesPage(session),
    }


def _from(page: str) -> Any:
    return import_module(f"ui.{page}")
