"""What parts and delegates draw by hand: rounded grounds, rows, focus rings and key caps."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from cardkeeper.translation import reads_right_to_left
from ui import theme
from ui.key_words import key_names

RADIUS: Final = 6
"""Corners of controls and rows, in pixels."""
PANEL_RADIUS: Final = 8
_CAP_RADIUS: Final = 4
_CAP_GAP: Final = 4
_CARD_RADIUS: Final = 4


def mirrored(area: QRect, whole: QRect, direction: Qt.LayoutDirection) -> QRect:
    """A place that was reckoned from the left, where it is when people write from right to left."""
    return QStyle.visualRect(direction, whole, area)


def turn(painter: QPainter, area: QRect, direction: Qt.LayoutDirection) -> None:
    """From here on, what is reckoned from the left of an area is drawn from its right where people read that way.

    Grounds, rules and places lie as in a mirror; words and pictures are drawn `upright` and are not.
    """
    if direction is Qt.LayoutDirection.RightToLeft:
        _mirror(painter, area)


@contextmanager
def upright(painter: QPainter, area: QRect) -> Iterator[bool]:
    """Words and pictures in their place, and as they are, also where the painter is turned: says whether it is."""
    turned = painter.worldTransform().m11() < 0
    if turned:
        painter.save()
        _mirror(painter, area)
    yield turned
    if turned:
        painter.restore()


def draw_words(painter: QPainter, area: QRect, align: Qt.AlignmentFlag, words: str) -> None:
    """One line of words in an area of a widget; at its other side where people read from right to left.

    In which order they are read is up to the words: “6 still there” is the same sentence in any window.
    """
    side = QStyle.visualAlignment(painter.layoutDirection(), align) | Qt.AlignmentFlag.AlignAbsolute
    painter.save()
    painter.setLayoutDirection(reading_direction(words))
    painter.drawText(area, side | Qt.TextFlag.TextSingleLine, words)
    painter.restore()


def reading_direction(words: str) -> Qt.LayoutDirection:
    """From which side words are read."""
    return Qt.LayoutDirection.RightToLeft if reads_right_to_left(words) else Qt.LayoutDirection.LeftToRight


def _mirror(painter: QPainter, area: QRect) -> None:
    painter.translate(area.left() + area.right() + 1, 0)
    painter.scale(-1, 1)


def draw_pixmap(painter: QPainter, area: QRect, picture: QPixmap) -> None:
    """A picture that fills its place, never seen in a mirror."""
    with upright(painter, area):
        painter.drawPixmap(area, picture)


def draw_card(painter: QPainter, area: QRect, picture: QPixmap) -> None:
    """A picture with the rounded corners and the edge of a card."""
    with upright(painter, area):
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        brush = QBrush(picture)
        ratio = picture.devicePixelRatio()
        across, down = area.width() / picture.width() * ratio, area.height() / picture.height() * ratio
        brush.setTransform(QTransform(across / ratio, 0, 0, down / ratio, area.left(), area.top()))
        painter.setBrush(brush)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(area), _CARD_RADIUS, _CARD_RADIUS)
        painter.restore()
    fill(painter, area, line="border", radius=_CARD_RADIUS)


def fill(
    painter: QPainter,
    area: QRect | QRectF,
    ground: str = "",
    line: str = "",
    *,
    radius: float = RADIUS,
    width: float = 1,
) -> None:
    """A rounded rectangle filled with one token and edged inside with another; an empty name leaves that out."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = width / 2 if line else 0.0
    painter.setBrush(theme.color(ground) if ground else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color(line), width) if line else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(QRectF(area).adjusted(half, half, -half, -half), radius, radius)
    painter.restore()


def paint_focus(painter: QPainter, area: QRect | QRectF, radius: float = RADIUS) -> None:
    """The ring of what has the keyboard, drawn inside of the area (for rows; widgets have theirs outside)."""
    fill(painter, area, line="accent", radius=radius, width=2)


def paint_row(painter: QPainter, option: QStyleOptionViewItem, area: QRect | None = None) -> None:
    """The ground of a row: hover, selected, and the ring where the keyboard is."""
    place = area or option.rect
    state = option.state
    if state & QStyle.StateFlag.State_Selected:
        fill(painter, place, "soft")
    elif state & QStyle.StateFlag.State_MouseOver:
        fill(painter, place, "hover")
    if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
        paint_focus(painter, place)


def _cap_widths(keys: str) -> list[int]:
    metrics = QFontMetrics(theme.font("tiny"))
    height = theme.px(18)
    return [max(height, metrics.horizontalAdvance(name) + theme.px(10)) for name in key_names(keys)]


def keys_size(keys: str) -> QSize:
    """How much room the caps of a combination take."""
    widths = _cap_widths(keys)
    return QSize(sum(widths) + _CAP_GAP * (len(widths) - 1), theme.px(18))


def paint_keys(painter: QPainter, area: QRect, keys: str, *, text: str = "text2", ground: str = "surface") -> None:
    """The caps of a combination where an area begins, in the middle of its height; the first key is always left."""
    height = theme.px(18)
    caps = QRect(area.left(), area.top() + (area.height() - height) // 2, keys_size(keys).width(), height)
    painter.save()
    with upright(painter, caps):
        left = caps.left()
        for name, width in zip(key_names(keys), _cap_widths(keys), strict=True):
            cap = QRect(left, caps.top(), width, height)
            fill(painter, cap, ground, "button", radius=_CAP_RADIUS)
            painter.setFont(theme.font("tiny"))
            painter.setPen(theme.color(text))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, name)
            left += width + _CAP_GAP
    painter.restore()
