"""The palette, by which one gets anywhere with a few letters."""

from ui.palette.box import Palette

__all__ = ["Palette"]
