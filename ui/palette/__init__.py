"""The palette, by which one gets anywhere with a few letters."""

from ui.palette.box import Palette
from ui.palette.results import Place

__all__ = ["Palette", "Place"]
