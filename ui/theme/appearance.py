"""Which colours and which size of text the window has at the moment, and who hears when they change."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont

from ui.theme.tokens import LIGHT, Tokens

FAMILY: Final = "Inter"

# Size in pixels at 100 % and weight of each role; nothing is set smaller than 11.
ROLES: Final[dict[str, tuple[int, QFont.Weight]]] = {
    "person": (24, QFont.Weight.DemiBold),
    "page": (20, QFont.Weight.DemiBold),
    "section": (14, QFont.Weight.DemiBold),
    "body": (13, QFont.Weight.Normal),
    "strong": (13, QFont.Weight.DemiBold),
    "small": (12, QFont.Weight.Normal),
    "small_strong": (12, QFont.Weight.DemiBold),
    "tiny": (11, QFont.Weight.Normal),
    "tiny_strong": (11, QFont.Weight.DemiBold),
    "message": (14, QFont.Weight.Normal),
}


class Appearance(QObject):
    """The colours and the text size in use; `changed` comes after either has."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tokens: Tokens = LIGHT
        self.percent = 100

    def take(self, tokens: Tokens, percent: int) -> None:
        """Use these colours and this text size from now on; says so only where something differs."""
        if (tokens, percent) != (self.tokens, self.percent):
            self.tokens, self.percent = tokens, percent
            self.changed.emit()


_CURRENT: Final = Appearance()


def notifier() -> Appearance:
    """Whose `changed` signal tells that colours or sizes are new."""
    return _CURRENT


def is_dark() -> bool:
    return _CURRENT.tokens.dark


def color(name: str) -> QColor:
    """The colour of a token in the set that is in use."""
    return QColor(getattr(_CURRENT.tokens, name))


def px(size: float) -> int:
    """A length given in pixels at 100 % text size, as long as it is now."""
    return round(size * _CURRENT.percent / 100)


def font(role: str = "body", *, tabular: bool = False, exact: bool = False) -> QFont:
    """The type of a role at the text size in use.

    `tabular`: all figures equally wide. `exact`: letters that look alike are told apart, such as I, l and 1.
    """
    size, weight = ROLES[role]
    chosen = QFont(FAMILY)
    chosen.setPixelSize(px(size))
    chosen.setWeight(weight)
    if tabular:
        chosen.setFeature(QFont.Tag("tnum"), 1)
    if exact:
        chosen.setFeature(QFont.Tag("ss02"), 1)
    return chosen
