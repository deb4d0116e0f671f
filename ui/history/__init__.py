"""The page of what was done: changes to go back to, people who were removed, entries that were merged."""

from ui.history.page import HistoryPage

__all__ = ["HistoryPage"]
