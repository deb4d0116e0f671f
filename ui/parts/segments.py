"""A row of choices of which exactly one holds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ui import theme
from ui.parts.painting import draw_pixmap, fill, turn, upright
from ui.wording import tool_tip


class _Segment(QAbstractButton):
    """One choice of the row."""

    def __init__(self, value: str, text: str, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.value, self._icon, self._bare = value, icon, False
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def sizeHint(self) -> QSize:
        if self._bare:
            return QSize(theme.px(36), theme.px(28))
        width = QFontMetrics(theme.font("strong")).horizontalAdvance(self.text()) + theme.px(20)
        return QSize(width + (theme.px(22) if self._icon else 0), theme.px(28))

    def set_bare(self, bare: bool) -> None:
        self._bare = bare and bool(self._icon)
        self.setToolTip(tool_tip(self.text()) if self._bare else "")
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        turn(painter, self.rect(), self.layoutDirection())
        tint = "text" if self.isChecked() or self.underMouse() else "text2"
        if not self.isEnabled():
            tint = "dis_text"
        if self.isChecked():
            fill(painter, self.rect(), "surface", "control", radius=5)
        words = self.rect().adjusted(theme.px(10), 0, -theme.px(10), 0)
        if self._icon:
            side = theme.px(16)
            place = QRect(words.left(), (self.height() - side) // 2, side, side)
            draw_pixmap(painter, place, theme.pixmap(self._icon, tint, side))
            words.setLeft(words.left() + theme.px(22))
        if self._bare:
            return
        painter.setFont(theme.font("strong" if self.isChecked() else "body"))
        painter.setPen(theme.color(tint))
        with upright(painter, words):
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())


class Segments(QWidget):
    """Choices as (value, text, icon or ""); arrow keys move between them, `chosen` tells the value a person took."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str, str]], name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._segments = {value: _Segment(value, text, icon, self) for value, text, icon in choices}
        for segment in self._segments.values():
            row.addWidget(segment)
            self._group.addButton(segment)
        self._told = True
        self._group.buttonToggled.connect(self._toggled)
        next(iter(self._segments.values())).setChecked(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme.notifier().changed.connect(self._restyle)

    def value(self) -> str:
        return next(value for value, segment in self._segments.items() if segment.isChecked())

    def set_value(self, value: str) -> None:
        """Show this choice, without telling it as a person's."""
        self._told = False
        self._segments[value].setChecked(True)
        self._told = True

    def set_bare(self, bare: bool) -> None:
        """Icons alone, where there is no room for words; those without an icon keep theirs."""
        for segment in self._segments.values():
            segment.set_bare(bare)

    def segment(self, value: str) -> QAbstractButton:
        """The button of one choice, for buddies and shortcuts."""
        return self._segments[value]

    def paintEvent(self, event: QPaintEvent) -> None:
        fill(QPainter(self), self.rect(), "track")

    def _toggled(self, segment: QAbstractButton, checked: bool) -> None:
        # Tab reaches the one that holds; arrow keys go on from there.
        segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus if checked else Qt.FocusPolicy.ClickFocus)
        if checked and self._told and isinstance(segment, _Segment):
            self.chosen.emit(segment.value)

    def _restyle(self) -> None:
        for segment in self._segments.values():
            segment.updateGeometry()
        self.updateGeometry()
        self.update()
