"""The page of people who may be there twice, side by side."""

from ui.duplicates.page import DuplicatesPage

__all__ = ["DuplicatesPage"]
