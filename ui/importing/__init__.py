"""People out of files: what would happen, record by record, then all of it as one step."""

from ui.importing.page import ImportingPage

__all__ = ["ImportingPage"]
