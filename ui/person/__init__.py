"""The page of one person: how you met, what to remember, what happened, what comes next."""

from ui.person.page import PersonPage

__all__ = ["PersonPage"]
