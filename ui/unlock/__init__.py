"""What is seen while a library is closed: the password is asked for, or another one is put in place."""

from ui.unlock.page import UnlockPage
from ui.unlock.working import WorkingPage

__all__ = ["UnlockPage", "WorkingPage"]
