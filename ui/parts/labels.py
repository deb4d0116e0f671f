"""Texts: always plain, so that nothing printed on a card or typed by a person is ever taken for markup."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from ui import theme
from ui.wording import tool_tip


class Label(QLabel):
    """A text in one of the roles of the type scale and one of the colours."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        color: str = "text",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._role, self._color = role, color
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        # A name in Hebrew letters would else jump to the right, away from what belongs to it.
        begin = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        self.setAlignment(begin | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        self._restyle()
        theme.notifier().changed.connect(self._restyle)

    def set_text(self, text: str) -> None:
        self.setText(text)

    def set_role(self, role: str) -> None:
        self._role = role
        self._restyle()

    def set_color(self, color: str) -> None:
        self._color = color
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(theme.font(self._role))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.color(self._color))
        palette.setColor(QPalette.ColorRole.Text, theme.color(self._color))
        self.setPalette(palette)


class ElidedLabel(Label):
    """One line that ends in "…" where there is no room for all of it; the whole text is its tool tip then."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        color: str = "text",
        *,
        least: float = 0.0,
        parent: QWidget | None = None,
    ) -> None:
        """`least`: the share of the text without which the rest says nothing, so that nothing is shown at all."""
        self._whole, self._least = text, least
        super().__init__(text, role, color, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._elide()

    def whole_text(self) -> str:
        return self._whole

    def set_text(self, text: str) -> None:
        self._whole = text
        self.setAccessibleName(text)
        self._elide()
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(QFontMetrics(self.font()).averageCharWidth() * 4, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self._whole) + 2, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _restyle(self) -> None:
        super()._restyle()
        self._elide()

    def _elide(self) -> None:
        one_line = " ".join(self._whole.split())
        shown = QFontMetrics(self.font()).elidedText(one_line, Qt.TextElideMode.ElideRight, max(self.width(), 1))
        if shown != one_line and len(shown) < self._least * len(one_line):
            shown = ""
        if shown != self.text():
            self.setText(shown)
        self.setToolTip(tool_tip(self._whole) if shown != one_line else "")
