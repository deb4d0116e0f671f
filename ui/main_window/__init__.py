"""The main window: what is around the pages, and the ways between them."""

from ui.main_window.window import MainWindow

__all__ = ["MainWindow"]
