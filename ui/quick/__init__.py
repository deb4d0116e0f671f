"""Quick capture: a person in a name and a line, or in a pasted signature."""

from ui.quick.box import QuickCapture

__all__ = ["QuickCapture"]
