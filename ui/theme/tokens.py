"""The colours of the window, light and dark, by the names of the design."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Tokens:
    """One set of colours as #RRGGBB, `dim` as #AARRGGBB.

    Every pair of a text and a ground that the design allows has a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3), and
    every edge that tells what a control is has at least 3 to 1 (1.4.11); `tests/ui/test_theme.py` holds them to it.
    """

    dark: bool
    window: str
    surface: str
    rail: str
    hover: str
    track: str
    border: str
    button: str
    control: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    accent_press: str
    on_accent: str
    soft: str
    chart: str
    warn: str
    warn_soft: str
    warn_line: str
    err: str
    err_soft: str
    err_line: str
    dis_text: str
    dis_fill: str
    dim: str

    # Cards are never inverted, so what is drawn on them keeps one colour in both sets.
    card_lit: str = "#0B6B73"
    card_look: str = "#B36B00"
    card_other: str = "#6A7076"
    card_lit_dark: str = "#5BC4CC"
    card_look_dark: str = "#F2B65A"
    card_other_dark: str = "#B4B9BF"


LIGHT: Final = Tokens(
    dark=False,
    window="#F7F7F5",
    surface="#FFFFFF",
    rail="#EEEEEB",
    hover="#F1F1EE",
    track="#E2E2DE",
    border="#DDDDD8",
    button="#C6C8C5",
    control="#8A8E93",
    text="#1B1D20",
    text2="#53585E",
    text3="#62676D",
    accent="#0B6B73",
    accent_hover="#095960",
    accent_press="#074A50",
    on_accent="#FFFFFF",
    soft="#DCEEEF",
    chart="#0B6B73",
    warn="#855000",
    warn_soft="#FFF2D9",
    warn_line="#B36B00",
    err="#B3261E",
    err_soft="#FCEAE8",
    err_line="#C2372E",
    dis_text="#7F8388",
    dis_fill="#E9E9E6",
    dim="#61141618",
)

DARK: Final = Tokens(
    dark=True,
    window="#1A1B1D",
    surface="#222427",
    rail="#151618",
    hover="#2B2D31",
    track="#3A3D41",
    border="#383B3F",
    button="#4A4E53",
    control="#7A8087",
    text="#ECEDEE",
    text2="#B4B9BF",
    text3="#9CA2A9",
    accent="#5BC4CC",
    accent_hover="#74D0D7",
    accent_press="#4AAFB7",
    on_accent="#06272A",
    soft="#173A3E",
    chart="#3F9DA5",
    warn="#F2B65A",
    warn_soft="#392B13",
    warn_line="#C98A2B",
    err="#FF9D93",
    err_soft="#402322",
    err_line="#E0665B",
    dis_text="#838990",
    dis_fill="#2C2E31",
    dim="#8C000000",
)
