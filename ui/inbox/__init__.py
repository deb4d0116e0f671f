"""The inbox: where files are dropped, where their reading is watched, and what waits to be reviewed."""

from ui.inbox.page import InboxPage

__all__ = ["InboxPage"]
