"""Icons of the Material Design set, in the colours of the theme, drawn once for each name, colour and size.

The font is the one that qtawesome brings. The package itself stays unloaded: it reads eleven fonts and half of Qt again
before it draws the first icon, which would cost every start a quarter of a second.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import msgspec
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPixmap

from ui.theme.appearance import color

# Logical sizes that a QIcon is asked for: in menus and buttons, rows, the rail, and empty pages; each also twice as
# large, for screens with two dots a pixel.
_SIZES: Final = (16, 18, 20, 24, 32, 40, 48)


@cache
def _folder() -> Path:
    found = find_spec("qtawesome")
    if found is None or found.origin is None:
        raise FileNotFoundError("qtawesome, which brings the icons, is not installed")
    return Path(found.origin).parent / "fonts"


@cache
def _family() -> str:
    letters = next(_folder().glob("materialdesignicons6-webfont-*.ttf"))
    return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(letters)))[0]


@cache
def _letters() -> dict[str, str]:
    names = next(_folder().glob("materialdesignicons6-webfont-charmap-*.json"))
    return msgspec.json.decode(names.read_bytes(), type=dict[str, str])


@cache
def _rendered(name: str, shade: str, size: int, scale: float) -> QPixmap:
    side = round(size * scale)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    letters = QFont(_family())
    letters.setPixelSize(side)
    letters.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setFont(letters)
    painter.setPen(QColor(shade))
    painter.drawText(QRectF(0, 0, side, side), Qt.AlignmentFlag.AlignCenter, chr(int(_letters()[name], 16)))
    painter.end()
    picture.setDevicePixelRatio(scale)
    return picture


@cache
def _drawn(name: str, shade: str, faded: str) -> QIcon:
    made = QIcon()
    for size in _SIZES:
        for scale in (1.0, 2.0):
            made.addPixmap(_rendered(name, shade, size, scale))
            made.addPixmap(_rendered(name, faded, size, scale), QIcon.Mode.Disabled)
    return made


def icon(name: str, tint: str = "text2") -> QIcon:
    """The icon of this name (Material Design Icons, without a prefix) in the colour of a token."""
    return _drawn(name, color(tint).name(), color("dis_text").name())


def program_icon() -> QIcon:
    """The program's own."""
    with resources.as_file(resources.files("resources") / "desktop" / "cardkeeper.svg") as drawing:
        return QIcon(QPixmap(str(drawing)))


def pixmap(name: str, tint: str = "text2", size: int = 16) -> QPixmap:
    """The same as a picture, `size` logical pixels wide and high, sharp on this screen."""
    return _rendered(name, color(tint).name(), size, QGuiApplication.primaryScreen().devicePixelRatio())
