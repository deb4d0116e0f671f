"""Small parts: key caps, chips, thin progress, section titles, panels, lines between, empty pages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from cardkeeper.translation import tr
from ui import theme
from ui.key_words import key_names
from ui.parts.buttons import Button, IconButton
from ui.parts.labels import Label
from ui.parts.painting import PANEL_RADIUS, fill, keys_size, paint_keys, turn


class KeyCaps(QWidget):
    """The caps of a combination of keys."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(" ".join(key_names(keys)))
        theme.notifier().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return keys_size(self._keys)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_keys(QPainter(self), self.rect(), self._keys)


class IconLabel(QLabel):
    """An icon beside words that say the same; nothing for screen readers."""

    def __init__(self, icon: str, color: str = "text2", size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._color, self._side = icon, color, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._restyle()
        theme.notifier().changed.connect(self._restyle)

    def set_icon(self, icon: str, color: str = "text2") -> None:
        self._icon, self._color = icon, color
        self._restyle()

    def _restyle(self) -> None:
        self.setPixmap(theme.pixmap(self._icon, self._color, theme.px(self._side)))


class Chip(QWidget):
    """A short word in a rounded edge: a tag, a filter, where something comes from."""

    removed = Signal()

    def __init__(self, text: str, *, icon: str = "", removable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._on = removable
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 4 if removable else 8, 2)
        row.setSpacing(4)
        tint = "accent" if removable else "text2"
        if icon:
            row.addWidget(IconLabel(icon, tint, 14))
        self._words = Label(text, "small_strong" if removable else "tiny", tint)
        row.addWidget(self._words)
        if removable:
            close = IconButton("close", tr("Remove {what}", what=text), size="small")
            close.clicked.connect(self.removed)
            row.addWidget(close)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        return self._words.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._on:
            fill(QPainter(self), self.rect(), "soft", "accent", radius=self.height() / 2)
        else:
            fill(QPainter(self), self.rect(), "surface", "button", radius=4)


class ProgressLine(QWidget):
    """How far something is, as a thin bar; the words beside it say the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fraction = 0.0
        self.setFixedHeight(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def fraction(self) -> float:
        return self._fraction

    def set_fraction(self, fraction: float) -> None:
        """From 0 to 1."""
        self._fraction = min(1.0, max(0.0, fraction))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        turn(painter, self.rect(), self.layoutDirection())
        fill(painter, self.rect(), "track", radius=3)
        done = self.rect()
        done.setWidth(round(self.width() * self._fraction))
        if done.width() >= 6:
            fill(painter, done, "accent", radius=3)


class Separator(QWidget):
    """A line between."""

    def __init__(self, parent: QWidget | None = None, *, upright: bool = False) -> None:
        super().__init__(parent)
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.color("border"))


class Panel(QFrame):
    """A ground with rounded corners that holds what belongs together, one below the other in `body`."""

    def __init__(
        self, parent: QWidget | None = None, *, ground: str = "surface", edge: str = "border", margin: int = 16
    ) -> None:
        super().__init__(parent)
        self._ground, self._edge = ground, edge
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(8)

    def set_colors(self, ground: str, edge: str) -> None:
        self._ground, self._edge = ground, edge
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        fill(QPainter(self), self.rect(), self._ground, self._edge, radius=PANEL_RADIUS)


class SectionTitle(QWidget):
    """What a part of a page holds, and in how many words."""

    def __init__(self, text: str, detail: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._text = Label(text, "section")
        self._detail = Label(detail, "body", "text2")
        row.addWidget(self._text)
        row.addWidget(self._detail)
        row.addStretch(1)
        self._row = row

    def add(self, widget: QWidget) -> None:
        """Put something at the right end."""
        self._row.addWidget(widget)

    def set_text(self, text: str) -> None:
        self._text.set_text(text)

    def set_detail(self, detail: str) -> None:
        self._detail.set_text(detail)


class Paragraph(QWidget):
    """A few centred lines, no wider than they can be read well, and narrower where there is less room."""

    def __init__(self, text: str, *, widest: int = 460, color: str = "text2", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widest = widest
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.label = Label(text, "body", color, wrap=True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        row.addStretch(1)
        row.addWidget(self.label, 1000)
        row.addStretch(1)
        self._restyle()
        theme.notifier().changed.connect(self._restyle)

    def set_text(self, text: str) -> None:
        self.label.set_text(text)

    def text(self) -> str:
        return self.label.text()

    def _restyle(self) -> None:
        self.label.setMaximumWidth(theme.px(self._widest))


class EmptyState(QWidget):
    """What stands where there is nothing yet: why, and what to do."""

    def __init__(
        self, icon: str, title: str, text: str = "", buttons: Sequence[Button] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(IconLabel(icon, "text3", 40), alignment=Qt.AlignmentFlag.AlignHCenter)
        self.title = Label(title, "section")
        self.title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.title)
        self.text = Paragraph(text)
        column.addWidget(self.text)
        column.addSpacing(8 if buttons else 0)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
