"""The help: the user guide, all keys, what the program is made of, and its log; all of it offline."""

from ui.help.page import HelpPage

__all__ = ["HelpPage"]
