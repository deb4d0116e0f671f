"""How the window looks: colours, type, sizes and icons by name, on Qlementine and on Fusion alike."""

from ui.theme.appearance import ROLES, Appearance, color, font, is_dark, notifier, px
from ui.theme.icons import icon, pixmap, program_icon
from ui.theme.styling import TEXT_SIZES, apply

__all__ = [
    "ROLES",
    "TEXT_SIZES",
    "Appearance",
    "apply",
    "color",
    "font",
    "icon",
    "is_dark",
    "notifier",
    "pixmap",
    "program_icon",
    "px",
]
