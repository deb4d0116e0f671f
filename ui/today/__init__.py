"""The page of the day: one list of what to do with whom, and why."""

from ui.today.page import TodayPage

__all__ = ["TodayPage"]
