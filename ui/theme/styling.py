"""Puts colours, type and style on the application: Qlementine where it is installed, Fusion where it is not."""

from __future__ import annotations

from importlib import resources
from importlib.util import find_spec
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from ui.theme import fusion
from ui.theme.appearance import FAMILY, font, notifier
from ui.theme.tokens import DARK, LIGHT, Tokens

_HAS_QLEMENTINE: Final = find_spec("PySide6Qlementine") is not None
if _HAS_QLEMENTINE:
    from ui.theme import qlementine

_FACES: Final = ("Inter-Regular.ttf", "Inter-SemiBold.ttf")
TEXT_SIZES: Final = (90, 100, 115, 130, 150, 175, 200)
"""The text sizes to choose from, in percent."""


def load_type() -> None:
    """Make the program's own type known, once, so that it looks the same on every machine."""
    if FAMILY in QFontDatabase.families():
        return
    folder = resources.files("resources.fonts")
    for face in _FACES:
        QFontDatabase.addApplicationFontFromData((folder / face).read_bytes())


def wants_dark(app: QApplication, mode: str) -> bool:
    """Whether `mode` (system, light or dark) means dark colours at the moment."""
    if mode == "system":
        return app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return mode == "dark"


def palette_of(tokens: Tokens) -> QPalette:
    """The colours by the roles that Qt knows."""
    roles = {
        QPalette.ColorRole.Window: tokens.window,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Base: tokens.surface,
        QPalette.ColorRole.AlternateBase: tokens.surface,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.PlaceholderText: tokens.text3,
        QPalette.ColorRole.Button: tokens.surface,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.BrightText: tokens.err,
        QPalette.ColorRole.Highlight: tokens.soft,
        QPalette.ColorRole.HighlightedText: tokens.text,
        QPalette.ColorRole.Accent: tokens.accent,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.LinkVisited: tokens.accent,
        QPalette.ColorRole.ToolTipBase: tokens.surface,
        QPalette.ColorRole.ToolTipText: tokens.text,
        QPalette.ColorRole.Mid: tokens.border,
        QPalette.ColorRole.Midlight: tokens.hover,
        QPalette.ColorRole.Dark: tokens.control,
        QPalette.ColorRole.Light: tokens.surface,
        QPalette.ColorRole.Shadow: tokens.control,
    }
    palette = QPalette()
    for role, value in roles.items():
        palette.setColor(role, QColor(value))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.dis_text))
    return palette


def apply(app: QApplication, mode: str = "system", percent: int = 100, *, fusion_only: bool = False) -> None:
    """Give the whole application its look; called again when a setting or the system's scheme changes.

    `mode` is system, light or dark; `percent` the text size. `fusion_only` shows what machines without Qlementine get.
    """
    load_type()
    tokens = DARK if wants_dark(app, mode) else LIGHT
    palette = palette_of(tokens)
    # Before anyone hears of the change: some of what is written anew then, such as links, Qt colours by the palette.
    app.setPalette(palette)
    notifier().take(tokens, percent)
    if _HAS_QLEMENTINE and not fusion_only:
        qlementine.apply(app, tokens, palette, percent)
    else:
        fusion.apply(app, tokens, percent)
    app.setPalette(palette)
    app.setFont(font("body"))
