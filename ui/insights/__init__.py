"""The page for those who would rather look than read: plots, each with its table."""

from ui.insights.page import InsightsPage

__all__ = ["InsightsPage"]
