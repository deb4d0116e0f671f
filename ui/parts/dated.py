"""How fields for a day or a moment look: like the other fields, with an icon at the right that opens the calendar."""

from __future__ import annotations

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDateTimeEdit

from ui import theme
from ui.parts.fields import color_words
from ui.parts.painting import fill


def paint_dated(field: QDateTimeEdit, icon: str) -> None:
    """Paint the ground of the field and its icon; call it from `paintEvent`."""
    painter = QPainter(field)
    usable = field.isEnabled()
    fill(painter, field.rect(), "surface" if usable else "dis_fill", "control" if usable else "border")
    side = theme.px(16)
    tint = "text2" if usable else "dis_text"
    place = (field.width() - side - theme.px(8), (field.height() - side) // 2)
    painter.drawPixmap(*place, theme.pixmap(icon, tint, side))


def restyle_dated(field: QDateTimeEdit) -> None:
    """Give the field the type and colours of the theme."""
    field.setFont(theme.font("body", tabular=True))
    line = field.lineEdit()
    line.setFont(field.font())
    line.setTextMargins(theme.px(6), 0, 0, 0)
    color_words(line)
    field.updateGeometry()
    field.update()
