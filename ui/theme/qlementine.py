"""The look with Qlementine: our colours and sizes as its theme."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QComboBox, QLineEdit
from PySide6Qlementine import QlementineStyle, Theme

from ui.theme.appearance import ROLES, font
from ui.theme.tokens import Tokens

# What Qlementine calls a colour, and which of ours it is. A name with "*" stands for the plain colour and the three
# that come with it: Hovered, Pressed and Disabled.
_COLOURS: Final = {
    "backgroundColorMain1": "surface",
    "backgroundColorMain2": "window",
    "backgroundColorMain3": "rail",
    "backgroundColorMain4": "track",
    "backgroundColorWorkspace": "window",
    "backgroundColorTabBar": "rail",
    "neutralColor": "hover",
    "neutralColorHovered": "hover",
    "neutralColorPressed": "track",
    "neutralColorDisabled": "dis_fill",
    "primaryColor": "accent",
    "primaryColorHovered": "accent_hover",
    "primaryColorPressed": "accent_press",
    "primaryColorDisabled": "dis_fill",
    "primaryColorForeground": "on_accent",
    "primaryColorForegroundHovered": "on_accent",
    "primaryColorForegroundPressed": "on_accent",
    "primaryColorForegroundDisabled": "dis_text",
    "primaryAlternativeColor": "accent_hover",
    "primaryAlternativeColorHovered": "accent_hover",
    "primaryAlternativeColorPressed": "accent_press",
    "primaryAlternativeColorDisabled": "dis_fill",
    "secondaryColor": "text",
    "secondaryColorHovered": "text",
    "secondaryColorPressed": "text",
    "secondaryColorDisabled": "dis_text",
    "secondaryColorForeground": "surface",
    "secondaryColorForegroundHovered": "surface",
    "secondaryColorForegroundPressed": "surface",
    "secondaryColorForegroundDisabled": "surface",
    "secondaryAlternativeColor": "text2",
    "secondaryAlternativeColorHovered": "text",
    "secondaryAlternativeColorPressed": "text",
    "secondaryAlternativeColorDisabled": "dis_text",
    "statusColorError": "err",
    "statusColorErrorHovered": "err_line",
    "statusColorErrorPressed": "err_line",
    "statusColorErrorDisabled": "dis_text",
    "statusColorWarning": "warn_line",
    "statusColorWarningHovered": "warn_line",
    "statusColorWarningPressed": "warn_line",
    "statusColorWarningDisabled": "dis_text",
    "statusColorInfo": "accent",
    "statusColorInfoHovered": "accent_hover",
    "statusColorInfoPressed": "accent_press",
    "statusColorInfoDisabled": "dis_text",
    "statusColorSuccess": "accent",
    "statusColorSuccessHovered": "accent_hover",
    "statusColorSuccessPressed": "accent_press",
    "statusColorSuccessDisabled": "dis_text",
    "statusColorForeground": "surface",
    "statusColorForegroundHovered": "surface",
    "statusColorForegroundPressed": "surface",
    "statusColorForegroundDisabled": "surface",
    "borderColor": "control",
    "borderColorHovered": "control",
    "borderColorPressed": "accent",
    "borderColorDisabled": "border",
}


def _theme(tokens: Tokens, palette: QPalette, percent: int) -> Theme:
    theme = Theme.makeDark() if tokens.dark else Theme.makeLight()
    for theirs, ours in _COLOURS.items():
        setattr(theme, theirs, QColor(getattr(tokens, ours)))
    # The ring around what has the keyboard is ours (ui.parts.focus), the same on both styles.
    theme.focusColor = QColor(0, 0, 0, 0)
    theme.palette = palette

    def scaled(size: float) -> int:
        return round(size * percent / 100)

    theme.useSystemFonts = False
    theme.fontSize = scaled(ROLES["body"][0])
    theme.fontSizeS1 = scaled(ROLES["small"][0])
    theme.fontSizeH5 = scaled(ROLES["section"][0])
    # The sizes alone do not reach the fonts, which were made with the theme.
    theme.fontRegular, theme.fontBold, theme.fontCaption = font("body"), font("strong"), font("small")
    theme.fontH1, theme.fontH2, theme.fontH3 = font("person"), font("person"), font("page")
    theme.fontH4, theme.fontH5 = font("section"), font("section")
    theme.controlHeightLarge, theme.controlHeightMedium, theme.controlHeightSmall = scaled(32), scaled(28), scaled(24)
    theme.iconSize = QSize(scaled(16), scaled(16))
    theme.borderRadius = 6.0
    theme.checkBoxBorderRadius = 4.0
    theme.menuItemBorderRadius = 4.0
    theme.focusBorderWidth = 2
    theme.animationDuration = theme.focusAnimationDuration = theme.sliderAnimationDuration = 0
    return theme


def apply(app: QApplication, tokens: Tokens, palette: QPalette, percent: int) -> None:
    """Put Qlementine with our theme on the application, or only the theme where the style is on already."""
    style = app.style()
    if not isinstance(style, QlementineStyle):
        style = QlementineStyle(app)
        style.setAnimationsEnabled(False)
        app.setStyle(style)
    if app.styleSheet():
        # Qlementine and a style sheet, which Fusion needs, ask each other for ever.
        app.setStyleSheet("")
    before, now = style.theme(), _theme(tokens, palette, percent)
    style.setTheme(now)
    _refit(app, dict(zip(_heights(before), _heights(now), strict=True)))


def _heights(theme: Theme) -> tuple[int, int, int]:
    return theme.controlHeightLarge, theme.controlHeightMedium, theme.controlHeightSmall


def _refit(app: QApplication, heights: dict[int, int]) -> None:
    """Qlementine gives what is pressed and chosen a least height once, and never again as text grows or shrinks."""
    if all(old == new for old, new in heights.items()):
        return
    for widget in app.allWidgets():
        given = heights.get(widget.minimumHeight())
        if given is not None and isinstance(widget, QAbstractButton | QAbstractSpinBox | QComboBox | QLineEdit):
            widget.setMinimumHeight(given)
