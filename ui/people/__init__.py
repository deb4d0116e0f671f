"""The page of all people: a table, what narrows it, and what can be done with many at once."""

from ui.people.page import PeoplePage

__all__ = ["PeoplePage"]
