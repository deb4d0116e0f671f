"""The page of events: what came of each, and which are worth it."""

from ui.events.page import EventsPage

__all__ = ["EventsPage"]
